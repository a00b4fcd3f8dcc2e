"""What happens after massages, compared with days like them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from journal.actions.massage_effect import massage_effect as kept_page
from journal.charts.massage_effect import effect_page
from journal.forms.massage_effect import EFFECT_RANGES, EffectPeriodForm
from journal.http import person, today_of


def massage_effect(request: HttpRequest) -> HttpResponse:
    """Shows what the whole diary says, or one period of it: `?range=` 90d, 1y or all, or `?from=` and `?to=`."""
    user = person(request)
    form = EffectPeriodForm(request.GET)
    period = form.period(today=today_of(user))
    page = kept_page(user=user, period=period.chosen, first=period.first, last=period.last, draw=effect_page)
    context = {"form": form, "chosen": period.chosen, "ranges": EFFECT_RANGES}
    return render(request, "journal/massage_effect.html", context | page)
