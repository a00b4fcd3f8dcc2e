"""How long a search of a large directory takes: 100,000 therapists with 1,000,000 reviews, all invented.

    python -m benchmarks.directory [--therapists N] [--reviews N] [--requests N]

Fills the empty database that DATABASE_URL names, or an SQLite file, then asks for each page in turn, within this
process. `python tests/postgres.py -- python -m benchmarks.directory` makes a PostgreSQL for it. Prints what the
database took for a page, and the whole page, in milliseconds: median, and what one of twenty takes longer than.
"""

import argparse
import datetime as dt
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
BATCH = 5_000
REVIEWERS = 2_000
SYLLABLES = (
    "an", "bel", "cor", "dun", "el", "far", "gri", "hol", "is", "jor", "kel", "lan", "mor", "nes", "ol", "per", "quin",
    "ros", "sal", "tor", "ul", "ver", "wim", "yor", "zel",
)  # fmt: skip
COUNTRIES = ("GB", "US", "DE", "CA", "FR")


@dataclass(frozen=True, kw_only=True)
class Search:
    """What somebody asks for: the form's fields; `pages` to go further before the one that is measured."""

    name: str
    said: dict[str, str] = field(default_factory=dict)
    pages: int = 0


def searches(some: Any) -> tuple[Search, ...]:
    """From what most match to what few do; `some` is a listing in the middle."""
    surname = some.name.split()[-1]
    misspelt = f"{some.place[0]}{some.place[2]}{some.place[1]}{some.place[3:]}"
    return (
        Search(name="everybody, licence first"),
        Search(name="everybody, best reviews first", said={"order": "reviews"}),
        Search(name="everybody, page 30", pages=30),
        Search(name="a word that all have", said={"words": "massage"}),
        Search(name="a word and page 30", said={"words": "massage"}, pages=30),
        Search(name="a word that half have, best first", said={"words": "studio", "order": "reviews"}),
        Search(name="two letters", said={"words": surname[:2]}),
        Search(name="a surname", said={"words": surname}),
        Search(name="name and surname", said={"words": some.name}),
        Search(name="a town", said={"place": some.place}),
        Search(name="town and surname", said={"place": some.place, "words": surname}),
        Search(name="a word that nobody has", said={"words": "xyzzy"}),
        Search(name="a town spelt wrong", said={"place": misspelt}),
        Search(name="technique, sciatica, insured", said={"technique": "thai", "knows_sciatica": "1", "insured": "1"}),
        Search(name="town, technique, checked", said={"place": some.place, "technique": "thai", "is_checked": "1"}),
        Search(name="country, credential", said={"country": "CA", "credential": "rmt"}),
    )


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description="Measure the directory of therapists.")
    parser.add_argument("--therapists", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=40, help="of each page (default 40)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "sciatica_tracker.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATA_DIR": folder,
            "LOG_LEVEL": "ERROR",
        }
        subprocess.run([sys.executable, "-m", "sciatica_tracker.prepare"], cwd=ROOT, check=True)
        import django

        django.setup()
        began = time.perf_counter()
        _fill(options.therapists, options.reviews)
        print(f"Filled in {time.perf_counter() - began:.0f} s.")
        _measure(options.requests)


def _fill(therapists: int, reviews: int) -> None:
    from django.db import connection

    from journal.models import Therapist, TherapistReview, TherapistTechnique, User

    rng = Random(7)
    User.objects.bulk_create(User(email=f"reader{number}@example.org") for number in range(REVIEWERS))
    users = list(User.objects.order_by("pk"))
    _store(Therapist, _listings(rng, therapists))
    keys = list(Therapist.objects.order_by("pk").values_list("pk", flat=True))
    techniques = ("thai", "deep_tissue", "swedish", "sports", "trigger_point", "shiatsu")
    _store(
        TherapistTechnique,
        (TherapistTechnique(therapist_id=pk, technique=code) for pk in keys for code in rng.sample(techniques, 2)),
    )
    _store(TherapistReview, _reviews(rng, keys, users, reviews))
    with connection.cursor() as cursor:
        cursor.execute(_RECOUNT)
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


_RECOUNT = """
UPDATE journal_therapist SET review_count = found.number, review_mean = found.mean,
    review_rank = CASE WHEN found.number < 3 THEN 3000
        ELSE round(1000 * (found.mean * found.number + 15) / (found.number + 5)) END
FROM (SELECT therapist_id, count(*) AS number, avg(rating) AS mean
      FROM journal_therapistreview WHERE state = 'published' GROUP BY therapist_id) AS found
WHERE found.therapist_id = journal_therapist.id
"""


def _store(model: Any, rows: Iterator[Any]) -> None:
    while batch := list(islice(rows, BATCH)):
        model.objects.bulk_create(batch)


def _word(rng: Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _listings(rng: Random, count: int) -> Iterator[Any]:
    from journal.models import Therapist

    forenames = [_word(rng, 2) for _ in range(400)]
    surnames = [_word(rng, 3) for _ in range(6_000)]
    towns = [_word(rng, 3) for _ in range(2_500)]
    for number in range(count):
        town = min(int(rng.paretovariate(0.8)), len(towns)) - 1  # a few large ones, many small ones
        one = Therapist(
            uid=uuid.UUID(int=rng.getrandbits(128)),
            name=f"{rng.choice(forenames)} {rng.choice(surnames)}",
            practice=f"{_word(rng, 2)} {rng.choice(('Massage Studio', 'Massage'))}",
            place=towns[town],
            postcode=f"{rng.randrange(10_000, 99_999)}",
            country=COUNTRIES[town % len(COUNTRIES)],
            credential=rng.choice(("", "rmt", "cnhc", "us_licence")),
            licence_number=f"L{number}",
            licence_checked_on=NOW.date() if rng.random() < 0.2 else None,
            knows_sciatica=rng.choice(("yes", "no", "unknown")),
            insured=rng.choice(("yes", "unknown")),
            state="published" if rng.random() < 0.95 else "pending",
            created_at=NOW,
            updated_at=NOW,
        )
        one.keep_keys()
        yield one


def _reviews(rng: Random, keys: Sequence[int], users: Sequence[Any], count: int) -> Iterator[Any]:
    """A few therapists have a thousand, most have some; each person writes once about each."""
    from journal.models import TherapistReview

    weights = [min(rng.paretovariate(1.0), 200) for _ in keys]
    share = count / sum(weights)
    for pk, weight in zip(keys, weights, strict=True):
        for author in rng.sample(range(len(users)), min(round(weight * share), len(users))):
            yield TherapistReview(
                uid=uuid.UUID(int=rng.getrandbits(128)),
                therapist_id=pk,
                author=users[author],
                rating=rng.randint(1, 5),
                text="Listens, explains, and stops when asked to. " * 3,
                shown_name="A reader",
                state="published" if rng.random() < 0.95 else "pending",
                created_at=NOW,
                updated_at=NOW,
            )


def _measure(requests: int) -> None:
    from django.conf import settings
    from django.test import Client

    from journal.models import Therapist, TherapistReview, User

    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    client.force_login(User.objects.first())  # type: ignore[arg-type]
    published = Therapist.objects.published()
    counts = f"{Therapist.objects.count():,} listings, {TherapistReview.objects.count():,} reviews"
    print(f"{counts}; rows found, median and 95th percentile in ms:")
    print(f"{'':36}{'rows':>5}{'database':>16}{'page':>16}")
    for search in searches(published.order_by("pk")[len(COUNTRIES) * 100]):
        client.post("/therapists/", search.said or {"everybody": "1"})
        path = "/therapists/"
        for _ in range(search.pages):
            further = re.search(r"[?]after=[^\"]+", client.get(path).text)
            assert further, "the directory has fewer pages"
            path = f"/therapists/{further[0]}"
        rows = client.get(path).text.count("listing-name")
        _print(search.name, rows, _asked(client, path, requests))
    popular = published.order_by("-review_count")[0]
    _print(
        f"a listing with {popular.review_count:,} reviews", 10, _asked(client, f"/therapists/{popular.uid}/", requests)
    )
    typed = {"name": popular.name[:-1], "place": popular.place, "country": popular.country}
    _print("those alike while typing", 0, _asked(client, "/therapists/alike/", requests, typed))


def _asked(client: Any, path: str, requests: int, sent: dict[str, str] | None = None) -> dict[str, list[float]]:
    from django.db import connection

    taken: dict[str, list[float]] = defaultdict(list)

    def timed(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            taken["database"][-1] += 1000 * (time.perf_counter() - began)

    for _ in range(requests):
        taken["database"].append(0.0)
        began = time.perf_counter()
        with connection.execute_wrapper(timed):
            answer = client.get(path) if sent is None else client.post(path, sent)
        taken["page"].append(1000 * (time.perf_counter() - began))
        assert answer.status_code == 200, path
    return taken


def _print(name: str, rows: int, taken: dict[str, list[float]]) -> None:
    figures = (f"{median(times):8.1f}{quantiles(times, n=20)[-1]:8.1f}" for times in taken.values())
    print(f"{name:36}{rows:5}{''.join(figures)}", flush=True)


if __name__ == "__main__":
    main()
