"""Saying what the columns and words of a file mean."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from journal.models import DiaryImport, MassageSession, PainEntry, User
from tests.importing import DIARY, answers, page, run, upload


def mapping_after(client: Client, diary_import: DiaryImport, **changed: Any) -> dict[str, Any]:
    """The kept mapping after the form was sent with some answers changed."""
    client.post(page("import_columns", diary_import), answers(client, diary_import, **changed))
    diary_import.refresh_from_db()
    mapping: dict[str, Any] = diary_import.mapping
    return mapping


def word_field(client: Client, diary_import: DiaryImport, word: str) -> str:
    """The name of the field that asks about a word."""
    form = client.get(page("import_columns", diary_import)).context["form"]
    return str(next(name for name, field in form.fields.items() if field.label == f"“{word}” means"))


def test_it_shows_the_columns_with_their_values_and_what_they_seem_to_be(ana_client: Client) -> None:
    answer = ana_client.get(page("import_columns", upload(ana_client)))

    form = answer.context["form"]
    assert [form[f"use_{number}"].value() for number in (1, 2, 3, 4)] == ["date", "intensity", "place", "note"]
    assert "03/04/2020 · 14/04/2020 · soon" in answer.content.decode()


def test_going_on_as_guessed_leads_to_the_preview(ana_client: Client) -> None:
    diary_import = upload(ana_client)

    answer = ana_client.post(
        page("import_columns", diary_import), answers(ana_client, diary_import, **{"continue": "1"})
    )

    assert answer["Location"] == page("import_preview", diary_import)


def test_answers_are_kept(ana_client: Client) -> None:
    diary_import = upload(ana_client)
    elbow = word_field(ana_client, diary_import, "Elbow")

    mapping = mapping_after(
        ana_client, diary_import, date_order="mdy", worst_pain="5,5", use_4="", **{elbow: "hip.left"}
    )

    assert (mapping["date_order"], mapping["worst_pain"]) == ("mdy", 5.5)
    assert mapping["columns"].keys() == {"1", "2", "3"}
    assert mapping["words"]["place"]["elbow"] == "hip.left"
    assert mapping["words"]["place"]["left calf"] == "calf.left"


def test_the_order_of_dates_is_asked_by_example(ana_client: Client) -> None:
    field = ana_client.get(page("import_columns", upload(ana_client))).context["form"]["date_order"]

    assert field.label == "“03/04/2020” means"
    assert field.field.choices == [("dmy", "3 April 2020"), ("mdy", "4 March 2020")]


def test_dates_that_can_be_read_one_way_only_are_not_asked_about(ana_client: Client) -> None:
    diary_import = upload(ana_client, "date,pain\n2020-04-03,4\n")

    assert "date_order" not in ana_client.get(page("import_columns", diary_import)).context["form"].fields


def test_blank_cells_may_mean_the_same_as_above(ana_client: Client) -> None:
    diary_import = upload(ana_client, "date,pain,where\n2020-04-03,4,Calf\n,5,\n")
    form = ana_client.get(page("import_columns", diary_import)).context["form"]
    assert (form["above_1"].value(), form["above_3"].value()) == (True, False)

    columns = mapping_after(ana_client, diary_import, above_1=None, above_3="on")["columns"]

    assert (columns["1"]["as_above"], columns["3"]["as_above"]) == (False, True)


def test_another_kind_of_rows_is_asked_about_anew(ana_client: Client) -> None:
    diary_import = upload(ana_client, "date,minutes,massage,pain after\n2020-04-03,60,Thai,3\n")

    answer = ana_client.post(
        page("import_columns", diary_import), answers(ana_client, diary_import, kind="pain", **{"continue": "1"})
    )

    assert answer["Location"] == page("import_columns", diary_import)
    diary_import.refresh_from_db()
    assert diary_import.kind == "pain"
    assert "minutes" not in str(diary_import.mapping["columns"])


def test_another_header_line_is_asked_about_anew(ana_client: Client) -> None:
    mapping = mapping_after(ana_client, diary_import := upload(ana_client), header_line="")

    assert mapping["header_line"] is None
    assert ana_client.get(page("import_columns", diary_import)).context["form"]["header_line"].value() == ""


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"use_1": ""}, "__all__", "Say which column holds the date"),
        ({"use_2": ""}, "__all__", "Say which column holds how strong the pain was."),
        ({"use_3": "intensity"}, "use_3", "Two columns cannot hold the same thing."),
        ({"use_1": "nonsense"}, "use_1", "Select a valid choice."),
        ({"use_3": "minutes"}, "use_3", "Select a valid choice."),
        ({"kind": "sleep"}, "kind", "Select a valid choice."),
        ({"kind": None}, "kind", "required"),
        ({"header_line": "99"}, "header_line", "Select a valid choice."),
        ({"no_pain": "none"}, "no_pain", "Write a number"),
        ({"worst_pain": ""}, "worst_pain", "required"),
        ({"worst_pain": "nan"}, "worst_pain", "Write a number"),
        ({"worst_pain": "0"}, "worst_pain", "different numbers"),
        ({"worst_pain": "1\x00"}, "worst_pain", "invisible character"),
    ],
)
def test_what_cannot_be_used_gets_a_message_and_the_answers_stay(
    ana_client: Client, changed: dict[str, Any], field: str, message: str
) -> None:
    diary_import = upload(ana_client)
    sent = answers(ana_client, diary_import, use_4="", **{"continue": "1"} | changed)

    answer = ana_client.post(page("import_columns", diary_import), sent)

    form = answer.context["form"]
    assert message in str(form.errors[field])
    assert form["use_4"].value() == ""
    diary_import.refresh_from_db()
    assert diary_import.mapping == {}


def test_unfinished_answers_can_be_kept_to_be_asked_again(ana_client: Client) -> None:
    diary_import = upload(ana_client, "when,pain,x\n2020-04-03,4,Calf\n")

    mapping = mapping_after(ana_client, diary_import, use_1="", use_3="place", update="1")

    assert mapping["columns"].keys() == {"2", "3"}
    assert word_field(ana_client, diary_import, "Calf")


def test_only_the_commonest_words_are_asked_about(ana_client: Client) -> None:
    rows = "".join(f"2020-04-03,4,word{number}\n" for number in range(100))
    diary_import = upload(ana_client, f"date,pain,where\n{rows}")

    answer = ana_client.get(page("import_columns", diary_import))

    assert "40 other words not shown here are sorted in" in answer.content.decode()


def test_a_file_without_any_diary_can_be_answered_for(ana_client: Client) -> None:
    diary_import = upload(ana_client, "just some words\n")

    answer = ana_client.post(
        page("import_columns", diary_import), answers(ana_client, diary_import, **{"continue": "1"})
    )

    assert "Say which column holds the date" in str(answer.context["form"].errors)


def test_once_begun_it_leads_on(ana_client: Client) -> None:
    diary_import = run(ana_client, upload(ana_client, DIARY))

    assert ana_client.get(page("import_columns", diary_import))["Location"] == page("import_run", diary_import)


def test_it_is_nobody_elses(ana_client: Client, ben_client: Client) -> None:
    diary_import = upload(ana_client)

    assert ben_client.get(page("import_columns", diary_import)).status_code == 404
    assert ben_client.get(reverse("import_columns", args=["00000000-0000-0000-0000-000000000000"])).status_code == 404


FLAREDOWN = """Date,Sciatica,Nausea,Massage,Tags,Foods
2024-03-01,3,1,60 min,stressed,
2024-03-02,0,,,,
"""


def test_an_export_of_another_app_is_recognised_and_says_how_it_is_read(ana_client: Client) -> None:
    answer = ana_client.get(page("import_columns", upload(ana_client, FLAREDOWN)))

    form = answer.context["form"]
    assert "This is an export of Flaredown." in answer.content.decode()
    assert "become 0, 2.5, 5, 7.5 and 10" in answer.content.decode()
    assert (form["worst_pain"].value(), form["use_3"].value()) == ("4", "place")


def test_it_brings_pain_first_and_its_massages_with_the_same_file_again(ana: User, ana_client: Client) -> None:
    for kind in ("pain", "massage"):
        diary_import = upload(ana_client, FLAREDOWN)
        if kind == "massage":
            mapping_after(ana_client, diary_import, kind=kind)
        mapping_after(ana_client, diary_import, **{"continue": "1"})
        run(ana_client, diary_import)

    assert sorted(PainEntry.objects.values_list("intensity", flat=True)) == [0, 7.5]
    assert list(MassageSession.objects.values_list("technique", "minutes")) == [("other", 60)]


def test_words_beyond_those_asked_about_stay_as_the_app_has_them(ana: User, ana_client: Client) -> None:
    names = [f"Symptom {number}" for number in range(70)]
    header = ",".join(["Date", *names, "Sciatica", "Tags", "Foods"])
    diary_import = upload(ana_client, f"{header}\n2024-03-01{',2' * 71},,\n")
    mapping_after(ana_client, diary_import, **{"continue": "1"})
    run(ana_client, diary_import)

    assert [entry.note for entry in PainEntry.objects.all()] == ["Sciatica"]
