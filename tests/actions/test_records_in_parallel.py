"""The same form sent many times at once, by real threads with connections of their own."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from journal.actions.day import save_day
from journal.actions.records import StaleChange
from journal.analytics.records import DayContent
from journal.models import DayLog, MyTherapist, PainEntry, Revision, User
from tests.actions.record_steps import DAY, KINDS, PAIN, change, every_kind, save, stored, undo
from tests.cast import massage

pytestmark = pytest.mark.django_db(transaction=True)


def at_the_same_time(times: int, task: Callable[[int], Any]) -> list[Any]:
    """Run a task in threads that start together, each with a connection of its own; results or what was raised."""
    start = Barrier(times)

    def run(number: int) -> Any:
        start.wait()
        try:
            return task(number)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def test_of_parallel_logs_of_one_day_one_wins_and_the_others_are_told(ana: User) -> None:
    results = at_the_same_time(
        4,
        lambda number: (
            save_day(user=ana, day=DAY, version=0, content=DayContent(stress=number), now=timezone.now()).version
        ),
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

    results = at_the_same_time(4, lambda number: change(ana, replace(PAIN, intensity=number), version=1))

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
