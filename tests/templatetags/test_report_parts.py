"""Tables of entries, written straight to text."""

from django.template import Context, Template


def drawn(rows: list[list[str]]) -> str:
    entries = {"title": "Pain <1>", "count": "2 entries", "head": ["When", "<b>"], "rows": rows}
    return Template("{% load report_parts %}{% entry_rows entries %}").render(Context({"entries": entries}))


def test_every_text_in_it_is_escaped() -> None:
    html = drawn([["1 Jun", "<script>alert(1)</script>"], ["2 Jun", "\"&'"]])

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '<th scope="col">&lt;b&gt;</th>' in html
    assert "<caption>Pain &lt;1&gt;, 2 entries</caption>" in html


def test_each_entry_is_a_row_named_by_its_day() -> None:
    assert '<tr><th scope="row">1 Jun</th><td>5</td></tr>' in drawn([["1 Jun", "5"]])
