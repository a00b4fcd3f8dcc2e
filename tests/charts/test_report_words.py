"""The sentences of the report: honest about how much is behind them."""

import pytest

from journal.analytics.day_factors import Beside, Side
from journal.analytics.records import SafetyContent
from journal.analytics.summary_parts import Around, Completeness, PainCompared, PainLevel
from journal.charts.report_words import (
    beside_lines,
    change_words,
    complete_words,
    flare_words,
    help_words,
    massage_words,
    mean_change_words,
    reach_words,
    signs_words,
    trend_words,
)
from tests.analytics.period_values import felt, flare, june, may, session, summary_of


def level(mean: float, days: int = 20) -> PainLevel:
    return PainLevel(days=days, mean=mean, worst=9, least=1)


def compared(now: float, before: float, *, days: int = 20, days_before: int = 20) -> PainCompared:
    return PainCompared(now=level(now, days), before=level(before, days_before))


def around(code: str, low: float | None = None, high: float | None = None) -> Around:
    sides = [None if pain is None else Side(bound=bound, days=9, pain=pain) for bound, pain in ((2, low), (8, high))]
    beside = Beside(days=27, low=sides[0], high=sides[1])
    return Around(code=code, days=27, mean=5, days_before=0, mean_before=None, beside=beside)


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (compared(3, 5), "Pain was lower than in the 30 days before: 3.0 on average, against 5.0; people notice"),
        (compared(6, 5), "Pain was higher than in the 30 days before: 6.0 on average, against 5.0; people notice"),
        (
            compared(4.5, 5),
            "Pain was much as in the 30 days before: 4.5 on average, against 5.0; a change of less than 1",
        ),
        (
            compared(3, 5, days_before=6),
            "Pain averaged 3.0 on 20 logged days. That cannot be compared with the 30 days",
        ),
        (
            PainCompared(now=level(3, 1), before=None),
            "Nothing is logged in the 30 days before to compare that with.",
        ),
        (PainCompared(now=None, before=level(3)), "There is no pain to compare."),
    ],
)
def test_the_trend_is_one_sentence_with_both_numbers(pain: PainCompared, said: str) -> None:
    assert said in trend_words(pain, days=30)


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (compared(3, 5), "2 lower, noticeable"),
        (compared(6, 5), "1 higher, noticeable"),
        (compared(4.64, 3.65), "just under 1 higher, not noticeable"),
        (compared(4.5, 5), "0.5 lower, not noticeable"),
        (compared(5, 5.01), "no change"),
        (compared(3, 5, days=6), "too little logged to compare"),
    ],
)
def test_a_change_says_whether_it_is_noticeable(pain: PainCompared, said: str) -> None:
    assert mean_change_words(pain) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(4, 6, "2 lower"), (6.5, 6, "0.5 higher"), (6, 6, "no change"), (None, 6, "–"), (3.04, 2.96, "no change")],
)
def test_differences_are_those_of_the_numbers_shown(now: float | None, before: float | None, said: str) -> None:
    assert change_words(now, before) == said


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (0, "Pain is logged on 20 of 30 days (67 %), in 41 entries."),
        (1, "in 41 entries. 1 of these days was filled in after the day was over."),
        (9, "in 41 entries. 9 of these days were filled in after the day was over."),
    ],
)
def test_it_says_how_much_was_remembered_later(later: int, said: str) -> None:
    words = complete_words(Completeness(days=30, days_logged=20, days_later=later, entries=41))

    assert words.replace("\N{NO-BREAK SPACE}", " ").endswith(said)


def test_only_noticeable_differences_are_said_to_go_with_pain() -> None:
    lines = beside_lines([around("3", 3, 5), around("1", 5, 3.9), around("4", 4, 4.9), around("6"), around("10", 1, 9)])

    stress, sleep, *others = lines
    assert stress == (
        "Stress: pain is higher with more of it. 8 or more: pain was 5.0 on average on 9 days. "
        "2 or less: 3.0 on average on 9 days."
    )
    assert sleep.startswith("Sleep quality: pain is lower with more of it. 8 or more: pain was 3.9 on average")
    assert others == [
        "No difference of a point or more beside sitting.",
        "Too little logged, or too alike, to say anything of walking.",
    ]


def test_nothing_around_the_pain_is_no_line() -> None:
    assert beside_lines([]) == []


def test_flare_ups_that_only_the_diary_suggests_are_called_that() -> None:
    summary = summary_of(flares=[flare(june(2), june(4)), flare(june(9), june(12), "suggested"), flare(may(3), may(4))])

    assert flare_words(summary) == (
        "Flare-ups that began: 1; in the period before: 1. 3 days of this period lie in one. The diary suggests 1 more "
        "by its rule, which was not confirmed."
    )
    assert flare_words(summary_of()) == "No flare-up is logged."


def test_reach_and_signs_name_their_days() -> None:
    summary = summary_of(
        felt=[
            *felt([june(1), june(2)], place="sole.left"),
            *felt([june(2)], "numbness", "big_toe.left"),
            *felt([may(9)]),
        ]
    )

    assert reach_words(summary.reach) == (
        "Felt as far as the toes on 1 of 2 days; before, on 0 of 1. Furthest: on the left the toes."
    )
    assert signs_words(summary) == "Of 2 days that say what was felt and where: leg pain on 2 and numbness on 1."
    assert (reach_words(None), signs_words(summary_of())) == ("", "")


def test_massages_are_counted_in_words() -> None:
    massages = summary_of(sessions=[session(june(1), minutes=60), session(june(2)), session(may(9))]).massages

    assert massage_words(massages, days=30) == (
        "2 sessions on 2 days, 1 in the 30 days before. 60 minutes in the 1 session whose length is logged."
    )
    assert massage_words(summary_of().massages, days=30) == "No massage is logged."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SafetyContent(reasons=("saddle",)), "Something felt between the legs"),
        (SafetyContent(reasons=("weakness",), asked=True), "Weakness; its questions were left open"),
        (SafetyContent(reasons=("weakness",), asked=True, fever="no"), "Weakness; answered: fever: no"),
    ],
)
def test_signs_to_watch_come_with_the_answers(content: SafetyContent, said: str) -> None:
    assert help_words(content) == said
