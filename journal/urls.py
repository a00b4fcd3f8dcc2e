"""The journal's URLs. No word about health stands in any of them beyond the name of a page."""

from django.urls import path, register_converter

from journal.converters import DayConverter
from journal.views.charts import charts
from journal.views.charts_day import charts_day
from journal.views.day import day_edit, day_log, day_today
from journal.views.directory import directory, directory_checklist, directory_find, directory_sent
from journal.views.erasing import erase_account, erase_confirm, farewell
from journal.views.export import export
from journal.views.flare import (
    flare_edit,
    flare_end,
    flare_list,
    flare_new,
    flare_start,
    suggestion_change,
    suggestion_confirm,
    suggestion_dismiss,
)
from journal.views.flare_detail import flare_detail, flare_helped, flare_note, flarenote_edit
from journal.views.importing import (
    import_account,
    import_backup,
    import_columns,
    import_discard,
    import_leftovers,
    import_new,
    import_preview,
    import_run,
)
from journal.views.journal import journal
from journal.views.learn import learn, learn_page
from journal.views.listing import (
    listing_alike,
    listing_change,
    listing_keep,
    listing_new,
    listing_page,
    listing_report,
    listing_review,
    listing_review_withdraw,
    review_report,
)
from journal.views.looks import looks
from journal.views.massage import massage_edit, massage_new, massage_next_day
from journal.views.massage_effect import massage_effect
from journal.views.medicine import medicine_edit, medicine_new
from journal.views.my_therapist import (
    my_therapist,
    my_therapist_edit,
    my_therapist_merge,
    my_therapist_new,
    my_therapists,
)
from journal.views.pain import pain_draft, pain_edit, pain_new
from journal.views.prevention import prevention
from journal.views.questionnaire import questionnaire_edit, questionnaire_later, questionnaire_new, questions
from journal.views.record import record_delete, record_undo
from journal.views.report import report, report_pdf
from journal.views.safety import safety, safety_check, safety_edit
from journal.views.settings import settings_page
from journal.views.share import share_list, share_revoke
from journal.views.shared_report import share_open, shared_charts, shared_pdf, shared_report
from journal.views.start import start
from journal.views.visit import question_ask, question_edit, question_new, visit_edit, visit_list, visit_new

register_converter(DayConverter, "day")

urlpatterns = [
    path("", start, name="start"),
    path("safety/", safety, name="safety"),
    path("safety/check/", safety_check, name="safety_check"),
    path("safety/<uuid:uid>/", safety_edit, name="safety_edit"),
    path("learn/", learn, name="learn"),
    path("learn/<slug:page>/", learn_page, name="learn_page"),
    path("settings/", settings_page, name="settings_page"),
    path("settings/looks/", looks, name="looks"),
    path("account/erase/", erase_account, name="erase_account"),
    path("account/erase/confirm/", erase_confirm, name="erase_confirm"),
    path("account/farewell/", farewell, name="farewell"),
    path("pain/new/", pain_new, name="pain_new"),
    path("pain/draft/", pain_draft, name="pain_draft"),
    path("pain/<uuid:uid>/", pain_edit, name="pain_edit"),
    path("massage/new/", massage_new, name="massage_new"),
    path("massage/effect/", massage_effect, name="massage_effect"),
    path("massage/<uuid:uid>/", massage_edit, name="massage_edit"),
    path("massage/<uuid:uid>/next-day/", massage_next_day, name="massage_next_day"),
    path("day/", day_today, name="day_today"),
    path("day/<day:day>/", day_log, name="day_log"),
    path("day/<uuid:uid>/", day_edit, name="day_edit"),
    path("medicine/new/", medicine_new, name="medicine_new"),
    path("medicine/<uuid:uid>/", medicine_edit, name="medicine_edit"),
    path("my-therapists/", my_therapists, name="my_therapists"),
    path("my-therapists/new/", my_therapist_new, name="my_therapist_new"),
    path("my-therapists/<uuid:uid>/", my_therapist, name="my_therapist"),
    path("my-therapists/<uuid:uid>/edit/", my_therapist_edit, name="my_therapist_edit"),
    path("my-therapists/<uuid:uid>/merge/", my_therapist_merge, name="my_therapist_merge"),
    path("prevention/", prevention, name="prevention"),
    path("questions/", questions, name="questions"),
    path("questions/<uuid:uid>/", questionnaire_edit, name="questionnaire_edit"),
    path("questions/<slug:instrument>/", questionnaire_new, name="questionnaire_new"),
    path("questions/<slug:instrument>/later/", questionnaire_later, name="questionnaire_later"),
    path("flares/", flare_list, name="flare_list"),
    path("flares/new/", flare_new, name="flare_new"),
    path("flares/start/", flare_start, name="flare_start"),
    path("flares/<uuid:uid>/", flare_detail, name="flare_detail"),
    path("flares/<uuid:uid>/edit/", flare_edit, name="flare_edit"),
    path("flares/<uuid:uid>/note/", flare_note, name="flare_note"),
    path("flares/<uuid:uid>/helped/", flare_helped, name="flare_helped"),
    path("flares/notes/<uuid:uid>/", flarenote_edit, name="flarenote_edit"),
    path("flares/<uuid:uid>/end/", flare_end, name="flare_end"),
    path("flares/suggested/<day:start>/", suggestion_change, name="suggestion_change"),
    path("flares/suggested/<day:start>/confirm/", suggestion_confirm, name="suggestion_confirm"),
    path("flares/suggested/<day:start>/dismiss/", suggestion_dismiss, name="suggestion_dismiss"),
    path("journal/", journal, name="journal"),
    path("records/<str:kind>/<uuid:uid>/delete/", record_delete, name="record_delete"),
    path("records/<str:kind>/<uuid:uid>/<int:version>/undo/", record_undo, name="record_undo"),
    path("visits/", visit_list, name="visit_list"),
    path("visits/new/", visit_new, name="visit_new"),
    path("visits/<uuid:uid>/", visit_edit, name="visit_edit"),
    path("visits/questions/new/", question_new, name="question_new"),
    path("visits/questions/ask/", question_ask, name="question_ask"),
    path("visits/questions/<uuid:uid>/", question_edit, name="question_edit"),
    path("charts/", charts, name="charts"),
    path("charts/day/", charts_day, name="charts_day"),
    path("report/", report, name="report"),
    path("report/pdf/", report_pdf, name="report_pdf"),
    path("report/share/", share_list, name="share_list"),
    path("report/share/<uuid:uid>/revoke/", share_revoke, name="share_revoke"),
    path("s/<str:secret>/", share_open, name="share_open"),
    path("shared/", shared_report, name="shared_report"),
    path("shared/charts/", shared_charts, name="shared_charts"),
    path("shared/pdf/", shared_pdf, name="shared_pdf"),
    path("export/", export, name="export"),
    path("import/", import_new, name="import_new"),
    path("import/<uuid:uid>/backup/", import_backup, name="import_backup"),
    path("import/<uuid:uid>/columns/", import_columns, name="import_columns"),
    path("import/<uuid:uid>/preview/", import_preview, name="import_preview"),
    path("import/<uuid:uid>/run/", import_run, name="import_run"),
    path("import/<uuid:uid>/account/", import_account, name="import_account"),
    path("import/<uuid:uid>/leftovers/", import_leftovers, name="import_leftovers"),
    path("import/<uuid:uid>/discard/", import_discard, name="import_discard"),
    path("therapists/", directory, name="directory"),
    path("therapists/find/", directory_find, name="directory_find"),
    path("therapists/checklist/", directory_checklist, name="directory_checklist"),
    path("therapists/sent/", directory_sent, name="directory_sent"),
    path("therapists/new/", listing_new, name="listing_new"),
    path("therapists/alike/", listing_alike, name="listing_alike"),
    path("therapists/<uuid:uid>/", listing_page, name="listing_page"),
    path("therapists/<uuid:uid>/change/", listing_change, name="listing_change"),
    path("therapists/<uuid:uid>/keep/", listing_keep, name="listing_keep"),
    path("therapists/<uuid:uid>/report/", listing_report, name="listing_report"),
    path("therapists/<uuid:uid>/review/", listing_review, name="listing_review"),
    path("therapists/<uuid:uid>/review/withdraw/", listing_review_withdraw, name="listing_review_withdraw"),
    path("therapists/reviews/<uuid:uid>/report/", review_report, name="review_report"),
]
