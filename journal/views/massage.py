from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def massage_new(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/massage_new.html")
