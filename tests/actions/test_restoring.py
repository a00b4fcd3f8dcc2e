"""Bringing a whole diary back in."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings

from journal.actions import restore_plan, restoring
from journal.actions.records import change_record, delete_record
from journal.actions.restore_plan import ImpossibleDiaryError, Plan, planned
from journal.actions.restoring import Restored, rehearse_restore, restore_diary
from journal.analytics.diary_file import DiaryFile, DiaryRecord
from journal.analytics.records import Area, DayContent, FlareContent, MassageContent, PainContent
from journal.imports.backup import read_backup
from journal.models import RECORD_MODELS, DayLog, FlareUp, PainEntry, PreventionGoal, User
from journal.queries.export import diary_records
from tests import cast
from tests.diaries import as_json as file_of
from tests.diaries import diaries, json_of_diary, one_of_everything

pytestmark = pytest.mark.django_db


def restored(user: User, said: bytes, *, take_settings: bool = True) -> Restored:
    now = timezone.now()
    return restore_diary(user=user, file=read_backup(said, now=now), take_settings=take_settings, now=now)


def file_with(*records: DiaryRecord, **parts: Any) -> DiaryFile:
    return replace(read_backup(file_of(), now=timezone.now()), records=records, **parts)


def pain_record(user: User, content: PainContent | None = None, **said: Any) -> DiaryRecord:
    """A pain entry of the person as it stands in a file, with other words where some are given."""
    (record,) = diary_records(user=user, kinds=["pain"])
    return replace(record, content=content or record.content, **said)


def counts(found: Restored) -> tuple[int, int, int, int]:
    return found.stored.total(), found.known.total(), found.kept_both.total(), len(found.refused)


@settings(max_examples=25)
@given(diaries())
def test_a_diary_that_goes_out_and_in_is_the_same(records: list[DiaryRecord]) -> None:
    with transaction.atomic():
        first = User.objects.create_user("first@example.org")
        second = User.objects.create_user("second@example.org")
        assert counts(restored(first, file_of(records))) == (len(records), 0, 0, 0)

        out = json_of_diary(first)
        total = len(json.loads(out)["records"])  # sessions have brought their therapists with them
        assert counts(restored(second, out)) == (total, 0, 0, 0)
        assert json_of_diary(second) == out
        assert counts(restored(second, out)) == (0, total, 0, 0)
        assert json_of_diary(second) == out
        transaction.set_rollback(True)


def test_everything_that_a_diary_has_comes_back(ana: User, ben: User) -> None:
    one_of_everything(ana)
    out = json_of_diary(ana)
    assert {record["kind"] for record in json.loads(out)["records"]} == set(RECORD_MODELS)

    restored(ben, out)

    assert json_of_diary(User.objects.get(pk=ben.pk)) == out


def test_what_is_deleted_is_not_in_it(ana: User) -> None:
    entry = cast.pain(ana, note="gone")
    delete_record(kind="pain", user=ana, uid=entry.uid, now=timezone.now())

    assert b"gone" not in json_of_diary(ana)


def test_a_backup_brings_back_what_was_deleted_since(ana: User) -> None:
    entry = cast.pain(ana, 4)
    out = json_of_diary(ana)
    delete_record(kind="pain", user=ana, uid=entry.uid, now=timezone.now())

    assert counts(restored(ana, out)) == (1, 0, 0, 0)
    assert json_of_diary(ana) == out


def test_a_backup_from_before_a_change_changes_nothing(ana: User) -> None:
    entry = cast.pain(ana, 4)
    out = json_of_diary(ana)
    now = timezone.now()
    change_record(kind="pain", user=ana, uid=entry.uid, version=1, content=PainContent(intensity=7),
                  moment=entry.moment, now=now)  # fmt: skip

    assert counts(restored(ana, out)) == (0, 1, 0, 0)
    assert PainEntry.objects.get().intensity == 7


def test_what_says_something_else_is_kept_beside_it_once(ana: User) -> None:
    cast.pain(ana, 4)
    other = file_with(pain_record(ana, PainContent(intensity=9)))

    first = restore_diary(user=ana, file=other, take_settings=False, now=timezone.now())
    again = restore_diary(user=ana, file=other, take_settings=False, now=timezone.now())

    assert counts(first) == (1, 0, 1, 0)
    assert counts(again) == (0, 1, 0, 0)
    assert sorted(PainEntry.objects.values_list("intensity", flat=True)) == [4, 9]


def test_the_log_of_a_day_stays_and_the_other_is_named(ana: User) -> None:
    cast.day_log(ana, stress=3)
    (record,) = diary_records(user=ana, kinds=["day"])
    other = replace(record, content=DayContent(stress=8))

    found = restore_diary(user=ana, file=file_with(other), take_settings=False, now=timezone.now())

    assert counts(found) == (0, 0, 0, 1)
    assert found.refused[0][0] is other
    assert "another log" in found.refused[0][1]
    assert DayLog.objects.get().stress == 3


def test_a_second_flare_up_that_goes_on_is_named_and_the_rest_stored(ana: User, ben: User) -> None:
    cast.flare(ana)
    cast.flare(ben, on=cast.today(ben) - dt.timedelta(days=9))
    cast.flare(ben, on=cast.today(ben) - dt.timedelta(days=90), until=cast.today(ben) - dt.timedelta(days=88))

    found = restored(ana, json_of_diary(ben))

    assert counts(found) == (1, 0, 0, 1)
    assert "still going on" in found.refused[0][1]
    assert FlareUp.objects.owned_by(ana).count() == 2


def test_a_diary_of_somebody_else_touches_only_ones_own(ana: User, ben: User) -> None:
    one_of_everything(ana)
    before = json_of_diary(ana)

    restored(ben, before)

    assert json_of_diary(ana) == before


def test_settings_are_taken_only_if_wanted_and_goals_where_there_are_none(ana: User, ben: User) -> None:
    one_of_everything(ana)
    out = json_of_diary(ana)
    PreventionGoal.objects.create(user=ben, core_days=5)

    restored(ben, out, take_settings=False)
    assert User.objects.get(pk=ben.pk).time_zone == "America/New_York"
    restored(ben, out, take_settings=True)
    assert User.objects.get(pk=ben.pk).time_zone == "Europe/Berlin"
    assert PreventionGoal.objects.get(user=ben).core_days == 5


def test_trying_changes_nothing(ana: User, ben: User) -> None:
    one_of_everything(ana)
    before = json_of_diary(ben), User.objects.values().get(pk=ben.pk)

    now = timezone.now()
    tried = rehearse_restore(user=ben, file=read_backup(json_of_diary(ana), now=now), now=now)

    assert tried.stored.total() > 10
    assert (json_of_diary(ben), User.objects.values().get(pk=ben.pk)) == before


def bad_records(user: User) -> Iterator[tuple[str, DiaryRecord]]:
    """What reads well, and what no diary can hold."""
    cast.pain(user)
    cast.massage(user, technique="thai")
    cast.flare(user, until=cast.today(user))
    (massage,) = diary_records(user=user, kinds=["massage"])
    (flare,) = diary_records(user=user, kinds=["flare"])
    yield "intensity", pain_record(user, PainContent(intensity=11))
    said = {
        "technique": "nonsense",
        "minutes": 70_000,
        "pressure": 6,
        "cost": Decimal("1.001"),
        "areas": (Area(region="calf", side="up"),),
    }
    for field, value in said.items():
        wrong: dict[str, Any] = {field: value}
        reason = "side" if field == "areas" else field.replace("_", " ")
        yield reason, replace(massage, content=MassageContent(**wrong))
    assert isinstance(flare.content, FlareContent)
    assert flare.content.end
    early = replace(flare.content.end, occurred_at=flare.moment.occurred_at - dt.timedelta(days=3))
    yield "ends after start", replace(flare, content=replace(flare.content, end=early))


def test_what_no_diary_can_hold_is_refused_whole(ana: User, ben: User) -> None:
    for reason, bad in bad_records(ana):
        now = timezone.now()
        good = replace(pain_record(ana), uid=uuid.uuid4())
        with pytest.raises(ImpossibleDiaryError) as refused:
            restore_diary(user=ben, file=file_with(good, bad), take_settings=True, now=now)
        assert [record for record, _ in refused.value.broken] == [bad]
        assert reason in refused.value.broken[0][1], refused.value.broken
        assert not PainEntry.objects.filter(user=ben).exists()


def test_what_was_logged_while_the_file_was_read_counts(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan is made before anybody has to wait, so that the diary may change before it is carried out."""
    entry = cast.pain(ana, 5)
    file = read_backup(json_of_diary(ana), now=timezone.now())
    entry.delete()

    def planned_too_early(*, user: User, file: DiaryFile) -> Plan:
        plan = planned(user=user, file=file)
        cast.pain(user, 5, uid=entry.uid)
        return plan

    monkeypatch.setattr(restoring, "planned", planned_too_early)

    assert counts(restore_diary(user=ana, file=file, take_settings=False, now=timezone.now())) == (0, 1, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_rehearsal_keeps_nobody_waiting_for_long(ana: User, ben: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction for each part of the file, instead of one for all of it."""
    monkeypatch.setattr(restore_plan, "_AT_ONCE", 2)
    cast.diary(ana, days=9)
    file = read_backup(json_of_diary(ana), now=timezone.now())

    with CaptureQueriesContext(connection) as queries:
        rehearse_restore(user=ben, file=file, now=timezone.now())

    tried = [query["sql"] for query in queries if query["sql"].startswith("ROLLBACK") and " TO " not in query["sql"]]
    assert len(tried) >= len([record for record in file.records if record.kind == "pain"]) / 2
    assert not PainEntry.objects.filter(user=ben).exists()
