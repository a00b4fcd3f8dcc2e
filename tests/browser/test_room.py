"""What lies where: the save bar and the bar of five, long words, other scripts, and what a script draws."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractBaseUser
from playwright.sync_api import Page, expect

from journal.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.cast import diary, medicine, pain, today, visit

SignIn = Callable[[Page, AbstractBaseUser], None]
NewPage = Callable[..., Page]

LONG = "Wirbelsäulenchirurgiesprechstundenassistenzvertretung"
LOW = (320, 330)  # a phone with its keyboard up, or on its side
TOO_WIDE = "document.scrollingElement.scrollWidth > window.innerWidth"
LIES_OVER = "each => getComputedStyle(each).position"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_the_save_bar_stands_at_the_lower_edge(
    size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=size)
    sign_in(page, ana)
    page.goto("/pain/new/")
    expect(page.locator(".sticky-save")).to_be_in_viewport()

    bar = page.locator(".sticky-save").bounding_box()
    five = page.locator("header .bar").bounding_box()

    assert bar
    assert five
    edge = five["y"] if size == PHONE else size[1]
    assert bar["y"] + bar["height"] == pytest.approx(edge, abs=1)


def test_nothing_lies_over_a_low_window(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=LOW)
    sign_in(page, ana)
    page.goto("/pain/new/")

    assert page.locator("header .bar").evaluate(LIES_OVER) == "static"
    assert page.locator(".sticky-save").evaluate(LIES_OVER) == "static"


def test_long_words_stay_in_the_page(ana: User, phone: Page, sign_in: SignIn) -> None:
    visit(ana, on=today(ana), clinician=LONG)
    medicine(ana, name=LONG)
    sign_in(phone, ana)

    for path in ("/", "/visits/", "/medicine/new/"):
        phone.goto(path)
        expect(phone.get_by_text(LONG).first).to_be_visible()
        assert not phone.evaluate(TOO_WIDE), path


def test_a_note_begins_where_its_script_does(ana: User, phone: Page, sign_in: SignIn) -> None:
    pain(ana, 4, note="الألم شديد")
    sign_in(phone, ana)
    phone.goto("/journal/")
    note = phone.locator(".entry-note")
    expect(note).to_be_visible()

    gap = note.evaluate(
        """each => { const words = document.createRange(); words.selectNodeContents(each);
        return each.getBoundingClientRect().right - words.getBoundingClientRect().right; }"""
    )

    assert gap == pytest.approx(0, abs=1)


def test_nothing_moves_when_the_charts_are_drawn(ana: User, page: Page, sign_in: SignIn) -> None:
    diary(ana, days=40)
    sign_in(page, ana)
    page.goto("/charts/")
    expect(page.locator("[data-chart=pain] canvas")).to_be_visible()
    drawn = page.locator("#flares-title").bounding_box()

    page.route("**/chart.umd*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.route("**/pages/charts*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    expect(page.locator("[data-chart=pain]")).to_be_hidden()

    assert page.locator("#flares-title").bounding_box() == drawn
