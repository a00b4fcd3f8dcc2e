"""Pages for requests that cannot be answered, each saying what to do next."""

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

logger = logging.getLogger(__name__)

_IN_PLAIN_LETTERS = """Something went wrong here.

This is a fault of this site, not of anything you did. What was saved before is still there.
Go back and try again in a minute.
"""


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


@requires_csrf_token
def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Renders without touching the database or the session: either may be what failed. So may what the page is made of;
    then it says the same in plain letters."""
    try:
        return render(None, "errors/500.html", status=500)
    except Exception:
        logger.exception("The page for errors failed too")
        return HttpResponseServerError(_IN_PLAIN_LETTERS, content_type="text/plain; charset=utf-8")


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere. What was typed comes back with the browser's Back button."""
    return render(request, "errors/csrf.html", status=403)
