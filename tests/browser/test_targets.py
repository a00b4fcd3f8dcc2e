"""What is tapped in bed, with one hand, is large: 44 pixels at least in the log forms, at 320 pixels width."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from journal.models import User
from tests.browser.conftest import PHONE

LEAST = 44
# Width and height of everything that takes a tap. A field drawn by its label is as large as the label; a link within
# a sentence is as large as its words.
TAPPED = "main form :is(button, input, select, textarea, summary, label[for], a):not([aria-hidden=true])"
SMALL = """([least, tapped]) => [...document.querySelectorAll(tapped)]
    .filter(each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter(each => each.type !== 'hidden' && !each.closest('p'))
    .filter(each => each.matches('label') ? ['radio', 'checkbox'].includes(each.control?.type) : true)
    .map(each => [each, each.getBoundingClientRect()])
    .filter(([, box]) => box.width < least - 0.5 || box.height < least - 0.5)
    .map(([each, box]) => `${each.tagName} ${each.innerText || each.name} ${box.width} x ${box.height}`)"""


@pytest.mark.parametrize("path", ["/", "/pain/new/", "/massage/new/", "/flares/new/"])
def test_targets_in_log_forms_are_large(
    path: str, ana: User, new_page: Callable[..., Page], sign_in: Callable[[Page, User], None]
) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    small: Any = page.evaluate(SMALL, [LEAST, TAPPED])

    assert page.locator("main form button").count() >= 1
    assert small == []
