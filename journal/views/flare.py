from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def flare_list(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/flare_list.html")
