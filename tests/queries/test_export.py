"""A whole diary, read for its export."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.actions.records import delete_record
from journal.analytics.diary_file import BESIDE, DiarySettings
from journal.analytics.record_kinds import KINDS
from journal.models import RECORD_MODELS, Record, User
from journal.queries.export import BESIDE_MODELS, diary_counts, diary_records
from tests import cast
from tests.diaries import one_of_everything
from tests.personal_data import BESIDE as BESIDE_THEM
from tests.personal_data import ENTRY, PLACES

ACCOUNT_FIELDS = {
    "id", "email", "password", "last_login", "is_superuser", "is_staff", "is_active", "date_joined", "diary_version",
    "may_publish",
}  # fmt: skip


def test_every_kind_of_record_is_in_the_export() -> None:
    assert list(RECORD_MODELS) == list(KINDS)
    assert set(RECORD_MODELS.values()) == set(Record.__subclasses__())


def test_what_is_declared_to_be_in_the_export_is() -> None:
    """tests/test_erase.py sees to it that every model is declared."""
    declared = {label: place.exported for label, place in PLACES.items()}
    tables = [model._meta for model in RECORD_MODELS.values()]
    parts = {found.related_model._meta.label for table in tables for found in table.related_objects}
    entries = {table.label for table in tables}
    beside = {model._meta.label for model in BESIDE_MODELS.values()}

    assert entries <= {label for label, exported in declared.items() if exported == ENTRY} <= entries | parts
    assert {label for label, exported in declared.items() if exported == BESIDE_THEM} == beside | {User._meta.label}


def test_every_field_of_a_person_is_a_setting_or_of_the_account() -> None:
    names = {field.name for field in User._meta.fields}

    assert names == set(DiarySettings.__dataclass_fields__) | ACCOUNT_FIELDS
    assert set(BESIDE) == set(BESIDE_MODELS)


def test_every_field_of_what_stands_beside_is_in_it() -> None:
    for name, kind in BESIDE.items():
        names = {field.name for field in BESIDE_MODELS[name]._meta.fields} - {"id", "user"}
        assert names == set(kind.__dataclass_fields__), name


def test_records_come_kind_by_kind_oldest_first_and_each_once(ana: User) -> None:
    for minute in range(30):
        for day in (3, 1, 2):
            cast.pain(ana, on=dt.date(2026, 5, day), at=dt.time(9, minute % 3))
    cast.massage(ana)

    records = list(diary_records(user=ana))

    assert [record.kind for record in records] == ["pain"] * 90 + ["massage"]
    assert len({record.uid for record in records}) == 91
    moments = [record.moment.occurred_at for record in records[:90]]
    assert moments == sorted(moments)


@pytest.mark.parametrize("size", [1, 7])
def test_chunks_lose_and_double_nothing_at_their_borders(size: int, ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where many came at the same instant, and where some go while the rest is read."""
    monkeypatch.setattr("journal.queries.export._AT_ONCE", size)
    entries = [cast.pain(ana, at=dt.time(9)) for _ in range(15)]
    cast.pain(ana, on=cast.today(ana) - dt.timedelta(days=3))

    reading = diary_records(user=ana)
    found = [next(reading).uid for _ in range(8)]
    delete_record(kind="pain", user=ana, uid=found[3], now=timezone.now())
    found += [record.uid for record in reading]

    assert len(found) == len(set(found)) == 16
    assert {entry.uid for entry in entries} < set(found)


def test_queries_grow_with_hundreds_and_not_with_records(ana: User) -> None:
    counts = []
    for days in (100, 400):
        cast.diary(ana, days=days)
        with CaptureQueriesContext(connection) as queries:
            list(diary_records(user=ana, kinds=["pain", "massage"]))
        counts.append(len(queries))

    assert counts[1] <= counts[0] + 2


def test_counts_take_one_query(ana: User, ben: User) -> None:
    one_of_everything(ana)
    cast.pain(ben)

    with CaptureQueriesContext(connection) as queries:
        counts = diary_counts(user=ana)

    assert len(queries) == 1
    assert counts["pain"] == 2
    assert set(counts) == set(KINDS)
    assert diary_counts(user=ben) == {"pain": 1}
