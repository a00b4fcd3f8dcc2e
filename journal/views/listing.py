"""One listing of the directory: reading it, suggesting it, saying what is wrong with it, reviewing it."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journal.actions.content_report import report_content
from journal.actions.daily_limits import MayNotPublish, TooManyToday
from journal.actions.listing import suggest_change, suggest_listing
from journal.actions.my_therapist import keep_listing
from journal.actions.records import StaleChange
from journal.actions.review import NoSessionError, withdraw_review, write_review
from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.emergency import country_of_zone
from journal.analytics.listing import differences
from journal.analytics.therapists import ListingState, ReviewState
from journal.forms.listing import ListingChangeForm, NewListingForm
from journal.forms.review import ReportForm, ReviewForm
from journal.http import person
from journal.models import MyTherapist, Therapist, TherapistReview, User
from journal.queries.directory import possible_duplicates
from journal.queries.review import has_session_with, own_review, reviews_page

_SUSPENDED = "You cannot send anything to the directory: a moderator has ended that for your account."
_SENT = "Thank you. It is sent, and waits to be checked."
_LONGEST = 120
_READ = ["GET", "HEAD", "POST"]


def _listing(uid: uuid.UUID) -> Therapist:
    """A listing that everybody may read."""
    found: Therapist = get_object_or_404(Therapist.objects.readable().prefetch_related("techniques"), uid=uid)
    return found


def _sent(form: forms.Form, send: Callable[[], Any]) -> Any:
    """What was sent; None where the form is not valid or may not be sent, which the form then says."""
    if not form.is_valid():
        return None
    try:
        return send()
    except MayNotPublish:
        form.add_error(None, _SUSPENDED)
    except TooManyToday as limit:
        form.add_error(
            None,
            f"You have sent {limit.most} of these in the last 24 hours, which is the most for one person. "
            "Please send this one tomorrow. Nothing was sent now.",
        )
    except NoSessionError:
        form.add_error(None, "Log a massage with them first: a review is written by somebody who was there.")
    return None


@require_safe
def listing_page(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A listing with its reviews; one that was joined with another leads there."""
    found = Therapist.objects.filter(uid=uid).select_related("merged_into").prefetch_related("techniques").first()
    if found and found.merged_into:
        return redirect("listing_page", found.merged_into.uid)
    if found is None or found.state not in (ListingState.PUBLISHED, ListingState.CLOSED):
        raise Http404
    user = person(request)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    own = own_review(user=user, therapist=found)
    context = {
        "listing": found,
        "content": found.content,
        "page": reviews_page(therapist=found, after=after, before=before),
        "kept": MyTherapist.objects.owned_by(user).filter(listing=found).first(),
        "own": own if own and own.state != ReviewState.WITHDRAWN else None,
        "may_review": bool(own) or has_session_with(user=user, therapist=found),
    }
    return render(request, "journal/listing_page.html", context)


@require_POST
def listing_keep(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Keep a therapist of the directory among one's own."""
    listing = _listing(uid)
    kept = keep_listing(user=person(request), listing=listing, now=timezone.now()).record
    if kept.listing_id == listing.pk:
        messages.success(request, f"{kept.name} is among your therapists. Massages you log with this name count here.")
    else:
        messages.info(request, f"You keep another therapist of the directory as {kept.name}. Rename them first.")
    return redirect("my_therapist", kept.uid)


@require_http_methods(_READ)
def listing_new(request: HttpRequest) -> HttpResponse:
    """Suggest a therapist, after a look at those that may be the same."""
    user = person(request)
    form = NewListingForm(request.POST if request.method == "POST" else None, country=_country(user))
    alike: list[Therapist] = []

    def send() -> Any:
        uid = form.cleaned_data["uid"]
        return suggest_listing(author=user, uid=uid, content=form.content, now=timezone.now())

    if form.is_valid():
        alike = [] if form.cleaned_data["not_these"] else _alike(form.cleaned_data)
    if not alike and _sent(form, send):
        messages.success(request, _SENT)
        return redirect("directory_sent")
    return render(request, "journal/listing_new.html", {"form": form, "alike": alike})


@require_POST
def listing_alike(request: HttpRequest) -> HttpResponse:
    """Those that may be the same as what is being typed, as a part of the page."""
    return render(request, "journal/_partials/listing_alike.html", {"alike": _alike(request.POST)})


@require_http_methods(_READ)
def listing_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say what is different: another fact, closed, moved."""
    listing = _listing(uid)
    content, now = listing.content, timezone.now()
    data = request.POST if request.method == "POST" else None
    form = ListingChangeForm(data, now=content, version=listing.version)
    meanwhile = form.is_valid() and form.cleaned_data["version"] != listing.version
    if meanwhile:
        form.on_top_of(listing.version)
        context = {"form": form, "listing": listing, "meanwhile": differences(before=content, proposed=form.proposed)}
        return render(request, "journal/listing_change.html", context, status=409)

    def send() -> Any:
        said = form.cleaned_data
        return suggest_change(
            author=person(request),
            therapist=listing,
            uid=said["uid"],
            kind=said["kind"],
            proposed=form.proposed,
            words=said["words"],
            now=now,
        )

    if _sent(form, send):
        messages.success(request, _SENT)
        return redirect("listing_page", listing.uid)
    return render(request, "journal/listing_change.html", {"form": form, "listing": listing})


@require_http_methods(_READ)
def listing_report(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say why a listing should not stand as it is."""
    listing = _listing(uid)
    return _report(request, "journal/listing_report.html", about=listing, listing=listing)


@require_http_methods(_READ)
def review_report(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say why a review should not stand as it is."""
    shown = TherapistReview.objects.published().filter(therapist__in=Therapist.objects.readable())
    review = get_object_or_404(shown.select_related("therapist"), uid=uid)
    return _report(request, "journal/review_report.html", about=review, listing=review.therapist)


def _report(
    request: HttpRequest, template: str, *, about: Therapist | TherapistReview, listing: Therapist
) -> HttpResponse:
    form = ReportForm(request.POST if request.method == "POST" else None)

    def send() -> Any:
        said = form.cleaned_data
        return report_content(
            reporter=person(request),
            about=about,
            uid=said["uid"],
            reason=said["reason"],
            words=said["words"],
            now=timezone.now(),
        )

    if _sent(form, send):
        messages.success(request, "Thank you. A moderator will look at it.")
        return redirect("listing_page", listing.uid)
    return render(request, template, {"form": form, "listing": listing, "about": about})


@require_http_methods(_READ)
def listing_review(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Write or change one's review."""
    listing, user = _listing(uid), person(request)
    own = own_review(user=user, therapist=listing)
    if own is None and not has_session_with(user=user, therapist=listing):
        messages.info(request, "A review is written by somebody who was there: log a massage with them first.")
        return redirect("listing_page", listing.uid)
    form = ReviewForm(request.POST if request.method == "POST" else None, review=own)
    context = {"form": form, "listing": listing, "own": own if own and own.state != ReviewState.WITHDRAWN else None}

    def send() -> Any:
        return write_review(
            author=user,
            therapist=listing,
            publish_trusted=settings.REVIEWS_PUBLISH_TRUSTED,
            now=timezone.now(),
            **form.cleaned_data,
        )

    try:
        written = _sent(form, send)
    except StaleChange as stale:
        form.on_top_of(stale.current.version)
        return render(request, "journal/listing_review.html", context | {"current": stale.current}, status=409)
    if not written:
        return render(request, "journal/listing_review.html", context)
    is_shown = written.state == ReviewState.PUBLISHED
    messages.success(request, "Thank you. Your review is published." if is_shown else _SENT)
    return redirect("listing_page", listing.uid)


@require_POST
def listing_review_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take one's review back."""
    listing = get_object_or_404(Therapist, uid=uid, reviews__author=person(request))
    withdraw_review(author=person(request), therapist=listing, now=timezone.now())
    messages.success(request, "Your review is taken back; its text and name are erased.")
    return redirect("directory_sent")


def _alike(typed: Mapping[str, Any]) -> list[Therapist]:
    """Listings that may be the same, from whatever was typed so far."""
    name, place, number = (str(typed.get(field, ""))[:_LONGEST] for field in ("name", "place", "licence_number"))
    country = typed.get("country", "")
    return possible_duplicates(
        name=name, place=place, country=country if country in COUNTRY_NAMES else "", licence_number=number
    )


def _country(user: User) -> str:
    """Where the person most likely is."""
    return user.country if user.country not in ("", "ZZ") else country_of_zone(user.time_zone)
