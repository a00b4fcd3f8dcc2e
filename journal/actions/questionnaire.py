"""How often questionnaires are asked."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.models import QuestionRhythm, User

_PUT_OFF = dt.timedelta(weeks=1)


@transaction.atomic
def set_rhythms(*, user: User, weeks: Mapping[str, int | None], today: dt.date) -> None:
    """Ask each questionnaire every so many weeks, or never (None). One whose rhythm stays also stays put off."""
    touch_diary(user=user)
    before = dict(QuestionRhythm.objects.filter(user=user).values_list("instrument", "every_weeks"))
    changed = {code: every for code, every in weeks.items() if every != before.get(code)}
    QuestionRhythm.objects.filter(user=user, instrument__in=changed).delete()
    QuestionRhythm.objects.bulk_create(
        QuestionRhythm(user=user, instrument=code, every_weeks=every, not_before=today)
        for code, every in changed.items()
        if every is not None
    )


@transaction.atomic
def put_off(*, user: User, instrument: str, today: dt.date) -> None:
    """Do not ask a questionnaire for a week."""
    touch_diary(user=user)
    QuestionRhythm.objects.filter(user=user, instrument=instrument).update(not_before=today + _PUT_OFF)
