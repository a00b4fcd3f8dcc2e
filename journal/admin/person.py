"""People in the admin: accounts and dates, never what they log."""

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from journal.models import User


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Who has an account, since when, and how many pain entries; an account can be closed, nothing else changed."""

    list_display = ("email", "date_joined", "last_login", "entries", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "date_joined")
    search_fields = ("email",)
    ordering = ("-date_joined",)
    date_hierarchy = "date_joined"
    list_per_page = 50
    show_full_result_count = False
    fields = ("email", "date_joined", "last_login", "time_zone", "is_active", "is_staff")
    readonly_fields = ("email", "date_joined", "last_login", "time_zone")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With the number of entries that are not deleted."""
        counted = Count("painentry", filter=Q(painentry__deleted_at=None))
        people: QuerySet[User] = super().get_queryset(request)
        return people.annotate(entry_count=counted)

    @admin.display(description="pain entries", ordering="entry_count")
    def entries(self, user: User) -> int:
        """How many there are; not what they say."""
        count: int = user.entry_count  # type: ignore[attr-defined]
        return count

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False
