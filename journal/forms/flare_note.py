"""How a flare-up goes while it lasts, by one tap or on the page to change it, and what helped when it is over."""

import datetime as dt
from typing import Any

from django import forms

from journal.analytics.records import FlareNoteContent
from journal.analytics.vocabulary import Change
from journal.forms.chips import ChipWidget
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.forms.tap import TapForm
from journal.models import FlareNote, User

_WHICH = "Choose better, the same or worse."


class FlareNoteTapForm(TapForm):
    """Better, the same or worse, with or without a note."""

    change = forms.ChoiceField(choices=Change.choices())
    note = PlainTextField(rows=2)


class FlareNoteForm(LogForm):
    """Changes a note of a flare-up."""

    def __init__(self, data: Any = None, *, user: User, now: dt.datetime, written: FlareNote) -> None:
        self._flare = str(written.flare_uid)
        initial = {"change": written.change, "note": written.note}
        super().__init__(data, user=user, now=now, record=written, initial=initial)
        self.fields["change"] = forms.ChoiceField(
            label="How was it?",
            choices=Change.choices(),
            widget=ChipWidget,
            error_messages={"required": _WHICH, "invalid_choice": _WHICH},
        )
        self.fields["note"] = PlainTextField(label="Note", rows=3)

    @property
    def content(self) -> FlareNoteContent:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        return FlareNoteContent(flare=self._flare, change=said["change"], note=said["note"])


class WhatHelpedForm(forms.Form):
    """What helped, asked when it is over."""

    helped = PlainTextField(label="What helped", rows=2)
