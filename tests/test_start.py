"""bin/run: what a person sees who starts the diary, and what it says about a setting that cannot be."""

import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PROGRAM = str(Path(__file__).parent.parent / "bin" / "run")
_SECONDS_TO_STOP = 60
_SECONDS_TO_START = 60

pytestmark = pytest.mark.once


def _environment(data_dir: Path, **variables: str) -> dict[str, str]:
    """This machine's environment, without what the tests set for themselves."""
    ours = {"SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DATA_DIR", "PORT", "WEB_WORKERS", "WEB_THREADS"}
    rest = {name: value for name, value in os.environ.items() if name not in ours}
    return rest | {"DATA_DIR": str(data_dir), "VENV": sys.prefix} | variables


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _refused(data_dir: Path, **variables: str) -> str:
    """What bin/run says on its way out; it must be one line, and nothing may have been served."""
    done = subprocess.run(
        [_PROGRAM], env=_environment(data_dir, **variables), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Open http" not in done.stdout
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


@contextmanager
def _running(data_dir: Path, port: int, **variables: str) -> Iterator[None]:
    """bin/run, from the moment it answers; stopped as Ctrl-C stops it. What it said is in data_dir.out and .err."""
    out, err = data_dir.with_suffix(".out"), data_dir.with_suffix(".err")
    with out.open("w") as output, err.open("w") as errors:
        environment = _environment(data_dir, PORT=str(port), **variables)
        program = subprocess.Popen([_PROGRAM], env=environment, stdout=output, stderr=errors)
    try:
        give_up = time.monotonic() + _SECONDS_TO_START
        while not _answers(port):
            assert program.poll() is None, err.read_text()
            assert time.monotonic() < give_up, err.read_text()
            time.sleep(0.1)
        yield
    finally:
        program.send_signal(signal.SIGINT)
        try:
            assert program.wait(timeout=_SECONDS_TO_STOP) == 0, err.read_text()
        finally:
            program.kill()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as response:
            return bool(response.status == 200)
    except urllib.error.HTTPError:
        raise
    except OSError:
        return False


def test_it_serves_and_says_in_three_lines_what_to_do(tmp_path: Path) -> None:
    port = _free_port()
    with _running(tmp_path / "var", port):
        said, warned = (tmp_path / "var.out").read_text(), (tmp_path / "var.err").read_text()
    lines = [line for line in said.splitlines() if "requirements.txt" not in line]
    assert len(lines) == 3, said
    assert lines[0] == f"Open http://127.0.0.1:{port}"
    assert "account" in lines[1]
    assert "manage.py seed_demo" in lines[2]
    old = sqlite3.sqlite_version_info < (3, 51, 3)
    assert [line.startswith("SQLite") for line in warned.splitlines()] == ([True] if old else [])


def test_what_it_writes_is_for_its_owner_only_and_stays(tmp_path: Path) -> None:
    data_dir, keys = tmp_path / "var", []
    for _ in range(2):
        with _running(data_dir, _free_port()):
            keys.append((data_dir / "secret_key").read_text())
    assert len(keys[0].strip()) >= 50
    assert keys[0] == keys[1]
    for path in (data_dir, data_dir / "secret_key", data_dir / "journal.sqlite3"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_secret_key_of_ones_own_needs_no_folder_made_before(tmp_path: Path) -> None:
    with _running(tmp_path / "var", _free_port(), SECRET_KEY="k" * 50):
        assert not (tmp_path / "var" / "secret_key").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("WEB_WORKERS", "0"),
        ("WEB_THREADS", "-1"),
        ("SECRET_KEY", "short"),
        ("DEBUG", "perhaps"),
        ("HTTPS", "perhaps"),
        ("DATABASE_URL", "mysql://diary@localhost/diary"),
        ("DATABASE_URL", "postgres://diary@localhost:port/diary"),
        ("DATABASE_URL", "postgres://diary@127.0.0.1:1/diary"),
        ("DATABASE_URL", "sqlite:////no/such/folder/diary.sqlite3"),
    ],
)
def test_a_bad_setting_is_refused_in_one_line_that_names_it(tmp_path: Path, name: str, value: str) -> None:
    assert name in _refused(tmp_path / "var", **{"PORT": str(_free_port()), name: value})


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert _refused(tmp_path / "var", PORT=port).startswith(f"PORT {port} cannot be used")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert str(tmp_path) in _refused(tmp_path / "file" / "var", PORT=str(_free_port()))
