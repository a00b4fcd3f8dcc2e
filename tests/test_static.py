"""Static files: all of them used, all of them ours to serve, and none that a strict policy would block."""

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.source import ROOT, own_static, python_files, shown, templates

pytestmark = pytest.mark.once

STATIC = ROOT / "static"
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']""", re.M)
IN_TEMPLATE = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
INLINE = {
    "a script": r"<script(?![^>]*\bsrc=)",
    "a style element": r"<style\b",
    "a style attribute": r"""(?<![\w-])style\s*=\s*["']""",
    "an event handler": r"""(?<![\w-])on[a-z]+\s*=\s*["']""",
    "a script address": r"""["']\s*javascript:""",
}
# Markup that the forms' layouts and other templates have rendered, and texts that stand in the code.
MADE_BY_US = {"fields", "drawn", "field.help_text"}
UNSAFE = {
    "markup from text": r"\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write",
    "code from text": r"\beval\(|new Function\(",
    "an inline style": r"""setAttribute\(\s*["']style["']|\.cssText\b""",
    "a note to the developer": r"\bconsole\.\w+\(|\bdebugger\b",
    "another host": r"""["'(]\s*(?:https?:)?//(?!www\.w3\.org/)""",
}


def inside_static(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def imported(path: Path) -> Iterator[Path]:
    for match in IMPORT.finditer(path.read_text("utf-8")):
        target = match[1] or match[2]
        assert target.startswith("."), f"{shown(path)} imports {target}"
        yield (path.parent / target).resolve()


def imported_there(path: Path) -> list[Path]:
    code = path.read_text("utf-8")
    return [(path.parent / (match[1] or match[2])).resolve() for match in IMPORT.finditer(code)]


def named_in_templates() -> set[str]:
    return {name for path in templates() for name in IN_TEMPLATE.findall(path.read_text("utf-8"))}


def referenced() -> set[str]:
    """Files that a template, a form, a style sheet or another module asks for."""
    code = "\n".join(path.read_text("utf-8") for path in python_files() if "tests" not in path.parts)
    named = set(re.findall(r"""["']((?:css|js|img|vendor)/[\w./-]+)["']""", code))
    modules = {inside_static(target) for path in own_static(".js") for target in imported(path)}
    drawn = {
        inside_static((path.parent / target).resolve())
        for path in own_static(".css")
        for target in IN_STYLE.findall(path.read_text("utf-8"))
        if not target.startswith("data:")
    }
    return named_in_templates() | named | modules | drawn


def test_every_static_file_is_used() -> None:
    ours = {inside_static(path) for suffix in (".js", ".css", ".svg", ".png", ".ico") for path in own_static(suffix)}
    carried = {inside_static(path) for path in (STATIC / "vendor").iterdir() if path.suffix in {".js", ".css"}}

    assert len(ours) > 5
    assert (ours | carried) - referenced() == set()


def test_every_file_that_is_asked_for_is_there() -> None:
    assert {name for name in referenced() if not (STATIC / name).is_file()} == set()


@pytest.mark.parametrize("path", own_static(".js"), ids=shown)
def test_imports_end_in_semicolons(path: Path) -> None:
    """Without one, the import is not rewritten to the hashed name, and the module is loaded twice or not at all."""
    code = path.read_text("utf-8")
    starts = len(re.findall(r"^\s*import\b", code, re.M))
    whole = len(re.findall(r"""^\s*import\s[^;]*?["'][^"']+["'];$""", code, re.M))

    assert starts == whole


def test_no_two_modules_import_each_other_however_far_round() -> None:
    """Hashing them would never end."""
    graph = {path: set(imported(path)) for path in own_static(".js")}

    assert len(list(TopologicalSorter(graph).static_order())) >= len(graph)


@pytest.mark.parametrize("path", own_static(".js"), ids=shown)
def test_scripts_do_nothing_that_the_policy_or_a_note_could_turn_against_people(path: Path) -> None:
    code = path.read_text("utf-8")

    assert {what for what, pattern in UNSAFE.items() if re.search(pattern, code)} == set()


@pytest.mark.parametrize("path", templates(), ids=shown)
def test_templates_hold_nothing_inline(path: Path) -> None:
    text = path.read_text("utf-8")

    assert {what for what, pattern in INLINE.items() if re.search(pattern, text, re.I)} == set()
    assert set(re.findall(r"\{\{\s*([\w.]+)[^}]*\|safe", text)) <= MADE_BY_US
    assert "autoescape off" not in text


def test_markup_in_python_holds_nothing_inline_either() -> None:
    for path in python_files():
        if path.parts[-2] == "tests" or "tests" in path.parts:
            continue
        text = path.read_text("utf-8")
        assert {what for what, pattern in INLINE.items() if "<" in text and re.search(pattern, text, re.I)} == set(), (
            path
        )


@pytest.mark.parametrize("path", [*own_static(".css"), *own_static(".svg")], ids=shown)
def test_styles_and_pictures_load_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text("utf-8")

    assert "@import" not in text
    assert re.findall(r"""url\(\s*["']?(?:https?:)?//[^)]*""", text) == []
    assert re.findall(r"<script|<foreignObject|\bon\w+=", text) == []


def test_no_file_asks_for_a_source_map() -> None:
    """Hashing would look for it, and fail."""
    for path in STATIC.rglob("*"):
        if path.suffix in {".js", ".css"}:
            assert "sourceMappingURL" not in path.read_text("utf-8"), path


def test_modules_import_each_other_under_their_hashed_names(collected_static: Path) -> None:
    hashed = [path for path in (collected_static / "js").rglob("*.js") if re.search(r"\.[0-9a-f]{12}\.js$", path.name)]
    targets = {target for path in hashed for target in imported_there(path)}

    assert {path.name.split(".")[0] for path in hashed} == {path.stem for path in own_static(".js")}
    assert {path for path in targets if not path.is_file()} == set()
    assert {path for path in targets if path not in hashed} == set()
