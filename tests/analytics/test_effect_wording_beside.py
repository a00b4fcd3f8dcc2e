"""What stands beside the answer about massages, sentence by sentence."""

from dataclasses import replace
from typing import Any

import pytest

from journal.analytics.duration import DayWindow
from journal.analytics.effect_wording import (
    flare_sentences,
    group_words,
    habit_sentence,
    immediate_sentence,
    immediate_words,
    lasting_sentence,
    window_words,
)
from journal.analytics.flare_rates import FlareRates, Rate
from journal.analytics.immediate_change import ImmediateChange
from journal.analytics.massage_effect import EffectEstimate, verdict_on


def estimate(low: float, high: float, **said: Any) -> EffectEstimate:
    return EffectEstimate(
        verdict=verdict_on(low=low, high=high),
        sessions=12,
        sessions_usable=11,
        days_logged=163,
        change=(low + high) / 2,
        low=low,
        high=high,
        **said,
    )


def with_windows(*found: tuple[float | None, bool], until: int | None) -> EffectEstimate:
    days = ((1, 2), (3, 5), (6, 9))
    windows = tuple(
        DayWindow(first_day=first, last_day=last, sessions=9, change=change, low=change, high=change, clear=clear)
        for (first, last), (change, clear) in zip(days, found, strict=True)
    )
    return estimate(-1, 1, windows=windows, lasts_until_day=until)


def rates(*, flares: int) -> FlareRates:
    return FlareRates(
        flares=flares,
        starts_after_massage=Rate(days=1, events=0),
        starts_after_alike=Rate(days=40, events=9),
        ends_with_massage=Rate(days=14, events=2),
        ends_without_massage=Rate(days=60, events=10),
    )


@pytest.mark.parametrize(
    ("share", "words", "is_slower"),
    [(0.001, "less than 1 %", False), (0.03, "3 %", False), (0.05, "5 %", False), (0.06, "6 %", True)],
)
def test_the_cross_check(share: float, words: str, is_slower: bool) -> None:
    said = habit_sentence(estimate(-1.4, -0.4, redeal_p=share))
    words = words.replace(" %", "\N{NO-BREAK SPACE}%")
    assert said.startswith(f"Your booking habit alone produces a result this big in {words} of re-deals: ")
    assert ("be slower to rely on the answer" in said) is is_slower


def test_the_cross_check_warns_only_of_an_answer() -> None:
    assert "be slower" not in habit_sentence(estimate(-1.4, 0.4, redeal_p=0.9))
    assert habit_sentence(estimate(-1.4, 0.4)) == ""


def test_how_long() -> None:
    assert lasting_sentence(with_windows((-1, True), (-0.5, False), (0, False), until=2)) == (
        "Pain is clearly lower up to day 2 after a massage. Beyond that, the diary cannot see it."
    )
    assert lasting_sentence(with_windows((1, True), (0.5, True), (1, True), until=9)) == (
        "Pain is clearly higher up to day 9 after a massage. Later days are not compared."
    )
    assert lasting_sentence(with_windows((-1, True), (0.5, True), (1, True), until=2)) == (
        "Pain is clearly lower up to day 2 after a massage. On days 3 to 5 and 6 to 9 it is clearly higher."
    )
    assert lasting_sentence(with_windows((1, False), (0.5, False), (None, False), until=None)) == (
        "At none of these times is a change clear by itself, so the diary cannot see how long one lasts."
    )
    assert lasting_sentence(estimate(-1, 0)) == ""


def test_a_window_as_a_row() -> None:
    window = DayWindow(first_day=1, last_day=2, sessions=1200, change=-1, low=-2, high=0.5, p=0.01, clear=True)
    assert window_words(window) == ["Days 1 to 2", "1.0 lower", "2.0 lower to 0.5 higher", "1,200", "yes"]
    assert window_words(replace(window, clear=False))[-1] == "no"
    assert window_words(DayWindow(first_day=6, last_day=9, sessions=4)) == ["Days 6 to 9", "–", "–", "4", "too few"]


@pytest.mark.parametrize(
    ("changes", "sentence", "words"),
    [
        ([], "No session is rated both before and right after.", "–"),
        (
            [-2],
            "In the one session rated both times, pain right after was 2.0 points lower than before.",
            "2.0 lower, 1 rated",
        ),
        (
            [0],
            "In the one session rated both times, pain right after was the same as before.",
            "no change, 1 rated",
        ),
        (
            [-2, 0, 1, -3],
            (
                "Of 4 sessions rated both times, pain right after was lower in 2, the same in 1 and higher in 1. On "
                "average it was just under 1.0 points lower than before."
            ),
            "just under 1.0 lower, 4 rated",
        ),
    ],
)
def test_what_was_felt_at_once(changes: list[float], sentence: str, words: str) -> None:
    mean = sum(changes) / len(changes) if changes else None
    if len(changes) == 4:
        mean = -0.99
    immediate = ImmediateChange(
        sessions=len(changes),
        mean=mean,
        lower=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        higher=sum(change > 0 for change in changes),
    )
    assert (immediate_sentence(immediate), immediate_words(immediate)) == (sentence, words)


def test_a_kind_of_massage() -> None:
    below_the_gate = EffectEstimate(verdict="not_enough_data", sessions=3, sessions_usable=2, days_logged=80)
    assert group_words(None, is_all=False) == group_words(below_the_gate, is_all=False) == "too few to compare"
    assert group_words(None, is_all=True) == "the answer above: it is about all your massage days"
    assert group_words(estimate(-1.4, -0.4), is_all=False) == "0.9 lower; anything 1.4 to 0.4 lower"
    assert group_words(estimate(-2, 1), is_all=False) == "can’t tell yet: 0.5 lower; anything 2.0 lower to 1.0 higher"
    assert group_words(estimate(-0.01, 0.01), is_all=False) == "no change; anything within 0.1 of no change"


def test_flare_ups_are_counted() -> None:
    assert flare_sentences(rates(flares=0)) == ["There is no flare-up in these days."]
    assert flare_sentences(rates(flares=1)) == [
        "Outside flare-ups, 0 of 1 massage day had one begin in the week after, and so had 9 of 40 days like them.",
        (
            "In flare-ups, 2 of 14 days with a massage then or in the two days before came last, and so did 10 of 60 "
            "other days."
        ),
    ]


def test_shares_of_flare_ups_are_said_from_ten_on() -> None:
    few, enough = flare_sentences(rates(flares=9)), flare_sentences(rates(flares=10))
    assert "%" not in "".join(few)
    assert "9 of 40 days like them (22\N{NO-BREAK SPACE}%)" in enough[0]
    assert (
        "0 of 0 days like them."
        in flare_sentences(replace(rates(flares=10), starts_after_alike=Rate(days=0, events=0)))[0]
    )
