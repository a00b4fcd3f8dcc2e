"""A whole diary as JSON: everything that the other files say, and what is needed to bring it back in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from journal.analytics.diary_file import FORMAT, VERSION, DiaryRecord, DiarySettings
from journal.analytics.frozen_json import to_plain


def diary_json(
    *,
    exported_at: datetime,
    settings: DiarySettings,
    beside: Mapping[str, Iterable[Any]],
    records: Iterable[DiaryRecord],
) -> Iterator[bytes]:
    """The file in pieces, each record on a line of its own, in the order given."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at.isoformat(),
        "settings": to_plain(settings),
        **{name: [to_plain(value) for value in values] for name, values in beside.items()},
    }
    yield f'{_as_text(head)[:-1]}, "records": ['.encode()
    before = "\n"
    for record in records:
        yield f"{before}{_as_text(_plain(record))}".encode()
        before = ",\n"
    yield b"\n]}\n"


def _plain(record: DiaryRecord) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "uid": str(record.uid),
        "moment": to_plain(record.moment),
        "received_at": record.received_at.isoformat(),
        "content": to_plain(record.content),
    }


def _as_text(value: Any) -> str:
    # Of the values that stand beside the records, uids are the only ones that JSON does not know.
    return json.dumps(value, ensure_ascii=False, default=str)
