"""What moderators decide, from which state, once, and with what the author is told."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail

from journal.actions.moderation import (
    DecidedAlready,
    NotPossible,
    check_licence,
    decide_change,
    decide_listing,
    decide_report,
    decide_review,
    set_may_publish,
)
from journal.analytics.moderation import LISTING_DECISIONS, REVIEW_DECISIONS, Done
from journal.analytics.therapists import ListingState, ReviewState
from journal.models import AuditEntry, Therapist, User
from tests.desk import change, listing, report, review
from tests.test_headers import HEALTH

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


def logged() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.exclude(what="role_given").order_by("pk").values_list("what", "about_kind"))


def test_a_listing_is_approved_put_right_and_logged(ana: User, mona: User) -> None:
    suggested = listing("vera lang", added_by=ana)
    content = replace(suggested.content, name="Vera Lang", techniques=("thai", "shiatsu"))

    decide_listing(
        listing_id=suggested.pk,
        version=1,
        decision=Done.APPROVED,
        by=mona,
        now=NOW,
        content=content,
        words="Looked up.",
    )

    suggested.refresh_from_db()
    assert (suggested.state, suggested.version, suggested.name) == ("published", 2, "Vera Lang")
    assert suggested.content.techniques == ("thai", "shiatsu")
    entry = AuditEntry.objects.get(what="approved")
    assert (entry.at, entry.actor, entry.about, entry.person, entry.words) == (
        NOW,
        mona.pk,
        suggested.pk,
        ana.pk,
        "Looked up.",
    )


@pytest.mark.parametrize("state", list(ListingState))
@pytest.mark.parametrize("decision", [Done.APPROVED, Done.REJECTED, Done.HIDDEN, Done.EDITED])
def test_what_does_not_fit_the_state_of_a_listing_is_refused(state: str, decision: Done, mona: User) -> None:
    other = listing("Kept") if state == "merged" else None
    item = listing(state=state, merged_into=other)
    try:
        decide_listing(listing_id=item.pk, version=1, decision=decision, by=mona, now=NOW, reason="other")
    except NotPossible:
        assert decision not in LISTING_DECISIONS[state]
        assert not logged()
    else:
        assert decision in LISTING_DECISIONS[state]


@pytest.mark.parametrize("state", list(ReviewState))
@pytest.mark.parametrize("decision", [Done.APPROVED, Done.REJECTED, Done.HIDDEN])
def test_what_does_not_fit_the_state_of_a_review_is_refused(state: str, decision: Done, ana: User, mona: User) -> None:
    withdrawn = {"text": "", "shown_name": ""} if state == "withdrawn" else {}
    item = review(ana, listing(state="published"), state=state, **withdrawn)
    try:
        decide_review(review_id=item.pk, version=1, decision=decision, by=mona, now=NOW, reason="other")
    except NotPossible:
        assert decision not in REVIEW_DECISIONS[state]
    else:
        assert decision in REVIEW_DECISIONS[state]


@pytest.mark.parametrize("decision", [Done.REJECTED, Done.HIDDEN])
def test_nothing_is_refused_without_a_reason(decision: Done, ana: User, mona: User) -> None:
    item = review(ana, listing(), state="pending" if decision == Done.REJECTED else "published")

    with pytest.raises(NotPossible):
        decide_review(review_id=item.pk, version=1, decision=decision, by=mona, now=NOW)


def test_the_second_moderator_is_told_what_the_first_one_did(ana: User, mona: User, ada: User) -> None:
    item = review(ana, listing())
    decide_review(review_id=item.pk, version=1, decision=Done.APPROVED, by=mona, now=NOW)

    with pytest.raises(DecidedAlready) as refused:
        decide_review(review_id=item.pk, version=1, decision=Done.REJECTED, by=ada, now=NOW, reason="advert")

    assert refused.value.last
    assert (refused.value.last.actor, refused.value.last.what) == (mona.pk, "approved")
    item.refresh_from_db()
    assert (item.state, item.version) == ("published", 2)


def test_a_decision_about_a_review_counts_at_once(ana: User, mona: User) -> None:
    about = listing(state="published")
    item = review(ana, about, rating=2)

    decide_review(review_id=item.pk, version=1, decision=Done.APPROVED, by=mona, now=NOW)
    about.refresh_from_db()
    assert (about.review_count, about.review_mean) == (1, 2)

    decide_review(review_id=item.pk, version=2, decision=Done.HIDDEN, by=mona, now=NOW, reason="abuse")
    about.refresh_from_db()
    assert (about.review_count, about.review_mean) == (0, None)


def test_a_change_is_taken_in_as_the_moderator_left_it(ana: User, mona: User) -> None:
    about = listing(state="published", licence_number="12", licence_checked_on=NOW.date())
    item = change(ana, about, proposed={"licence_number": "1-2-3"})
    content = replace(about.content, licence_number="123")

    decide_change(change_id=item.pk, listing_version=1, decision=Done.APPROVED, by=mona, now=NOW, content=content)

    about.refresh_from_db()
    item.refresh_from_db()
    assert (about.licence_number, about.version, item.state, item.decided_at) == ("123", 2, "approved", NOW)
    assert about.licence_checked_on is None, "another licence is one that nobody has checked"


def test_a_change_seen_beside_another_version_is_refused(ana: User, mona: User) -> None:
    about = listing(state="published")
    item = change(ana, about)
    decide_listing(listing_id=about.pk, version=1, decision=Done.EDITED, by=mona, now=NOW)

    with pytest.raises(DecidedAlready):
        decide_change(change_id=item.pk, listing_version=1, decision=Done.APPROVED, by=mona, now=NOW)


@pytest.mark.parametrize(
    ("kind", "proposed", "state"),
    [("closed", {}, "closed"), ("moved", {}, "closed"), ("moved", {"place": "York"}, "published")],
)
def test_a_practice_that_closed_stays_readable_as_closed(
    kind: str, proposed: dict[str, str], state: str, ana: User, mona: User
) -> None:
    about = listing(state="published")
    item = change(ana, about, kind=kind, proposed=proposed)

    decide_change(change_id=item.pk, listing_version=1, decision=Done.APPROVED, by=mona, now=NOW)

    about.refresh_from_db()
    assert about.state == state


def test_a_report_takes_off_what_it_is_about(ana: User, ben: User, mona: User) -> None:
    about = listing(state="published")
    said = review(ana, about, state="published")
    first, second = report(ben, said), report(mona, about)

    decide_report(report_id=first.pk, decision=Done.HIDDEN, by=mona, now=NOW, reason="abuse")
    decide_report(report_id=second.pk, decision=Done.HIDDEN, by=mona, now=NOW, reason="not_found")

    for item in (about, said, first, second):
        item.refresh_from_db()
    assert [about.state, said.state, first.state, second.state] == ["hidden", "hidden", "upheld", "upheld"]
    assert logged() == [
        ("hidden", "therapistreview"),
        ("upheld", "contentreport"),
        ("hidden", "therapist"),
        ("upheld", "contentreport"),
    ]


def test_a_report_is_closed_once(ana: User, mona: User) -> None:
    item = report(ana, listing(state="published"))
    decide_report(report_id=item.pk, decision=Done.DISMISSED, by=mona, now=NOW)

    with pytest.raises(DecidedAlready):
        decide_report(report_id=item.pk, decision=Done.UPHELD, by=mona, now=NOW)


def test_a_licence_is_noted_with_register_number_day_and_moderator(mona: User) -> None:
    item = listing(state="published")

    check_licence(
        listing_id=item.pk,
        version=1,
        register="CNHC",
        licence_number="0012",
        checked_on=dt.date(2026, 5, 30),
        by=mona,
        now=NOW,
    )

    item = Therapist.objects.get(pk=item.pk)
    assert (item.register, item.licence_number, item.licence_checked_on, item.licence_checked_by, item.version) == (
        "CNHC",
        "0012",
        dt.date(2026, 5, 30),
        mona,
        2,
    )


def test_publishing_is_suspended_with_a_reason_and_allowed_again(ana: User, mona: User) -> None:
    with pytest.raises(NotPossible):
        set_may_publish(person=ana, may=False, by=mona, now=NOW)
    set_may_publish(person=ana, may=False, by=mona, now=NOW, reason="advert")
    assert not User.objects.get(pk=ana.pk).may_publish
    for _ in range(2):  # the second one says nothing new: no mail, no entry in the log
        set_may_publish(person=ana, may=True, by=mona, now=NOW)

    assert User.objects.get(pk=ana.pk).may_publish
    assert [what for what, _ in logged()] == ["suspended", "restored"]


def test_words_in_the_log_lose_addresses(ana: User, mona: User) -> None:
    item = review(ana, listing())
    decide_review(
        review_id=item.pk, version=1, decision=Done.APPROVED, by=mona, now=NOW, words="asked ana@example.org twice"
    )

    assert AuditEntry.objects.get(what="approved").words == "asked … twice"


def test_the_author_is_told_without_a_word_about_health(
    ana: User, mona: User, django_capture_on_commit_callbacks: object
) -> None:
    about = listing("Sciatica Relief Massage", state="pending", added_by=ana)
    said, other = review(ana, about), change(ana, about)
    by: Any = {"by": mona, "now": NOW}

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        decide_listing(listing_id=about.pk, version=1, decision=Done.APPROVED, **by)
        decide_review(review_id=said.pk, version=1, decision=Done.REJECTED, reason="advert", **by)
        decide_change(change_id=other.pk, listing_version=2, decision=Done.REJECTED, reason="not_right", **by)

    assert [message.to for message in mail.outbox] == [[ana.email]] * 3
    texts = [f"{message.subject} {message.body}" for message in mail.outbox]
    assert not any(HEALTH.search(text) for text in texts)
    assert "It is advertising." in texts[1]


def test_nobody_is_told_of_what_only_moderators_changed(
    ana: User, mona: User, django_capture_on_commit_callbacks: object
) -> None:
    about = listing(state="published", added_by=ana)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        decide_listing(listing_id=about.pk, version=1, decision=Done.EDITED, by=mona, now=NOW)

    assert mail.outbox == []
