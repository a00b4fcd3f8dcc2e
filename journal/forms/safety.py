"""The questions on the page on when to get help. Every one may be skipped."""

import datetime as dt
from typing import Any

from django import forms

from journal.analytics.records import SafetyContent
from journal.analytics.red_flags import Answer, Question
from journal.analytics.wording import describe_reasons
from journal.forms.chips import ChipField, ChipWidget
from journal.forms.log import LogForm
from journal.models import SafetyCheck, User

_ANSWERS = [(Answer.YES.value, "Yes"), (Answer.UNSURE.value, "Not sure"), (Answer.NO.value, "No")]
_ASKED = {
    Question.BLADDER: "Is peeing different from your normal: hard to start, not possible, or hard to control?",
    Question.BOWEL: "Is pooing different from your normal: you do not notice the need, or cannot control it?",
    Question.ACCIDENT: "Did it begin after a serious accident, such as a fall or a car crash?",
    Question.FEVER: "Do you have a fever?",
    Question.WORSE: "Is the weakness or the numbness getting worse?",
}


class _AnswerFields(forms.Form):
    """A field for each question, called like it."""

    bladder = ChipField(choices=_ANSWERS, label=_ASKED[Question.BLADDER])
    bowel = ChipField(choices=_ANSWERS, label=_ASKED[Question.BOWEL])
    accident = ChipField(choices=_ANSWERS, label=_ASKED[Question.ACCIDENT])
    fever = ChipField(choices=_ANSWERS, label=_ASKED[Question.FEVER])
    worse = ChipField(choices=_ANSWERS, label=_ASKED[Question.WORSE])

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields, in the order of the page."""
        return [self[question.value] for question in Question]

    @property
    def answers(self) -> dict[str, str]:
        """Codes by the names of the fields of SafetyContent, all empty where the questions were skipped; call after
        `is_valid()`."""
        skipped = "skip" in self.data
        return {question.value: "" if skipped else self.cleaned_data[question.value] for question in Question}


class SafetyForm(_AnswerFields, LogForm):
    """The answers as a record's form. On the page itself, `content` is what the page is shown for."""

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        content: SafetyContent,
        check: SafetyCheck | None = None,
    ) -> None:
        self.shown_for = content
        initial = {question.value: getattr(content, question) for question in Question}
        super().__init__(data, user=user, now=now, record=check, initial=initial)
        if not content.is_answered:
            self._offer_answers_only()

    def _offer_answers_only(self) -> None:
        """Where nothing is answered yet, no chip is needed that takes an answer back."""
        for field in self.questions:
            widget = field.field.widget
            assert isinstance(widget, ChipWidget)
            widget.choices = _ANSWERS

    @property
    def noted(self) -> str:
        """Why it was shown, in words."""
        return describe_reasons(self.shown_for)

    @property
    def content(self) -> SafetyContent:
        """Why it was shown, with the answers now given; call after `is_valid()`."""
        shown = self.shown_for
        return SafetyContent(reasons=shown.reasons, asked=shown.asked, **self.answers)
