"""What the forms of all records share: a uid made with the form, the version a change is made from, the moment."""

import uuid
from typing import Any, ClassVar, Protocol, Self

from django import forms
from django.core.exceptions import ValidationError

from journal.analytics.records import Content
from journal.forms.moment import MomentForm

_INCOMPLETE = "Part of this page got lost on its way. Save it once more."


class _Versioned(Protocol):
    version: int


class UidField(forms.UUIDField):
    """Sent hidden, so that a person cannot mend it: None for anything that is no uid."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> uuid.UUID | None:
        try:
            uid: uuid.UUID | None = super().clean(value)
        except ValidationError:
            return None
        return uid


class VersionField(forms.IntegerField):
    """Sent hidden; 0, which no record is at, for anything that is no version."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except ValidationError:
            return 0


class LogForm(MomentForm):
    """A form for one record; `record` is None for a new one.

    Whether it was sent before is known by its uid alone: one that arrives without is not saved but shown again,
    whole and with a new uid.
    """

    collision: ClassVar[tuple[str, str] | None] = None
    """The field and the message for a record that the database refuses beside the others, where that can be."""

    uid = UidField()
    version = VersionField()

    def __init__(self, data: Any = None, *, record: Any = None, initial: dict[str, Any], **kwargs: Any) -> None:
        named = {"uid": record.uid, "version": record.version} if record else {"uid": uuid.uuid4()}
        moment = record.moment if record else None
        self.is_incomplete = data is not None and record is None and UidField().clean(data.get("uid")) is None
        if self.is_incomplete:
            data = changed_data(data, "uid", str(uuid.uuid4()))
        super().__init__(data, moment=moment, initial=initial | named, **kwargs)

    def clean(self) -> dict[str, Any]:
        if self.is_incomplete:
            self.add_error(None, _INCOMPLETE)
        return super().clean()

    @property
    def content(self) -> Content:
        """What the person said; call after `is_valid()`."""
        raise NotImplementedError

    @property
    def is_unfinished(self) -> bool:
        """True where the person asked for more room in the form and not yet to save."""
        return False

    @property
    def has_problems(self) -> bool:
        """True where a message stands next to a field."""
        return bool(self.errors)

    @property
    def when_is_open(self) -> bool:
        """Whether the date and time stand open: they say something, or something is wrong with them."""
        return any(self[name].errors or self[name].value() for name in ("day", "at"))

    def on_top_of(self, current: _Versioned) -> Self:
        """The same typed form, ready to be saved over what is stored now."""
        self.data = changed_data(self.data, "version", str(current.version))
        return self


def changed_data(data: Any, name: str, value: str) -> Any:
    """A copy of what was sent, with another value in it."""
    copy = data.copy()
    copy[name] = value
    return copy
