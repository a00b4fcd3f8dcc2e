"""Every page against WCAG 2.2 AA, with an empty diary and a full one, narrow and wide, light and dark."""

import datetime as dt
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from journal.actions.importing import receive_file
from journal.models import User
from tests import cast
from tests.browser.axe import axe
from tests.browser.conftest import DESKTOP, PHONE, Complaints
from tests.diaries import json_of_diary, one_of_everything
from tests.importing import upload
from tests.site import one_of_each, pages

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["320", "1280"])
SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]

# What is folded away is part of the page. Of menus, which lie over it, one is open at a time: here the first.
UNFOLD = """() => {
    const menus = document.querySelectorAll('main details.menu');
    document.querySelectorAll('details:not(.menu)').forEach(each => { each.open = true; });
    if (menus.length) menus[0].open = true;
}"""
FILLED_IN = "input:not([type=hidden]), select, textarea"
# As a browser would that checks nothing itself, and lets the person answer what was not asked.
SPOIL = """form => {
    form.querySelectorAll('input[type=date], input[type=number], input[inputmode]').forEach(field => {
        field.type = 'text';
        field.value = 'gibberish';
    });
    form.querySelectorAll('select').forEach(field => { field.options[field.selectedIndex].value = 'gibberish'; });
    form.noValidate = true;
}"""
MARKED = "[aria-invalid=true], [role=alert]"
TOO_WIDE = "document.scrollingElement.scrollWidth > window.innerWidth"


def found_on(page: Page) -> list[str]:
    """What is wrong with the page as it stands, in light and in dark."""
    found = []
    page.evaluate(UNFOLD)
    if page.evaluate(TOO_WIDE):
        found.append("has to be scrolled sideways")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {said}" for said in axe(page)]
    return found


def check(page: Page, paths: Mapping[str, str]) -> None:
    wrong = {}
    for name, path in paths.items():
        page.goto(path)
        if found := found_on(page):
            wrong[name] = found
    assert wrong == {}


@SIZES
def test_a_visitors_pages(size: tuple[int, int], new_page: NewPage, complaints: Complaints) -> None:
    complaints.expect("status of 404")

    check(new_page(size=size), pages(Client(), {}) | {"missing": "/nothing-here/"})


@SIZES
def test_an_empty_diary(size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=size)
    sign_in(page, ana)

    check(page, pages(cast.signed_in(ana), {}))


@SIZES
def test_a_full_diary(size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=size)
    cast.diary(ana, days=120)
    cast.days_around(ana, days=120)
    cast.questionnaires(ana, days=120)
    cast.massage(ana, on=cast.today(ana) - dt.timedelta(days=1))  # asks how it was
    uids = one_of_each(ana)
    sign_in(page, ana)

    paths = pages(cast.signed_in(ana), uids)
    assert {
        "start",
        "pain_edit",
        "massage_edit",
        "flare_detail",
        "flare_edit",
        "flarenote_edit",
        "suggestion_change",
        "journal",
        "charts",
        "day_log",
        "massage_effect",
        "visit_list",
        "visit_edit",
        "question_edit",
        "share_list",
        "directory",
        "listing_page",
        "listing_review",
        "review_report",
        "my_therapists",
        "my_therapist",
        "my_therapist_merge",
        "questions",
        "questionnaire_new",
    } <= set(paths)
    check(page, paths)


@SIZES
@pytest.mark.parametrize("days", [0, 120], ids=["empty", "full"])
def test_what_a_link_shows(
    size: tuple[int, int], days: int, ana: User, new_page: NewPage, complaints: Complaints
) -> None:
    complaints.expect("status of 404")
    page = new_page(size=size)
    cast.diary(ana, days=days)
    cast.days_around(ana, days=days)
    cast.share(ana, "a-secret", name="Ana Lopez", notes=True)

    # The last leads nowhere and stays; it says so in the same words as a link that has expired.
    check(page, {"shared_report": "/s/a-secret/", "shared_charts": "/shared/charts/", "share_gone": "/s/wrong/"})


@SIZES
def test_a_link_that_was_just_made(size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=size)
    sign_in(page, ana)
    page.goto("/report/share/")
    page.get_by_role("button", name="Make a link").click()

    assert page.get_by_label("The link").input_value().startswith("http://")
    assert found_on(page) == []


@SIZES
def test_a_backup_on_its_way_in(
    size: tuple[int, int], ana: User, ben: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=size)
    one_of_everything(ana)
    cast.day_log(ben, stress=9)
    diary_import = upload(cast.signed_in(ben), json_of_diary(ana), name="diary.json")
    sign_in(page, ben)

    check(page, {"import_backup": f"/import/{diary_import.uid}/backup/"})
    page.get_by_role("button", name="Add 16 entries").click()
    page.get_by_role("heading", name="Your diary is back").wait_for()
    check(page, {"import_account": page.url})


@SIZES
def test_forms_that_were_refused(size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=size)
    sign_in(page, ana)

    names = (
        "pain_new",
        "massage_new",
        "flare_new",
        "medicine_new",
        "visit_new",
        "question_new",
        "prevention",
        "settings_page",
        "import_new",
    )
    for name in (
        *map(reverse, names),
        "/report/",
        "/my-therapists/new/",
        "/therapists/new/",
        "/questions/peg/",
        "/questions/rmdq/",
        "/account/erase/confirm/",
    ):
        page.goto(name)
        page.evaluate(UNFOLD)
        form = page.locator("main form[method=post]", has=page.locator(FILLED_IN)).first
        form.evaluate(SPOIL)
        with page.expect_navigation():
            form.locator("button:not([type=button])").last.click()
        expect(page.get_by_role("main").locator(MARKED).first, name).to_be_attached()
        assert found_on(page) == [], name


@SIZES
@pytest.mark.parametrize("said", [{}, {"bladder": "yes"}, {"bladder": "no"}, {"fever": "yes"}], ids=str)
def test_the_page_on_help_with_its_questions_and_its_answers(
    size: tuple[int, int], said: dict[str, Any], ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=size)
    cast.safety_check(ana, "weakness", **said)
    sign_in(page, ana)

    check(page, {"safety_check": "/safety/check/"})


@SIZES
def test_the_pages_to_read(size: tuple[int, int], new_page: NewPage, client: Client) -> None:
    page = new_page(size=size)

    links = re.findall(r'href="(/learn/[^"]+/)"', client.get("/learn/").text)
    assert links
    check(page, {link: link for link in links})


@SIZES
def test_the_questions_about_an_export_of_another_app(
    size: tuple[int, int], ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=size)
    sign_in(page, ana)
    content = b"Date,Sciatica,Nausea,Massage,Tags,Foods\n2024-03-01,3,1,60 min,stressed,\n"
    file = receive_file(user=ana, uid=uuid.uuid4(), content=content, file_name="export.csv", now=timezone.now())

    check(page, {"import_columns": reverse("import_columns", args=[file.uid])})
