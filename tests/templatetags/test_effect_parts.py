"""Days that open in the journal."""

from journal.templatetags.effect_parts import compared_days, days_to_open


def test_a_row_for_each_massage_day_with_links_to_the_days_like_it() -> None:
    assert compared_days([["2026-03-05", "2026-02-28", "2025-12-01"], ["2026-03-01", "2026-02-02"]]) == (
        '<tr><th scope="row"><a href="/journal/?day=2026-03-05">5 Mar 2026</a>'
        '<td><a href="/journal/?day=2026-02-28">28 Feb 2026</a>, '
        '<a href="/journal/?day=2025-12-01">1 Dec 2025</a>'
        '<tr><th scope="row"><a href="/journal/?day=2026-03-01">1 Mar 2026</a>'
        '<td><a href="/journal/?day=2026-02-02">2 Feb 2026</a>'
    )


def test_days_in_a_sentence() -> None:
    assert days_to_open(["2026-03-05", "2026-03-09"]) == (
        '<a href="/journal/?day=2026-03-05">5 Mar 2026</a>, <a href="/journal/?day=2026-03-09">9 Mar 2026</a>'
    )
    assert days_to_open([]) == ""
