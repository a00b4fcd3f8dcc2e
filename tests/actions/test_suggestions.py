"""Suggested flare-ups of the whole diary."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.actions.records import change_record, delete_record, undo_change
from journal.actions.settings import change_settings
from journal.actions.suggestions import suggested_flares
from journal.analytics.flares import Flare
from journal.models import KeptResult, PainEntry, User
from tests.cast import flare, on_wall, pain

DAY = dt.timedelta(days=1)
FIRST = dt.date(2026, 3, 1)
RAISED = FIRST + 14 * DAY
SETTLED = FIRST + 18 * DAY


def diary_with_a_flare(user: User, *, settled_days: int = 5) -> None:
    """Two weeks at 3, four days at 7, then at 3 again."""
    for offset, intensity in enumerate([3] * 14 + [7] * 4 + [3] * settled_days):
        pain(user, intensity, on=FIRST + offset * DAY)


def starts(user: User, today: dt.date = SETTLED + 10 * DAY) -> list[dt.date]:
    return [found.start for found in suggested_flares(user=user, today=today)]


def test_an_empty_diary_suggests_nothing(ana: User) -> None:
    assert suggested_flares(user=ana, today=FIRST) == []


def test_a_rise_over_what_was_usual_is_suggested_and_reads_back_the_same(ana: User) -> None:
    diary_with_a_flare(ana)
    expected = Flare(
        start=RAISED,
        end=SETTLED - DAY,
        last_seen=SETTLED - DAY,
        state="ended",
        peak=7,
        usual=3,
        rule="plus_2_on_2_days",
    )
    assert suggested_flares(user=ana, today=SETTLED) == [expected]
    assert suggested_flares(user=ana, today=SETTLED) == [expected]


def test_asked_again_it_costs_one_query(ana: User) -> None:
    diary_with_a_flare(ana)
    suggested_flares(user=ana, today=SETTLED)
    with CaptureQueriesContext(connection) as queries:
        suggested_flares(user=ana, today=SETTLED)
    assert len(queries) == 1


def test_the_same_kept_result_serves_every_day(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)
    states = [suggested_flares(user=ana, today=SETTLED - DAY + gap * DAY)[0].state for gap in (0, 4, 5)]
    assert states == ["ongoing", "ongoing", "end_unknown"]
    assert KeptResult.objects.count() == 1


@pytest.mark.parametrize("origin", ["declared", "confirmed", "dismissed"])
@pytest.mark.parametrize(
    ("first", "last"), [(RAISED, SETTLED - DAY), (RAISED - 3 * DAY, RAISED), (SETTLED - DAY, SETTLED + DAY)]
)
def test_what_the_person_has_decided_about_is_not_suggested_again(
    ana: User, origin: str, first: dt.date, last: dt.date
) -> None:
    diary_with_a_flare(ana)
    flare(ana, on=first, until=last, origin=origin)
    assert starts(ana) == []


def test_a_flare_up_on_other_days_takes_nothing_away(ana: User) -> None:
    diary_with_a_flare(ana)
    flare(ana, on=SETTLED, until=SETTLED + DAY)
    assert starts(ana) == [RAISED]


def test_a_declared_flare_up_that_still_lasts_covers_all_that_follows(ana: User) -> None:
    diary_with_a_flare(ana)
    flare(ana, on=FIRST)
    assert starts(ana) == []


@pytest.mark.parametrize("origin", ["confirmed", "dismissed"])
def test_an_answer_without_an_end_covers_only_the_suggestion_it_was_given_to(ana: User, origin: str) -> None:
    diary_with_a_flare(ana)
    flare(ana, on=FIRST, origin=origin)
    assert starts(ana) == [RAISED]
    flare(ana, on=RAISED, origin=origin)
    assert starts(ana) == []


def test_a_deleted_decision_brings_the_suggestion_back(ana: User) -> None:
    diary_with_a_flare(ana)
    decided = flare(ana, on=RAISED, until=SETTLED, origin="dismissed")
    assert starts(ana) == []
    delete_record(kind="flare", user=ana, uid=decided.uid, now=decided.updated_at)
    assert starts(ana) == [RAISED]


def test_suggestions_follow_every_edit_of_the_diary_and_its_undo(ana: User) -> None:
    diary_with_a_flare(ana)
    assert starts(ana) == [RAISED]
    first = PainEntry.objects.get(local_date=RAISED)
    edit: dict[str, Any] = {"kind": "pain", "user": ana, "uid": first.uid, "now": first.updated_at}

    change_record(**edit, version=1, content=replace(first.content, intensity=3), moment=first.moment)
    assert starts(ana) == [RAISED + DAY]
    undo_change(**edit, version=2)
    assert starts(ana) == [RAISED]
    change_record(**edit, version=3, content=first.content, moment=on_wall(ana, FIRST - DAY))
    assert starts(ana) == [RAISED + DAY]

    for entry in PainEntry.objects.filter(local_date__range=(RAISED + DAY, SETTLED - DAY)):
        delete_record(kind="pain", user=ana, uid=entry.uid, now=entry.updated_at)
    assert starts(ana) == []


def test_other_people_s_diaries_play_no_part(ana: User, ben: User) -> None:
    diary_with_a_flare(ben)
    assert starts(ana) == []


def test_it_suggests_after_one_day_where_the_person_wants_that(ana: User) -> None:
    for offset, intensity in enumerate([3] * 14 + [7] + [3] * 5):
        pain(ana, intensity, on=FIRST + offset * DAY)
    assert starts(ana) == []

    change_settings(
        user=ana,
        time_zone=ana.time_zone,
        day_starts_at=0,
        usual_side="",
        flare_after_days=1,
        country="",
        theme="auto",
    )

    assert starts(ana) == [RAISED]
