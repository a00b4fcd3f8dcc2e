"""A row of a list of massage sessions."""

from collections.abc import Callable
from typing import TypeVar

from journal.analytics.records import Area, MassageContent
from journal.analytics.vocabulary import Giver, Technique
from journal.imports.cells import Cells
from journal.imports.mapping import Role
from journal.imports.numbers import read_minutes, read_money, read_rating
from journal.imports.pain import on_ten, place_of

_NAME_MOST_CHARACTERS = 120
Value = TypeVar("Value")


def massage_of(cells: Cells) -> MassageContent:
    """The session that a row says. Only its date is needed; cells that their field cannot hold stay in the note.

    Raises RowError.
    """
    technique = _technique(cells)
    place = place_of(cells)
    therapist = _read(cells, Role.THERAPIST, lambda text: text if len(text) <= _NAME_MOST_CHARACTERS else None) or ""
    given_by = Giver.THERAPIST.value if therapist else Giver.SELF.value if technique == Technique.SELF else ""
    return MassageContent(
        minutes=_read(cells, Role.MINUTES, read_minutes),
        technique=technique,
        given_by=given_by,
        therapist_name=therapist,
        pain_before=_rating(cells, Role.PAIN_BEFORE),
        pain_after=_rating(cells, Role.PAIN_AFTER),
        cost=_read(cells, Role.COST, read_money),
        areas=(Area(region=place.region.value, side=place.side.value if place.side else ""),) if place else (),
        note=cells.note(),
    )


def _technique(cells: Cells) -> str:
    """A technique that the vocabulary does not have is another one, with its own word in the note."""
    if not cells.text(Role.TECHNIQUE):
        return ""
    return cells.code(Role.TECHNIQUE) or Technique.OTHER.value


def _rating(cells: Cells, role: Role) -> float | None:
    def read(text: str) -> float | None:
        rating = read_rating(text, worst=cells.mapping.worst_pain)
        return None if rating is None else on_ten(rating, cells.mapping)

    return _read(cells, role, read)


def _read(cells: Cells, role: Role, read: Callable[[str], Value | None]) -> Value | None:
    text = cells.text(role)
    value = read(text) if text else None
    if text and value is None:
        cells.keep_unread(role)
    return value
