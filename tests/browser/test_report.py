"""The report on a phone, and printed from the browser."""

import io
from collections.abc import Callable

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journal.models import User
from tests import cast

SignIn = Callable[[Page, User], None]
SIDEWAYS = """tables => tables.filter(table => table.scrollWidth > table.clientWidth + 1)
    .map(table => table.getAttribute("aria-label"))"""
TOUCHING = """labels => {
    const boxes = labels.map(one => one.getBoundingClientRect()).filter(box => box.width);
    return [boxes.length, boxes.filter((box, at) => at && box.left < boxes[at - 1].right + 2).length];
}"""


def full(user: User) -> None:
    cast.diary(user, days=190)
    cast.days_around(user, days=190)
    cast.questionnaires(user, days=90)
    cast.question(user, "May I run?")


def test_on_a_phone_the_tables_fit_and_no_dates_touch(ana: User, phone: Page, sign_in: SignIn) -> None:
    full(ana)
    page = phone
    sign_in(page, ana)

    page.goto("/report/")

    expect(page.get_by_role("heading", name="Every entry of the period")).to_be_visible()
    assert page.locator(".data-table:not(.report-entries)").evaluate_all(SIDEWAYS) == []
    shown, touching = page.locator(".report-ticks text").evaluate_all(TOUCHING)
    assert shown > 2
    assert not touching


def test_printed_its_first_part_is_one_page(ana: User, page: Page, sign_in: SignIn) -> None:
    full(ana)
    sign_in(page, ana)
    page.goto("/report/")
    expect(page.get_by_role("heading", name="Every entry of the period")).to_be_visible()

    first, second, *_ = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    text = first.extract_text()
    assert text.lstrip().startswith("Report from a sciatica diary")
    assert "May I run?" in text
    assert "Choose what it shows" not in text
    assert second.extract_text().lstrip().startswith("In full")
