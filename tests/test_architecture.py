"""The layout that docs/architecture.md describes: who may import whom, what stays pure, what is called what."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from django.urls import URLPattern

from journal.urls import urlpatterns
from tests.source import ROOT, modules, own_static, python_files, shown, templates

pytestmark = pytest.mark.once

STDLIB = sys.stdlib_module_names
LONGEST_FILE = 300
LONGEST_TEST_FILE = 500
LONGEST_FUNCTION = 60
WEB = ("django.http", "django.shortcuts", "django.template", "django.forms", "django.views", "django.urls")


@dataclass(frozen=True, kw_only=True)
class Layer:
    """What a package may import: other packages of the journal, installed ones, and parts of these it may not."""

    own: str = ""
    installed: str = ""
    never: tuple[str, ...] = ()


BELOW_THE_PAGES = "analytics models queries actions charts exports imports forms"
# What several pages, or a page and a command, share about requests and their steps.
BETWEEN = "http log_pages import_steps import_questions reporting charting sharing desk desk_admin second_step"
LAYERS = {
    "analytics": Layer(installed="numpy"),
    "models": Layer(own="analytics", installed="django", never=WEB),
    "queries": Layer(own="models analytics", installed="django", never=WEB),
    "actions": Layer(own="models analytics queries", installed="django", never=WEB),
    "charts": Layer(own="analytics"),
    "exports": Layer(own="analytics", installed="typst"),
    "imports": Layer(own="analytics"),
    "forms": Layer(own="models queries analytics", installed="django crispy_forms crispy_bootstrap5 allauth"),
    "views": Layer(own=f"{BELOW_THE_PAGES} {BETWEEN}", installed="django allauth"),
    "admin": Layer(own=f"{BELOW_THE_PAGES} {BETWEEN}", installed="django allauth"),
    "management": Layer(own=f"{BELOW_THE_PAGES} {BETWEEN}", installed="django"),
    "templatetags": Layer(own="analytics", installed="django"),
    **dict.fromkeys(BETWEEN.split(), Layer(own=f"{BELOW_THE_PAGES} {BETWEEN}", installed="django allauth")),
    "second_step": Layer(own="models", installed="django allauth cryptography"),
    "middleware": Layer(own="models second_step", installed="django"),
    "sessions": Layer(own="actions", installed="django"),
    "converters": Layer(),
    "urls": Layer(own="views converters", installed="django"),
    "checks": Layer(installed="django"),
    "apps": Layer(own="checks", installed="django"),
}
# Pages, desks and commands stand beside each other; what two of them share belongs in a package below.
STRANGERS_TO_EACH_OTHER = ("views", "admin", "management", "exports")

CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
OUTSIDE_WORLD = {
    "os", "pathlib", "io", "socket", "urllib", "http", "subprocess", "sqlite3", "shutil", "tempfile", "threading",
    "multiprocessing", "asyncio", "logging", "locale", "secrets",
}  # fmt: skip
WRITES = {
    "save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "select_for_update", "delete",
    "execute",
}  # fmt: skip
# What it executes is made of a queryset, which only reads.
EXECUTES = "journal.queries.prepared"
# The start page of somebody without an account, and what a link shows that opens nothing.
SECOND_PAGES = {"start": {"landing"}, "share_open": {"share_gone"}}
GRAB_BAGS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "tools", "shared", "stuff", "lib"}


def layer_of(module: str) -> str:
    return module.split(".")[1]


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported, as far as names tell: `a.b` for `from a import b` too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"write relative imports out: line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(tree: ast.Module) -> set[str]:
    """The journal's modules that are imported."""
    named = {name for name in imports_of(tree) if name.startswith("journal.")}
    return {name if name in modules() else name.rpartition(".")[0] for name in named}


def calls(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    """(what it is called on, what is called, line) for each call that is written with names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield "", node.func.id, node.lineno


def inside(package: str) -> dict[str, ast.Module]:
    return {name: tree for name, tree in modules().items() if name.startswith(f"journal.{package}.")}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def views() -> dict[str, str]:
    """URL name -> name of the view function, for the journal's own URLs."""
    assert all(isinstance(pattern, URLPattern) for pattern in urlpatterns), "the journal's URLs are one flat list"
    return {pattern.name or "": pattern.callback.__name__ for pattern in urlpatterns}


JOURNAL_MODULES = [name for name in modules() if name != "journal"]


@pytest.mark.parametrize("module", JOURNAL_MODULES)
def test_it_imports_only_what_its_layer_may(module: str) -> None:
    layer = LAYERS[layer_of(module)]
    allowed = {"journal." + name for name in [*layer.own.split(), layer_of(module)]}
    installed = set(layer.installed.split())
    wrong = [
        name
        for name in imports_of(modules()[module])
        if not (
            ".".join(name.split(".")[:2]) in allowed
            or name.split(".")[0] in installed
            or (name.split(".")[0] in STDLIB)
        )
        or name.startswith(layer.never)
    ]

    assert wrong == []


@pytest.mark.parametrize("package", STRANGERS_TO_EACH_OTHER)
def test_members_of_a_family_do_not_import_each_other(package: str) -> None:
    family = inside(package)

    for name, tree in family.items():
        assert own_imports(tree) & set(family) - {name} == set(), name


def test_no_two_modules_import_each_other_however_far_round() -> None:
    graph = {name: own_imports(tree) - {name} for name, tree in modules().items()}

    order = list(TopologicalSorter(graph).static_order())

    assert order.index("journal.analytics.moments") < order.index("journal.models.record")


@pytest.mark.parametrize("package", ["analytics", "charts", "imports", "exports"])
def test_pure_code_sees_no_clock_and_no_outside_world(package: str) -> None:
    for name, tree in inside(package).items():
        roots = {imported.split(".")[0] for imported in imports_of(tree)}
        # Text that is in memory may be read like a file.
        assert roots & OUTSIDE_WORLD <= {"io"}, name
        assert "time" not in roots, name
        found = [(of, what, line) for of, what, line in calls(tree) if of and what in CLOCKS]
        assert [call for call in found if not call[0].endswith(")")] == [], name
        assert [line for of, what, line in calls(tree) if not of and what in {"open", "print", "input"}] == [], name


def test_pure_code_draws_no_unseeded_numbers() -> None:
    for name, tree in [*inside("analytics").items(), *inside("charts").items()]:
        assert {imported for imported in imports_of(tree) if imported.startswith("random")} <= {"random.Random"}, name
        assert {what for of, what, _ in calls(tree) if of in {"np.random", "numpy.random"}} <= {"default_rng"}, name
        made = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        seeded = {bool(node.args) for node in made if ast.unparse(node.func).endswith(("Random", "default_rng"))}
        assert seeded <= {True}, name


def test_queries_write_nothing() -> None:
    for name, tree in inside("queries").items():
        forbidden = WRITES - ({"execute"} if name == EXECUTES else set())
        assert [(what, line) for of, what, line in calls(tree) if of and what in forbidden] == [], name


def test_only_actions_open_transactions() -> None:
    for name, tree in modules().items():
        if layer_of(name + ".") != "actions":
            assert "django.db.transaction" not in set(imports_of(tree)), name


@pytest.mark.parametrize("package", ["queries", "actions", "analytics"])
def test_public_functions_of_several_arguments_take_them_by_name(package: str) -> None:
    for name, tree in inside(package).items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                by_place = len(node.args.posonlyargs) + len(node.args.args)
                assert by_place <= 1, f"{name}.{node.name}, line {node.lineno}"


@pytest.mark.parametrize("path", [*python_files(), *own_static(".js"), *own_static(".css"), *templates()], ids=shown)
def test_a_file_holds_one_thing(path: Path) -> None:
    longest = LONGEST_TEST_FILE if "tests" in path.parts else LONGEST_FILE
    assert len(path.read_text("utf-8").splitlines()) <= longest
    # The page that all pages extend is base.html; its style and script are called like it.
    assert path.stem not in GRAB_BAGS or (path.stem == "base" and path.suffix != ".py")


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(tree) if f.end_lineno}

    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def test_every_package_is_in_the_table() -> None:
    assert {layer_of(name) for name in JOURNAL_MODULES} <= set(LAYERS)


def test_the_table_in_the_documentation_is_the_one_checked_here() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")

    wiring = {"middleware", "converters", "urls", "checks", "apps"}
    for name in {layer_of(name) for name in JOURNAL_MODULES} - wiring:
        assert f"{name}/`" in text or f"{name}.py`" in text, name


@pytest.mark.parametrize("name", views())
def test_one_name_in_every_place(name: str) -> None:
    assert views()[name] == name
    assert (ROOT / f"tests/views/test_{name}.py").is_file()


@pytest.mark.parametrize("module", inside("views"))
def test_a_view_renders_its_own_template(module: str) -> None:
    """A page is called like its view; another view of the same subject may show it too; fragments are partials."""
    tree = modules()[module]
    own = {function.name for function in functions(tree)} & set(views())
    own |= {page for name in own for page in SECOND_PAGES.get(name, ())}
    named = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    rendered = {ROOT / "templates" / name for name in named if name.endswith(".html")}

    assert {path for path in rendered if not path.is_file()} == set()
    assert {path.stem for path in rendered if path.parent.name == "journal"} <= own


def test_every_page_template_and_page_script_belongs_to_a_view() -> None:
    pages = {path.stem for path in (ROOT / "templates/journal").glob("*.html")}
    scripts = {path.stem for path in (ROOT / "static/js/pages").glob("*.js")}
    second = {page for pages in SECOND_PAGES.values() for page in pages}
    others = {path.stem for folder in ("", "account") for path in (ROOT / "templates" / folder).glob("*.html")}

    assert pages - set(views()) - second == set()
    assert scripts - set(views()) - second - others == set()
