"""What a person said in one record, as plain values: the same for forms, imports, undo and exports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from journal.analytics.moments import Moment
from journal.analytics.vocabulary import Place, Quality, place_said


@dataclass(frozen=True, kw_only=True)
class Feeling:
    """One sensation: what, where, how strong (0-10). Any may be unsaid, but not what and where together."""

    quality: str = ""
    region: str = ""
    side: str = ""
    intensity: float | None = None

    @classmethod
    def of(cls, *, quality: Quality | None, place: Place | None, intensity: float | None) -> "Feeling":
        """Build from vocabulary members."""
        return cls(
            quality=quality.value if quality else "",
            region=place.region.value if place else "",
            side=place.side.value if place and place.side else "",
            intensity=intensity,
        )

    @property
    def place(self) -> Place | None:
        """Where it is, if that was said."""
        return place_said(region=self.region, side=self.side) if self.region else None

    def what_and_where(self) -> tuple[str, str, str]:
        """The sort key of feelings, unique within an entry."""
        return (self.quality, self.region, self.side)


@dataclass(frozen=True, kw_only=True, order=True)
class Triggered:
    """How much the person thinks that a trigger had to do with it: 0 not at all, 3 strongly."""

    trigger: str
    rating: int


@dataclass(frozen=True, kw_only=True)
class PainContent:
    """A pain entry: intensity 0-10, and the feelings in it, sorted, no two alike in what and where.

    `triggers` are sorted, each once.
    """

    intensity: float
    note: str = ""
    feelings: tuple[Feeling, ...] = ()
    triggers: tuple[Triggered, ...] = ()


@dataclass(frozen=True, kw_only=True, order=True)
class Area:
    """A massaged place."""

    region: str
    side: str = ""

    @property
    def place(self) -> Place:
        return place_said(region=self.region, side=self.side)


@dataclass(frozen=True, kw_only=True)
class MassageContent:
    """A massage session. None and "" mean that it was not said. Ratings are 0-10, `pressure` 1-5."""

    minutes: int | None = None
    technique: str = ""
    pressure: int | None = None
    given_by: str = ""
    therapist_name: str = ""
    goal: str = ""
    pain_before: float | None = None
    pain_after: float | None = None
    cost: Decimal | None = None
    note: str = ""
    pain_next_day: float | None = None
    soreness_next_day: str = ""
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FlareContent:
    """A flare-up beside its start: `end` is None while it lasts; `rule` names what suggested it; `helped` is what the
    person says helped."""

    origin: str = "declared"
    rule: str = ""
    end: Moment | None = None
    note: str = ""
    helped: str = ""
    triggers: tuple[Triggered, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FlareNoteContent:
    """How a flare-up goes while it lasts: `flare` is the uid of its record, `change` one of `Change`."""

    flare: str
    change: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DayContent:
    """The day around the pain. None and "" mean that it was not said, which is not the same as zero or no.

    `sleep_quality` (10 is the best), `stress` and `interference` are 0-10, `core` is a yes or a no.
    """

    sleep_quality: int | None = None
    sleep_minutes: int | None = None
    stress: int | None = None
    sitting_minutes: int | None = None
    standing_minutes: int | None = None
    walking_minutes: int | None = None
    lifting: str = ""
    exercise_minutes: int | None = None
    core: bool | None = None
    interference: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MedicineContent:
    """A dose that was taken, or that was not. Where nobody knows there is no record at all."""

    name: str
    dose: Decimal | None = None
    unit: str = ""
    taken: bool = True
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SafetyContent:
    """That the page on when to get help was shown: why (codes of Reason), whether it asked its questions, and the
    answers (codes of Answer, "" where a question was skipped). The words are in analytics/red_flags.py."""

    note: ClassVar[str] = ""
    """Never one, but every content has this."""

    reasons: tuple[str, ...]
    asked: bool = False
    bladder: str = ""
    bowel: str = ""
    accident: str = ""
    fever: str = ""
    worse: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether any question was."""
        return any((self.bladder, self.bowel, self.accident, self.fever, self.worse))


@dataclass(frozen=True, kw_only=True, order=True)
class Answered:
    """What a therapist answered; `question` is a code of Ask."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class TherapistContent:
    """What the person keeps about a massage therapist of theirs. "" and None mean that it was not said.

    `answers` are in the order of Ask, each question once; `told` are codes of Tell, in its order.
    """

    name: str
    goal: str = ""
    recommended_by: str = ""
    recommended_on: date | None = None
    answers: tuple[Answered, ...] = ()
    told: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitContent:
    """A visit to a doctor, to come or past: with whom, what for, and what was said there."""

    note: ClassVar[str] = ""
    """Never one, but every content has this: what was said there is the note of a visit."""

    clinician: str = ""
    reason: str = ""
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionContent:
    """A question for a doctor, open until it was asked; `visit` is the uid of the visit at which that was, if there is
    one in the diary."""

    note: ClassVar[str] = ""
    """Never one, but every content has this."""

    text: str
    asked: bool = False
    visit: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionnaireContent:
    """One questionnaire, answered: its code, and a number for each item that has an answer, by the item's code. The
    questionnaires are in analytics/questionnaires.py."""

    note: ClassVar[str] = ""
    """Never one, but every content has this."""

    instrument: str
    answers: Mapping[str, int]


Content = (
    PainContent
    | MassageContent
    | FlareContent
    | FlareNoteContent
    | DayContent
    | MedicineContent
    | SafetyContent
    | VisitContent
    | QuestionContent
    | QuestionnaireContent
    | TherapistContent
)
