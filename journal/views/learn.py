"""Short pages to read, open to everybody: one view and one table for all of them."""

from typing import NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class _Page(NamedTuple):
    """`slug` is its address below /learn/. `line` says in the list what it is about."""

    slug: str
    template: str
    title: str
    line: str


_PAGES = (
    _Page(
        "feeling",
        "journal/learn/feeling.html",
        "What sciatica feels like",
        "Where it runs, how it feels, and how long it tends to last.",
    ),
    _Page(
        "flare-ups",
        "journal/learn/flare-ups.html",
        "Flare-ups",
        "What they are, what people link them with, and what a diary can show.",
    ),
    _Page(
        "massage",
        "journal/learn/massage.html",
        "What is known about massage",
        "What studies and guidelines say, and how sure they are.",
    ),
    _Page(
        "therapist",
        "journal/learn/therapist.html",
        "Choosing a therapist",
        "Licences by country, what to ask, and what to tell.",
    ),
    _Page(
        "strength",
        "journal/learn/strength.html",
        "Strengthening the back and core",
        "What exercise can do, and what is not known.",
    ),
    _Page(
        "lifting",
        "journal/learn/lifting.html",
        "Standing, sitting and lifting",
        "What studies found, and what habits people try.",
    ),
)
_BY_SLUG = {page.slug: page for page in _PAGES}


@login_not_required
def learn(request: HttpRequest) -> HttpResponse:
    """The list of the pages."""
    return render(request, "journal/learn.html", {"pages": _PAGES})


@login_not_required
def learn_page(request: HttpRequest, page: str) -> HttpResponse:
    """One of them, with its sources."""
    found = _BY_SLUG.get(page)
    if found is None:
        raise Http404
    others = [other for other in _PAGES if other is not found]
    return render(request, found.template, {"page": found, "others": others})
