"""When a row happened."""

from datetime import datetime, timedelta

from journal.analytics.moments import Moment, moment_at, moment_on_wall
from journal.imports.cells import Cells, RowError
from journal.imports.dates import NotADateError, WrittenDate, full_year, read_date, read_month, read_time, real_day
from journal.imports.mapping import Role


def moment_of(cells: Cells, *, tz: str, day_starts_at: int, now: datetime) -> Moment:
    """The moment of a row; without a time of day only its day is known. Raises RowError.

    A time of its own column counts before one beside the date. Texts that are no time stay in the note.
    """
    written = _written(cells)
    at = written.at
    if text := cells.text(Role.TIME):
        said = read_time(text)
        if said is None:
            cells.keep_unread(Role.TIME)
        at = said or at
    if written.rest:
        cells.keep(written.rest)
    if written.instant is not None and at == written.at:
        moment = moment_at(instant=written.instant, tz=tz, day_starts_at=day_starts_at)
    else:
        moment = moment_on_wall(day=written.day, at=at, tz=tz, day_starts_at=day_starts_at)
    if moment.occurred_at > now + timedelta(days=1):
        raise RowError("The date lies in the future", f"{written.day:%Y-%m-%d}")
    return moment


def _written(cells: Cells) -> WrittenDate:
    if cells.mapping.column_of(Role.DATE) is None:
        return _from_parts(cells)
    text = cells.text(Role.DATE)
    if not text:
        raise RowError("There is no date")
    try:
        return read_date(text, cells.mapping.date_order)
    except NotADateError as problem:
        raise RowError(str(problem), text) from None


def _from_parts(cells: Cells) -> WrittenDate:
    parts = [cells.text(role) for role in (Role.YEAR, Role.MONTH, Role.DAY)]
    for part, name in zip(parts, ("year", "month", "day"), strict=True):
        if not part:
            raise RowError(f"There is no {name}")
    year, month, day = parts
    number = read_month(month)
    together = "-".join(parts)
    if number is None or not (year.isdecimal() and day.isdecimal() and len(year) <= 4 and len(day) <= 2):
        raise RowError("Year, month and day are not a date that can be read", together)
    try:
        return WrittenDate(real_day(full_year(int(year)), number, int(day)))
    except NotADateError as problem:
        raise RowError(str(problem), together) from None
