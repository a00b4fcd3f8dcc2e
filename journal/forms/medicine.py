"""A medicine: what, how much, and whether it was taken."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms

from journal.analytics.day_wording import describe_dose, dose_number
from journal.analytics.records import MedicineContent
from journal.analytics.vocabulary import DoseUnit
from journal.forms.amount import AmountField
from journal.forms.chips import ChipField, ChipWidget, ListWidget
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.models import MedicationDose, User
from journal.queries.medicine import used_before

_NAME_LENGTH = 120
_NO_NAME = "Write the name of the medicine."
_NOT_SAID = "Choose “Taken” or “Not taken”."
_DOSE = "Write the dose as a number above 0, for example 400 or 0.5."
_TAKEN = (("yes", "Taken"), ("no", "Not taken"))


@dataclass(frozen=True, kw_only=True)
class UsedDose:
    """A dose that was logged before, and the uid of the record that a tap on it makes."""

    content: MedicineContent
    uid: uuid.UUID

    @property
    def words(self) -> str:
        """`ibuprofen 400 mg`."""
        return describe_dose(self.content)

    @property
    def dose(self) -> str:
        """The dose as its field takes it."""
        return dose_number(self.content.dose)


class MedicineForm(LogForm):
    """One dose. A new one counts as taken unless the person says otherwise."""

    def __init__(self, data: Any = None, *, user: User, now: dt.datetime, dose: MedicationDose | None = None) -> None:
        super().__init__(data, user=user, now=now, record=dose, initial=_initial(dose))
        name = PlainTextField(label="Medicine", max_length=_NAME_LENGTH)
        name.required, name.error_messages["required"] = True, _NO_NAME
        reasons = dict.fromkeys(("required", "invalid_choice"), _NOT_SAID)
        self.fields |= {
            "name": name,
            "dose": AmountField(label="Dose", message=_DOSE, max_digits=9, decimal_places=3),
            "unit": ChipField(
                label="Unit", choices=DoseUnit.choices(), widget=ListWidget(attrs={"class": "form-select"})
            ),
            "taken": forms.ChoiceField(
                label="Was it taken?", choices=_TAKEN, widget=ChipWidget, error_messages=reasons
            ),
            "note": PlainTextField(label="Note", rows=3),
        }

    def clean_dose(self) -> Any:
        """Above 0: a dose of nothing is one that was not taken."""
        dose = self.cleaned_data["dose"]
        if dose is not None and dose <= 0:
            raise forms.ValidationError(_DOSE)
        return dose

    @property
    def used_before(self) -> list[UsedDose]:
        """The doses to log again in one tap, each with a uid of its own; asked for when the page is drawn."""
        return [UsedDose(content=dose, uid=uuid.uuid4()) for dose in used_before(user=self.user)]

    @property
    def note_is_open(self) -> bool:
        """Whether the note stands open: it says something, or something is wrong with it."""
        return bool(self["note"].errors or self["note"].value())

    @property
    def content(self) -> MedicineContent:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        return MedicineContent(
            name=" ".join(said["name"].split()),
            dose=said["dose"],
            unit=said["unit"],
            taken=said["taken"] == "yes",
            note=said["note"],
        )


def _initial(dose: MedicationDose | None) -> dict[str, Any]:
    if dose is None:
        return {"taken": "yes"}
    said: dict[str, Any] = vars(dose.content)
    return said | {"dose": dose_number(dose.dose), "taken": "yes" if dose.taken else "no"}
