"""Records in words, for templates."""

import uuid
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst

from journal.analytics.long_notes import split_note
from journal.analytics.moments import Moment
from journal.analytics.records import Content, FlareContent, MassageContent, PainContent
from journal.analytics.spans import Span
from journal.analytics.versions import Compared, compare_versions
from journal.analytics.vocabulary import intensity_word
from journal.analytics.wording import (
    describe_clock,
    describe_content,
    describe_feelings,
    describe_hours,
    describe_massage,
    describe_moment,
    name_day,
    pain_number,
    with_triggers,
)

_NOTE_LENGTH = 320
_SHORT_NOTE = 200
_ANY = str(uuid.UUID(int=0))
"""Stands for the uid while a line is drawn: an address takes nothing but a uid."""

register = template.Library()


@register.simple_tag
def describe_days(first: date, last: date) -> str:
    """`4 to 7 May 2026`."""
    return Span(first=first, last=last).in_words


@register.filter
def drawn_rows(rows: Iterable[Any]) -> SafeString:
    """The lines of JournalRows."""
    prefix = get_script_prefix()
    return format_html_join("", "{}", ((_row(row, prefix),) for row in rows))


@register.filter
def drawn_flares(listed: Iterable[Any]) -> SafeString:
    """The lines of ListedFlares."""
    prefix = get_script_prefix()
    return format_html_join("", "{}", ((_flare(one, prefix),) for one in listed))


@register.simple_tag
def compared(current: Any, typed: Content, typed_moment: Moment) -> tuple[Compared, ...]:
    """What is stored now (a record) and what was typed, field by field."""
    return compare_versions(
        stored=current.content, stored_moment=current.moment, typed=typed, typed_moment=typed_moment
    )


@register.simple_tag
def describe_when(moment: Moment) -> str:
    """`3 March 2026, 21:40`."""
    return describe_moment(moment)


@register.filter
def massage_words(content: MassageContent) -> str:
    """`60 minutes, deep tissue`."""
    return describe_massage(content)


@register.filter
def day_name(day: date, today: date) -> str:
    """`Today`, `Yesterday`, `Tuesday 3 March`."""
    return name_day(day, today=today)


@register.filter
def said(row: Any) -> str:
    """A record, or a line of a list of them, in words."""
    return describe_content(row.content, moment=row.moment)


@register.filter
def said_when(row: Any) -> str:
    """`3 March 2026, 21:40`."""
    return describe_moment(row.moment)


def _row(row: Any, prefix: str) -> SafeString:
    content: Content = row.content
    intensity = content.intensity if isinstance(content, PainContent) else None
    note, rest = split_note(_note(content, row.part), length=_NOTE_LENGTH)
    texts = {
        "uid": str(row.uid),
        "words": _words(row),
        "number": "" if intensity is None else pain_number(intensity),
        "clock": describe_clock(row.moment),
        "note": note,
        "rest": rest,
    }
    return _filled(_Shape("journal/_partials/entry_row.html", prefix, row.kind, round(intensity or 0)), texts)


def _flare(listed: Any, prefix: str) -> SafeString:
    flare = listed.flare
    texts = {
        "uid": str(flare.uid),
        "words": capfirst(listed.said),
        "facts": capfirst(listed.facts),
        "note": Truncator(flare.note).chars(_SHORT_NOTE) if flare.note else "",
    }
    return _filled(_Shape("journal/_partials/flare_row.html", prefix), texts)


class _Shape(NamedTuple):
    """What decides the markup of a line beside which texts there are: its template, where addresses begin, the kind of
    its record, and the step on the scale of pain."""

    template: str
    prefix: str
    kind: str = ""
    step: int = 0


def _filled(shape: _Shape, texts: dict[str, str]) -> SafeString:
    """A line with its texts. A template takes ten times as long for forty lines as for what differs in them: it is
    drawn once for each shape, with names in braces, and filled in for each line."""
    said = {name: text for name, text in texts.items() if text}
    draw = _draw if settings.DEBUG else _kept
    return format_html(draw(shape, tuple(said)), **said)


def _draw(shape: _Shape, texts: tuple[str, ...]) -> str:
    context = shape._asdict() | {name: f"{{{name}}}" for name in texts} | {"uid": _ANY}
    return render_to_string(shape.template, context).replace(_ANY, "{uid}")


_kept = cache(_draw)


def _note(content: Content, part: str) -> str:
    """The end of a flare-up carries what helped; its note stands where it began."""
    if part == "end" and isinstance(content, FlareContent):
        return f"What helped: {content.helped}" if content.helped else ""
    return content.note


def _words(row: Any) -> str:
    content: Content = row.content
    if isinstance(content, PainContent):
        return capfirst(with_triggers(describe_feelings(content) or intensity_word(content.intensity), content=content))
    if not isinstance(content, FlareContent):
        return capfirst(describe_content(content, moment=row.moment))
    if row.part == "start":
        return with_triggers("A flare-up began", content=content)
    if row.hours is not None:
        return f"The flare-up was over, after {describe_hours(row.hours)}"
    return "The flare-up was over the same day" if row.days == 1 else f"The flare-up was over, after {row.days} days"
