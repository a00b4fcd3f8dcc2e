"""What exports of other apps share: a row for each reading, and which names in them are about sciatica."""

from collections.abc import Iterable, Mapping, Sequence

from journal.imports.mapping import Role
from journal.imports.table import MOST_ROWS, Line, Table, UnreadableFileError
from journal.imports.words import KEEP, LEAVE_OUT, guess_place, guess_quality, guess_technique, simple

FEELS_LIKE = "feels like"
# A name with one of these is kept although it names no place along the nerve.
_ABOUT = {
    "sciatica", "sciatic", "ischias", "radiculopathy", "radicular", "back", "spine", "spinal", "leg", "legs", "nerve",
    "disc", "disk", "discs", "piriformis", "stenosis", "spondylolisthesis",
}  # fmt: skip


def headers_of(table: Table) -> tuple[str, ...]:
    """The first line in plain letters."""
    return tuple(simple(cell) for cell in table.lines[0].cells)


def app_table(*, app: str, source: Table, header: Sequence[str], rows: Iterable[Line], beside: Sequence[str]) -> Table:
    """A table of the rows below a header that stands where the file has its own. `beside` names the columns that do
    not tell one reading from another. Raises UnreadableFileError where there are too many rows."""
    lines = (Line(source.lines[0].number, tuple(header)), *rows)
    if len(lines) > MOST_ROWS + 1:
        raise UnreadableFileError(
            f"The file has {len(lines) - 1:,} readings; {MOST_ROWS:,} is the most. Split it, and import part by part."
        )
    return Table(lines=lines, width=len(header), app=app, beside=frozenset(header.index(column) for column in beside))


def feeling_in(name: str) -> str:
    """The name where it says what something feels like, else ""; it then stands in a column of its own as well."""
    return name if guess_quality(name).code not in (KEEP, LEAVE_OUT) else ""


def pain_words(table: Table, *, name: int, sort: int, sorts: Iterable[str]) -> Mapping[Role, Mapping[str, str]]:
    """First answers for pain: rows of other `sorts` are left out, and names that are not about sciatica."""
    return {
        Role.PLACE: {word: LEAVE_OUT for word in _distinct(table, name) if not is_about_sciatica(word)},
        Role.SORT: _others_left_out(table, sort, sorts),
    }


def massage_words(table: Table, *, name: int, sort: int, sorts: Iterable[str]) -> Mapping[Role, Mapping[str, str]]:
    """First answers for massages: the same, with names that are no massage."""
    return {
        Role.TECHNIQUE: {word: LEAVE_OUT for word in _distinct(table, name) if not is_massage(word)},
        Role.SORT: _others_left_out(table, sort, sorts),
    }


def is_about_sciatica(name: str) -> bool:
    """Whether a name says a place along the nerve, a kind of pain and nothing else, or sciatica itself."""
    if is_massage(name):
        return False
    place, quality = guess_place(name).code, guess_quality(name)
    alone = quality.exact and quality.code not in (KEEP, LEAVE_OUT)
    return place not in (KEEP, LEAVE_OUT) or alone or not _ABOUT.isdisjoint(simple(name).split())


def is_massage(name: str) -> bool:
    """Whether a name is that of a massage."""
    return guess_technique(name).code != KEEP


def _distinct(table: Table, column: int) -> list[str]:
    """The words of a column below the header, in plain letters."""
    return sorted({word for line in table.lines[1:] if (word := simple(line.cell(column)))})


def _others_left_out(table: Table, column: int, sorts: Iterable[str]) -> dict[str, str]:
    wanted = set(sorts)
    return {word: KEEP if word in wanted else LEAVE_OUT for word in _distinct(table, column)}
