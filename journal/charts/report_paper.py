"""What the first page of the report on paper is shortened to where not everything fits on it.

Which of it is needed the template sees when it lays the page out; whatever it shortens stands in full behind it.
"""

from collections.abc import Sequence
from typing import Any

from journal.charts.table import table

_NAME, _DOSES, _QUESTION = 40, 30, 120
"""Letters."""
_FEW = 2
"""Medicines and questions that always stand on the first page."""
_FULL, _NARROW, _BROAD = 90, 38, 55
"""Letters that surely stand in a line: as wide as the page, beside the map, and in the column of what was done."""
_MOST_LEFT, _MOST_RIGHT = 22, 40
"""Lines of such a length above and in each of the two columns for which there is surely room."""


def on_paper(page: dict[str, Any]) -> dict[str, Any]:
    """JSON-ready, from the `page` of journal/charts/report.py. `medicines` (rows) and `questions` are short, `tables`
    and `all_questions` have them in full where the first page may not; where it `fits` nobody has to measure it."""
    medicines, questions = page["medicines"].get("table"), page["questions"]
    rows = medicines["rows"] if medicines else []
    short_rows = [[_short(row[0], _NAME), _short(row[1], _DOSES), *row[2:]] for row in rows]
    short_questions = [_short(question, _QUESTION) for question in questions]
    in_full = [table(caption="Medicines", head=medicines["head"], rows=rows)] if medicines else []
    return {
        "fits": _fits(page, rows),
        "medicines": short_rows,
        "questions": short_questions,
        "tables": in_full if len(rows) > _FEW or short_rows != rows else [],
        "all_questions": list(questions) if len(questions) > _FEW or short_questions != list(questions) else [],
    }


def _fits(page: dict[str, Any], medicines: Sequence[Sequence[str]]) -> bool:
    """Whether everything stands on one page, whatever its letters are."""
    said = page["massages"]
    where = page["where"]
    places = where["first"]["rows"] if where else []
    full = [page[name] for name in ("who", "complete", "without", "trend", "course")]
    above = _lines(_FULL, *full, page["strip"].get("words", ""))
    left = _lines(_NARROW, where.get("reach", "")) + _lines(_NARROW // 2, *(row[0] for row in places))
    done = ("words", "immediate", "title", "sentence", "size", "basis", "caveat")
    right = (
        _lines(_BROAD, *page["beside"], *(said.get(name, "") for name in done))
        + _lines(_NARROW, *page["questions"])
        + _lines(_NARROW // 2, *(row[0] for row in medicines))
        + _lines(_NARROW // 2, *(row[1] for row in medicines))
    )
    return not page["help"] and above + left <= _MOST_LEFT and above + right <= _MOST_RIGHT


def _lines(width: int, *texts: str) -> int:
    return sum(-(-len(line) // width) for text in texts for line in text.split("\n"))


def _short(words: str, most: int) -> str:
    """On one line, and cut between words as far as there are any."""
    line = " ".join(words.split())
    if len(line) <= most:
        return words
    kept = line[: most - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[most // 2 :] else kept}…"
