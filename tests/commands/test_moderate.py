"""`manage.py moderate`."""

from io import StringIO

import pytest
from django.core.management import call_command

from journal.models import User
from tests.desk import listing, queues

pytestmark = pytest.mark.django_db


def said() -> str:
    out = StringIO()
    call_command("moderate", stdout=out)
    return out.getvalue()


def test_it_says_nothing_where_nothing_waits() -> None:
    listing(state="published")

    assert said() == ""


def test_it_counts_what_waits(ana: User) -> None:
    queues(ana, each=2)
    listing("Jo Twin", state="published"), listing("Jo Twin", state="published")

    lines = said().splitlines()

    assert [line.split(",")[0] for line in lines] == [
        "New listings: 2",
        "Changes: 2",
        "Reviews: 2",
        "Reports: 2",
        "Possible duplicates: 1",
    ]
    assert "the oldest since" in lines[0]
