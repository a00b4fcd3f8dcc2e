"""`manage.py give_role`: make the first administrator, or take a role away when nobody else can."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from journal.actions.roles import NoSecondStep, give_role, take_second_step_off
from journal.analytics.moderation import Role
from journal.models import User

_FIRST = "Let them set up a passkey or an app under Settings, “Passkeys and codes”, then give the role."


class Command(BaseCommand):
    help = "Give somebody who has an account a role at the moderation desk, or take it away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=[*Role, "none"])
        parser.add_argument(
            "--second-step-off",
            action="store_true",
            help="with none: take off passkeys, app and codes as well",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(email=options["email"].lower()).first()
        if person is None:
            raise CommandError(f"Nobody has an account under {options['email']}.")
        role = "" if options["role"] == "none" else options["role"]
        if role and options["second_step_off"]:
            raise CommandError(f"Take the second step off with the role none. {_FIRST}")
        if options["second_step_off"]:
            take_second_step_off(person=person, by=None, words="", now=timezone.now())
        try:
            give_role(person=person, role=role, by=None, now=timezone.now())
        except NoSecondStep as error:
            raise CommandError(f"{person.email} has no second step for signing in. {_FIRST}") from error
        self.stdout.write(f"{person.email}: {options['role']}.")
