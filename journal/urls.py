"""The journal's URLs. No word about health stands in any of them beyond the name of a page."""

from django.urls import path

from journal.views.charts import charts
from journal.views.flare import flare_list
from journal.views.journal import journal
from journal.views.massage import massage_new
from journal.views.pain import pain_edit, pain_new
from journal.views.record import record_delete, record_undo
from journal.views.safety import safety
from journal.views.settings import settings_page
from journal.views.start import start

urlpatterns = [
    path("", start, name="start"),
    path("safety/", safety, name="safety"),
    path("settings/", settings_page, name="settings_page"),
    path("pain/new/", pain_new, name="pain_new"),
    path("pain/<uuid:uid>/", pain_edit, name="pain_edit"),
    path("massage/new/", massage_new, name="massage_new"),
    path("flares/", flare_list, name="flare_list"),
    path("journal/", journal, name="journal"),
    path("records/<str:kind>/<uuid:uid>/delete/", record_delete, name="record_delete"),
    path("records/<str:kind>/<uuid:uid>/<int:version>/undo/", record_undo, name="record_undo"),
    path("charts/", charts, name="charts"),
]
