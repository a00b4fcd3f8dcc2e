"""What a link to a report opens, for whoever has it: that report, to read, while it works, and nothing else."""

import datetime as dt

import pytest
from django.test import Client

from journal.models import ShareLink, User
from tests import cast
from tests.site import URLS, one_of_each
from tests.test_access import METHODS, Visit, rule_of

DAYS = dt.timedelta(days=9)
SHARED = ("/shared/", "/shared/charts/", "/shared/pdf/")


def reader(secret: str) -> Client:
    """Somebody without an account who has opened the address of a link."""
    client = Client()
    client.get(f"/s/{secret}/")
    return client


def test_a_link_shows_its_report_to_whoever_has_it_and_nothing_else(ana: User) -> None:
    cast.share(ana, "a working link")
    visit = Visit(reader("a working link"), ana, one_of_each(ana))

    assert [visit.client.get(path).status_code for path in SHARED] == [200, 200, 200]
    others = [name for name in URLS if not name.startswith("shared_")]
    answers = {name: visit.ask(name, method) for name in others for method in ("GET", "POST")}
    assert {name: got for name, (got, _) in answers.items() if got not in rule_of(name).anonymous} == {}
    assert [name for name, (_, changed) in answers.items() if changed] == []


@pytest.mark.parametrize("method", METHODS)
def test_what_a_link_shows_is_only_read(method: str, ana: User) -> None:
    cast.share(ana, "a working link")
    client = reader("a working link")

    for path in (*SHARED, "/s/a working link/"):
        read = method in ("GET", "HEAD")
        assert (client.generic(method, path).status_code in (200, 302)) == read, path


@pytest.mark.parametrize("kind", ["wrong", "expired", "revoked", "foreign", "of a closed account"])
def test_whatever_opens_nothing_looks_alike(kind: str, ana: User, ben: User, ana_client: Client) -> None:
    secret = f"a link that is {kind}"
    if kind != "wrong":
        link = cast.share(ana, secret, days=1, age=2 if kind == "expired" else 0)
    if kind == "revoked":
        ana_client.post(f"/report/share/{link.uid}/revoke/")
    if kind == "foreign":  # not the secret, but what is known of it in the database
        secret = link.secret_sha256
    if kind == "of a closed account":
        User.objects.filter(pk=ana.pk).update(is_active=False)
    client, never = Client(), Client()

    answer, blank = client.get(f"/s/{secret}/"), never.get("/s/never-made/")

    assert (answer.status_code, answer.content) == (404, blank.content)
    assert dict(answer.items()) == dict(blank.items())
    assert not client.cookies
    for path in SHARED:
        assert (client.get(path).status_code, client.get(path).content) == (404, blank.content)


@pytest.mark.parametrize("ends", ["revoked", "expired", "erased", "closed"])
def test_a_browser_that_was_let_in_sees_nothing_once_the_link_has_ended(
    ends: str, ana: User, ana_client: Client
) -> None:
    link = cast.share(ana, "a working link")
    client = reader("a working link")
    assert client.get("/shared/").status_code == 200

    if ends == "revoked":
        ana_client.post(f"/report/share/{link.uid}/revoke/")
    elif ends == "expired":
        ShareLink.objects.update(created_at=link.created_at - DAYS, expires_at=link.created_at)
    elif ends == "erased":
        ana.delete()
    else:
        User.objects.filter(pk=ana.pk).update(is_active=False)

    assert [client.get(path).status_code for path in SHARED] == [404, 404, 404]


@pytest.mark.parametrize("value", ["1", "1:x", "", "\x00", "1:1fSd2X:AAAA"])
def test_a_cookie_of_ones_own_making_opens_nothing(value: str, ana: User) -> None:
    link = cast.share(ana, "a working link")
    client = Client()
    for made in (value, value.replace("1", str(link.pk), 1)):
        client.cookies["shared_report"] = made
        assert [client.get(path).status_code for path in SHARED] == [404, 404, 404]


def test_two_links_are_two(ana: User, ben: User) -> None:
    cast.share(ana, "anas link", name="Ana Lopez")
    cast.share(ben, "bens link", name="Ben Okafor")

    assert b"Ana Lopez" in reader("anas link").get("/shared/").content
    client = reader("bens link")
    assert b"Ana Lopez" not in client.get("/shared/").content
    client.get("/s/anas link/")
    assert b"Ben Okafor" not in client.get("/shared/").content


def test_somebody_with_a_diary_of_their_own_sees_the_shared_one_and_not_theirs(
    ana: User, ben: User, ben_client: Client
) -> None:
    cast.share(ana, "anas link", name="Ana Lopez")
    cast.pain(ben, note="Ben's own.")
    ben_client.get("/s/anas link/")

    for path in SHARED[:2]:
        page = ben_client.get(path).content.decode()
        assert "Ben" not in page
        assert "/journal/" not in page
        assert "Sign" not in page.partition("<main")[0]


def test_a_stranger_cannot_withdraw_a_link(ana: User, ben_client: Client) -> None:
    link = cast.share(ana)

    assert ben_client.post(f"/report/share/{link.uid}/revoke/").status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None
