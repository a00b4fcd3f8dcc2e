"""Does the estimate of what massage does tell the truth where the truth is known?

    python benchmarks/massage_effect.py [diary files] [--diaries 2000] [--processes 4]

Lives thousands of diaries with a massage whose effect is known, most often none, and counts how often the estimate
claims one (false alarms, or power where there is one), how often its interval holds the truth (coverage) and how far
it is off on average (bias). Beside it stands what comparing the pain at booking with the pain after would have
claimed. Ends with status 1 if a figure lies outside its bounds.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one process for each core, so one thread for each process
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.diary_file import diary_with_useless_massages
from benchmarks.judged_diaries import Judged, judge
from benchmarks.massage_effect_speed import milliseconds_for_ten_years
from benchmarks.simulated_diaries import Scenario, SimulatedDiary, simulated_diary

EFFECT = (-1.2, -1.1, -1.0)
"""Points on the three days after; less by the massages that would have followed anyway: 0.83 to 0.86 in the end."""
SEED = 20_000
SLOWEST = 150.0
HEADING = """\
| useless massage | diaries | before/after | false alarms | coverage | bias | re-dealt | windows | truth |
|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """From what to what a figure may go: percent, and points for the bias."""

    alarms: tuple[float, float] = (3, 7)
    coverage: tuple[float, float] = (93, 100)
    bias: tuple[float, float] = (-0.1, 0.1)
    redeal: tuple[float, float] = (0, 7)
    windows: tuple[float, float] = (0, 7)
    before_after: tuple[float, float] = (10, 100)


ANY = (-100, 100)
USELESS = Bounds()
AT_RANDOM = Bounds(before_after=ANY)
HELPS = Bounds(alarms=ANY, redeal=ANY, windows=ANY, before_after=ANY)
CANNOT_BE_SEEN = Bounds(alarms=(20, 100), coverage=(0, 90), bias=(-9, -0.2), redeal=ANY, windows=ANY)
"""What is not in the diary fools every method: if this row looked fine, the warning about it would be wrong."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the table: `make` makes a diary from a seed, and the figures must lie within `bounds`."""

    name: str
    make: Callable[..., SimulatedDiary]
    bounds: Bounds


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A mean and its Monte Carlo standard error."""

    mean: float
    error: float

    def within(self, bounds: tuple[float, float]) -> bool:
        """Whether the mean lies in the bounds."""
        return bounds[0] <= self.mean <= bounds[1]


def all_rows(files: Sequence[Path]) -> list[Row]:
    """The lines of the table, real pain last."""
    few, many = partial(Scenario, days=90, sessions=7), partial(Scenario, days=365, sessions=32)
    made = (
        ("booked at random", Scenario(odds=1.0), AT_RANDOM),
        ("booked on bad days", Scenario(), USELESS),
        ("stronger memory (0.9)", Scenario(memory=0.9), USELESS),
        ("25 % of days missing", Scenario(missing=0.25), USELESS),
        ("slow recovery", Scenario(recovery=0.9), USELESS),
        ("90 days, 7 sessions", few(), USELESS),
        ("365 days, 32 sessions", many(), USELESS),
        ("booked again next day", Scenario(least_gap=1), USELESS),
        ("the same in 90 days", few(least_gap=1), USELESS),
        ("hidden cause", Scenario(hidden=True), CANNOT_BE_SEEN),
        ("helps: 90 days, 7", few(effect=EFFECT), HELPS),
        ("helps: 180 days, 15", Scenario(effect=EFFECT), HELPS),
        ("helps: 365 days, 32", many(effect=EFFECT), HELPS),
    )
    simulated = [Row(name=name, make=partial(simulated_diary, scenario=s), bounds=bounds) for name, s, bounds in made]
    real = [Row(name=file.stem, make=partial(diary_with_useless_massages, path=file), bounds=USELESS) for file in files]
    return simulated + real


def judged(make: Callable[..., SimulatedDiary], seed: Sequence[int]) -> Judged:
    """Make one diary and judge it; runs in a process of its own."""
    return judge(diary=make(seed=seed))


def figures(diaries: Sequence[Judged]) -> dict[str, Figure]:
    """The figures of a row by the names of their bounds, over the diaries that pass the gate."""
    answered = [one for one in diaries if one.estimate is not None]
    truth = fmean(one.true_change for one in answered)
    estimates = [one.estimate for one in answered if one.estimate is not None]
    return {
        "before_after": _rate([one.before_after_alarm for one in answered]),
        "alarms": _rate([estimate.alarm for estimate in estimates]),
        "coverage": _rate([estimate.low <= truth <= estimate.high for estimate in estimates]),
        "bias": _mean([estimate.change - truth for estimate in estimates]),
        "redeal": _rate([estimate.redeal_alarm for estimate in estimates]),
        "windows": _rate([estimate.window_alarm for estimate in estimates]),
    }


def _rate(flags: Sequence[bool]) -> Figure:
    return _mean([100.0 * flag for flag in flags])


def _mean(values: Sequence[float]) -> Figure:
    return Figure(mean=fmean(values), error=stdev(values) / sqrt(len(values)))


def line(row: Row, diaries: Sequence[Judged]) -> tuple[str, bool]:
    """The row as text, an asterisk behind what lies outside its bounds, and whether all lie inside."""
    answered = [one for one in diaries if one.estimate is not None]
    cells, fine = [row.name, str(len(answered))], True
    for name, figure in figures(diaries).items():
        inside = figure.within(getattr(row.bounds, name))
        fine = fine and inside
        number = (
            f"{figure.mean:+.3f} ± {figure.error:.3f}" if name == "bias" else f"{figure.mean:.1f} ± {figure.error:.1f}"
        )
        cells.append(number if inside else number + " *")
    truth = fmean(one.true_change for one in answered)
    return f"| {' | '.join([*cells, f'{truth:.2f}'])} |", fine


def main() -> int:
    """Print the table while it grows; 0 if all is within bounds."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("files", nargs="*", type=Path, help="diary files to book useless massages on")
    options.add_argument(
        "--diaries", type=int, default=2000, help="diaries in each row; with few, chance alone leaves the bounds"
    )
    options.add_argument("--processes", type=int, default=os.cpu_count(), help="how many to run side by side")
    chosen = options.parse_args()
    took = milliseconds_for_ten_years()
    fine = took <= SLOWEST
    print(f"ten years, 300 sessions, 999 dealings: {took:.0f} ms (at most {SLOWEST:.0f}){'' if fine else ' *'}")
    print(HEADING, flush=True)
    began = time.monotonic()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for number, row in enumerate(all_rows(chosen.files)):
            seeds = [(SEED, number, diary) for diary in range(chosen.diaries)]
            text, row_fine = line(row, list(pool.map(partial(judged, row.make), seeds, chunksize=20)))
            fine = fine and row_fine
            print(text, flush=True)
            print(f"{number + 1} rows, {time.monotonic() - began:.0f} s", end="\r", file=sys.stderr, flush=True)
    print("all within bounds" if fine else "OUTSIDE BOUNDS (*)")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
