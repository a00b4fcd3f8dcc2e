"""Which therapists somebody wants to see, and how that reads."""

from dataclasses import dataclass

from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.therapists import Credential
from journal.analytics.vocabulary import Labelled, Technique
from journal.analytics.wording import short_label


class Order(Labelled):
    """What comes first in the directory."""

    LICENCE = "licence", "Licence checked by us"
    REVIEWS = "reviews", "Best reviews"


@dataclass(frozen=True, kw_only=True)
class DirectoryFilter:
    """Nothing said means everything. Words and place are found at the beginning of words, whatever case or accents."""

    words: str = ""
    place: str = ""
    country: str = ""
    technique: Technique | None = None
    credential: Credential | None = None
    is_checked: bool = False
    knows_lower_back: bool = False
    knows_sciatica: bool = False
    insured: bool = False
    order: Order = Order.LICENCE

    def __bool__(self) -> bool:
        return self != DirectoryFilter(order=self.order)

    @property
    def description(self) -> str:
        """`therapists in “Leeds”, United Kingdom, called “Smith”; with experience with sciatica, insured`."""
        where = ", ".join(
            part for part in (f"“{self.place}”" if self.place else "", COUNTRY_NAMES.get(self.country, "")) if part
        )
        said = f"therapists in {where}" if where else "therapists"
        if self.words:
            said += f"{',' if where else ''} with “{self.words}” in the name or practice"
        return "; ".join([said, *([", ".join(self._facts())] if any(self._facts()) else [])])

    def _facts(self) -> list[str]:
        facts = [
            "licence checked by us" if self.is_checked else "",
            short_label(self.technique.label) if self.technique else "",
            self.credential.label if self.credential else "",
            "experience with the lower back" if self.knows_lower_back else "",
            "experience with sciatica" if self.knows_sciatica else "",
            "insured" if self.insured else "",
        ]
        return [fact for fact in facts if fact]
