"""What a visit costs over the wire with nothing kept from before: the page, and all that it makes a browser load.

Pages and static files count as they are sent to a browser that takes compressed answers.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from journal.models import User
from tests import cast

KILOBYTE = 1000
START = 60 * KILOBYTE
CHARTS = 140 * KILOBYTE
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["']([^"']+)["']""")
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


class Loads(HTMLParser):
    """The addresses that a browser asks for because of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel", "") in {"stylesheet", "icon", "modulepreload", "preload"}:
            self.addresses.append(given["href"])
        if tag in {"script", "img"} and "src" in given:
            self.addresses.append(given["src"])
        # Of the pictures that are offered one is loaded; all are counted.
        if tag in {"source", "img"} and "srcset" in given:
            self.addresses += [offer.split()[0] for offer in given["srcset"].split(",")]


def files_of(text: str, folder: Path) -> set[Path]:
    """The files that a page loads, with those that these load in turn."""
    start = {
        folder / urlsplit(address).path.removeprefix(f"/{settings.STATIC_URL.strip('/')}/")
        for address in Loads(text).addresses
    }
    found: set[Path] = set()
    while start:
        found |= start
        start = {target for path in start for target in loaded_by(path)} - found
    return found


def loaded_by(path: Path) -> set[Path]:
    if path.suffix not in {".js", ".css"}:
        return set()
    text = path.read_text("utf-8")
    named = (IMPORT if path.suffix == ".js" else IN_STYLE).findall(text)
    return {(path.parent / name).resolve() for name in named if name.startswith(".") or path.suffix == ".css"} - {
        (path.parent / name).resolve() for name in named if name.startswith(("data:", "#"))
    }


def over_the_wire(path: Path) -> int:
    """Bytes that WhiteNoise sends to a browser that takes brotli."""
    smaller = path.with_name(f"{path.name}.br")
    return (smaller if smaller.is_file() else path).stat().st_size


def weigh(client: Client, path: str, folder: Path) -> dict[str, int]:
    """Bytes by file; the page itself is under its address."""
    sent = client.get(path, headers={"accept-encoding": "gzip, br"})
    assert (sent.status_code, sent["Content-Encoding"]) == (200, "gzip")
    files = files_of(client.get(path).text, folder)
    return {path: len(sent.content)} | {file.name: over_the_wire(file) for file in files}


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/accounts/signup/", "/safety/"])
def test_a_visitors_first_page_is_light(path: str, db: None, hashed_static: Path) -> None:
    weight = weigh(Client(), path, hashed_static)

    assert len(weight) > 3
    assert sum(weight.values()) <= START, weight


@pytest.mark.parametrize("path", ["/", "/pain/new/", "/massage/new/"])
def test_logging_is_light(path: str, ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=400)

    weight = weigh(ana_client, path, hashed_static)

    assert sum(weight.values()) <= START, weight


def test_the_charts_are_light(ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=3652)

    weight = weigh(ana_client, "/charts/", hashed_static)

    assert any("chart" in name for name in weight)
    assert sum(weight.values()) <= CHARTS, weight


@pytest.mark.parametrize(
    "path",
    [
        "/journal/",
        "/flares/",
        "/learn/",
        "/learn/massage/",
        "/settings/",
        "/import/",
        "/pain/new/",
        "/day/2026-05-04/",
        "/medicine/new/",
    ],
)
def test_all_other_pages_are_light(path: str, ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=400)

    weight = weigh(ana_client, path, hashed_static)

    assert sum(weight.values()) <= START, weight


def test_ten_years_of_days_beside_the_pain_are_light(ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=3652)
    cast.days_around(ana, days=3652)

    weight = weigh(ana_client, "/charts/day/?range=all", hashed_static)

    assert sum(weight.values()) <= START, weight


def test_ten_years_of_questionnaires_are_light(ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.questionnaires(ana, days=3652)

    weight = weigh(ana_client, "/questions/", hashed_static)

    assert sum(weight.values()) <= CHARTS, weight


@pytest.mark.parametrize("period", ["30d", "90d", "1y", "all"])
def test_ten_years_of_charts_are_light(period: str, ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=3652)

    weight = weigh(ana_client, f"/charts/?range={period}", hashed_static)

    assert sum(weight.values()) <= CHARTS, weight


def test_ten_years_of_massages_are_light(ana: User, ana_client: Client, hashed_static: Path) -> None:
    cast.diary(ana, days=3652)

    weight = weigh(ana_client, "/massage/effect/", hashed_static)

    assert any("chart" in name for name in weight)
    assert sum(weight.values()) <= CHARTS, weight
