"""What belongs to records beside their own rows: feelings, areas, the names of therapists; for many at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, FloatField, IntegerField, Value

from journal.analytics.records import Area, Content, Feeling
from journal.models import MassageArea, MassageSession, MyTherapist, PainEntry, Sensation


@dataclass(frozen=True)
class RecordParts:
    """What was felt in each entry, what was massaged in each session, and what therapists are called, by their keys."""

    feelings: dict[int, list[Feeling]]
    areas: dict[int, list[Area]]
    therapists: dict[int | None, str]

    def content(self, record: Any) -> Content:
        if isinstance(record, PainEntry):
            return record.content_with(self.feelings[record.pk])
        if isinstance(record, MassageSession):
            return record.content_with(
                self.areas[record.pk], therapist_name=self.therapists.get(record.therapist_id, "")
            )
        content: Content = record.content
        return content


def parts_of(*, records: Sequence[Any]) -> RecordParts:
    """Read them in one query, as plain values: a page has some hundred, and rows would take as long as the rest."""
    parts = RecordParts(defaultdict(list), defaultdict(list), {})
    entries = [record.pk for record in records if isinstance(record, PainEntry)]
    sessions = {record.pk: record.therapist_id for record in records if isinstance(record, MassageSession)}
    felt = Sensation.objects.filter(entry__in=entries).values_list(
        Value(1, IntegerField()), "entry_id", "quality", "region", "side", "intensity"
    )
    massaged = MassageArea.objects.filter(session__in=sessions).values_list(
        Value(0, IntegerField()), "session_id", Value("", CharField()), "region", "side", Value(None, FloatField())
    )
    named = MyTherapist.objects.filter(pk__in={pk for pk in sessions.values() if pk}).values_list(
        Value(2, IntegerField()),
        "id",
        Value("", CharField()),
        "name",
        Value("", CharField()),
        Value(None, FloatField()),
    )
    for sort, of, quality, region_or_name, side, intensity in felt.union(massaged, named, all=True):
        if sort == 2:
            parts.therapists[of] = region_or_name
        elif sort:
            parts.feelings[of].append(Feeling(quality=quality, region=region_or_name, side=side, intensity=intensity))
        else:
            parts.areas[of].append(Area(region=region_or_name, side=side))
    return parts
