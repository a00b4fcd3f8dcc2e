"""A real Chromium before the real application: hashed and compressed files, the strict policy, no other host.

A test asks for `page` (1280 x 800), `phone` (320 x 640) or `each_look` (both sizes, light and dark), or makes its own
with `new_page`; whatever a page complains of in the console, or asks of another host, fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

from journal.models import User
from tests.desk import empty_log

# Playwright runs an event loop in this thread; Django takes that for asynchronous code and would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = (320, 640)
DESKTOP = (1280, 800)
_LOOKS = {
    f"{width}-{'dark' if dark else 'light'}": ((width, height), dark)
    for width, height in (PHONE, DESKTOP)
    for dark in (False, True)
}
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No other host can be reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
_MILLISECONDS_TO_WAIT = 15_000


@dataclass
class Complaints:
    """What went wrong in the pages of one test, as sentences."""

    site: str
    sentences: list[str] = field(default_factory=list)
    _expected: list[str] = field(default_factory=list)

    def expect(self, part: str) -> None:
        """Let complaints that hold this text pass: "status of 404" where a test asks for a page that is not there."""
        self._expected.append(part)

    def unexpected(self) -> list[str]:
        return [said for said in self.sentences if not any(part in said for part in self._expected)]

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.sentences.append(f"Error in a script: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # A breach of the content security policy is such an error too.
        if message.type == "error":
            self.sentences.append(f"Error in the console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:", "about:")):
            self.sentences.append(f"Asked another host: {request.url}")


def _find_chromium() -> str:
    for name in _PROGRAMS:
        if path := shutil.which(name):
            return path
    raise RuntimeError("Chromium is not installed; on Debian: apt-get install chromium")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Playwright turns the sandbox off by itself: it is not to be had as root or in a container.
        browser = playwright.chromium.launch(executable_path=_find_chromium(), args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def live_server(transactional_db: None, hashed_static: Path) -> Iterator[LiveServer]:
    """The application at http://localhost:<port>; WhiteNoise serves its static files, as it does in production."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = lambda application: application  # type: ignore[assignment]
    server.start()
    yield server
    server.stop()
    empty_log()


@pytest.fixture
def complaints(live_server: LiveServer) -> Iterator[Complaints]:
    """Collects what pages complain of; the test fails at its end for each that it did not `expect`."""
    heard = Complaints(site=live_server.url)
    yield heard
    assert heard.unexpected() == []


@pytest.fixture
def new_page(chromium: Browser, live_server: LiveServer, complaints: Complaints) -> Iterator[Callable[..., Page]]:
    """Make pages of any size and look, each in a browser of its own (cookies are not shared).

    `new_page(size=PHONE, dark=True, **options)`; options are those of Playwright's Browser.new_context, for instance
    java_script_enabled=False or timezone_id="Asia/Tokyo". Addresses may be relative: page.goto("/journal/").
    """
    contexts = []

    def make(*, size: tuple[int, int] = DESKTOP, dark: bool = False, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            **{"reduced_motion": "reduce", "locale": "en-GB", **options},
        )
        contexts.append(context)
        context.set_default_timeout(_MILLISECONDS_TO_WAIT)
        context.on("page", complaints.listen)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page(size=DESKTOP)


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    return new_page(size=PHONE, has_touch=True)


@pytest.fixture(params=list(_LOOKS))
def each_look(request: pytest.FixtureRequest, new_page: Callable[..., Page]) -> Page:
    """The test runs four times: at 320 and 1280 pixels, light and dark."""
    size, dark = _LOOKS[request.param]
    return new_page(size=size, dark=dark)


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[Page, User], None]:
    """Give a page the session of a person, without the sign-in form."""

    def put_cookie(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])

    return put_cookie
