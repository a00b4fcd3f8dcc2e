"""What lies in the file, for whoever opens it."""

from collections.abc import Iterable, Iterator, Mapping

from journal.analytics.diary_file import JSON_NAME, VERSION
from journal.analytics.moments import Moment
from journal.analytics.record_kinds import KINDS
from journal.analytics.wording import describe_moment

_TEXT = """Your diary, as it was on {made} ({zone}).

It holds {total}:
{counts}

{json}
    Everything: your entries, settings and goals, in a format that the diary reads back in (version {version}). To bring
    it into an account, open "Import a diary" there and choose this ZIP file, packed as it is.
tables/
    One table for each kind of entry, for any spreadsheet. Dates are year-month-day. After midnight an entry may
    still count for the day before, if your day starts later. A text that a spreadsheet would take for a formula begins
    with '.
    summary.csv and daily.csv hold the numbers of the report: averages and counts of all the time, and each logged day.
calendar.ics
    Your massage sessions and visits, for a calendar.
report.pdf
    The report for a doctor about all the time, to read and to print. Where there are more than 2,000 entries it lists
    the newest and says how many it leaves out: the tables have them all.
bundle.fhir.json
    Your diary as FHIR R4 resources, for the programs of a hospital or a surgery. Therapists,
    visits and questions are not in it.

Not in it: entries that you deleted, earlier versions of entries that you changed, your password, and spreadsheets that
you imported.

The file is not locked. Whoever has it can read it.

{notices}
"""


def readme(*, made: Moment, counts: Mapping[str, int], notices: Iterable[str]) -> Iterator[bytes]:
    """The text, in one piece; lines end as every editor of Windows, too, understands."""
    total = sum(counts.values())
    text = _TEXT.format(
        made=describe_moment(made),
        zone=made.tz,
        total="1 entry" if total == 1 else f"{total:,} entries",
        counts="\n".join(f"    {_counted(kind, count)}" for kind, count in counts.items()) or "    nothing yet",
        json=JSON_NAME,
        version=VERSION,
        notices="\n\n".join(notices),
    )
    yield text.replace("\n", "\r\n").encode()


def _counted(kind: str, count: int) -> str:
    return f"{count:,} {KINDS[kind].one if count == 1 else KINDS[kind].many}"
