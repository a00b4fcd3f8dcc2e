"""Tables, rows and bands that are written straight to text."""

from html.parser import HTMLParser
from typing import Any

from journal.templatetags.chart_parts import chart_bands, chart_caps, chart_heat, chart_rows, chart_table

NASTY = "<script>alert('1')</script> & \"<b>"


class Cells(HTMLParser):
    """The rows of a table as a browser reads them, and the labels of their cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.labels: list[str | None] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
        if tag == "td":
            self.labels.append(dict(attrs).get("data-label"))

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


def table(*rows: list[str], head: list[str]) -> dict[str, Any]:
    return {"caption": NASTY, "head": head, "rows": list(rows)}


def test_every_text_of_a_table_is_escaped() -> None:
    said = [[NASTY, "1", NASTY], ["b", "", "李小龙"]]
    read = Cells(chart_table(table(*said, head=["Day", NASTY, "c"])))
    assert read.rows == [["Day", NASTY, "c"], *said]
    assert read.tags == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert set(read.labels) == {None}


def test_cells_can_carry_the_words_of_their_column() -> None:
    read = Cells(chart_table(table(["a", "1", "2"], head=["Day", "Peak", NASTY]), labelled=True))
    assert read.labels == ["Peak", NASTY]


def test_a_table_without_rows_is_a_head() -> None:
    assert Cells(chart_table(table(head=["Day", "Mean"]))).rows == [["Day", "Mean"]]


def test_rows_have_their_name_count_and_bars_escaped() -> None:
    row = {"code": "kind-ache", "label": NASTY, "days": "3 days", "paths": [{"level": "bar", "d": 'M1 1"/>'}]}
    html = chart_rows([row], "0 0 9 1")
    assert "<script>" not in html
    assert 'd="M1 1&quot;/&gt;"' in html
    assert 'viewBox="0 0 9 1"' in html
    assert "3 days" in html


def test_cells_have_their_colour_and_names_are_escaped() -> None:
    felt, not_felt = {"level": 10, "share": 45}, {"level": "", "share": ""}
    html = chart_heat([{"label": NASTY, "station": 5, "halves": [[felt, not_felt], [not_felt]]}])
    assert "<script>" not in html
    assert '<span><b class="heat-10">45</b><b></b></span><span><b></b></span></div>' in html
    assert "heat-at-5" in html


def band(*, suggested: bool = False, open_end: bool = False) -> dict[str, Any]:
    return {"percent": "10.00", "width": "5.00", "end": "15.00", "suggested": suggested, "open": open_end}


def test_only_what_the_person_called_a_flare_up_is_solid_and_capped() -> None:
    assert 'class="band"' in chart_bands([band()])
    assert "url(#hatch)" in chart_bands([band(suggested=True)])
    assert chart_caps([band(suggested=True)]) == ""
    assert 'x="10.00%" width="5.00%"' in chart_caps([band()])


def test_an_open_end_is_drawn_as_one() -> None:
    assert "band-open" not in chart_bands([band()])
    assert 'x1="15.00%"' in chart_bands([band(open_end=True)])
