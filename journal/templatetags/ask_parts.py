"""One tap that puts a question about the page on the list for the doctor."""

import uuid
from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("journal/_partials/ask_about.html", takes_context=True)
def ask_about(context: dict[str, Any], about: str) -> dict[str, Any]:
    """The button; `about` is a code of READY_QUESTIONS."""
    request = context["request"]
    csrf = context.get("csrf_token")
    return {"about": about, "uid": uuid.uuid4(), "next": request.get_full_path(), "csrf_token": csrf}
