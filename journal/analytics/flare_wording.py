"""What there is to know about one flare-up, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analytics.flare_facts import FlareFacts, days_between, length_in_words
from journal.analytics.reach import FurthestPlaces
from journal.analytics.vocabulary import Side
from journal.analytics.wording import join_words, pain_number, short_label

_LEGS = {Side.LEFT: "left", Side.RIGHT: "right", Side.CENTRE: "in the middle", None: "side not said"}


def fact_lines(*, facts: Sequence[FlareFacts], today: date) -> dict[str, str]:
    """Uid -> `highest rating 8, 21 days after the one before, last massage 3 days before it began`.

    `facts` are all of a diary, oldest first. The length is said where the dates do not say it.
    """
    apart = days_between(facts=facts)
    return {
        one.span.uid: ", ".join(
            [
                *([] if one.span.state == "ended" else [length_in_words(span=one.span, today=today)]),
                *([] if one.peak is None else [f"highest rating {pain_number(one.peak)}"]),
                *([f"{_days(apart[one.span.uid])} after the one before"] if one.span.uid in apart else []),
                "no massage before it" if one.days_since_massage is None else f"last massage {_before(one)}",
            ]
        )
        for one in facts
        if one.span.uid
    }


def describe_facts(
    *, one: FlareFacts, facts: Sequence[FlareFacts], reach: Sequence[FurthestPlaces], today: date
) -> Iterator[tuple[str, str]]:
    """(what, in words) of one of the `facts` of a diary."""
    yield "Length", length_in_words(span=one.span, today=today)
    yield "Highest rating", "none logged" if one.peak is None else pain_number(one.peak)
    yield "Furthest down the leg", "; ".join(map(describe_reach, reach)) or "no place logged"
    apart = days_between(facts=facts).get(one.span.uid)
    yield "After the flare-up before", "–" if apart is None else _days(apart)
    yield "Massage sessions in it", str(one.sessions)
    yield "Last massage before it", _before(one)


def describe_reach(reach: FurthestPlaces) -> str:
    """`left: calf`, `right: big toe and other toes`."""
    return f"{_LEGS[reach.side]}: {join_words(short_label(region.label) for region in reach.regions)}"


def _before(one: FlareFacts) -> str:
    days = one.days_since_massage
    return "none logged" if days is None else f"{_days(days)} before it began"


def _days(count: int) -> str:
    if count == 0:
        return "the same day"
    return f"{count:,} day" if count == 1 else f"{count:,} days"
