"""`manage.py erase_deleted`: erase for good what people deleted and replaced some weeks ago. For a daily timer."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from journal.actions.account import erase_expired
from journal.actions.draft import erase_old_drafts
from journal.actions.importing import erase_import_files
from journal.actions.keep import erase_outdated
from journal.actions.records import erase_deleted


class Command(BaseCommand):
    help = "Erase for good what was deleted, and the versions that were replaced, more than 30 days ago."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=30, help="keep what is younger than this (default 30)")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        erased = erase_deleted(before=now - dt.timedelta(days=options["days"]))
        erase_import_files(now=now)
        erase_old_drafts(now=now)
        erase_expired(now=now)
        erase_outdated()
        self.stdout.write(f"Erased {erased} deleted record{'' if erased == 1 else 's'}.")
