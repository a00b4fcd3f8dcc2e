"""The last step before an account is erased."""

from django import forms


class EraseForm(forms.Form):
    """One box, so that it takes more than a tap on a button."""

    sure = forms.BooleanField(
        label="Yes, erase everything for good",
        error_messages={"required": "Tick this box to erase everything, or keep your diary."},
    )
