"""The whole diary to take away."""

import csv
import io
import json
from collections.abc import Iterable
from threading import Thread

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from fhir.resources.R4B.bundle import Bundle

from journal import reporting
from journal.actions.report import make_report
from journal.analytics.fhir_summary import summary_observations
from journal.analytics.record_kinds import KINDS
from journal.analytics.report import ReportChoices
from journal.exports.summary_table import daily_table, summary_table
from journal.models import PainEntry, User
from tests import cast
from tests.diaries import HOSTILE, downloaded, json_of_diary, one_of_everything
from tests.signing import PASSWORD, sign_up
from tests.views.test_report_pdf import words_of

EXPORT = "/export/"


def test_everything_is_in_it(ana: User, ana_client: Client) -> None:
    one_of_everything(ana)

    file = downloaded(ana_client)

    tables = [f"tables/{name}.csv" for name in (*KINDS, "summary", "daily")]
    others = ["diary.json", "README.txt", "calendar.ics", "bundle.fhir.json", "report.pdf"]
    assert sorted(file.namelist()) == sorted([*others, *tables])
    assert file.namelist()[0] == "diary.json", "by which a file that was cut off is known for what it is"
    assert file.read("report.pdf").startswith(b"%PDF")
    said = json.loads(file.read("diary.json"))
    assert said["records"] == json.loads(json_of_diary(ana))["records"]
    assert said["settings"]["time_zone"] == "Europe/Berlin"
    assert said["goals"][0]["exercise_days"] == 3
    Bundle.model_validate_json(file.read("bundle.fhir.json"))
    calendar = file.read("calendar.ics").decode()
    assert calendar.count("BEGIN:VEVENT") == 3
    readme = file.read("README.txt").decode()
    assert "It holds 17 entries:" in readme
    assert "copyright Regenstrief Institute" in readme
    assert "SNOMED CT Global Patient Set" in readme


def test_tables_say_what_the_diary_says_and_run_no_formula(ana: User, ana_client: Client) -> None:
    one_of_everything(ana)
    file = downloaded(ana_client)

    for kind in KINDS:
        rows = list(csv.reader(io.StringIO(file.read(f"tables/{kind}.csv").decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    (entry, _) = csv.DictReader(io.StringIO(file.read("tables/pain.csv").decode("utf-8-sig"), newline=""))
    assert entry["date"] == cast.today(ana).isoformat()
    assert (entry["time"], entry["intensity"]) == ("09:00", "6.5")
    assert entry["note"] == f"'{HOSTILE}"
    assert entry["feelings"] == "burning, left calf, 7; numbness, left big toe; shock"


def test_the_page_says_how_much_there_is(ana: User, ana_client: Client) -> None:
    one_of_everything(ana)

    page = ana_client.get(EXPORT).text

    assert "17 entries" in page
    assert "Flare-ups" in page


def test_an_empty_diary_can_be_taken_too(ana_client: Client) -> None:
    assert "Nothing is logged yet" in ana_client.get(EXPORT).text

    file = downloaded(ana_client)

    assert json.loads(file.read("diary.json"))["records"] == []
    assert "nothing yet" in file.read("README.txt").decode()


def test_nobody_elses_diary_is_in_it(ana: User, ben_client: Client) -> None:
    one_of_everything(ana)

    file = downloaded(ben_client)

    for name in file.namelist():
        assert b"ana@" not in file.read(name)
    assert json.loads(file.read("diary.json"))["records"] == []


def test_every_file_says_the_numbers_of_the_report(ana: User, ana_client: Client) -> None:
    cast.diary(ana, days=200)
    cast.days_around(ana, days=200)
    one_of_everything(ana)
    file = downloaded(ana_client)
    made = make_report(user=ana, choices=ReportChoices(span="all"), today=cast.today(ana))

    assert file.read("tables/summary.csv") == b"".join(summary_table(made.summary))
    assert file.read("tables/daily.csv") == b"".join(daily_table(made.summary))
    resources = [entry["resource"] for entry in json.loads(file.read("bundle.fhir.json"))["entry"]]
    for observation in summary_observations(made.summary):
        assert observation in resources


def test_the_report_in_it_lists_every_entry(ana: User, ana_client: Client) -> None:
    cast.diary(ana, days=20)
    cast.pain(ana, 6, note="Sat in the car all day.")

    text = words_of(downloaded(ana_client).read("report.pdf"))

    assert "Every entry of the period" in text
    assert "Sat in the car all day." in text


def test_another_report_on_its_way_does_not_keep_it_out(
    ana: User, ana_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.pain(ana, 6)
    monkeypatch.setattr(reporting, "_LONG", 1)
    cache.add(f"pdf-{ana.pk}", 1, 60)

    text = words_of(downloaded(ana_client).read("report.pdf"))

    assert "Left out by choice: the single entries." in text


@pytest.mark.django_db
def test_the_password_is_asked_for_first(client: Client) -> None:
    cache.clear()
    sign_up(client)

    answer = client.get(EXPORT)
    assert answer["Location"] == f"/accounts/reauthenticate/?next={EXPORT.replace('/', '%2F')}"
    assert client.post(EXPORT)["Location"] == EXPORT, "a file would come in place of the page"

    wrong = client.post(answer["Location"], {"password": "not this one", "next": EXPORT})
    assert wrong.status_code == 200
    assert client.get(EXPORT).status_code == 302
    right = client.post(answer["Location"], {"password": PASSWORD, "next": EXPORT}, follow=True)
    assert "Take your diary with you" in right.text
    assert downloaded(client).namelist()[0] == "diary.json"


def test_it_is_kept_by_nobody_and_packed_once(ana: User, ana_client: Client) -> None:
    answer = ana_client.post(EXPORT, headers={"Accept-Encoding": "gzip"})

    assert answer.streaming
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == f'attachment; filename="diary-{cast.today(ana)}.zip"'
    assert answer.getvalue().startswith(b"PK")


@pytest.mark.django_db(transaction=True)
def test_others_may_write_while_it_is_sent(ana: User, ana_client: Client) -> None:
    cast.diary(ana, days=60)
    blocks = iter(pieces(ana_client))
    next(blocks)

    def write() -> None:
        cast.pain(ana, 1, note="meanwhile")
        connection.close()

    writer = Thread(target=write)
    writer.start()
    writer.join()
    list(blocks)

    assert PainEntry.objects.filter(note="meanwhile").exists()


def pieces(client: Client) -> Iterable[bytes]:
    answer = client.post(EXPORT)
    assert answer.streaming
    return answer


def test_a_long_diary_is_sent_as_it_is_read(ana: User, ana_client: Client) -> None:
    """The first block goes out when a part of the diary is read, and no list of queries grows with a record."""
    cast.diary(ana, days=600)

    with CaptureQueriesContext(connection) as queries:
        blocks = iter(pieces(ana_client))
        next(blocks)
        first = len(queries)
        list(blocks)

    assert first < len(queries) < 120
    depth = 0
    for query in queries:
        depth += {"SAVEPOINT": 1, "RELEASE": -1}.get(query["sql"].split()[0], 0)
        assert not (depth and "journal_painentry" in query["sql"]), "no transaction is open while the diary is read"
