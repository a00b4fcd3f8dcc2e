"""Who looked at the diary: the accesses that administrators opened, and every look."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from journal.http import person
from journal.queries.content_access import looks_at


@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """In the zone of the person's diary."""
    user = person(request)
    with timezone.override(ZoneInfo(user.time_zone)):
        return render(request, "journal/looks.html", {"accesses": looks_at(person=user), "zone": user.time_zone})
