"""The parts of a summary: one frozen value each, in numbers and codes, with how much is behind them.

Each holds the period and, where two are compared, the one before it of the same length (`before`).
"""

from dataclasses import dataclass
from datetime import date

from journal.analytics.day_factors import Beside
from journal.analytics.flare_facts import FlareFacts
from journal.analytics.pain_change import LOGGED_DAYS_NEEDED, Direction, direction_of
from journal.analytics.reach import ReachedOn
from journal.analytics.records import SafetyContent


@dataclass(frozen=True, kw_only=True)
class Completeness:
    """How much of the period is logged. `days_later` are those of `days_logged` whose first pain entry came in after
    the day was over, so that it was remembered rather than noted; `days` counts the whole period."""

    days: int
    days_logged: int
    days_later: int
    entries: int


@dataclass(frozen=True, kw_only=True)
class PainLevel:
    """The mean of the day means, and the largest and the smallest rating, all 0-10, on `days` logged days."""

    days: int
    mean: float
    worst: float
    least: float


@dataclass(frozen=True, kw_only=True)
class PainCompared:
    """Pain in the period and in the one before; None where nothing is logged."""

    now: PainLevel | None
    before: PainLevel | None

    @property
    def comparable(self) -> bool:
        """Whether enough days of both are logged to say anything about a change."""
        return min(self.now.days if self.now else 0, self.before.days if self.before else 0) >= LOGGED_DAYS_NEEDED

    @property
    def change(self) -> float | None:
        """Points from before to now, negative where pain is lower; None where they are not comparable."""
        return self.now.mean - self.before.mean if self.comparable and self.now and self.before else None

    @property
    def direction(self) -> Direction | None:
        """Whether that is noticeable, and which way; None where they are not comparable."""
        if not self.comparable or not self.now or not self.before:
            return None
        return direction_of(then=self.before.mean, now=self.now.mean)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Something felt on `days` of the `of` days that name anything of its sort, and the mean of those days' strongest
    (0-10; None without a day)."""

    days: int
    of: int
    strength: float | None

    @property
    def share(self) -> float | None:
        """0 to 1; None where no day names anything of the sort."""
        return self.days / self.of if self.of else None


@dataclass(frozen=True, kw_only=True)
class FeltCompared:
    """One thing that was felt: a code of Sign or of Quality."""

    code: str
    now: Counted
    before: Counted


@dataclass(frozen=True, kw_only=True)
class PlaceCompared:
    """One place; `side` is "" where nobody said which. `start` and `end` are the halves of the period."""

    region: str
    side: str
    now: Counted
    before: Counted
    start: Counted
    end: Counted


@dataclass(frozen=True, kw_only=True)
class ReachCompared:
    """How far down the leg: the furthest `station` of the period (0 none to 7 toes) and on how many of the days with
    a place it was reached, then and before; `left` and `right` are the furthest on each side."""

    station: int
    left: int
    right: int
    now: ReachedOn
    before: ReachedOn


@dataclass(frozen=True, kw_only=True)
class Flares:
    """The flare-ups with a day in the period, oldest first, and the days of the period that lie in one that the person
    declared or confirmed; suggested ones are listed but count for no day. `began` in the period, and in the one
    before."""

    listed: tuple[FlareFacts, ...]
    days: int
    began: int
    began_before: int

    @property
    def said(self) -> tuple[FlareFacts, ...]:
        """Those that the person calls flare-ups."""
        return tuple(one for one in self.listed if one.span.found != "suggested")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the comparison with days like them says about massages, in the words of its page. It looks at the whole
    diary up to the period's last day: one period is mostly too short for it. Empty `code`: no massage at all."""

    code: str
    title: str
    sentence: str
    basis: str
    size: str
    since: date | None


@dataclass(frozen=True, kw_only=True)
class Massages:
    """The sessions of the period: their days, how many in all and in the period before, minutes where said (of
    `timed` sessions), and the rating right after minus right before over the `rated` sessions that have both."""

    sessions: int
    before: int
    days: tuple[date, ...]
    minutes: int
    timed: int
    rated: int
    immediate: float | None
    immediate_words: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """One medicine by its name: doses that were taken and that were not, on how many days one was taken, and the
    doses in words. On `days_unknown` days nothing is said of it, so nobody knows."""

    name: str
    doses: tuple[str, ...]
    taken: int
    not_taken: int
    days_taken: int
    days_unknown: int
    days_taken_before: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One item of a questionnaire by its code, and the number given."""

    item: str
    said: int


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A questionnaire as answered on a day; `score` is None where its answers stand for themselves."""

    day: date
    score: float | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """One questionnaire by its code: every time in the period it was answered, oldest first, and the last time in the
    period before it, if any. Not empty."""

    code: str
    scored: tuple[Scored, ...]
    before: Scored | None


@dataclass(frozen=True, kw_only=True)
class Around:
    """One thing of the day around the pain (`code` of FACTORS): the mean of the `days` that say it, then and before,
    and pain on its low and high days."""

    code: str
    days: int
    mean: float
    days_before: int
    mean_before: float | None
    beside: Beside


@dataclass(frozen=True, kw_only=True)
class HelpShown:
    """The page on when to get help, shown on a day: why, and what was answered."""

    day: date
    content: SafetyContent
