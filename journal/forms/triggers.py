"""What may have set it off: the fixed list, each rated 0-3 or left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from journal.analytics.records import Triggered
from journal.analytics.vocabulary import TRIGGER_RATINGS, Trigger
from journal.forms.chips import ChipField, ListWidget
from journal.forms.drawn import drawn_once

_RATINGS = [(str(rating), words) for rating, words in TRIGGER_RATINGS]
_NAMES = {f"trigger_{trigger.value}": trigger for trigger in Trigger}


def trigger_fields() -> dict[str, forms.Field]:
    """A list for each trigger, by the name of its field."""
    return {
        name: ChipField(label=trigger.label, choices=_RATINGS, widget=ListWidget(attrs={"class": "form-select"}))
        for name, trigger in _NAMES.items()
    }


def trigger_initial(triggers: Iterable[Triggered]) -> dict[str, str]:
    """What the fields show of what was said."""
    return {f"trigger_{said.trigger}": str(said.rating) for said in triggers}


def said_triggers(cleaned: Mapping[str, Any]) -> tuple[Triggered, ...]:
    """What the fields of a valid form say, sorted."""
    said = ((trigger, cleaned[name]) for name, trigger in _NAMES.items())
    return tuple(sorted(Triggered(trigger=trigger.value, rating=int(rating)) for trigger, rating in said if rating))


class TriggersShown:
    """For the template of a form that has trigger fields."""

    def __init__(self, form: forms.Form) -> None:
        self._form = form

    @property
    def fields(self) -> list[BoundField]:
        """In the order of the vocabulary."""
        return [self._form[name] for name in _NAMES]

    @property
    def drawn(self) -> str:
        """The lists: while they say nothing, as they were drawn once for everybody."""
        return _drawn(self) if self.are_open else _drawn_empty()

    @property
    def are_open(self) -> bool:
        """Whether they stand open: one of them says something, or something is wrong with it."""
        return any(field.errors or field.value() for field in self.fields)


@drawn_once
def _drawn_empty() -> str:
    form = forms.Form()
    form.fields |= trigger_fields()
    return _drawn(TriggersShown(form))


def _drawn(shown: TriggersShown) -> SafeString:
    return render_to_string("journal/_partials/triggers.html", {"shown": shown})
