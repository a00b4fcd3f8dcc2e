"""The demonstration diary, written into an account that holds nothing yet."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction

from journal.actions.bulk import NewRecord, create_records
from journal.actions.day import day_uid
from journal.actions.diary import touch_diary
from journal.analytics.demo import DemoDiary
from journal.analytics.moments import Moment
from journal.analytics.records import Content
from journal.models import RECORD_MODELS, User


class DiaryNotEmptyError(Exception):
    """The account holds records already; nothing was written."""


def open_demo_account(*, email: str, password: str, time_zone: str) -> User:
    """The account with that address: as it is if there is one, else a new one with that password."""
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(email, password, time_zone=time_zone, usual_side="left")


def write_demo_diary(*, user: User, diary: DemoDiary) -> None:
    """Store an invented diary, all or nothing. Raises DiaryNotEmptyError if the account holds or held any record."""
    with transaction.atomic():
        touch_diary(user=user)
        if any(model.objects.filter(user=user).exists() for model in RECORD_MODELS.values()):
            raise DiaryNotEmptyError
        latest = diary.pains[-1][0].occurred_at
        for kind, said in _by_kind(diary).items():
            create_records(user=user, kind=kind, records=_new_records(kind, said, latest))


def _by_kind(diary: DemoDiary) -> dict[str, Sequence[tuple[Moment, Content]]]:
    return {
        "pain": diary.pains,
        "massage": diary.massages,
        "flare": diary.flares,
        "day": diary.days,
        "medicine": diary.medicines,
        "questionnaire": diary.questionnaires,
        "visit": diary.visits,
        "question": diary.questions,
    }


def _new_records(kind: str, said: Iterable[tuple[Moment, Content]], latest: dt.datetime) -> list[NewRecord]:
    """As if each had been logged the minute it happened, and what is still to come with the latest of the others."""
    return [
        NewRecord(
            uid=_uid(kind, moment, number),
            moment=moment,
            content=content,
            received_at=min(moment.occurred_at, latest) + dt.timedelta(minutes=1),
        )
        for number, (moment, content) in enumerate(said)
    ]


def _uid(kind: str, moment: Moment, number: int) -> uuid.UUID:
    if kind == "day":
        return day_uid(moment.local_date)
    return uuid.uuid5(uuid.NAMESPACE_OID, f"demonstration {kind} {number}")
