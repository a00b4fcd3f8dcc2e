"""The report in words, tables and drawings: what stands on its first page."""

from typing import Any

import pytest

from journal.analytics.records import SafetyContent
from journal.analytics.report import ReportChoices, Section, narrowed
from journal.charts.report import report_page
from tests.analytics.period_values import answers, dose, entry, felt, june, logged, may, pain_days, report_of


def test_the_newest_signs_stand_on_top_and_the_earlier_ones_are_counted() -> None:
    checks = [logged(SafetyContent(reasons=("weakness",)), june(day)) for day in range(1, 8)]

    shown = report_page(report_of(checks=checks))["help"]

    assert [one["day"] for one in shown] == ["7 June 2026", "6 June 2026", "5 June 2026", "4 June 2026", "Earlier"]
    assert shown[-1]["words"] == "3 times more in this period, since 1 June 2026."
    assert [one["day"] for one in report_page(report_of(checks=checks[:4]))["help"]][-1] == "1 June 2026"


def test_the_places_named_most_stand_beside_the_map_and_all_in_the_table() -> None:
    places = ("lower_back.left", "buttock.left", "thigh_back.left", "calf.left", "ankle.left", "sole.left")
    said = [
        one for rank, place in enumerate(places) for one in felt([june(n) for n in range(1, 9 - rank)], place=place)
    ]

    page = report_page(report_of(felt=said))

    assert [row[0] for row in page["where"]["first"]["rows"]] == [
        "Left lower back", "Left buttock", "Back of left thigh", "Left calf", "Left ankle",
    ]  # fmt: skip
    assert page["where"]["words"].endswith("1 more place in the table “Places”.")
    (table,) = [one for one in page["tables"] if one["caption"] == "Places"]
    assert len(table["rows"]) == 6


def test_a_place_without_a_side_is_listed_and_not_drawn() -> None:
    page = report_page(report_of(felt=felt([june(1)], place="calf")))

    assert page["where"]["first"]["rows"][0][0] == "Calf, side not said"
    assert "polygon" not in page["where"]["maps"][0]["svg"]
    assert "Calf, side not said on 1" in page["where"]["maps"][0]["alt"]


def test_scores_stand_beside_the_first_and_the_one_before() -> None:
    answered = [
        answers(may(9), pain=9, enjoyment=9, activity=9),
        answers(june(2), pain=6, enjoyment=6, activity=6),
        answers(june(20), pain=4, enjoyment=3, activity=3),
        answers(june(20), "ratings", leg=4),
    ]

    rows = report_page(report_of(answered=answered))["scores"]["table"]["rows"]

    assert [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in rows] == [
        ["Pain, enjoyment and activity (PEG)", "3.3 of 10 (20 Jun)", "6 of 10 (2 Jun)", "9 of 10 (9 May)", "2 times"],
        ["Leg pain", "4 of 10 (20 Jun)", "–", "–", "1 time"],
    ]


def test_no_medicine_logged_is_not_no_medicine_taken() -> None:
    assert report_page(report_of())["medicines"] == {
        "words": "No medicine is logged; that does not say that none was taken."
    }
    (row,) = report_page(report_of(doses=[dose(june(1)), dose(june(2), taken=False)]))["medicines"]["table"]["rows"]
    assert row == ["Ibuprofen", "–", "1", "1", "0", "1", "28"]


@pytest.mark.parametrize(("shown", "part"), [(Section.PLACES, "where"), (Section.MEDICINES, "medicines")])
def test_a_part_that_is_not_chosen_is_empty_and_named(shown: Section, part: str) -> None:
    sections = tuple(section for section in Section if section is not shown)

    page = report_page(narrowed(report_of(), choices=ReportChoices(sections=sections, notes=True)))

    assert page[part] == {}
    assert page["without"] == f"Left out by choice: {shown.value}."


def test_what_is_left_out_of_the_entries_is_counted_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.analytics.report_entries.MOST_ROWS", 2)

    page = report_page(report_of(days=pain_days({june(1): 5}), pain=[entry(june(n)) for n in (1, 2, 3)]))

    assert page["left_out"].startswith("The newest 2 entries are listed; 1 older one of this period is not.")
    assert page["entries"][0]["left_out"] == "1 older entry not shown here."


def test_what_may_not_fit_on_paper_is_short_there_and_whole_behind_it() -> None:
    name, question = "Dihydrocodeine with paracetamol, slow release", "May I run? " * 30
    page = report_page(report_of(doses=[dose(june(1), name), dose(june(2))], questions=[question, "And swim?"]))

    paper = page["paper"]

    assert [row[0] for row in paper["medicines"]] == ["Dihydrocodeine with paracetamol, slow…", "Ibuprofen"]
    assert paper["tables"][0]["rows"] == page["medicines"]["table"]["rows"]
    assert (len(paper["questions"][0]) <= 120, paper["questions"][0][-4:]) == (True, "y I…")
    assert paper["all_questions"] == [question, "And swim?"]


def test_little_fits_on_paper_and_is_not_said_twice() -> None:
    paper = report_page(report_of(doses=[dose(june(1))], questions=["May I run?"]))["paper"]

    assert (paper["fits"], paper["tables"], paper["all_questions"]) == (True, [], [])


@pytest.mark.parametrize(
    "many", [{"questions": ["Why? " * 20] * 20}, {"doses": [dose(june(1), f"M{n}") for n in range(41)]}]
)
def test_much_has_to_be_measured(many: dict[str, Any]) -> None:
    assert not report_page(report_of(**many))["paper"]["fits"]
