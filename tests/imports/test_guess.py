"""The first guess at what columns mean, in five languages, with headers and without."""

import pytest

from journal.imports.guess import columns_of, guess_mapping, word_counts
from journal.imports.mapping import Kind, Mapping, Role
from journal.imports.table import read_table
from tests.imports.reading import NOW, guess


def roles(mapping: Mapping) -> dict[int, str]:
    return {column: use.role.value for column, use in sorted(mapping.columns.items())}


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Pain level,Body part,Side,Type of pain,Comments\n2020-01-31,16:30,4,Calf,left,burning,long drive\n",
        "Datum;Uhrzeit;Schmerzstärke;Ort;Seite;Schmerzart;Bemerkung\n31.01.2020;16:30;4;Wade;links;brennend;Auto\n",
        "Date;Heure;Douleur;Lieu;Côté;Type de douleur;Remarques\n31/01/2020;16h30;4;mollet;gauche;brûlure;auto\n",
        "Fecha;Hora;Dolor;Lugar;Lado;Tipo de dolor;Notas\n31/01/2020;16:30;4;pantorrilla;izquierda;ardor;coche\n",
        "Datum;Tijd;Pijnscore;Plaats;Kant;Soort pijn;Opmerkingen\n31-01-2020;16:30;4;kuit;links;brandend;auto\n",
    ],
)
def test_it_knows_headers_in_five_languages(text: str) -> None:
    mapping = guess(text)
    assert mapping.kind is Kind.PAIN
    assert mapping.header_line == 1
    assert list(roles(mapping).values()) == ["date", "time", "intensity", "place", "side", "quality", "note"]


def test_a_title_line_above_the_header_is_not_the_header() -> None:
    mapping = guess(
        "No value = as above for:,,,region,intensity\nyear,month,day,region,intensity\n2020,1,31,Calf,4\n,,,Hip,5\n"
    )
    assert mapping.header_line == 2
    assert roles(mapping) == {0: "year", 1: "month", 2: "day", 3: "place", 4: "intensity"}


def test_blanks_repeat_the_cell_above_in_dates_only() -> None:
    mapping = guess("year,month,day,region,side,pain\n2020,1,31,Calf,left,4\n,,,Hip,,5\n")
    assert [use.as_above for _, use in sorted(mapping.columns.items())] == [True, True, True, False, False, False]


def test_without_a_header_the_cells_tell() -> None:
    mapping = guess("31/01/2020,16:30,4,left calf,drove all day\n01/02/2020,17:00,5,hip,\n")
    assert mapping.header_line is None
    assert roles(mapping) == {0: "date", 1: "time", 2: "intensity", 3: "place", 4: "note"}


def test_headers_in_an_unknown_language_are_still_headers() -> None:
    mapping = guess("päivä,kipu,paikka\n31.1.2020,4,selkä\n")
    assert mapping.header_line == 1
    assert roles(mapping) == {0: "date", 1: "intensity"}


def test_a_full_date_counts_before_its_parts() -> None:
    mapping = guess("name,startday,startmonth,startyear,intensity,date\nKnee,31,1,2018,3,2018-01-31 20:21:49\n")
    assert roles(mapping) == {0: "place", 4: "intensity", 5: "date"}


def test_texts_beyond_the_header_are_notes() -> None:
    assert roles(guess("date,pain\n2020-01-31,4,\n2020-02-01,5,could be more\n"))[2] == "note"


def test_massage_sessions_are_told_from_pain() -> None:
    mapping = guess(
        "Date,Minutes,Type of massage,Pain before,Pain after,Price,Therapist,Notes\n2020-01-31,60,Thai,5,3,45,Jo,x\n"
    )
    assert mapping.kind is Kind.MASSAGE
    assert list(roles(mapping).values()) == [
        "date", "minutes", "technique", "pain_before", "pain_after", "cost", "therapist", "note",
    ]  # fmt: skip


def test_the_kind_may_be_said() -> None:
    table = read_table(b"Date,Massage,Pain\n2020-01-31,Thai,5\n")
    assert Role.TECHNIQUE.value in roles(guess_mapping(table, today=NOW.date(), kind=Kind.MASSAGE)).values()


def test_a_scale_of_a_hundred_shows_in_the_ratings() -> None:
    assert guess("date,vas\n2020-01-31,40\n2020-02-01,75\n").worst_pain == 100
    assert guess("date,nrs\n2020-01-31,4\n2020-02-01,10\n").worst_pain == 10


def test_words_are_counted_by_what_they_are_and_shown_as_mostly_written() -> None:
    table = read_table(b"date,pain,where\n1.1.20,1,Low back\n2.1.20,1,low-back\n3.1.20,1,Low back\n4.1.20,1,Hip\n")
    assert word_counts(columns_of(table, header_line=1)[2]) == [("Low back", 3), ("Hip", 1)]


@pytest.mark.parametrize("text", ["x\n", "1\n", "a,b\nc,d\n", "date\n", "2020-01-01\n", "a,b\n"])
def test_a_file_that_is_no_diary_is_guessed_without_failing(text: str) -> None:
    assert isinstance(guess(text), Mapping)
