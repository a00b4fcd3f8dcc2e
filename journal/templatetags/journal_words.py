"""Records in words, for templates."""

from datetime import date
from typing import Any

from django import template
from django.utils.text import capfirst

from journal.analytics.moments import Moment
from journal.analytics.records import Content, MassageContent, PainContent
from journal.analytics.versions import Compared, compare_versions
from journal.analytics.vocabulary import intensity_word
from journal.analytics.wording import (
    describe_clock,
    describe_feelings,
    describe_massage,
    name_day,
    pain_number,
    split_note,
)

_NOTE_LENGTH = 320

register = template.Library()
register.filter("clock", describe_clock)
register.filter("pain_number", pain_number)


@register.simple_tag
def compared(current: Any, typed: Content, typed_moment: Moment) -> tuple[Compared, ...]:
    """What is stored now (a record) and what was typed, field by field."""
    return compare_versions(
        stored=current.content, stored_moment=current.moment, typed=typed, typed_moment=typed_moment
    )


@register.filter
def day_name(day: date, today: date) -> str:
    """`Today`, `Yesterday`, `Tuesday 3 March`."""
    return name_day(day, today=today)


@register.filter
def note_parts(note: str) -> tuple[str, str]:
    """What of a note is shown at once, and the rest."""
    return split_note(note, length=_NOTE_LENGTH)


@register.filter
def row_words(row: Any) -> str:
    """A row of the journal, beside its mark and its time."""
    content: Content = row.content
    if isinstance(content, PainContent):
        return capfirst(describe_feelings(content) or intensity_word(content.intensity))
    if isinstance(content, MassageContent):
        return capfirst(describe_massage(content))
    if row.part == "start":
        return "A flare-up began"
    return f"The flare-up was over, after {row.days} days" if row.days > 1 else "The flare-up was over the same day"
