"""A file of a whole diary, read without believing any of it."""

import contextlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.diary_file import DiaryRecord
from journal.imports.backup import BrokenBackupError, is_backup, json_of, read_backup
from tests.diaries import NOW, as_json, as_zip, diaries

A_PAIN = {
    "kind": "pain",
    "uid": "11111111-2222-4333-8444-555555555555",
    "moment": {
        "occurred_at": "2026-03-01T20:40:00+00:00",
        "tz": "Europe/Berlin",
        "utc_offset_minutes": 60,
        "local_date": "2026-03-01",
        "time_known": True,
    },
    "received_at": "2026-03-01T20:41:00+00:00",
    "content": {"intensity": 6, "note": "", "feelings": [], "triggers": []},
}


def read(said: bytes) -> tuple[DiaryRecord, ...]:
    return read_backup(said, now=NOW).records


def with_pain(**changed: Any) -> bytes:
    """A file of one entry; `moment__tz` changes what is inside of its moment."""
    record = json.loads(json.dumps(A_PAIN))
    for name, value in changed.items():
        *way, last = name.split("__")
        inner = record
        for step in way:
            inner = inner[step]
        inner[last] = value
    return as_json(records=[record])


def refusal_of(said: bytes) -> str:
    with pytest.raises(BrokenBackupError) as refused:
        read(said)
    return str(refused.value)


@settings(max_examples=30)
@given(diaries())
def test_what_was_written_reads_back(records: list[DiaryRecord]) -> None:
    assert list(read(as_json(records))) == records


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: b"{" + text.encode(errors="replace")))
def test_gibberish_is_refused_with_words(content: bytes) -> None:
    for said in (content, b"PK\x03\x04diary.json" + content):
        if is_backup(said):
            with pytest.raises(BrokenBackupError):
                read(json_of(said))


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=5,
    ),
    st.sampled_from(
        ["kind", "uid", "moment", "received_at", "content", "moment__tz", "moment__occurred_at", "moment__local_date",
         "moment__utc_offset_minutes", "moment__time_known", "content__intensity", "content__note",
         "content__feelings", "content__triggers"]
    ),
)  # fmt: skip
def test_any_value_anywhere_is_read_or_refused(value: Any, place: str) -> None:
    with contextlib.suppress(BrokenBackupError):
        assert len(read(with_pain(**{place: value}))) == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"kind": "mood"}, "its kind is not known: mood"),
        ({"uid": "1"}, "uid is not an id"),
        ({"moment__tz": "Mars/Olympus"}, "moment, tz is not known: Mars/Olympus"),
        ({"moment__tz": "../../etc/passwd"}, "moment, tz is not known"),
        ({"moment__occurred_at": "2026-03-01T20:40:00"}, "not a date and time with its offset"),
        ({"moment__local_date": "2026-03-05"}, "its date and its time do not fit together"),
        ({"moment__occurred_at": "2027-03-01T20:40:00+00:00", "moment__local_date": "2027-03-01"}, "in the future"),
        ({"moment__local_date": "0001-01-01"}, "not a date from 1900"),
        ({"moment__utc_offset_minutes": 10**9}, "offset"),
        ({"content__intensity": "6"}, "intensity is not a number"),
        ({"content__intensity": True}, "intensity is not a number"),
        ({"content__intensity": 10**400}, "intensity is not a number"),
        ({"content__note": "a\x00b"}, "note is not a text"),
        ({"content__note": "\ud800"}, "note is not a text"),
        ({"content__feelings": [{"quality": "sadness"}]}, "this diary does not know"),
        ({"content__feelings": [{"quality": "ache"}, {"quality": "ache"}]}, "feelings has the same twice"),
        ({"content__triggers": [{"trigger": "the moon", "rating": 1}]}, "not known: the moon"),
        ({"content__triggers": [{"trigger": "stress", "rating": 9}]}, "rating is not known: 9"),
        ({"content__mood": 3}, "mood is not known"),
        ({"content": {"note": ""}}, "intensity is missing"),
        ({"content": None}, "not a list of names and values"),
    ],
)
def test_a_bad_entry_is_named_with_its_reason(changed: dict[str, Any], reason: str) -> None:
    assert reason in refusal_of(with_pain(**changed))


def test_a_name_that_no_table_holds_is_refused() -> None:
    said = with_pain(kind="massage", content={"therapist_name": "x" * 121})

    assert "therapist name is longer than 120 characters" in refusal_of(said)


def test_what_later_versions_add_may_be_missing() -> None:
    (record,) = read(with_pain(content={"intensity": 3}))

    assert record.content.note == ""


def test_feelings_and_triggers_are_put_in_their_order() -> None:
    said = [{"quality": "shock", "region": "calf"}, {"quality": "ache", "region": "calf"}]
    (record,) = read(with_pain(content={"intensity": 3, "feelings": said}))

    assert [feeling.quality for feeling in record.content.feelings] == ["ache", "shock"]  # type: ignore[union-attr]


def test_a_thousand_broken_entries_get_one_short_answer() -> None:
    records = [A_PAIN | {"uid": f"11111111-2222-4333-8444-{number:012}", "content": {}} for number in range(1000)]

    said = refusal_of(as_json(records=[A_PAIN, *records]))

    assert said.startswith("1,000 of the 1,001 entries in this backup cannot be read, so nothing was stored: entry 2")
    assert said.endswith("and 997 more.")
    assert len(said) < 400


def test_an_entry_that_stands_twice_is_refused() -> None:
    assert "its id stands in the file twice" in refusal_of(as_json(records=[A_PAIN, A_PAIN]))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"format": "other"}, "is not a backup of this diary"),
        ({"version": 2}, "It was made by a newer diary"),
        ({"version": 0}, "of version 0; 1 can be read."),
        ({"version": True}, "of version True"),
        ({"version": None}, "of version None"),
        ({"records": {}}, "records is not a list"),
        ({"records": [3]}, "entry 1 (of an unknown kind): it is not a list of names and values"),
        ({"settings": {"time_zone": "Nowhere"}}, "settings, time zone is not known: Nowhere"),
        ({"settings": {"is_superuser": True}}, "settings, is superuser is not known"),
        ({"settings": {"password": "x"}}, "settings, password is not known"),
        ({"goals": 3}, "goals is not a list"),
        ({"goals": [{"exercise_days": "all"}]}, "exercise days is not a whole number"),
        ({"exported_at": "soon"}, "exported at is not a date"),
    ],
)
def test_a_wrong_head_is_refused_with_its_reason(changed: dict[str, Any], reason: str) -> None:
    assert reason in refusal_of(as_json(**changed))


@pytest.mark.parametrize(
    "said",
    [b"{", b"{}x", b'{"a": NaN}', b"{" * 100_000, b'{"a":' * 100_000, b'{"n": ' + b"9" * 5000 + b"}", b'{"\xff": 1}'],
)
def test_broken_json_is_refused(said: bytes) -> None:
    assert "backup" in refusal_of(said)


def test_the_zip_and_the_json_in_it_say_the_same() -> None:
    said = with_pain()

    assert json_of(as_zip(diary_json=said, README_txt=b"Read me")) == said
    assert json_of(said) == said
    assert read(b"\xef\xbb\xbf" + said) == read(said)


def packed(*members: tuple[str, bytes], **said: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members:
            archive.writestr(name, body)
    return out.getvalue()


def test_a_folder_that_was_packed_again_is_fine() -> None:
    assert json_of(packed(("diary-2026-11-22/diary.json", b"{}"))) == b"{}"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(("diary.json", b" " * (70 << 20)))
    assert len(bomb) < 100_000

    with pytest.raises(BrokenBackupError, match="larger than 32 MB, or packed too tightly"):
        json_of(bomb)


def test_a_json_that_is_too_large_is_refused() -> None:
    with pytest.raises(BrokenBackupError, match="larger than 32 MB"):
        json_of(b"{" + b" " * (33 << 20))


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(packed(("diary.json", b" " * 3_000_000)))
    for at in (bomb.find(b"PK\x03\x04") + 22, bomb.find(b"PK\x01\x02") + 24):
        bomb[at : at + 4] = (100).to_bytes(4, "little")

    with pytest.raises(BrokenBackupError, match="damaged"):
        json_of(bytes(bomb))


def test_a_long_list_of_files_is_refused_before_it_is_read() -> None:
    many = packed(("diary.json", b"{}"), *((f"{number}.txt", b"") for number in range(2000)))

    with pytest.raises(BrokenBackupError, match="damaged"):
        json_of(many)


@pytest.mark.parametrize(
    "names",
    [
        ["../diary.json"],
        ["/diary.json"],
        ["/etc/diary.json"],
        ["a/b/diary.json"],
        ["diary.json/"],
        ["diary.json.txt"],
        ["one/diary.json", "two/diary.json"],
    ],
)
def test_only_one_diary_in_its_place_is_read(names: list[str]) -> None:
    with pytest.raises(BrokenBackupError, match="This ZIP file should hold one"):
        json_of(packed(*((name, b"{}") for name in names)))


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flipped(content: bytes) -> bytes:
    return content[:60] + bytes([content[60] ^ 0xFF]) + content[61:]


def _locked(content: bytes) -> bytes:
    locked = bytearray(content)
    locked[content.find(b"PK\x01\x02") + 8] |= 1
    locked[6] |= 1
    return bytes(locked)


def _other_method(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[8] = changed[content.find(b"PK\x01\x02") + 10] = 99
    return bytes(changed)


@pytest.mark.parametrize("change", [_cut, _flipped, _locked, _other_method])
def test_a_damaged_zip_is_refused(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BrokenBackupError, match=r"damaged|password"):
        json_of(change(as_zip(diary_json=with_pain())))


def test_tables_and_workbooks_are_no_backups() -> None:
    for content in (b"", b"date,pain\n", packed(("xl/workbook.xml", b"")), zlib.compress(b"x"), b"%PDF"):
        assert not is_backup(content)


def test_records_of_every_kind_may_be_as_new_as_they_can_be() -> None:
    """A visit lies ahead; nothing else does."""
    soon = {"occurred_at": "2027-01-10T09:00:00+00:00", "local_date": "2027-01-10"}
    visit = A_PAIN | {"kind": "visit", "content": {}, "moment": A_PAIN["moment"] | soon}  # type: ignore[operator]

    (record,) = read(as_json(records=[visit]))
    assert record.kind == "visit"
    assert "future" in refusal_of(as_json(records=[visit | {"kind": "question", "content": {"text": "May I?"}}]))
