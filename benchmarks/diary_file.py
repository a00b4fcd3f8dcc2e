"""Useless massages booked on the pain that somebody really had, from a diary file."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from benchmarks.simulated_diaries import FIRST_DAY, SimulatedDiary, diary_days

Floats = NDArray[np.float64]

STRETCH_DAYS = 180
SESSIONS = 15
LEAST_LOGGED = 0.8
LEAST_GAP = 5
ODDS = 4.0
"""Factor on the odds of a massage for each standard deviation of pain: about 2.2 for each point of a simulated one."""
_NAMES = {"startyear": "year", "startmonth": "month", "startday": "day", "name": "region"}


@dataclass(frozen=True, kw_only=True, eq=False)
class Stretch:
    """180 days of one person's pain in one place, NaN where nothing was logged."""

    pain: Floats


@lru_cache(maxsize=8)
def stretches(path: Path) -> tuple[Stretch, ...]:
    """Every stretch that starts 30 days after another one, of every place, with enough days logged and some change."""
    found = []
    for pain in _pain_by_place(path).values():
        first, last = min(pain), max(pain)
        series = np.array([pain.get(first + timedelta(days=n), np.nan) for n in range((last - first).days + 1)])
        for start in range(0, len(series) - STRETCH_DAYS + 1, 30):
            part = series[start : start + STRETCH_DAYS]
            if np.isfinite(part).mean() >= LEAST_LOGGED and np.nanstd(part) > 0:
                found.append(Stretch(pain=part))
    return tuple(found)


def diary_with_useless_massages(*, path: Path, seed: Sequence[int]) -> SimulatedDiary:
    """One of the stretches, with massages booked on its bad days that change nothing."""
    rng = np.random.default_rng(seed)
    choice = stretches(path)
    pain = choice[rng.integers(len(choice))].pain
    standing = np.nan_to_num((pain - np.nanmean(pain)) / np.nanstd(pain))
    readiness = _readiness(standing, rng)
    massages = _book(readiness + np.log(ODDS) * standing, rng.random(len(pain)))
    return SimulatedDiary(
        days=diary_days(pain=pain, massages=massages),
        massage_days=[FIRST_DAY + timedelta(days=day) for day in massages],
        true_change=0.0,
    )


def _readiness(standing: Floats, rng: np.random.Generator) -> float:
    draws = rng.random((6, len(standing)))
    low, high = -12.0, 3.0
    for _ in range(10):
        middle = (low + high) / 2
        few = fmean(len(_book(middle + np.log(ODDS) * standing, draw)) for draw in draws) < SESSIONS
        low, high = (middle, high) if few else (low, middle)
    return (low + high) / 2


def _book(log_odds: Floats, draws: Floats) -> list[int]:
    massages: list[int] = []
    for day in np.flatnonzero(draws < 1 / (1 + np.exp(-log_odds))).tolist():
        if not massages or day - massages[-1] >= LEAST_GAP:
            massages.append(day)
    return massages


def _pain_by_place(path: Path) -> dict[str, dict[date, float]]:
    """Day means for each place. Lines above the header are skipped; a blank date is the date of the line above."""
    ratings: dict[str, dict[date, list[float]]] = defaultdict(lambda: defaultdict(list))
    with path.open(newline="", encoding="utf-8") as file:
        for record in _records(csv.reader(file)):
            day = date(int(record["year"]), int(record["month"]), int(record["day"]))
            ratings[record["region"]][day].append(float(record["intensity"]))
    return {place: {day: fmean(values) for day, values in days.items()} for place, days in ratings.items()}


def _records(lines: Iterable[Sequence[str]]) -> Iterable[dict[str, str]]:
    header: list[str] = []
    above: dict[str, str] = {}
    for line in lines:
        if not header:
            names = [_NAMES.get(name.strip(), name.strip()) for name in line]
            header = names if {"year", "month", "day", "region", "intensity"} <= set(names) else []
            continue
        record = {name: cell.strip() or above.get(name, "") for name, cell in zip(header, line, strict=False)}
        above = record
        yield record
