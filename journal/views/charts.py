from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def charts(request: HttpRequest) -> HttpResponse:
    return render(request, "journal/charts.html")
