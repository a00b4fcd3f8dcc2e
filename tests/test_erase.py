"""An erased account is gone from every table, whatever it held, and nothing of anybody else's is.

Every model has its place in tests/personal_data.py.
"""

import base64
import binascii
import uuid
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from journal.actions.content_access import open_access
from journal.actions.draft import keep_draft
from journal.actions.keep import kept
from journal.actions.prevention import set_goal
from journal.actions.questionnaire import set_rhythms
from journal.actions.records import change_record
from journal.analytics.prevention import Goal
from journal.analytics.records import PainContent
from journal.models import ContentReport, ListingChange, Record, Therapist, User
from tests import cast
from tests.personal_data import BY_HAND, ENTRY, GOES, NAMELESS, NOBODYS, PLACES, WITHOUT_A_MODEL
from tests.signing import PASSWORD, sign_in
from tests.site import one_of_each

OTHER_ADDRESS = "second@example.org"
NOTE = "Eine sehr vertrauliche Notiz"
ALL_MODELS = {model._meta.label: model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy}
Goes = pytest.mark.parametrize("label", sorted(label for label, place in PLACES.items() if place.erased == GOES))


def everything_of(user: User, by: User) -> None:
    """At least one row of every model that can hold something of a person; `by` is of the staff."""
    uids = one_of_each(user)
    listing = Therapist.objects.get(uid=uids["listing"])
    cast.visit(user, said=NOTE)
    cast.question(user, NOTE)
    now = timezone.now()
    ListingChange.objects.create(uid=uuid.uuid4(), therapist=listing, author=user, kind="closed", created_at=now)
    ContentReport.objects.create(
        uid=uuid.uuid4(), therapist=listing, reporter=user, reason="wrong", words=NOTE, created_at=now
    )
    noted = cast.pain(user, note=NOTE, feelings=cast._FEELINGS)
    cast.massage(user, therapist_name=NOTE, areas=cast._SESSION.areas)
    change_record(
        kind="pain",
        user=user,
        uid=noted.uid,
        version=1,
        content=PainContent(intensity=1, note=NOTE, feelings=noted.content.feelings),
        moment=noted.moment,
        now=timezone.now(),
    )
    keep_draft(user=user, uid=uuid.uuid4(), fields={"note": [NOTE]}, now=timezone.now())
    kept(user=user, name="anything", compute=lambda: NOTE)
    set_goal(user=user, goal=Goal(core_days=3))
    set_rhythms(user=user, weeks={"peg": 1}, today=cast.today(user))
    open_access(person=user, by=by, reason="asked", words="A letter", hours=1, now=timezone.now())
    user.authenticator_set.create(type="recovery_codes", data={})  # type: ignore[attr-defined]
    user.groups.add(Group.objects.get_or_create(name="Anybody")[0])
    user.user_permissions.add(Permission.objects.all()[0])
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    second = EmailAddress.objects.create(user=user, email=OTHER_ADDRESS)
    EmailConfirmation.create(second)
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(user.pk),
        object_repr=str(user),
        action_flag=CHANGE,
        change_message=f"Closed {user}",
    )


def try_passwords(email: str) -> None:
    """Attempts are counted under a hash of the address, and a reset asked for too."""
    for _ in range(2):
        sign_in(Client(), email, "not this one at all")
        Client().post("/accounts/password/reset/", {"email": email})


def erase(client: Client) -> Any:
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client.post("/account/erase/confirm/", {"sure": "on"}, follow=True)


@pytest.fixture
def full(ana: User, mona: User) -> Client:
    """Ana's browser; her diary has everything in it."""
    cache.clear()
    ana.set_password(PASSWORD)
    ana.save()
    everything_of(ana, by=mona)
    client = Client()
    sign_in(client, ana.email)
    sign_in(Client(), ana.email)
    begun = SessionStore()
    begun["account_email"] = OTHER_ADDRESS
    begun.save()
    try_passwords(ana.email)
    try_passwords(OTHER_ADDRESS)
    return client


def path_to_the_person(model: type[models.Model]) -> str | None:
    """`user`, `entry__user`: the shortest chain of foreign keys that cascade from the person to the model."""
    ways: list[tuple[str, type[models.Model]]] = [("", model)]
    for before, at in ways:
        for field in at._meta.get_fields():
            if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE:
                if field.related_model is User:
                    return before + field.name
                if before.count("__") < 2:
                    ways.append((f"{before}{field.name}__", field.related_model))
    return None


def rows_of(label: str, person: int) -> Any:
    model = ALL_MODELS[label]
    return model._base_manager.filter(**{path_to_the_person(model) or "pk": person})


def table_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """(table, row) of the whole database, with or without a model."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                plain = [bytes(value) if isinstance(value, memoryview) else value for value in row]
                yield table, dict(zip(names, plain, strict=True))


def rows_by_key() -> dict[tuple[str, Any], dict[str, Any]]:
    """Every row with an `id`, by its table and that; sessions and counted attempts have none."""
    return {(table, row["id"]): row for table, row in table_rows() if "id" in row}


def readable(table: str, row: dict[str, Any]) -> str:
    """All that can be read in a row, also in what Django packs."""
    parts = list(row.values())
    if table == "django_session":
        parts.append(Session(**row).get_decoded())
    if table == "cache":
        parts.append(base64.b64decode(row["value"]))
    return " ".join(part.decode("latin-1") if isinstance(part, bytes) else str(part) for part in parts).lower()


def tables_that_say(words: set[str]) -> set[str]:
    return {table for table, row in table_rows() if any(word.lower() in readable(table, row) for word in words)}


def tables_that_point_to(person: int) -> set[str]:
    """Tables with a foreign key to the person."""
    users = User._meta.db_table
    with connection.cursor() as cursor:
        keys = {
            (table, column)
            for table in connection.introspection.table_names(cursor)
            for column, (_, to) in connection.introspection.get_relations(cursor, table).items()
            if to == users
        } | {(users, "id")}
    return {table for table, row in table_rows() if any(row[name] == person for of, name in keys if of == table)}


def addresses_and_traces(user: User) -> set[str]:
    """The addresses, as they are and as the keys of counted attempts hide them; the note."""
    said = {user.email, OTHER_ADDRESS}
    counted = said | {f"testserver:{email}" for email in said}
    return said | {sha256(named.encode()).hexdigest() for named in counted} | {f":user:{user.pk}", NOTE}


def test_every_model_has_a_declared_place_in_erase_and_export() -> None:
    assert set(ALL_MODELS) - set(PLACES) == set(), "add a line for each to tests/personal_data.py"
    assert set(PLACES) - set(ALL_MODELS) == set(), "these are no longer there"


def test_every_table_has_a_model_or_is_declared(db: None) -> None:
    known = {model._meta.db_table for model in ALL_MODELS.values()}

    assert set(connection.introspection.table_names()) - known == WITHOUT_A_MODEL


@Goes
def test_what_goes_with_the_account_is_tied_to_it(label: str) -> None:
    assert path_to_the_person(ALL_MODELS[label]), "no chain of cascading foreign keys leads to the person"


def test_what_is_nobodys_does_not_lead_to_anybody() -> None:
    for label, place in PLACES.items():
        fields = ALL_MODELS[label]._meta.get_fields()
        leads = [field.name for field in fields if isinstance(field, models.ForeignKey) and field.related_model is User]
        assert not (place.erased == NOBODYS and leads), label


def test_every_kind_of_record_goes_and_is_exported() -> None:
    for model in Record.__subclasses__():
        assert PLACES[model._meta.label] == (GOES, ENTRY)


@Goes
def test_the_person_of_these_tests_has_one_of_each(label: str, ana: User, mona: User) -> None:
    everything_of(ana, by=mona)

    assert rows_of(label, ana.pk).exists(), "let everything_of make one"


def test_the_traces_are_there_before(full: Client, ana: User) -> None:
    """So that finding none afterwards means something."""
    kept_by_hand = {ALL_MODELS[label]._meta.db_table for label, place in PLACES.items() if place.erased == BY_HAND}
    said = tables_that_say(addresses_and_traces(ana))

    assert kept_by_hand | {"cache", "account_emailaddress", "django_admin_log", "journal_painentry"} <= said
    assert {"journal_user", "journal_sensation", "journal_questionnaireresponse"} <= tables_that_point_to(ana.pk)


def test_nothing_of_the_person_is_left_in_any_table(full: Client, ana: User) -> None:
    traces, person = addresses_and_traces(ana), ana.pk

    assert erase(full).resolver_match.url_name == "farewell"

    assert tables_that_say(traces) == set()
    assert tables_that_point_to(person) == set()
    going = [label for label, place in PLACES.items() if place.erased == GOES]
    assert [label for label in going if rows_of(label, person).exists()] == []


def test_nothing_of_anybody_else_is_touched(full: Client, ana: User, ben: User) -> None:
    one_of_each(ben)
    hers = {
        (ALL_MODELS[label]._meta.db_table, row)
        for label, place in PLACES.items()
        if place.erased == GOES
        for row in rows_of(label, ana.pk).values_list("pk", flat=True)
    }
    before = rows_by_key()

    erase(full)

    after = rows_by_key()
    touched = {key for key, row in before.items() if after.get(key) != row}
    nameless = {ALL_MODELS[label]._meta.db_table for label, place in PLACES.items() if place.erased == NAMELESS}
    assert {table for table, _ in touched - hers - {(User._meta.db_table, ana.pk)}} <= nameless
    assert hers <= touched


def test_what_the_staff_did_stays_without_the_person(full: Client, mona: User) -> None:
    erase(full)

    entry = LogEntry.objects.get(user=mona)
    assert (entry.object_id, entry.object_repr, entry.change_message) == (None, "An account that was erased", "")


def test_every_device_is_signed_out(full: Client, ana: User, ben: User) -> None:
    phone, bens = cast.signed_in(ana), cast.signed_in(ben)
    sessions = Session.objects.count()

    erase(full)

    for device in (full, phone):
        assert device.get("/journal/")["Location"].startswith("/accounts/login/")
    assert bens.get("/journal/").status_code == 200
    assert Session.objects.count() == sessions - 4  # this one, the phone, another, and one that was only begun


def test_the_address_is_free_again_and_the_new_diary_is_empty(full: Client, ana: User) -> None:
    email = ana.email
    erase(full)

    fresh = Client()
    fresh.post("/accounts/signup/", {"email": email, "password1": PASSWORD, "time_zone": ""})

    assert NOTE not in fresh.get("/journal/").content.decode()
    assert not any(model.objects.exists() for model in Record.__subclasses__())


def test_one_of_the_staff_can_go_too(mona: User) -> None:
    mona.set_password(PASSWORD)
    mona.save()
    client = cast.at_the_desk(mona)

    erase(client)

    assert not User.objects.filter(pk=mona.pk).exists()


def test_a_cached_value_can_be_read_here(db: None) -> None:
    """Else a trace in it would not be found."""
    cache.set("anything", "tawny owl")
    try:
        assert "cache" in tables_that_say({"tawny owl"})
    except binascii.Error:
        pytest.fail("the cache packs its values in another way")
    finally:
        cache.clear()
