"""What the diary says about massages, in sentences.

Changes are said in points, lower or higher, with one decimal, and always with their range. No sentence says more than
a comparison can: what massage does is the subject of none of them.
"""

import math

from journal.analytics.duration import DayWindow
from journal.analytics.effect_gate import Lack
from journal.analytics.flare_rates import FlareRates, Rate
from journal.analytics.immediate_change import ImmediateChange
from journal.analytics.massage_effect import DEALS, NOTICEABLE, EffectEstimate
from journal.analytics.wording import NO_BREAK, join_words

_SCALE = 10.0
_NOTHING = 0.05
"""Changes smaller than this read as 0.0."""
_ROUGH_FROM, _ROUGHLY = 20, 5
_TOO_MANY = 100
_ONE_IN_TWENTY = 0.05
_TITLES = {
    "lower": "Lower pain after massages",
    "higher": "Higher pain after massages",
    "no_noticeable_effect": "No noticeable change",
    "cannot_tell_yet": "Can’t tell yet",
}


def effect_title(effect: EffectEstimate) -> str:
    """The verdict in a few words; below the gate, what is missing: sessions and days, and what else only then."""
    countable = [lack for lack in effect.missing if lack.what in ("sessions", "days")]
    needed = join_words(_needed(lack) for lack in countable or effect.missing)
    return _TITLES.get(effect.verdict) or f"Still needed: {needed}"


def effect_sentence(effect: EffectEstimate) -> str:
    """The answer with its range; below the gate, what there will be."""
    if effect.change is None or effect.low is None or effect.high is None:
        return "Then the diary can compare the days after massages with those after days like them without one."
    size = "much the same as" if abs(effect.change) < _NOTHING else f"{directed(effect.change)} than"
    but = ", but" if effect.verdict == "cannot_tell_yet" else ";"
    said = (
        f"After massages, pain over the next three days was {size} after days like them without one{but} the diary "
        f"fits anything {spread(low=effect.low, high=effect.high)}."
    )
    if effect.verdict == "no_noticeable_effect":
        return f"{said} People notice a change from about 1 point on."
    return f"{said} {_more(effect.more_sessions)}" if effect.more_sessions else said


def size_sentence(effect: EffectEstimate) -> str:
    """Whether a change is one that a person notices; empty where there is none."""
    if effect.verdict not in ("lower", "higher") or effect.noticeable is None:
        return ""
    how_much = {
        "yes": "all of that range is as large",
        "maybe": "part of that range is as large, part is smaller",
        "no": "all of that range is smaller",
    }[effect.noticeable]
    return f"People notice a change from about 1 point on: {how_much}."


def basis_sentence(effect: EffectEstimate) -> str:
    """The days behind the answer, or what there is of them so far."""
    logged = f"pain is logged on {_counted(effect.days_logged, 'day')}."
    usable, all_of_them = effect.sessions_usable, effect.sessions
    if not all_of_them:
        return f"No day has a massage; {logged}"
    if all_of_them == 1:
        return f"The one massage day {'can' if usable else 'cannot'} be compared; {logged}"
    which = "All" if usable == all_of_them else f"{usable:,} of" if usable else "None of"
    return f"{which} {all_of_them:,} massage days can be compared; {logged}"


def lack_words(lack: Lack) -> tuple[str, str]:
    """What is missing, and what there is of it so far: `3 more sessions`, `3 of your massage days have ...`."""
    have, need = round(lack.have), round(lack.need)
    of_massages = f"{have or 'None'} of your massage days {'has' if have == 1 else 'have'}"
    so_far = {
        "sessions": f"{of_massages} pain logged before and after; a comparison takes {need}.",
        "days": f"Your diary covers {_counted(have, 'day')}; a comparison takes {need}.",
        "logged_share": f"Pain is logged on {percent(lack.have)} of the days; a comparison takes {percent(lack.need)}.",
        "look_alikes": f"{of_massages} days that looked the same, but without one; a comparison takes {need}.",
    }[lack.what]
    needed = _needed(lack)
    return needed[0].upper() + needed[1:], so_far


def habit_sentence(effect: EffectEstimate) -> str:
    """The cross-check; empty where there is none."""
    if effect.redeal_p is None:
        return ""
    share = f"less than {percent(0.01)}" if effect.redeal_p < 0.01 else percent(effect.redeal_p)
    said = (
        f"Your booking habit alone produces a result this big in {share} of re-deals: your massage days were dealt out "
        f"again {DEALS} times, more of them on days like those on which you usually book."
    )
    if effect.verdict in ("lower", "higher") and effect.redeal_p > _ONE_IN_TWENTY:
        return f"{said} That is more than 1 in 20, so be slower to rely on the answer above."
    return said


def lasting_sentence(effect: EffectEstimate) -> str:
    """How long a change can be seen; empty where it was not looked at."""
    clear = [window for window in effect.windows if window.clear and window.change]
    if not effect.windows:
        return ""
    if not clear or effect.lasts_until_day is None:
        return "At none of these times is a change clear by itself, so the diary cannot see how long one lasts."
    way = _way(clear[0].change or 0)
    said = f"Pain is clearly {way} up to day {effect.lasts_until_day} after a massage."
    turned = join_words(_days(window) for window in clear if _way(window.change or 0) != way)
    if turned:
        return f"{said} On days {turned} it is clearly {'lower' if way == 'higher' else 'higher'}."
    is_end = effect.lasts_until_day == effect.windows[-1].last_day
    return f"{said} {'Later days are not compared.' if is_end else 'Beyond that, the diary cannot see it.'}"


def window_words(window: DayWindow) -> list[str]:
    """One row about some days after a massage: which, the change, its range, on how many massage days, if clear."""
    if window.change is None or window.low is None or window.high is None:
        return [f"Days {_days(window)}", "–", "–", f"{window.sessions:,}", "too few"]
    change, clear = directed_briefly(window.change), "yes" if window.clear else "no"
    return [
        f"Days {_days(window)}",
        change,
        _briefly(spread(low=window.low, high=window.high)),
        f"{window.sessions:,}",
        clear,
    ]


def immediate_sentence(immediate: ImmediateChange) -> str:
    """What was felt at once, counted."""
    if immediate.mean is None:
        return "No session is rated both before and right after."
    if immediate.sessions == 1:
        return f"In the one session rated both times, pain right after was {_than_before(immediate.mean)}."
    ways = ((immediate.lower, "lower"), (immediate.same, "the same"), (immediate.higher, "higher"))
    counts = join_words(f"{way} in {count:,}" for count, way in ways if count)
    return (
        f"Of {immediate.sessions:,} sessions rated both times, pain right after was {counts}. "
        f"On average it was {_than_before(immediate.mean)}."
    )


def immediate_words(immediate: ImmediateChange) -> str:
    """The same for a table: `1.8 lower, 9 rated`."""
    return "–" if immediate.mean is None else f"{directed_briefly(immediate.mean)}, {immediate.sessions:,} rated"


def group_words(effect: EffectEstimate | None, *, is_all: bool) -> str:
    """The comparison for some of the massages only, for a table."""
    if is_all:
        return "the answer above: it is about all your massage days"
    if effect is None or effect.change is None or effect.low is None or effect.high is None:
        return "too few to compare"
    before = "can’t tell yet: " if effect.verdict == "cannot_tell_yet" else ""
    return f"{before}{directed_briefly(effect.change)}; anything {_briefly(spread(low=effect.low, high=effect.high))}"


def flare_sentences(rates: FlareRates) -> list[str]:
    """How often flare-ups began after massages and ended near them; counts, with shares where there are enough."""
    if not rates.flares:
        return ["There is no flare-up in these days."]
    after_massage = _out_of(rates.starts_after_massage, "massage day", rates)
    after_alike = _out_of(rates.starts_after_alike, "day like them", rates, many="days like them")
    with_massage = _out_of(rates.ends_with_massage, "day", rates)
    without = _out_of(rates.ends_without_massage, "other day", rates)
    return [
        f"Outside flare-ups, {after_massage} had one begin in the week after, and so had {after_alike}.",
        f"In flare-ups, {with_massage} with a massage then or in the two days before came last, and so did {without}.",
    ]


def directed(change: float) -> str:
    """`0.9 points lower`."""
    return f"{_size(change)} points {_way(change)}"


def directed_briefly(change: float) -> str:
    """`0.9 lower`, `no change`."""
    return "no change" if abs(change) < _NOTHING else f"{_size(change)} {_way(change)}"


def spread(*, low: float, high: float) -> str:
    """`from 1.4 to 0.4 points lower`, `from 1.6 points lower to 0.6 points higher`."""
    if max(-low, high) < _NOTHING:
        return "within 0.1 points of no change"
    if low < 0 < high:
        return f"from {directed(low)} to {directed(high)}"
    return f"from {_size(low)} to {directed(high)}"


def percent(share: float) -> str:
    """`45 %`; rounded down, so that what is not reached does not look as if it were."""
    return f"{math.floor(100 * share + 1e-9)}{NO_BREAK}%"


def _counted(count: int, one: str, many: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _days(window: DayWindow) -> str:
    return f"{window.first_day} to {window.last_day}"


def _needed(lack: Lack) -> str:
    more = math.ceil(lack.need - lack.have)
    return {
        "sessions": _counted(more, "more session"),
        "days": _counted(more, "more day"),
        "logged_share": "pain logged on more of the days",
        "look_alikes": "more days that look like your massage days, but without one",
    }[lack.what]


def _more(sessions: int) -> str:
    if sessions > _TOO_MANY:
        return f"It would take more than {_TOO_MANY} more sessions to tell, so the diary may never do so."
    about = sessions if sessions < _ROUGH_FROM else _ROUGHLY * round(sessions / _ROUGHLY)
    return f"About {_counted(about, 'more session')} might be enough to tell."


def _size(change: float) -> str:
    size = min(abs(change), _SCALE)
    if 0 < size < _NOTHING:
        return "less than 0.1"
    if abs(size - NOTICEABLE) < _NOTHING and abs(size - NOTICEABLE) > 1e-9:
        return f"just {'under' if size < NOTICEABLE else 'over'} {NOTICEABLE:.1f}"
    return f"{size:.1f}"


def _way(change: float) -> str:
    return "higher" if change > 0 else "lower"


def _than_before(change: float) -> str:
    return "the same as before" if abs(change) < _NOTHING else f"{directed(change)} than before"


def _briefly(words: str) -> str:
    return words.removeprefix("from ").replace(" points", "")


def _out_of(rate: Rate, one: str, rates: FlareRates, *, many: str = "") -> str:
    share = f" ({percent(rate.share)})" if rates.enough and rate.share is not None else ""
    return f"{rate.events:,} of {_counted(rate.days, one, many)}{share}"
