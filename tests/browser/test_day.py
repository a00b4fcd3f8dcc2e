"""The day around the pain in a real browser: by keys alone, and its chart."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from playwright.sync_api import Page, expect

from journal.analytics.records import DayContent
from journal.models import DayLog, MedicationDose, User
from tests.cast import day_log, medicine, pain, today

SignIn = Callable[[Page, AbstractBaseUser], None]


def test_a_day_is_logged_by_keys_alone(ana: User, page: Page, sign_in: SignIn) -> None:
    sign_in(page, ana)
    page.goto("/day/")
    page.get_by_role("group", name="How well did you sleep?").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")  # from 0 to 1
    page.get_by_label("Sleep, in hours").focus()
    page.keyboard.type("7:20")
    page.keyboard.press("Tab")
    page.keyboard.type("8,5")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Saved")).to_be_visible()
    log = DayLog.objects.owned_by(ana).get()
    assert log.content == DayContent(sleep_quality=1, sleep_minutes=440, sitting_minutes=510)
    assert log.local_date == today(ana)


def test_a_tap_logs_a_dose_and_another_undoes_it(ana: User, phone: Page, sign_in: SignIn) -> None:
    medicine(ana)
    sign_in(phone, ana)
    phone.goto("/medicine/new/")
    phone.get_by_role("button", name="Not taken Ibuprofen 400 mg").click()
    expect(phone.get_by_text("not taken: Ibuprofen 400 mg")).to_be_visible()
    assert MedicationDose.objects.owned_by(ana).filter(taken=False).count() == 1

    phone.get_by_role("button", name="Undo").click()

    expect(phone.get_by_text("Undone.")).to_be_visible()
    assert not MedicationDose.objects.owned_by(ana).filter(taken=False).exists()


def test_the_chart_is_read_with_keys(ana: User, page: Page, sign_in: SignIn) -> None:
    pain(ana, 4)
    day_log(ana, stress=3)
    sign_in(page, ana)
    page.goto("/charts/day/")
    readout = page.locator("[data-chart=day] .readout")
    expect(readout).to_contain_text("arrow keys")

    page.locator("[data-chart=day] .plot").focus()
    page.keyboard.press("End")

    expect(readout).to_contain_text("pain, mean 4, stress 3")
