"""Who is on the staff, whose account is open, and what happens when a second step is lost."""

import datetime as dt

from django.contrib.auth.models import Group
from django.db import transaction

from journal.actions.audit import note_down
from journal.actions.notices import tell
from journal.analytics.moderation import Done, Role
from journal.models import User
from journal.queries.moderation import has_second_step, role_of

_CLOSED = (
    "An administrator has closed your account. Nobody can sign in to it now, and nothing in it is lost. "
    "If you do not know why, ask whoever runs this site."
)


class NotYourself(ValueError):
    """Nobody takes their own role or closes their own account: there would soon be no administrator."""


class NoSecondStep(ValueError):
    """Roles are for those who sign in with a second step already: a role that comes first would let whoever knows the
    password make that step."""


def give_role(*, person: User, role: str, by: User | None, now: dt.datetime) -> None:
    """Make somebody a moderator or an administrator, or, with "", neither. What they are already changes nothing.

    Raises NotYourself, NoSecondStep.
    """
    if by is not None and by.pk == person.pk:
        raise NotYourself
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        if role and not has_second_step(person=person):
            raise NoSecondStep
        if role == role_of(person=person) and person.is_staff == bool(role):
            return
        person.groups.remove(*Group.objects.filter(name__in=list(Role)))
        if role:
            person.groups.add(Group.objects.get(name=Role(role)))
        person.is_staff = bool(role)
        person.save(update_fields=["is_staff"])
        what = Done.ROLE_GIVEN if role else Done.ROLE_TAKEN
        note_down(by=by, what=what, about=person, person=person, reason=role, now=now)


def set_account_open(*, person: User, is_open: bool, by: User, words: str, now: dt.datetime) -> None:
    """Close an account, so that nobody can sign in to it, or open it again; `words` say why. Raises NotYourself."""
    if by.pk == person.pk:
        raise NotYourself
    with transaction.atomic():
        if User.objects.select_for_update().get(pk=person.pk).is_active == is_open:
            return
        if not is_open:
            tell(person=person, subject="Your account", text=_CLOSED, may_sign_in=False)
        person.is_active = is_open
        person.save(update_fields=["is_active"])
        what = Done.OPENED if is_open else Done.CLOSED
        note_down(by=by, what=what, about=person, person=person, words=words, now=now)
        if is_open:
            tell(person=person, subject="Your account", text="Your account is open again. You can sign in.")


def take_second_step_off(*, person: User, by: User | None, words: str, now: dt.datetime) -> int:
    """Remove every passkey, app and recovery code of somebody who lost them, and the role of whoever had one: it needs
    a second step. Returns how many there were. Raises NotYourself."""
    if by is not None and by.pk == person.pk:
        raise NotYourself
    with transaction.atomic():
        count: int = person.authenticator_set.all().delete()[0]  # type: ignore[attr-defined]
        if person.is_staff:
            give_role(person=person, role="", by=by, now=now)
        note_down(by=by, what=Done.FACTORS_OFF, about=person, person=person, words=words, now=now)
        tell(
            person=person,
            subject="Your second step for signing in was taken off",
            text="An administrator took off the second step of your account: passkeys, app and recovery codes. "
            "Your password alone signs you in now. If you have not asked for that, change your password.",
        )
    return count
