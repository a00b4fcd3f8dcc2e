"""Who may open what: every URL that answers, for everybody, by every method.

The tests walk the URLconf itself. A URL that is not in RULES fails, so adding a page means saying here whom it is for.
"""

from dataclasses import dataclass
from functools import cached_property
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse

from journal.models import (
    ContentReport,
    DayLog,
    DiaryImport,
    DoctorVisit,
    FlareNote,
    FlareUp,
    ListingChange,
    MassageArea,
    MassageSession,
    MedicationDose,
    MyTherapist,
    PainDraft,
    PainEntry,
    PreventionGoal,
    QuestionnaireResponse,
    QuestionRhythm,
    Revision,
    SafetyCheck,
    Sensation,
    ShareLink,
    Therapist,
    TherapistName,
    TherapistReview,
    User,
    VisitQuestion,
)
from tests import cast, desk
from tests.site import URLS, address, one_of_each

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
ANSWERED = {"page", "elsewhere", "not this way", "bad request"}


@dataclass(frozen=True)
class Rule:
    """What may happen, by whoever asks: `stranger` has an account, but not the diary that the URL is about. Staff who
    gave no second factor are people like others, at the desk too."""

    anonymous: set[str]
    stranger: set[str]
    owner: set[str]
    moderator: set[str]
    administrator: set[str]
    without_factor: set[str]


def rule(*, anonymous: set[str], stranger: set[str], owner: set[str] | None = None, **staff: set[str]) -> Rule:
    """Whoever is not named gets what a stranger gets."""
    roles = {"owner": owner or stranger} | dict.fromkeys(("moderator", "administrator", "without_factor"), stranger)
    return Rule(anonymous=anonymous, stranger=stranger, **(roles | staff))


def for_all(outcomes: set[str]) -> Rule:
    return rule(anonymous=outcomes, stranger=outcomes)


PUBLIC = for_all(ANSWERED)
PERSON = rule(anonymous={"sign in"}, stranger=ANSWERED)
OWNER = rule(anonymous={"sign in"}, stranger={"nothing", "not this way"}, owner=ANSWERED)
# Answers to an address with a key in it, or with a password that somebody who signed in otherwise does not have.
WITH_A_KEY = for_all(ANSWERED | {"nothing"})
WITH_A_PASSWORD = rule(anonymous={"sign in"}, stranger=ANSWERED | {"forbidden"})
# About a second factor of one's own; somebody without one gets another page, or none.
OWN_FACTOR = rule(anonymous={"sign in", "forbidden"}, stranger=ANSWERED | {"nothing", "forbidden"})
OUTSIDE = {"anonymous": {"sign in"}, "stranger": {"sign in", "forbidden"}}
NO_FACTOR = {"sign in", "elsewhere"}
AT_THE_DESK = ANSWERED | {"nothing"}
STAFF = rule(**OUTSIDE, moderator=AT_THE_DESK, administrator=AT_THE_DESK, without_factor=NO_FACTOR)
ADMINISTRATOR = rule(
    **OUTSIDE,
    moderator={"forbidden", "elsewhere", "nothing"},
    administrator=AT_THE_DESK,
    without_factor={"sign in"},
)
REFUSED = {"forbidden", "not this way"}
NOBODY = rule(**OUTSIDE, moderator=REFUSED, administrator=REFUSED, without_factor={"sign in"})
READ_ONLY = rule(
    **OUTSIDE,
    moderator=AT_THE_DESK | {"forbidden"},
    administrator=AT_THE_DESK | {"forbidden"},
    without_factor={"sign in"},
)
LEAVES_THE_ADMIN = for_all(ANSWERED | {"sign in"})

# What a link shows; without one, or with one that works no more, there is nothing: see tests/test_access_by_link.py.
WITH_A_LINK = for_all({"nothing", "not this way"})

RULES = {
    "start": PUBLIC,
    "safety": PUBLIC,
    "safety_check": PERSON,
    "safety_edit": OWNER,
    "learn": PUBLIC,
    "learn_page": PUBLIC,
    "settings_page": PERSON,
    "looks": PERSON,
    "erase_account": PERSON,
    "erase_confirm": PERSON,
    "farewell": PUBLIC,
    "pain_new": PERSON,
    "pain_draft": PERSON,
    "pain_edit": OWNER,
    "massage_new": PERSON,
    "massage_edit": OWNER,
    "massage_next_day": OWNER,
    "massage_effect": PERSON,
    # About a date in one's own diary.
    "day_today": PERSON,
    "day_log": PERSON,
    "day_edit": OWNER,
    "medicine_new": PERSON,
    "medicine_edit": OWNER,
    "my_therapists": PERSON,
    "my_therapist_new": PERSON,
    "my_therapist": OWNER,
    "my_therapist_edit": OWNER,
    "my_therapist_merge": OWNER,
    "prevention": PERSON,
    "questions": PERSON,
    "questionnaire_new": PERSON,
    "questionnaire_edit": OWNER,
    "questionnaire_later": PERSON,
    "flare_list": PERSON,
    "flare_new": PERSON,
    "flare_start": PERSON,
    "flare_detail": OWNER,
    "flare_edit": OWNER,
    "flare_note": OWNER,
    "flare_helped": OWNER,
    "flarenote_edit": OWNER,
    "flare_end": OWNER,
    # About a day in one's own diary; where nothing is suggested for it they lead back to the list.
    "suggestion_change": PERSON,
    "suggestion_confirm": PERSON,
    "suggestion_dismiss": PERSON,
    "journal": PERSON,
    "record_delete": OWNER,
    "record_undo": OWNER,
    "visit_list": PERSON,
    "visit_new": PERSON,
    "visit_edit": OWNER,
    "question_new": PERSON,
    "question_ask": PERSON,
    "question_edit": OWNER,
    "share_list": PERSON,
    "share_revoke": OWNER,
    "share_open": WITH_A_LINK,
    "shared_report": WITH_A_LINK,
    "shared_charts": WITH_A_LINK,
    "shared_pdf": WITH_A_LINK,
    "charts": PERSON,
    "charts_day": PERSON,
    # The password is asked for in between.
    "export": PERSON,
    "report": PERSON,
    "report_pdf": PERSON,
    "import_new": PERSON,
    "import_backup": OWNER,
    "import_columns": OWNER,
    "import_preview": OWNER,
    "import_run": OWNER,
    "import_account": OWNER,
    "import_leftovers": OWNER,
    "import_discard": OWNER,
    # The directory belongs to nobody: whoever is signed in reads it, and sends what moderators decide on.
    "directory": PERSON,
    "directory_find": PERSON,
    "directory_checklist": PERSON,
    "directory_sent": PERSON,
    "listing_new": PERSON,
    "listing_alike": PERSON,
    "listing_page": PERSON,
    "listing_change": PERSON,
    "listing_keep": PERSON,
    "listing_report": PERSON,
    "listing_review": PERSON,
    # One's own review.
    "listing_review_withdraw": OWNER,
    "review_report": PERSON,
    # Accounts, by allauth.
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_signup": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": WITH_A_PASSWORD,
    "account_email": PERSON,
    "account_email_verification_sent": PUBLIC,
    "account_confirm_email": WITH_A_KEY,
    "account_confirm_login_code": PUBLIC,
    "account_change_password": PERSON,
    "account_set_password": PERSON,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "mfa_index": PERSON,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": OWN_FACTOR,
    "mfa_activate_totp": OWN_FACTOR,
    "mfa_deactivate_totp": OWN_FACTOR,
    "mfa_view_recovery_codes": OWN_FACTOR,
    "mfa_generate_recovery_codes": OWN_FACTOR,
    "mfa_download_recovery_codes": OWN_FACTOR,
    "mfa_list_webauthn": PERSON,
    "mfa_add_webauthn": OWN_FACTOR,
    "mfa_reauthenticate_webauthn": OWN_FACTOR,
    "mfa_remove_webauthn": OWN_FACTOR,
    "mfa_edit_webauthn": OWN_FACTOR,
    "mfa_login_webauthn": PUBLIC,
    # Everything that Django's admin offers.
    "admin:": STAFF,
    "admin:admin/autocomplete/": READ_ONLY,
    "admin:admin/journal/auditentry/": READ_ONLY,
    "admin:admin/journal/user/": ADMINISTRATOR,
    "admin:admin/journal/contentaccess/": ADMINISTRATOR,
    "admin:admin/logout/": LEAVES_THE_ADMIN,
}


def rule_of(name: str) -> Rule:
    """That of the name; of a page of the admin, that of the longest beginning of its route."""
    if name in RULES or not name.startswith("admin:"):
        return RULES[name]
    # Nobody adds or deletes rows by hand. Django asks whether an object is there first.
    if name.startswith("admin:admin/journal/") and name.endswith(("/add/", "/delete/")):
        return NOBODY
    return RULES[max((begun for begun in RULES if name.startswith(begun)), key=len)]


def outcome(response: HttpResponseBase) -> str:
    if response.status_code == 302:
        # The admin has an address of its own for it, which leads on to the one sign-in there is.
        sign_in = (f"{reverse('account_login')}?next=", f"{reverse('admin:login')}?next=")
        return "sign in" if response["Location"].startswith(sign_in) else "elsewhere"
    return {200: "page", 400: "bad request", 403: "forbidden", 404: "nothing", 405: "not this way"}[
        response.status_code
    ]


def diary_of(user: User) -> list[Any]:
    """All that a person has logged, set and sent."""
    records = (
        PainEntry,
        Sensation,
        MassageSession,
        MassageArea,
        FlareUp,
        FlareNote,
        DayLog,
        MedicationDose,
        SafetyCheck,
        DoctorVisit,
        VisitQuestion,
        QuestionnaireResponse,
        MyTherapist,
    )
    tables = (
        *records,
        TherapistName,
        QuestionRhythm,
        PreventionGoal,
        ShareLink,
        Revision,
        DiaryImport,
        PainDraft,
    )
    kept = [model._default_manager.filter(user=user).order_by("pk").values() for model in tables]
    settings_kept = User.objects.filter(pk=user.pk).values(
        "email", "time_zone", "day_starts_at", "theme", "usual_side", "country", "may_publish"
    )
    sent = [
        model._default_manager.filter(**{whose: user})
        for model, whose in (
            (Therapist, "added_by"),
            (ListingChange, "author"),
            (TherapistReview, "author"),
            (ContentReport, "reporter"),
        )
    ]
    return [list(rows) for rows in [*kept, settings_kept, *(rows.order_by("pk").values() for rows in sent)]]


@dataclass(frozen=True)
class Visit:
    """Somebody's requests to each URL. Whatever they do is taken back, but noticed if it touches the owner's diary."""

    client: Client
    owner: User
    uids: dict[str, str]

    @cached_property
    def before(self) -> list[Any]:
        return diary_of(self.owner)

    def ask(self, name: str, method: str) -> tuple[str, bool]:
        """What comes of a request, and whether it changed the owner's diary."""
        before = self.before
        cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
        with transaction.atomic():
            result = outcome(self.client.generic(method, address(name, self.uids)))
            changed = diary_of(self.owner) != before
            transaction.set_rollback(True)
        self.client.cookies = SimpleCookie(cookies)
        return result, changed


@pytest.fixture
def uids(ana: User) -> dict[str, str]:
    return one_of_each(ana) | desk.one_of_each(ana)


@pytest.fixture
def nora(db: None) -> User:
    """An administrator who has no second factor yet."""
    nora = cast.staff("nora@example.org", "administrator")
    nora.authenticator_set.all().delete()  # type: ignore[attr-defined]
    return nora


@pytest.fixture
def clients(
    ana_client: Client, ben_client: Client, mona_client: Client, ada_client: Client, nora: User
) -> dict[str, Client]:
    staff = {"moderator": mona_client, "administrator": ada_client, "without_factor": cast.signed_in(nora)}
    return {"anonymous": Client(), "stranger": ben_client, "owner": ana_client, **staff}


def test_every_url_has_a_rule_and_every_rule_a_url() -> None:
    declared = {name for name in URLS if not name.startswith("admin:")}

    assert declared - set(RULES) == set(), "say in RULES who may open these"
    assert {name for name in RULES if not name.startswith("admin:")} - declared == set(), "these are no longer there"


def test_each_url_is_really_reached(uids: dict[str, str]) -> None:
    for name in URLS:
        match = get_resolver().resolve(address(name, uids))
        assert name.startswith("admin:") or match.url_name == name


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", ["anonymous", "stranger", "owner", "moderator", "administrator", "without_factor"])
def test_everybody_gets_what_the_rule_says(
    role: str, method: str, uids: dict[str, str], clients: dict[str, Client], ana: User
) -> None:
    visit = Visit(clients[role], ana, uids)

    answers = {name: visit.ask(name, method) for name in URLS}

    assert {name: got for name, (got, _) in answers.items() if got not in getattr(rule_of(name), role)} == {}
    assert (role, method) == ("owner", "POST") or [name for name, (_, changed) in answers.items() if changed] == []


def test_what_a_stranger_misses_is_there_for_its_owner(uids: dict[str, str], ana: User, ana_client: Client) -> None:
    """So that a stranger's 404 is not just a wrong address."""
    visit = Visit(ana_client, ana, uids)

    for name in URLS:
        if rule_of(name) is OWNER:
            assert {"page", "elsewhere"} & {visit.ask(name, method)[0] for method in ("GET", "POST")}, name


def test_a_form_from_elsewhere_is_refused(uids: dict[str, str], ana: User, mona: User) -> None:
    for name in URLS:
        client = Client(enforce_csrf_checks=True)
        if name.startswith("admin:"):
            client.cookies = cast.at_the_desk(mona).cookies
        else:
            client.force_login(ana)
        result, changed = Visit(client, ana, uids).ask(name, "POST")

        assert not changed, name
        # The admin redirects before it looks at the form; what is meant for reading has no use for one.
        allowed = {"nothing", "elsewhere", "page"} if name.startswith("admin:") else {"nothing", "not this way"}
        assert result in allowed | {"forbidden"}, name


def test_access_fails_closed() -> None:
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE


def test_a_stranger_sees_no_word_of_anothers_diary(ana: User, ben_client: Client) -> None:
    cast.pain(ana, note="A very private note.")
    cast.massage(ana, therapist_name="A very private name")
    cast.medicine(ana, name="A very private medicine")
    cast.day_log(ana, note="A very private day.")
    cast.visit(ana, reason="A very private reason")
    cast.question(ana, "A very private question?")
    cast.therapist(ana, name="A very private therapist")

    for name, rule in RULES.items():
        if rule is PERSON and not name.startswith("account"):
            assert b"very private" not in ben_client.get(address(name, {"pain": ""})).content, name
