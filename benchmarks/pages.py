"""How long each page takes, as a multiple of an empty page behind the same session and login.

    python -m benchmarks.pages [--database-url URL] [--requests N]

Starts the application and the floor (benchmarks/floor.py) under gunicorn with 2 workers of 4 threads each, on this
machine only, with diaries of 30 days, 1 year and 10 years. Every round asks for each page once, in turn, so that
whatever else the machine does falls on all of them alike. Prints medians, their ratio to the floor's, and the aim.
"""

import argparse
import datetime as dt
import http.client
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
DIARIES = {"30 days": 30, "1 year": 365, "10 years": 3652}
KINDS = ("pains", "massages", "flares", "days", "medicines", "questionnaires", "visits", "questions")
GROWTH_AIM = 1.1
SECONDS_TO_START = 30


@dataclass(frozen=True, kw_only=True)
class Page:
    """What is asked for, and the aim as a multiple of the floor; `aims` are exceptions by diary. `chosen` is sent once
    beforehand, in a session of its own."""

    name: str
    path: str
    aim: float
    aims: dict[str, float] = field(default_factory=dict)
    is_sent: bool = False
    chosen: dict[str, Any] = field(default_factory=dict)

    def aim_for(self, diary: str) -> float:
        return self.aims.get(diary, self.aim)


_EVERYTHING = {
    "sections": ["help", "questionnaires", "places", "days", "massages", "medicines", "questions", "entries"],
    "notes": "on",
}
PAGES = (
    Page(name="start", path="/", aim=2.5),
    Page(name="log form", path="/pain/new/", aim=2.2),
    Page(name="log form, sent", path="/pain/new/", aim=2.2, is_sent=True),
    Page(name="journal", path="/journal/", aim=3),
    Page(name="charts, 90 days", path="/charts/?range=90d", aim=3),
    Page(name="charts, all", path="/charts/?range=all", aim=6),
    Page(name="after massages", path="/massage/effect/", aim=6),
    Page(name="report, 90 days", path="/report/", aim=4, chosen={"span": "90d"} | _EVERYTHING),
    # Of ten years 2,000 entries, in 380 kB.
    Page(name="report, all", path="/report/", aim=8, aims={"10 years": 20}, chosen={"span": "all"} | _EVERYTHING),
)


@dataclass(kw_only=True)
class Browser:
    """One person's connection, kept open; answers are read in full."""

    port: int
    cookies: dict[str, str]
    connection: http.client.HTTPConnection | None = None

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[float, int, str]:
        """Seconds, status and body. A connection that the server closed meanwhile is opened again beforehand."""
        body = urlencode(form) if form is not None else None
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        for last_try in (False, True):
            self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                began = time.perf_counter()
                self.connection.request("GET" if body is None else "POST", path, body=body, headers=headers)
                answer = self.connection.getresponse()
                text = answer.read()
                return time.perf_counter() - began, answer.status, text.decode()
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                self.connection = None
                if last_try:
                    raise
        raise AssertionError("unreachable")

    def send_pain(self, fields: dict[str, str]) -> tuple[float, int, str]:
        """Save an entry under a uid of its own, and see what is said about it, which is not timed."""
        answer = self.ask("/pain/new/", fields | {"uid": str(uuid.uuid4())})
        self.ask("/")
        return answer


def main() -> None:
    """Set up, measure, print."""
    parser = argparse.ArgumentParser(description="Measure the pages against an empty one.")
    parser.add_argument("--database-url", default="", help="an empty PostgreSQL database; else an SQLite file")
    parser.add_argument("--requests", type=int, default=300, help="of each page (default 300)")
    options = parser.parse_args()
    if not 1 <= options.requests <= 5000:
        sys.exit("--requests should be from 1 to 5000.")
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder, ExitStack() as running:
        ports = {"application": _free_port(), "floor": _free_port()}
        _set_environment(Path(folder), options.database_url, ports["application"])
        cookies = _prepare()
        running.enter_context(_serving("sciatica_tracker.settings", ports["application"]))
        running.enter_context(_serving("benchmarks.floor", ports["floor"]))
        taken = _measure(ports, cookies, options.requests)
    _print_table(taken, options.requests)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _set_environment(folder: Path, database_url: str, port: int) -> None:
    for name in ("DEBUG", "HTTPS", "ALLOWED_HOSTS", "BEHIND_PROXY"):
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "sciatica_tracker.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "LOG_LEVEL": "ERROR",
    }


def _prepare() -> dict[str, dict[str, str]]:
    """Make the tables and, for each diary, one person who reads and one who logs; their cookies."""
    subprocess.run([sys.executable, "-m", "sciatica_tracker.prepare"], cwd=ROOT, check=True)
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    from journal.actions.demo import open_demo_account, write_demo_diary
    from journal.analytics.demo import invent_diary

    settings.ALLOWED_HOSTS.append("testserver")
    cookies = {}
    until = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    longest = invent_diary(days=max(DIARIES.values()), until=until, tz="UTC")
    for diary, days in DIARIES.items():
        # The same last days in all of them, so that pages differ by what lies before and not by what they show.
        first = until.date() - dt.timedelta(days=days - 1)
        kept = {kind: _since(first, getattr(longest, kind)) for kind in KINDS}
        invented = replace(longest, **kept)
        for does in ("reads", "logs"):
            email = f"{does}-{days}-{secrets.token_hex(4)}@example.org"
            user = open_demo_account(email=email, password=secrets.token_urlsafe(), time_zone="UTC")
            write_demo_diary(user=user, diary=invented)
            cookies[f"{diary} {does}"] = _cookies(_signed_in(user))
            if does == "reads":
                cookies |= {f"{diary} {page.name}": _chosen(page, _signed_in(user)) for page in PAGES if page.chosen}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    connection.close()
    return cookies


def _signed_in(user: Any) -> Any:
    from django.test import Client

    client = Client()
    client.force_login(user)
    return client


def _chosen(page: Page, client: Any) -> dict[str, str]:
    answer = client.post(page.path, page.chosen)
    assert answer.status_code == 302, page.name
    return _cookies(client)


def _cookies(client: Any) -> dict[str, str]:
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _since(first: dt.date, said: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for one in said if one[0].local_date >= first)


@contextmanager
def _serving(settings: str, port: int) -> Iterator[None]:
    """gunicorn as bin/run starts it, until the end of the block."""
    command = [
        *(sys.executable, "-m", "gunicorn", "sciatica_tracker.wsgi:application", "--bind", f"127.0.0.1:{port}"),
        *("--workers", "2", "--worker-class", "gthread", "--threads", "4", "--no-control-socket"),
        *("--log-level", "warning"),
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"DJANGO_SETTINGS_MODULE": settings})
    try:
        _wait_until_open(port, server)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait_until_open(port: int, server: "subprocess.Popen[bytes]") -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("gunicorn did not start.")


def _measure(
    ports: dict[str, int], cookies: dict[str, dict[str, str]], requests: int
) -> dict[tuple[str, str], list[float]]:
    """Seconds of every request by (page, diary); the floor's are under ("floor", "")."""
    floor = Browser(port=ports["floor"], cookies=cookies["30 days reads"])
    readers = {
        (page.name, diary): Browser(
            port=ports["application"], cookies=cookies.get(f"{diary} {page.name}", cookies[f"{diary} reads"])
        )
        for page in PAGES
        for diary in DIARIES
    }
    writers = {diary: Browser(port=ports["application"], cookies=cookies[f"{diary} logs"]) for diary in DIARIES}
    forms = {diary: _form(browser) for diary, browser in writers.items()}
    taken: dict[tuple[str, str], list[float]] = defaultdict(list)
    warm_up = max(10, requests // 10)
    for number in range(warm_up + requests):
        results = {("floor", ""): floor.ask("/")}
        for page in PAGES:
            for diary in DIARIES:
                if page.is_sent:
                    results[page.name, diary] = writers[diary].send_pain(forms[diary])
                else:
                    results[page.name, diary] = readers[page.name, diary].ask(page.path)
        wrong = {
            what: status for what, (_, status, _) in results.items() if status != (302 if "sent" in what[0] else 200)
        }
        if wrong:
            sys.exit(f"Not the answers expected: {wrong}")
        if number >= warm_up:
            for what, (seconds, _, _) in results.items():
                taken[what].append(seconds)
    return taken


def _form(browser: Browser) -> dict[str, str]:
    """The fields that the log form would send for a plain entry; takes the form's cookie along."""
    browser.cookies["csrftoken"] = secrets.token_hex(16)
    _, _, page = browser.ask("/pain/new/")
    hidden = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', page)
    return dict(hidden) | {"intensity": "4", "csrfmiddlewaretoken": browser.cookies["csrftoken"]}


def _print_table(taken: dict[tuple[str, str], list[float]], requests: int) -> None:
    floor = median(taken["floor", ""])
    print(f"Median of {requests} requests each, interleaved. Floor: {1000 * floor:.2f} ms.\n")
    print("| page | diary | ms | times the floor | aim | |\n|---|---|---|---|---|---|")
    for page in PAGES:
        for diary in DIARIES:
            ratio = median(taken[page.name, diary]) / floor
            aim = page.aim_for(diary)
            milliseconds = 1000 * median(taken[page.name, diary])
            print(f"| {page.name} | {diary} | {milliseconds:.2f} | {ratio:.2f} | {aim:g} | {_verdict(ratio, aim)} |")
    growth = median(taken["start", "10 years"]) / median(taken["start", "30 days"])
    print(f"\nStart page, 10 years to 30 days: {growth:.2f} (aim {GROWTH_AIM:g}, {_verdict(growth, GROWTH_AIM)})")


def _verdict(ratio: float, aim: float) -> str:
    return "reached" if ratio <= aim else "missed"


if __name__ == "__main__":
    main()
