"""The log: what staff did. Everybody on the staff may read it, nobody may change it."""

from django.apps import apps
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest

from journal.desk_admin import DeskAdmin
from journal.models import AuditEntry, User


@admin.register(AuditEntry)
class AuditEntryAdmin(DeskAdmin):
    """Those on the staff by address while they are; everybody else is a number."""

    plural = "The log"
    list_display = ("at", "who", "what", "which", "person", "why", "words")
    list_filter = ("what",)
    search_fields = ("=about", "=person")
    search_help_text = "The number of a row or of a person"
    ordering = ("-pk",)
    fields = ("at", "who", "what", "which", "person", "why", "words")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        staff = User.objects.filter(pk=OuterRef("actor"), is_staff=True).values("email")[:1]
        entries: QuerySet[AuditEntry] = super().get_queryset(request)
        return entries.annotate(staff_email=Subquery(staff))

    @admin.display(description="by")
    def who(self, entry: AuditEntry) -> str:
        email: str | None = entry.staff_email  # type: ignore[attr-defined]
        return email or (f"Person {entry.actor}" if entry.actor else "The shell")

    @admin.display(description="about")
    def which(self, entry: AuditEntry) -> str:
        """Its kind and number; some kinds may be those of an earlier release."""
        tables = apps.get_app_config("journal").get_models()
        kinds = {table._meta.model_name: table._meta.verbose_name for table in tables}
        return f"{kinds.get(entry.about_kind, entry.about_kind)} {entry.about}"

    @admin.display(description="reason")
    def why(self, entry: AuditEntry) -> str:
        return entry.reason

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False
