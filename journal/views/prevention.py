"""What a person does to prevent pain, beside their own goals."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from journal.actions.prevention import set_goal
from journal.analytics.prevention import prevention_weeks
from journal.analytics.prevention_wording import subjects, summary, week_row
from journal.forms.prevention import GoalForm
from journal.http import person, today_of
from journal.queries.day import day_logs, prevention_goal

_WEEKS = 8


@require_http_methods(["GET", "HEAD", "POST"])
def prevention(request: HttpRequest) -> HttpResponse:
    """The last weeks, and the goals to change."""
    user = person(request)
    goal, today = prevention_goal(user=user), today_of(user)
    form = GoalForm(request.POST if request.method == "POST" else None, goal=goal)
    if form.is_valid():
        set_goal(user=user, goal=form.goal)
        messages.success(request, "Your goals are saved.")
        return redirect("prevention")
    logs = day_logs(user=user, first=today - dt.timedelta(weeks=_WEEKS))
    weeks = prevention_weeks(logs=logs, goal=goal, today=today, count=_WEEKS)
    context = {
        "form": form,
        "goal": goal,
        "subjects": subjects(week=weeks[0], goal=goal),
        "weeks": [(week.monday, week_row(week)) for week in weeks],
        "summary": summary(weeks=weeks),
        "today": today,
    }
    return render(request, "journal/prevention.html", context)
