"""The gate, the estimate and the verdict, from outside."""

import math
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.simulated_diaries import Scenario, SimulatedDiary, simulated_diary
from journal.analytics.effect_gate import logged_and_days
from journal.analytics.massage_effect import DayPain, EffectEstimate, estimate_effect, verdict_on

FIRST = date(2024, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def diary_of(pain: Sequence[float | None], massages: Sequence[int], *, rated_before: bool = True) -> SimulatedDiary:
    return SimulatedDiary(
        days=[
            DayPain(day=day(at), mean=mean, before_massage=mean if rated_before and at in massages else None)
            for at, mean in enumerate(pain)
        ],
        massage_days=[day(at) for at in massages],
        true_change=0,
    )


def up_and_down(days: int) -> list[float | None]:
    """Pain that changes from day to day without a pattern, the same every time."""
    rng = np.random.default_rng(5)
    return [float(value) for value in np.clip(np.round(4 + 1.5 * rng.normal(size=days)), 0, 10)]


def estimate(diary: SimulatedDiary, *, deals: int = 19) -> EffectEstimate:
    return estimate_effect(days=diary.days, massage_days=diary.massage_days, deals=deals)


def lacking(effect: EffectEstimate) -> list[str]:
    return [lack.what for lack in effect.missing]


WEEKLY = range(5, 100, 9)


class TestGate:
    def test_an_empty_diary_lacks_everything(self) -> None:
        effect = estimate_effect(days=[], massage_days=[])
        assert (effect.verdict, effect.sessions, effect.sessions_usable, effect.days_logged) == (
            "not_enough_data",
            0,
            0,
            0,
        )
        assert lacking(effect) == ["sessions", "days", "logged_share", "look_alikes"]
        assert (effect.change, effect.low, effect.high, effect.redeal_p, effect.windows) == (None,) * 4 + ((),)
        assert effect.noticeable is None

    def test_days_without_any_rating_are_an_empty_diary(self) -> None:
        assert estimate(diary_of([None] * 90, WEEKLY[:7])).verdict == "not_enough_data"

    def test_six_usable_sessions_are_enough_and_five_are_not(self) -> None:
        pain = up_and_down(90)
        assert estimate(diary_of(pain, WEEKLY[:6])).change is not None
        effect = estimate(diary_of(pain, WEEKLY[:5]))
        (lack,) = effect.missing
        assert (lack.what, lack.have, lack.need, effect.change) == ("sessions", 5, 6, None)

    def test_sessions_at_the_very_end_cannot_be_used(self) -> None:
        pain = up_and_down(90)
        effect = estimate(diary_of(pain, [*WEEKLY[:5], 89]))
        assert (effect.sessions, effect.sessions_usable, lacking(effect)) == (6, 5, ["sessions"])
        assert estimate(diary_of(pain, [*WEEKLY[:5], 88])).sessions_usable == 6

    def test_sixty_days_are_enough_and_fifty_nine_are_not(self) -> None:
        pain, massages = up_and_down(60), range(4, 56, 7)
        assert lacking(estimate(diary_of(pain, massages))) == []
        assert lacking(estimate(diary_of(pain[:59], massages))) == ["days"]

    def test_sixty_percent_of_the_days_must_be_logged(self) -> None:
        pain = up_and_down(100)
        for at in range(100):
            if at % 5 in {2, 3} and at not in WEEKLY:
                pain[at] = None
        enough = diary_of(pain, WEEKLY)
        assert lacking(estimate(enough)) == []
        pain[0:15] = [pain[0], *[None] * 14]
        (lack,) = estimate(diary_of(pain, WEEKLY)).missing
        assert (lack.what, lack.need) == ("logged_share", 0.6)
        assert 0.5 < lack.have < 0.6

    def test_half_of_the_sessions_need_days_like_theirs(self) -> None:
        pain = [9.0 if at in WEEKLY else 3.0 + at % 2 for at in range(100)]
        effect = estimate(diary_of(pain, WEEKLY))
        (lack,) = effect.missing
        assert (lack.what, lack.have, lack.need) == ("look_alikes", 0, 6)

    def test_a_massage_every_day_leaves_nothing_to_compare_with(self) -> None:
        assert lacking(estimate(diary_of(up_and_down(90), range(90)))) == ["look_alikes"]

    def test_a_break_of_a_year_is_not_missing_days(self) -> None:
        pain = [*up_and_down(60), *[None] * 365, *up_and_down(60)]
        effect = estimate(diary_of(pain, [*range(5, 55, 9), *range(430, 480, 9)]))
        assert effect.missing == ()
        assert effect.days_logged == 120
        assert logged_and_days(pain=np.array([1.0, *[np.nan] * 28, 1.0])) == (2, 30)
        assert logged_and_days(pain=np.array([1.0, *[np.nan] * 29, 1.0])) == (2, 2)


class TestVerdict:
    @pytest.mark.parametrize(
        ("low", "high", "verdict", "noticeable"),
        [
            (-2.0, -1.1, "lower", "yes"),
            (-1.5, -0.1, "lower", "maybe"),
            (-0.8, -0.1, "lower", "no"),
            (0.1, 0.8, "higher", "no"),
            (0.1, 1.5, "higher", "maybe"),
            (1.0, 2.0, "higher", "yes"),
            (-0.9, 0.9, "no_noticeable_effect", "no"),
            (0.0, 0.0, "no_noticeable_effect", "no"),
            (-1.0, 0.2, "cannot_tell_yet", "maybe"),
            (-0.2, 1.0, "cannot_tell_yet", "maybe"),
            (-3.0, 0.0, "cannot_tell_yet", "maybe"),
        ],
    )
    def test_it_follows_from_the_interval(self, low: float, high: float, verdict: str, noticeable: str) -> None:
        assert verdict_on(low=low, high=high) == verdict
        effect = replace(estimate_effect(days=[], massage_days=[]), low=low, high=high)
        assert effect.noticeable == noticeable

    def test_a_massage_that_helps_is_found_with_how_long_it_lasts(self) -> None:
        diary = simulated_diary(scenario=Scenario(days=365, sessions=32, effect=(-2.5, -2.5)), seed=[1])
        effect = estimate(diary, deals=199)
        assert (effect.verdict, effect.noticeable) == ("lower", "maybe")
        assert effect.redeal_p == 1 / 200
        assert effect.lasts_until_day == 2
        assert [window.clear for window in effect.windows] == [True, False, False]
        assert effect.more_sessions is None

    def test_a_massage_that_hurts_is_found_too(self) -> None:
        diary = simulated_diary(scenario=Scenario(days=365, sessions=32, effect=(2.0,) * 9), seed=[2])
        effect = estimate(diary)
        assert effect.verdict == "higher"
        assert effect.lasts_until_day == 9

    def test_where_it_cannot_tell_it_says_how_many_more_sessions_might_do(self) -> None:
        diary = simulated_diary(scenario=Scenario(days=90, sessions=7), seed=[3])
        effect = estimate(diary)
        assert effect.verdict == "cannot_tell_yet"
        assert effect.low is not None
        assert effect.high is not None
        assert effect.change is not None
        assert effect.more_sessions is not None
        half_width = (effect.high - effect.low) / 2
        narrowed = half_width * math.sqrt(effect.sessions_usable / (effect.sessions_usable + effect.more_sessions))
        assert effect.more_sessions >= 1
        assert (
            verdict_on(low=effect.change - narrowed * 0.99, high=effect.change + narrowed * 0.99) != "cannot_tell_yet"
        )

    def test_the_same_diary_always_gives_the_same_answer(self) -> None:
        diary = simulated_diary(scenario=Scenario(missing=0.1), seed=[4])
        assert estimate(diary, deals=99) == estimate(diary, deals=99)
        backwards = replace(diary, days=diary.days[::-1], massage_days=diary.massage_days[::-1])
        assert estimate(backwards, deals=99) == estimate(diary, deals=99)


class TestTraps:
    def test_two_sessions_on_a_day_are_one_massage_day(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[5])
        twice = replace(diary, massage_days=[*diary.massage_days, *diary.massage_days[:4]])
        assert estimate(twice) == estimate(diary)

    def test_sessions_on_consecutive_days_are_told_apart_by_how_recent_the_last_was(self) -> None:
        massages = [at for start in range(6, 110, 13) for at in (start, start + 1, start + 2)]
        effect = estimate(diary_of(up_and_down(120), massages))
        assert effect.missing == ()
        assert effect.verdict in {"cannot_tell_yet", "no_noticeable_effect"}

    @pytest.mark.parametrize("level", [0.0, 3.3, 10.0])
    def test_pain_that_never_changes_shows_no_effect(self, level: float) -> None:
        effect = estimate(diary_of([level] * 120, WEEKLY))
        assert (effect.verdict, effect.change, effect.low, effect.high) == ("no_noticeable_effect", 0, 0, 0)
        assert effect.redeal_p == 1
        assert effect.lasts_until_day is None

    def test_a_steady_drift_is_no_effect(self) -> None:
        effect = estimate(diary_of([2 + at / 50 for at in range(200)], WEEKLY))
        assert effect.verdict == "no_noticeable_effect"
        assert effect.change == pytest.approx(0, abs=1e-3)  # not quite: the first three days have fewer before them

    def test_pain_rated_only_after_the_session_is_measured_against_the_day_before(self) -> None:
        pain = up_and_down(120)
        for at in WEEKLY:
            pain[at] = 0.0  # the relief of the evening must not count as where the day began
        after_only = diary_of(pain, WEEKLY, rated_before=False)
        the_day_before = replace(
            after_only,
            days=[
                replace(one, before_massage=pain[at - 1] if at in WEEKLY else None)
                for at, one in enumerate(after_only.days)
            ],
        )
        assert estimate(after_only).missing == ()
        assert estimate(after_only) == estimate(the_day_before)
        assert estimate(after_only).change != estimate(diary_of(pain, WEEKLY)).change

    def test_a_session_on_a_day_without_any_rating_cannot_be_used(self) -> None:
        pain = up_and_down(120)
        pain[WEEKLY[3]] = None
        effect = estimate(diary_of(pain, WEEKLY))
        assert (effect.sessions, effect.sessions_usable) == (len(WEEKLY), len(WEEKLY) - 1)

    def test_a_year_without_entries_joins_nothing_across_it(self) -> None:
        noise = up_and_down(160)
        pain = [*noise[:80], *[None] * 365, *noise[80:]]
        effect = estimate(diary_of(pain, [*range(5, 80, 9), 200, *range(450, 520, 9)]))
        assert effect.verdict in {"cannot_tell_yet", "no_noticeable_effect"}
        assert effect.sessions_usable == effect.sessions - 1

    def test_massages_after_the_last_logged_day_change_only_their_count(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[6])
        last = diary.days[-1].day
        later = replace(diary, massage_days=[*diary.massage_days, last + timedelta(days=1), last + timedelta(days=400)])
        assert replace(estimate(later), sessions=len(diary.massage_days)) == estimate(diary)

    def test_relabelling_the_last_day_as_a_massage_day_changes_only_counts(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[7])
        relabelled = replace(diary, massage_days=[*diary.massage_days, diary.days[-1].day])
        assert diary.days[-1].day not in diary.massage_days
        effect = estimate(relabelled)
        assert replace(effect, sessions=effect.sessions - 1) == estimate(diary)

    def test_a_day_after_the_last_logged_one_changes_nothing(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[15])
        unrated = DayPain(day=diary.days[-1].day + timedelta(days=1), mean=None, before_massage=4.0)
        assert estimate(replace(diary, days=[*diary.days, unrated])) == estimate(diary)

    def test_massages_long_before_the_diary_change_only_their_count(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[8])
        earlier = replace(diary, massage_days=[FIRST - timedelta(days=4000), *diary.massage_days])
        assert replace(estimate(earlier), sessions=len(diary.massage_days)) == estimate(diary)

    def test_massages_shortly_before_the_diary_still_count_as_recent(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[9])
        first = diary.days[0].day
        earlier = replace(diary, massage_days=[first - timedelta(days=1), *diary.massage_days])
        assert estimate(earlier).change != estimate(diary).change


class TestOtherMassages:
    def test_they_are_no_days_without_a_massage(self) -> None:
        diary = simulated_diary(scenario=Scenario(days=365, sessions=40, effect=(-3, -3, -3)), seed=[10])
        one_kind, other_kind = diary.massage_days[::2], diary.massage_days[1::2]
        apart = estimate_effect(days=diary.days, massage_days=one_kind, other_massage_days=other_kind, deals=19)
        mixed = estimate_effect(days=diary.days, massage_days=one_kind, deals=19)
        assert apart.change is not None
        assert mixed.change is not None
        assert apart.change < mixed.change
        assert apart.sessions == len(one_kind)
        assert apart.redeal_p is not None

    def test_a_day_with_both_kinds_counts_for_the_one_in_question(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[11])
        both = estimate_effect(
            days=diary.days, massage_days=diary.massage_days, other_massage_days=diary.massage_days, deals=19
        )
        assert both == estimate(diary)

    def test_without_dealings_the_rest_stays_the_same(self) -> None:
        diary = simulated_diary(scenario=Scenario(), seed=[12])
        assert estimate(diary, deals=0) == replace(estimate(diary), redeal_p=None)


class TestInvariance:
    @pytest.mark.parametrize("by", [-9000, 1, 365, 12345])
    def test_shifting_all_dates_changes_nothing(self, by: int) -> None:
        diary = simulated_diary(scenario=Scenario(missing=0.2), seed=[13])
        away = timedelta(days=by)
        shifted = replace(
            diary,
            days=[replace(one, day=one.day + away) for one in diary.days],
            massage_days=[one + away for one in diary.massage_days],
        )
        assert estimate(shifted, deals=99) == estimate(diary, deals=99)

    @pytest.mark.parametrize("constant", [-2.5, 1 / 3, 4.0])
    def test_adding_a_constant_to_all_pain_changes_nothing(self, constant: float) -> None:
        diary = simulated_diary(scenario=Scenario(missing=0.2), seed=[14])
        moved = replace(
            diary,
            days=[
                one
                if one.mean is None
                else replace(
                    one,
                    mean=one.mean + constant,
                    before_massage=None if one.before_massage is None else one.before_massage + constant,
                )
                for one in diary.days
            ],
        )
        before, after = estimate(diary, deals=99), estimate(moved, deals=99)
        assert (after.verdict, after.redeal_p) == (before.verdict, before.redeal_p)
        assert [after.change, after.low, after.high] == pytest.approx([before.change, before.low, before.high])


ratings = st.one_of(st.none(), st.integers(0, 10).map(float), st.sampled_from([4.0, 4.0, 4.0, 10 / 3]))
SENSIBLE = {"lower", "no_noticeable_effect", "higher", "cannot_tell_yet"}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ratings, min_size=1, max_size=6),
    st.integers(1, 150),
    st.sets(st.integers(-20, 170), max_size=40),
    st.sets(st.integers(-20, 170), max_size=10),
    st.sets(st.integers(0, 149), max_size=25),
    st.integers(0, 2**32 - 1),
)
def test_any_diary_gets_a_sensible_answer_without_nan(
    pattern: list[float | None],
    length: int,
    massages: set[int],
    others: set[int],
    noisy: set[int],
    seed: int,
) -> None:
    rng = np.random.default_rng(seed)
    days = [
        DayPain(
            day=day(at),
            mean=float(rng.integers(0, 11)) if at in noisy else pattern[at % len(pattern)],
            before_massage=None if at % 3 else pattern[at % len(pattern)],
        )
        for at in range(length)
    ]
    effect = estimate_effect(
        days=days,
        massage_days={day(at) for at in massages},
        other_massage_days={day(at) for at in others},
        deals=9,
        seed=seed,
    )
    numbers = [getattr(effect, field.name) for field in fields(effect)]
    numbers += [getattr(window, field.name) for window in effect.windows for field in fields(window)]
    assert not any(isinstance(number, float) and not math.isfinite(number) for number in numbers)
    if effect.missing:
        assert effect.verdict == "not_enough_data"
        assert effect.change is effect.low is effect.high is effect.redeal_p is None
        assert all(lack.have < lack.need for lack in effect.missing)
    else:
        assert effect.verdict in SENSIBLE
        assert effect.low is not None
        assert effect.change is not None
        assert effect.high is not None
        assert effect.redeal_p is not None
        assert effect.low <= effect.change <= effect.high
        assert 0 < effect.redeal_p <= 1
        assert (effect.more_sessions is not None) == (effect.verdict == "cannot_tell_yet")
