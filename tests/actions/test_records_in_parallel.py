"""The same form sent many times at once, by real threads with connections of their own."""

import uuid
from dataclasses import replace

import pytest
from django.utils import timezone

from journal.actions.day import save_day
from journal.actions.draft import keep_draft
from journal.actions.prevention import set_goal
from journal.actions.questionnaire import set_rhythms
from journal.actions.records import StaleChange
from journal.actions.restoring import restore_diary
from journal.actions.share import create_share
from journal.actions.visit import ask_question
from journal.analytics.prevention import Goal
from journal.analytics.records import DayContent
from journal.imports.backup import read_backup
from journal.models import (
    DayLog,
    MyTherapist,
    PainDraft,
    PainEntry,
    PreventionGoal,
    QuestionRhythm,
    Revision,
    ShareLink,
    User,
)
from tests.actions.record_steps import DAY, KINDS, PAIN, UID, change, every_kind, save, stored, undo
from tests.cast import massage, on_wall
from tests.diaries import json_of_diary
from tests.parallel import at_the_same_time

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_parallel_logs_of_one_day_one_wins_and_the_others_are_told(ana: User) -> None:
    results = at_the_same_time(
        4,
        lambda number: (
            save_day(user=ana, day=DAY, version=0, content=DayContent(stress=number), now=timezone.now()).version
        ),
        may_raise=StaleChange,
    )

    assert sorted(str(type(result).__name__) for result in results) == ["StaleChange"] * 3 + ["int"]
    assert DayLog.objects.owned_by(ana).count() == 1


def test_parallel_sessions_with_a_new_name_make_one_therapist(ana: User) -> None:
    names = ("Vera Lang", "vera lang", "VERA  LANG", "Vera Lang")

    results = at_the_same_time(4, lambda number: massage(ana, therapist_name=names[number]).therapist_id)

    assert len(set(results)) == 1
    assert MyTherapist.objects.get().sessions.count() == 4


@every_kind
def test_parallel_sends_save_once(ana: User, kind: str) -> None:
    content, _ = KINDS[kind]

    results = at_the_same_time(6, lambda _: save(ana, content, kind=kind).outcome)

    assert sorted(results) == ["already"] * 5 + ["created"]
    assert [record.content for record in stored(ana, kind=kind)] == [content]


def test_parallel_conflicts_keep_each_content_once(ana: User) -> None:
    save(ana)

    results = at_the_same_time(6, lambda number: save(ana, replace(PAIN, intensity=number % 3)).outcome)

    assert results == ["kept_both"] * 6
    assert sorted(record.intensity for record in stored(ana)) == [0, 1, 2, 6]


def test_of_parallel_changes_one_wins_and_the_others_are_told(ana: User) -> None:
    save(ana)

    results = at_the_same_time(
        4, lambda number: change(ana, replace(PAIN, intensity=number), version=1), may_raise=StaleChange
    )

    [winner] = [result for result in results if isinstance(result, PainEntry)]
    told = [result.current.intensity for result in results if isinstance(result, StaleChange)]
    assert told == [winner.intensity] * 3
    assert [record.intensity for record in stored(ana)] == [winner.intensity]


def test_the_same_change_in_parallel_changes_once(ana: User) -> None:
    save(ana)

    results = at_the_same_time(4, lambda _: change(ana, replace(PAIN, intensity=1), version=1))

    assert [result.version for result in results] == [2] * 4
    assert Revision.objects.count() == 1


def test_two_taps_on_undo_undo_once(ana: User) -> None:
    save(ana)
    change(ana, replace(PAIN, intensity=1), version=1)

    at_the_same_time(4, lambda _: undo(ana, version=2))

    [record] = stored(ana)
    assert (record.intensity, record.version) == (6, 3)


def test_people_side_by_side_all_get_their_records_saved(ana: User, ben: User) -> None:
    people = [ana, ben]

    results = at_the_same_time(8, lambda number: save(people[number % 2], uid=uuid.UUID(int=number)).outcome)

    assert results == ["created"] * 8
    assert (len(stored(ana)), len(stored(ben))) == (4, 4)


def test_a_link_that_is_made_many_times_at_once_is_one(ana: User) -> None:
    uid = uuid.uuid4()
    results = at_the_same_time(
        4,
        lambda _: (
            create_share(user=ana, uid=uid, secret="the same", choices={}, kept=None, days=1, now=timezone.now()).pk
        ),
    )

    assert results == [ShareLink.objects.get().pk] * 4


def test_a_question_that_is_tapped_many_times_at_once_is_one(ana: User) -> None:
    moment, now = on_wall(ana, DAY), timezone.now()
    results = at_the_same_time(
        4, lambda number: ask_question(user=ana, uid=uuid.uuid4(), text="May I swim?", moment=moment, now=now).outcome
    )

    assert sorted(results) == ["already"] * 3 + ["created"]


def test_a_backup_that_is_brought_in_many_times_at_once_is_there_once(ana: User, ben: User) -> None:
    save(ben)
    massage(ben, therapist_name="Vera Lang")
    now = timezone.now()
    file = read_backup(json_of_diary(ben), now=now)

    results = at_the_same_time(4, lambda _: restore_diary(user=ana, file=file, take_settings=False, now=now))

    assert sorted(result.stored.total() for result in results) == [0, 0, 0, 3]
    assert (len(stored(ana)), ana.massagesession_set.count(), ana.mytherapist_set.count()) == (1, 1, 1)


def test_a_goal_that_is_set_many_times_at_once_is_one(ana: User) -> None:
    at_the_same_time(4, lambda number: set_goal(user=ana, goal=Goal(exercise_days=number + 1)))

    assert PreventionGoal.objects.get().user == ana


def test_rhythms_that_are_set_many_times_at_once_are_one(ana: User) -> None:
    at_the_same_time(4, lambda _: set_rhythms(user=ana, weeks={"peg": 4}, today=DAY))

    assert QuestionRhythm.objects.get().every_weeks == 4


def test_a_draft_that_is_kept_many_times_at_once_is_one(ana: User) -> None:
    now = timezone.now()
    at_the_same_time(4, lambda number: keep_draft(user=ana, uid=UID, fields={"note": [str(number)]}, now=now))

    assert PainDraft.objects.get().uid == UID
