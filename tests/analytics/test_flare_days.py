"""The days of one flare-up, and the medicines taken in it."""

from datetime import date, timedelta
from decimal import Decimal

from journal.analytics.flare_days import MOST_DAYS, flare_days, medicines_taken
from journal.analytics.records import DayContent, MedicineContent
from journal.analytics.sensations import Felt
from journal.analytics.timeline import PainDay

FIRST = date(2026, 5, 4)
DAY = timedelta(days=1)
IBUPROFEN = MedicineContent(name="Ibuprofen", dose=Decimal(400), unit="mg")


def rated(offset: int, least: float, worst: float) -> PainDay:
    return PainDay(day=FIRST + offset * DAY, mean=(least + worst) / 2, worst=worst, least=least, count=2)


def test_days_with_nothing_logged_are_left_out() -> None:
    found = flare_days(
        pain=[rated(0, 4, 8)], felt=[], doses=[(FIRST + 2 * DAY, IBUPROFEN)], logs=[(FIRST + DAY, DayContent(stress=3))]
    )

    assert [(day.day, day.pain, day.medicines, day.around) for day in found] == [
        (FIRST, "pain between 4 and 8", "", ""),
        (FIRST + DAY, "", "", "stress 3 of 10"),
        (FIRST + 2 * DAY, "", "Ibuprofen 400 mg", ""),
    ]


def test_a_day_says_how_far_down_the_leg_it_went_on_either_side() -> None:
    felt = [Felt(FIRST, "ache", "hip", "left", 5), Felt(FIRST, "ache", "toes", "right", 2)]
    (day,) = flare_days(pain=[rated(0, 6.5, 6.5)], felt=felt, doses=[], logs=[])

    assert (day.pain, day.worst) == ("pain 6.5, as far as the toes", 6.5)


def test_of_a_very_long_one_the_latest_days_are_there() -> None:
    found = flare_days(pain=[rated(offset, 3, 3) for offset in range(200)], felt=[], doses=[], logs=[])

    assert [day.day for day in found] == [FIRST + offset * DAY for offset in range(200 - MOST_DAYS, 200)]


def test_medicines_are_counted_by_name_and_dose_those_not_taken_left_out() -> None:
    half = MedicineContent(name="ibuprofen", dose=Decimal("200.0"), unit="mg")
    shouted = MedicineContent(name="IBUPROFEN", dose=Decimal("400.0"), unit="mg")
    skipped = MedicineContent(name="Aspirin", taken=False)
    doses = [(FIRST, half), (FIRST, IBUPROFEN), (FIRST, shouted), (FIRST + DAY, IBUPROFEN), (FIRST, skipped)]

    assert medicines_taken(doses=doses) == ["Ibuprofen 400 mg, 3 times on 2 days", "ibuprofen 200 mg, 1 time on 1 day"]
