"""The report for a doctor in words, tables and drawings, the same for the page and for paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from journal.analytics.report import Report, Section, left_out_words
from journal.analytics.report_entries import EntryTable
from journal.analytics.signs import Sign
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import FeltCompared, HelpShown, Medicine, PainLevel, PlaceCompared
from journal.analytics.vocabulary import Quality, Region, place_said
from journal.analytics.wording import describe_day, describe_place, short_label
from journal.charts.body_map import FILLS, LEVELS, body_map
from journal.charts.report_paper import on_paper
from journal.charts.report_scores import scores
from journal.charts.report_strip import report_strip
from journal.charts.report_words import (
    DASH,
    HELD_BACK,
    around_label,
    around_words,
    beside_cells,
    beside_lines,
    change_words,
    complete_words,
    counted_words,
    course_words,
    flare_words,
    help_words,
    massage_words,
    mean_change_words,
    period_words,
    reach_words,
    signs_words,
    strength_words,
    trend_words,
    who_words,
)
from journal.charts.signs import SIGN_LABELS
from journal.charts.table import counted, number, table

_FIRST_HELP = 4
_FIRST_PLACES = 5
"""Places that stand beside the map; the table behind has them all."""
_HOW_TO_READ = (
    "The stronger the colour, the more of the days that name any place. Strength is the mean of each day’s strongest, "
    "0 to 10."
)
_WIDE = {"When": 2.0, "Pain": 0.5, "Where and what": 3.5, "Perhaps from": 1.6, "What": 6.0, "Taken": 1.0}
"""How wide the columns of entries are beside each other; notes are three."""
CAVEAT = (
    "A comparison, not a proof: what was felt but not logged (easing by itself, rest, tablets) can fool it, and "
    "expectation counts as effect."
)
TITLE = "Report from a sciatica diary"
ORIGIN = "From a diary that the person keeps. All of it is what they logged; nothing in it is a diagnosis."


def report_page(report: Report) -> dict[str, Any]:
    """JSON-ready; parts that the person left out are empty."""
    summary = report.summary
    page: dict[str, Any] = {
        "title": TITLE,
        "footer": f"{TITLE}, {period_words(summary)}",
        "who": who_words(report),
        "period": period_words(summary),
        "origin": ORIGIN,
        "made": f"Made on {describe_day(report.made_on)}",
        "complete": complete_words(summary.completeness),
        "help": _help(summary.help_shown),
        "trend": trend_words(summary.pain, days=summary.period.days),
        "figures": _figures(summary),
        "strip": report_strip(summary) if summary.days or summary.massages.days or summary.flares.listed else {},
        "course": " ".join(filter(None, (course_words(summary.course), flare_words(summary)))),
        "scores": scores(summary.questionnaires, this_year=report.made_on.year),
        "where": _where(summary) if report.shows(Section.PLACES) else {},
        "beside": beside_lines(summary.around),
        "beside_words": "Logged on the same days; which came first, and why, cannot be told from it.",
        "massages": _massages(summary) if report.shows(Section.MASSAGES) else {},
        "medicines": _medicines(summary.medicines, summary) if report.shows(Section.MEDICINES) else {},
        "questions": list(report.questions),
        "tables": [found for found in _tables(summary) if found["rows"]],
        "entries": [_entries(one) for one in report.entries],
        "left_out": _left_out(report.entries),
        "without": _without(report),
    }
    return page | {"paper": on_paper(page)}


def _help(shown: Sequence[HelpShown]) -> list[dict[str, str]]:
    """The newest, and how many there are before them."""
    lines = [{"day": describe_day(one.day), "words": help_words(one.content)} for one in shown[:_FIRST_HELP]]
    if earlier := shown[_FIRST_HELP:]:
        words = f"{counted(len(earlier), 'time')} more in this period, since {describe_day(earlier[-1].day)}."
        lines.append({"day": "Earlier", "words": words})
    return lines


def _figures(summary: Summary) -> dict[str, Any]:
    now, before = summary.pain.now, summary.pain.before
    rows = [["Average", *_numbers(now, before, "mean"), mean_change_words(summary.pain)]]
    for label, what in (("Worst", "worst"), ("Least", "least")):
        this, then = getattr(now, what, None), getattr(before, what, None)
        rows.append([label, number(this), number(then), change_words(this, then)])
    rows.append(["Days logged", _logged(now), _logged(before), ""])
    rows += [
        [around_label(one), *around_words(one), change_words(one.mean, one.mean_before)]
        for one in summary.around
        if one.code == HELD_BACK
    ]
    return table(caption="Pain, 0 to 10", head=["0 to 10", "Now", "Before", "Change"], rows=rows)


def _numbers(now: PainLevel | None, before: PainLevel | None, what: str) -> list[str]:
    return [DASH if level is None else f"{getattr(level, what):.1f}" for level in (now, before)]


def _logged(level: PainLevel | None) -> str:
    return f"{level.days:,}" if level else "0"


def _where(summary: Summary) -> dict[str, Any]:
    """Maps of the halves, the places named most, and the tables of all places, signs and kinds."""
    places = sorted(summary.places, key=lambda one: -one.now.days)
    named = [one for one in places if one.now.days]
    halves = [one.start.of for one in named[:1]] + [one.end.of for one in named[:1]]
    return {
        "reach": " ".join(part for part in (signs_words(summary), reach_words(summary.reach)) if part),
        "maps": [
            {
                "title": title,
                "days": counted(of, "day") + " with a place",
                "svg": body_map(shares={_code(one): getattr(one, half).share or 0 for one in named}, name=half),
                "alt": _map_words(title, named, half),
            }
            for title, half, of in zip(("First half", "Last half"), ("start", "end"), halves, strict=False)
        ],
        "key": [{"fill": fill, "words": words} for fill, words in zip(FILLS, LEVELS, strict=True)],
        "first": table(
            caption="Named most",
            head=["Place", "Days", "Strength"],
            rows=[[_place(one), counted_words(one.now), strength_words(one.now)] for one in named[:_FIRST_PLACES]],
        ),
        "words": f"{_HOW_TO_READ}{_more(len(named) - _FIRST_PLACES)}",
    }


def _more(places: int) -> str:
    return f" {counted(places, 'more place')} in the table “Places”." if places > 0 else ""


def _tables(summary: Summary) -> list[dict[str, Any]]:
    """All that is counted, in full."""
    return [
        _felt_table("Leg, back and signs of the nerve", ((SIGN_LABELS[Sign(o.code)], o) for o in summary.signs)),
        _felt_table("What it felt like", ((_kind(one), one) for one in summary.kinds)),
        _felt_table("Places", ((_place(one), one) for one in summary.places)),
        table(
            caption="The days around the pain, means of the days that say it",
            head=["Day", "This period", "The period before", "Pain on days with more", "Pain on days with less"],
            rows=[[around_label(one), *around_words(one), *beside_cells(one)] for one in summary.around],
        ),
    ]


def _felt_table(caption: str, felt: Iterable[tuple[str, FeltCompared | PlaceCompared]]) -> dict[str, Any]:
    return table(
        caption=caption,
        head=["Felt", "Days", "Strength", "Days before", "Strength before"],
        rows=[
            [
                label,
                counted_words(one.now),
                strength_words(one.now),
                counted_words(one.before),
                strength_words(one.before),
            ]
            for label, one in felt
        ],
    )


def _map_words(title: str, named: Sequence[PlaceCompared], half: str) -> str:
    said = [f"{_place(one)} on {counted_words(getattr(one, half))} days" for one in named if getattr(one, half).days]
    return f"{title}: {'; '.join(said) or 'no place is named'}."


def _code(one: PlaceCompared) -> str:
    return f"{one.region}.{one.side}" if one.side else one.region


def _place(one: PlaceCompared) -> str:
    place = place_said(region=one.region, side=one.side)
    words = describe_place(place) + ("" if one.side or place.region is Region.SADDLE else ", side not said")
    return words[0].upper() + words[1:]


def _kind(one: FeltCompared) -> str:
    words = short_label(Quality(one.code).label)
    return words[0].upper() + words[1:]


def _massages(summary: Summary) -> dict[str, Any]:
    massages = summary.massages
    verdict = massages.verdict
    since = f"Compared over the whole diary, since {describe_day(verdict.since)}: " if verdict.since else ""
    return {
        "words": massage_words(massages, days=summary.period.days),
        "immediate": massages.immediate_words,
        "title": verdict.title,
        "sentence": verdict.sentence,
        "size": verdict.size,
        "basis": since + verdict.basis if verdict.code else "",
        "caveat": CAVEAT if verdict.code else "",
    }


def _medicines(medicines: Sequence[Medicine], summary: Summary) -> dict[str, Any]:
    if not medicines:
        return {"words": "No medicine is logged; that does not say that none was taken."}
    return {
        "words": "Where nothing is logged of a medicine on a day, nobody knows whether it was taken.",
        "table": table(
            caption=f"Medicines, in {counted(summary.period.days, 'day')}",
            head=["Medicine", "Dose", "Times taken", "Days", "Days before", "Times not taken", "Days not said"],
            rows=[
                [
                    one.name,
                    ", ".join(one.doses) or DASH,
                    f"{one.taken:,}",
                    f"{one.days_taken:,}",
                    f"{one.days_taken_before:,}",
                    f"{one.not_taken:,}",
                    f"{one.days_unknown:,}",
                ]
                for one in medicines
            ],
        ),
    }


def _entries(entries: EntryTable) -> dict[str, Any]:
    """A table, and how many rows of it are not here."""
    left_out = counted(entries.left_out, "older entry", "older entries")
    return {
        "title": entries.title,
        "kind": entries.kind,
        "head": list(entries.head),
        "wide": [_WIDE.get(words, 3.0) for words in entries.head],
        "rows": [list(row) for row in entries.rows],
        "count": counted(len(entries.rows), "entry", "entries"),
        "left_out": f"{left_out} not shown here." if entries.left_out else "",
    }


def _left_out(tables: Sequence[EntryTable]) -> str:
    total = sum(one.left_out for one in tables)
    if not total:
        return ""
    shown = sum(len(one.rows) for one in tables)
    return (
        f"The newest {shown:,} entries are listed; {counted(total, 'older one')} of this period "
        f"{'is' if total == 1 else 'are'} not. The numbers above count all of them, and the diary holds them all."
    )


def _without(report: Report) -> str:
    missing = left_out_words(sections=report.sections, notes=report.notes)
    return f"Left out by choice: {missing}." if missing else ""
