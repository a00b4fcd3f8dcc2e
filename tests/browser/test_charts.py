"""The charts in a real browser: drawn, readable with the pointer and with keys, in any look, without a script too."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from playwright.sync_api import Locator, Page, expect

from journal.analytics.records import Feeling
from journal.models import User
from tests.browser.axe import axe
from tests.cast import diary, flare, massage, pain, pains, today

SignIn = Callable[[Page, AbstractBaseUser], None]

DAY = dt.timedelta(days=1)
CHARTS = ["pain", "reach", "places", "kinds", "signs", "sessions"]


@pytest.fixture
def logged(ana: User) -> User:
    """Sixty days with gaps, a massage a week, places and kinds, and two flare-ups."""
    last = today(ana)
    pains(ana, {last - back * DAY: 3 + back % 3 for back in range(1, 60) if back % 11})
    for back in range(0, 60, 7):
        massage(ana, on=last - back * DAY, minutes=60, pain_before=6, pain_after=4)
    pain(ana, 5, feelings=[Feeling(quality="burning", region="calf", side="left")])
    flare(ana, on=last - 40 * DAY, until=last - 36 * DAY)
    flare(ana, on=last - 2 * DAY)
    return ana


def chart(page: Page, name: str) -> Locator:
    return page.locator(f"[data-chart={name}]")


def readout(page: Page, name: str) -> Locator:
    return chart(page, name).locator(".readout")


def has_ink(canvas: Locator) -> bool:
    drawn: bool = canvas.evaluate(
        "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"
    )
    return drawn


def pixels(canvas: Locator) -> str:
    seen: str = canvas.evaluate("canvas => canvas.toDataURL()")
    return seen


def opened(page: Page, sign_in: SignIn, user: User, address: str = "") -> Page:
    sign_in(page, user)
    page.goto(f"/charts/{address}")
    return page


def test_every_chart_is_drawn_and_breaks_no_rule_of_accessibility(
    each_look: Page, sign_in: SignIn, logged: User
) -> None:
    page = opened(each_look, sign_in, logged)
    for name in CHARTS:
        expect(chart(page, name)).to_be_visible()
    assert has_ink(chart(page, "pain").locator("canvas"))
    assert has_ink(chart(page, "sessions").locator("canvas"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for numbers in page.locator(".chart summary").all():
        numbers.click()
    assert axe(page) == []


@pytest.mark.parametrize("address", ["", "?range=all", "?from=oops"])
def test_an_empty_diary_breaks_no_rule_either(each_look: Page, sign_in: SignIn, ana: User, address: str) -> None:
    page = opened(each_look, sign_in, ana, address)
    assert axe(page) == []


def test_all_plots_have_the_same_days_at_the_same_place(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    areas = [box for box in (area.bounding_box() for area in page.locator(".plot-area").all()) if box]
    assert len(areas) == len(CHARTS)
    assert {(box["x"], box["width"]) for box in areas} == {(areas[0]["x"], areas[0]["width"])}
    drawn: list[float] = page.evaluate(
        """() => [...document.querySelectorAll("canvas")].map((canvas) => {
          const { left, right } = Chart.getChart(canvas).chartArea;
          return [canvas.getBoundingClientRect().left + left, right - left];
        }).flat()"""
    )
    assert drawn == pytest.approx([areas[0]["x"], areas[0]["width"]] * 2, abs=1)


def test_keys_and_pointer_read_the_same_words(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    plot = chart(page, "pain").locator(".plot")
    for _ in range(40):
        page.keyboard.press("Tab")
        if plot.evaluate("plot => plot === document.activeElement"):
            break
    expect(plot).to_be_focused()
    expect(readout(page, "pain")).to_contain_text("mean 5, 1 entry")
    newest = readout(page, "pain").text_content() or ""
    assert "Massage: 60 minutes, 6 before, 4 after." in newest
    assert "In a flare-up declared by you, 3 days so far." in newest
    page.keyboard.press("ArrowLeft")
    expect(readout(page, "pain")).not_to_have_text(newest)
    page.keyboard.press("End")
    expect(readout(page, "pain")).to_have_text(newest)
    page.keyboard.press("Home")
    expect(readout(page, "pain")).not_to_have_text(newest)

    box = chart(page, "pain").locator(".plot-area").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 50)
    expect(readout(page, "pain")).to_have_text(newest)


def test_up_and_down_go_from_massage_to_massage(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    chart(page, "pain").locator(".plot").focus()
    page.keyboard.press("End")
    seen = set()
    for _ in range(4):
        page.keyboard.press("ArrowUp")
        words = readout(page, "pain").text_content() or ""
        assert "Massage:" in words
        seen.add(words)
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("places", ": 1 day. Left calf 1 (5)."),
        ("kinds", ": 1 day. Burning 1 (5)."),
        ("reach", ". Left: calf or shin. Right: none."),
        ("signs", ": 1 day. Leg pain 1 (5)."),
        ("sessions", ": 60 minutes, 6 before, 4 after."),
    ],
)
def test_each_chart_can_be_read_with_keys(page: Page, sign_in: SignIn, logged: User, name: str, words: str) -> None:
    opened(page, sign_in, logged)
    chart(page, name).locator(".plot").focus()
    page.keyboard.press("End")
    expect(readout(page, name)).to_contain_text(words)
    expect(readout(page, name)).to_have_attribute("aria-live", "polite")


def test_pointing_at_reach_reads_it(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    area = chart(page, "reach").locator(".plot-area")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 50)
    expect(readout(page, "reach")).to_contain_text("Left: calf or shin. Right: none.")


def test_reading_moves_nothing_on_the_page(phone: Page, sign_in: SignIn, logged: User) -> None:
    page = opened(phone, sign_in, logged)
    before = page.evaluate("document.documentElement.scrollHeight")
    chart(page, "pain").locator(".plot").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.documentElement.scrollHeight") == before


def test_a_change_of_theme_draws_in_its_colours(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    canvas = chart(page, "pain").locator("canvas")
    light = pixels(canvas)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("light => document.querySelector('canvas').toDataURL() !== light", arg=light)
    dark = pixels(canvas)
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    page.wait_for_function("dark => document.querySelector('canvas').toDataURL() !== dark", arg=dark)


def test_without_a_script_words_tables_and_rows_of_bars_are_there(
    new_page: Callable[..., Page], sign_in: SignIn, logged: User
) -> None:
    page = opened(new_page(java_script_enabled=False), sign_in, logged)
    expect(page.locator("#pain-title")).to_be_visible()
    expect(chart(page, "pain")).to_be_hidden()
    expect(chart(page, "places").locator(".strip")).to_have_count(1)
    expect(chart(page, "reach").locator(".reach-lines g")).to_have_count(2)
    expect(page.get_by_role("table", name="Days on which each place was named, of the days")).to_be_visible()
    page.get_by_text("The numbers").first.click()
    expect(page.get_by_role("table", name="Pain by day, 0 to 10")).to_be_visible()
    page.get_by_role("link", name="30 days").click()
    expect(page.get_by_role("link", name="30 days")).to_have_attribute("aria-current", "true")


def test_own_dates_are_chosen_with_a_form(page: Page, sign_in: SignIn, logged: User) -> None:
    opened(page, sign_in, logged)
    page.get_by_text("Your own dates").click()
    last = today(logged)
    page.get_by_label("From", exact=True).fill((last - 50 * DAY).isoformat())
    page.get_by_label("To", exact=True).fill((last - 60 * DAY).isoformat())
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("This is before the first day.")).to_be_visible()
    expect(page.get_by_label("From", exact=True)).to_have_value((last - 50 * DAY).isoformat())


def test_ten_years_are_drawn_quietly_on_a_phone(phone: Page, sign_in: SignIn, ana: User) -> None:
    diary(ana, days=3652)
    page = opened(phone, sign_in, ana, "?range=all")
    assert has_ink(chart(page, "pain").locator("canvas"))
    points: Any = page.evaluate("Chart.getChart(document.querySelector('canvas')).data.datasets.at(-1).data.length")
    assert 500 < points < 600
    chart(page, "pain").locator(".plot").focus()
    page.keyboard.press("Home")
    expect(readout(page, "pain")).to_contain_text("Week of")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
