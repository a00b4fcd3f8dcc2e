from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def safety(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/safety.html")
