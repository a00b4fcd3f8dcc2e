"""The sentences of the report. Numbers come with how much is behind them; changes below a point are called that."""

from collections.abc import Sequence
from operator import itemgetter

from journal.analytics.day_factors import FACTORS, Side
from journal.analytics.pain_change import LOGGED_DAYS_NEEDED, NOTICEABLE, Change
from journal.analytics.reach import STATION_WORDS
from journal.analytics.records import SafetyContent
from journal.analytics.report import Report
from journal.analytics.signs import Sign
from journal.analytics.spans import Span
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import Around, Completeness, Counted, Massages, PainCompared, ReachCompared
from journal.analytics.wording import (
    NO_BREAK,
    describe_answers,
    describe_reasons,
    join_words,
    pain_number,
)
from journal.charts.day_factors import beside_words
from journal.charts.signs import SIGN_LABELS
from journal.charts.table import counted, number

DASH = "–"
HELD_BACK = "10"
"""The code of the rating that says how much pain held the person back: function."""
_BY_CODE = {factor.code: factor for factor in FACTORS}


def who_words(report: Report) -> str:
    """`Ana Lopez, born 1975`; empty where the person shows neither."""
    born = f"born {report.birth_year}" if report.birth_year else ""
    return ", ".join(part for part in (report.name, born) if part)


def period_words(summary: Summary) -> str:
    """`2 April to 30 June 2026, 90 days`."""
    period = summary.period
    return f"{Span(first=period.first, last=period.last).in_words}, {counted(period.days, 'day')}"


def complete_words(said: Completeness) -> str:
    """How much is logged, and how much of that was remembered later."""
    if not said.days_logged:
        return "No pain is logged in this period."
    share = f"{100 * said.days_logged / said.days:.0f}{NO_BREAK}%"
    entries = counted(said.entries, "entry", "entries")
    later = f"{said.days_later:,} of these days were" if said.days_later > 1 else "1 of these days was"
    noted = f" {later} filled in after the day was over." if said.days_later else ""
    return f"Pain is logged on {said.days_logged:,} of {counted(said.days, 'day')} ({share}), in {entries}.{noted}"


def trend_words(pain: PainCompared, *, days: int) -> str:
    """One sentence: against as many days before, or why that cannot be said."""
    now, before = pain.now, pain.before
    if now is None:
        return "There is no pain to compare."
    then = f"the {counted(days, 'day')} before" if days > 1 else "the day before"
    if pain.change is None or before is None:
        averaged = f"Pain averaged {now.mean:.1f} on {counted(now.days, 'logged day')}."
        if before is None:
            return f"{averaged} Nothing is logged in {then} to compare that with."
        return (
            f"{averaged} That cannot be compared with {then}: pain is logged on {before.days:,} of them, and a "
            f"comparison takes {LOGGED_DAYS_NEEDED} logged days of each."
        )
    figures = f"{now.mean:.1f} on average, against {before.mean:.1f}"
    if pain.direction == "same":
        return f"Pain was much as in {then}: {figures}; a change of less than 1 point is hardly noticed."
    way = "lower" if pain.direction == "fell" else "higher"
    return f"Pain was {way} than in {then}: {figures}; people notice a change from about 1 point on."


def change_words(now: float | None, before: float | None) -> str:
    """`1.4 lower`, `no change`; a dash where either is missing. Of what is shown, so that it adds up."""
    if now is None or before is None:
        return DASH
    change = round(now, 1) - round(before, 1)
    if abs(change) < 0.05:
        return "no change"
    return f"{pain_number(abs(change))} {'lower' if change < 0 else 'higher'}"


def mean_change_words(pain: PainCompared) -> str:
    """The same with whether it is noticeable."""
    if pain.direction is None or pain.now is None or pain.before is None:
        return "too little logged to compare"
    words = change_words(pain.now.mean, pain.before.mean)
    if pain.direction != "same":
        return f"{words}, noticeable"
    # Rounded to 1, but smaller.
    words = words.replace("1 ", "just under 1 ") if words.startswith("1 ") else words
    return words if words == "no change" else f"{words}, not noticeable"


def course_words(course: Change | None) -> str:
    """The first against the last fortnight; empty where they cannot be told apart."""
    if course is None:
        return ""
    then, now = course.then, course.now
    return (
        f"The first 14 days average {then.mean:.1f} ({then.days_logged} logged), "
        f"the last 14 average {now.mean:.1f} ({now.days_logged} logged)."
    )


def flare_words(summary: Summary) -> str:
    """How many began, and how long they took."""
    flares = summary.flares
    if not flares.listed and not flares.began_before:
        return "No flare-up is logged."
    said = len(flares.said)
    lie = f" {counted(flares.days, 'day')} of this period {'lies' if flares.days == 1 else 'lie'} in one."
    sentence = f"Flare-ups that began: {flares.began:,}; in the period before: {flares.began_before:,}."
    guessed = len(flares.listed) - said
    more = (
        f" The diary suggests {guessed:,} more by its rule, which {'was' if guessed == 1 else 'were'} not confirmed."
        if guessed
        else ""
    )
    return sentence + (lie if flares.days else "") + more


def signs_words(summary: Summary) -> str:
    """`Leg pain on 59 of 64 days, numbness on 4`; empty where nothing of it is named."""
    said = {Sign(one.code): one.now for one in summary.signs if one.now.days}
    if not said:
        return ""
    words = [f"{SIGN_LABELS[sign].lower()} on {now.days:,}" for sign, now in said.items()]
    of = next(iter(said.values())).of
    return f"Of {counted(of, 'day')} that say what was felt and where: {join_words(words)}."


def reach_words(reach: ReachCompared | None) -> str:
    """How far down it was felt; empty where no place is named."""
    if reach is None:
        return ""
    days = counted(reach.now.days, "day")
    if not reach.station:
        return f"Nothing from the back down to the toes on {days} that name a place."
    sides = [
        f"on the {side} the {STATION_WORDS[station]}"
        for side, station in (("left", reach.left), ("right", reach.right))
        if station
    ]
    furthest = f" Furthest: {join_words(sides)}." if sides else ""
    before = f"; before, on {reach.before.reached:,} of {reach.before.days:,}" if reach.before.days else ""
    return f"Felt as far as the {STATION_WORDS[reach.station]} on {reach.now.reached:,} of {days}{before}.{furthest}"


def counted_words(said: Counted) -> str:
    """`41 of 82`; a dash where no day names anything of the sort."""
    return f"{said.days:,}{NO_BREAK}of{NO_BREAK}{said.of:,}" if said.of else DASH


def strength_words(said: Counted) -> str:
    """`3.9`, a mean of 0-10."""
    return number(said.strength)


def around_words(one: Around) -> tuple[str, str]:
    """The mean in the period and in the one before, each with its days: `6.2 (59 days)`."""
    factor = _BY_CODE[one.code]
    before = DASH if one.mean_before is None else f"{factor.words(one.mean_before)} ({counted(one.days_before, 'day')})"
    return f"{factor.words(one.mean)} ({counted(one.days, 'day')})", before


def beside_cells(one: Around) -> tuple[str, str]:
    """Pain on the days with more and with less of it, each with the bound and its days; dashes where it is too little.
    `2.4 (17 days: 7 or more)`."""
    return _side_words(one, one.beside.high, "more"), _side_words(one, one.beside.low, "less")


def _side_words(one: Around, side: Side | None, way: str) -> str:
    if side is None or one.code == HELD_BACK:
        return DASH
    factor = _BY_CODE[one.code]
    words = factor.words(side.bound)
    bound = "" if factor.is_yes_or_no else f": {words} or {way}" if side.bound or way == "more" else f": {words}"
    return f"{side.pain:.1f} ({counted(side.days, 'day')}{bound})"


def around_label(one: Around) -> str:
    return _BY_CODE[one.code].label


def beside_lines(around: Sequence[Around]) -> list[str]:
    """A sentence for each thing on whose high days pain was a noticeable bit different, the most different first, and
    one for all others."""
    different: list[tuple[float, str]] = []
    alike, few = [], []
    for one in around:
        if one.code == HELD_BACK:  # follows from pain rather than goes with it
            continue
        low, high = one.beside.low, one.beside.high
        label = around_label(one)
        if low is None or high is None:
            few.append(label.lower())
        elif abs(high.pain - low.pain) >= NOTICEABLE - 1e-9:
            way = "higher" if high.pain > low.pain else "lower"
            words = f"{label}: pain is {way} with more of it. {beside_words(_BY_CODE[one.code], one.beside)}"
            different.append((-abs(high.pain - low.pain), words))
        else:
            alike.append(label.lower())
    lines = [words for _, words in sorted(different, key=itemgetter(0))]
    if alike:
        lines.append(f"No difference of a point or more beside {join_words(alike)}.")
    if few:
        lines.append(f"Too little logged, or too alike, to say anything of {join_words(few)}.")
    return lines


def massage_words(massages: Massages, *, days: int) -> str:
    """How many, and how long."""
    if not massages.sessions and not massages.before:
        return "No massage is logged."
    timed = (
        f" {massages.minutes:,} minutes in the {counted(massages.timed, 'session')} whose length is logged."
        if massages.timed
        else ""
    )
    return (
        f"{counted(massages.sessions, 'session')} on {counted(len(massages.days), 'day')}, "
        f"{massages.before:,} in the {counted(days, 'day')} before.{timed}"
    )


def help_words(content: SafetyContent) -> str:
    """Why the page was shown and what was answered, as a line under its day."""
    answers = describe_answers(content)
    said = answers or ("its questions were left open" if content.asked else "")
    reasons = describe_reasons(content)
    return f"{reasons[0].upper()}{reasons[1:]}" + (f"; answered: {said}" if answers else f"; {said}" if said else "")
