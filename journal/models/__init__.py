"""The tables; one aggregate and its QuerySet per file."""

from journal.analytics.record_kinds import KINDS
from journal.models.day import DayLog
from journal.models.draft import PainDraft
from journal.models.flare import FlareNote, FlareUp
from journal.models.importing import DiaryImport
from journal.models.kept import KeptResult
from journal.models.massage import MassageArea, MassageSession
from journal.models.medicine import MedicationDose
from journal.models.moderation import AuditEntry, Author, ContentAccess, ListingMerge, ListingsApart
from journal.models.my_therapist import MyTherapist, TherapistName
from journal.models.pain import PainEntry, Sensation
from journal.models.person import User
from journal.models.prevention import PreventionGoal
from journal.models.questionnaire import QuestionnaireResponse
from journal.models.record import Record
from journal.models.review import ContentReport, TherapistReview
from journal.models.revision import Revision
from journal.models.rhythm import QuestionRhythm
from journal.models.safety import SafetyCheck
from journal.models.share import ShareLink
from journal.models.therapist import ListingChange, Therapist, TherapistTechnique
from journal.models.visit import DoctorVisit, VisitQuestion

RECORD_MODELS: dict[str, type[Record]] = {
    kind: next(model for model in Record.__subclasses__() if kind == model.KIND) for kind in KINDS
}
"""The table of each kind of record."""

__all__ = [
    "RECORD_MODELS",
    "AuditEntry",
    "Author",
    "ContentAccess",
    "ContentReport",
    "DayLog",
    "DiaryImport",
    "DoctorVisit",
    "FlareNote",
    "FlareUp",
    "KeptResult",
    "ListingChange",
    "ListingMerge",
    "ListingsApart",
    "MassageArea",
    "MassageSession",
    "MedicationDose",
    "MyTherapist",
    "PainDraft",
    "PainEntry",
    "PreventionGoal",
    "QuestionRhythm",
    "QuestionnaireResponse",
    "Record",
    "Revision",
    "SafetyCheck",
    "Sensation",
    "ShareLink",
    "Therapist",
    "TherapistName",
    "TherapistReview",
    "TherapistTechnique",
    "User",
    "VisitQuestion",
]
