"""Choosing a file."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from journal.imports.table import MOST_ROWS
from journal.models import DiaryImport
from tests.importing import DIARY, run, upload


def test_a_file_leads_to_its_columns(ana_client: Client) -> None:
    answer = ana_client.post(
        reverse("import_new"), {"uid": uuid.uuid4(), "file": SimpleUploadedFile("diary.csv", DIARY.encode())}
    )

    diary_import = DiaryImport.objects.get()
    assert answer["Location"] == reverse("import_columns", args=[diary_import.uid])
    assert diary_import.file_name == "diary.csv"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b"date,pain\x00\xff\xfe", "This is not a text file."),
        (b"PK\x03\x04workbook", "This is a workbook"),
        (b'date,note\n2024-01-01,"cut he', "seems to be cut off"),
        (b"1,2\n" * (MOST_ROWS + 11), "more than 30,000 rows"),
        (b"1" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_table_gets_a_message_at_the_field(ana_client: Client, content: bytes, message: str) -> None:
    answer = ana_client.post(
        reverse("import_new"), {"uid": uuid.uuid4(), "file": SimpleUploadedFile("diary.csv", content)}
    )

    assert answer.status_code == 200
    assert message in str(answer.context["form"].errors["file"])
    assert not DiaryImport.objects.exists()


@pytest.mark.parametrize("data", [{}, {"uid": "nonsense", "file": "text"}, {"uid": uuid.uuid4()}])
def test_no_file_gets_a_message(ana_client: Client, data: dict[str, object]) -> None:
    answer = ana_client.post(reverse("import_new"), data)

    assert "Choose a file first." in str(answer.context["form"].errors["file"])


def test_the_same_upload_sent_twice_is_kept_once(ana_client: Client) -> None:
    uid = uuid.uuid4()
    for _ in range(2):
        ana_client.post(reverse("import_new"), {"uid": uid, "file": SimpleUploadedFile("diary.csv", DIARY.encode())})

    assert DiaryImport.objects.count() == 1


def test_earlier_files_are_listed_with_what_became_of_them(ana_client: Client, ben_client: Client) -> None:
    run(ana_client, upload(ana_client, name="old.csv"))
    upload(ana_client, name="waiting.csv")
    upload(ben_client, name="secret.csv")

    page = ana_client.get(reverse("import_new")).content.decode()

    assert "2 of 3 rows stored" in page
    assert "not imported yet" in page
    assert "secret.csv" not in page


def test_a_file_name_is_shown_as_text(ana_client: Client) -> None:
    upload(ana_client, name="<b>diary.csv")

    assert "&lt;b&gt;diary.csv" in ana_client.get(reverse("import_new")).content.decode()
