"""The chart of days beside the pain."""

import datetime as dt
from typing import Any

import pytest

from journal.analytics.day_factors import FACTORS, Beside
from journal.analytics.records import DayContent
from journal.analytics.timeline import PainDay
from journal.charts.day_factors import beside_words, day_factors_chart

FIRST = dt.date(2026, 5, 4)
LAST = FIRST + dt.timedelta(days=29)
BY_LABEL = {factor.label: factor for factor in FACTORS}


def day(at: int) -> dt.date:
    return FIRST + dt.timedelta(days=at)


def pained(*means: float) -> list[PainDay]:
    return [PainDay(day=day(at), mean=mean, worst=mean, least=mean, count=1) for at, mean in enumerate(means)]


def chart(logs: list[tuple[dt.date, DayContent]], *names: str, pain: list[PainDay] | None = None) -> dict[str, Any]:
    chosen = [BY_LABEL[name] for name in names]
    return day_factors_chart(pain=pain or [], logs=logs, chosen=chosen, first=FIRST, last=LAST)


def test_a_zero_has_a_floor_and_a_gap_has_none() -> None:
    found = chart([(day(0), DayContent(stress=0)), (day(2), DayContent(stress=5))], "Stress")

    paths = {path["level"]: path["d"] for path in found["rows"][1]["paths"]}
    assert paths["floor"].count("M") == 2
    assert paths["bar"].count("M") == 1


def test_each_day_reads_as_a_sentence_and_stands_in_the_table() -> None:
    found = chart([(day(1), DayContent(stress=5, core=True))], "Stress", "Core exercises", pain=pained(3, 4))

    assert found["data"]["text"] == [
        "4 May 2026: pain, mean 3.",
        "5 May 2026: pain, mean 4, stress 5, core exercises 100 % of days.",
    ]
    assert found["table"]["rows"] == [["4 May 2026", "3", "–", "–"], ["5 May 2026", "4", "5", "100 % of days"]]
    assert len(found["data"]["x"]) == 2


def test_what_was_logged_on_the_same_days_is_said() -> None:
    logs = [(day(at), DayContent(stress=at % 2 * 6, core=at % 2 == 0)) for at in range(30)]

    found = chart(logs, "Stress", "Core exercises", pain=pained(*[2, 4] * 15))

    assert [one["words"] for one in found["said"]] == [
        "6 or more: pain was 4.0 on average on 15 days. 0: 2.0 on average on 15 days.",
        "Pain was 2.0 on average on 15 days with, and 4.0 on average on 15 days without.",
    ]


def test_too_little_is_not_put_in_words() -> None:
    found = chart([(day(0), DayContent(stress=3))], "Stress", pain=pained(3))

    assert found["said"][0]["words"].startswith("1 day says both")


def test_no_words_claim_a_cause() -> None:
    logs = [(day(at), DayContent(stress=at % 2 * 6)) for at in range(30)]
    words = str(chart(logs, "Stress", pain=pained(*[2, 4] * 15))).lower()

    assert not [claim for claim in ("because", "cause", "leads", "effect", "correlat", "helps") if claim in words]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day says both this and pain; from 14 on it is put in words."),
        (13, "13 days say both this and pain; from 14 on it is put in words."),
        (14, "14 days say both this and pain; they are too alike to compare."),
    ],
)
def test_what_is_missing_for_words_is_said(days: int, words: str) -> None:
    assert beside_words(FACTORS[0], Beside(days=days, low=None, high=None)) == words
