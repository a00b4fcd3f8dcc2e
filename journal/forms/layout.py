"""Pieces of crispy layout that the log forms share."""

from typing import Any

from crispy_forms.layout import Div
from crispy_forms.utils import TEMPLATE_PACK
from django.forms import BaseForm
from django.template import Context


class More(Div):  # type: ignore[misc]
    """Fields behind a line to tap; it stands open where one of them holds something or needs mending."""

    template = "journal/_partials/more.html"

    def __init__(self, summary: str, *fields: str) -> None:
        super().__init__(*fields)
        self.summary = summary
        self.open = False

    def render(self, form: BaseForm, context: Context, template_pack: Any = TEMPLATE_PACK, **kwargs: Any) -> str:
        names = [pointer.name for pointer in self.get_field_names()]
        self.open = any(form[name].errors or form[name].value() not in (None, "", []) for name in names)
        return str(super().render(form, context, template_pack, **kwargs))


class When(More):
    """The date and time of a log form."""

    template = "journal/_partials/when.html"

    def __init__(self) -> None:
        super().__init__("It was at another time", "day", "at")
