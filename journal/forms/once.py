"""A form that is sent once, however often the button is tapped: it carries a uid made with it."""

import uuid
from typing import Any

from django import forms

from journal.forms.log import UidField, changed_data

_INCOMPLETE = "Part of this page got lost on its way. Send it once more."


class OnceForm(forms.Form):
    """One that arrives without its uid is not taken but shown again, whole and with a new one."""

    use_required_attribute = False

    uid = UidField()

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        self.is_incomplete = data is not None and UidField().clean(data.get("uid")) is None
        if self.is_incomplete:
            data = changed_data(data, "uid", str(uuid.uuid4()))
        super().__init__(data, initial={"uid": uuid.uuid4()} | (initial or {}))

    def clean(self) -> dict[str, Any]:
        if self.is_incomplete:
            self.add_error(None, _INCOMPLETE)
        return super().clean() or self.cleaned_data
