"""Pieces of crispy layout that the log forms share."""

from typing import Any

from crispy_forms.layout import Div
from crispy_forms.utils import TEMPLATE_PACK
from django.forms import BaseForm
from django.template import Context


class More(Div):  # type: ignore[misc]
    """Fields behind a line to tap. It stands open where one of them needs mending or holds something, unless `shut`
    says that what it holds was filled in for the person."""

    template = "journal/_partials/more.html"

    def __init__(self, summary: str, *fields: Any, shut: bool = False) -> None:
        super().__init__(*fields)
        self.summary, self.shut = summary, shut
        self.open = False

    def render(self, form: BaseForm, context: Context, template_pack: Any = TEMPLATE_PACK, **kwargs: Any) -> str:
        fields = [form[pointer.name] for pointer in self.get_field_names()]
        holds = [field for field in fields if field.value() not in (None, "", [])]
        self.open = any(field.errors for field in fields) or bool(holds and not self.shut)
        return str(super().render(form, context, template_pack, **kwargs))


class When(More):
    """The date and time of a log form."""

    template = "journal/_partials/when.html"

    def __init__(self) -> None:
        super().__init__("It was at another time", "day", "at")
