"""Who is on the staff, whose account is open, and what happens when a second step is lost."""

import datetime as dt

from django.contrib.auth.models import Group
from django.db import transaction

from journal.actions.audit import note_down
from journal.actions.notices import tell
from journal.analytics.moderation import Done, Role
from journal.models import User


class NotYourself(ValueError):
    """Nobody takes their own role or closes their own account: there would soon be no administrator."""


def give_role(*, person: User, role: str, by: User | None, now: dt.datetime) -> None:
    """Make somebody a moderator or an administrator, or, with "", neither."""
    if by is not None and by.pk == person.pk:
        raise NotYourself
    with transaction.atomic():
        person.groups.remove(*Group.objects.filter(name__in=list(Role)))
        if role:
            person.groups.add(Group.objects.get(name=Role(role)))
        person.is_staff = bool(role)
        person.save(update_fields=["is_staff"])
        what = Done.ROLE_GIVEN if role else Done.ROLE_TAKEN
        note_down(by=by, what=what, about=person, person=person, reason=role, now=now)


def set_account_open(*, person: User, is_open: bool, by: User, now: dt.datetime) -> None:
    """Close an account, so that nobody can sign in to it, or open it again."""
    if by.pk == person.pk:
        raise NotYourself
    with transaction.atomic():
        person.is_active = is_open
        person.save(update_fields=["is_active"])
        note_down(by=by, what=Done.OPENED if is_open else Done.CLOSED, about=person, person=person, now=now)


def take_second_step_off(*, person: User, by: User | None, words: str, now: dt.datetime) -> int:
    """Remove every passkey, app and recovery code of somebody who lost them. Returns how many there were."""
    with transaction.atomic():
        count: int = person.authenticator_set.all().delete()[0]  # type: ignore[attr-defined]
        note_down(by=by, what=Done.FACTORS_OFF, about=person, person=person, words=words, now=now)
        tell(
            person=person,
            subject="Your second step for signing in was taken off",
            text="An administrator took off the second step of your account: passkeys, app and recovery codes. "
            "Your password alone signs you in now. If you have not asked for that, change your password.",
        )
    return count
