"""The one-tap answers on the day after a massage."""

from django import forms

from journal.analytics.vocabulary import Soreness


class NextDayForm(forms.Form):
    """Pain 0-10, soreness, or `skip`; a button sends one of them."""

    pain = forms.FloatField(required=False, min_value=0, max_value=10)
    soreness = forms.ChoiceField(required=False, choices=Soreness.choices())
    skip = forms.BooleanField(required=False)
