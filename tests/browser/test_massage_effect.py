"""The page about massages in a real browser: every verdict in every look, readable with keys, and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journal.models import User
from tests.browser.axe import axe
from tests.verdicts import COURSES, DAY, FIRST, write

PAGE = "/massage/effect/"
SignIn = Callable[[Page, User], None]


def opened(page: Page, sign_in: SignIn, user: User, address: str = "") -> Page:
    sign_in(page, user)
    page.goto(PAGE + address)
    return page


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("verdict", [*COURSES, "nothing"])
def test_every_verdict_is_accessible_in_every_look(each_look: Page, sign_in: SignIn, ana: User, verdict: str) -> None:
    if verdict in COURSES:
        write(ana, COURSES[verdict], technique="thai", therapist_name="Vera Lang", pain_before=6, pain_after=4)
    page = opened(each_look, sign_in, ana)
    assert axe(page) == []
    unfold(page)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_answer_is_on_the_first_screen_of_a_phone(phone: Page, sign_in: SignIn, ana: User) -> None:
    write(ana, COURSES["lower"])
    page = opened(phone, sign_in, ana)
    box = page.get_by_role("heading", name="Lower pain after massages").bounding_box()
    bar = page.get_by_role("navigation", name="Diary").bounding_box()
    assert box
    assert bar
    assert box["y"] + box["height"] < bar["y"]


def test_the_picture_is_drawn_and_read_with_keys_and_pointer(page: Page, sign_in: SignIn, ana: User) -> None:
    write(ana, COURSES["lower"])
    opened(page, sign_in, ana)
    chart = page.locator("[data-chart=around]")
    drawn = "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"
    assert chart.locator("canvas").evaluate(drawn)

    plot, readout = chart.locator(".plot"), chart.locator(".readout")
    plot.focus()
    page.keyboard.press("Home")
    expect(readout).to_contain_text("7 days before: massages ")
    page.keyboard.press("ArrowDown")
    expect(readout).to_contain_text("Massage day: massages ")
    page.keyboard.press("ArrowRight")
    expect(readout).to_contain_text("1 day after: massages ")
    words = readout.text_content()
    page.keyboard.press("End")
    expect(readout).to_contain_text("10 days after: massages ")

    box = chart.locator(".plot-area").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 8.5 / 18, box["y"] + 50)
    expect(readout).to_have_text(words or "")


def test_the_picture_is_drawn_again_in_the_colours_of_another_theme(page: Page, sign_in: SignIn, ana: User) -> None:
    write(ana, COURSES["lower"])
    opened(page, sign_in, ana)
    light = page.locator("canvas").evaluate("canvas => canvas.toDataURL()")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("light => document.querySelector('canvas').toDataURL() !== light", arg=light)


def test_everything_is_said_without_a_script(new_page: Callable[..., Page], sign_in: SignIn, ana: User) -> None:
    write(ana, COURSES["lower"])
    page = opened(new_page(java_script_enabled=False), sign_in, ana)
    expect(page.get_by_role("heading", name="Lower pain after massages")).to_be_visible()
    expect(page.locator("[data-chart=around]")).to_be_hidden()
    page.get_by_text("The numbers").click()
    expect(page.get_by_role("row", name="massage ", exact=False).first).to_be_visible()
    page.get_by_text("The days", exact=True).click()
    link = page.locator(".compared a").first
    address = link.get_attribute("href") or ""
    link.click()
    page.wait_for_url(f"**{address}")
    expect(page.get_by_text("Showing all entries, on ")).to_be_visible()
    page.get_by_role("link", name="Show the journal").click()
    expect(page.get_by_text("Showing")).to_have_count(0)


def test_a_period_is_chosen_with_a_form(page: Page, sign_in: SignIn, ana: User) -> None:
    write(ana, COURSES["lower"])
    opened(page, sign_in, ana)
    expect(page.get_by_role("link", name="All", exact=True)).to_have_attribute("aria-current", "true")
    page.get_by_text("Your own dates").click()
    page.get_by_label("To", exact=True).fill((FIRST + 40 * DAY).isoformat())
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Still needed: 2 more sessions")).to_be_visible()
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.get_by_role("heading", name="Lower pain after massages")).to_be_visible()
