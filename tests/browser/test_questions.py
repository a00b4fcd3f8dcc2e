"""Questionnaires in a real browser: 24 sentences by thumb and by keys, scores read from the chart."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from playwright.sync_api import Page, expect

from journal.analytics.questionnaires import INSTRUMENTS
from journal.models import QuestionnaireResponse, User
from tests.browser.conftest import PHONE
from tests.cast import questionnaire, today

SignIn = Callable[[Page, AbstractBaseUser], None]
SENTENCES = [item.words for item in INSTRUMENTS["rmdq"].items]


def test_the_whole_row_of_a_sentence_can_be_tapped(ana: User, phone: Page, sign_in: SignIn) -> None:
    sign_in(phone, ana)
    phone.goto("/questions/rmdq/")
    rows = phone.locator(".ticks label")
    assert all(row.bounding_box()["height"] >= 48 for row in rows.all())  # type: ignore[index]

    rows.nth(2).tap(position={"x": PHONE[0] - 60, "y": 10})
    rows.nth(4).tap(position={"x": 20, "y": 20})
    phone.get_by_role("button", name="Save").tap()

    expect(phone.get_by_text("Saved")).to_contain_text("2 of 24")
    assert QuestionnaireResponse.objects.get(user=ana).answers["q5"] == 1


def test_sentences_are_ticked_with_keys_and_without_a_script(
    ana: User, new_page: Callable[..., Page], sign_in: SignIn
) -> None:
    page = new_page(java_script_enabled=False)
    sign_in(page, ana)
    page.goto("/questions/rmdq/")
    page.get_by_role("checkbox", name=SENTENCES[0]).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Saved")).to_contain_text("2 of 24")
    expect(page.locator(".asked-rmdq .strip-bars")).to_be_visible()


def test_scores_are_read_with_keys(ana: User, page: Page, sign_in: SignIn) -> None:
    questionnaire(ana, on=today(ana) - dt.timedelta(days=14), pain=8, enjoyment=8, activity=8)
    questionnaire(ana)
    sign_in(page, ana)
    page.goto("/questions/")
    readout = page.locator("[data-chart=peg] .readout")
    expect(readout).to_contain_text("arrow keys")

    page.locator("[data-chart=peg] .plot").focus()
    page.keyboard.press("Home")

    expect(readout).to_contain_text("8 of 10")
