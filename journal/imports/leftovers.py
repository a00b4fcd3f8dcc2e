"""The rows of a file that did not become records of their own, as JSON to keep and as CSV to take away."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from journal.analytics.spreadsheet import defused
from journal.imports.rows import Reading

PROBLEM, MERGED, LEFT_OUT = "not stored", "same as another row", "left out by you"
_COLUMNS = ("line", "what became of it", "why", "cell", "row")


def leftovers(reading: Reading) -> list[dict[str, Any]]:
    """Every row that is not stored on its own, by line: `line`, `fate`, `reason`, `value`, `text`."""
    found = [
        {"line": row.line, "fate": PROBLEM, "reason": row.reason, "value": row.value, "text": row.text}
        for row in reading.problems
    ]
    found += [
        {"line": row.line, "fate": MERGED, "reason": f"It says the same as line {row.same_as}", "value": "", "text": ""}
        for row in reading.merged
    ]
    found += [
        {"line": line, "fate": LEFT_OUT, "reason": "You chose to leave rows like this out", "value": "", "text": ""}
        for line in reading.left_out
    ]
    return sorted(found, key=lambda row: row["line"])


def leftovers_as_json(reading: Reading) -> bytes:
    """The rows of `leftovers`, to be kept beside the import."""
    return json.dumps(leftovers(reading)).encode()


def problems_as_json(problems: Iterable[tuple[int, str, str]]) -> bytes:
    """Rows that could not be stored, as (line, reason, text), to be kept beside the import in the same way."""
    rows = [
        {"line": line, "fate": PROBLEM, "reason": reason, "value": "", "text": text} for line, reason, text in problems
    ]
    return json.dumps(rows).encode()


def leftovers_as_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows of `leftovers` for a spreadsheet; cells that it would take for formulas are shown as text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = (row["fate"], row["reason"], row["value"], row["text"])
        writer.writerow((row["line"], *(defused(cell) for cell in cells)))
    return text.getvalue()


def problems_among(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those rows that could not be stored."""
    return [row for row in rows if row["fate"] == PROBLEM]


def reasons_of(problems: Iterable[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Each reason with the number of rows it stopped, the commonest first."""
    return Counter(str(row["reason"]) for row in problems).most_common()
