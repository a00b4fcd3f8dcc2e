"""An invented diary for looking around: a year or ten of somebody whose left leg hurts, seeded and so repeatable.

Massages are booked on bad days, as people do, and **no effect of massage is put in**: pain goes its way whether or
not there was one. Right after a session people rate a little lower, and that is all. Whoever looks at this diary
and sees massage help sees what `method` warns of: pain that was high falls by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from journal.analytics.demo_course import Course, invent_course
from journal.analytics.demo_days import invent_days, invent_medicines, invent_questionnaires
from journal.analytics.demo_visits import invent_questions, invent_visits
from journal.analytics.demo_words import FLARE_NOTES, MASSAGE_NOTES, NOTES
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import (
    Area,
    DayContent,
    Feeling,
    FlareContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    VisitContent,
)
from journal.analytics.vocabulary import intensity_word

_SEED = 20260104
_HOURS = ((7, 9), (12, 15), (19, 22))
_LAST_DAYS_LOGGED = 4
_DAYS_BETWEEN_SESSIONS = 5
_BACK = Feeling(quality="ache", region="lower_back", side="left")


@dataclass(frozen=True, kw_only=True)
class DemoDiary:
    """What was logged: each moment with what was said then, oldest first."""

    pains: tuple[tuple[Moment, PainContent], ...]
    massages: tuple[tuple[Moment, MassageContent], ...]
    flares: tuple[tuple[Moment, FlareContent], ...]
    days: tuple[tuple[Moment, DayContent], ...]
    medicines: tuple[tuple[Moment, MedicineContent], ...]
    questionnaires: tuple[tuple[Moment, QuestionnaireContent], ...]
    visits: tuple[tuple[Moment, VisitContent], ...]
    questions: tuple[tuple[Moment, QuestionContent], ...]


@dataclass(frozen=True, kw_only=True)
class _Giver:
    """Somebody who gives massages, and how."""

    said: MassageContent
    weight: int


_GIVERS = (
    _Giver(
        said=MassageContent(
            minutes=60,
            technique="deep_tissue",
            pressure=4,
            given_by="therapist",
            therapist_name="Ingrid Solberg",
            cost=Decimal(65),
            areas=(Area(region="buttock", side="left"), Area(region="lower_back", side="left")),
        ),
        weight=5,
    ),
    _Giver(
        said=MassageContent(
            minutes=45,
            technique="trigger_point",
            pressure=3,
            given_by="therapist",
            therapist_name="Tunde Adeyemi",
            cost=Decimal(52),
            areas=(Area(region="buttock", side="left"), Area(region="thigh_back", side="left")),
        ),
        weight=3,
    ),
    _Giver(
        said=MassageContent(
            minutes=15,
            technique="self",
            pressure=2,
            given_by="self",
            areas=(Area(region="buttock", side="left"), Area(region="calf", side="left")),
        ),
        weight=2,
    ),
)


def invent_diary(*, days: int, until: datetime, tz: str) -> DemoDiary:
    """A diary of so many days (at least 2) that ends at the wall time `until`; the same for the same arguments."""
    random = Random(_SEED)  # noqa: S311
    first = until.date() - timedelta(days=days - 1)
    course = invent_course(days=days, random=random)
    diary = _Diary(course=course, first=first, until=until, tz=tz, random=random)
    return DemoDiary(
        pains=tuple(diary.pains()),
        massages=tuple(diary.massages()),
        flares=tuple(diary.flares()),
        days=tuple(invent_days(course=course, first=first, tz=tz)),
        medicines=tuple(invent_medicines(course=course, first=first, tz=tz)),
        questionnaires=tuple(invent_questionnaires(course=course, first=first, tz=tz)),
        visits=invent_visits(days=days, last=until.date(), tz=tz),
        questions=invent_questions(days=days, last=until.date(), tz=tz),
    )


@dataclass(frozen=True, kw_only=True)
class _Diary:
    course: Course
    first: date
    until: datetime
    tz: str
    random: Random

    def pains(self) -> Iterator[tuple[Moment, PainContent]]:
        silent = self._silent_days()
        for number, pain in enumerate(self.course.pain):
            if number not in silent:
                for hours in self._times_of_day(pain):
                    moment = self._moment(number, *hours)
                    if moment.wall <= self.until:
                        yield moment, self._entry(pain)

    def massages(self) -> Iterator[tuple[Moment, MassageContent]]:
        last_session = -_DAYS_BETWEEN_SESSIONS
        yesterday = len(self.course.pain) - 2
        for number, pain in enumerate(self.course.pain[: yesterday + 1]):
            rested = number - last_session >= _DAYS_BETWEEN_SESSIONS
            # One yesterday in any case, so that the start page has its question to show.
            if number == yesterday or (rested and self.random.random() < min(0.45, 0.035 * 1.7 ** (pain - 2))):
                last_session = number
                yield self._moment(number, 16, 19), self._session(number, pain, asked=number < yesterday)

    def flares(self) -> Iterator[tuple[Moment, FlareContent]]:
        """Two of three were declared; the others are left for the diary to suggest."""
        for first, last in self.course.flares:
            goes_on = last >= len(self.course.pain) - 1
            if goes_on or self.random.random() < 0.65:
                end = None if goes_on else self._day(last + self.random.choice((0, 0, 1)))
                yield self._day(first), FlareContent(end=end, note=self.random.choice(FLARE_NOTES))

    def _silent_days(self) -> set[int]:
        """Days without an entry: single ones, and now and then a week or more."""
        days = len(self.course.pain)
        silent = {day for day in range(days) if self.random.random() < 0.1}
        for _ in range(round(days / 110)):
            start = self.random.randrange(days)
            silent |= set(range(start, start + self.random.randint(4, 12)))
        return {day for day in silent if day < days - _LAST_DAYS_LOGGED}

    def _times_of_day(self, pain: float) -> Sequence[tuple[int, int]]:
        """More entries on worse days."""
        count = 1 + (self.random.random() < 0.15 + pain / 12) + (self.random.random() < pain / 25)
        return sorted(self.random.sample(_HOURS, count))

    def _entry(self, pain: float) -> PainContent:
        intensity = _rating(pain + self.random.gauss(0, 0.6))
        note = self.random.choice(NOTES[intensity_word(intensity)]) if self.random.random() < 0.14 else ""
        return PainContent(intensity=intensity, note=note, feelings=self._feelings(intensity))

    def _feelings(self, intensity: float) -> tuple[Feeling, ...]:
        """The stronger the pain, the further down the left leg, as from a nerve root low in the back (L5, S1)."""
        if intensity < 1 or self.random.random() < 0.25:
            return ()
        felt = {_BACK: 0.0, Feeling(quality="ache", region="lower_back", side="right"): 5.5}
        felt[Feeling(quality=self.random.choice(("ache", "cramp")), region="buttock", side="left")] = 2.5
        felt[Feeling(quality="burning", region="thigh_back", side="left", intensity=max(1, intensity - 1))] = 4.0
        felt[Feeling(quality="shock", region="calf", side="left", intensity=intensity)] = 5.5
        felt[Feeling(quality="tingling", region="toes", side="left", intensity=max(1, intensity - 3))] = 6.5
        felt[Feeling(quality="numbness", region="sole", side="left", intensity=max(1, intensity - 3))] = 8.0
        reached = [feeling for feeling, needed in felt.items() if intensity + self.random.gauss(0, 0.9) > needed]
        return tuple(sorted(reached, key=Feeling.what_and_where))

    def _session(self, number: int, pain: float, *, asked: bool) -> MassageContent:
        giver = self.random.choices(_GIVERS, weights=[giver.weight for giver in _GIVERS])[0].said
        before = _rating(pain + self.random.gauss(0, 0.5))
        after = max(0, before - self.random.choice((0, 0, 1, 1, 2)))
        usual_goal = "buttock" if giver.given_by == "therapist" else "stay_loose"
        answered = asked and self.random.random() < 0.8
        next_day = _rating(self.course.pain[number + 1] + self.random.gauss(0, 0.5))
        soreness = self.random.choices(("none", "some", "much"), weights=(5, (giver.pressure or 1) * 2, 1))[0]
        return MassageContent(
            minutes=giver.minutes,
            technique=giver.technique,
            pressure=giver.pressure,
            given_by=giver.given_by,
            therapist_name=giver.therapist_name,
            goal="flare" if self.course.in_flare(number) else usual_goal,
            pain_before=before,
            pain_after=after,
            cost=giver.cost,
            note=self.random.choice(MASSAGE_NOTES) if self.random.random() < 0.2 else "",
            pain_next_day=next_day if answered else None,
            soreness_next_day=soreness if answered else "",
            areas=giver.areas,
        )

    def _moment(self, number: int, from_hour: int, to_hour: int) -> Moment:
        at = time(self.random.randint(from_hour, to_hour - 1), self.random.randrange(60))
        return moment_on_wall(day=self.first + timedelta(days=number), at=at, tz=self.tz)

    def _day(self, number: int) -> Moment:
        return moment_on_wall(day=self.first + timedelta(days=number), at=None, tz=self.tz)


def _rating(pain: float) -> int:
    return round(min(10.0, max(0.0, pain)))
