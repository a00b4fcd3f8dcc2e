"""A private PostgreSQL for the tests: made in a second, reached by a socket only, gone afterwards.

    python tests/postgres.py -- COMMAND ARGUMENTS

runs the command with DATABASE_URL set to such a server, and ends with the command's exit status.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

_SETTINGS = {
    "listen_addresses": "",
    # Nothing here outlives the run, so nothing needs to reach the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "log_min_messages": "fatal",
}
_SECONDS_TO_START = 60


class PostgresMissingError(RuntimeError):
    """PostgreSQL's programs, or a user to run them as, are not on this machine."""


def find_programs() -> Path:
    """The folder of initdb and postgres: on the PATH, or the newest of the distribution's versioned folders."""
    on_path = shutil.which("initdb")
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]), reverse=True
    )
    for program in [*([Path(on_path)] if on_path else []), *installed]:
        folder = program.resolve().parent
        if (folder / "postgres").is_file():
            return folder
    raise PostgresMissingError("PostgreSQL is not installed; on Debian and Ubuntu: apt-get install postgresql")


def _server_user() -> str | None:
    """Whom to run the server as: PostgreSQL refuses to be root."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        if subprocess.run(["id", name], capture_output=True, check=False).returncode == 0:
            return name
    raise PostgresMissingError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a server in a new folder and yield its DATABASE_URL; stop it and remove the folder at the end."""
    programs, user = find_programs(), _server_user()
    # Short, whatever TMPDIR is: the path of a socket ends at 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if user:
            shutil.chown(folder, user)
        _initialise(programs, folder, user=user)
        server = _start(programs, folder, user=user)
        try:
            _wait_until_ready(programs, folder, server, user=user)
            yield f"postgres://tests@{quote(str(folder), safe='')}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # "fast shutdown": disconnects whoever is left
            server.wait()
    finally:
        shutil.rmtree(folder)


def _initialise(programs: Path, folder: Path, *, user: str | None) -> None:
    command = [
        str(programs / "initdb"),
        *("--pgdata", str(folder / "data")),
        *("--username", "tests", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
    ]
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


def _start(programs: Path, folder: Path, *, user: str | None) -> subprocess.Popen[bytes]:
    options = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *options]
    with (folder / "log").open("wb") as log:
        # In a session of its own: Ctrl-C ends the tests first, and then, from here, the server.
        return subprocess.Popen(
            command, user=user, cwd=folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )


def _wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen[bytes], *, user: str | None) -> None:
    check = [str(programs / "pg_isready"), "--quiet", "--host", str(folder)]
    give_up = time.monotonic() + _SECONDS_TO_START
    while subprocess.run(check, user=user, cwd=folder, check=False).returncode:
        if server.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)


def _end_in_order(number: int, frame: FrameType | None) -> None:
    """Turn a signal into an exit, so that the server is stopped on the way out."""
    sys.exit(128 + number)


def run(command: Sequence[str]) -> int:
    """Run a command with DATABASE_URL set to a private server; its exit status."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end_in_order)
    with private_postgres() as url:
        child = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url})
        try:
            return child.wait()
        except KeyboardInterrupt:  # the command got it too, and has something to say about it
            return child.wait()
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()


if __name__ == "__main__":
    if sys.argv[1:2] != ["--"] or not sys.argv[2:]:
        sys.exit("Usage: python tests/postgres.py -- COMMAND ARGUMENTS")
    try:
        sys.exit(run(sys.argv[2:]))
    except PostgresMissingError as error:
        sys.exit(str(error))
