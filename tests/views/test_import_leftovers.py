"""The rows that are not stored by themselves, for a spreadsheet."""

import csv
import io

import pytest
from django.test import Client

from journal.models import DiaryImport
from tests.importing import page, run, upload

MIXED = (
    "date,pain,name\n2020-01-01,4,Calf\n2020-01-01,4,Calf\n2020-01-02,3,happiness\n"
    '=1+1,4,Calf\n+1,4,"a,b"\n-2,4,Calf\n@x,4,Calf\n'
)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("finished", [False, True])
def test_they_are_the_same_before_and_after(ana_client: Client, finished: bool) -> None:
    diary_import: DiaryImport = upload(ana_client, MIXED)
    if finished:
        run(ana_client, diary_import)

    answer = ana_client.get(page("import_leftovers", diary_import))

    assert answer["Content-Disposition"] == 'attachment; filename="rows-not-imported.csv"'
    assert answer["Cache-Control"] == "no-store, private"
    assert rows_of(answer.content)[1:4] == [
        ["3", "same as another row", "It says the same as line 2", "", ""],
        ["4", "left out by you", "You chose to leave rows like this out", "", ""],
        ["5", "not stored", "This is not a date that can be read", "'=1+1", "'=1+1; 4; Calf"],
    ]


def test_no_cell_is_a_formula(ana_client: Client) -> None:
    rows = rows_of(ana_client.get(page("import_leftovers", upload(ana_client, MIXED))).content)

    assert [row[3] for row in rows[3:]] == ["'=1+1", "'+1", "'-2", "'@x"]


def test_they_are_nobody_elses(ana_client: Client, ben_client: Client) -> None:
    assert ben_client.get(page("import_leftovers", upload(ana_client, MIXED))).status_code == 404
