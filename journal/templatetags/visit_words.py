"""Visits in words, for templates."""

from datetime import date

from django import template

from journal.analytics.moments import Moment
from journal.analytics.visit_wording import days_until
from journal.analytics.wording import describe_moment

register = template.Library()


@register.filter
def until(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 6 days`."""
    return days_until(day, today=today)


@register.filter
def moment_words(moment: Moment) -> str:
    """`3 March 2026, 21:40`."""
    return describe_moment(moment)
