"""Several files as one ZIP, written while it is sent: nothing of it is ever whole in memory or on a disk."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journal.analytics.diary_file import ExportFile

_BLOCK = 64 * 1024
_READABLE_FILE = 0o100644 << 16


def archive(*, files: Iterable[ExportFile], wall: datetime) -> Iterator[bytes]:
    """The ZIP in blocks of some 64 kB at most, the last of each file shorter; `wall` is when that is on the wall."""
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as made:  # type: ignore[call-overload]
        for file in files:
            member = ZipInfo(file.filename, date_time=max(wall.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
            member.compress_type = ZIP_DEFLATED
            member.external_attr = _READABLE_FILE
            with made.open(member, "w") as into:
                for piece in file.body:
                    into.write(piece)
                    if outlet.held >= _BLOCK:
                        yield outlet.taken()
            yield outlet.taken()
    yield outlet.taken()


class _Outlet:
    """Holds what was written until it is taken; it has no position, which tells ZipFile not to go back."""

    def __init__(self) -> None:
        self.held = 0
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        self.held += len(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing lies further back."""

    def taken(self) -> bytes:
        block = b"".join(self._pieces)
        self._pieces.clear()
        self.held = 0
        return block
