"""What the person of the invented diary does and takes, day by day, and answers every other week.

Sleep is worse and more is taken on bad days; sitting, lifting and exercise have nothing to do with pain here.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

from journal.analytics.demo_course import Course
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.questionnaires import INSTRUMENTS, ticks_of
from journal.analytics.records import DayContent, MedicineContent, QuestionnaireContent

_SEED = 20260105
_EVERY = 14
_LIFTED = ("none", "light", "heavy", "overstrained")
_IBUPROFEN = MedicineContent(name="Ibuprofen", dose=Decimal(400), unit="mg")
_LEFT_OUT = MedicineContent(name="Ibuprofen", dose=Decimal(400), unit="mg", taken=False)


def invent_days(*, course: Course, first: date, tz: str) -> Iterator[tuple[Moment, DayContent]]:
    """The logs of about two days of three, without the last day, which is not over."""
    random = Random(_SEED)  # noqa: S311
    for number, pain in enumerate(course.pain[:-1]):
        log = _day(pain, random)
        if random.random() < 0.65:
            yield moment_on_wall(day=first + timedelta(days=number), at=None, tz=tz), log


def invent_medicines(*, course: Course, first: date, tz: str) -> Iterator[tuple[Moment, MedicineContent]]:
    """A tablet or two on days above 4.5, now and then left out on purpose; none on the last day."""
    random = Random(_SEED + 1)  # noqa: S311
    for number, pain in enumerate(course.pain[:-1]):
        hours = [8, 20] if pain > 6.5 else [20] if pain > 4.5 else []
        for hour in hours:
            at, chance = time(hour, random.randrange(60)), random.random()
            if chance < 0.85:
                moment = moment_on_wall(day=first + timedelta(days=number), at=at, tz=tz)
                yield moment, _IBUPROFEN if chance < 0.78 else _LEFT_OUT


def invent_questionnaires(*, course: Course, first: date, tz: str) -> Iterator[tuple[Moment, QuestionnaireContent]]:
    """The PEG and the ratings every other week, Roland-Morris every fourth, about the seven days before; none on the
    last day."""
    random = Random(_SEED + 2)  # noqa: S311
    for number in range(_EVERY, len(course.pain) - 1, _EVERY):
        week = sum(course.pain[number - 6 : number + 1]) / 7
        said = [_peg(week, random), _ratings(week, random)]
        if number % (2 * _EVERY) == 0:
            said.append(_sentences(week, random))
        for minute, content in enumerate(said):
            yield moment_on_wall(day=first + timedelta(days=number), at=time(21, 2 * minute), tz=tz), content


def _peg(pain: float, random: Random) -> QuestionnaireContent:
    answers = {"pain": pain, "enjoyment": 0.8 * pain, "activity": 0.9 * pain}
    return QuestionnaireContent(instrument="peg", answers=_near(answers, random))


def _ratings(pain: float, random: Random) -> QuestionnaireContent:
    answers = {"leg": pain, "tingling": 0.6 * pain, "weakness": 0.2 * pain, "sitting": 1.1 * pain}
    return QuestionnaireContent(instrument="ratings", answers=_near(answers, random))


def _sentences(pain: float, random: Random) -> QuestionnaireContent:
    instrument = INSTRUMENTS["rmdq"]
    ticked = {item.code for item in instrument.items if random.random() < pain / 12}
    return QuestionnaireContent(instrument="rmdq", answers=ticks_of(instrument=instrument, ticked=ticked))


def _near(answers: dict[str, float], random: Random) -> dict[str, int]:
    return {code: min(10, max(0, round(answer + random.gauss(0, 0.8)))) for code, answer in answers.items()}


def _day(pain: float, random: Random) -> DayContent:
    slept = min(10, max(0, round(8 - 0.6 * pain + random.gauss(0, 1.3))))
    exercised = random.random() < 0.4
    return DayContent(
        sleep_quality=slept,
        sleep_minutes=15 * round((360 + 12 * slept + random.gauss(0, 30)) / 15),
        stress=min(10, max(0, round(random.gauss(4, 2)))),
        sitting_minutes=30 * random.randint(4, 18),
        standing_minutes=30 * random.randint(1, 8),
        walking_minutes=10 * random.randint(0, 9),
        lifting=random.choices(_LIFTED, weights=(10, 6, 2, 1))[0],
        exercise_minutes=random.choice((15, 20, 30, 45)) if exercised else 0,
        core=exercised and random.random() < 0.6,
        interference=min(10, max(0, round(0.8 * pain + random.gauss(0, 1)))),
    )
