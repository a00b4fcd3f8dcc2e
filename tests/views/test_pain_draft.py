"""What was typed into the pain form and not saved: kept, offered, gone on with, forgotten."""

import datetime as dt
import uuid
from typing import Any, ClassVar

import pytest
import time_machine
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from journal.forms.draft import said_in
from journal.models import PainDraft, PainEntry, User
from tests.cast import pain, signed_in
from tests.views.page_form import PageForm

PAGE, DRAFT = "/pain/new/", "/pain/draft/"
TYPED: dict[str, Any] = {
    "intensity": "6",
    "note": "After the drive.",
    "day": "2026-05-04",
    "at": "21:40",
    "feelings-0-qualities": ["burning"],
    "feelings-0-places": ["thigh_back.left", "calf.left"],
    "feelings-0-strength": "8",
    "feelings-0-places-as": "list",
    "trigger_driving": "2",
}
LATER = dt.timedelta(hours=2)


def form_of(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


def keep(client: Client, changed: dict[str, Any] | None = None) -> dict[str, Any]:
    """Type into a new form and pause; what the browser sent."""
    sent = form_of(client).sent(TYPED if changed is None else changed)
    assert client.post(DRAFT, sent).status_code == 200
    return sent


def gone_on_with(client: Client) -> PageForm:
    return PageForm(client.post(PAGE, {"go_on": "1"}).content.decode())


def offered(client: Client) -> bool:
    return b"have not saved it" in client.get(PAGE).content


def assert_holds(form: PageForm, sent: dict[str, Any]) -> None:
    for name in {*TYPED, "uid"}:
        wanted = sent[name] if isinstance(sent[name], list) else [sent[name]]
        assert sorted(form.fields[name]) == sorted(wanted), name


def test_everything_typed_is_there_again_when_the_page_reloads(ana_client: Client) -> None:
    sent = keep(ana_client)

    page = ana_client.get(PAGE).text

    assert_holds(PageForm(page), sent)
    assert "Start afresh" in page


def test_later_it_is_offered_and_everything_typed_is_there_again(ana: User) -> None:
    with time_machine.travel("2026-05-04T19:40:00Z", tick=False) as clock:
        sent = keep(signed_in(ana))
        clock.shift(LATER)
        page = signed_in(ana).get(PAGE).text
        assert "Go on with it" in page
        assert "feelings-0-places" not in page, "only the question"
        assert_holds(gone_on_with(signed_in(ana)), sent)


class TestFromTheStartPage:
    """A number and “Add what and where” while something else is not saved yet."""

    TAPPED: ClassVar[dict[str, str]] = {"uid": str(uuid.uuid4()), "tz": "", "intensity": "3", "more": "1"}

    def test_what_was_begun_just_now_takes_the_new_number(self, ana_client: Client) -> None:
        sent = keep(ana_client)

        form = PageForm(ana_client.post(PAGE, self.TAPPED).text)

        assert_holds(form, sent | {"intensity": "3"})

    @pytest.mark.parametrize("number", ["3", "'\"><script>", "99", ""])
    def test_later_it_asks_and_keeps_both(self, ana: User, number: str) -> None:
        with time_machine.travel("2026-05-04T19:40:00Z", tick=False) as clock:
            sent = keep(signed_in(ana))
            clock.shift(LATER)
            client, tapped = signed_in(ana), self.TAPPED | {"intensity": number}
            page = client.post(PAGE, tapped).text
            assert "Go on with it" in page
            assert "<script>" not in page.partition("<main")[2]
            assert PainDraft.objects.get().fields["note"] == [TYPED["note"]]
            form = PageForm(client.post(PAGE, {"go_on": "1", "intensity": number}).text)
            assert form.value("note") == sent["note"]

    def test_started_afresh_the_number_stays(self, ana_client: Client) -> None:
        keep(ana_client)

        form = PageForm(ana_client.post(PAGE, self.TAPPED | {"start_afresh": "1"}).text)

        assert (form.value("intensity"), form.value("note")) == ("3", "")
        assert form.value("uid") == self.TAPPED["uid"]

    def test_the_same_form_asked_for_more_is_no_other(self, ana_client: Client) -> None:
        ana_client.post(PAGE, self.TAPPED)

        form = PageForm(ana_client.post(PAGE, self.TAPPED | {"intensity": "5"}).text)

        assert form.value("intensity") == "5"


def test_no_field_of_the_form_is_left_out(ana_client: Client) -> None:
    form = form_of(ana_client)
    names = {*form.fields, *form.offered} - {"csrfmiddlewaretoken"}

    kept = said_in(QueryDict("&".join(f"{name}=1" for name in names)))

    assert names - set(kept) == set()


def test_it_says_when_it_was_begun(ana: User) -> None:
    with time_machine.travel("2026-05-04T19:40:00Z", tick=False) as clock:
        keep(signed_in(ana))
        assert "You began this at 21:40 and" in signed_in(ana).get(PAGE).text
        clock.shift(LATER)
        assert "You began an entry at 21:40 and" in signed_in(ana).get(PAGE).text
    with time_machine.travel("2026-05-05T06:00:00Z", tick=False):
        assert "You began an entry yesterday at 21:40 and" in signed_in(ana).get(PAGE).text


def test_saving_it_ends_it(ana: User, ana_client: Client) -> None:
    keep(ana_client)

    ana_client.post(PAGE, gone_on_with(ana_client).sent())

    assert PainEntry.objects.owned_by(ana).get().note == "After the drive."
    assert not PainDraft.objects.exists()
    assert not offered(ana_client)


def test_a_draft_that_arrives_after_its_entry_is_not_kept(ana_client: Client) -> None:
    sent = form_of(ana_client).sent(TYPED)
    ana_client.post(PAGE, sent)

    assert ana_client.post(DRAFT, sent).json() == {"kept": False}
    assert not PainDraft.objects.exists()


def test_an_entry_saved_elsewhere_leaves_the_draft(ana: User, ana_client: Client) -> None:
    keep(ana_client)
    ana_client.post(PAGE, {"uid": str(uuid.uuid4()), "tz": "", "intensity": "0"})

    assert offered(ana_client)


def test_starting_afresh_forgets_it(ana_client: Client) -> None:
    keep(ana_client)

    assert ana_client.post(DRAFT, {"start_afresh": "1"})["Location"] == PAGE
    assert not PainDraft.objects.exists()
    assert not form_of(ana_client).value("intensity")


@pytest.mark.parametrize("button", ["add_group", "same_as_last", None])
def test_what_is_sent_without_a_script_and_not_saved_is_kept_too(ana_client: Client, button: str | None) -> None:
    changed = {"note": "Half of it", **({button: "1"} if button else {})}
    ana_client.post(PAGE, form_of(ana_client).sent(changed))

    assert gone_on_with(ana_client).value("note") == "Half of it"


def test_the_latest_takes_the_place_of_the_one_before(ana_client: Client) -> None:
    sent = form_of(ana_client).sent(TYPED)
    for note in ("One", "One and two"):
        ana_client.post(DRAFT, sent | {"note": note})

    assert PainDraft.objects.get().fields["note"] == ["One and two"]


def test_a_form_with_nothing_in_it_is_no_draft(ana_client: Client) -> None:
    sent = keep(ana_client)
    assert ana_client.post(DRAFT, {"uid": sent["uid"], "tz": "Asia/Tokyo"}).json() == {"kept": False}
    assert not PainDraft.objects.exists()


def test_it_goes_after_a_day(ana: User) -> None:
    start = timezone.now()
    keep(signed_in(ana))
    with time_machine.travel(start + dt.timedelta(hours=23), tick=False):
        assert offered(signed_in(ana))
        call_command("erase_deleted", verbosity=0)
        assert PainDraft.objects.exists()
    with time_machine.travel(start + dt.timedelta(hours=25), tick=False):
        assert not offered(signed_in(ana))
        assert not gone_on_with(signed_in(ana)).value("note")
        call_command("erase_deleted", verbosity=0)
        assert not PainDraft.objects.exists()


def test_nobody_else_sees_it_or_ends_it(ana: User, ana_client: Client, ben: User, ben_client: Client) -> None:
    sent = keep(ana_client)

    assert not offered(ben_client)
    assert not gone_on_with(ben_client).value("note")
    ben_client.post(DRAFT, {"start_afresh": "1"})
    ben_client.post(DRAFT, sent | {"note": "Ben's"})
    ben_client.post(PAGE, sent)
    assert gone_on_with(ana_client).value("note") == TYPED["note"]


def test_it_goes_with_the_account(ana: User, ana_client: Client) -> None:
    keep(ana_client)
    ana.delete()
    assert not PainDraft.objects.exists()


def test_it_says_nothing_to_a_get(ana_client: Client) -> None:
    keep(ana_client)
    assert ana_client.get(DRAFT).status_code == 405


class TestBadInput:
    def test_one_that_is_too_large_is_refused_and_the_one_before_stays(self, ana_client: Client) -> None:
        sent = keep(ana_client)

        answer = ana_client.post(DRAFT, sent | {"note": "x" * 60_001})

        assert answer.status_code == 400
        assert PainDraft.objects.get().fields["note"] == [TYPED["note"]]

    def test_a_form_that_is_too_large_to_keep_is_still_shown_again(self, ana_client: Client) -> None:
        html = ana_client.post(PAGE, form_of(ana_client).sent({"note": "x" * 60_001})).content.decode()

        assert len(PageForm(html).value("note")) == 60_001
        assert not PainDraft.objects.exists()

    @pytest.mark.parametrize("uid", ["", "junk", "\x00", None])
    def test_one_without_a_uid_is_refused(self, ana_client: Client, uid: str | None) -> None:
        sent = form_of(ana_client).sent(TYPED | {"uid": uid})

        assert ana_client.post(DRAFT, sent).status_code == 400

    def test_only_the_forms_own_fields_are_kept(self, ana_client: Client) -> None:
        foreign = {"csrfmiddlewaretoken": "secret", "is_staff": "1", "feelings-99999-places": "calf", "trigger_": "1"}
        keep(ana_client, TYPED | foreign)

        assert set(PainDraft.objects.get().fields) & set(foreign) == set()

    def test_a_character_that_no_database_takes_is_left_out(self, ana_client: Client) -> None:
        keep(ana_client, {"note": "a\x00b"})

        assert gone_on_with(ana_client).value("note") == "ab"

    @pytest.mark.parametrize(
        "fields",
        [
            None, 5, "junk", [], ["intensity"], {}, {"intensity": 6}, {"intensity": [6, None]}, {"uid": ["junk"]},
            {"feelings-0-places": ["moon", "calf.left"], "feelings-999-strength": ["much"], "day": ["never"]},
        ],
    )  # fmt: skip
    def test_whatever_the_database_holds_the_form_opens(self, ana: User, ana_client: Client, fields: Any) -> None:
        keep(ana_client)
        PainDraft.objects.update(fields=fields if fields is not None else "null")

        form = gone_on_with(ana_client)

        assert str(uuid.UUID(form.value("uid"))) == form.value("uid")
        ana_client.post(PAGE, form.sent({"intensity": "4", "day": "", "feelings-999-strength": None}))
        assert PainEntry.objects.owned_by(ana).get().intensity == 4

    def test_what_is_wrong_in_it_is_said_only_when_it_is_saved(self, ana_client: Client) -> None:
        keep(ana_client, {"day": "never"})

        assert "Not saved yet." not in ana_client.post(PAGE, {"go_on": "1"}).text


def test_going_on_with_nothing_gives_an_empty_form(ana_client: Client) -> None:
    assert not gone_on_with(ana_client).value("intensity")


def test_a_record_of_another_does_not_hide_it(ana_client: Client, ben: User) -> None:
    sent = keep(ana_client)
    pain(ben, uid=uuid.UUID(sent["uid"][0]))

    assert offered(ana_client)
