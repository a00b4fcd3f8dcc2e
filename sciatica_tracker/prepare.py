"""What bin/run does before it serves: secret key, tables, static files. A bad setting is refused in one line.

Quick when nothing has changed: a second start takes a second or two.
"""

import hashlib
import os
import secrets
import socket
import sys
from pathlib import Path

import django
from django.contrib.staticfiles.finders import get_finders
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError

from sciatica_tracker.env import Env


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sciatica_tracker.settings")
    try:
        check_server_settings(Env(os.environ))
        data_dir = Path(os.environ["DATA_DIR"])
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.environ.get("SECRET_KEY", "").strip():
            make_secret_key(data_dir)
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        collect_static()
        say_what_the_database_lacks()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"The database cannot be used; look at DATABASE_URL. It says: {' '.join(str(error).split())}")
    except OSError as error:
        sys.exit(f"The diary cannot be started: {error}")


def check_server_settings(env: Env) -> None:
    """Refuse a bad PORT, WEB_WORKERS or WEB_THREADS, and a port that another program has."""
    port = env.number("PORT", 8000, low=1, high=65535)
    env.number("WEB_WORKERS", 2, low=1, high=64)
    env.number("WEB_THREADS", 4, low=1, high=64)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise ImproperlyConfigured(
                f"PORT {port} cannot be used ({error.strerror}); choose another: PORT=8123 bin/run"
            ) from error


def make_secret_key(data_dir: Path) -> None:
    """Write a new key that only its owner can read, unless there is one."""
    path = data_dir / "secret_key"
    if not path.exists():
        # Complete under another name first: a half-written key would be refused ever after.
        draft = data_dir / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50) + "\n")
        draft.rename(path)


def collect_static() -> None:
    """Hash and compress the static files into STATIC_ROOT, if one of them has changed since the last time."""
    from django.conf import settings

    stamp = Path(settings.STATIC_ROOT) / ".sources"
    sources = _fingerprint_of_sources()
    if not stamp.is_file() or stamp.read_text() != sources:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(sources)


def say_what_the_database_lacks() -> None:
    """One line for each fault of the database's own that its owner should know of."""
    for message in run_checks(tags=[Tags.database], databases=["default"]):
        sys.stderr.write(f"{message.msg} {message.hint or ''}".strip() + "\n")


def _fingerprint_of_sources() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name} {hashlib.sha256(Path(storage.path(name)).read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
