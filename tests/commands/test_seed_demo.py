"""`manage.py seed_demo`: a believable diary in an account of its own, and never in somebody's."""

import datetime as dt
import re
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from journal.actions.merging import undo_merge
from journal.analytics.therapists import ChangeState, ListingState, ReportState, ReviewState
from journal.models import (
    ContentReport,
    DayLog,
    FlareUp,
    ListingChange,
    ListingMerge,
    MassageSession,
    MedicationDose,
    PainEntry,
    QuestionnaireResponse,
    Therapist,
    TherapistReview,
    User,
)
from journal.queries.moderation import queue_sizes
from tests import cast

NOON = dt.datetime(2026, 5, 4, 12, 30, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def at_noon(db: None) -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


def seed(**options: Any) -> str:
    out = StringIO()
    call_command("seed_demo", stdout=out, **options)
    return out.getvalue()


def test_it_prints_what_it_made_and_how_to_sign_in() -> None:
    said = seed()

    pains, sessions, flares = (model.objects.count() for model in (PainEntry, MassageSession, FlareUp))
    days, medicines = (model.objects.count() for model in (DayLog, MedicationDose))
    assert f"{pains:,} pain entries, {sessions:,} massages, {flares:,} flare-ups, {days:,} days" in said
    assert f"{medicines:,} medicines, {QuestionnaireResponse.objects.count():,} questionnaires." in said
    assert "demo@example.org" in said


def test_the_printed_password_opens_the_account(client: Client) -> None:
    said = seed(email="Someone@Example.org")
    password = re.findall(r"Password: +(\S+)", said)[0]

    answer = client.post(reverse("account_login"), {"login": "someone@example.org", "password": password})

    assert answer.status_code == 302
    assert client.get(reverse("journal")).status_code == 200


def test_a_given_password_is_the_accounts() -> None:
    seed(password="a long enough one")

    assert User.objects.get(email="demo@example.org").check_password("a long enough one")


def test_it_fills_an_empty_account_and_leaves_its_password(ana: User) -> None:
    said = seed(email=ana.email)

    assert "Password:    unchanged" in said
    assert PainEntry.objects.filter(user=ana, tz="Europe/Berlin").exists()


@pytest.mark.parametrize("log", [cast.pain, cast.massage, cast.flare])
def test_it_touches_no_account_that_holds_records(ana: User, log: Any) -> None:
    log(ana)

    with pytest.raises(CommandError, match="has records already; nothing was changed"):
        seed(email=ana.email)

    kept = [model.objects.count() for model in (PainEntry, MassageSession, FlareUp)]
    assert sorted(kept) == [0, 0, 1]


def test_a_second_run_changes_nothing() -> None:
    seed()
    before = PainEntry.objects.count()

    with pytest.raises(CommandError):
        seed(years=2)

    assert PainEntry.objects.count() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"years": 0}, "--years is 0"),
        ({"years": 51}, "--years is 51"),
        ({"email": "me"}, "--email is 'me'"),
        ({"zone": "Mars/Olympus"}, "--zone is 'Mars/Olympus'"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_in_words(options: dict[str, Any], message: str) -> None:
    with pytest.raises(CommandError, match=re.escape(message)):
        seed(**options)

    assert not User.objects.exists()


def test_the_diary_ends_today_in_the_accounts_zone() -> None:
    seed(zone="Pacific/Kiritimati")  # there it is already tomorrow

    newest = PainEntry.objects.order_by("-occurred_at")[0]
    assert newest.local_date == dt.date(2026, 5, 4)  # half past two in the night there, nothing logged yet
    assert PainEntry.objects.filter(occurred_at__gt=NOON).count() == 0


def test_ten_years_are_written() -> None:
    seed(years=10)

    first = PainEntry.objects.order_by("local_date")[0].local_date
    assert first <= dt.date(2016, 6, 1)
    assert PainEntry.objects.count() > 3000
    assert FlareUp.objects.filter(ended_at=None).count() <= 1


def test_the_diary_is_told_that_it_changed() -> None:
    seed()

    assert User.objects.get(email="demo@example.org").diary_version == 1


def test_an_invented_directory_has_every_state() -> None:
    said = seed()

    assert set(Therapist.objects.values_list("state", flat=True)) == set(ListingState)
    assert set(TherapistReview.objects.values_list("state", flat=True)) == set(ReviewState)
    assert set(ListingChange.objects.values_list("state", flat=True)) == set(ChangeState)
    assert set(ContentReport.objects.values_list("state", flat=True)) == set(ReportState)
    assert all(queue.count for queue in queue_sizes())
    undo_merge(merge_id=ListingMerge.objects.get().pk, by=User.objects.all()[0], now=timezone.now())
    assert f"directory of {Therapist.objects.count()} therapists" in said
    for listing in Therapist.objects.all():
        assert listing.review_count == listing.reviews.published().count()


def test_nobody_who_does_not_exist_is_put_beside_real_therapists() -> None:
    cast.listing(name="Real")

    seed()

    assert Therapist.objects.get().name == "Real"
