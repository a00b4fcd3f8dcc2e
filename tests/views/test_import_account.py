"""What became of every row, and taking it all back."""

import datetime as dt

from django.test import Client
from django.utils import timezone

from journal.actions.importing import erase_import_files
from journal.models import PainEntry, User
from tests.importing import page, run, upload

MIXED = "date,pain,name\n2020-01-01,4,Calf\n2020-01-01,4,Calf\n2020-01-02,3,happiness\nsoon,4,Calf\n2020-01-03,5,Hip\n"


def test_every_row_is_accounted_for(ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, MIXED))

    answer = ana_client.get(page("import_account", diary_import))

    assert (diary_import.stored_rows, diary_import.merged_rows) == (2, 1)
    assert (diary_import.left_out_rows, diary_import.problem_rows) == (1, 1)
    assert diary_import.all_rows == 5
    assert "<td>5</td><td>This is not a date that can be read: “soon”</td>" in answer.content.decode()


def test_an_import_is_taken_back_and_put_back(ana: User, ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, MIXED))

    taken = ana_client.post(page("import_account", diary_import), {"take_back": "1"}, follow=True)
    assert "2 entries are taken out of your diary." in taken.content.decode()
    assert "This import is taken back" in taken.content.decode()
    assert not PainEntry.objects.owned_by(ana).exists()

    ana_client.post(page("import_account", diary_import), {"put_back": "1"})
    assert PainEntry.objects.owned_by(ana).count() == 2


def test_a_post_that_asks_for_neither_does_nothing(ana: User, ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, MIXED))

    ana_client.post(page("import_account", diary_import))

    assert PainEntry.objects.owned_by(ana).count() == 2


def test_a_day_later_the_numbers_stay_and_the_rows_are_gone(ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, MIXED))
    erase_import_files(now=timezone.now() + dt.timedelta(days=1, minutes=1))

    text = ana_client.get(page("import_account", diary_import)).content.decode()

    assert "only the numbers are kept" in text
    assert "soon" not in text
    assert ana_client.get(page("import_leftovers", diary_import))["Location"] == page("import_account", diary_import)


def test_before_the_end_it_leads_back_to_the_run(ana_client: Client) -> None:
    diary_import = upload(ana_client, MIXED)

    assert ana_client.get(page("import_account", diary_import))["Location"] == page("import_run", diary_import)


def test_it_is_nobody_elses(ana: User, ana_client: Client, ben_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, MIXED))

    assert ben_client.post(page("import_account", diary_import), {"take_back": "1"}).status_code == 404
    assert PainEntry.objects.owned_by(ana).count() == 2
