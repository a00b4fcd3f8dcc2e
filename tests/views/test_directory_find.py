"""From what somebody wants to a filtered directory and a list of questions."""

from django.test import Client

from tests.cast import listing
from tests.views.page_form import PageForm, error_at

PAGE = "/therapists/find/"


def form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).text)


def test_answers_lead_to_the_therapists_that_fit(ana_client: Client) -> None:
    listing(name="Fits", place="Leeds", insured="yes")
    listing(name="Elsewhere", place="York", insured="yes")
    listing(name="Not insured", place="Leeds")

    response = ana_client.post(PAGE, form(ana_client).sent({"place": "leeds", "insured": "on", "goal": "sleep"}))

    assert response["Location"] == "/therapists/"
    assert [row.name for row in ana_client.get("/therapists/").context["page"].rows] == ["Fits"]


def test_or_to_the_questions_with_the_goal_on_top(ana_client: Client) -> None:
    response = ana_client.post(PAGE, form(ana_client).sent({"goal": "buttock", "checklist": "1"}))

    assert response["Location"] == "/therapists/checklist/"
    assert "Loosen the buttock" in ana_client.get("/therapists/checklist/").text


def test_what_was_answered_is_still_there(ana_client: Client) -> None:
    ana_client.post(PAGE, form(ana_client).sent({"place": "leeds", "insured": "on", "goal": "sleep"}))

    again = form(ana_client)

    assert (again.value("place"), again.value("goal"), again.fields["insured"]) == ("leeds", "sleep", ["on"])


def test_nothing_has_to_be_answered(ana_client: Client) -> None:
    assert ana_client.post(PAGE, form(ana_client).sent())["Location"] == "/therapists/"


def test_what_cannot_be_is_refused_beside_its_field(ana_client: Client) -> None:
    response = ana_client.post(PAGE, {"goal": "gold", "place": "Leeds"})

    assert "does not offer" in error_at(response.text, "goal")
    assert "directory_goal" not in ana_client.session
