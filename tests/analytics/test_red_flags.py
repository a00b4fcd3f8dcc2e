"""Which entries call for the page on when to get help, and which part of it stands first."""

from collections.abc import Iterable
from typing import Any

import pytest

from journal.analytics.records import Feeling, PainContent, SafetyContent
from journal.analytics.red_flags import (
    ANSWER_WORDS,
    QUESTION_WORDS,
    REASON_WORDS,
    Answer,
    Part,
    Question,
    Reason,
    asks,
    first_part,
    is_covered,
    reasons_for,
    stays_answered,
)
from journal.analytics.vocabulary import Quality, Region


def entry(*felt: tuple[str, str, str], intensity: float = 5, own: float | None = None) -> PainContent:
    feelings = tuple(Feeling(quality=what, region=where, side=side, intensity=own) for what, where, side in felt)
    return PainContent(intensity=intensity, feelings=feelings)


def reasons(said: PainContent, earlier: Iterable[PainContent] = ()) -> tuple[Reason, ...]:
    return reasons_for(entry=said, earlier=earlier)


@pytest.mark.parametrize(
    ("left", "right"), [("calf", "calf"), ("thigh_back", "big_toe"), ("buttock", "calf"), ("foot_top", "hip")]
)
def test_both_legs_call_for_it(left: str, right: str) -> None:
    assert reasons(entry(("ache", left, "left"), ("tingling", right, "right"))) == (Reason.BOTH_LEGS,)


@pytest.mark.parametrize(
    "felt",
    [
        (("ache", "calf", "left"), ("burning", "big_toe", "left")),
        (("ache", "lower_back", "left"), ("ache", "lower_back", "right")),
        (("ache", "buttock", "left"), ("ache", "buttock", "right")),
        (("ache", "groin", "left"), ("ache", "calf", "right")),
        (("ache", "calf", ""), ("ache", "calf", "right")),
        (("numbness", "calf", "left"),),
        (),
    ],
    ids=str,
)
def test_these_do_not(felt: tuple[tuple[str, str, str], ...]) -> None:
    assert reasons(entry(*felt)) == ()


@pytest.mark.parametrize("quality", ["", *(quality.value for quality in Quality if quality != Quality.WEAKNESS)])
def test_anything_between_the_legs_does(quality: str) -> None:
    assert Reason.SADDLE in reasons(entry((quality, "saddle", "")))


def test_numbness_counts_where_there_is_no_pain() -> None:
    assert reasons(entry(("numbness", "saddle", ""), intensity=0)) == (Reason.SADDLE,)


def test_what_was_rated_0_is_not_there() -> None:
    assert reasons(entry(("numbness", "saddle", ""), ("weakness", "calf", "left"), own=0)) == ()


def test_numbness_on_both_sides_does_wherever_it_is() -> None:
    assert reasons(entry(("numbness", "lower_back", "left"), ("numbness", "sole", "right"))) == (Reason.NUMB_BOTH,)
    assert reasons(entry(("numbness", "heel", "left"), ("numbness", "sole", "right"))) == (
        Reason.BOTH_LEGS,
        Reason.NUMB_BOTH,
    )


class TestAcrossADay:
    LEFT, RIGHT = entry(("ache", "calf", "left")), entry(("ache", "buttock", "right"))

    def test_one_leg_after_the_other_is_both(self) -> None:
        assert reasons_for(entry=self.RIGHT, earlier=[], same_day=[self.LEFT]) == (Reason.BOTH_LEGS,)
        assert reasons_for(entry=self.LEFT, earlier=[], same_day=[self.RIGHT]) == (Reason.BOTH_LEGS,)

    def test_numbness_on_one_side_after_the_other_is_on_both(self) -> None:
        left, right = entry(("numbness", "sacrum", "left")), entry(("numbness", "sacrum", "right"))

        assert reasons_for(entry=right, earlier=[], same_day=[left]) == (Reason.NUMB_BOTH,)

    def test_what_others_said_calls_for_nothing_by_itself(self) -> None:
        both = entry(("numbness", "calf", "left"), ("numbness", "calf", "right"))

        assert reasons_for(entry=entry(("ache", "lower_back", "left")), earlier=[], same_day=[both]) == ()

    def test_another_day_does_not_count(self) -> None:
        assert reasons_for(entry=self.RIGHT, earlier=[self.LEFT]) == ()


class TestWeaknessThatStays:
    """What the person answered counts on only while nothing changed."""

    NO = {question.value: "no" for question in Question}
    THEN = entry(("weakness", "shin", "left"), own=4)

    def stays(self, now: PainContent = THEN, /, *, noted: str = "weakness", **answers: str) -> bool:
        asked = SafetyContent(reasons=(noted,), asked=True, **self.NO | answers)
        return stays_answered(reasons=reasons(now, [self.THEN]), entry=now, asked=asked, then=[self.THEN])

    def test_it_does_while_it_is_no_stronger(self) -> None:
        assert self.stays()
        assert self.stays(entry(("weakness", "shin", "left"), ("ache", "calf", "left"), own=2))

    @pytest.mark.parametrize(
        "now",
        [
            entry(("weakness", "shin", "left"), own=5),
            entry(("weakness", "shin", "left"), ("weakness", "big_toe", "left"), own=4),
            entry(("weakness", "shin", "left"), ("numbness", "saddle", ""), own=4),
            entry(("weakness", "shin", "left"), ("ache", "calf", "right"), own=4),
            entry(("weakness", "shin", "left"), ("numbness", "sole", "left"), ("numbness", "sole", "right"), own=4),
        ],
        ids=["stronger", "elsewhere too", "saddle", "both legs", "numb on both sides"],
    )
    def test_anything_more_brings_the_page(self, now: PainContent) -> None:
        assert not self.stays(now)

    def test_stronger_than_then_is_more_though_it_once_was_stronger_still(self) -> None:
        now, once = entry(("weakness", "shin", "left"), own=5), entry(("weakness", "shin", "left"), own=9)
        asked = SafetyContent(reasons=("weakness",), asked=True, **self.NO)

        assert reasons(now, [once, self.THEN]) == (Reason.WEAKNESS,)
        assert not stays_answered(reasons=["weakness"], entry=now, asked=asked, then=[self.THEN])

    @pytest.mark.parametrize("question", Question)
    @pytest.mark.parametrize("answer", ["yes", "unsure", ""])
    def test_every_question_has_to_be_answered_with_no(self, question: Question, answer: str) -> None:
        assert not self.stays(**{question.value: answer})

    @pytest.mark.parametrize("noted", [reason for reason in Reason if reason != Reason.WEAKNESS])
    def test_what_was_answered_about_anything_else_does_not_count(self, noted: Reason) -> None:
        assert not self.stays(noted=noted)


class TestWeakness:
    WEAK = ("weakness", "shin", "left")

    def test_it_is_new_where_no_entry_named_it(self) -> None:
        assert reasons(entry(self.WEAK), [entry(("ache", "shin", "left"))]) == (Reason.WEAKNESS_NEW,)

    @pytest.mark.parametrize("before", [("weakness", "shin", "right"), ("weakness", "foot_top", "left")])
    def test_it_is_new_where_it_was_elsewhere(self, before: tuple[str, str, str]) -> None:
        assert reasons(entry(self.WEAK), [entry(before)]) == (Reason.WEAKNESS_NEW,)

    def test_it_is_worse_where_it_is_stronger_than_in_any_entry(self) -> None:
        earlier = [entry(self.WEAK, own=4), entry(self.WEAK, own=2)]

        assert reasons(entry(self.WEAK, own=5), earlier) == (Reason.WEAKNESS_WORSE,)
        assert reasons(entry(self.WEAK, own=4), earlier) == (Reason.WEAKNESS,)

    def test_without_a_strength_of_its_own_it_has_that_of_the_entry(self) -> None:
        assert reasons(entry(self.WEAK, intensity=6), [entry(self.WEAK, intensity=5)]) == (Reason.WEAKNESS_WORSE,)

    def test_one_that_was_rated_0_before_is_new(self) -> None:
        assert reasons(entry(self.WEAK), [entry(self.WEAK, own=0)]) == (Reason.WEAKNESS_NEW,)


@pytest.mark.parametrize(
    ("noted", "expected"),
    [([], False), (["both_legs"], False), *(([each], True) for each in Reason if each != "both_legs")],
)
def test_it_asks_for_weakness_numbness_on_both_sides_and_the_saddle(noted: list[str], expected: bool) -> None:
    assert asks(reasons=noted) is expected


@pytest.mark.parametrize(
    ("noted", "shown", "expected"),
    [
        (["saddle"], ["saddle"], True),
        (["saddle"], ["both_legs"], False),
        (["both_legs", "saddle"], ["both_legs"], False),
        (["weakness"], ["weakness_new"], True),
        (["weakness"], ["weakness_worse"], True),
        (["weakness_worse"], ["weakness_new"], False),
        (["weakness_new"], ["weakness"], False),
    ],
)
def test_it_is_not_shown_again_for_what_it_was_shown_for(noted: list[str], shown: list[str], expected: bool) -> None:
    assert is_covered(reasons=noted, shown=shown) is expected


@pytest.mark.parametrize(
    ("noted", "answers", "expected"),
    [
        # Emergency now
        ("both_legs", {}, Part.NOW),
        ("saddle", {}, Part.NOW),
        ("saddle", {"bladder": "no", "bowel": "no", "accident": "no", "fever": "no", "worse": "no"}, Part.NOW),
        ("weakness", {"bladder": "yes"}, Part.NOW),
        ("weakness_new", {"bowel": "yes"}, Part.NOW),
        ("weakness", {"accident": "yes", "fever": "yes"}, Part.NOW),
        ("numbness_both_sides", {"worse": "yes"}, Part.NOW),
        ("weakness", {"bladder": "unsure"}, Part.NOW),
        # The same day
        ("weakness_new", {}, Part.TODAY),
        ("weakness_worse", {"fever": "yes"}, Part.TODAY),
        ("weakness", {"worse": "yes"}, Part.TODAY),
        ("weakness", {"worse": "unsure"}, Part.TODAY),
        # Urgent
        ("weakness", {"fever": "yes"}, Part.SOON),
        ("numbness_both_sides", {"fever": "unsure"}, Part.SOON),
        # By itself to none: the page keeps its order
        ("weakness", {}, None),
        ("weakness", {"bladder": "no", "bowel": "no", "accident": "no", "fever": "no", "worse": "no"}, None),
        ("numbness_both_sides", {}, None),
    ],
)
def test_the_part_that_stands_first(noted: str, answers: dict[str, Any], expected: Part | None) -> None:
    assert first_part(content=SafetyContent(reasons=(noted,), asked=True, **answers)) is expected


def test_one_more_sign_never_makes_it_less_urgent() -> None:
    order = [Part.NOW, Part.TODAY, Part.SOON, None]
    for reason in Reason:
        alone = first_part(content=SafetyContent(reasons=(reason,)))
        for question in Question:
            answered = first_part(content=SafetyContent(reasons=(reason,), asked=True, **{question: "yes"}))
            assert order.index(answered) <= order.index(alone)


def test_every_code_has_its_words_and_every_question_its_field() -> None:
    assert set(REASON_WORDS) == set(Reason)
    assert set(QUESTION_WORDS) == set(Question)
    assert set(ANSWER_WORDS) == set(Answer)
    assert set(Question) <= set(SafetyContent.__annotations__)


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("quality", Quality)
def test_no_place_or_feeling_is_too_much_for_it(region: Region, quality: Quality) -> None:
    found = reasons(entry((quality, region, "left"), (quality, region, "right"), (quality, region, "")))

    assert set(found) <= set(Reason)
