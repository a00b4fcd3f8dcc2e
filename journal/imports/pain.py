"""A row of a pain diary."""

from journal.analytics.records import Feeling, PainContent
from journal.analytics.vocabulary import Place, Side, place_from_code, sides_of
from journal.imports.cells import Cells, RowError
from journal.imports.mapping import Mapping, Role
from journal.imports.numbers import read_rating


def pain_of(cells: Cells) -> PainContent:
    """The pain entry that a row says: its intensity on 0-10, at most one feeling, the rest in the note.

    Raises RowError.
    """
    intensity = _intensity(cells)
    place = place_of(cells)
    quality = cells.code(Role.QUALITY)
    feeling = Feeling(
        quality=quality,
        region=place.region.value if place else "",
        side=place.side.value if place and place.side else "",
    )
    return PainContent(
        intensity=intensity, note=cells.note(), feelings=(feeling,) if feeling.region or feeling.quality else ()
    )


def on_ten(rating: float, mapping: Mapping) -> float | None:
    """A rating of the file's own scale on 0-10, to one decimal; None outside that scale."""
    share = (rating - mapping.no_pain) / (mapping.worst_pain - mapping.no_pain)
    return round(share * 10, 1) if 0 <= share <= 1 else None


def place_of(cells: Cells) -> Place | None:
    """The region, with the side that its word or else the side column says; what does not fit stays in the note."""
    code = cells.code(Role.PLACE)
    side = cells.code(Role.SIDE)
    if not code:
        if side:
            cells.keep(cells.text(Role.SIDE))
        return None
    place = place_from_code(code)
    if not side or side == place.side:
        return place
    if place.side is None and Side(side) in sides_of(place.region):
        return Place(place.region, Side(side))
    cells.keep(cells.text(Role.SIDE))
    return place


def _intensity(cells: Cells) -> float:
    text = cells.text(Role.INTENSITY)
    if not text:
        raise RowError("It does not say how strong the pain was")
    rating = read_rating(text, worst=cells.mapping.worst_pain)
    if rating is None:
        raise RowError("The strength of the pain is not a number", text)
    intensity = on_ten(rating, cells.mapping)
    if intensity is None:
        ends = sorted((cells.mapping.no_pain, cells.mapping.worst_pain))
        raise RowError(f"The strength of the pain lies outside the scale of {ends[0]:g} to {ends[1]:g}", text)
    return intensity
