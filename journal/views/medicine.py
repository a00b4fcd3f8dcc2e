"""Logging a medicine, and changing a dose."""

import uuid

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from journal.forms.medicine import MedicineForm
from journal.http import person
from journal.log_pages import edit_page, new_page
from journal.models import MedicationDose


def medicine_new(request: HttpRequest) -> HttpResponse:
    """Log a dose: one used before in one tap, or another."""

    def form(data: QueryDict | None, _: object) -> MedicineForm:
        return MedicineForm(data, user=person(request), now=timezone.now())

    return new_page(request, kind=MedicationDose.KIND, template="journal/medicine_new.html", make_form=form)


def medicine_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a dose."""

    def form(data: QueryDict | None, dose: MedicationDose) -> MedicineForm:
        return MedicineForm(data, user=person(request), now=timezone.now(), dose=dose)

    return edit_page(request, kind=MedicationDose.KIND, uid=uid, template="journal/medicine_edit.html", make_form=form)
