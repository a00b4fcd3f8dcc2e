"""What the forms of all records share: a uid made with the form, the version a change is made from, the moment."""

import uuid
from typing import Any, Protocol, Self

from django import forms

from journal.analytics.records import Content
from journal.forms.moment import MomentForm


class _Versioned(Protocol):
    version: int


class LogForm(MomentForm):
    """A form for one record; `record` is None for a new one."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, data: Any = None, *, record: Any = None, initial: dict[str, Any], **kwargs: Any) -> None:
        named = {"uid": record.uid, "version": record.version} if record else {"uid": uuid.uuid4()}
        moment = record.moment if record else None
        super().__init__(data, moment=moment, initial=initial | named, **kwargs)

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

    def on_top_of(self, current: _Versioned) -> Self:
        """The same typed form, ready to be saved over what is stored now."""
        data: Any = self.data  # a QueryDict, whose copy can be changed
        self.data = data.copy()
        self.data["version"] = str(current.version)  # type: ignore[index]
        return self
