"""When two flare-ups lie over each other, and what they are as one."""

import datetime as dt

import pytest

from journal.analytics.flare_overlap import Told, as_one, overlap
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import FlareContent


def at(day: int, hour: int | None = None) -> Moment:
    clock = None if hour is None else dt.time(hour)
    return moment_on_wall(day=dt.date(2026, 5, day), at=clock, tz="Europe/Berlin")


def told(start: Moment, end: Moment | None, *, origin: str = "declared", note: str = "") -> Told:
    return Told(start=start, content=FlareContent(origin=origin, end=end, note=note))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (told(at(1), at(4)), told(at(5), at(6)), False),
        (told(at(1), at(4)), told(at(3), at(6)), True),
        (told(at(1), at(4)), told(at(2), at(3)), True),
        (told(at(1), at(4)), told(at(4), at(6)), True),
        (told(at(1), at(4, 10)), told(at(4, 18), at(6)), False),
        (told(at(1), at(4, 18)), told(at(4, 10), at(6)), True),
        (told(at(1), at(4, 10)), told(at(4), at(6)), True),
        (told(at(4, 8), at(4, 10)), told(at(4, 12), at(4, 15)), False),
        (told(at(1), None), told(at(9), at(10)), True),
        (told(at(9), None), told(at(1), at(8)), False),
        (told(at(1), None, origin="confirmed"), told(at(2), at(3)), False),
        (told(at(1), None, origin="confirmed"), told(at(1), at(3)), True),
    ],
)
def test_a_day_in_common_counts_unless_clocks_tell_them_apart(one: Told, other: Told, expected: bool) -> None:
    assert overlap(one=one, other=other) is expected
    assert overlap(one=other, other=one) is expected


def test_one_that_lasts_makes_the_whole_last() -> None:
    whole = as_one(kept=told(at(3), at(6), origin="confirmed"), others=[told(at(5), None)])

    assert (whole.start, whole.content.end, whole.content.origin) == (at(3), None, "declared")


def test_texts_are_kept_each_once_in_order() -> None:
    kept = told(at(3), at(6), note="Later.")
    others = [told(at(1), at(4), note="First."), told(at(5), at(7), note="Later.")]

    assert as_one(kept=kept, others=others).content.note == "First.\nLater."


def test_it_never_ends_before_it_starts() -> None:
    whole = as_one(kept=told(at(4), at(4)), others=[told(at(4, 7), at(4, 9))])

    assert whole.content.end is not None
    assert whole.content.end.occurred_at >= whole.start.occurred_at
