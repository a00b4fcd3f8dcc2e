"""The desk in a real browser: rules of accessibility, narrow and wide, light and dark; and by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from journal.models import Therapist, User
from tests import cast, desk
from tests.browser.test_axe import found_on

SIZES = pytest.mark.parametrize("size", [(320, 640), (1280, 800)], ids=["narrow", "wide"])


def seat(page: Page, url: str, user: User) -> None:
    """Give a page the session of somebody who signed in with a second factor."""
    value = cast.at_the_desk(user).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}])


def paths(items: dict[str, str]) -> list[str]:
    """A page of each sort."""
    of_rows = [
        reverse(f"admin:journal_{name}_change", args=[items[name]])
        for name in ("therapist", "listingchange", "contentreport", "author", "user", "contentaccess")
    ]
    lists = [reverse(f"admin:journal_{name}_changelist") for name in ("therapist", "auditentry", "user")]
    others = [
        reverse("admin:index"),
        reverse("admin:journal_therapist_history", args=[items["therapist"]]),
        reverse("admin:journal_therapist_pairs"),
        reverse("admin:journal_therapist_join", args=[items["therapist"], items["other_id"]]),
        reverse("admin:journal_contentaccess_open", args=[items["user"]]),
    ]
    return [*others, *lists, *of_rows]


@SIZES
def test_every_page_of_the_desk_is_accessible_and_fits(
    size: tuple[int, int], ana: User, ada: User, new_page: Callable[..., Page], live_server: object
) -> None:
    items = desk.one_of_each(ana)
    page = new_page(size=size)
    seat(page, str(live_server), ada)

    wrong = {}
    for path in paths(items):
        page.goto(path)
        if found := found_on(page):
            wrong[path] = found

    assert wrong == {}


@SIZES
def test_what_was_refused_and_what_asks_first_too(
    size: tuple[int, int], ana: User, mona: User, new_page: Callable[..., Page], live_server: object
) -> None:
    desk.queues(ana, each=3)
    page = new_page(size=size)
    seat(page, str(live_server), mona)

    page.goto(reverse("admin:journal_therapist_changelist"))
    page.get_by_role("link", name="New Therapist 0").click()
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Choose why.")).to_be_visible()
    assert found_on(page) == []

    page.goto(reverse("admin:journal_therapistreview_changelist"))
    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option("rejected")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.get_by_role("heading", name="Reject: 3")).to_be_visible()
    assert found_on(page) == []


def test_a_queue_is_worked_through_by_keyboard(page: Page, ana: User, mona: User, live_server: object) -> None:
    first, second = desk.listing("First", added_by=ana), desk.listing("Second")
    seat(page, str(live_server), mona)
    page.goto("/admin/")
    page.get_by_role("link", name=re.compile("New listings")).press("Enter")
    page.get_by_role("link", name="First").press("Enter")
    page.get_by_text("Put something right").press("Enter")
    page.get_by_label("Practice").fill("The Quiet Room")
    page.get_by_role("button", name="Approve").press("Enter")

    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    first.refresh_from_db()
    assert (first.state, first.practice) == ("published", "The Quiet Room")
    # Enter in a field decides nothing.
    page.get_by_text("Put something right").press("Enter")
    page.get_by_label("Practice").fill("Another")
    page.get_by_label("Practice").press("Enter")
    expect(page.get_by_text("Edited: Second")).to_be_visible()
    assert Therapist.objects.get(pk=second.pk).state == "pending"
