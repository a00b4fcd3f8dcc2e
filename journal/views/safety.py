"""When to get help: open to everybody, and shown by itself where something logged calls for it."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from journal.actions.safety import answer_check, due_before_massage
from journal.analytics.emergency import ANYWHERE, COUNTRIES, Emergency, emergency_in
from journal.analytics.records import SafetyContent
from journal.analytics.red_flags import Part, first_part
from journal.analytics.wording import describe_answers
from journal.forms.log import UidField
from journal.forms.safety import SafetyForm
from journal.http import person, say_changed, today_of
from journal.log_pages import edit_page
from journal.models import SafetyCheck, User
from journal.queries.safety import checks_between, find_check

# Where the page leads on to: the URL name and the words.
_ONWARD = {"massage_new": "Go on to the massage"}


@login_not_required
def safety(request: HttpRequest) -> HttpResponse:
    """The whole page, the most urgent first."""
    return render(request, "journal/safety.html", _page(request, None))


@require_http_methods(["GET", "HEAD", "POST"])
def safety_check(request: HttpRequest) -> HttpResponse:
    """The page with its questions, and with the part first that what was noted points to. It holds up nothing: what
    called for it is saved, and every question may be skipped."""
    user, onward = person(request), request.GET.get("next", "")
    data = request.POST if request.method == "POST" else None
    check, content = _to_show(user, data, due_first=onward in _ONWARD)
    if content is None:
        return redirect("safety")
    form = SafetyForm(data, user=user, now=timezone.now(), content=content, check=check)
    if form.is_valid():
        return _answered(request, form, onward)
    context = _page(request, first_part(content=content))
    context |= {"form": form, "content": content, "record": check}
    context |= {"answers": describe_answers(content)}
    context |= {"onward": onward if onward in _ONWARD else "start", "onward_words": _ONWARD.get(onward)}
    return render(request, "journal/safety_check.html", context)


def safety_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change the answers of an earlier day."""

    def form(data: QueryDict | None, check: SafetyCheck) -> SafetyForm:
        return SafetyForm(data, user=person(request), now=timezone.now(), content=check.content, check=check)

    return edit_page(request, kind=SafetyCheck.KIND, uid=uid, template="journal/safety_edit.html", make_form=form)


def _to_show(user: User, data: QueryDict | None, *, due_first: bool) -> tuple[SafetyCheck | None, SafetyContent | None]:
    """The check that was answered just now; else the latest of today that is not deleted, or what the page is due for
    though it was not noted yet, whichever is there or comes first."""
    answered = find_check(user=user, uid=UidField().clean(data.get("uid"))) if data is not None else None
    if answered is not None:
        return answered, answered.content
    today = today_of(user)
    checks = checks_between(user=user, first=today, last=today)
    check = next((check for check in checks if check.deleted_at is None), None)
    due = due_before_massage(user=user, now=timezone.now()) if due_first or check is None else None
    return (None, due) if due or check is None else (check, check.content)


def _answered(request: HttpRequest, form: SafetyForm, onward: str) -> HttpResponse:
    """Keep the answers, and show the page again in the order they ask for; or go on, where nothing was asked."""
    uid = form.cleaned_data["uid"]
    check = answer_check(user=person(request), uid=uid, answers=form.answers, now=timezone.now())
    if check is None:
        return redirect("safety")
    if check.content.is_answered:
        say_changed(request, "Your answers are in your journal.", record=check)
        query = f"?next={onward}" if onward in _ONWARD else ""
        return redirect(f"{resolve_url('safety_check')}{query}")
    return redirect(onward if onward in _ONWARD else "start")


def _page(request: HttpRequest, first: Part | None) -> dict[str, Any]:
    """What every form of the page needs: whom to call, and its parts in their order."""
    user = request.user
    emergency = (
        emergency_in(country=user.country, time_zone=user.time_zone)
        if user.is_authenticated and isinstance(user, User)
        else ANYWHERE
    )
    return {
        "emergency": emergency,
        "countries": [Emergency(country=country.name, numbers=country.numbers) for country in COUNTRIES],
        "first": first,
        "parts": sorted(Part, key=lambda part: part is not first),
    }
