"""Records in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.moments import moment_on_wall
from journal.analytics.records import Area, Feeling, FlareContent, MassageContent, PainContent, SafetyContent
from journal.analytics.vocabulary import Place, Quality, Region, Side, places_to_choose
from journal.analytics.wording import (
    describe_areas,
    describe_clock,
    describe_content,
    describe_cost,
    describe_flare,
    describe_massage,
    describe_moment,
    describe_pain,
    describe_place,
    join_words,
    name_day,
    pain_number,
)

BURNING_CALF = Feeling(quality="burning", region="calf", side="left")


@pytest.mark.parametrize(
    ("intensity", "words"), [(0, "0"), (6, "6"), (6.0, "6"), (5.7, "5.7"), (5.04, "5"), (9.96, "10"), (10, "10")]
)
def test_a_pain_number_has_a_decimal_only_where_it_says_something(intensity: float, words: str) -> None:
    assert pain_number(intensity) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Region.CALF, Side.LEFT), "left calf"),
        (Place(Region.CALF, None), "calf"),
        (Place(Region.THIGH_BACK, Side.RIGHT), "back of right thigh"),
        (Place(Region.FOOT_TOP, Side.LEFT), "top of left foot"),
        (Place(Region.SHIN, Side.LEFT), "left shin"),
        (Place(Region.LOWER_BACK, Side.CENTRE), "lower back (centre)"),
        (Place(Region.SACRUM, Side.LEFT), "base of the spine (left)"),
        (Place(Region.SADDLE, None), "between the legs"),
    ],
)
def test_a_place_reads_as_people_say_it(place: Place, words: str) -> None:
    assert describe_place(place) == words


def test_no_two_places_share_their_words() -> None:
    words = [describe_place(place) for place in places_to_choose()]
    assert len(set(words)) == len(words)


def test_pain_names_number_place_and_quality() -> None:
    assert describe_pain(PainContent(intensity=6, feelings=(BURNING_CALF,))) == "6, left calf, burning"


def test_pain_without_more_is_its_number() -> None:
    assert describe_pain(PainContent(intensity=6)) == "6"


def test_no_pain_is_said_in_words() -> None:
    assert describe_pain(PainContent(intensity=0)) == "0, no pain"


def test_numbness_without_pain_is_not_called_no_pain() -> None:
    numb = PainContent(intensity=0, feelings=(Feeling(quality="numbness", region="sole", side="left"),))
    assert describe_pain(numb) == "0, left sole, numbness"


def test_places_that_feel_alike_are_named_together_from_the_back_downwards() -> None:
    feelings = tuple(
        Feeling(quality=quality, region=region, side="left")
        for region in ("calf", "buttock")
        for quality in ("tingling", "burning")
    )
    words = describe_pain(PainContent(intensity=6, feelings=feelings))
    assert words == "6, left buttock and left calf, burning and tingling"


def test_places_that_feel_different_are_kept_apart() -> None:
    feelings = (BURNING_CALF, Feeling(quality="tingling", region="big_toe", side="right"))
    assert (
        describe_pain(PainContent(intensity=6, feelings=feelings)) == "6, left calf, burning; right big toe, tingling"
    )


def test_a_strength_of_its_own_is_added_only_where_it_differs() -> None:
    feelings = (
        Feeling(quality="ache", region="calf", side="left", intensity=6),
        Feeling(quality="burning", region="calf", side="left", intensity=8),
    )
    assert (
        describe_pain(PainContent(intensity=6, feelings=feelings))
        == "6, left calf, ache and burning\N{NO-BREAK SPACE}8"
    )


def test_a_place_without_quality_and_a_quality_without_place_are_both_said() -> None:
    feelings = (Feeling(region="calf", side="left"), Feeling(quality="shock"))
    assert describe_pain(PainContent(intensity=6, feelings=feelings)) == "6, left calf; electric shock"


@given(
    st.builds(
        PainContent,
        intensity=st.floats(0, 10),
        feelings=st.lists(
            st.builds(
                lambda place, quality, own: Feeling.of(quality=quality, place=place, intensity=own),
                st.sampled_from(places_to_choose()),
                st.sampled_from(Quality),
                st.none() | st.floats(0, 10),
            ),
            max_size=20,
            unique_by=lambda feeling: feeling.what_and_where(),
        ).map(tuple),
    )
)
def test_every_place_and_quality_of_an_entry_is_in_its_words(content: PainContent) -> None:
    words = describe_pain(content)
    for feeling in content.feelings:
        assert feeling.place is not None
        assert describe_place(feeling.place) in words
        assert Quality(feeling.quality).label.partition(",")[0].lower() in words


def test_a_massage_is_told_in_the_order_of_the_form() -> None:
    content = MassageContent(
        minutes=60, technique="deep_tissue", given_by="therapist", therapist_name="Anna", pain_before=7, pain_after=4
    )
    assert describe_massage(content) == "60 minutes, deep tissue, Anna, 7 before, 4 after"


def test_a_massage_tells_all_that_was_said() -> None:
    content = MassageContent(
        minutes=30,
        technique="swedish",
        pressure=4,
        given_by="someone",
        areas=(Area(region="buttock", side="left"), Area(region="lower_back", side="centre")),
        pain_after=0,
        pain_next_day=2.5,
        soreness_next_day="some",
    )
    assert describe_massage(content) == (
        "30 minutes, Swedish, by someone close to you, lower back (centre) and left buttock, firm pressure, 0 after, "
        "2.5 the day after, a little sore"
    )


def test_a_massage_of_which_nothing_was_said_is_still_named() -> None:
    assert describe_massage(MassageContent()) == "massage"


def test_areas_are_named_from_the_back_downwards() -> None:
    areas = [Area(region="calf", side="right"), Area(region="calf", side="left"), Area(region="sacrum", side="centre")]
    assert describe_areas(areas) == "base of the spine (centre), left calf and right calf"


MARCH_3 = moment_on_wall(day=date(2026, 3, 3), at=time(21, 40), tz="Europe/Berlin")


def test_a_flare_up_that_lasts_has_a_beginning_only() -> None:
    assert describe_flare(FlareContent(), started=MARCH_3) == "flare-up since 3 March 2026"


def test_a_flare_up_counts_its_first_and_last_day() -> None:
    end = moment_on_wall(day=date(2026, 3, 9), at=None, tz="Europe/Berlin")
    assert describe_flare(FlareContent(end=end), started=MARCH_3) == "flare-up from 3 to 9 March 2026, 7 days"
    day = moment_on_wall(day=MARCH_3.local_date, at=None, tz="Europe/Berlin")
    assert describe_flare(FlareContent(end=day), started=day) == "flare-up on 3 March 2026"


def test_a_flare_up_of_less_than_a_day_counts_its_hours() -> None:
    end = replace(MARCH_3, occurred_at=MARCH_3.occurred_at + timedelta(hours=2, minutes=50))
    assert describe_flare(FlareContent(end=end), started=MARCH_3) == "flare-up on 3 March 2026, 3 hours"
    assert describe_flare(FlareContent(end=MARCH_3), started=MARCH_3).endswith(", less than an hour")


def test_a_moment_says_what_the_wall_said() -> None:
    assert describe_moment(MARCH_3) == "3 March 2026, 21:40"
    assert describe_moment(moment_on_wall(day=date(2026, 3, 3), at=None, tz="Asia/Tokyo")) == "3 March 2026"


def test_a_moment_before_the_persons_day_begins_is_in_the_night() -> None:
    late = moment_on_wall(day=date(2026, 3, 4), at=time(2, 30), tz="Europe/Berlin", day_starts_at=4)
    assert describe_clock(late) == "02:30, in the night"
    assert describe_moment(late) == "3 March 2026, 02:30, in the night"
    assert late.occurred_at == datetime(2026, 3, 4, 1, 30, tzinfo=UTC)


def test_any_record_can_be_described() -> None:
    assert describe_content(PainContent(intensity=3), moment=MARCH_3) == "3"
    assert describe_content(MassageContent(minutes=45), moment=MARCH_3) == "45 minutes"
    assert describe_content(FlareContent(), moment=MARCH_3) == "flare-up since 3 March 2026"


@pytest.mark.parametrize(("cost", "words"), [("60.00", "60"), ("60.5", "60.50"), ("1000", "1000"), ("0", "0")])
def test_a_cost_is_written_as_it_was_typed(cost: str, words: str) -> None:
    assert describe_cost(Decimal(cost)) == words


@pytest.mark.parametrize(
    ("words", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_in_a_sentence(words: list[str], joined: str) -> None:
    assert join_words(words) == joined


TODAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 3, 3), "Today"),
        (date(2026, 3, 2), "Yesterday"),
        (date(2026, 3, 1), "Sunday 1 March"),
        (date(2026, 3, 4), "Wednesday 4 March"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_a_day_is_named_as_seen_from_today(day: date, name: str) -> None:
    assert name_day(day, today=TODAY) == name


def test_on_new_years_day_yesterday_was_last_year() -> None:
    assert name_day(date(2025, 12, 31), today=date(2026, 1, 1)) == "Yesterday"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SafetyContent(reasons=("both_legs",)), "because of something felt in both legs"),
        (
            SafetyContent(reasons=("saddle",), asked=True),
            "because of something felt between the legs; its questions were left open",
        ),
        (
            SafetyContent(reasons=("weakness_worse", "numbness_both_sides"), asked=True, bowel="yes", worse="no"),
            (
                "because of weakness that is stronger than before and numbness on both sides; "
                "trouble with pooing: yes, getting worse: no"
            ),
        ),
    ],
)
def test_the_page_on_when_to_get_help_as_one_line(content: SafetyContent, said: str) -> None:
    assert describe_content(content, moment=MARCH_3) == f"the page on when to get help was shown, {said}"
