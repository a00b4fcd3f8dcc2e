from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def journal(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/journal.html")
