"""What moderators and administrators fill in at the desk."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any

from django import forms

from journal.analytics.listing import ListingContent
from journal.analytics.moderation import MOST_HOURS, NEEDS_A_REASON, AccessReason, Done, Role
from journal.analytics.therapists import Reason
from journal.forms.listing import ListingForm

NO_ADDRESS = "Leave out the e-mail address: the log keeps numbers only."
_FOR_THE_LOG = "Only staff read this. No addresses, nothing about anybody’s health."


def _words(*, label: str = "For the log", required: bool = False, help_text: str = _FOR_THE_LOG) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=required, max_length=1000, help_text=help_text, widget=widget)


class LoggedForm(forms.Form):
    """Something that the log keeps."""

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if "@" in words:
            raise forms.ValidationError(NO_ADDRESS)
        return words


class DecisionForm(LoggedForm):
    """A decision by the button that was pressed, made from a version of the item."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(widget=forms.HiddenInput, choices=Done.choices())
    reason = forms.ChoiceField(
        label="Reason",
        choices=[("", "None"), *Reason.choices()],
        required=False,
        help_text="Needed for whatever is not accepted or taken off; the author reads it.",
    )
    words = _words()

    def __init__(self, data: Any = None, *, possible: Collection[Done], version: int) -> None:
        super().__init__(data, initial={"version": version})
        self._possible = possible

    def clean_decision(self) -> Done:
        decision = Done(self.cleaned_data["decision"])
        if decision not in self._possible:
            raise forms.ValidationError("This is not possible any more.")
        return decision

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("decision") in NEEDS_A_REASON and not said.get("reason"):
            self.add_error("reason", "Choose why. The author reads it.")
        return said


class ListingFactsForm(ListingForm):
    """The facts of a listing, to be put right before it is approved."""

    def __init__(self, data: Any = None, *, content: ListingContent) -> None:
        super().__init__(data, initial={field.name: getattr(content, field.name) for field in fields(content)})


class LicenceForm(LoggedForm):
    """A licence that a moderator found in a register."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    register = forms.CharField(label="Register", max_length=120)
    licence_number = forms.CharField(label="Number of the licence", max_length=60)
    checked_on = forms.DateField(
        label="Looked up on", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    words = _words()


class AuthorForm(LoggedForm):
    """Whether somebody may send to the directory."""

    may_publish = forms.TypedChoiceField(
        label="Sending to the directory",
        choices=[("yes", "Allowed"), ("no", "Suspended")],
        coerce=lambda said: said == "yes",
    )
    reason = forms.ChoiceField(
        label="Reason",
        choices=[("", "None"), *Reason.choices()],
        required=False,
        help_text="Needed for suspending; the author reads it.",
    )
    words = _words()

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("may_publish") is False and not said.get("reason"):
            self.add_error("reason", "Choose why. The author reads it.")
        return said


class RoleForm(forms.Form):
    role = forms.ChoiceField(label="Role", choices=[("", "None"), *Role.choices()], required=False)


class AccountForm(LoggedForm):
    """Why an account is closed, or open again."""

    words = _words(required=True, help_text="Why. Only staff read this; nothing about anybody’s health.")


class SecondStepForm(LoggedForm):
    words = _words(required=True, help_text="How you made sure that it is this person who asks.")


class AccessForm(LoggedForm):
    """Why and for how long an administrator has to read a diary."""

    reason = forms.ChoiceField(label="Reason", choices=AccessReason.choices(), widget=forms.RadioSelect)
    words = _words(
        label="In your words",
        required=True,
        help_text="Which request, or which order, of which day. The person reads this. Nothing about anybody’s health.",
    )
    hours = forms.IntegerField(
        label="For how many hours", min_value=1, max_value=MOST_HOURS, initial=1, help_text=f"At most {MOST_HOURS}."
    )
