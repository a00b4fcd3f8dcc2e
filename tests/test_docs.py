"""What README.md and docs/ name is there: files, commands and their options, settings, pages, parts of the program."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.urls import Resolver404, resolve

from tests.source import ROOT, shown

pytestmark = pytest.mark.once

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
OPERATIONS = ROOT / "docs" / "operations.md"
# Where a path in a text may begin, beside the project's own folder.
STARTS = ("", "journal", "docs", "static", "static/css", "static/js", "templates", "templates/journal")
FILE_NAME = re.compile(r"[\w.*<>/-]+\.(?:py|html|js|css|md|svg|png|toml|txt)|(?:bin|\.ci)/[\w-]+|[\w-]+(?:/[\w-]+)*/")
# Made when the diary runs, or by git and pip.
MADE_LATER = {"var/", ".venv/"}
PROGRAMS_OF_OTHERS = {"pg_dump"}


def code_spans(document: Path) -> list[str]:
    """What stands in `backticks`."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", document.read_text("utf-8"))


def commands(document: Path) -> list[str]:
    """Indented lines and spans, as typed into a shell; lines that end in a backslash go on."""
    lines = re.findall(r"^    (.+(?:\\\n +.+)*)$", document.read_text("utf-8"), re.M)
    return [re.sub(r"\\\n +", "", line) for line in lines] + code_spans(document)


@cache
def everything_written() -> str:
    """The program's text, without its documentation."""
    folders = ("journal", "sciatica_tracker", "templates", "static/js", "static/css", "bin", "tests", "benchmarks")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    readable = {".py", ".html", ".js", ".css", ".sh", ""}
    texts = [path.read_text("utf-8") for path in paths if path.suffix in readable and "vendor" not in path.parts]
    return "\n".join([*texts, (ROOT / "manage.py").read_text(), *map(str, paths)])


@cache
def settings_read() -> dict[str, str | None]:
    """Environment variables that the program reads; their defaults where these are plain."""
    found: dict[str, str | None] = {}
    for path in (ROOT / "sciatica_tracker").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and re.fullmatch(
                r"(env|Env\(os\.environ\))\.(text|words|flag|number|choice)|os\.environ\.get", ast.unparse(node.func)
            ):
                name, *rest = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
                defaults = [*rest, *(word.value for word in node.keywords if word.arg == "default")]
                found[str(name)] = _plain(defaults[0]) if defaults else None
    shell = "\n".join((ROOT / "bin" / name).read_text() for name in ("run", "venv"))
    found |= {name: found.get(name) or default for name, default in re.findall(r"\$\{([A-Z_]+):-([^}]*)\}", shell)}
    return {name: default for name, default in found.items() if name != "DJANGO_SETTINGS_MODULE"}


def _plain(value: object) -> str | None:
    if isinstance(value, ast.Constant):
        value = value.value
    return str(int(value)) if isinstance(value, bool) else str(value) if isinstance(value, str | int) else None


def settings_documented() -> dict[str, str]:
    """Variables in the first column of the table in docs/operations.md, and what stands in the second for each."""
    found: dict[str, str] = {}
    for row in re.findall(r"^\| (`[A-Z].*?) \| (.*?) \|", OPERATIONS.read_text("utf-8"), re.M):
        names, defaults = re.findall(r"`([A-Z_]+)`", row[0]), row[1].split(", ")
        found |= dict(zip(names, defaults if len(defaults) == len(names) else [row[1]] * len(names), strict=True))
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]

    assert [link for link in inside if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_files_that_are_named_exist(document: Path) -> None:
    named = {span for span in code_spans(document) if FILE_NAME.fullmatch(span)} - MADE_LATER

    assert {name for name in named if not any(is_there(Path(start, name)) for start in STARTS)} == set()


def is_there(path: Path) -> bool:
    anywhere = "journal/**/" if path.parent == Path() else ""
    pattern = re.sub(r"<[^>]*>", "*", path.as_posix())
    return any(ROOT.glob(pattern)) or bool(anywhere and any(ROOT.glob(anywhere + pattern)))


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_commands_and_their_options_exist(document: Path) -> None:
    for line in commands(document):
        for name, rest in re.findall(r"manage\.py ([a-z_]+)((?:[^\n`]*))", line):
            assert name in get_commands(), line
            command = load_command_class(get_commands()[name], name)
            known = command.create_parser("manage.py", name)._option_string_actions
            assert set(re.findall(r"(?<![\w-])--[a-z-]+", rest)) <= set(known), line
        for program in re.findall(r"(?:^|[\s\"])((?:bin|\.ci)/[\w-]+)", line):
            assert (ROOT / program).stat().st_mode & 0o111, f"{program} cannot be run"


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_pages_that_are_named_answer(document: Path) -> None:
    for span in code_spans(document):
        if re.fullmatch(r"/(?:[a-z-]+/)+", span):
            try:
                resolve(span)
            except Resolver404:
                pytest.fail(f"{span} is no page")


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_parts_of_the_program_that_are_named_exist(document: Path) -> None:
    """A class, function, field or setting that was renamed should be renamed in the text too."""
    names = {span for span in code_spans(document) if re.fullmatch(r"[A-Za-z_][\w.]*_[\w.]*|[A-Z][a-z]+[A-Z]\w*", span)}

    names -= PROGRAMS_OF_OTHERS
    assert {name for name in names if name.rpartition(".")[2] not in everything_written()} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_settings_that_are_named_are_read(document: Path) -> None:
    text = "\n".join(commands(document))
    named = set(re.findall(r"\b([A-Z][A-Z_]{3,})=", text))

    assert named - set(settings_read()) == set()


def test_every_setting_is_documented_with_its_default() -> None:
    read, documented = settings_read(), settings_documented()

    assert set(documented) == set(read)
    for name, default in read.items():
        if default and "$" not in default:
            assert default in documented[name], f"{name}: the default is {default}"


def test_the_readme_leads_to_every_document() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [path.name for path in DOCUMENTS[1:] if path.name not in readme] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_documents_speak_of_the_product_alone(document: Path) -> None:
    assert re.findall(r"/[w]ork/|\.\./shared|\bissue #?\d", document.read_text("utf-8"), re.I) == []
