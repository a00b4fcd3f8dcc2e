"""The project's own source files, for the tests that check how it is written."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON_FOLDERS = ("journal", "sciatica_tracker", "tests", "benchmarks")


def module_name(path: Path) -> str:
    """`journal.views.pain` for journal/views/pain.py; a package is its `__init__`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules(folder: str = "journal") -> dict[str, ast.Module]:
    """Syntax trees by module name, without the migrations."""
    paths = sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)
    return {module_name(path): ast.parse(path.read_text("utf-8"), str(path)) for path in paths}


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python file that people wrote."""
    found = (path for folder in PYTHON_FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return (ROOT / "manage.py", *sorted(path for path in found if "migrations" not in path.parts))


def own_static(suffix: str) -> tuple[Path, ...]:
    """Our files below static/, without what others made."""
    folder = ROOT / "static"
    return tuple(sorted(path for path in folder.rglob(f"*{suffix}") if "vendor" not in path.parts))


def templates() -> tuple[Path, ...]:
    """Every template that people wrote."""
    return tuple(sorted((ROOT / "templates").rglob("*.html")))


def shown(path: Path) -> str:
    """A path as a test's name shows it."""
    return path.relative_to(ROOT).as_posix()
