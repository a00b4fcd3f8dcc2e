"""Reading a diary: with a reason, for some hours, known to the person, and every look in the log."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from journal.actions.content_access import open_access
from journal.models import AuditEntry, ContentAccess, User
from tests import cast
from tests.cast import at_the_desk, pain
from tests.test_headers import HEALTH

pytestmark = pytest.mark.django_db

WORDS = "Her letter of Monday"


def opened(ana: User, ada: User, *, ago: dt.timedelta = dt.timedelta()) -> ContentAccess:
    return open_access(person=ana, by=ada, reason="asked", words=WORDS, hours=1, now=timezone.now() - ago)


def address(access: ContentAccess, name: str = "change") -> str:
    return reverse(f"admin:journal_contentaccess_{name}", args=[access.pk])


def looks() -> int:
    count: int = AuditEntry.objects.filter(what="looked").count()
    return count


def test_it_is_opened_with_a_reason_and_the_person_is_told(
    ana: User, ada: User, ada_client: Client, django_capture_on_commit_callbacks: object
) -> None:
    url = reverse("admin:journal_contentaccess_open", args=[ana.pk])
    assert ada_client.post(url, {"reason": "asked", "words": "", "hours": "1"}).status_code == 200
    assert ada_client.post(url, {"reason": "asked", "words": "a@b.org", "hours": "1"}).status_code == 200
    assert ada_client.post(url, {"reason": "asked", "words": WORDS, "hours": "25"}).status_code == 200
    assert not ContentAccess.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ada_client.post(url, {"reason": "asked", "words": WORDS, "hours": "24"})

    access = ContentAccess.objects.get()
    assert (access.person, access.opened_by, access.hours) == (ana, ada.pk, 24)
    (told,) = mail.outbox
    assert told.to == [ana.email]
    assert not HEALTH.search(told.subject + str(told.body))
    logged = AuditEntry.objects.get(what="access_opened")
    assert (logged.actor, logged.person, logged.reason, logged.words) == (ada.pk, ana.pk, "asked", WORDS)


def test_every_look_is_in_the_log_before_anything_is_shown(ana: User, ada: User, ada_client: Client) -> None:
    cast.pain(ana, 7, note="After the long drive.")
    cast.massage(ana, therapist_name="Vera Lang")
    access = opened(ana, ada)
    assert "long drive" not in ada_client.get(address(access)).text

    page = ada_client.post(address(access, "read")).text

    assert "After the long drive." in page
    assert "Vera Lang" in page
    assert looks() == 1
    assert "<input" not in page.split('<ol class="desk-log">')[1].split("</ol>")[0]


def test_a_link_is_no_look(ana: User, ada: User, ada_client: Client) -> None:
    access = opened(ana, ada)

    assert ada_client.get(address(access, "read"))["Location"] == address(access)
    assert looks() == 0


def test_a_long_diary_is_read_page_by_page(ana: User, ada: User, ada_client: Client) -> None:
    cast.diary(ana, days=90)
    access = opened(ana, ada)
    first = ada_client.post(address(access, "read"))

    older = ada_client.post(address(access, "read"), {"before": first.context["read"].older})

    assert len(first.context["read"].lines) == len(older.context["read"].lines) == 40
    assert first.context["read"].lines[-1].day >= older.context["read"].lines[0].day
    assert looks() == 2


def test_it_ends_by_itself_and_by_hand(ana: User, ada: User, ada_client: Client) -> None:
    pain(ana, note="After the long drive.")
    over = opened(ana, ada, ago=dt.timedelta(hours=1))
    ended = opened(ana, ada)
    ada_client.post(address(ended))

    for access in (over, ended):
        assert "long drive" not in ada_client.post(address(access, "read"), follow=True).text
    assert looks() == 0
    assert "has ended" in ada_client.post(address(ended), follow=True).text


def test_nobody_else_reads_by_it(ana: User, ada: User, mona_client: Client) -> None:
    pain(ana, note="After the long drive.")
    access = opened(ana, ada)
    other = at_the_desk(cast.staff("otto@example.org", "administrator"))

    assert "long drive" not in other.post(address(access, "read"), follow=True).text
    assert mona_client.post(address(access, "read")).status_code == 403
    assert mona_client.get(reverse("admin:journal_contentaccess_open", args=[ana.pk])).status_code == 403
    assert looks() == 0
