"""A visit to a doctor, and a question for one."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from journal.analytics.records import QuestionContent, VisitContent
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.models import DoctorVisit, User, VisitQuestion
from journal.queries.visit import questions_for

_NO_DAY = "Choose the day of the visit."
_NO_QUESTION = "Write the question."
_TEXT_LENGTH = 500


@dataclass(frozen=True, kw_only=True)
class Tickable:
    """A question as the form of a visit shows it."""

    question: VisitQuestion
    is_ticked: bool


class UidsField(forms.Field):
    """Sent hidden or by check boxes, so that a person cannot mend one: whatever is no uid is left out."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.MultipleHiddenInput)

    def to_python(self, value: Any) -> set[uuid.UUID]:
        return {uid for uid in map(_uid, value or ()) if uid}


class VisitForm(LogForm):
    """One visit, to come or past, with a tick for each question that was asked there."""

    ahead: ClassVar[dt.timedelta] = dt.timedelta(days=5 * 366)
    too_far: ClassVar[str] = "This is more than five years ahead. Choose an earlier day."

    shown = UidsField()
    asked = UidsField()

    def __init__(self, data: Any = None, *, user: User, now: dt.datetime, visit: DoctorVisit | None = None) -> None:
        super().__init__(data, user=user, now=now, record=visit, initial=vars(visit.content) if visit else {})
        self.visit = visit
        day = self.fields["day"]
        day.required, day.error_messages["required"] = True, _NO_DAY
        self.fields |= {
            "clinician": PlainTextField(label="With whom", max_length=120),
            "reason": PlainTextField(label="What for", max_length=200),
            "said": PlainTextField(label="What was said", rows=5),
        }

    @property
    def questions(self) -> list[Tickable]:
        """What can be ticked: what is open, and what was asked at this visit; asked for when the page is drawn."""
        if self.visit is None:
            return []
        found = questions_for(user=self.user, visit_uid=self.visit.uid)
        ticked = UidsField().clean(self["asked"].value()) if self.is_bound else {one.uid for one in found if one.asked}
        return [Tickable(question=one, is_ticked=one.uid in ticked) for one in found]

    @property
    def said_is_open(self) -> bool:
        """Whether the field for what was said stands open: the day has come, or something is in it."""
        is_past = self.visit is not None and self.visit.occurred_at <= self.now
        return bool(is_past or self["said"].errors or self["said"].value())

    @property
    def content(self) -> VisitContent:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        return VisitContent(clinician=said["clinician"], reason=said["reason"], said=said["said"])


class QuestionForm(LogForm):
    """A question, and when changing one whether it was asked."""

    def __init__(
        self, data: Any = None, *, user: User, now: dt.datetime, question: VisitQuestion | None = None
    ) -> None:
        super().__init__(data, user=user, now=now, record=question, initial=vars(question.content) if question else {})
        self.question = question
        del self.fields["day"], self.fields["at"]
        text = PlainTextField(label="The question", max_length=_TEXT_LENGTH, rows=3)
        text.required, text.error_messages["required"] = True, _NO_QUESTION
        self.fields["text"] = text
        if question is not None:
            self.fields["asked"] = forms.BooleanField(label="I have asked it", required=False)

    @property
    def content(self) -> QuestionContent:
        """What the person said; call after `is_valid()`."""
        is_asked = self.cleaned_data.get("asked", False)
        visit = str(self.question.visit_uid or "") if self.question and is_asked else ""
        return QuestionContent(text=self.cleaned_data["text"], asked=is_asked, visit=visit)


def _uid(value: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None
