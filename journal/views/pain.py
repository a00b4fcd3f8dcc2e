from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def pain_new(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/pain_new.html")
