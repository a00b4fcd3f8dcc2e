"""Medicines: each dose that was taken, or that was not."""

from typing import ClassVar

from django.db import models

from journal.analytics.vocabulary import DoseUnit
from journal.models.record import Record
from journal.models.sensing import code_in


class MedicationDose(Record):
    """One dose at one moment. `taken` False says that it was not taken; where that is unknown there is no record."""

    KIND: ClassVar[str] = "medicine"

    name = models.CharField(max_length=120)
    dose = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    unit = models.CharField(max_length=6, choices=DoseUnit.choices(), blank=True)
    taken = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(name=""), name="medicationdose_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(dose=None) | models.Q(dose__gt=0), name="medicationdose_dose_above_0"
            ),
            code_in("unit", DoseUnit.choices(), name="medicationdose_unit_known"),
        ]

    def __str__(self) -> str:
        return f"Medication dose {self.uid}"
