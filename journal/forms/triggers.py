"""What may have set it off: the fixed list, each rated 0-3 or left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from journal.analytics.records import Triggered
from journal.analytics.vocabulary import TRIGGER_RATINGS, Trigger
from journal.forms.chips import ChipField, ListWidget
from journal.forms.drawn import drawn_once

_RATINGS = [(str(rating), words) for rating, words in TRIGGER_RATINGS]
_NAMES = {f"trigger_{trigger.value}": trigger for trigger in Trigger}


def trigger_initial(triggers: Iterable[Triggered]) -> dict[str, str]:
    """What the fields show of what was said."""
    return {f"trigger_{said.trigger}": str(said.rating) for said in triggers}


def said_triggers(cleaned: Mapping[str, Any]) -> tuple[Triggered, ...]:
    """What the fields of a valid form say, sorted."""
    said = ((trigger, cleaned.get(name)) for name, trigger in _NAMES.items())
    return tuple(sorted(Triggered(trigger=trigger.value, rating=int(rating)) for trigger, rating in said if rating))


class Triggers:
    """The lists of a form that has them: fields for those that say something, and the others only where all are drawn,
    since eleven take a while to make."""

    def __init__(self, form: forms.Form) -> None:
        said = form.data if form.is_bound else form.initial
        self._form, self._said = form, [name for name in _NAMES if said.get(name)]
        form.fields |= _fields(self._said)

    @property
    def drawn(self) -> str:
        """All of them: while they say nothing, as they were drawn once for everybody; else they stand open."""
        return _drawn(self._form, are_open=True) if self._said else _drawn_empty()


def _fields(names: Iterable[str]) -> dict[str, forms.Field]:
    return {
        name: ChipField(label=_NAMES[name].label, choices=_RATINGS, widget=ListWidget(attrs={"class": "form-select"}))
        for name in names
    }


@drawn_once
def _drawn_empty() -> str:
    return _drawn(forms.Form(), are_open=False)


def _drawn(form: forms.Form, *, are_open: bool) -> SafeString:
    form.fields |= _fields(name for name in _NAMES if name not in form.fields)
    context = {"fields": [form[name] for name in _NAMES], "are_open": are_open}
    return render_to_string("journal/_partials/triggers.html", context)
