"""A whole diary, read for its export in pieces: no transaction stays open, and no list grows with the diary."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from django.db.models import CharField, Count, Q, Value

from journal.analytics.diary_file import BESIDE, DiaryRecord, DiarySettings
from journal.analytics.record_kinds import KINDS
from journal.models import RECORD_MODELS, PainDraft, PreventionGoal, QuestionRhythm, Record, User

_AT_ONCE = 500
BESIDE_MODELS: dict[str, Any] = {"goals": PreventionGoal, "rhythms": QuestionRhythm, "drafts": PainDraft}
"""The tables of what a person keeps beside the records, by the names of analytics/diary_file.py."""


def diary_records(*, user: User, kinds: Sequence[str] = tuple(KINDS)) -> Iterator[DiaryRecord]:
    """The records of these kinds, kind by kind, oldest first; deleted ones are not in it.

    They are read while they are used, some hundred at a time.
    """
    for kind in kinds:
        rows = RECORD_MODELS[kind].objects.owned_by(user).order_by("local_date", "occurred_at", "id")
        rows = _with_parts(rows)
        last: Any = None
        while chunk := list((rows if last is None else rows.filter(_after(last)))[:_AT_ONCE]):
            yield from (_record(row) for row in chunk)
            last = chunk[-1]


def present_records(*, user: User, kind: str, uids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Any]:
    """Those records of the person that there are under these uids, the deleted ones too."""
    rows = RECORD_MODELS[kind].objects.filter(user=user, uid__in=list(uids))
    return {row.uid: row for row in _with_parts(rows)}


def diary_counts(*, user: User) -> dict[str, int]:
    """How many records of each kind there are, in the order of KINDS; kinds without any are left out. One query."""
    counted = [
        model.objects.owned_by(user).order_by().values(kind=Value(kind, CharField())).annotate(n=Count("pk"))
        for kind, model in RECORD_MODELS.items()
    ]
    found = {row["kind"]: row["n"] for row in counted[0].union(*counted[1:], all=True)}
    return {kind: found[kind] for kind in KINDS if found.get(kind)}


def diary_settings(*, user: User) -> DiarySettings:
    """How the diary works for the person."""
    return DiarySettings(**{field.name: getattr(user, field.name) for field in fields(DiarySettings)})


def diary_beside(*, user: User) -> Mapping[str, list[Any]]:
    """What stands beside the records, by the names of analytics/diary_file.py."""
    found: dict[str, list[Any]] = {}
    for name, kind in BESIDE.items():
        rows = BESIDE_MODELS[name].objects.filter(user=user).order_by("pk")
        found[name] = [kind(**row) for row in rows.values(*(field.name for field in fields(kind)))]
    return found


def _after(last: Any) -> Q:
    """Behind a row, in the order of the rows; the first condition is what lets the index be used."""
    day, at = Q(local_date=last.local_date), Q(occurred_at=last.occurred_at)
    behind = (
        Q(local_date__gt=last.local_date) | day & Q(occurred_at__gt=last.occurred_at) | day & at & Q(pk__gt=last.pk)
    )
    return Q(local_date__gte=last.local_date) & behind


def _with_parts(rows: Any) -> Any:
    """Read what belongs to a record's content with it: the rows beside its own, and those that it leads to."""
    model = rows.model
    beside = [found for found in model._meta.related_objects if not issubclass(found.related_model, Record)]
    ahead = [field.name for field in model._meta.fields if field.is_relation and field.name != "user"]
    rows = rows.prefetch_related(*(str(found.get_accessor_name()) for found in beside))
    return rows.select_related(*ahead) if ahead else rows


def _record(row: Any) -> DiaryRecord:
    return DiaryRecord(kind=row.KIND, uid=row.uid, moment=row.moment, received_at=row.received_at, content=row.content)
