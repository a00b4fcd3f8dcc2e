"""The least that a page for a signed-in person can cost: settings and URLs of an empty view behind session and login.

Everything else is as in the application: the same middleware, database, sessions and server.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from sciatica_tracker.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.floor"


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing, for somebody who has signed in."""
    return HttpResponse(b"")


urlpatterns = [path("", empty)]
