"""Leaving a file alone after all."""

from django.test import Client

from journal.models import DiaryImport
from tests.importing import page, run, upload


def test_the_file_is_erased(ana_client: Client) -> None:
    answer = ana_client.post(page("import_discard", upload(ana_client)), follow=True)

    assert "The file is erased. Nothing was imported." in answer.content.decode()
    assert not DiaryImport.objects.exists()


def test_what_is_imported_stays(ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client))

    answer = ana_client.post(page("import_discard", diary_import))

    assert answer["Location"] == page("import_run", diary_import)
    assert DiaryImport.objects.exists()


def test_it_is_nobody_elses(ana_client: Client, ben_client: Client) -> None:
    assert ben_client.post(page("import_discard", upload(ana_client))).status_code == 404
    assert DiaryImport.objects.exists()
