"""An account is erased on one device while another one sends something."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.middleware import LoginRequiredMiddleware

from journal.actions.account import erase_account
from journal.models import PainDraft, PainEntry, PreventionGoal, User
from tests.actions.record_steps import UID
from tests.cast import signed_in
from tests.parallel import at_the_same_time
from tests.views.page_form import PageForm

Sent = tuple[str, dict[str, Any]]
"""The address and the fields of a form that is open on some device."""

pytestmark = pytest.mark.django_db(transaction=True)


def pain(user: User) -> Sent:
    return "/pain/new/", PageForm(signed_in(user).get("/pain/new/").text).sent({"intensity": "4"})


def draft(_: User) -> Sent:
    return "/pain/draft/", {"uid": str(UID), "note": "After the drive."}


def settings(user: User) -> Sent:
    return "/settings/", dict(signed_in(user).get("/settings/").context["form"].initial) | {"theme": "dark"}


def goals(_: User) -> Sent:
    return "/prevention/", {"exercise_days": "3"}


@pytest.mark.parametrize("form", [pain, draft, settings, goals], ids=lambda form: str(form.__name__))
def test_a_request_that_found_its_person_just_before_ends_where_the_erasing_does(
    form: Callable[[User], Sent], ana: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, said = form(ana)
    let_in = LoginRequiredMiddleware.process_view

    def let_in_and_erase(*args: Any) -> Any:
        answer = let_in(*args)
        if User.objects.filter(pk=ana.pk).exists():
            erase_account(user=ana, host="testserver")
        return answer

    monkeypatch.setattr(LoginRequiredMiddleware, "process_view", let_in_and_erase)
    client = signed_in(ana)
    response = client.post(page, said)

    assert (response.status_code, response.headers.get("Location")) == (302, "/account/farewell/")
    assert client.get("/").context["user"].is_anonymous
    left: list[Any] = [User, PainEntry, PainDraft, PreventionGoal]
    assert [model.objects.count() for model in left] == [0] * len(left)


def test_erasing_while_entries_come_in_leaves_nothing(ana: User, ben: User) -> None:
    page, said = pain(ana)
    clients = [signed_in(ana) for _ in range(4)]

    def act(number: int) -> int:
        if number == len(clients):
            erase_account(user=ana, host="testserver")
            return 302
        status: int = clients[number].post(page, said | {"uid": str(uuid.UUID(int=number))}).status_code
        return status

    # 400 for whoever had saved already and then found the session gone that was to say so.
    assert set(at_the_same_time(len(clients) + 1, act)) <= {302, 400}
    assert list(User.objects.all()) == [ben]
    assert PainEntry.objects.count() == 0


def test_erasing_twice_at_once_erases_once(ana: User, ben: User) -> None:
    at_the_same_time(3, lambda _: erase_account(user=ana, host="testserver"), may_raise=User.DoesNotExist)

    assert list(User.objects.all()) == [ben]
