"""Choosing a diary file, and saying what its columns and words mean."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.forms import BoundField

from journal.forms.plain_text import PlainTextField

MOST_BYTES = 40 * 1024 * 1024
_ACCEPTED = ".csv,.tsv,.tab,.txt,.zip,.json,text/csv,text/tab-separated-values,text/plain"
Choices = list[tuple[str, Any]]
# Where a column is said to hold these for the first time, empty cells repeat the one above: a row needs a date.
_DATE_USES = ("date", "year", "month", "day")


class UploadForm(forms.Form):
    """One file."""

    use_required_attribute = False

    uid = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(
        label="Your file",
        help_text="A table saved as CSV or TSV, up to 10 MB and 30,000 rows, or a backup of this diary.",
        allow_empty_file=True,
        error_messages={"required": "Choose a file first.", "missing": "Choose a file first."},
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"uid": uuid.uuid4()})
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("The file is larger than 40 MB, the most that can be read.")
        return file

    @property
    def content(self) -> bytes:
        """The bytes of the file; call after `is_valid()`."""
        content: bytes = self.cleaned_data["file"].read()
        return content


class BackupForm(forms.Form):
    """Bringing a whole diary back in."""

    take_settings = forms.BooleanField(
        label="Take over the settings in it as well",
        help_text="Time zone, start of the day, colours and the like. Without this, yours stay as they are.",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, data: Any = None, *, is_first: bool = False) -> None:
        super().__init__(data, initial={"take_settings": is_first})
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


@dataclass(frozen=True, kw_only=True)
class AskedColumn:
    """A column as it is asked about: its number from 1, its first values, and what it seems to hold. `blanks` counts
    the empty cells that need explaining."""

    number: int
    name: str
    samples: tuple[str, ...]
    blanks: int
    use: str
    as_above: bool


@dataclass(frozen=True, kw_only=True)
class AskedWord:
    """A word as it is asked about, under a `key` that is the same in every way of writing it."""

    key: str
    word: str
    count: int
    meaning: str


@dataclass(frozen=True, kw_only=True)
class AskedWords:
    """The words of one column: each may be one of `choices`, or of the titled `groups` of choices; `more` says how many
    rarer ones are not asked about."""

    role: str
    title: str
    choices: Choices
    groups: Choices
    words: tuple[AskedWord, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class Questions:
    """All that a person is asked about a file. `about` says what is known of an export of another app, line by line."""

    about: tuple[str, ...]
    kind: str
    kinds: Choices
    header_line: str
    header_lines: Choices
    uses: Choices
    columns: tuple[AskedColumn, ...]
    date_order: str
    date_orders: Choices
    date_shown: str
    no_pain: float
    worst_pain: float
    scale_shown: str
    words: tuple[AskedWords, ...]


class ColumnsForm(forms.Form):
    """What the columns and words of a file mean; `said` is the mapping in its JSON form.

    The questions depend on the kind of rows and on the header line. Where one of these is answered anew, the rest is
    asked again.
    """

    use_required_attribute = False

    def __init__(self, data: Any = None, *, questions: Questions) -> None:
        super().__init__(data)
        self.questions = questions
        self.fields["kind"] = _radio("Each row is", questions.kinds, questions.kind)
        self.fields["header_line"] = _select(
            "The names of the columns are in", questions.header_lines, questions.header_line
        )
        self.fields["asked_kind"] = forms.CharField(widget=forms.HiddenInput, initial=questions.kind, required=False)
        self.fields["asked_header"] = forms.CharField(
            widget=forms.HiddenInput, initial=questions.header_line, required=False
        )
        for column in questions.columns:
            name = f"Column {column.number}: what it holds"
            self.fields[f"use_{column.number}"] = _select(name, questions.uses, column.use, required=False)
            if column.blanks:
                self.fields[f"above_{column.number}"] = forms.BooleanField(
                    label="An empty cell means the same as above",
                    required=False,
                    initial=column.as_above,
                    widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
                )
        if questions.date_orders:
            self.fields["date_order"] = _radio(
                f"“{questions.date_shown}” means", questions.date_orders, questions.date_order
            )
        if questions.scale_shown:
            self._add_scale()
        for group in questions.words:
            for word in group.words:
                self.fields[word.key] = _select(f"“{word.word}” means", [*group.choices, *group.groups], word.meaning)

    def _add_scale(self) -> None:
        for name, label, value in (
            ("no_pain", "The number for no pain", self.questions.no_pain),
            ("worst_pain", "The number for the worst pain", self.questions.worst_pain),
        ):
            self.fields[name] = PlainTextField(label=label, max_length=20, initial=f"{value:g}")
            self.fields[name].required = True
            self.fields[name].widget.attrs["inputmode"] = "decimal"

    def clean_no_pain(self) -> float:
        return _number(self.cleaned_data["no_pain"])

    def clean_worst_pain(self) -> float:
        return _number(self.cleaned_data["worst_pain"])

    @property
    def asks_anew(self) -> bool:
        """True where the other answers belong to another kind of rows or another header line."""
        cleaned = self.cleaned_data
        return (
            cleaned.get("kind") != cleaned["asked_kind"] or cleaned.get("header_line") != cleaned["asked_header"]
        ) and not ({"kind", "header_line"} & set(self.errors))

    @property
    def header_line(self) -> int | None:
        return int(self.cleaned_data["header_line"]) if self.cleaned_data["header_line"] else None

    @property
    def said(self) -> dict[str, Any]:
        """The mapping in its JSON form; call after `is_valid()`."""
        cleaned = self.cleaned_data
        numbers = [column.number for column in self.questions.columns if cleaned.get(f"use_{column.number}")]
        said = {
            "kind": cleaned["kind"],
            "header_line": self.header_line,
            "columns": {
                str(number): {
                    "use": (use := cleaned[f"use_{number}"]),
                    "as_above": cleaned.get(f"above_{number}", use in _DATE_USES),
                }
                for number in numbers
            },
            "words": {
                group.role: {word.word: cleaned[word.key] for word in group.words} for group in self.questions.words
            },
        }
        return said | {key: cleaned[key] for key in ("date_order", "no_pain", "worst_pain") if key in cleaned}

    def mark(self, message: str, *, at: str) -> None:
        """Put a message where it belongs: at a column number, at a field, or on top."""
        field = f"use_{at}" if at.isdecimal() else at
        self.add_error(field if field in self.fields else None, message)

    def column_rows(self) -> Iterator[tuple[AskedColumn, BoundField, BoundField | None]]:
        """For the template: each column with its fields."""
        for column in self.questions.columns:
            above = f"above_{column.number}"
            yield column, self[f"use_{column.number}"], self[above] if above in self.fields else None

    def word_rows(self) -> Iterator[tuple[AskedWords, list[tuple[AskedWord, BoundField]]]]:
        """For the template: each column of words, with each word's field."""
        for group in self.questions.words:
            yield group, [(word, self[word.key]) for word in group.words]


def _select(label: str, choices: Choices, initial: str, *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, initial=initial, required=required)


def _radio(label: str, choices: Choices, initial: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, initial=initial, widget=forms.RadioSelect)


def _number(text: str) -> float:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        raise forms.ValidationError("Write a number, such as 10.") from None
    if not abs(number) < 1_000_000:  # also what is no number at all
        raise forms.ValidationError("Write a number, such as 10.")
    return number
