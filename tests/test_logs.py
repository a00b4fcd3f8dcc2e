"""What is written down when something goes wrong says nothing of what anybody wrote."""

import io
import logging

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from pytest_django import Settings

from journal.models import PainEntry, User
from sciatica_tracker.logs import QuietFormatter

pytestmark = pytest.mark.django_db

CANARY = "canary in a note"


def formatted(error: BaseException) -> str:
    record = logging.LogRecord(
        "x", logging.ERROR, __file__, 1, "Trouble", None, (type(error), error, error.__traceback__)
    )
    return QuietFormatter().format(record)


def test_it_says_where_and_what_kind_but_not_what() -> None:
    try:
        try:
            raise IntegrityError(f"Failing row contains ({CANARY})")
        except IntegrityError as refused:
            raise ValueError(CANARY) from refused
    except ValueError as error:
        said = formatted(error)

    assert CANARY not in said
    assert "ValueError" in said
    assert "caused by" in said
    assert "IntegrityError" in said
    assert "test_logs.py" in said


def test_an_error_while_saving_is_logged_without_the_note_and_mailed_to_nobody(
    ana: User, ana_client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ADMINS = [("Op", "op@example.org")]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(QuietFormatter())
    logging.getLogger().addHandler(handler)

    def refuse(entry: PainEntry, *args: object, **kwargs: object) -> None:
        raise IntegrityError(f"DETAIL: Failing row contains ({entry.note})")

    monkeypatch.setattr(PainEntry, "save", refuse)
    ana_client.raise_request_exception = False
    try:
        form = ana_client.get("/pain/new/").context["form"]
        sent = {"intensity": "7", "note": CANARY, "uid": str(form["uid"].value()), "when": "now"}
        answer = ana_client.post("/pain/new/", sent)
    finally:
        logging.getLogger().removeHandler(handler)

    assert answer.status_code == 500
    assert CANARY not in answer.text
    assert "IntegrityError" in stream.getvalue()
    assert CANARY not in stream.getvalue()
    assert mail.outbox == []


def test_only_the_quiet_formatter_writes(settings: Settings) -> None:
    assert {each["formatter"] for each in settings.LOGGING["handlers"].values()} == {"quiet"}
    assert logging.getLogger("django").handlers == []
