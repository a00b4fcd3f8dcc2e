"""Importing a diary from the shell."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from journal.models import DiaryImport, MassageSession, PainEntry, User

DIARY = (
    "No value = as above\nyear,month,day,region,intensity\n2020,1,31,Calf,4\n,,,Elbow,5.5\n,,,Calf,4\n"
    ",2,30,Calf,4\n,2,1,happiness,9\n,,2,Calf,11\n"
)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.csv"
    path.write_text(DIARY, "utf-8")
    return path


def import_diary(path: Path, **options: Any) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("import_diary", path, stdout=out, **{"user": "ana@example.org"} | options)
    return out.getvalue()


def test_it_accounts_for_every_row(ana: User, diary: Path) -> None:
    lines = import_diary(diary).splitlines()

    assert [" ".join(line.split()) for line in lines] == [
        "6 rows in the file",
        "2 imported",
        "0 already there",
        "1 merged with the same row",
        "1 left out",
        "2 not imported",
        "This date does not exist: 1",
        "The strength of the pain lies outside the scale of 0 to 10: 1",
        "line 6: This date does not exist: 2; 30; Calf; 4",
        "line 8: The strength of the pain lies outside the scale of 0 to 10: 2; Calf; 11",
    ]
    assert sorted(PainEntry.objects.owned_by(ana).values_list("intensity", flat=True)) == [4, 5.5]


def test_a_second_time_it_doubles_nothing(ana: User, diary: Path) -> None:
    import_diary(diary)

    assert "      2  already there" in import_diary(diary, user="ANA@example.org")
    assert PainEntry.objects.count() == 2


def test_a_map_says_what_the_columns_mean(ana: User, diary: Path, tmp_path: Path) -> None:
    said = {"worst_pain": 20, "words": {"place": {"Elbow": "leave_out", "Happiness": "hip"}}}
    (tmp_path / "map.json").write_text(json.dumps(said), "utf-8")

    import_diary(diary, map=tmp_path / "map.json")

    assert sorted(PainEntry.objects.values_list("intensity", flat=True)) == [2, 4.5, 5.5]


def test_the_kind_counts_before_the_guess(ana: User, diary: Path) -> None:
    import_diary(diary, kind="massage")

    assert MassageSession.objects.exists()
    assert not PainEntry.objects.exists()


def test_long_lists_of_problems_are_cut(ana: User, tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("date,pain\n2020-01-01,4\n" + "2020-01-01,-1\n" * 30, "utf-8")

    assert import_diary(path).splitlines()[-1] == "... and 10 more lines like these"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01", "This is not a text file."),
        (b"a,b\nc,d\n", "Say which column holds the date"),
    ],
)
def test_an_unreadable_file_gets_one_clear_line(ana: User, tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=message) as caught:
        import_diary(path)
    assert caught.value.returncode == 1
    assert not DiaryImport.objects.exists()


def test_a_missing_file_gets_one_clear_line(ana: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file or directory"):
        import_diary(tmp_path / "nowhere.csv")


def test_an_unknown_person_gets_one_clear_line(ana: User, diary: Path) -> None:
    with pytest.raises(CommandError, match="Nobody has an account with the address nobody@"):
        import_diary(diary, user="nobody@example.org")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[]", "must be a JSON object"),
        ('{"kind": "sleep"}', "must be one of: pain, massage"),
        ('{"kind": []}', "must be one of: pain, massage"),
        ('{"columns": {"height": "date"}}', "no column “height”"),
    ],
)
def test_a_map_that_cannot_be_used_gets_one_clear_line(
    ana: User, diary: Path, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "map.json").write_text(text, "utf-8")

    with pytest.raises(CommandError, match=message):
        import_diary(diary, map=tmp_path / "map.json")
