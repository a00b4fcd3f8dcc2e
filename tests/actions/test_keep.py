"""Keeping results until the diary changes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.actions import keep
from journal.actions.diary import touch_diary
from journal.actions.keep import kept
from journal.models import KeptResult, User
from tests.parallel import at_the_same_time


@pytest.fixture
def answers() -> Iterator[int]:
    return iter(range(100))


def test_a_result_is_computed_once_as_long_as_the_diary_stays_the_same(ana: User, answers: Iterator[int]) -> None:
    assert [kept(user=ana, name="n", compute=lambda: next(answers)) for _ in range(3)] == [0, 0, 0]


def test_a_change_of_the_diary_makes_it_stale(ana: User, answers: Iterator[int]) -> None:
    kept(user=ana, name="n", compute=lambda: next(answers))
    touch_diary(user=ana)
    assert kept(user=ana, name="n", compute=lambda: next(answers)) == 1
    assert kept(user=ana, name="n", compute=lambda: next(answers)) == 1
    assert KeptResult.objects.count() == 1


def test_a_change_while_it_is_computed_makes_it_stale_at_once(ana: User, answers: Iterator[int]) -> None:
    def compute() -> int:
        touch_diary(user=ana)
        return next(answers)

    kept(user=ana, name="n", compute=compute)
    assert kept(user=ana, name="n", compute=lambda: next(answers)) == 1


def test_names_and_people_do_not_mix(ana: User, ben: User, answers: Iterator[int]) -> None:
    values = [
        kept(user=user, name=name, compute=lambda: next(answers)) for user in (ana, ben) for name in ("n", "other", "n")
    ]
    assert values == [0, 1, 0, 2, 3, 2]


def test_nothing_found_is_kept_too(ana: User) -> None:
    assert kept(user=ana, name="n", compute=lambda: None) is None
    assert kept(user=ana, name="n", compute=lambda: 1) is None


def test_a_result_of_one_day_is_replaced_by_that_of_the_next(ana: User, answers: Iterator[int]) -> None:
    days = ["2026-03-01", "2026-03-01", "2026-03-02", "2026-03-02"]
    assert [kept(user=ana, name="n", of=day, compute=lambda: next(answers)) for day in days] == [0, 0, 1, 1]
    assert KeptResult.objects.count() == 1


def test_what_another_release_has_kept_is_computed_again(ana: User, answers: Iterator[int]) -> None:
    kept(user=ana, name="n", compute=lambda: next(answers))
    row = KeptResult.objects.get()
    row.value["from"][0] = "the release before"
    row.save()
    assert kept(user=ana, name="n", compute=lambda: next(answers)) == 1


@pytest.mark.parametrize("changed", ["journal/charts/pain.py", "templates/journal/charts.html"])
def test_another_release_is_one_with_other_code_or_templates(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("journal/charts/pain.py", "templates/journal/charts.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(keep, "_PRODUCT", tmp_path)
    before = keep._code()
    assert keep._code() == before

    (tmp_path / changed).write_text("otherwise")
    assert keep._code() != before


@pytest.mark.django_db(transaction=True)
def test_many_at_once_all_get_the_value_and_keep_it_once(ana: User) -> None:
    together = threading.Barrier(6)

    def compute() -> int:
        together.wait(timeout=30)
        return 7

    assert at_the_same_time(6, lambda _: kept(user=ana, name="n", compute=compute)) == [7] * 6
    assert KeptResult.objects.get().value["value"] == 7
