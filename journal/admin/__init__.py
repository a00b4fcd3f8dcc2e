"""The moderation desk. It shows nobody's diary."""

from journal.admin.author import AuthorAdmin
from journal.admin.change import ListingChangeAdmin
from journal.admin.content_access import ContentAccessAdmin
from journal.admin.log import AuditEntryAdmin
from journal.admin.person import PersonAdmin
from journal.admin.report import ContentReportAdmin
from journal.admin.review import TherapistReviewAdmin
from journal.admin.therapist import TherapistAdmin

__all__ = [
    "AuditEntryAdmin",
    "AuthorAdmin",
    "ContentAccessAdmin",
    "ContentReportAdmin",
    "ListingChangeAdmin",
    "PersonAdmin",
    "TherapistAdmin",
    "TherapistReviewAdmin",
]
