"""What a person wants to see of the journal, and how that reads."""

from dataclasses import dataclass
from datetime import date

from journal.analytics.spans import Span
from journal.analytics.vocabulary import Quality, Region
from journal.analytics.wording import describe_day, short_label

_KINDS = {
    "": "all entries",
    "pain": "pain entries",
    "massage": "massage sessions",
    "flare": "flare-ups",
    "day": "days",
    "medicine": "medicines",
    "safety": "when the page on help was shown",
}


@dataclass(frozen=True, kw_only=True)
class JournalFilter:
    """Nothing said means everything.

    `kind` is a record's KIND. `text` is found anywhere in a note or a therapist's name, whatever its case. Region
    and quality together mean that quality at that place. Days are diary days, both included.
    """

    kind: str = ""
    region: Region | None = None
    quality: Quality | None = None
    text: str = ""
    first: date | None = None
    last: date | None = None

    def __bool__(self) -> bool:
        return self != JournalFilter()

    @property
    def words(self) -> str:
        """`pain entries with burning at the calf that say “car”, from 1 March 2026 to 9 March 2026`."""
        said = [
            _KINDS[self.kind],
            f"with {short_label(self.quality.label)}" if self.quality else "",
            _where(self.region),
            f"that say “{self.text}”" if self.text else "",
        ]
        return " ".join(part for part in said if part) + _period(self.first, self.last)


def _where(region: Region | None) -> str:
    if region is None:
        return ""
    return short_label(region.label) if region is Region.SADDLE else f"at the {short_label(region.label)}"


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f", on {describe_day(first)}" if first == last else f", from {Span(first=first, last=last).in_words}"
    if first:
        return f", from {describe_day(first)} on"
    return f", up to {describe_day(last)}" if last else ""
