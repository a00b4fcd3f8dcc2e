"""Which entries call for the page on when to get help, what it asks then, and which part of it stands first.

After the NHS pages on sciatica and back pain and the NICE summary on sciatica. These rules only ever bring a page
forward; nothing here may be read as "no sign was found".
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from journal.analytics.records import Feeling, PainContent, SafetyContent
from journal.analytics.vocabulary import STATIONS, Quality, Region, Side

RECENT_DAYS = 14
"""How many days before an entry weakness is compared with; older entries call for nothing."""

ASK_AGAIN_DAYS = 7
"""For so many diary days, the first included, weakness that stays as it was when every question was answered with no
brings up a sentence in place of the page. Our own choice, which no source gives; docs/architecture.md says why."""

_LEG = 3


class Reason(StrEnum):
    """Why the page is shown."""

    BOTH_LEGS = "both_legs"
    SADDLE = "saddle"
    WEAKNESS_NEW = "weakness_new"
    WEAKNESS_WORSE = "weakness_worse"
    WEAKNESS = "weakness"
    NUMB_BOTH = "numbness_both_sides"


class Question(StrEnum):
    """What is asked; each is the name of a field of SafetyContent."""

    BLADDER = "bladder"
    BOWEL = "bowel"
    ACCIDENT = "accident"
    FEVER = "fever"
    WORSE = "worse"


class Answer(StrEnum):
    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


class Part(StrEnum):
    """The parts of the page, the most urgent first."""

    NOW = "now"
    TODAY = "today"
    SOON = "soon"


REASON_WORDS = {
    Reason.BOTH_LEGS: "something felt in both legs",
    Reason.SADDLE: "something felt between the legs",
    Reason.WEAKNESS_NEW: "weakness that is new",
    Reason.WEAKNESS_WORSE: "weakness that is stronger than before",
    Reason.WEAKNESS: "weakness",
    Reason.NUMB_BOTH: "numbness on both sides",
}
QUESTION_WORDS = {
    Question.BLADDER: "trouble with peeing",
    Question.BOWEL: "trouble with pooing",
    Question.ACCIDENT: "a serious accident before it",
    Question.FEVER: "fever",
    Question.WORSE: "getting worse",
}
ANSWER_WORDS = {Answer.YES: "yes", Answer.UNSURE: "not sure", Answer.NO: "no"}


def reasons_for(
    *, entry: PainContent, earlier: Iterable[PainContent], same_day: Iterable[PainContent] = ()
) -> tuple[Reason, ...]:
    """Why an entry calls for the page, in the order of Reason; () where nothing in it does.

    `earlier` are the person's entries of the RECENT_DAYS before it, `same_day` the others of its own day: one leg in
    the morning and the other in the evening are both legs. A strength of 0 says that a feeling is not there; a place
    whose side nobody said (an imported diary) lies on no side.
    """
    felt = _there(entry)
    that_day = [*felt, *(one for other in same_day for one in _there(other))]
    found = {
        Reason.BOTH_LEGS: bool(_leg_sides(felt)) and _is_in_both_legs(that_day),
        Reason.SADDLE: any(feeling.region == Region.SADDLE for feeling in felt),
        Reason.NUMB_BOTH: bool(_numb_sides(felt)) and _numb_sides(that_day) >= {Side.LEFT, Side.RIGHT},
    }
    if weakness := _weakness(entry):
        found[_how_weak(weakness, earlier)] = True
    return tuple(reason for reason in Reason if found.get(reason))


def asks(*, reasons: Collection[str]) -> bool:
    """Whether the page asks its questions: for weakness, numbness on both sides, and anything between the legs."""
    return bool(set(reasons) - {Reason.BOTH_LEGS})


def is_covered(*, reasons: Collection[str], shown: Collection[str]) -> bool:
    """Whether a page that was shown for some reasons need not be shown again for others."""
    known = set(shown)
    if known & {Reason.WEAKNESS_NEW, Reason.WEAKNESS_WORSE}:
        known.add(Reason.WEAKNESS)
    return set(reasons) <= known


def stays_answered(
    *, reasons: Collection[str], entry: PainContent, asked: SafetyContent, then: Iterable[PainContent]
) -> bool:
    """Whether lasting weakness is still what the person answered about: `asked` was shown for weakness that was neither
    new nor worse, every question of it was answered with no, and nowhere is it stronger than in `then`, the entries
    that it was shown for."""
    if set(reasons) != {Reason.WEAKNESS} or Reason.WEAKNESS not in asked.reasons:
        return False
    if any(getattr(asked, question) != Answer.NO for question in Question):
        return False
    return _how_weak(_weakness(entry), then) is Reason.WEAKNESS


def first_part(*, content: SafetyContent) -> Part | None:
    """The part that what was noted and answered points to; "not sure" counts as yes. None where it points to none
    by itself: the page then keeps its order, the most urgent first."""
    noted = set(content.reasons)
    said = {question for question in Question if getattr(content, question) in (Answer.YES, Answer.UNSURE)}
    if noted & {Reason.BOTH_LEGS, Reason.SADDLE} or said & {Question.BLADDER, Question.BOWEL, Question.ACCIDENT}:
        return Part.NOW
    if Reason.NUMB_BOTH in noted and Question.WORSE in said:
        return Part.NOW
    if noted & {Reason.WEAKNESS_NEW, Reason.WEAKNESS_WORSE} or (Reason.WEAKNESS in noted and Question.WORSE in said):
        return Part.TODAY
    return Part.SOON if Question.FEVER in said else None


def _there(entry: PainContent) -> list[Feeling]:
    return [feeling for feeling in entry.feelings if feeling.intensity != 0]


def _numb_sides(felt: Iterable[Feeling]) -> set[str]:
    return {one.side for one in felt if one.quality == Quality.NUMBNESS and one.side}


def _leg_sides(felt: Iterable[Feeling]) -> set[str]:
    """Those of places from the buttocks down."""
    return {one.side for one in felt if one.side and _is_sciatic(one.region) and STATIONS[Region(one.region)] > 1}


def _is_in_both_legs(felt: Collection[Feeling]) -> bool:
    """From the buttocks down on either side, and in the leg itself on at least one."""
    in_a_leg = (one.side and _is_sciatic(one.region) and STATIONS[Region(one.region)] >= _LEG for one in felt)
    return _leg_sides(felt) >= {Side.LEFT, Side.RIGHT} and any(in_a_leg)


def _is_sciatic(region: str) -> bool:
    return bool(region) and Region(region) in STATIONS and Region(region) is not Region.GROIN


def _weakness(entry: PainContent) -> dict[tuple[str, str], float]:
    """(region, side) -> its strength."""
    return {
        (one.region, one.side): entry.intensity if one.intensity is None else one.intensity
        for one in _there(entry)
        if one.quality == Quality.WEAKNESS
    }


def _how_weak(weakness: dict[tuple[str, str], float], earlier: Iterable[PainContent]) -> Reason:
    """Compared place by place: weakness that reached another place is new there."""
    before: dict[tuple[str, str], float] = {}
    for entry in earlier:
        for place, strength in _weakness(entry).items():
            before[place] = max(strength, before.get(place, 0))
    if weakness.keys() - before.keys():
        return Reason.WEAKNESS_NEW
    worse = any(strength > before[place] for place, strength in weakness.items())
    return Reason.WEAKNESS_WORSE if worse else Reason.WEAKNESS
