"""Sessions in the database, saved without waiting for the disk: they hold what was just said, such as “Saved”, and
filters. A power cut may ask somebody who has just signed in to do so again; signing out waits, as it always did."""

from django.contrib.sessions.backends import db

from journal.actions.unhurried import without_waiting


class SessionStore(db.SessionStore):
    """Looked for by this name in the module that SESSION_ENGINE names."""

    def save(self, must_create: bool = False) -> None:
        with without_waiting():
            super().save(must_create)
