"""The directory of therapists: finding one, and what the person sent to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from journal.analytics.therapist_questions import Ask, Tell
from journal.analytics.vocabulary import Goal
from journal.forms.directory import DirectoryFilterForm, DirectoryFindForm
from journal.http import person
from journal.queries.directory import directory_page, towns_like
from journal.queries.sent import sent_page

_KEPT = "directory_filter"
_GOAL = "directory_goal"


def _kept(request: HttpRequest) -> DirectoryFilterForm:
    form = DirectoryFilterForm(request.session.get(_KEPT) or None)
    # What an earlier release kept may have other words.
    return form if not form.is_bound or form.is_valid() else DirectoryFilterForm()


@require_http_methods(["GET", "HEAD", "POST"])
def directory(request: HttpRequest) -> HttpResponse:
    """A page of the directory; a POST says which therapists to show from now on, until it is taken back."""
    kept = _kept(request)
    form = kept
    if request.method == "POST":
        form = DirectoryFilterForm(request.POST)
        if "everybody" in request.POST or form.is_valid():
            request.session[_KEPT] = {} if "everybody" in request.POST else form.typed
            return redirect("directory")
    wanted = kept.wanted
    page = directory_page(wanted=wanted, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "form": form,
        "wanted": wanted,
        "page": page,
        "towns": [] if page.rows else towns_like(wanted=wanted),
        "kept": kept.typed if wanted else {},
    }
    return render(request, "journal/directory.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def directory_find(request: HttpRequest) -> HttpResponse:
    """From what somebody wants to the therapists and the questions to ask them."""
    kept = (request.session.get(_KEPT) or {}) | {"goal": request.session.get(_GOAL, "")}
    form = DirectoryFindForm(request.POST if request.method == "POST" else None, initial=kept)
    if form.is_valid():
        typed = form.typed
        request.session[_GOAL] = typed.pop("goal", "")
        request.session[_KEPT] = typed
        return redirect("directory_checklist" if "checklist" in request.POST else "directory")
    return render(request, "journal/directory_find.html", {"form": form})


@require_safe
def directory_checklist(request: HttpRequest) -> HttpResponse:
    """What to ask and what to tell, to print or to keep open."""
    kept = request.session.get(_GOAL)
    context = {
        "goal": next((goal.label for goal in Goal if goal == kept), ""),
        "asks": list(Ask),
        "tells": list(Tell),
    }
    return render(request, "journal/directory_checklist.html", context)


@require_safe
def directory_sent(request: HttpRequest) -> HttpResponse:
    """What the person sent to the directory, and what became of it."""
    sent, earlier = sent_page(user=person(request), before=request.GET.get("before", ""))
    context = {"sent": sent, "earlier": earlier, "is_first": "before" not in request.GET}
    return render(request, "journal/directory_sent.html", context)
