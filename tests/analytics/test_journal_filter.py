"""What a person wants to see of the journal, in words."""

from datetime import date

import pytest

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.vocabulary import Quality, Region

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (JournalFilter(), "all entries"),
        (JournalFilter(kind="massage"), "massage sessions"),
        (JournalFilter(kind="flare", first=FIRST), "flare-ups, from 1 March 2026 on"),
        (JournalFilter(kind="pain", quality=Quality.SHOCK), "pain entries with electric shock"),
        (JournalFilter(quality=Quality.BURNING, region=Region.CALF), "all entries with burning at the calf"),
        (JournalFilter(region=Region.SADDLE, last=LAST), "all entries between the legs, up to 9 March 2026"),
        (
            JournalFilter(text="50%", first=FIRST, last=LAST),
            "all entries that say “50%”, from 1 to 9 March 2026",
        ),
        (JournalFilter(first=FIRST, last=FIRST), "all entries, on 1 March 2026"),
    ],
)
def test_it_reads_as_a_sentence(wanted: JournalFilter, words: str) -> None:
    assert wanted.words == words


def test_it_is_true_where_something_was_said() -> None:
    assert not JournalFilter()
    assert JournalFilter(text="x")
    assert JournalFilter(last=LAST)
