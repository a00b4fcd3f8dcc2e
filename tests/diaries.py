"""Whole diaries: any that hypothesis thinks of, one of each kind, and the file that one becomes."""

import datetime as dt
import io
import json
import uuid
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.test import Client
from django.utils import timezone
from hypothesis import strategies as st

from journal.actions.draft import keep_draft
from journal.actions.prevention import set_goal
from journal.analytics.diary_file import DiaryRecord, DiarySettings, ExportFile
from journal.analytics.moments import moment_on_wall
from journal.analytics.prevention import Goal as PreventionGoal
from journal.analytics.questionnaires import INSTRUMENTS
from journal.analytics.records import (
    Answered,
    Area,
    DayContent,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    Triggered,
    VisitContent,
)
from journal.analytics.red_flags import Answer, Reason
from journal.analytics.vocabulary import (
    Change,
    DoseUnit,
    Giver,
    Goal,
    Lifting,
    Quality,
    Region,
    Soreness,
    Technique,
    Trigger,
    sides_of,
)
from journal.exports.archive import archive
from journal.exports.diary_json import diary_json
from journal.models import QuestionRhythm, User
from journal.queries.export import diary_beside, diary_records, diary_settings
from tests import cast

NOW = dt.datetime(2026, 11, 22, 18, tzinfo=dt.UTC)
LAST_DAY = dt.date(2026, 11, 20)
HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> Ωμέγα नमस्ते 🦵\nсекунда;,\"'\\"

texts = st.one_of(
    st.just(HOSTILE), st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=60)
)
_ratings = st.none() | st.integers(0, 10) | st.floats(0, 10)
_minutes = st.none() | st.integers(0, 1440)
_places = st.sampled_from([(region.value, side) for region in Region for side in ("", *map(str, sides_of(region)))])
_moments = st.builds(
    moment_on_wall,
    day=st.dates(dt.date(1950, 1, 1), LAST_DAY),
    at=st.none() | st.times(),
    tz=st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "UTC"]),
    day_starts_at=st.sampled_from([0, 4, 6]),
)

_names = st.sampled_from(["", "Vera Lang", "=cmd|' /C calc'!A0 <b>", "Ωμέγα नमस्ते 🦵"])
_instants = st.integers(1_577_836_800, 1_790_000_000).map(lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC))


def _code(words: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *map(str, words)])


@st.composite
def _feelings(draw: Callable[..., Any]) -> tuple[Feeling, ...]:
    felt = {}
    for region, side in draw(st.lists(_places | st.just(("", "")), max_size=4)):
        quality = draw(st.sampled_from([*map(str, Quality)] if not region else ["", *map(str, Quality)]))
        one = Feeling(quality=quality, region=region, side=side, intensity=draw(_ratings))
        felt[one.what_and_where()] = one
    return tuple(felt[key] for key in sorted(felt))


@st.composite
def _triggers(draw: Callable[..., Any]) -> tuple[Triggered, ...]:
    names = draw(st.sets(st.sampled_from([*map(str, Trigger)]), max_size=3))
    return tuple(Triggered(trigger=name, rating=draw(st.integers(0, 3))) for name in sorted(names))


@st.composite
def _areas(draw: Callable[..., Any]) -> tuple[Area, ...]:
    places = draw(st.sets(_places, max_size=3))
    return tuple(sorted(Area(region=region, side=side) for region, side in places))


@st.composite
def _answers(draw: Callable[..., Any]) -> QuestionnaireContent:
    asked = INSTRUMENTS[draw(st.sampled_from(sorted(INSTRUMENTS)))]
    highest = 1 if asked.is_ticked else 10
    return QuestionnaireContent(
        instrument=asked.code, answers={item.code: draw(st.integers(0, highest)) for item in asked.items}
    )


_contents: dict[str, st.SearchStrategy[Any]] = {
    "pain": st.builds(
        PainContent, intensity=st.integers(0, 10) | st.floats(0, 10), note=texts, feelings=_feelings(),
        triggers=_triggers(),
    ),
    "massage": st.builds(
        MassageContent, minutes=st.none() | st.integers(1, 600), technique=_code(Technique),
        pressure=st.none() | st.integers(1, 5), given_by=_code(Giver), therapist_name=_names, goal=_code(Goal),
        pain_before=_ratings, pain_after=_ratings, cost=st.none() | st.decimals(0, 9_999_999, places=2), note=texts,
        pain_next_day=_ratings, soreness_next_day=_code(Soreness), areas=_areas(),
    ),
    "day": st.builds(
        DayContent, sleep_quality=st.none() | st.integers(0, 10), sleep_minutes=_minutes, stress=st.none(),
        sitting_minutes=_minutes, lifting=_code(Lifting), core=st.none() | st.booleans(), note=texts,
    ),
    "medicine": st.builds(
        MedicineContent, name=texts.map(lambda text: text or "Ibuprofen"),
        dose=st.none() | st.decimals(Decimal("0.001"), 999_999, places=3), unit=_code(DoseUnit),
        taken=st.booleans(), note=texts,
    ),
    "safety": st.builds(
        SafetyContent, reasons=st.sets(st.sampled_from([*map(str, Reason)]), min_size=1).map(sorted).map(tuple),
        asked=st.booleans(), bladder=_code(Answer), fever=_code(Answer),
    ),
    "flarenote": st.builds(
        FlareNoteContent, flare=st.uuids(version=4).map(str), change=st.sampled_from([*map(str, Change)]), note=texts
    ),
    "therapist": st.builds(
        TherapistContent, name=st.uuids(version=4).map(lambda uid: f"=T {uid}"), goal=texts,
        recommended_on=st.none() | st.dates(dt.date(1950, 1, 1), LAST_DAY), told=st.just(("clots",)), note=texts,
    ),
    "visit": st.builds(VisitContent, clinician=texts, reason=texts, said=texts),
    "question": st.builds(QuestionContent, text=texts.map(lambda text: text or "May I swim?"), asked=st.booleans()),
    "questionnaire": _answers(),
}  # fmt: skip


@st.composite
def _flares(draw: Callable[..., Any]) -> dict[str, Any]:
    """Over, confirmed or turned down: only one may go on, and which one that is says nothing here."""
    origin = draw(st.sampled_from(["declared", "confirmed", "dismissed"]))
    start = draw(_moments)
    end = None if origin != "declared" else replace(start, occurred_at=start.occurred_at + dt.timedelta(days=3))
    end = end and replace(end, local_date=end.local_date + dt.timedelta(days=3))
    content = FlareContent(
        origin=origin, rule="" if origin == "declared" else "plus_2_on_2_days", end=end, note=draw(texts),
        helped=draw(texts), triggers=draw(_triggers()),
    )  # fmt: skip
    return {"kind": "flare", "moment": start, "content": content}


@st.composite
def _others(draw: Callable[..., Any]) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(_contents)))
    moment = draw(_moments)
    if kind == "day":
        moment = moment_on_wall(day=moment.local_date, at=None, tz=moment.tz)
    return {"kind": kind, "moment": moment, "content": draw(_contents[kind])}


@st.composite
def diaries(draw: Callable[..., Any]) -> list[DiaryRecord]:
    """Some records of any kind, no two logs of one day."""
    said = draw(st.lists(_others() | _flares(), max_size=8))
    days = {one["moment"].local_date: one for one in said if one["kind"] == "day"}
    return [
        DiaryRecord(uid=draw(st.uuids(version=4)), received_at=draw(_instants), **one)
        for one in [*(one for one in said if one["kind"] != "day"), *days.values()]
    ]


def one_of_everything(user: User) -> None:
    """A diary with something in every table that belongs to a diary, and with an entry that was deleted."""
    cast.pain(
        user,
        6.5,
        note=HOSTILE,
        feelings=[
            Feeling(quality="burning", region="calf", side="left", intensity=7),
            Feeling(quality="numbness", region="big_toe", side="left"),
            Feeling(quality="shock"),
        ],
    )
    cast.therapist(
        user, "=Vera", goal="Sit longer", answers=(Answered(question="licensed_by", answer="=yes"),), note="x"
    )
    cast.pain(user, 3, feelings=[Feeling(quality="ache", region="lower_back", side="centre")])
    areas = (Area(region="buttock", side="left"), Area(region="groin", side="right"))
    cast.massage(user, minutes=60, technique="thai", therapist_name="=Vera", cost=Decimal("60.50"), pain_before=5,
                 pain_after=3.5, pain_next_day=4, pressure=3, areas=areas, note="Näher am Knie")  # fmt: skip
    cast.massage(user, at=None)
    cast.flare(user, on=cast.today(user) - dt.timedelta(days=30), until=cast.today(user) - dt.timedelta(days=25))
    cast.flare(user, on=cast.today(user) - dt.timedelta(days=60), origin="dismissed", rule="plus_2_on_2_days")
    flare = cast.flare(user, triggers=(Triggered(trigger="driving", rating=2),), helped="Lying down")
    cast.flare_note(flare, "same", note="=1+1")
    cast.day_log(user, sleep_quality=0, core=False, lifting="heavy", note="A quiet day")
    cast.medicine(user)
    cast.medicine(user, taken=False, dose=None, unit="")
    cast.safety_check(user, "saddle", bladder="no")
    visit = cast.visit(user, on=cast.today(user) + dt.timedelta(days=40), clinician="Dr Weber", reason="The foot")
    cast.question(user, asked=True, visit=str(visit.uid))
    cast.questionnaire(user, "peg")
    cast.questionnaire(user, "ratings", sitting=4)
    set_goal(user=user, goal=PreventionGoal(exercise_days=3, lifting="light"))
    QuestionRhythm.objects.create(user=user, instrument="peg", every_weeks=2, not_before=cast.today(user))
    keep_draft(user=user, uid=uuid.uuid4(), fields={"note": ["begun"], "place": ["a", "b"]}, now=timezone.now())


def as_json(records: Iterable[DiaryRecord] = (), /, *, settings: DiarySettings | None = None, **changed: Any) -> bytes:
    """The JSON of a diary; `changed` replaces parts of it."""
    pieces = diary_json(exported_at=NOW, settings=settings or DiarySettings(), beside={}, records=records)
    said = b"".join(pieces)
    return json.dumps(json.loads(said) | changed).encode() if changed else said


def json_of_diary(user: User) -> bytes:
    """The JSON that the export of a person's diary holds."""
    return b"".join(
        diary_json(
            exported_at=NOW,
            settings=diary_settings(user=user),
            beside=diary_beside(user=user),
            records=diary_records(user=user),
        )
    )


def as_zip(**members: bytes) -> bytes:
    """A ZIP as the export writes it; `members` by name, with `diary_json` for diary.json."""
    files = [
        ExportFile(filename=name.replace("_", "."), content_type="", body=[body]) for name, body in members.items()
    ]
    return b"".join(archive(files=files, wall=NOW.replace(tzinfo=None)))


def downloaded(client: Client) -> zipfile.ZipFile:
    """What the page of the export sends."""
    answer = client.post("/export/")
    assert answer.status_code == 200, answer
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))
