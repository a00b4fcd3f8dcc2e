"""The day around the pain and medicines, in words."""

from decimal import Decimal
from typing import Any

import pytest

from journal.analytics.day_wording import describe_day_log, describe_medicine, describe_minutes
from journal.analytics.records import DayContent, MedicineContent


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (90, "1 h 30 min"), (480, "8 hours")],
)
def test_minutes_read_as_people_say_them(minutes: int, words: str) -> None:
    assert describe_minutes(minutes) == words


def test_zero_and_no_are_said_and_silence_is_not() -> None:
    said = DayContent(stress=0, exercise_minutes=0, core=False, lifting="none")

    assert describe_day_log(said) == "stress 0 of 10, lifted nothing, no exercise, no core exercise"
    assert describe_day_log(DayContent(note="x")) == "a note on the day"


def test_a_whole_day_in_a_line() -> None:
    said = DayContent(
        sleep_minutes=435,
        sleep_quality=6,
        sitting_minutes=480,
        standing_minutes=60,
        walking_minutes=30,
        lifting="heavy",
        exercise_minutes=20,
        core=True,
        interference=4,
    )

    assert describe_day_log(said) == (
        "slept 7 h 15 min, sleep quality 6 of 10, sat 8 hours, stood 1 hour, walked 30 minutes, lifted heavy things, "
        "exercise 20 minutes, core exercise, held back 4 of 10"
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Ibuprofen"),
        ({"dose": Decimal("400.000"), "unit": "mg"}, "Ibuprofen 400 mg"),
        ({"dose": Decimal(1), "unit": "tablet"}, "Ibuprofen 1 tablet"),
        ({"dose": Decimal("0.5"), "unit": "tablet", "taken": False}, "not taken: Ibuprofen 0.5 tablets"),
        ({"dose": Decimal(2)}, "Ibuprofen 2"),
        ({"unit": "mg"}, "Ibuprofen"),
    ],
)
def test_a_dose_in_words(said: dict[str, Any], words: str) -> None:
    assert describe_medicine(MedicineContent(name="Ibuprofen", **said)) == words
