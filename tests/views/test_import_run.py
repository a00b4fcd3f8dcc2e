"""Storing rows step by step."""

from unittest.mock import patch

import pytest
from django.test import Client

from journal.models import PainEntry
from tests.importing import page, run, upload

ROWS = "date,pain\n" + "".join(f"2020-01-{day:02},4\n" for day in range(1, 8))


@pytest.fixture(autouse=True)
def three_rows_at_once() -> object:
    with patch("journal.import_steps.ROWS_AT_ONCE", 3):
        yield


def test_each_press_of_the_button_stores_the_next_rows(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)
    seen = []
    while diary_import.finished_at is None:
        ana_client.post(page("import_run", diary_import))
        diary_import.refresh_from_db()
        seen.append(PainEntry.objects.count())

    assert seen == [3, 6, 7]


def test_it_shows_how_far_it_is(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)
    ana_client.post(page("import_run", diary_import))

    text = ana_client.get(page("import_run", diary_import)).content.decode()

    assert "3 of 7 rows done." in text
    assert 'max="7" value="3"' in text


def test_a_script_is_told_how_far_it_is_and_where_to_go_at_the_end(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)
    told = [
        ana_client.post(page("import_run", diary_import), headers={"accept": "application/json"}).json()
        for _ in range(4)
    ]

    account = page("import_account", diary_import)
    assert told == [
        {"done": 3, "all": 7, "account": ""},
        {"done": 6, "all": 7, "account": ""},
        {"done": 7, "all": 7, "account": account},
        {"done": 7, "all": 7, "account": account},
    ]
    assert PainEntry.objects.count() == 7


def test_looking_stores_nothing(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)

    answer = ana_client.get(page("import_run", diary_import))

    assert answer["Location"] == page("import_preview", diary_import)
    assert not PainEntry.objects.exists()


def test_a_step_that_fails_leaves_nothing_half_done_and_can_be_repeated(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)
    ana_client.raise_request_exception = False
    with patch("journal.models.DiaryImport.save", side_effect=OSError):
        assert ana_client.post(page("import_run", diary_import)).status_code == 500
    assert not PainEntry.objects.exists()
    ana_client.raise_request_exception = True

    run(ana_client, diary_import)

    assert PainEntry.objects.count() == 7


def test_a_change_of_zone_half_way_moves_no_day(ana_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)
    ana_client.post(page("import_run", diary_import))
    diary_import.user.time_zone = "Pacific/Kiritimati"
    diary_import.user.save()

    run(ana_client, diary_import)

    assert set(PainEntry.objects.values_list("tz", flat=True)) == {"Europe/Berlin"}


def test_without_a_date_it_leads_back_to_the_columns(ana_client: Client) -> None:
    diary_import = upload(ana_client, "a,b\nc,d\n")

    assert ana_client.post(page("import_run", diary_import))["Location"] == page("import_columns", diary_import)


def test_when_finished_it_leads_to_the_account(ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, ROWS))

    assert ana_client.get(page("import_run", diary_import))["Location"] == page("import_account", diary_import)


def test_it_is_nobody_elses(ana_client: Client, ben_client: Client) -> None:
    diary_import = upload(ana_client, ROWS)

    assert ben_client.post(page("import_run", diary_import)).status_code == 404
    assert not PainEntry.objects.exists()
