"""The pain form: groups stand for feelings without losing any, and what is typed wrong gets a message."""

from typing import Any

from django.http import QueryDict
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.records import Feeling
from journal.analytics.vocabulary import Place, Quality, Region, sides_of
from journal.forms.feelings import FeelingGroups, grouped
from journal.forms.pain import PainForm
from journal.models import User
from journal.queries.pain import UsedLast
from tests.views.page_form import PageForm

_PLACES = [None, *(Place(region, side) for region in Region for side in (*sides_of(region), None))]
_KEYS = [(quality, place) for quality in (None, *Quality) for place in _PLACES if quality or place]
any_strength = st.none() | st.integers(0, 10).map(float) | st.floats(0, 10)
any_feelings = st.dictionaries(st.sampled_from(_KEYS), any_strength, max_size=14).map(
    lambda said: tuple(
        sorted(
            (Feeling.of(quality=quality, place=place, intensity=own) for (quality, place), own in said.items()),
            key=Feeling.what_and_where,
        )
    )
)


def sent_back(feelings: tuple[Feeling, ...]) -> QueryDict:
    """What the browser sends of a page that shows these feelings."""
    groups = FeelingGroups(None, used_last=UsedLast, feelings=feelings)
    drawn = "".join(str(group[name]) for group in groups for name in ("qualities", "places", "strength"))
    data = QueryDict(mutable=True)
    for name, values in PageForm(f'<form class="log">{drawn}</form>').fields.items():
        data.setlist(name, values)
    return data


def read(data: QueryDict, stored: tuple[Feeling, ...] = ()) -> tuple[Feeling, ...]:
    groups = FeelingGroups(data, used_last=UsedLast, feelings=stored)
    assert groups.is_valid(), [group.errors for group in groups]
    return groups.feelings()


@given(feelings=any_feelings)
@settings(max_examples=60)
def test_groups_give_back_exactly_the_feelings_they_stand_for(feelings: tuple[Feeling, ...]) -> None:
    assert read(sent_back(feelings), feelings) == feelings


@given(shown=any_feelings, stored_now=any_feelings)
@settings(max_examples=40)
def test_they_do_so_also_when_the_entry_says_something_else_by_now(
    shown: tuple[Feeling, ...], stored_now: tuple[Feeling, ...]
) -> None:
    assert read(sent_back(shown), stored_now) == shown


@given(feelings=any_feelings)
def test_every_feeling_is_in_exactly_one_group(feelings: tuple[Feeling, ...]) -> None:
    stood_for = [
        (quality, place, group["strength"])
        for group in grouped(feelings)
        for quality in group["qualities"] or [""]
        for place in group["places"] or [""]
    ]
    said = [(felt.quality, felt.place.code if felt.place else "", felt.intensity) for felt in feelings]

    assert sorted(map(repr, stood_for)) == sorted(map(repr, said))


def test_kinds_felt_alike_at_the_same_places_go_together() -> None:
    feelings = [
        Feeling(quality=quality, region=region, side="left")
        for quality in ("ache", "burning")
        for region in ("calf", "heel")
    ]

    assert grouped(feelings) == [
        {"qualities": ["ache", "burning"], "places": ["calf.left", "heel.left"], "strength": None}
    ]


def form(sent: str = "", **given: Any) -> PainForm:
    data = QueryDict(sent) if sent else None
    return PainForm(data, user=User(time_zone="UTC"), now=timezone.now(), used_last=UsedLast, **given)


def test_what_was_used_last_is_asked_once_and_only_to_draw() -> None:
    asked = []

    def used_last() -> UsedLast:
        asked.append(1)
        return UsedLast(qualities=("weakness",), regions=("groin",))

    pain_form = PainForm(
        QueryDict("intensity=6&feelings-0-qualities=ache&feelings-1-qualities=ache"),
        user=User(time_zone="UTC"),
        now=timezone.now(),
        used_last=used_last,
    )
    pain_form.is_valid()
    assert asked == []

    drawn = [str(group[name]) for group in pain_form.groups for name in ("qualities", "places")]

    assert asked == [1]
    assert drawn[0].index("weakness") < drawn[0].index("ache")


def test_two_new_forms_are_two_records() -> None:
    assert form()["uid"].value() != form()["uid"].value()


@given(sent=st.dictionaries(
    st.sampled_from(["uid", "version", "tz", "intensity", "note", "day", "at", "more", "add_group"])
    | st.from_regex(r"feelings-[0-9]{1,4}-(qualities|places|strength|TOTAL_FORMS)", fullmatch=True),
    st.lists(st.text(max_size=20) | st.sampled_from(["ache", "calf.left", "5", "5.7"]), max_size=3),
    max_size=8,
))  # fmt: skip
@settings(max_examples=60)
def test_nothing_that_is_sent_breaks_it(sent: dict[str, list[str]]) -> None:
    data = QueryDict(mutable=True)
    for name, values in sent.items():
        data.setlist(name, values)
    pain_form = PainForm(data, user=User(time_zone="UTC"), now=timezone.now(), used_last=UsedLast)

    if not pain_form.is_unfinished and pain_form.is_valid():
        assert 0 <= pain_form.content.intensity <= 10
    for drawn in (pain_form["intensity"], pain_form["note"], *(group["places"] for group in pain_form.groups)):
        assert str(drawn)
