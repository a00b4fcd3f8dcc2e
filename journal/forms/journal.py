"""What to show of the journal. Sent by POST and kept in the session: no address names a place or a feeling."""

from typing import Any

from django import forms
from django.template.loader import render_to_string

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.vocabulary import Quality, Region
from journal.forms.chips import ChipWidget, ListWidget
from journal.forms.drawn import drawn_once
from journal.forms.moment import DayField
from journal.forms.plain_text import PlainTextField

_KINDS = (
    ("", "Everything"),
    ("pain", "Pain"),
    ("massage", "Massage"),
    ("flare", "Flare-ups"),
    ("day", "Days"),
    ("medicine", "Medicines"),
    ("safety", "Help page shown"),
)
_TEXT_LENGTH = 200


class JournalFilterForm(forms.Form):
    """Reads what was typed now, or what the session kept, to a `JournalFilter`."""

    use_required_attribute = False

    kind = forms.ChoiceField(label="Show", choices=_KINDS, required=False, widget=ChipWidget)
    text = PlainTextField(label="Words in the note, a therapist’s or a medicine’s name", max_length=_TEXT_LENGTH)
    quality = forms.TypedChoiceField(
        label="What it feels like",
        choices=[("", "Anything"), *Quality.choices()],
        coerce=Quality,
        empty_value=None,
        required=False,
        widget=ListWidget,
    )
    region = forms.TypedChoiceField(
        label="Where",
        choices=[("", "Anywhere"), *Region.choices()],
        coerce=Region,
        empty_value=None,
        required=False,
        widget=ListWidget,
    )
    first = DayField(label="From")
    last = DayField(label="To")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = "Choose one from the list."
            if name != "kind":
                field.widget.attrs["class"] = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", "This is before the first day. Choose the same day or a later one.")
        return cleaned

    @property
    def wanted(self) -> JournalFilter:
        """The filter; everything where the form is not valid or was not sent."""
        return JournalFilter(**self.cleaned_data) if self.is_bound and self.is_valid() else JournalFilter()

    @property
    def typed(self) -> dict[str, str]:
        """What was typed into this form, for the session."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    @property
    def drawn(self) -> str:
        """Its fields as HTML; those of a form that says nothing are the same each time."""
        return _draw(self) if self.is_bound else _drawn_empty()


def _draw(form: JournalFilterForm) -> str:
    return render_to_string("journal/_partials/entry_filter_fields.html", {"form": form})


@drawn_once
def _drawn_empty() -> str:
    return _draw(JournalFilterForm())
