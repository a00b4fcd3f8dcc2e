"""A review of a therapist, and reports to the moderators."""

from typing import Any

from django import forms

from journal.analytics.therapists import ReportReason, ReviewState
from journal.forms.chips import ChipWidget
from journal.forms.log import VersionField, changed_data
from journal.forms.once import OnceForm
from journal.forms.plain_text import PlainTextField
from journal.models import TherapistReview

_TEXT_LENGTH = 3_000
_NAME_LENGTH = 60
_RATINGS = ((1, "1 poor"), (2, "2"), (3, "3 fair"), (4, "4"), (5, "5 very good"))


class ReviewForm(forms.Form):
    """What one person thinks of a therapist; `review` is what they wrote before."""

    use_required_attribute = False

    rating = forms.TypedChoiceField(
        label="How were they?",
        choices=_RATINGS,
        coerce=int,
        widget=ChipWidget,
        error_messages=dict.fromkeys(("invalid_choice", "required"), "Choose from 1 to 5."),
    )
    text = PlainTextField(
        label="In your words",
        max_length=_TEXT_LENGTH,
        rows=5,
        help_text="How they worked, listened and explained. Leave out your health and the names of others.",
    )
    shown_name = PlainTextField(
        label="Name to show",
        max_length=_NAME_LENGTH,
        help_text="Any name you like; it stands above your review.",
    )
    version = VersionField()

    def __init__(self, data: Any = None, *, review: TherapistReview | None) -> None:
        initial: dict[str, Any] = {"version": review.version if review else 0}
        if review and review.state != ReviewState.WITHDRAWN:
            initial |= {"rating": review.rating, "text": review.text, "shown_name": review.shown_name}
        super().__init__(data, initial=initial)
        name = self.fields["shown_name"]
        name.required, name.error_messages["required"] = True, "Write a name to show."

    def clean_shown_name(self) -> str:
        return " ".join(str(self.cleaned_data["shown_name"]).split())

    def on_top_of(self, version: int) -> None:
        """The same typed form, ready to be saved over another version."""
        self.data = changed_data(self.data, "version", str(version))


class ReportForm(OnceForm):
    """Why something should not stand as it is."""

    reason = forms.TypedChoiceField(
        label="What is wrong?",
        choices=ReportReason.choices(),
        coerce=ReportReason,
        widget=ChipWidget,
        error_messages=dict.fromkeys(("invalid_choice", "required"), "Choose what is wrong."),
    )
    words = PlainTextField(
        label="Anything that helps us judge it",
        max_length=_TEXT_LENGTH,
        rows=4,
        help_text="Moderators see this, nobody else. Leave out your health.",
    )
