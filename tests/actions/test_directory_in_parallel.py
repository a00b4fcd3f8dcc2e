"""Several requests at the same moment: what is sent counts once, and the limit of a day holds."""

import datetime as dt
import uuid
from typing import Any

import pytest

from journal.actions.content_report import report_content
from journal.actions.daily_limits import MOST_IN_A_DAY, TooManyToday
from journal.actions.listing import suggest_change, suggest_listing
from journal.actions.my_therapist import keep_listing
from journal.actions.review import write_review
from journal.actions.review_counts import recount_reviews
from journal.analytics.listing import ListingContent
from journal.analytics.therapists import ChangeKind, ReportReason
from journal.models import ContentReport, ListingChange, MyTherapist, Therapist, TherapistReview, User
from tests.cast import listing, massage_by, review
from tests.parallel import at_the_same_time

pytestmark = pytest.mark.django_db(transaction=True)
NOW = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
CONTENT = ListingContent(name="Vera Lang", place="Leeds", country="GB")


def suggest(author: User, uid: uuid.UUID) -> Therapist:
    return suggest_listing(author=author, uid=uid, content=CONTENT, now=NOW)


def propose(author: User, about: Therapist, uid: uuid.UUID) -> ListingChange:
    return suggest_change(
        author=author, therapist=about, uid=uid, kind=ChangeKind.CHANGE, proposed={"place": "York"}, words="", now=NOW
    )


def report(reporter: User, about: Therapist, uid: uuid.UUID) -> ContentReport:
    return report_content(reporter=reporter, about=about, uid=uid, reason=ReportReason.OTHER, words="Spam", now=NOW)


def test_the_same_form_twice_is_one_listing(ana: User) -> None:
    uid = uuid.uuid4()

    at_the_same_time(4, lambda _: suggest(ana, uid))

    assert Therapist.objects.count() == 1


def test_the_same_suggested_change_twice_is_one(ana: User) -> None:
    about, uid = listing(), uuid.uuid4()

    at_the_same_time(4, lambda _: propose(ana, about, uid))

    assert ListingChange.objects.count() == 1


def test_the_same_report_twice_is_one(ana: User) -> None:
    about, uid = listing(), uuid.uuid4()

    at_the_same_time(4, lambda _: report(ana, about, uid))

    assert ContentReport.objects.count() == 1


def test_the_same_review_twice_is_one_and_is_counted_once(ana: User) -> None:
    about = listing()
    massage_by(ana, about)
    said: dict[str, Any] = {"rating": 4, "text": "Listens.", "shown_name": "Walker", "publish_trusted": False}

    at_the_same_time(4, lambda _: write_review(author=ana, therapist=about, version=0, now=NOW, **said))

    assert TherapistReview.objects.get().version == 1


def test_keeping_a_therapist_twice_keeps_one(ana: User) -> None:
    about = listing()

    results = at_the_same_time(4, lambda _: keep_listing(user=ana, listing=about, now=NOW).outcome)

    assert sorted(results) == ["already"] * 3 + ["created"]
    assert MyTherapist.objects.get().listing == about


@pytest.mark.parametrize("model", [Therapist, ListingChange, ContentReport], ids=lambda model: model.__name__)
def test_the_limit_of_a_day_is_not_passed(ana: User, model: Any) -> None:
    whose, most = MOST_IN_A_DAY[model]
    about = listing()
    send = {
        Therapist: lambda _: suggest(ana, uuid.uuid4()),
        ListingChange: lambda _: propose(ana, about, uuid.uuid4()),
        ContentReport: lambda _: report(ana, about, uuid.uuid4()),
    }[model]

    results = at_the_same_time(most + 3, send, may_raise=TooManyToday)

    assert sum(isinstance(result, TooManyToday) for result in results) == 3
    assert model.objects.filter(**{whose: ana}).count() == most


def test_reviews_decided_at_once_are_all_counted() -> None:
    about = listing()
    waiting = [
        review(about, User.objects.create_user(f"a{n}@example.org"), state="pending", rating=5) for n in range(4)
    ]

    def publish(number: int) -> None:
        TherapistReview.objects.filter(pk=waiting[number].pk).update(state="published")
        recount_reviews(therapist_id=about.pk)

    at_the_same_time(4, publish)

    about.refresh_from_db()
    assert (about.review_count, about.review_mean) == (4, 5)
