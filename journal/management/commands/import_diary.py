"""Import a diary from a spreadsheet: `python manage.py import_diary FILE --user EMAIL`."""

import json
import uuid
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from journal.actions.importing import choose_mapping, discard_import, receive_file
from journal.import_steps import store_next_rows
from journal.imports.files import first_mapping, open_file
from journal.imports.leftovers import problems_among, reasons_of
from journal.imports.mapping import Kind, Mapping, MappingError, mapping_as_json, mapping_from_json
from journal.imports.table import Table, UnreadableFileError
from journal.models import DiaryImport, User
from journal.queries.importing import leftovers_of

_PROBLEMS_SHOWN = 20


class Command(BaseCommand):
    """Prints the account of every row; exit code 1 and one line where nothing can be imported."""

    help = "Imports a CSV or TSV file into a person's diary. Rows that are there already are not doubled."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a CSV or TSV file")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose diary")
        parser.add_argument(
            "--kind", choices=[kind.value for kind in Kind], help="what each row is; guessed if not said"
        )
        parser.add_argument("--map", type=Path, metavar="FILE.json", help="what the columns mean; guessed if not said")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["user"].strip().lower()).first()
        if user is None:
            raise CommandError(f"Nobody has an account with the address {options['user']}.")
        content = _bytes_of(options["file"])
        try:
            table = open_file(content)
            mapping = _mapping(table, options["kind"], options["map"])
        except (UnreadableFileError, MappingError) as error:
            raise CommandError(str(error)) from error
        diary_import = self._import(user, content, options["file"].name, mapping)
        self._print_account(diary_import)

    def _import(self, user: User, content: bytes, name: str, mapping: Mapping) -> DiaryImport:
        now = timezone.now()
        diary_import = receive_file(user=user, uid=uuid.uuid4(), content=content, file_name=name, now=now)
        choose_mapping(diary_import=diary_import, kind=mapping.kind, mapping=mapping_as_json(mapping))
        diary_import.refresh_from_db()
        try:
            while diary_import.finished_at is None:
                store_next_rows(diary_import, now=timezone.now())
        finally:
            discard_import(diary_import=diary_import)
        return diary_import

    def _print_account(self, diary_import: DiaryImport) -> None:
        counts = (
            ("rows in the file", diary_import.all_rows),
            ("imported", diary_import.stored_rows),
            ("already there", diary_import.known_rows),
            ("merged with the same row", diary_import.merged_rows),
            ("left out", diary_import.left_out_rows),
            ("not imported", diary_import.problem_rows),
        )
        for words, count in counts:
            self.stdout.write(f"{count:>7,}  {words}")
        problems = problems_among(leftovers_of(diary_import) or [])
        for reason, count in reasons_of(problems):
            self.stdout.write(f"         {reason}: {count:,}")
        for row in problems[:_PROBLEMS_SHOWN]:
            self.stdout.write(f"line {row['line']}: {row['reason']}: {row['text']}")
        if len(problems) > _PROBLEMS_SHOWN:
            self.stdout.write(f"... and {len(problems) - _PROBLEMS_SHOWN:,} more lines like these")


def _mapping(table: Table, kind: str | None, map_file: Path | None) -> Mapping:
    """The mapping of the file, over what is guessed; `--kind` counts before both."""
    said = _json_of(map_file) if map_file else {}
    if kind and isinstance(said, dict):
        said["kind"] = kind
    today = timezone.now().date()
    guess = first_mapping(table, today=today)
    kind_said = mapping_from_json(said, table=table, guess=guess).kind
    if kind_said != guess.kind:
        guess = first_mapping(table, today=today, kind=kind_said)
    return mapping_from_json(said, table=table, guess=guess).checked()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def _json_of(path: Path) -> Any:
    try:
        return json.loads(_bytes_of(path))
    except ValueError as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error
