"""The settings of a person's diary."""

from typing import Any

from django import forms

from journal.analytics.emergency import COUNTRIES, ELSEWHERE, country_name, country_of_zone
from journal.analytics.vocabulary import Side
from journal.forms.chips import ListWidget
from journal.forms.zones import zone_choices
from journal.models import User

_HOURS = [(hour, "Midnight" if hour == 0 else f"{hour}:00 in the morning") for hour in range(7)]
_SIDES = [("", "It varies"), *((side.value, side.label) for side in (Side.LEFT, Side.RIGHT))]


class SettingsForm(forms.Form):
    """How the diary works for a person; `cleaned_data` holds exactly what `change_settings` takes."""

    time_zone = forms.ChoiceField(
        label="Time zone",
        widget=ListWidget,
        help_text="New entries get the time of this zone. Days already written stay as they are.",
        error_messages={
            "invalid_choice": "Choose a time zone from the list.",
            "required": "Choose a time zone from the list.",
        },
    )
    day_starts_at = forms.TypedChoiceField(
        label="A day starts at",
        widget=ListWidget,
        choices=_HOURS,
        coerce=int,
        help_text="What you log after midnight and before this hour counts for the day before. If nights are often "
        "bad, 4:00 keeps a whole night together. Days already written stay as they are.",
        error_messages={"invalid_choice": "Choose an hour from the list."},
    )
    usual_side = forms.ChoiceField(
        label="The side it is usually on",
        choices=_SIDES,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose left, right or “It varies”."},
    )
    flare_after_days = forms.TypedChoiceField(
        label="Suggest a flare-up after",
        choices=[(1, "1 day"), (2, "2 days in a row")],
        coerce=int,
        widget=forms.RadioSelect,
        help_text="Days with pain 2 points or more above what is usual for you.",
        error_messages={"invalid_choice": "Choose 1 or 2 days."},
    )
    country = forms.ChoiceField(
        label="Country",
        widget=ListWidget,
        required=False,
        help_text="For the emergency number on the page “When to get help”.",
        error_messages={"invalid_choice": "Choose a country from the list."},
    )
    theme = forms.ChoiceField(
        label="Colours",
        choices=User.THEMES,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the three."},
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data, initial={name: getattr(user, name) for name in self.base_fields})
        zones = self.fields["time_zone"]
        assert isinstance(zones, forms.ChoiceField)
        zones.choices = zone_choices(user.time_zone)
        countries = self.fields["country"]
        assert isinstance(countries, forms.ChoiceField)
        countries.choices = _country_choices(user.time_zone)


def _country_choices(time_zone: str) -> list[tuple[str, str]]:
    here = country_name(country_of_zone(time_zone))
    by_zone = f"{here}, by the time zone" if here else "By the time zone"
    listed = [(country.code, country.name) for country in COUNTRIES]
    return [("", by_zone), *listed, (ELSEWHERE, "Another country")]
