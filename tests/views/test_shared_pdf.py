"""The shared report on paper."""

from typing import Any

import pytest
from django.test import Client

from journal.models import User
from tests import cast


def opened(secret: str = "a secret") -> Client:
    client = Client()
    client.get(f"/s/{secret}/")
    return client


def test_it_is_the_persons_own_pdf(ana: User, ana_client: Client) -> None:
    cast.diary(ana, days=30)
    cast.share(ana)
    answer: Any = opened().get("/shared/pdf/")

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert answer.content == ana_client.get("/report/pdf/").content


def test_while_a_long_one_is_being_made_another_waits(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.share(ana)
    monkeypatch.setattr("journal.views.shared_report.printed", lambda report, whose: None)
    answer = opened().get("/shared/pdf/")

    assert answer.status_code == 409
    assert "The PDF is being made" in answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer"
