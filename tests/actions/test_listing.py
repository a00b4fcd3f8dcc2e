"""Suggesting listings and changes, reporting: once each, within the limits of a day, not while suspended."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from journal.actions.account import erase_account
from journal.actions.content_report import report_content
from journal.actions.daily_limits import MOST_IN_A_DAY, MayNotPublish, TooManyToday
from journal.actions.listing import suggest_change, suggest_listing
from journal.actions.review import write_review
from journal.analytics.listing import ListingContent
from journal.analytics.therapists import ChangeKind, ReportReason
from journal.models import ContentReport, ListingChange, Therapist, TherapistReview, User
from tests.cast import listing, massage_by, review

CONTENT = ListingContent(name="Vera Lang", place="Leeds", country="GB", techniques=("thai",))
NOW = timezone.now()


def suggest(author: User, uid: uuid.UUID | None = None, now: dt.datetime = NOW) -> Therapist:
    return suggest_listing(author=author, uid=uid or uuid.uuid4(), content=CONTENT, now=now)


def change(author: User, uid: uuid.UUID | None = None, now: dt.datetime = NOW) -> ListingChange:
    about = Therapist.objects.first() or listing()
    return suggest_change(
        author=author,
        therapist=about,
        uid=uid or uuid.uuid4(),
        kind=ChangeKind.CLOSED,
        proposed={},
        words="",
        now=now,
    )


def report(author: User, uid: uuid.UUID | None = None, now: dt.datetime = NOW) -> ContentReport:
    about = Therapist.objects.first() or listing()
    return report_content(
        reporter=author, about=about, uid=uid or uuid.uuid4(), reason=ReportReason.WRONG, words="", now=now
    )


def write(author: User, uid: uuid.UUID | None = None, now: dt.datetime = NOW) -> TherapistReview:
    about = listing(name=f"Vera {uuid.uuid4()}")
    massage_by(author, about)
    return write_review(
        author=author,
        therapist=about,
        version=0,
        rating=4,
        text="",
        shown_name="Walker",
        publish_trusted=False,
        now=now,
    )


SENDS: list[tuple[Callable[..., Any], Any]] = [
    (suggest, Therapist),
    (change, ListingChange),
    (report, ContentReport),
    (write, TherapistReview),
]


@pytest.mark.parametrize(("send", "model"), SENDS[:3])
def test_sent_twice_it_is_there_once(send: Callable[..., Any], model: Any, ana: User) -> None:
    uid = uuid.uuid4()

    first, second = send(ana, uid), send(ana, uid)

    assert first == second
    assert model.objects.filter(uid=uid).count() == 1


@pytest.mark.parametrize(("send", "model"), SENDS)
def test_a_day_has_its_limit_and_the_next_day_another(
    send: Callable[..., Any], model: Any, ana: User, ben: User
) -> None:
    most = MOST_IN_A_DAY[model][1]
    for _ in range(most):
        send(ana)

    with pytest.raises(TooManyToday) as refused:
        send(ana, now=NOW + dt.timedelta(hours=23))
    assert refused.value.most == most
    send(ben)
    send(ana, now=NOW + dt.timedelta(hours=25))


def test_what_was_sent_before_may_arrive_again_at_the_limit(ana: User) -> None:
    uid = uuid.uuid4()
    suggest(ana, uid)
    for _ in range(4):
        suggest(ana)

    assert suggest(ana, uid).uid == uid


@pytest.mark.parametrize(("send", "model"), SENDS)
def test_whoever_is_suspended_sends_nothing(send: Callable[..., Any], model: Any, ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(may_publish=False)

    with pytest.raises(MayNotPublish):
        send(ana)  # the page still has who they were when it was opened


def test_a_listing_waits_and_keeps_all_that_was_said(ana: User) -> None:
    made = suggest(ana)

    assert (made.state, made.added_by, made.version) == ("pending", ana, 1)
    assert Therapist.objects.get().content == CONTENT


def test_the_uid_of_somebody_elses_listing_is_exchanged(ana: User, ben: User) -> None:
    uid = uuid.uuid4()
    suggest(ana, uid)

    other = suggest(ben, uid)

    assert other.uid != uid
    assert Therapist.objects.get(uid=uid).added_by == ana


def test_erasing_an_account_erases_what_it_sent_but_no_published_listing(ana: User, ben: User) -> None:
    kept = listing(author=ana)
    waiting = [listing(author=ana, state=state) for state in ("pending", "rejected")]
    review(kept, ana, rating=1)
    change(ana)
    report(ana)
    review(kept, ben, rating=5)

    erase_account(user=ana, host="testserver")

    kept.refresh_from_db()
    assert (kept.state, kept.added_by) == ("published", None)
    assert list(kept.reviews.values_list("author", flat=True)) == [ben.pk]
    assert (kept.review_count, kept.review_mean) == (1, 5)
    assert not Therapist.objects.filter(pk__in=[one.pk for one in waiting]).exists()
    assert not ListingChange.objects.exists()
    assert not ContentReport.objects.exists()
