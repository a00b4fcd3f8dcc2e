"""The invented diary looks like a life with a bad back, always the same, and has no effect of massage in it."""

import datetime as dt
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from statistics import correlation, fmean

import pytest

from journal.analytics.demo import DemoDiary, invent_diary
from journal.analytics.flares import suggest_flares
from journal.analytics.questionnaires import score_of
from journal.analytics.timeline import DayPain
from journal.analytics.vocabulary import Place, Region, Side, places_to_choose

UNTIL = dt.datetime.fromisoformat("2026-05-04 14:30")
TODAY = UNTIL.date()


@cache
def diary(years: int = 1) -> DemoDiary:
    return invent_diary(days=365 * years, until=UNTIL, tz="Europe/Berlin")


@cache
def pain_by_day(years: int = 1) -> dict[dt.date, float]:
    ratings = defaultdict(list)
    for moment, entry in diary(years).pains:
        ratings[moment.local_date].append(entry.intensity)
    return {day: fmean(said) for day, said in ratings.items()}


def test_it_is_always_the_same() -> None:
    assert invent_diary(days=365, until=UNTIL, tz="Europe/Berlin") == diary()


@pytest.mark.parametrize("years", [1, 10])
def test_it_is_as_long_as_asked_and_ends_now(years: int) -> None:
    days = pain_by_day(years)

    assert TODAY - dt.timedelta(days=365 * years) < min(days) < TODAY - dt.timedelta(days=365 * years - 20)
    assert max(days) == TODAY
    made = diary(years)
    everything = [*made.pains, *made.massages, *made.flares, *made.days, *made.medicines]
    assert max(moment.wall for moment, _ in everything if moment.time_known) <= UNTIL


def test_days_and_weeks_are_missing_and_some_days_have_several_entries() -> None:
    logged = pain_by_day(10)
    gaps = [(after - before).days - 1 for before, after in pairwise(sorted(logged))]

    assert 0.75 < len(logged) / 3650 < 0.92
    assert max(gaps) >= 7
    per_day = Counter(moment.local_date for moment, _ in diary(10).pains)
    assert set(per_day.values()) == {1, 2, 3}


def test_pain_has_a_memory() -> None:
    logged = pain_by_day(10)
    pairs = [
        (pain, logged[day + dt.timedelta(days=1)]) for day, pain in logged.items() if day + dt.timedelta(1) in logged
    ]

    assert 0.5 < correlation(*zip(*pairs, strict=True)) < 0.9


def test_the_whole_scale_is_used_and_most_days_are_mild_or_moderate() -> None:
    counts = Counter(entry.intensity for _, entry in diary(10).pains)

    assert set(counts) == set(range(11))
    assert sum(counts[intensity] for intensity in range(1, 7)) > 0.8 * counts.total()


def test_strong_pain_reaches_further_down_the_left_leg() -> None:
    def reaching_the_calf(low: int, high: int) -> float:
        entries = [entry for _, entry in diary(10).pains if low <= entry.intensity <= high]
        return fmean(any(feeling.region == "calf" for feeling in entry.feelings) for entry in entries)

    places = Counter(feeling.side for _, entry in diary(10).pains for feeling in entry.feelings)
    assert reaching_the_calf(1, 3) < 0.1 < 0.5 < reaching_the_calf(7, 10)
    assert places["left"] > 0.9 * places.total()


def test_only_words_of_the_vocabulary_are_used() -> None:
    felt = {feeling for _, entry in diary(10).pains for feeling in entry.feelings}
    massaged = {area for _, session in diary(10).massages for area in session.areas}

    places = {feeling.place for feeling in felt} | {Place(Region(area.region), Side(area.side)) for area in massaged}
    assert places <= set(places_to_choose())


def test_massages_are_booked_on_bad_days() -> None:
    logged = pain_by_day(10)
    on_the_day = [logged[moment.local_date] for moment, _ in diary(10).massages if moment.local_date in logged]

    assert fmean(on_the_day) > fmean(logged.values()) + 0.5
    assert 10 < len(diary().massages) < 60


def test_pain_goes_its_way_whether_or_not_there_was_a_massage() -> None:
    """Days with a massage and days as bad without one are followed by the same pain.

    Nearly: massages are booked by the pain that is felt, and days are told apart here by what was logged of it.
    """
    logged = pain_by_day(40)
    massaged = {moment.local_date for moment, _ in diary(40).massages}
    change: dict[bool, dict[int, list[float]]] = {True: defaultdict(list), False: defaultdict(list)}
    for day, pain in logged.items():
        after = logged.get(day + dt.timedelta(days=1))
        if after is not None:
            change[day in massaged][round(pain)].append(after - pain)

    differences = [fmean(change[True][level]) - fmean(change[False][level]) for level in (2, 3, 4, 5, 6)]
    assert abs(fmean(differences)) < 0.25


def test_flare_ups_are_declared_and_others_are_left_to_be_suggested() -> None:
    days = [DayPain(day=day, mean=pain) for day, pain in pain_by_day(10).items()]
    declared = diary(10).flares

    assert 20 < len(declared) < len(suggest_flares(days=days, today=TODAY))
    assert sum(said.end is None for _, said in declared) <= 1
    for (_, said), (start, _) in pairwise(declared):
        assert said.end
        assert said.end.local_date < start.local_date


def test_yesterdays_massage_waits_for_its_question() -> None:
    moment, session = diary().massages[-1]

    assert moment.local_date == TODAY - dt.timedelta(days=1)
    assert session.pain_next_day is None


def test_days_are_logged_once_and_sleep_is_worse_on_bad_ones() -> None:
    logs = {moment.local_date: log for moment, log in diary(10).days}
    logged = pain_by_day(10)
    pairs = [(pain, logs[day].sleep_quality or 0) for day, pain in logged.items() if day in logs]

    assert len(logs) == len(diary(10).days)
    assert correlation(*zip(*pairs, strict=True)) < -0.3


def test_medicines_are_for_bad_days_and_some_are_left_out() -> None:
    logged = pain_by_day(10)
    on_the_day = [logged[moment.local_date] for moment, _ in diary(10).medicines if moment.local_date in logged]

    assert fmean(on_the_day) > fmean(logged.values()) + 1
    assert {said.taken for _, said in diary(10).medicines} == {True, False}


@pytest.mark.parametrize("code", ["peg", "rmdq"])
def test_scores_of_questionnaires_follow_the_pain_of_their_week(code: str) -> None:
    logged, pairs = pain_by_day(10), []
    for moment, said in diary(10).questionnaires:
        week = [moment.local_date - dt.timedelta(days=back) for back in range(7)]
        pains = [logged[day] for day in week if day in logged]
        if said.instrument == code and pains:
            pairs.append((fmean(pains), score_of(said) or 0))

    assert len(pairs) > 100
    assert correlation(*zip(*pairs, strict=True)) > 0.5


def test_a_visit_is_near_one_is_past_and_questions_wait() -> None:
    days = [moment.local_date for moment, _ in diary().visits]

    assert days[0] < TODAY - dt.timedelta(days=14) < TODAY < days[1] <= TODAY + dt.timedelta(days=7)
    assert [said.asked for _, said in diary().questions] == [False, False]
    assert len(invent_diary(days=5, until=UNTIL, tz="Europe/Berlin").visits) == 1
