"""Logging pain: how strong, and if wanted what it feels like where, when, and a note."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from django.forms.utils import ErrorDict

from journal.analytics.records import PainContent
from journal.forms.feelings import FeelingGroups
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.forms.scale import ScaleField
from journal.forms.triggers import Triggers, said_triggers, trigger_initial
from journal.models import PainEntry, User
from journal.queries.pain import UsedLast

UNFINISHED = ("add_group", "more", "same_as_last", "go_on")
"""Buttons that ask for more room in the form, or for something filled in, and not yet to save."""


class PainForm(LogForm):
    """An entry with its groups of feelings in `self.groups`. `used_last` is asked only when the form is drawn."""

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        used_last: Callable[[], UsedLast],
        entry: PainEntry | None = None,
    ) -> None:
        self.is_new = entry is None
        content = entry.content if entry else None
        initial: dict[str, Any] = {}
        if content:
            initial = {"intensity": content.intensity, "note": content.note} | trigger_initial(content.triggers)
        super().__init__(data, user=user, now=now, record=entry, initial=initial)
        self.fields["intensity"] = ScaleField(label="How strong is the pain?")
        self.fields["note"] = PlainTextField(label="Note", rows=3)
        self.triggers = Triggers(self)
        self.groups = FeelingGroups(data, used_last=cache(used_last), feelings=content.feelings if content else ())
        if self.is_unfinished:
            self._errors = ErrorDict()
            self.groups.show_unchecked()

    def is_valid(self) -> bool:
        """Both the entry and its groups, so that all messages show at once."""
        return super().is_valid() & self.groups.is_valid()

    @property
    def is_unfinished(self) -> bool:
        return self.is_bound and any(name in self.data for name in UNFINISHED)

    @property
    def may_be_as_last(self) -> bool:
        """Whether there is a last time that the feelings of a new entry could be as."""
        return self.is_new and self.groups.has_last

    @property
    def has_problems(self) -> bool:
        """True where a message stands next to a field, of the entry or of a group."""
        return super().has_problems or self.groups.has_problems

    @property
    def content(self) -> PainContent:
        """What the person said; call after `is_valid()`."""
        return PainContent(
            intensity=self.cleaned_data["intensity"],
            note=self.cleaned_data["note"],
            feelings=self.groups.feelings(),
            triggers=said_triggers(self.cleaned_data),
        )
