"""What erasing an account means, before anything happens."""

import datetime as dt

from django.test import Client

from journal.actions.records import delete_record
from journal.models import User
from tests import cast

PAGE = "/account/erase/"


def test_it_says_how_much_goes_and_erases_nothing(ana: User, ana_client: Client) -> None:
    cast.pain(ana)
    cast.questionnaire(ana)
    gone = cast.massage(ana)
    delete_record(kind="massage", user=ana, uid=gone.uid, now=dt.datetime.now(dt.UTC))

    page = ana_client.get(PAGE).content.decode()

    assert "Everything you logged: 2 entries" in page
    assert 'href="/account/erase/confirm/"' in page
    assert User.objects.filter(pk=ana.pk).exists()
    assert ana_client.post(PAGE).status_code == 405


def test_an_empty_diary_has_nothing_to_count(ana_client: Client) -> None:
    assert "Everything you logged, with" in ana_client.get(PAGE).content.decode()


def test_those_of_others_are_not_counted(ana: User, ben_client: Client) -> None:
    cast.pain(ana)

    assert "1 entry" not in ben_client.get(PAGE).content.decode()


def test_the_settings_lead_here(ana_client: Client) -> None:
    assert f'href="{PAGE}"' in ana_client.get("/settings/").content.decode()
