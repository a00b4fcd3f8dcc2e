"""The guards of the browser tests catch what they are there for; else every other test below here proves less."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.conftest import Complaints

_BREACHES = {
    "an inline script": "() => document.body.append(Object.assign(document.createElement('script'), {text: '0'}))",
    "an inline style": "() => document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">.</p>')",
    "another host": "() => fetch('https://diary.example.org/').catch(() => 0)",
    "an error in the console": "() => console.error('out of ink')",
    "an error in a script": "() => setTimeout(() => { throw new Error('out of paper') })",
    "a page that is not there": "() => fetch('/no-such-page/')",
}


@pytest.mark.parametrize("script", _BREACHES.values(), ids=list(_BREACHES))
def test_a_breach_is_heard(page: Page, complaints: Complaints, script: str) -> None:
    page.goto("/accounts/login/")
    assert complaints.sentences == []
    page.evaluate(script)
    page.wait_for_function("() => document.readyState === 'complete'")
    for _ in range(50):
        if complaints.sentences:
            break
        page.wait_for_timeout(100)
    assert complaints.unexpected() != []
    complaints.sentences.clear()


def test_what_a_test_expects_is_no_complaint(page: Page, complaints: Complaints) -> None:
    complaints.expect("status of 404")
    page.goto("/no-such-page/")
    page.wait_for_load_state("networkidle")
    assert complaints.sentences != []
    assert complaints.unexpected() == []


def test_axe_names_the_element_at_fault(page: Page) -> None:
    page.goto("/accounts/login/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    (fault,) = axe(page)
    assert fault.startswith("button-name (critical) at #main > button")


def test_pages_of_one_test_share_nothing(new_page: Callable[..., Page]) -> None:
    one, other = new_page(), new_page(dark=True)
    one.goto("/accounts/login/")
    assert one.context.cookies() != []
    assert other.context.cookies() == []
