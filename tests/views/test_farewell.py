"""After the account is gone."""

from django.test import Client


def test_it_is_there_for_whoever_has_no_account(db: None) -> None:
    assert "Your account is erased" in Client().get("/account/farewell/").content.decode()


def test_it_does_not_frighten_somebody_who_still_has_one(ana_client: Client) -> None:
    assert ana_client.get("/account/farewell/")["Location"] == "/"
