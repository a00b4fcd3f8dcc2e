"""The list to take along."""

import pytest
from django.test import Client

from journal.analytics.therapist_questions import Ask, Tell

PAGE = "/therapists/checklist/"


def test_it_asks_and_tells_everything(ana_client: Client) -> None:
    page = ana_client.get(PAGE).text

    for words in (*Ask, *Tell):
        assert words.label in page


@pytest.mark.parametrize("kept", ["", "gold", None, 7, ["sleep"]])
def test_without_a_goal_there_is_a_line_for_it(ana_client: Client, kept: object) -> None:
    session = ana_client.session
    session["directory_goal"] = kept
    session.save()

    assert '<dt>What I want</dt><dd><span class="blank">' in ana_client.get(PAGE).text
