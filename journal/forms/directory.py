"""Which therapists to show. Sent by POST and kept in the session: no address says what somebody is looking for."""

from typing import Any

from django import forms

from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.directory_filter import DirectoryFilter, Order
from journal.analytics.therapists import Credential
from journal.analytics.vocabulary import Goal, Technique
from journal.forms.chips import ChipField, ChipWidget, ListWidget
from journal.forms.listing import OFFERED
from journal.forms.plain_text import PlainTextField

_LENGTH = 120
_CHOOSE = {"invalid_choice": "Choose one from the list."}


def _list(label: str, choices: list[tuple[str, str]], coerce: Any = str) -> forms.TypedChoiceField:
    widget = ListWidget(attrs={"class": "form-select"})
    return forms.TypedChoiceField(
        label=label,
        choices=[("", "Any"), *choices],
        coerce=coerce,
        empty_value="" if coerce is str else None,
        required=False,
        widget=widget,
        error_messages=_CHOOSE,
    )


class DirectoryFilterForm(forms.Form):
    """Reads what was typed now, or what the session kept, to a `DirectoryFilter`."""

    use_required_attribute = False

    place = PlainTextField(label="Town, city or postcode", max_length=_LENGTH)
    words = PlainTextField(label="Name or practice", max_length=_LENGTH)
    country = _list("Country", list(COUNTRY_NAMES.items()))
    technique = _list("Technique", OFFERED, Technique)
    credential = _list("Licence or register", Credential.choices(), Credential)
    is_checked = forms.BooleanField(label="Licence checked by us", required=False)
    knows_sciatica = forms.BooleanField(label="Experience with sciatica", required=False)
    knows_lower_back = forms.BooleanField(label="Experience with the lower back", required=False)
    insured = forms.BooleanField(label="Insured", required=False)
    order = forms.TypedChoiceField(
        label="First",
        choices=Order.choices(),
        coerce=Order,
        empty_value=Order.LICENCE,
        required=False,
        widget=ChipWidget,
        initial=Order.LICENCE,
        error_messages=_CHOOSE,
    )

    @property
    def wanted(self) -> DirectoryFilter:
        """The filter; everything where the form is not valid or was not sent."""
        if not self.is_bound or not self.is_valid():
            return DirectoryFilter()
        names = DirectoryFilter.__dataclass_fields__
        return DirectoryFilter(**{name: value for name, value in self.cleaned_data.items() if name in names})

    @property
    def wishes(self) -> list[forms.BoundField]:
        """What a listing may be asked to have, as boxes."""
        return [self[name] for name in ("is_checked", "knows_sciatica", "knows_lower_back", "insured")]

    @property
    def typed(self) -> dict[str, str]:
        """What was typed into this form, for the session."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}


class DirectoryFindForm(DirectoryFilterForm):
    """The questions that lead to a filtered directory and to a list of what to ask."""

    goal = ChipField(label="What do you want from a massage?", choices=Goal.choices())
