"""Records in words, for messages, the journal, charts and the page that shows two versions side by side.

Sentences begin in lower case and end without a full stop, so that they stand after a time ("21:40 - 6, left calf,
burning") or inside a longer one. What was not said is left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from journal.analytics.day_wording import describe_day_log, describe_medicine
from journal.analytics.moments import Moment
from journal.analytics.questionnaires import describe_questionnaire
from journal.analytics.records import (
    Area,
    Content,
    DayContent,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    Triggered,
    VisitContent,
)
from journal.analytics.red_flags import ANSWER_WORDS, QUESTION_WORDS, REASON_WORDS, Answer, Question, Reason
from journal.analytics.spans import Span
from journal.analytics.visit_wording import describe_question, describe_visit
from journal.analytics.vocabulary import (
    PRESSURES,
    Change,
    Giver,
    Place,
    Quality,
    Region,
    Side,
    Soreness,
    Technique,
    Trigger,
)

NO_BREAK = "\N{NO-BREAK SPACE}"
# Where each word stands in its own list of the vocabulary; no two lists share one of these words.
_RANKS = {member.value: rank for words in (Region, Side, Quality) for rank, member in enumerate(words)}
_GIVEN_BY = {
    Giver.THERAPIST: "by a therapist",
    Giver.SELF: "by yourself",
    Giver.SOMEONE: "by someone close to you",
}


def pain_number(intensity: float) -> str:
    """An intensity of 0-10 as people write it: `6`, `5.7`."""
    rounded = round(intensity, 1)
    return f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.1f}"


@cache
def short_label(label: str) -> str:
    """A label of the vocabulary for the middle of a sentence, without its explanation: `electric shock`, `Thai`."""
    short = label.partition(",")[0].partition(" (")[0]
    return short if short in {"Swedish", "Thai"} else short[0].lower() + short[1:]


@cache
def describe_place(place: Place) -> str:
    """`left calf`, `back of left thigh`, `lower back (centre)`, `other toes (left)`, `between the legs`."""
    region = short_label(place.region.label)
    if place.side is None or place.region is Region.SADDLE:
        return region
    side = place.side.value
    if place.side is Side.CENTRE or place.region in (Region.SACRUM, Region.TOES):
        return f"{region} ({side})"
    before, of, after = region.partition(" of ")
    return f"{before} of {side} {after}" if of else f"{side} {region}"


def describe_day(day: date) -> str:
    """`3 March 2026`: the month in words, so that nobody can take it for another day."""
    return f"{day.day} {day:%B} {day.year}"


def name_day(day: date, *, today: date) -> str:
    """`Today`, `Yesterday`, `Tuesday 3 March`, and with its year where that is not this one."""
    if 0 <= (today - day).days <= 1:
        return "Yesterday" if day < today else "Today"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def describe_clock(moment: Moment) -> str:
    """`21:40`; empty where only the day is known.

    After midnight but before the person's own day ends, the diary day is still yesterday: `02:30, in the night`.
    """
    if not moment.time_known:
        return ""
    wall = moment.wall
    night = ", in the night" if wall.date() != moment.local_date else ""
    return f"{wall:%H:%M}{night}"


def describe_moment(moment: Moment) -> str:
    """`3 March 2026, 21:40`, with the clock left out where only the day is known."""
    clock = describe_clock(moment)
    return f"{describe_day(moment.local_date)}, {clock}" if clock else describe_day(moment.local_date)


def describe_triggers(triggers: Iterable[Triggered]) -> str:
    """`long sitting, stress (a little)`, the strongest first; those rated 0 had nothing to do with it."""
    ranked = sorted((said for said in triggers if said.rating), key=lambda said: -said.rating)
    words = {1: " (a little)", 2: "", 3: " (strongly)"}
    return ", ".join(f"{short_label(Trigger(said.trigger).label)}{words[said.rating]}" for said in ranked)


def with_triggers(words: str, *, content: PainContent | FlareContent) -> str:
    """The words of a record, followed by what may have set it off, if that was said."""
    triggers = describe_triggers(content.triggers)
    return f"{words}; perhaps from {triggers}" if triggers else words


def describe_pain(content: PainContent) -> str:
    """`6, left calf, burning`; places that feel alike are named together, a strength of their own is added."""
    felt = describe_feelings(content)
    number = "0, no pain" if content.intensity == 0 and not felt else pain_number(content.intensity)
    return with_triggers(f"{number}, {felt}" if felt else number, content=content)


def describe_feelings(content: PainContent) -> str:
    """`left calf, burning; right foot, tingling 3`, from the back downwards; empty where nothing was said."""
    places_by_words: dict[str, list[Place]] = defaultdict(list)
    for place, words in _words_by_place(content):
        places_by_words[words].extend([place] if place else [])
    return "; ".join(
        ", ".join(part for part in (join_words(describe_place(place) for place in places), words) if part)
        for words, places in places_by_words.items()
    )


def describe_massage(content: MassageContent) -> str:
    """`60 minutes, deep tissue, Anna, 7 before, 4 after`; "massage" where nothing was said beside its moment."""
    parts = [
        f"{content.minutes} minutes" if content.minutes else "",
        short_label(Technique(content.technique).label) if content.technique else "",
        describe_giver(content),
        describe_areas(content.areas),
        *(f"{words[0].lower()}{words[1:]} pressure" for level, words in PRESSURES if level == content.pressure),
        _rating(content.pain_before, "before"),
        _rating(content.pain_after, "after"),
        _rating(content.pain_next_day, "the day after"),
        _soreness(content),
    ]
    return ", ".join(part for part in parts if part) or "massage"


def describe_giver(content: MassageContent) -> str:
    """The name if it was said, else `by a therapist` and the like, else nothing."""
    if content.therapist_name or not content.given_by:
        return content.therapist_name
    return _GIVEN_BY[Giver(content.given_by)]


def describe_areas(areas: Iterable[Area]) -> str:
    """`lower back (centre) and left buttock`, from the back downwards."""
    return join_words(describe_place(place) for place in sorted((area.place for area in areas), key=_downwards))


def describe_flare(content: FlareContent, *, started: Moment) -> str:
    """`flare-up since 3 March 2026`, `flare-up from 3 to 9 March 2026, 7 days`."""
    first = describe_day(started.local_date)
    if content.end is None:
        return f"flare-up since {first}" if content.origin == "declared" else f"flare-up from {first}, end not known"
    days = (content.end.local_date - started.local_date).days + 1
    hours = hours_between(start=started, end=content.end)
    length = f"{days} days" if hours is None else describe_hours(hours)
    if days == 1:
        return f"flare-up on {first}" + ("" if hours is None else f", {length}")
    return f"flare-up from {Span(first=started.local_date, last=content.end.local_date).in_words}, {length}"


def hours_between(*, start: Moment, end: Moment) -> float | None:
    """The hours from one moment to the other where both clocks are known and less than a day lies between them."""
    hours = (end.occurred_at - start.occurred_at) / timedelta(hours=1)
    return hours if start.time_known and end.time_known and hours < 24 else None


def describe_hours(hours: float) -> str:
    """`3 hours`, `1 hour`, `less than an hour`."""
    whole = round(hours)
    return "less than an hour" if hours < 1 else f"{whole} {'hour' if whole == 1 else 'hours'}"


def describe_flare_note(content: FlareNoteContent) -> str:
    """`flare-up better`, `flare-up the same`."""
    return f"flare-up {short_label(Change(content.change).label)}"


def describe_safety(content: SafetyContent) -> str:
    """`the page on when to get help was shown, because of weakness that is new; trouble with peeing: no`."""
    shown = f"the page on when to get help was shown, because of {describe_reasons(content)}"
    if not content.asked:
        return shown
    return f"{shown}; {describe_answers(content) or 'its questions were left open'}"


def describe_reasons(content: SafetyContent) -> str:
    """`weakness that is new and numbness on both sides`."""
    return join_words(REASON_WORDS[Reason(reason)] for reason in content.reasons)


def describe_answers(content: SafetyContent) -> str:
    """`trouble with peeing: no, fever: not sure`; what was skipped is left out."""
    said = {question: getattr(content, question) for question in Question}
    return ", ".join(
        f"{QUESTION_WORDS[question]}: {ANSWER_WORDS[Answer(answer)]}" for question, answer in said.items() if answer
    )


_IN_ONE_LINE: dict[type[Any], Callable[[Any], str]] = {
    PainContent: describe_pain,
    MassageContent: describe_massage,
    FlareNoteContent: describe_flare_note,
    DayContent: describe_day_log,
    MedicineContent: describe_medicine,
    SafetyContent: describe_safety,
    VisitContent: describe_visit,
    QuestionContent: describe_question,
    TherapistContent: lambda content: content.name,
    QuestionnaireContent: describe_questionnaire,
}


def describe_content(content: Content, *, moment: Moment) -> str:
    """Any record in one line."""
    if isinstance(content, FlareContent):
        return describe_flare(content, started=moment)
    return _IN_ONE_LINE[type(content)](content)


def describe_when(content: Content, *, moment: Moment) -> str:
    """The clock, for a message about what was just saved. Of a visit, which may lie ahead, the day too; of a question
    nothing, for when it came up says little."""
    if isinstance(content, VisitContent):
        return describe_moment(moment)
    return "" if isinstance(content, QuestionContent) else describe_clock(moment)


def describe_cost(cost: Decimal) -> str:
    """`60`, `60.50`: the amount as it was typed; a diary knows no currency."""
    return f"{cost:.0f}" if cost == cost.to_integral_value() else f"{cost:.2f}"


def join_words(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    listed: Sequence[str] = list(words)
    return " and ".join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)


def _words_by_place(content: PainContent) -> list[tuple[Place | None, str]]:
    """For each place its qualities in words, from the back downwards; what has no place comes last."""
    felt_by_place: dict[Place | None, list[Feeling]] = defaultdict(list)
    for feeling in content.feelings:
        felt_by_place[feeling.place].append(feeling)
    placed = sorted((place for place in felt_by_place if place), key=_downwards)
    order: list[Place | None] = [*placed, *([None] if None in felt_by_place else [])]
    return [(place, _felt_words(felt_by_place[place], content.intensity)) for place in order]


def _felt_words(feelings: Iterable[Feeling], overall: float) -> str:
    ranked = sorted(feelings, key=lambda feeling: _RANKS.get(feeling.quality, len(_RANKS)))
    return join_words(words for words in (_feeling_words(feeling, overall) for feeling in ranked) if words)


def _feeling_words(feeling: Feeling, overall: float) -> str:
    quality = short_label(Quality(feeling.quality).label) if feeling.quality else ""
    own = "" if feeling.intensity in (None, overall) else pain_number(feeling.intensity or 0)
    return NO_BREAK.join(part for part in (quality, own) if part)


def _downwards(place: Place) -> tuple[int, int]:
    return (_RANKS[place.region], _RANKS[place.side] if place.side else -1)


def _rating(intensity: float | None, when: str) -> str:
    return "" if intensity is None else f"{pain_number(intensity)} {when}"


def _soreness(content: MassageContent) -> str:
    return short_label(Soreness(content.soreness_next_day).label) if content.soreness_next_day else ""
