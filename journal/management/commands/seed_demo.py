"""A diary to look around in: `python manage.py seed_demo [--years N] [--email E]`."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from journal.actions.demo import DiaryNotEmptyError, open_demo_account, write_demo_diary
from journal.actions.demo_directory import write_demo_directory
from journal.analytics.demo import invent_diary
from journal.analytics.moments import moment_at
from journal.forms.zones import known_zones
from journal.models import User

_MOST_YEARS = 50
_DAYS_IN_A_YEAR = 365.25


class Command(BaseCommand):
    """Invents a diary that ends now; no effect of massage is put in, so that nobody is misled by it."""

    help = "Makes an account with an invented diary: pain, flare-ups, and massages booked on bad days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--years", type=int, default=1, metavar="N", help="how long it is (default 1)")
        parser.add_argument("--email", default="demo@example.org", metavar="E", help="whose account (%(default)s)")
        parser.add_argument("--password", default="", help="of the account, if it is new; invented if not given")
        parser.add_argument("--zone", default="Europe/London", help="its time zone, if it is new (%(default)s)")

    def handle(self, *args: Any, **options: Any) -> None:
        years, email = options["years"], options["email"].strip().lower()
        _check(years, email, options["zone"])
        is_new = not User.objects.filter(email=email).exists()
        password = options["password"] or secrets.token_urlsafe(9)
        user = open_demo_account(email=email, password=password, time_zone=options["zone"])
        now = moment_at(instant=timezone.now(), tz=user.time_zone)
        diary = invent_diary(days=round(_DAYS_IN_A_YEAR * years), until=now.wall, tz=user.time_zone)
        try:
            write_demo_diary(user=user, diary=diary)
        except DiaryNotEmptyError as error:
            raise CommandError(f"{email} has records already; nothing was changed. Choose another --email.") from error
        self.stdout.write(
            f"An invented diary of {years} {'year' if years == 1 else 'years'}: {len(diary.pains):,} pain entries, "
            f"{len(diary.massages):,} massages, {len(diary.flares):,} flare-ups, {len(diary.days):,} days, "
            f"{len(diary.medicines):,} medicines, {len(diary.questionnaires):,} questionnaires."
        )
        listings = write_demo_directory(author=user, now=timezone.now())
        if listings:
            self.stdout.write(f"An invented directory of {listings} therapists, in every state.")
        self.stdout.write(f"Sign in as:  {email}\nPassword:    {password if is_new else 'unchanged'}")


def _check(years: int, email: str, zone: str) -> None:
    if not 1 <= years <= _MOST_YEARS:
        raise CommandError(f"--years is {years}; it should be a number from 1 to {_MOST_YEARS}.")
    if zone not in known_zones():
        raise CommandError(f"--zone is {zone!r}; it should be a time zone like Europe/London.")
    try:
        validate_email(email)
    except ValidationError as error:
        raise CommandError(f"--email is {email!r}; it should be an e-mail address.") from error
