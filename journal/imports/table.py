"""File bytes -> table of text cells: whatever a spreadsheet writes when it saves as CSV or TSV.

No header and no meaning yet: those are guesses, and belong to `columns` and `guess`.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 30_000
MOST_COLUMNS = 100
_LINES_ABOVE = 10  # titles and the header are no rows
_SAMPLE_ROWS = 200
# Tried in this order: a decimal comma makes a file of semicolons look like one of commas, never the other way round.
_SEPARATORS = ("\t", ";", ",")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SEPARATOR_LINE = re.compile(r"\s*sep=([;,\t|])\s*", re.IGNORECASE)
_OTHER_FORMATS = {
    b"PK\x03\x04": "This is a workbook, not a text file. Open it, choose “Save as” or “Download”, then CSV.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel workbook, not a text file. Open it, choose “Save as”, then CSV.",
    b"%PDF": "This is a PDF. The import needs the table itself, saved as CSV.",
}


class UnreadableFileError(ValueError):
    """The file cannot be read as a table; the text is for the person who sent it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line of the file it begins on (from 1), and its cells without surrounding blanks."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column (from 0); "" where the row is too short."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Every row that holds anything, title and header lines too, and the number of columns of the widest.

    `app` names the app whose export it is, "" for any other table; columns in `beside` do not tell its rows apart.
    """

    lines: tuple[Line, ...]
    width: int
    app: str = ""
    beside: frozenset[int] = frozenset()


def read_table(content: bytes) -> Table:
    """Read a CSV or TSV file. Raises UnreadableFileError when it is empty, binary, cut or too large."""
    if len(content) > MOST_BYTES:
        raise UnreadableFileError("The file is larger than 10 MB. Split it into parts, and import them one by one.")
    text = unicodedata.normalize("NFC", _decoded(content))
    text, separator = _declared_separator(text)
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = _lines(text, separator or _guess_separator(text))
    if not lines:
        raise UnreadableFileError("The file is empty.")
    width = max(len(line.cells) for line in lines)
    if width > MOST_COLUMNS:
        raise UnreadableFileError(f"A row has {width} columns; {MOST_COLUMNS} is the most that can be read.")
    return Table(lines=lines, width=width)


def _decoded(content: bytes) -> str:
    for start, message in _OTHER_FORMATS.items():
        if content.startswith(start):
            raise UnreadableFileError(message)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls Unicode text
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise UnreadableFileError("This is not a text file. Save the table as CSV, then choose that file.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _declared_separator(text: str) -> tuple[str, str]:
    """Excel may name the separator on a first line of its own (`sep=;`), which is then no row."""
    first, newline, rest = text.partition("\n")
    found = _SEPARATOR_LINE.fullmatch(first)
    # The line stays, empty, so that line numbers keep their meaning.
    return (newline + rest, found[1]) if found else (text, "")


def _guess_separator(text: str) -> str:
    """The first separator that cuts most of the first rows into the same number of cells, more than one."""
    for separator in _SEPARATORS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row in islice(reader, _SAMPLE_ROWS) if any(row))
        except csv.Error:
            continue
        width, rows = widths.most_common(1)[0] if widths else (1, 0)
        if width > 1 and rows * 2 >= widths.total():
            return separator
    return ","


def _lines(text: str, separator: str) -> tuple[Line, ...]:
    try:
        return _parsed(text, separator, strict=True)
    except csv.Error:  # something stands behind a closing quotation mark: spreadsheets take that for text
        return _parsed(text, separator, strict=False)


def _parsed(text: str, separator: str, *, strict: bool) -> tuple[Line, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    lines: list[Line] = []
    number = 1
    while (row := _next_row(reader, number)) is not None:
        cells = tuple(cell.strip() for cell in row)
        if any(cells):
            lines.append(Line(number, cells))
            if len(lines) > MOST_ROWS + _LINES_ABOVE:
                raise UnreadableFileError(
                    f"The file has more than {MOST_ROWS:,} rows. Split it into parts, and import them one by one."
                )
        number = reader.line_num + 1
    return tuple(lines)


def _next_row(reader: Iterator[list[str]], number: int) -> list[str] | None:
    """The row that begins on line `number`; None after the last. Raises csv.Error where strictness alone objects."""
    try:
        return next(reader, None)
    except csv.Error as error:
        if "unexpected end" in str(error):
            message = f"A quotation mark on line {number} is opened and never closed: the file seems to be cut off."
            raise UnreadableFileError(f"{message} Save it again.") from error
        if "field larger" in str(error):
            message = f"A cell on line {number} holds more than 100 kB of text"
            raise UnreadableFileError(f"{message}: a quotation mark may be missing.") from error
        raise
