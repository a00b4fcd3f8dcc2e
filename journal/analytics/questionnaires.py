"""The questionnaires: what they ask, how they are scored, and what is published about them.

PEG: Krebs and others, J Gen Intern Med 2009;24:733-738. Roland-Morris: Roland and Morris, Spine 1983;8:141-144, in
the wording of its authors; "When used in the forms reproduced in the appendices, no permission is required from the
authors or from Spine" (Roland and Fairbank, Spine 2000;25:3115-3124). The third has questions in words of our own.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.analytics.records import QuestionnaireContent

RHYTHM_WEEKS = (1, 2, 4)
"""How many weeks may lie between two times that a questionnaire is asked."""

_MOST = 10


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question to rate 0-10, or one sentence to tick. `least` and `most` say what the ends of the rating mean;
    `label` is short, for a chart or the head of a column."""

    code: str
    words: str
    label: str = ""
    least: str = ""
    most: str = ""


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """One questionnaire. `scoring` says what becomes of its answers: their mean, their sum (of ticks), or nothing:
    "raw" ones stand for themselves and may be left out one by one. `most` is the highest score, or the highest answer
    where there is none."""

    code: str
    title: str
    about: str
    intro: str
    items: tuple[Item, ...]
    scoring: Literal["mean", "ticks", "raw"]
    most: int
    score_words: str = ""
    known: str = ""
    source: str = ""

    @property
    def is_ticked(self) -> bool:
        """Whether its items are sentences to tick."""
        return self.scoring == "ticks"


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One questionnaire, answered on a diary day. `score` is None where its answers stand for themselves."""

    day: date
    instrument: str
    answers: Mapping[str, int]
    score: float | None


_DOES_NOT = {"least": "does not interfere", "most": "completely interferes"}
_PEG = Instrument(
    code="peg",
    title="Pain, enjoyment and activity (PEG)",
    about="Three questions about the past week",
    intro="Each answer is a number from 0 to 10.",
    items=(
        Item(
            code="pain",
            words="What number best describes your pain on average in the past week?",
            label="Pain on average",
            least="no pain",
            most="pain as bad as you can imagine",
        ),
        Item(
            code="enjoyment",
            words="What number best describes how, during the past week, pain has interfered with your enjoyment of "
            "life?",
            label="Enjoyment of life",
            **_DOES_NOT,
        ),
        Item(
            code="activity",
            words="What number best describes how, during the past week, pain has interfered with your general "
            "activity?",
            label="General activity",
            **_DOES_NOT,
        ),
    ),
    scoring="mean",
    most=_MOST,
    score_words="The score is the mean of the three answers, 0 to 10. The higher it is, the more pain interferes.",
    known="It was tested with 500 people with lasting pain in primary care and with 646 veterans in outpatient care.",
    source="Krebs EE and others. J Gen Intern Med 2009;24:733–738.",
)
_SENTENCES = (
    "I stay at home most of the time because of my back.",
    "I change position frequently to try and get my back comfortable.",
    "I walk more slowly than usual because of my back.",
    "Because of my back I am not doing any of the jobs that I usually do around the house.",
    "Because of my back, I use a handrail to get upstairs.",
    "Because of my back, I lie down to rest more often.",
    "Because of my back, I have to hold on to something to get out of an easy chair.",
    "Because of my back, I try to get other people to do things for me.",
    "I get dressed more slowly than usual because of my back.",
    "I only stand for short periods of time because of my back.",
    "Because of my back, I try not to bend or kneel down.",
    "I find it difficult to get out of a chair because of my back.",
    "My back is painful almost all the time.",
    "I find it difficult to turn over in bed because of my back.",
    "My appetite is not very good because of my back pain.",
    "I have trouble putting on my socks (or stockings) because of the pain in my back.",
    "I only walk short distances because of my back.",
    "I sleep less well because of my back.",
    "Because of my back pain, I get dressed with help from someone else.",
    "I sit down for most of the day because of my back.",
    "I avoid heavy jobs around the house because of my back.",
    "Because of my back pain, I am more irritable and bad tempered with people than usual.",
    "Because of my back, I go upstairs more slowly than usual.",
    "I stay in bed most of the time because of my back.",
)
_RMDQ = Instrument(
    code="rmdq",
    title="Roland-Morris questionnaire",
    about="24 sentences about today",
    intro="When your back hurts, you may find it difficult to do some of the things you normally do. This list "
    "contains sentences that people have used to describe themselves when they have back pain. When you read them, "
    "you may find that some stand out because they describe you today. As you read the list, think of yourself "
    "today. When you read a sentence that describes you today, put a tick against it. If the sentence does not "
    "describe you, then leave the space blank and go on to the next one. Remember, only tick the sentence if you are "
    "sure it describes you today.",
    items=tuple(Item(code=f"q{number}", words=words) for number, words in enumerate(_SENTENCES, 1)),
    scoring="ticks",
    most=len(_SENTENCES),
    score_words="The score is the number of ticks, 0 to 24. The higher it is, the more your back holds you back.",
    known="Between groups of people, a difference of 2 points counts as meaningful.",
    source="Roland M, Morris R. Spine 1983;8:141–144. Roland M, Fairbank J. Spine 2000;25:3115–3124.",
)
_RATINGS = Instrument(
    code="ratings",
    title="Legs and sitting",
    about="Four ratings of the past week",
    intro="Leave out what you do not want to rate.",
    items=(
        Item(
            code="leg",
            words="How strong was the pain in your leg in the past week?",
            label="Leg pain",
            least="no pain",
            most="worst imaginable",
        ),
        Item(
            code="tingling",
            words="How much tingling or numbness was there in your leg or foot in the past week?",
            label="Tingling or numbness",
            least="none",
            most="worst imaginable",
        ),
        Item(
            code="weakness",
            words="How weak was your leg or foot in the past week?",
            label="Weakness",
            least="not weak",
            most="could not use it",
        ),
        Item(
            code="sitting",
            words="How hard was sitting in the past week?",
            label="Sitting",
            least="not hard",
            most="could not sit",
        ),
    ),
    scoring="raw",
    most=_MOST,
    score_words="Each rating stands for itself, 0 to 10; they are not added up.",
    source="The questions are this diary's own; they are no published questionnaire.",
)
INSTRUMENTS = {instrument.code: instrument for instrument in (_PEG, _RMDQ, _RATINGS)}
"""By code, in the order in which they are shown."""


def instrument_of(content: QuestionnaireContent) -> Instrument:
    """The questionnaire that was answered."""
    return INSTRUMENTS[content.instrument]


def ticks_of(*, instrument: Instrument, ticked: Container[str]) -> dict[str, int]:
    """The answers to sentences: 1 for those whose codes are in `ticked`, 0 for all others."""
    return {item.code: int(item.code in ticked) for item in instrument.items}


def score_of(content: QuestionnaireContent) -> float | None:
    """The mean of the ratings, the number of ticks, or None where the answers stand for themselves.

    Raises ValueError for a questionnaire that is not known, for an item or an answer that it does not have, and where
    an answer is missing that its score needs.
    """
    instrument = INSTRUMENTS.get(content.instrument)
    if instrument is None:
        raise ValueError(f"{content.instrument!r} is no questionnaire")
    items, answers = [item.code for item in instrument.items], content.answers
    highest = 1 if instrument.is_ticked else _MOST
    if not (answers and set(answers) <= set(items) and all(_is_whole(said, highest) for said in answers.values())):
        raise ValueError(f"these are no answers to {instrument.code!r}")
    if instrument.scoring == "raw":
        return None
    if set(answers) != set(items):
        raise ValueError(f"{instrument.code!r} needs all its answers")
    total = sum(answers.values())
    return float(total) if instrument.is_ticked else total / len(items)


def describe_questionnaire(content: QuestionnaireContent) -> str:
    """`PEG: 4.7 of 10`, `Roland-Morris: 9 of 24`, `leg pain 6, sitting 8`."""
    score, instrument = score_of(content), instrument_of(content)
    if score is None:
        return ", ".join(f"{label.lower()} {said}" for label, said in answer_facts(content) if said)
    return f"{instrument.title}: {score_number(score)} of {instrument.most}"


def answer_facts(content: QuestionnaireContent) -> Iterator[tuple[str, str]]:
    """Each item in short with its answer in words, "" where it was left out."""
    instrument = instrument_of(content)
    for item in instrument.items:
        said = content.answers.get(item.code)
        if instrument.is_ticked:
            yield item.words, "ticked" if said else "not ticked"
        else:
            yield item.label, "" if said is None else str(said)


def score_number(score: float) -> str:
    """`4.7`, `9`."""
    return f"{score:.1f}".removesuffix(".0")


def of_instrument(*, answered: Sequence[Answered], code: str) -> list[Answered]:
    """Those of one questionnaire, in the same order."""
    return [one for one in answered if one.instrument == code]


def _is_whole(said: object, highest: int) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= highest
