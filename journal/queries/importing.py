"""Diary files on their way in, and which of their rows the diary has already."""

import json
import uuid
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from journal.models import DiaryImport, MassageSession, PainEntry, User

_MODELS: dict[str, Any] = {model.KIND: model for model in (PainEntry, MassageSession)}
_AT_ONCE = 5000
_SHOWN = 10


def latest_imports(*, user: User) -> Sequence[DiaryImport]:
    """The person's last imports, without the files."""
    imports = DiaryImport.objects.filter(user=user).defer("content", "leftovers")
    return list(imports.order_by("-received_at")[:_SHOWN])


def count_known(*, user: User, kind: str, uids: Iterable[uuid.UUID]) -> int:
    """How many of the rows are in the diary already; deleted ones are not."""
    wanted = list(uids)
    records = _MODELS[kind].objects.owned_by(user)
    return sum(
        records.filter(uid__in=wanted[start : start + _AT_ONCE]).count() for start in range(0, len(wanted), _AT_ONCE)
    )


def file_of(diary_import: DiaryImport) -> bytes | None:
    """The bytes of the file; None once it is erased."""
    return None if diary_import.content is None else zlib.decompress(diary_import.content)


def leftovers_of(diary_import: DiaryImport) -> list[dict[str, Any]] | None:
    """The rows that did not become records of their own; None once they are erased."""
    if diary_import.leftovers is None:
        return None
    rows: list[dict[str, Any]] = json.loads(zlib.decompress(diary_import.leftovers))
    return rows
