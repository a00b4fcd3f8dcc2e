"""The numbers of a chart, as a table."""

from collections.abc import Iterable, Sequence
from typing import Any

from journal.analytics.wording import pain_number


def table(*, caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """The first column names the row; the others are numbers or words."""
    return {"caption": caption, "head": list(head), "rows": [list(row) for row in rows]}


def number(value: float | None) -> str:
    """A rating or a mean of some; a dash where there is none."""
    return "–" if value is None else pain_number(value)


def counted(count: int, one: str, many: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
