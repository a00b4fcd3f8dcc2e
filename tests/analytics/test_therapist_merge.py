"""Two notes about one therapist, put together."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.records import Answered, TherapistContent
from journal.analytics.therapist_merge import merged_content
from journal.analytics.therapist_questions import Ask, Tell

words = st.sampled_from(["", "Loosen the back.", "Слабость", "<b>"])
days = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1))
told = st.sets(st.sampled_from(list(Tell))).map(lambda chosen: tuple(what.value for what in Tell if what in chosen))
answers = st.dictionaries(st.sampled_from(list(Ask)), st.sampled_from(["Yes.", "No."])).map(
    lambda said: tuple(Answered(question=ask.value, answer=said[ask]) for ask in Ask if ask in said)
)
contents = st.builds(
    TherapistContent, name=st.just("Vera"), goal=words, recommended_by=words, recommended_on=days,
    answers=answers, told=told, note=words,
)  # fmt: skip


@given(kept=contents, gone=contents)
@settings(max_examples=30)
def test_nothing_that_only_one_of_them_says_is_lost(kept: TherapistContent, gone: TherapistContent) -> None:
    both = merged_content(kept=kept, gone=gone)

    for one in (kept, gone):
        assert one.note in both.note
        assert one.goal in both.goal
        assert set(one.told) <= set(both.told)
        assert {answer.question for answer in one.answers} <= {answer.question for answer in both.answers}
    assert set(kept.answers) <= set(both.answers)
    assert both.recommended_on in (kept.recommended_on, gone.recommended_on)
    assert list(both.told) == [what for what in Tell if what in both.told]


def test_who_recommended_and_when_stay_together() -> None:
    kept = TherapistContent(name="Vera", recommended_by="Dr. Okafor")
    gone = TherapistContent(name="V. Lang", recommended_by="Dr. Weiß", recommended_on=dt.date(2026, 5, 4))

    both = merged_content(kept=kept, gone=gone)

    assert (both.name, both.recommended_by, both.recommended_on) == ("Vera", "Dr. Okafor", None)


def test_the_same_words_stand_once() -> None:
    one = TherapistContent(name="Vera", note="Second floor.\n\nNo lift.")

    assert merged_content(kept=one, gone=TherapistContent(name="V.", note="No lift.")).note == one.note
