"""Several requests at the same moment: what is sent counts once, and the limit of a day holds."""

import datetime as dt
import threading
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from journal.actions.daily_limits import MOST_IN_A_DAY, TooManyToday
from journal.actions.listing import suggest_listing
from journal.actions.review_counts import recount_reviews
from journal.analytics.listing import ListingContent
from journal.models import Therapist, TherapistReview, User
from tests.cast import listing, review

pytestmark = pytest.mark.django_db(transaction=True)
NOW = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
CONTENT = ListingContent(name="Vera Lang", place="Leeds", country="GB")


def at_once(tasks: list[Callable[[], Any]]) -> list[Exception]:
    """Start all of them together; what they raised."""
    start, raised = threading.Barrier(len(tasks)), []

    def run(task: Callable[[], Any]) -> None:
        try:
            start.wait()
            task()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def suggest(author: User, uid: uuid.UUID) -> Callable[[], Any]:
    return lambda: suggest_listing(author=author, uid=uid, content=CONTENT, now=NOW)


def test_the_same_form_twice_is_one_listing() -> None:
    ana, uid = User.objects.create_user("ana@example.org"), uuid.uuid4()

    assert at_once([suggest(ana, uid)] * 4) == []
    assert Therapist.objects.count() == 1


def test_the_limit_of_a_day_is_not_passed() -> None:
    ana, most = User.objects.create_user("ana@example.org"), MOST_IN_A_DAY[Therapist][1]

    raised = at_once([suggest(ana, uuid.uuid4()) for _ in range(most + 3)])

    assert [type(error) for error in raised] == [TooManyToday] * 3
    assert Therapist.objects.count() == most


def test_reviews_decided_at_once_are_all_counted() -> None:
    about = listing()
    waiting = [
        review(about, User.objects.create_user(f"a{n}@example.org"), state="pending", rating=5) for n in range(4)
    ]

    def publish(one: TherapistReview) -> Callable[[], Any]:
        def task() -> None:
            TherapistReview.objects.filter(pk=one.pk).update(state="published")
            recount_reviews(therapist_id=about.pk)

        return task

    assert at_once([publish(one) for one in waiting]) == []
    about.refresh_from_db()
    assert (about.review_count, about.review_mean) == (4, 5)
