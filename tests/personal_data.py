"""Where each table's rows go when a person erases their account, and where they stand in an export.

A new model needs a line here; tests/test_erase.py fails for one that has none, and holds each line against what really
happens. Of a model that goes with the account, `everything_of` in that test has to make a row.
"""

from typing import NamedTuple

GOES = "goes with the account"
"""A foreign key leads to the person, directly or through others, and every one of them cascades."""
BY_HAND = "is deleted by erase_account"
NAMELESS = "stays, without the person"
NOBODYS = "is about nobody"

ENTRY = "as entries"
"""A kind of record; the export has all kinds."""
BESIDE = "beside the entries"
"""Settings and goals of a person, a form that was begun."""
NO_UNDO = "not: kept for a while for undo alone"
NO_COMPUTED = "not: computed from the entries"
NO_SIGN_IN = "not: for signing in, worthless elsewhere"
NO_COPY = "not: the person has the file, and its rows are entries"
NO_LINK = "not: works with this server alone, and for some days"
NO_NOBODY = "not: about nobody"
NO_STAFF = "not: what the staff did"
NO_SHOWN = "not: what the staff did with the diary, shown in the settings"
NO_SHARED = "not: sent to the directory, where its author sees it"


class Place(NamedTuple):
    """What becomes of a model's rows: when their person goes, and in that person's export."""

    erased: str
    exported: str


PLACES = {
    "journal.User": Place(BY_HAND, BESIDE),
    "journal.PainEntry": Place(GOES, ENTRY),
    "journal.Sensation": Place(GOES, ENTRY),
    "journal.MassageSession": Place(GOES, ENTRY),
    "journal.MassageArea": Place(GOES, ENTRY),
    "journal.MyTherapist": Place(GOES, ENTRY),
    "journal.TherapistName": Place(GOES, ENTRY),
    "journal.FlareUp": Place(GOES, ENTRY),
    "journal.FlareNote": Place(GOES, ENTRY),
    "journal.DayLog": Place(GOES, ENTRY),
    "journal.MedicationDose": Place(GOES, ENTRY),
    "journal.SafetyCheck": Place(GOES, ENTRY),
    "journal.DoctorVisit": Place(GOES, ENTRY),
    "journal.VisitQuestion": Place(GOES, ENTRY),
    "journal.ShareLink": Place(GOES, NO_LINK),
    "journal.QuestionnaireResponse": Place(GOES, ENTRY),
    "journal.PreventionGoal": Place(GOES, BESIDE),
    "journal.QuestionRhythm": Place(GOES, BESIDE),
    "journal.Revision": Place(GOES, NO_UNDO),
    "journal.PainDraft": Place(GOES, BESIDE),
    "journal.DiaryImport": Place(GOES, NO_COPY),
    "journal.KeptResult": Place(GOES, NO_COMPUTED),
    "journal.Therapist": Place(NAMELESS, NO_SHARED),
    "journal.TherapistTechnique": Place(NOBODYS, NO_NOBODY),
    "journal.ListingChange": Place(GOES, NO_SHARED),
    "journal.TherapistReview": Place(GOES, NO_SHARED),
    "journal.ContentReport": Place(GOES, NO_SHARED),
    "journal.ContentAccess": Place(GOES, NO_SHOWN),
    "journal.AuditEntry": Place(NAMELESS, NO_STAFF),
    "journal.ListingMerge": Place(NOBODYS, NO_NOBODY),
    "journal.ListingsApart": Place(NOBODYS, NO_NOBODY),
    "mfa.Authenticator": Place(GOES, NO_SIGN_IN),
    "journal.User_groups": Place(GOES, NO_STAFF),
    "journal.User_user_permissions": Place(GOES, NO_STAFF),
    "account.EmailAddress": Place(GOES, NO_SIGN_IN),
    "account.EmailConfirmation": Place(GOES, NO_SIGN_IN),
    "sessions.Session": Place(BY_HAND, NO_SIGN_IN),
    "admin.LogEntry": Place(NAMELESS, NO_STAFF),
    "auth.Group": Place(NOBODYS, NO_NOBODY),
    "auth.Group_permissions": Place(NOBODYS, NO_NOBODY),
    "auth.Permission": Place(NOBODYS, NO_NOBODY),
    "contenttypes.ContentType": Place(NOBODYS, NO_NOBODY),
}
WITHOUT_A_MODEL = {"cache", "django_migrations"}
"""Tables that no model stands for."""
