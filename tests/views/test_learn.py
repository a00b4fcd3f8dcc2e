"""The list of the pages to read."""

import re

from django.test import Client

from journal.views.learn import _PAGES


def test_it_is_open_to_everybody_without_a_query(client: Client) -> None:
    assert client.get("/learn/").status_code == 200


def test_it_leads_to_every_page_and_each_answers(client: Client) -> None:
    links = re.findall(r'href="(/learn/[^"]+/)"', client.get("/learn/").text)

    assert links == [f"/learn/{page.slug}/" for page in _PAGES]
    assert [client.get(link).status_code for link in links] == [200] * len(links)
