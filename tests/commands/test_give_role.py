"""`manage.py give_role`."""

import pytest
from django.core.management import CommandError, call_command

from journal.models import AuditEntry, User
from tests.cast import with_app

pytestmark = pytest.mark.django_db


def test_it_makes_the_first_administrator(ana: User) -> None:
    with pytest.raises(CommandError, match="no second step"):
        call_command("give_role", "Ana@example.org", "administrator")
    with_app(ana)
    call_command("give_role", "Ana@example.org", "administrator")
    ana = User.objects.get(pk=ana.pk)

    assert ana.is_staff
    assert ana.has_perm("journal.add_contentaccess")
    assert list(AuditEntry.objects.values_list("actor", "what", "person")) == [(None, "role_given", ana.pk)]


def test_it_takes_the_role_away(mona: User) -> None:
    call_command("give_role", mona.email, "none")
    mona = User.objects.get(pk=mona.pk)

    assert not mona.is_staff
    assert not mona.has_perm("journal.change_therapist")


def test_it_helps_whoever_lost_the_second_step(ada: User) -> None:
    with pytest.raises(CommandError, match="with the role none"):
        call_command("give_role", ada.email, "administrator", "--second-step-off")
    assert ada.authenticator_set.exists()  # type: ignore[attr-defined]

    call_command("give_role", ada.email, "none", "--second-step-off")

    assert not ada.authenticator_set.exists()  # type: ignore[attr-defined]
    assert not User.objects.get(pk=ada.pk).is_staff


def test_it_knows_nobody_else(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("give_role", "x@example.org", "moderator")
