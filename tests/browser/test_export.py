"""Taking the diary along in a browser, and bringing it back into another account."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from journal.models import User
from tests import cast
from tests.diaries import one_of_everything

SignIn = Callable[[Page, User], None]


def test_a_diary_goes_out_and_into_another_account(
    ana: User, ben: User, new_page: Callable[..., Page], sign_in: SignIn, tmp_path: Path
) -> None:
    one_of_everything(ana)
    page, other = new_page(), new_page()
    sign_in(page, ana)
    sign_in(other, ben)

    page.goto("/settings/")
    page.get_by_role("link", name="Take it with you").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my diary").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == f"diary-{cast.today(ana)}.zip"
    assert zipfile.ZipFile(file).testzip() is None
    assert page.get_by_role("button", name="Download my diary").is_enabled()

    other.goto("/import/")
    other.get_by_label("Your file").set_input_files(file)
    other.get_by_role("button", name="Go on").click()
    other.get_by_role("button", name="Add 17 entries").click()
    expect(other.get_by_role("heading", name="Your diary is back")).to_be_visible()
    other.goto("/journal/")
    expect(other.get_by_text("left calf").first).to_be_visible()
