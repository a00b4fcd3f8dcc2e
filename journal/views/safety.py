"""When to get help: open to everybody, signed in or not."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def safety(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/safety.html")
