"""Steps of the tests about records: save, change, delete and undo one record that has a fixed uid."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from journal.actions.records import Saved, change_record, delete_record, save_record, undo_change
from journal.analytics.moments import Moment
from journal.analytics.records import (
    Answered,
    Area,
    Content,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    TherapistContent,
    VisitContent,
)
from journal.models import RECORD_MODELS, User
from tests.cast import on_wall

DAY = dt.date(2026, 5, 4)
UID = uuid.UUID("11111111-2222-4333-8444-555555555555")
ACHE = Feeling(quality="ache", region="lower_back", side="centre")
SHOCK = Feeling(quality="shock", region="calf", side="left", intensity=7.5)
PAIN = PainContent(intensity=6, note="After the drive.", feelings=(ACHE, SHOCK))
KINDS: dict[str, tuple[Content, Content]] = {
    "pain": (PAIN, PainContent(intensity=2)),
    "massage": (
        MassageContent(minutes=60, technique="thai", cost=Decimal("40.00"), areas=(Area(region="calf", side="left"),)),
        MassageContent(minutes=30, pain_before=6.5, areas=(Area(region="buttock"), Area(region="hip", side="right"))),
    ),
    "flare": (FlareContent(note="Began in the car."), FlareContent(origin="confirmed", rule="plus_2_on_2_days")),
    "flarenote": (
        FlareNoteContent(flare=str(UID), change="worse", note="At night."),
        FlareNoteContent(flare=str(UID), change="better"),
    ),
    "medicine": (MedicineContent(name="Ibuprofen", dose=Decimal("400.0"), unit="mg"), MedicineContent(name="Aspirin")),
    "visit": (VisitContent(clinician="Dr Weber", reason="The foot"), VisitContent(said="Go on walking.")),
    "question": (
        QuestionContent(text="May I swim?"),
        QuestionContent(text="May I swim?", asked=True, visit=str(UID)),
    ),
    "therapist": (
        TherapistContent(
            name="Vera Lang",
            recommended_on=DAY,
            answers=(Answered(question="insured", answer="Yes."), Answered(question="cost", answer="70")),
            told=("clots",),
            note="Second floor.",
        ),
        TherapistContent(name="Vera Lang-Kim", goal="Sleep."),
    ),
    "questionnaire": (
        QuestionnaireContent(instrument="peg", answers={"pain": 7, "enjoyment": 5, "activity": 2}),
        QuestionnaireContent(instrument="ratings", answers={"sitting": 0}),
    ),
}
every_kind = pytest.mark.parametrize("kind", KINDS)
"""Runs a test for each kind of record."""


def save(
    user: User,
    content: Content = PAIN,
    *,
    kind: str = "pain",
    uid: uuid.UUID = UID,
    moment: Moment | None = None,
    moment_said: bool = True,
) -> Saved:
    return save_record(
        kind=kind,
        user=user,
        uid=uid,
        content=content,
        moment=moment or on_wall(user, DAY),
        moment_said=moment_said,
        now=timezone.now(),
    )


def change(user: User, content: Content, *, version: int, kind: str = "pain", moment: Moment | None = None) -> Any:
    moment = moment or on_wall(user, DAY)
    return change_record(
        kind=kind, user=user, uid=UID, version=version, content=content, moment=moment, now=timezone.now()
    )


def delete(user: User, *, kind: str = "pain") -> Any:
    return delete_record(kind=kind, user=user, uid=UID, now=timezone.now())


def undo(user: User, *, version: int, kind: str = "pain") -> Any:
    return undo_change(kind=kind, user=user, uid=UID, version=version, now=timezone.now())


def stored(user: User, *, kind: str = "pain") -> list[Any]:
    return list(RECORD_MODELS[kind].objects.owned_by(user))


def diary_version(user: User) -> int:
    return User.objects.values_list("diary_version", flat=True).get(pk=user.pk)
