"""A backup of a diary on its way back in."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.models import DiaryImport, FlareUp, PainEntry, User
from tests import cast
from tests.diaries import as_json, as_zip, downloaded, json_of_diary, one_of_everything
from tests.importing import page, upload


def sent(client: Client, content: bytes, name: str = "diary-2026-11-22.zip") -> Any:
    return client.post(reverse("import_new"), {"uid": uuid.uuid4(), "file": SimpleUploadedFile(name, content)})


def take(client: Client, content: bytes, **said: str) -> DiaryImport:
    """Bring a backup in, by its pages."""
    diary_import = upload(client, content, name="diary.zip")
    answer = client.post(page("import_backup", diary_import), said)
    assert answer["Location"] == page("import_account", diary_import)
    diary_import.refresh_from_db()
    return diary_import


def test_a_backup_is_known_wherever_it_is_sent(ana: User, ana_client: Client) -> None:
    one_of_everything(ana)
    said = json_of_diary(ana)

    for content in (as_zip(diary_json=said), said):
        answer = sent(ana_client, content)
        (diary_import,) = DiaryImport.objects.all()
        assert answer["Location"] == page("import_backup", diary_import)
        for step in ("import_columns", "import_preview", "import_run"):
            assert ana_client.get(page(step, diary_import))["Location"] == page("import_backup", diary_import)
        diary_import.delete()


def test_it_says_what_will_be_added_and_then_adds_it(ana: User, ben: User, ben_client: Client) -> None:
    one_of_everything(ana)
    out = json_of_diary(ana)
    diary_import = upload(ben_client, as_zip(diary_json=out), name="diary.zip")

    said = ben_client.get(page("import_backup", diary_import)).text
    assert "Add 17 entries" in said
    assert "checked" in said, "the settings of a first diary are taken over"
    assert not PainEntry.objects.filter(user=ben).exists()

    ben_client.post(page("import_backup", diary_import), {"take_settings": "on"})
    account = ben_client.get(page("import_account", diary_import)).text
    assert "Your diary is back" in account
    assert json_of_diary(User.objects.get(pk=ben.pk)) == out
    diary_import.refresh_from_db()
    assert (diary_import.stored_rows, diary_import.content) == (17, None)


def test_pressed_twice_it_is_stored_once(ana: User, ben_client: Client) -> None:
    cast.pain(ana)
    diary_import = take(ben_client, json_of_diary(ana))

    answer = ben_client.post(page("import_backup", diary_import))

    assert answer["Location"] == page("import_account", diary_import)
    diary_import.refresh_from_db()
    assert diary_import.stored_rows == 1


def test_sent_again_nothing_is_doubled(ana: User, ana_client: Client) -> None:
    one_of_everything(ana)
    before = json_of_diary(ana)

    diary_import = take(ana_client, before)

    assert (diary_import.stored_rows, diary_import.known_rows) == (0, 17)
    assert json_of_diary(ana) == before
    assert "Take this import back" not in ana_client.get(page("import_account", diary_import)).text


def test_it_is_taken_back_and_put_back_as_a_whole(ana: User, ben: User, ben_client: Client) -> None:
    one_of_everything(ana)
    cast.pain(ben, 2, note="of my own")
    own, theirs = json_of_diary(ben), json_of_diary(ana)
    diary_import = take(ben_client, theirs)
    both = json_of_diary(ben)

    for _ in range(2):
        ben_client.post(page("import_account", diary_import), {"take_back": "1"})
        assert _records(json_of_diary(ben)) == _records(own)
        ben_client.post(page("import_account", diary_import), {"put_back": "1"})
        assert _records(json_of_diary(ben)) == _records(both)


def _records(said: bytes) -> bytes:
    return said.partition(b'"records"')[2]


def test_what_was_changed_since_stays(ana: User, ben: User, ben_client: Client) -> None:
    entry = cast.pain(ana, 4)
    cast.pain(ana, 5, at=dt.time(10))
    diary_import = take(ben_client, json_of_diary(ana))
    url = reverse("pain_edit", args=[entry.uid])
    form = ben_client.get(url).context["form"]
    said = {field.html_name: field.value() for field in form if field.value() not in (None, "")}
    ben_client.post(url, said | {"intensity": "9"})

    ben_client.post(page("import_account", diary_import), {"take_back": "1"})

    assert [one.intensity for one in PainEntry.objects.owned_by(ben)] == [9]


def test_put_back_leaves_out_what_no_longer_fits(ana: User, ben: User, ben_client: Client) -> None:
    cast.flare(ana)
    cast.flare(ana, on=cast.today(ana) - dt.timedelta(days=50), until=cast.today(ana) - dt.timedelta(days=49))
    diary_import = take(ben_client, json_of_diary(ana))
    ben_client.post(page("import_account", diary_import), {"take_back": "1"})
    own = cast.flare(ben, note="another one goes on")

    ben_client.post(page("import_account", diary_import), {"put_back": "1"})

    assert set(FlareUp.objects.owned_by(ben).filter(ended_at=None)) == {own}
    assert FlareUp.objects.owned_by(ben).count() == 2


def test_what_cannot_stand_beside_is_named_and_can_be_downloaded(ana: User, ben: User, ben_client: Client) -> None:
    day = cast.today(ben)  # with them it may be another day than with her
    cast.day_log(ana, on=day, stress=9, note="the other log")
    cast.day_log(ben, on=day, stress=1)
    diary_import = upload(ben_client, json_of_diary(ana), name="diary.json")
    before = ben_client.get(page("import_backup", diary_import)).text
    assert "1 entry in it cannot stand beside" in " ".join(before.split())

    ben_client.post(page("import_backup", diary_import))

    account = ben_client.get(page("import_account", diary_import)).text
    assert "This day has another log, which stays" in account
    rows = ben_client.get(page("import_leftovers", diary_import)).text
    assert "stress 9" in rows


def test_conflicts_are_counted_and_both_are_kept(ana: User, ben: User, ben_client: Client) -> None:
    uid = uuid.uuid4()
    cast.pain(ana, 3, uid=uid)
    cast.pain(ben, 8, uid=uid)

    diary_import = take(ben_client, json_of_diary(ana))

    assert (diary_import.stored_rows, diary_import.kept_both_rows) == (1, 1)
    assert {one.intensity for one in PainEntry.objects.owned_by(ben)} == {3, 8}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"format": "sciatica-diary", "version": 7}', "made by a newer diary"),
        (b"{}", "is not a backup of this diary"),
        (b'{"format"', "damaged or was cut off"),
        (b"PK\x03\x04 diary.json", "damaged or was cut off"),
        (as_json(records=[{"kind": "pain"}] * 1000), "1,000 of the 1,000 entries"),
    ],
)
def test_what_cannot_be_read_gets_a_message_at_the_field(ana_client: Client, content: bytes, message: str) -> None:
    answer = sent(ana_client, content)

    assert answer.status_code == 200
    assert message in str(answer.context["form"].errors["file"])
    assert not DiaryImport.objects.exists()


def test_what_no_diary_can_hold_gets_one_too(ana: User, ana_client: Client) -> None:
    cast.pain(ana, 7)
    said = json_of_diary(ana).replace(b'"intensity": 7', b'"intensity": 70')

    answer = sent(ana_client, said)

    message = str(answer.context["form"].errors["file"])
    assert "1 of the 1 entries in this backup cannot be read, so nothing was stored: entry 1 (pain entry)" in message
    assert PainEntry.objects.get().intensity == 7


def test_settings_that_cannot_be_get_one_too(ana_client: Client) -> None:
    answer = sent(ana_client, as_json().replace(b'"theme": "auto"', b'"theme": "x"'))

    assert "The settings in this backup cannot be read: theme" in str(answer.context["form"].errors["file"])


def test_the_page_asks_as_little_whatever_is_in_it(ana: User, ben_client: Client) -> None:
    asked = []
    for entries in range(2):
        cast.pain(ana)
        diary_import = upload(ben_client, json_of_diary(ana), name="diary.json")
        with CaptureQueriesContext(connection) as queries:
            ben_client.get(page("import_backup", diary_import))
        asked.append(len(queries))
        if not entries:
            one_of_everything(ana)

    assert asked[0] == asked[1] <= 10


def test_strangers_see_nothing_of_it(ana_client: Client, ben_client: Client) -> None:
    diary_import = upload(ana_client, as_json(), name="diary.json")

    assert ben_client.get(page("import_backup", diary_import)).status_code == 404
    assert ben_client.post(page("import_backup", diary_import)).status_code == 404


def test_a_table_has_no_such_page(ana_client: Client) -> None:
    diary_import = upload(ana_client)

    assert ana_client.get(page("import_backup", diary_import))["Location"] == page("import_columns", diary_import)


def test_a_backup_may_be_discarded(ana_client: Client) -> None:
    diary_import = upload(ana_client, as_json(), name="diary.json")

    ana_client.post(page("import_discard", diary_import))

    assert not DiaryImport.objects.exists()


def leaves(said: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in the JSON of a diary."""
    if way:
        yield way
    inner = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for key, value in inner:
        yield from leaves(value, (*way, key))


STRANGE: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 0, 1, 11, 2**31, 1e300, 0.5, "", "x", "0", "left", "2026-03-01", "2026-03-01T10:00:00+00:00",
     "Mars/X", "00000000-0000-0000-0000-000000000000", "a" * 5000, "\x00", [], {}, [None], [{}], {"": ""}]
)  # fmt: skip


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_stands_in_a_file_breaks_no_page(data: st.DataObject, ana: User, ana_client: Client) -> None:
    """Any one value of a good file, replaced: the file is refused, or the diary that has it can be read."""
    with transaction.atomic():
        other = User.objects.create_user("other@example.org")
        one_of_everything(other)
        said = json.loads(json_of_diary(other))
        *way, last = data.draw(st.sampled_from(list(leaves(said))))
        inner = said
        for step in way:
            inner = inner[step]
        inner[last] = data.draw(STRANGE)

        answer = sent(ana_client, json.dumps(said).encode())
        if answer.status_code == 200:
            assert answer.context["form"].errors["file"]
            assert not PainEntry.objects.filter(user=ana).exists()
        else:
            ana_client.post(answer["Location"], {"take_settings": "on"})
            for path in ("/", "/journal/", "/charts/", "/flares/", "/day/", "/export/", "/settings/", "/prevention/"):
                assert ana_client.get(path, follow=True).status_code == 200, path
            downloaded(ana_client)
        transaction.set_rollback(True)
