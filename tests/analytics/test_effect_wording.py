"""What the diary says about massages, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics import effect_wording
from journal.analytics.duration import DayWindow
from journal.analytics.effect_gate import Lack
from journal.analytics.effect_wording import (
    basis_sentence,
    directed,
    directed_briefly,
    effect_sentence,
    effect_title,
    group_words,
    habit_sentence,
    lack_words,
    lasting_sentence,
    percent,
    size_sentence,
    spread,
    window_words,
)
from journal.analytics.massage_effect import EffectEstimate, Verdict, verdict_on

NEVER = re.compile(
    r"(?i:signific|prove[sdn]?\b|treat(s|ed|ing|ment)?\b|\bworks?\b|\bcures?\b|\bheal)|None(?! of)|\bnan\b|\binf\b|!"
)
AFTER = "After massages, pain over the next three days was"
THAN = "than after days like them without one"


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


def lacking(*missing: Lack, sessions: int = 0, usable: int = 0) -> EffectEstimate:
    return EffectEstimate(
        verdict="not_enough_data", sessions=sessions, sessions_usable=usable, days_logged=35, missing=missing
    )


def lack(what: Any, have: float, need: float) -> Lack:
    return Lack(what=what, have=have, need=need)


class TestTheAnswer:
    def test_lower(self) -> None:
        said = effect_sentence(estimate(-1.4, -0.4))
        assert said == f"{AFTER} 0.9 points lower {THAN}; the diary fits anything from 1.4 to 0.4 points lower."

    def test_higher(self) -> None:
        said = effect_sentence(estimate(0.3, 1.5))
        assert said == f"{AFTER} 0.9 points higher {THAN}; the diary fits anything from 0.3 to 1.5 points higher."

    def test_no_change_that_is_noticed(self) -> None:
        said = effect_sentence(estimate(-0.6, 0.2))
        assert said == (
            f"{AFTER} 0.2 points lower {THAN}; the diary fits anything from 0.6 points lower to 0.2 points higher. "
            "People notice a change from about 1 point on."
        )

    def test_no_change_at_all(self) -> None:
        assert effect_sentence(estimate(-0.5, 0.5)).startswith(f"{AFTER} much the same as after days like them")

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            (1, "About 1 more session might be enough to tell."),
            (8, "About 8 more sessions might be enough to tell."),
            (19, "About 19 more sessions"),
            (22, "About 20 more sessions"),
            (88, "About 90 more sessions"),
            (100, "About 100 more sessions"),
            (101, "It would take more than 100 more sessions to tell, so the diary may never do so."),
            (90_000, "It would take more than 100 more sessions to tell"),
        ],
    )
    def test_cannot_tell_yet(self, more: int, words: str) -> None:
        said = effect_sentence(estimate(-1.6, 0.6, more_sessions=more))
        assert said.startswith(
            f"{AFTER} 0.5 points lower {THAN}, but the diary fits anything from 1.6 points lower to 0.6 points higher. "
        )
        assert words in said

    def test_below_the_gate_there_is_no_number(self) -> None:
        assert not re.search(r"\d", effect_sentence(lacking(lack("sessions", 3, 6))))

    def test_each_verdict_has_a_title(self) -> None:
        assert effect_title(estimate(-2, -1)) == "Lower pain after massages"
        assert effect_title(estimate(1, 2)) == "Higher pain after massages"
        assert effect_title(estimate(-0.2, 0.2)) == "No noticeable change"
        assert effect_title(estimate(-2, 0.2)) == "Can’t tell yet"

    def test_whether_it_would_be_noticed(self) -> None:
        about = "People notice a change from about 1 point on: "
        assert size_sentence(estimate(-2, -1)) == f"{about}all of that range is as large."
        assert size_sentence(estimate(0.5, 1.5)) == f"{about}part of that range is as large, part is smaller."
        assert size_sentence(estimate(-0.9, -0.1)) == f"{about}all of that range is smaller."
        assert size_sentence(estimate(-0.9, 0.9)) == size_sentence(estimate(-2, 2)) == ""


class TestTheGate:
    @pytest.mark.parametrize(
        ("missing", "title"),
        [
            ([lack("sessions", 3, 6)], "3 more sessions"),
            ([lack("sessions", 5, 6)], "1 more session"),
            ([lack("days", 59, 60)], "1 more day"),
            ([lack("sessions", 0, 6), lack("days", 0, 60)], "6 more sessions and 60 more days"),
            ([lack("sessions", 2, 6), lack("logged_share", 0, 0.6), lack("look_alikes", 0, 1)], "4 more sessions"),
            ([lack("logged_share", 0.4, 0.6)], "pain logged on more of the days"),
            ([lack("look_alikes", 2, 4)], "more days that look like your massage days, but without one"),
        ],
    )
    def test_it_says_what_is_missing(self, missing: list[Lack], title: str) -> None:
        assert effect_title(lacking(*missing)) == f"Still needed: {title}"

    @pytest.mark.parametrize(
        ("missing", "needed", "so_far"),
        [
            (
                lack("sessions", 0, 6),
                "6 more sessions",
                "None of your massage days have pain logged before and after; a comparison takes 6.",
            ),
            (
                lack("sessions", 1, 6),
                "5 more sessions",
                "1 of your massage days has pain logged before and after; a comparison takes 6.",
            ),
            (lack("days", 1, 60), "59 more days", "Your diary covers 1 day; a comparison takes 60."),
            (
                lack("logged_share", 0.599, 0.6),
                "Pain logged on more of the days",
                "Pain is logged on 59 % of the days; a comparison takes 60 %.",
            ),
            (
                lack("look_alikes", 2, 4),
                "More days that look like your massage days, but without one",
                "2 of your massage days have days that looked the same, but without one; a comparison takes 4.",
            ),
        ],
    )
    def test_it_says_what_there_is(self, missing: Lack, needed: str, so_far: str) -> None:
        assert lack_words(missing) == (needed, so_far.replace(" %", "\N{NO-BREAK SPACE}%"))

    @pytest.mark.parametrize(
        ("sessions", "usable", "words"),
        [
            (0, 0, "No day has a massage; pain is logged on 35 days."),
            (1, 0, "The one massage day cannot be compared; pain is logged on 35 days."),
            (1, 1, "The one massage day can be compared; pain is logged on 35 days."),
            (5, 0, "None of 5 massage days can be compared; pain is logged on 35 days."),
            (5, 1, "1 of 5 massage days can be compared; pain is logged on 35 days."),
            (5, 5, "All 5 massage days can be compared; pain is logged on 35 days."),
        ],
    )
    def test_the_days_behind_it(self, sessions: int, usable: int, words: str) -> None:
        assert basis_sentence(lacking(sessions=sessions, usable=usable)) == words

    def test_one_logged_day(self) -> None:
        assert basis_sentence(replace(lacking(), days_logged=1)) == "No day has a massage; pain is logged on 1 day."


class TestNumbers:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (-0.94, "0.9 points lower"),
            (1.0, "1.0 points higher"),
            (-0.97, "just under 1.0 points lower"),
            (1.02, "just over 1.0 points higher"),
            (0.01, "less than 0.1 points higher"),
            (0.0, "0.0 points lower"),
            (-14, "10.0 points lower"),
        ],
    )
    def test_a_change(self, change: float, words: str) -> None:
        assert directed(change) == words

    def test_a_small_change_is_none_in_a_table(self) -> None:
        assert (directed_briefly(0.04), directed_briefly(-0.1)) == ("no change", "0.1 lower")

    @pytest.mark.parametrize(
        ("low", "high", "words"),
        [
            (-1.4, -0.4, "from 1.4 to 0.4 points lower"),
            (-1.4, -0.01, "from 1.4 to less than 0.1 points lower"),
            (-1.4, 0.0, "from 1.4 to 0.0 points lower"),
            (-1.4, 0.01, "from 1.4 points lower to less than 0.1 points higher"),
            (0.0, 1.4, "from 0.0 to 1.4 points higher"),
            (0.3, 1.4, "from 0.3 to 1.4 points higher"),
            (0.0, 0.0, "within 0.1 points of no change"),
            (-30, 30, "from 10.0 points lower to 10.0 points higher"),
        ],
    )
    def test_a_range(self, low: float, high: float, words: str) -> None:
        assert spread(low=low, high=high) == words

    def test_a_share_is_never_rounded_up(self) -> None:
        assert [percent(share) for share in (0.0, 0.599, 0.6, 0.29, 1.0)] == [
            f"{number}\N{NO-BREAK SPACE}%" for number in (0, 59, 60, 29, 100)
        ]


def with_windows(*found: tuple[float | None, bool], until: int | None) -> EffectEstimate:
    days = ((1, 2), (3, 5), (6, 9))
    windows = tuple(
        DayWindow(first_day=first, last_day=last, sessions=9, change=change, low=change, high=change, clear=clear)
        for (first, last), (change, clear) in zip(days, found, strict=True)
    )
    return estimate(-1, 1, windows=windows, lasts_until_day=until)


points = st.floats(min_value=-60, max_value=60)


@given(
    points,
    points,
    st.integers(min_value=1, max_value=10**6),
    st.floats(min_value=0.001, max_value=1),
    st.lists(st.tuples(st.none() | points, st.booleans()), min_size=3, max_size=3),
    st.none() | st.sampled_from([2, 5, 9]),
)
def test_whatever_is_found_is_said_in_plain_words(
    one: float,
    other: float,
    more: int,
    share: float,
    windows: Sequence[tuple[float | None, bool]],
    until: int | None,
) -> None:
    low, high = min(one, other), max(one, other)
    effect = replace(
        with_windows(*windows, until=until),
        change=(low + high) / 2,
        low=low,
        high=high,
        verdict=verdict_on(low=low, high=high),
        redeal_p=share,
        more_sessions=more if verdict_on(low=low, high=high) == "cannot_tell_yet" else None,
    )
    said = [
        effect_title(effect),
        effect_sentence(effect),
        size_sentence(effect),
        basis_sentence(effect),
        habit_sentence(effect),
        lasting_sentence(effect),
        group_words(effect, is_all=False),
        *(cell for window in effect.windows for cell in window_words(window)),
    ]
    assert [sentence for sentence in said if NEVER.search(sentence)] == []
    assert [sentence for sentence in said if "  " in sentence] == []
    assert all(float(number) <= 10 for number in re.findall(r"(\d+\.\d) points", effect_sentence(effect)))


def test_every_verdict_is_worded() -> None:
    assert set(effect_wording._TITLES) | {"not_enough_data"} == set(get_args(Verdict))
