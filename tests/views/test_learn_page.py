"""The pages to read: fair, with sources, and without a promise."""

import re

import pytest
from django.test import Client

from journal.views.learn import _PAGES
from tests.source import ROOT, templates

SLUGS = [page.slug for page in _PAGES]
ALL = pytest.mark.parametrize("slug", SLUGS)


def html(client: Client, slug: str) -> str:
    response = client.get(f"/learn/{slug}/")
    assert response.status_code == 200
    return response.text


def words(client: Client, slug: str) -> str:
    main = html(client, slug).partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_every_template_is_a_page_and_every_page_has_one() -> None:
    assert {path.stem for path in (ROOT / "templates/journal/learn").glob("*.html")} == set(SLUGS)


@ALL
def test_it_names_its_sources_and_its_date(client: Client, slug: str) -> None:
    sources = html(client, slug).partition('id="sources"')[2].partition("</section>")[0]

    assert len(re.findall(r'<li>.*?<a href="https://[^"]+" rel="noreferrer">[^<]+</a>', sources)) >= 2
    assert re.search(r'<time datetime="\d{4}-\d\d-\d\d">', sources)


@ALL
def test_it_leads_to_the_page_on_when_to_get_help_and_to_the_others(client: Client, slug: str) -> None:
    page = html(client, slug).partition("<main")[2]

    assert 'href="/safety/"' in page
    assert set(re.findall(r'href="/learn/([^"/]+)/"', page)) >= set(SLUGS) - {slug}


@ALL
def test_it_is_linked_from_where_it_matters(slug: str) -> None:
    pages = [path for path in templates() if path.parent.name != "learn" and not path.name.startswith("learn")]

    assert any(f"url 'learn_page' '{slug}'" in path.read_text("utf-8") for path in pages)


@ALL
def test_it_promises_nothing(client: Client, slug: str) -> None:
    text = words(client, slug).lower()

    for claim in (
        "massage treats",
        "massage cures",
        "massage relieves",
        "you should",
        "we recommend",
        "guaranteed",
        "!",
    ):
        assert claim not in text


@pytest.mark.parametrize("slug", ["nothing", "learn", "massage.html", "..", "MASSAGE"])
def test_others_are_not_there(client: Client, db: None, slug: str) -> None:
    assert client.get(f"/learn/{slug}/").status_code == 404


def test_massage_is_told_fairly(client: Client) -> None:
    text = words(client, "massage")

    for said in (
        "low to very low certainty",
        "only as part of a package that includes exercise",
        "do not apply massage in lumbosacral radicular syndrome",
        "Cochrane review CD001929, 2015",
        "guideline NG59",
        "KNGF",
        "is not known",
    ):
        assert said in text


@pytest.mark.parametrize(
    "said",
    ["MBLEx", "BCTMB", "CNHC", "FHT", "CThA", "RMT", "Masseur und medizinischer Bademeister",
     "Who licensed you", "insured", "sciatica or disc problems", "Which technique", "send me to a doctor",
     "feel afterwards", "After how many sessions", "cost", "blood thinners", "blood clot", "osteoporosis", "cancer",
     "pregnancy", "surgery", "numb", "weakness"],
)  # fmt: skip
def test_choosing_a_therapist_names_licences_questions_and_what_to_tell(client: Client, said: str) -> None:
    assert said in words(client, "therapist")


@pytest.mark.parametrize(
    "said",
    ["any sign on the page", "fever", "fresh injury", "blood clot", "blood thinners", "osteoporosis", "cancer",
     "pregnancy", "recent surgery"],
)  # fmt: skip
def test_what_to_ask_a_clinician_before_any_massage(client: Client, said: str) -> None:
    assert said in words(client, "massage").partition("Not before asking a clinician")[2]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/", "/learn/"),
        ("/massage/new/", "/learn/massage/"),
        ("/massage/new/", "/learn/therapist/"),
        ("/flares/", "/learn/flare-ups/"),
        ("/charts/", "/learn/feeling/"),
        ("/massage/effect/", "/learn/massage/"),
    ],
)
def test_it_is_linked_where_it_matters(ana_client: Client, address: str, page: str) -> None:
    assert f'href="{page}"' in ana_client.get(address).text.partition("<main")[2]


@pytest.mark.django_db
def test_a_visitor_finds_them_too(client: Client) -> None:
    assert 'href="/learn/"' in client.get("/").text
