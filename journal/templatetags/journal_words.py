"""Records in words, for templates."""

from typing import Any

from django import template

from journal.analytics.moments import Moment
from journal.analytics.records import Content
from journal.analytics.versions import Compared, compare_versions

register = template.Library()


@register.simple_tag
def compared(current: Any, typed: Content, typed_moment: Moment) -> tuple[Compared, ...]:
    """What is stored now (a record) and what was typed, field by field."""
    return compare_versions(
        stored=current.content, stored_moment=current.moment, typed=typed, typed_moment=typed_moment
    )
