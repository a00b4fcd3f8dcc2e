"""The application's own settings, filled in so that tests need no environment, and nothing of a real diary is near."""

import os
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("SECRET_KEY", "a key for tests only, 32 characters or more")
os.environ["DATA_DIR"] = str(Path(gettempdir()) / "sciatica-tracker-tests-write-nothing-here")
for name in ("DEBUG", "HTTPS", "BEHIND_PROXY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "EMAIL_VERIFICATION"):
    os.environ.pop(name, None)

from sciatica_tracker.settings import *  # noqa: E402, F403
from sciatica_tracker.settings import STORAGES  # noqa: E402

# Only tests of the static files collect them first (the fixture hashed_static); all others use them as they lie.
HASHED_STORAGES = STORAGES
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Real hashing takes a quarter of a second for each account.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
