"""The journal in a real browser: what can be reached, by thumb, by keyboard and without scripts."""

import datetime as dt
from collections.abc import Callable

from playwright.sync_api import Page, expect

from journal.analytics.records import Area, Feeling
from journal.models import PainEntry, User
from tests.browser.axe import axe
from tests.browser.conftest import Complaints
from tests.cast import diary, flare, massage, pain, today

SignIn = Callable[[Page, User], None]
JOURNAL = "/journal/"


def fill_diary(user: User) -> None:
    diary(user, days=60, until=today(user) - dt.timedelta(days=1))
    calf = [Feeling(quality=quality, region="calf", side="left") for quality in ("burning", "tingling")]
    pain(user, 10, note="It hurts when I sit and it hurts when I stand. " * 400, feelings=calf)
    pain(user, 5.7, at=None, note="A" * 1500)
    massage(user, minutes=60, therapist_name="山田 花子", areas=(Area(region="lower_back", side="centre"),))
    flare(user)


def sideways(page: Page) -> bool:
    """Does the page scroll sideways?"""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def test_a_full_journal_is_accessible_in_every_look(each_look: Page, ana: User, sign_in: SignIn) -> None:
    fill_diary(ana)
    sign_in(each_look, ana)
    each_look.goto(JOURNAL)
    assert axe(each_look) == []
    assert not sideways(each_look)

    each_look.get_by_text("Find entries").click()
    each_look.get_by_text("The rest of this note").first.click()
    each_look.locator(".entry .menu summary").first.click()
    assert axe(each_look) == []
    assert not sideways(each_look)


def test_an_empty_journal_is_accessible_in_every_look(each_look: Page, ana: User, sign_in: SignIn) -> None:
    sign_in(each_look, ana)
    each_look.goto(JOURNAL)
    expect(each_look.get_by_text("Nothing here yet")).to_be_visible()
    assert axe(each_look) == []


def test_a_mistake_and_an_empty_result_are_accessible_in_every_look(
    each_look: Page, ana: User, sign_in: SignIn
) -> None:
    pain(ana)
    sign_in(each_look, ana)
    each_look.goto(JOURNAL)
    each_look.get_by_text("Find entries").click()
    each_look.get_by_label("From").fill("2026-03-05")
    each_look.get_by_label("To", exact=True).fill("2026-03-01")
    each_look.get_by_role("button", name="Show these").click()
    expect(each_look.get_by_text("This is before the first day.")).to_be_visible()
    assert axe(each_look) == []

    each_look.get_by_label("To", exact=True).fill("2026-03-06")
    each_look.get_by_role("button", name="Show these").click()
    expect(each_look.get_by_text("Nothing found")).to_be_visible()
    assert axe(each_look) == []


def test_two_versions_side_by_side_are_accessible_in_every_look(
    each_look: Page, ana: User, sign_in: SignIn, complaints: Complaints
) -> None:
    complaints.expect("status of 409")
    entry = pain(ana, 6, note="As it was. " * 50)
    sign_in(each_look, ana)
    each_look.goto(f"/pain/{entry.uid}/")
    PainEntry.objects.update(version=2, intensity=3)
    each_look.get_by_role("button", name="Save").click()

    expect(each_look.get_by_role("heading", name="This entry was changed meanwhile")).to_be_visible()
    expect(each_look.get_by_role("heading", name="What you typed")).to_be_visible()
    assert axe(each_look) == []
    assert not sideways(each_look)


def test_deleting_and_undoing_by_keyboard(page: Page, ana: User, sign_in: SignIn) -> None:
    entry = pain(ana, 6, note="Long drive.")
    sign_in(page, ana)
    page.goto(JOURNAL)
    page.get_by_role("link", name="Moderate").focus()
    for key in ("Tab", "Enter", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("Deleted. It said:")).to_be_visible()
    assert not PainEntry.objects.owned_by(ana).exists()

    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Undone.")).to_be_visible()
    expect(page.get_by_text("Long drive.")).to_be_visible()
    assert PainEntry.objects.owned_by(ana).get().uid == entry.uid


def test_the_menu_of_an_entry_closes_with_escape(page: Page, ana: User, sign_in: SignIn) -> None:
    pain(ana)
    sign_in(page, ana)
    page.goto(JOURNAL)
    page.locator(".entry .menu summary").click()
    delete = page.get_by_role("button", name="Delete")
    expect(delete).to_be_visible()
    page.keyboard.press("Escape")
    expect(delete).to_be_hidden()


def test_everything_works_without_scripts(new_page: Callable[..., Page], ana: User, sign_in: SignIn) -> None:
    fill_diary(ana)
    page = new_page(size=(320, 640), java_script_enabled=False)
    sign_in(page, ana)
    page.goto(JOURNAL)
    page.get_by_role("link", name="Older").click()
    page.wait_for_url("**/journal/?before=*")
    older = page.url
    page.get_by_role("link", name="Newer").click()
    page.wait_for_url(f"**{JOURNAL}")

    page.goto(older)
    page.locator(".entry .menu summary").first.click()
    page.get_by_role("button", name="Delete").first.click()
    expect(page.get_by_text("Deleted. It said:")).to_be_visible()
    assert page.url == older
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    assert page.url == older

    page.get_by_text("Find entries").click()
    page.locator(".chips label", has_text="Massage").click()
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_text("Showing massage sessions.")).to_be_visible()
    assert page.url.endswith(JOURNAL)
    page.get_by_role("button", name="Show everything").click()
    expect(page.get_by_text("Showing massage sessions.")).to_have_count(0)


def test_the_targets_of_an_entry_are_large_enough_for_a_thumb(phone: Page, ana: User, sign_in: SignIn) -> None:
    pain(ana)
    sign_in(phone, ana)
    phone.goto(JOURNAL)
    phone.locator(".entry .menu summary").click()
    for target in (".entry .menu summary", ".entry .menu-list a", ".entry .menu-list button"):
        box = phone.locator(target).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, target
