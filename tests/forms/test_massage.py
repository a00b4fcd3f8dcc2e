"""The massage form: what it shows of a session comes back the same."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.moments import moment_on_wall
from journal.analytics.records import Area, MassageContent
from journal.analytics.vocabulary import Giver, Goal, Region, Soreness, Technique, sides_of
from journal.forms.massage import MassageForm
from journal.models import MassageSession, User
from tests.views.page_form import PageForm

ANA = User(time_zone="Europe/Berlin")
SAID = MassageContent(minutes=45, technique="thai", therapist_name="Kim", pain_before=8, note="Candles.")


class _Session:
    """As much of a stored session as the form reads."""

    uid, version = "0b0e7c61-53e5-4f0d-9c3f-2ad1c6a4e7b1", 3

    def __init__(self, content: MassageContent) -> None:
        self.content = content
        self.moment = moment_on_wall(day=dt.date(2026, 5, 4), at=dt.time(18), tz="Europe/Berlin")


def filled(form: MassageForm, **changed: str) -> QueryDict:
    """What the browser sends of a form that it shows."""
    drawn = "".join(str(form[name]) for name in form.fields)
    data = QueryDict(mutable=True)
    for name, values in PageForm(f'<form class="log">{drawn}</form>').sent(changed).items():
        data.setlist(name, values if isinstance(values, list) else [values])
    return data


def form(data: QueryDict | None = None, **given: Any) -> MassageForm:
    return MassageForm(data, user=ANA, now=timezone.now(), **given)


def codes(choices: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(choice.value for choice in choices)])


any_rating = st.none() | st.floats(0, 10)
any_area = st.sampled_from([Area(region=region, side=side) for region in Region for side in (*sides_of(region), "")])
any_content = st.builds(
    MassageContent,
    minutes=st.none() | st.integers(1, 600),
    technique=codes(Technique),
    pressure=st.none() | st.integers(1, 5),
    given_by=codes(Giver),
    therapist_name=st.sampled_from(["", "Vera Lang", "O’Brien & “Söhne”", "李", "<b>"]),
    goal=codes(Goal),
    pain_before=any_rating,
    pain_after=any_rating,
    pain_next_day=any_rating,
    soreness_next_day=codes(Soreness),
    cost=st.none() | st.decimals(0, 9_999_999, places=2),
    note=st.sampled_from(["", "One.\n\nTwo.", "\tIn", "</textarea><script>", "腰が痛い"]).map(str.strip),
    areas=st.sets(any_area, max_size=6).map(lambda areas: tuple(sorted(areas))),
)


@given(content=any_content)
@settings(max_examples=80)
def test_an_edit_without_a_change_gives_back_the_same_session(content: MassageContent) -> None:
    session: Any = _Session(content)
    sent = form(filled(form(session=session)), session=session)

    assert sent.is_valid(), sent.errors
    assert sent.content == content
    assert sent.cleaned_data["moment"] == session.moment


@given(last=any_content)
@settings(max_examples=40)
def test_of_the_last_session_what_it_was_comes_back_and_how_it_felt_does_not(last: MassageContent) -> None:
    sent = form(filled(form(last=last)), last=last)

    assert sent.is_valid(), sent.errors
    assert sent.content == MassageContent(
        minutes=last.minutes,
        technique=last.technique,
        pressure=last.pressure,
        given_by=last.given_by,
        therapist_name=last.therapist_name,
        areas=last.areas,
    )


def test_a_new_session_does_not_ask_about_the_day_after() -> None:
    assert {"pain_next_day", "soreness_next_day"}.isdisjoint(form().fields)


def test_what_the_day_after_was_cannot_be_slipped_into_a_new_session() -> None:
    sent = form(QueryDict("uid=0b0e7c61-53e5-4f0d-9c3f-2ad1c6a4e7b1&pain_next_day=3&soreness_next_day=much"))

    assert sent.is_valid()
    assert sent.content == MassageContent()


class TestWhatStandsOpen:
    def test_without_a_last_session_everything_about_it(self) -> None:
        assert form().session_is_open
        assert not form().rest_is_open

    def test_filled_in_from_the_last_nothing_until_it_is_touched(self) -> None:
        untouched = filled(form(last=SAID))

        assert not form(last=SAID).session_is_open
        assert not form(untouched, last=SAID).session_is_open
        assert form(filled(form(last=SAID), minutes="30"), last=SAID).session_is_open

    @pytest.mark.parametrize(("field", "value"), [("goal", "sleep"), ("cost", "free"), ("cost", "20"), ("note", "x")])
    def test_goal_cost_and_note_once_they_say_something(self, field: str, value: str) -> None:
        assert form(filled(form(), **{field: value})).rest_is_open


def test_the_cost_has_the_places_of_money() -> None:
    sent = form(filled(form(), cost="59,5"))

    assert sent.is_valid()
    assert sent.content.cost == Decimal("59.5")


def test_every_field_of_a_session_can_be_said() -> None:
    stored = {field.name for field in MassageSession._meta.get_fields()}
    asked = set(form(session=_Session(SAID)).fields) - {"uid", "version", "tz", "day", "at"}

    assert asked - {"therapist_name"} <= stored
    assert "therapist" in stored
    assert asked == set(MassageContent.__dataclass_fields__)


def began(**said: str) -> str:
    """The wall time of a new session that is sent at 00:20 on 5 May."""
    now = dt.datetime(2026, 5, 4, 22, 20, tzinfo=dt.UTC)
    empty = MassageForm(user=ANA, now=now)
    sent = MassageForm(filled(empty, **said), user=ANA, now=now)
    assert sent.is_valid(), sent.errors
    return f"{sent.cleaned_data['moment'].wall:%d %B, %H:%M}"


def test_a_session_that_has_just_ended_counts_from_when_it_began() -> None:
    assert began(minutes="60", pain_after="3") == "04 May, 23:20"


def test_one_that_is_not_over_or_has_no_length_counts_from_now() -> None:
    midnight = "05 May, 00:20"
    assert began(minutes="60", pain_before="6") == midnight
    assert began(pain_after="3") == midnight


def test_a_time_that_was_typed_stays() -> None:
    assert began(minutes="60", pain_after="3", day="2026-05-04", at="18:00") == "04 May, 18:00"


def test_an_edit_with_its_time_emptied_does_not_move() -> None:
    session: Any = _Session(SAID)
    data = filled(form(session=session), pain_after="3", day="", at="")
    edited = form(data, session=session)
    assert edited.is_valid(), edited.errors
    assert edited.cleaned_data["moment"] == session.moment
