"""The facts of a listing: to suggest one, and to say what is different about one."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError

from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.listing import CURRENCIES, LABELS, ListingContent, proposed_values
from journal.analytics.therapists import ChangeKind, Credential, Known, plain_words
from journal.analytics.vocabulary import Technique
from journal.forms.amount import AmountField
from journal.forms.chips import ChipsField, ChipWidget, ListWidget
from journal.forms.log import VersionField, changed_data
from journal.forms.once import OnceForm
from journal.forms.plain_text import PlainTextField

_WORDS_LENGTH = 2_000
_CHOOSE = "Choose one from the list."
_PRICE = "Write the price as a number, for example 65 or 62.50."
_NO_LETTERS = "Write it with letters or digits."
_WEBSITE = "Write the address of a website, for example www.example.org."
_PHONE = re.compile(r"[0-9+()/.\- ]*(?:ext\.?|x|#)? ?[0-9]*", re.ASCII | re.IGNORECASE)
OFFERED = [(code, label) for code, label in Technique.choices() if code != Technique.SELF]
"""The techniques that a therapist can offer."""


def _line(name: str, length: int, *, missing: str = "", **kwargs: Any) -> PlainTextField:
    field = PlainTextField(label=LABELS[name], max_length=length, **kwargs)
    if missing:
        field.required, field.error_messages["required"] = True, missing
    return field


def _list(name: str, choices: Sequence[tuple[str, str]], *, missing: str = "", **kwargs: Any) -> forms.ChoiceField:
    reasons = {"invalid_choice": _CHOOSE, "required": missing}
    widget = ListWidget(attrs={"class": "form-select"})
    return forms.ChoiceField(
        label=LABELS[name],
        choices=choices,
        required=bool(missing),
        widget=widget,
        error_messages=reasons,
        **kwargs,
    )


def _answer(name: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=LABELS[name],
        choices=[(known.value, known.label) for known in (Known.YES, Known.NO, Known.UNKNOWN)],
        widget=ChipWidget,
        error_messages=dict.fromkeys(("invalid_choice", "required"), "Choose from what is shown here."),
    )


class ListingForm(OnceForm):
    """All facts of a listing; `initial` are those of one that exists, or the country of a new one."""

    name = _line("name", 120, missing="Write the name of the therapist.")
    practice = _line("practice", 120)
    street = _line("street", 120)
    place = _line("place", 120, missing="Write the town or city.")
    postcode = _line("postcode", 16)
    country = _list("country", [("", "Choose"), *COUNTRY_NAMES.items()], missing="Choose the country of the practice.")
    phone = _line("phone", 40)
    email = forms.EmailField(
        label=LABELS["email"],
        required=False,
        max_length=254,
        error_messages={"invalid": "Write the whole address, for example name@example.org."},
    )
    website = _line("website", 200)
    credential = _list("credential", [("", "Not known"), *Credential.choices()])
    register = _line("register", 120)
    licence_number = _line("licence_number", 60)
    techniques = ChipsField(label=LABELS["techniques"], words=OFFERED, used_last=tuple)
    knows_lower_back = _answer("knows_lower_back")
    knows_sciatica = _answer("knows_sciatica")
    insured = _answer("insured")
    languages = _line("languages", 120)
    price_from = AmountField(label=LABELS["price_from"], message=_PRICE, min_value=0, max_digits=9, decimal_places=2)
    price_to = AmountField(label=LABELS["price_to"], message=_PRICE, min_value=0, max_digits=9, decimal_places=2)
    currency = _list("currency", [("", "Choose"), *((code, code) for code in CURRENCIES)])

    def clean_name(self) -> str:
        return _with_words(self.cleaned_data["name"])

    def clean_place(self) -> str:
        return _with_words(self.cleaned_data["place"])

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not (_PHONE.fullmatch(phone) and re.search(r"\d{3}", phone)):
            raise ValidationError("Write the number with digits, for example +44 20 7946 0000.")
        return phone

    def clean_website(self) -> str:
        """A page of the web only: it becomes a link."""
        typed: str = self.cleaned_data["website"]
        if not typed:
            return ""
        try:
            website: str = forms.URLField(assume_scheme="https", max_length=200).clean(typed)
        except ValidationError as error:
            raise ValidationError(_WEBSITE) from error
        if urlsplit(website).scheme not in ("http", "https") or "@" in urlsplit(website).netloc:
            raise ValidationError(_WEBSITE)
        return website

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        low, high = cleaned.get("price_from"), cleaned.get("price_to")
        if low is not None and high is not None and high < low:
            self.add_error("price_to", "This is below the first price. Write the higher one here.")
        if (low is not None or high is not None) and not cleaned.get("currency") and "currency" not in self.errors:
            self.add_error("currency", "Choose the currency of the price.")
        return cleaned

    @property
    def content(self) -> ListingContent:
        """What was typed; call after `is_valid()`."""
        said = {name: self.cleaned_data[name] for name in LABELS}
        chosen = set(said["techniques"])
        return ListingContent(**said | {"techniques": tuple(code for code, _ in OFFERED if code in chosen)})


class NewListingForm(ListingForm):
    """A listing to suggest. `not_these` says that the person has seen those that may be the same."""

    not_these = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, country: str) -> None:
        unknown = dict.fromkeys(("knows_lower_back", "knows_sciatica", "insured"), Known.UNKNOWN.value)
        super().__init__(data, initial={"country": country} | unknown)


class ListingChangeForm(ListingForm):
    """What is different about a listing. `now` are its facts, at `version`."""

    kind = forms.TypedChoiceField(
        label="What is different?",
        choices=ChangeKind.choices(),
        coerce=ChangeKind,
        widget=ChipWidget,
        error_messages=dict.fromkeys(("invalid_choice", "required"), "Choose what is different."),
    )
    words = PlainTextField(
        label="Anything that helps us check it",
        max_length=_WORDS_LENGTH,
        rows=3,
        help_text="For example where you read it. Moderators see this, nobody else.",
    )
    version = VersionField()

    def __init__(self, data: Any = None, *, now: ListingContent, version: int) -> None:
        self.now = now
        super().__init__(data, initial=vars(now) | {"version": version, "kind": ChangeKind.CHANGE})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_silent = not cleaned.get("words") and cleaned.get("kind") != ChangeKind.CLOSED
        if not self.errors and is_silent and not self.proposed:
            self.add_error(None, "Nothing is different from what the listing says. Change a fact, or write a word.")
        return cleaned

    @property
    def proposed(self) -> dict[str, Any]:
        """The facts that differ from those of the listing; none for a practice that closed."""
        if self.cleaned_data["kind"] == ChangeKind.CLOSED:
            return {}
        return proposed_values(before=self.now, after=self.content)

    def on_top_of(self, version: int) -> None:
        """The same typed form, ready to be sent for another version of the listing."""
        self.data = changed_data(self.data, "version", str(version))


def _with_words(text: str) -> str:
    if not plain_words(text):
        raise ValidationError(_NO_LETTERS)
    return " ".join(text.split())
