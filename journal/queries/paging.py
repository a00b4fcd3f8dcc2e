"""Lists that are read page by page: a page begins at a row, so it takes as long anywhere and skips nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import BooleanField, F, Func, QuerySet, Value


@dataclass(frozen=True, kw_only=True)
class KeyPage:
    """Rows, and the cursors for `after` and `before`: empty where nothing follows."""

    rows: list[Any]
    next: str
    previous: str


def key_page(
    *, rows: QuerySet[Any], columns: Sequence[str], length: int, salt: str, after: str = "", before: str = ""
) -> KeyPage:
    """A page of rows that are ordered by whole-number columns, all of them falling, the last one unique. One query.

    A cursor that was not written here, with this salt and for as many columns, counts as none.
    """
    signer = signing.Signer(salt=f"{salt} {' '.join(columns)}")
    upward = _position(before, signer)
    start = upward or _position(after, signer)
    order = [f"{'' if upward else '-'}{column}" for column in columns]
    beyond = rows.filter(_beside(columns, start, ">" if upward else "<")) if start else rows
    found = list(beyond.order_by(*order)[: length + 1])
    there_is_more, shown = len(found) > length, found[:length]
    if upward:
        shown.reverse()

    def cursor(row: Any) -> str:
        return signer.sign_object([getattr(row, column) for column in columns])

    has_next = bool(shown) and (there_is_more or upward is not None)
    has_previous = bool(shown) and (there_is_more if upward else start is not None)
    return KeyPage(
        rows=shown,
        next=cursor(shown[-1]) if has_next else "",
        previous=cursor(shown[0]) if has_previous else "",
    )


def _position(text: str, signer: signing.Signer) -> list[int] | None:
    try:
        position: list[int] = signer.unsign_object(text)
    except signing.BadSignature:
        return None
    return position


def _beside(columns: Sequence[str], position: Sequence[int], side: str) -> Func:
    """`(a, b, id) < (1, 2, 3)`: compared as a row, so that an index of these columns is entered right there."""
    row = Func(*(F(column) for column in columns), template="(%(expressions)s)", output_field=BooleanField())
    start = Func(*(Value(value) for value in position), template="(%(expressions)s)", output_field=BooleanField())
    return Func(row, start, template="%(expressions)s", arg_joiner=f" {side} ", output_field=BooleanField())
