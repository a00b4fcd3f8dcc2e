"""What we carry of other people's work is what they released: version, checksum and licence are on record."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parent.parent
_FOLDERS = [_ROOT / "static" / "vendor", _ROOT / "tests" / "vendor" / "axe"]

pytestmark = pytest.mark.once


def _packages(folder: Path) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads((folder / "versions.json").read_text())
    return packages


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: folder.name)
def test_every_file_is_on_record(folder: Path) -> None:
    recorded = {"versions.json"}
    for package in _packages(folder).values():
        recorded |= {*package["files"], *package["licence_files"]}
    assert {path.name for path in folder.iterdir()} == recorded


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: folder.name)
def test_files_are_unchanged_and_name_their_version(folder: Path) -> None:
    for package in _packages(folder).values():
        for name, record in package["files"].items():
            content = (folder / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == record["sha256"], name
            assert f"v{package['version']}".encode() in content[:300], name


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: folder.name)
def test_no_file_asks_for_a_source_map(folder: Path) -> None:
    for package in _packages(folder).values():
        for name in package["files"]:
            assert b"sourceMappingURL" not in (folder / name).read_bytes(), name
