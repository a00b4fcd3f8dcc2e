"""One ZIP, made while it is sent."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from journal.analytics.diary_file import ExportFile
from journal.exports.archive import archive

WALL = dt.datetime(2026, 11, 22, 18, 4, 10)  # noqa: DTZ001 a wall has no zone


def noise(pieces: int) -> Iterator[bytes]:
    """Hardly compressible, and the same every time."""
    state = 1
    for _ in range(pieces):
        numbers = []
        for _ in range(1000):
            state = state * 1_103_515_245 + 12345 & 0x7FFFFFFF
            numbers.append(state)
        yield b"".join(number.to_bytes(4, "big") for number in numbers)


def packed(*files: tuple[str, list[bytes]], wall: dt.datetime = WALL) -> bytes:
    made = [ExportFile(filename=name, content_type="", body=body) for name, body in files]
    return b"".join(archive(files=made, wall=wall))


def test_it_holds_its_files() -> None:
    content = packed(("diary.json", [b"{", b"}"]), ("tables/pain.csv", []), ("Überblick.txt", [b"x"]))

    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["diary.json", "tables/pain.csv", "Überblick.txt"]
        assert opened.read("diary.json") == b"{}"
        assert opened.getinfo("diary.json").date_time == (2026, 11, 22, 18, 4, 10)


def test_the_same_files_make_the_same_bytes() -> None:
    assert packed(("a", [b"1"])) == packed(("a", [b"1"]))


def test_a_year_that_a_zip_cannot_say_does_no_harm() -> None:
    assert packed(("a", [b"1"]), wall=dt.datetime(1970, 1, 1))  # noqa: DTZ001


def test_who_goes_away_half_way_leaves_nothing_open() -> None:
    closed = []

    def body() -> Iterator[bytes]:
        try:
            yield from noise(200)
        finally:
            closed.append(True)

    blocks = archive(files=[ExportFile(filename="a", content_type="", body=body())], wall=WALL)
    next(blocks)
    blocks.close()  # type: ignore[attr-defined]
    del blocks

    assert closed == [True]


def test_blocks_leave_while_the_rest_is_still_made() -> None:
    made = []

    def body() -> Iterator[bytes]:
        for piece in noise(200):
            made.append(piece)
            yield piece

    blocks = archive(files=[ExportFile(filename="a", content_type="", body=body())], wall=WALL)

    assert len(next(blocks)) >= 64 * 1024
    assert len(made) < 50
    assert max(map(len, blocks)) < 200 * 1024
