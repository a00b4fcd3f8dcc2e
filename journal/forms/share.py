"""Making a link to the report: for how long, as it is now or as it will be, with notes and name or without."""

import secrets
import uuid
from dataclasses import replace
from typing import Any

from django import forms
from django.core import signing
from django.utils.html import format_html

from journal.analytics.report import ReportChoices, Section
from journal.models import User

_DAYS = (("1", "1 day"), ("7", "7 days"), ("30", "30 days"))
_KEPT, _LIVE = "kept", "live"
_STATES = (
    (_KEPT, "As it is now; what you log later does not show"),
    (_LIVE, "As it is whenever it is opened, with what you log until then"),
)
_CHOOSE = "Choose one of these."
_MESSAGES = {"required": _CHOOSE, "invalid_choice": _CHOOSE}
_FORM_LASTS = 24 * 60 * 60
_INCOMPLETE = "This page was open for too long. Make the link once more."


class ShareForm(forms.Form):
    """`choices` are those of the report. The secret of the link is made with the form, so that sending it twice, or
    loading the answer again, makes one link; it is signed for this person, so that nobody sends one of their own."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    days = forms.ChoiceField(
        label="It works for", choices=_DAYS, initial="7", widget=forms.RadioSelect, error_messages=_MESSAGES
    )
    state = forms.ChoiceField(
        label="It shows the report", choices=_STATES, initial=_KEPT, widget=forms.RadioSelect, error_messages=_MESSAGES
    )
    notes = forms.BooleanField(label="With my notes, and what was said at visits", required=False)
    who = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, *, user: User, choices: ReportChoices) -> None:
        self._salt, self._report_choices = f"share {user.pk}", choices
        self.is_stale = data is not None and self._read(data.get("key")) is None
        if self.is_stale:
            data = data.copy()
            data["key"] = self._new_key()
        super().__init__(data, initial={"key": "" if data else self._new_key(), "notes": choices.notes})
        if not choices.name and not choices.birth_year:
            del self.fields["who"]
        else:
            born = f"born {choices.birth_year}" if choices.birth_year else ""
            who = ", ".join(part for part in (choices.name, born) if part)
            self.fields["who"].label = format_html("With who I am: {}", who)
        if Section.ENTRIES not in choices.sections:
            del self.fields["notes"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_stale:
            self.add_error(None, _INCOMPLETE)
        return cleaned

    @property
    def uid(self) -> uuid.UUID:
        """That of the link; call after `is_valid()`."""
        return uuid.UUID(self._known["uid"])

    @property
    def secret(self) -> str:
        """256 random bits as text; call after `is_valid()`."""
        return self._known["secret"]

    @property
    def lasts_days(self) -> int:
        """Call after `is_valid()`."""
        return int(self.cleaned_data["days"])

    @property
    def is_live(self) -> bool:
        """Call after `is_valid()`."""
        return bool(self.cleaned_data["state"] == _LIVE)

    @property
    def choices(self) -> ReportChoices:
        """Those of the report, without the name unless it was chosen for this link; call after `is_valid()`."""
        said = self.cleaned_data
        nobody: dict[str, Any] = {} if said.get("who") else {"name": "", "birth_year": None}
        return replace(self._report_choices, notes=said.get("notes", False), **nobody)

    @property
    def _known(self) -> dict[str, str]:
        known = self._read(self.cleaned_data["key"])
        assert known is not None
        return known

    def _new_key(self) -> str:
        return signing.dumps({"uid": str(uuid.uuid4()), "secret": secrets.token_urlsafe(32)}, salt=self._salt)

    def _read(self, key: Any) -> dict[str, str] | None:
        try:
            known: dict[str, str] = signing.loads(key or "", salt=self._salt, max_age=_FORM_LASTS)
        except signing.BadSignature:
            return None
        return known
