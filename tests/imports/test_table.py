"""Whatever a spreadsheet writes is read as the same cells; what is no table gets a clear message."""

import pytest

from journal.imports.table import MOST_BYTES, MOST_ROWS, UnreadableFileError, read_table

ROWS = [("Datum", "Stärke", "Ort"), ("31.01.2020", "3,5", "Rücken"), ("01.02.2020", "4", "linke Wade; außen")]


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_table(content).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_same_table_is_read_however_it_was_saved(encoding: str, separator: str, newline: str) -> None:
    text = newline.join(separator.join(f'"{cell}"' for cell in row) for row in ROWS)
    assert cells(text.encode(encoding)) == ROWS


def test_decimal_commas_do_not_hide_the_semicolons() -> None:
    assert cells(b"2020-01-01;3,5;4,5\n2020-01-02;3,5;4,1")[0] == ("2020-01-01", "3,5", "4,5")


def test_a_title_above_the_header_does_not_hide_the_separator() -> None:
    assert cells(b"My diary, since 2015\nday\tpain\n1\t2\n2\t3\n3\t4")[1] == ("day", "pain")


def test_a_named_separator_is_obeyed_and_is_no_row() -> None:
    table = read_table(b"sep=|\ndate|pain\n2020-01-01|3")
    assert [(line.number, line.cells) for line in table.lines] == [(2, ("date", "pain")), (3, ("2020-01-01", "3"))]


def test_lines_keep_their_numbers_across_blank_lines_and_quoted_line_breaks() -> None:
    table = read_table(b'date,note\n\n2020-01-01,"two\nlines"\n,\n2020-01-02,x\n')
    assert [line.number for line in table.lines] == [1, 3, 6]
    assert table.lines[1].cells == ("2020-01-01", "two\nlines")


def test_rows_may_be_of_different_lengths() -> None:
    table = read_table(b"a,b\n1\n1,2,3\n")
    assert table.width == 3
    assert table.lines[1].cell(2) == ""


def test_stray_quotes_inside_a_cell_are_text() -> None:
    assert cells(b'a,b\n"quoted" and more,2\n5" board,3')[1:] == [("quoted and more", "2"), ('5" board', "3")]


def test_control_characters_are_dropped() -> None:
    assert cells(b"a,b\n1\x07,\x1b2") == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n , ,\n", "empty"),
        (b"date,pain\x00\x01\x02", "not a text file"),
        (b"PK\x03\x04 and the rest of a workbook", "workbook"),
        (b"\xd0\xcf\x11\xe0 and more", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b'date,note\n2020-01-01,"it stops he', "on line 2 is opened and never closed"),
        (b"a,b\n1," + b"x" * 200_000, "100 kB"),
        (b"1," * 200, "columns"),
        (b"1,2\n" * (MOST_ROWS + 11), "30,000 rows"),
        (b"x" * (MOST_BYTES + 1), "10 MB"),
    ],
)
def test_what_is_no_table_gets_a_clear_message(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_table(content)
