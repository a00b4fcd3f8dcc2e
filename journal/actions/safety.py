"""The page on when to get help: noting that it is shown, and what was answered on it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import change_record, save_record
from journal.analytics.moments import Moment, moment_at
from journal.analytics.records import PainContent, SafetyContent
from journal.analytics.red_flags import RECENT_DAYS, Reason, asks, is_covered, reasons_for
from journal.models import PainEntry, SafetyCheck, User
from journal.queries.safety import FeltEntry, checks_of_day, felt_between, find_check, reasons_shown

_RECENT = dt.timedelta(days=RECENT_DAYS)
_AHEAD = dt.timedelta(days=2)  # for clocks that are wrong and zones that are not known


def show_for_entry(*, user: User, entry: PainEntry, content: PainContent, now: dt.datetime) -> bool:
    """Note that the page is shown because of an entry that was just saved with that content; whether it is to be shown.

    For the same reasons it is shown once a diary day; but sending the form again leads to it again. Entries of more
    than RECENT_DAYS ago call for nothing.
    """
    moment = _now(user, now)
    if (moment.local_date - entry.local_date).days > RECENT_DAYS:
        return False
    reasons = _reasons_of(user, entry, content)
    if not reasons:
        return False
    uid = uuid.uuid5(entry.uid, " ".join(reasons))
    with transaction.atomic():
        touch_diary(user=user)
        if find_check(user=user, uid=uid):
            return True
        due = _not_shown_yet(user, reasons, moment.local_date)
        if due is not None:
            _save(user, uid, due, moment, now)
        return due is not None


def due_before_massage(*, user: User, now: dt.datetime) -> SafetyContent | None:
    """What the page is to be shown for before a massage is logged; None where it is not called for, or was shown
    today. Called for is what was felt on the last day on which that was said. Writes nothing."""
    today = _now(user, now).local_date
    felt = felt_between(user=user, first=today - 2 * _RECENT, last=today + _AHEAD)
    if not felt or felt[-1].day < today - _RECENT:
        return None
    found = {reason for entry in felt if entry.day == felt[-1].day for reason in _reasons(entry, felt)}
    return _not_shown_yet(user, [reason for reason in Reason if reason in found], today) if found else None


def answer_check(*, user: User, uid: uuid.UUID, answers: dict[str, str], now: dt.datetime) -> Any:
    """Keep the answers on a check that was noted, or else note the one that is due with them. None where neither is.

    `answers` are codes by the names of the fields of SafetyContent. Sent twice they are kept once.
    """
    with transaction.atomic():
        touch_diary(user=user)
        check = find_check(user=user, uid=uid)
        if check is None:
            due = due_before_massage(user=user, now=now)
            return _save(user, uid, _with(due, answers), _now(user, now), now) if due else None
        return change_record(
            kind=SafetyCheck.KIND,
            user=user,
            uid=uid,
            version=check.version,
            content=_with(check.content, answers),
            moment=check.moment,
            now=now,
        )


def _now(user: User, now: dt.datetime) -> Moment:
    return moment_at(instant=now, tz=user.time_zone, day_starts_at=user.day_starts_at)


def _reasons_of(user: User, entry: PainEntry, content: PainContent) -> tuple[Reason, ...]:
    """Only weakness is compared with what was before; anything else asks the database nothing more."""
    said = FeltEntry(entry.local_date, entry.occurred_at, entry.uid, content)
    reasons = _reasons(said, ())
    if Reason.WEAKNESS_NEW not in reasons:
        return reasons
    return _reasons(said, felt_between(user=user, first=said.day - _RECENT, last=said.day))


def _reasons(entry: FeltEntry, felt: Iterable[FeltEntry]) -> tuple[Reason, ...]:
    """Why an entry calls for the page, beside others of its person."""
    earlier = [
        other.content
        for other in felt
        if other.uid != entry.uid and other.at <= entry.at and other.day >= entry.day - _RECENT
    ]
    return reasons_for(entry=entry.content, earlier=earlier)


def _not_shown_yet(user: User, reasons: Collection[Reason], today: dt.date) -> SafetyContent | None:
    checks = checks_of_day(user=user, day=today)
    if is_covered(reasons=reasons, shown=reasons_shown(checks=checks)):
        return None
    asked_before = any(check.asked for check in checks)
    return SafetyContent(
        reasons=tuple(reason.value for reason in reasons), asked=asks(reasons=reasons) and not asked_before
    )


def _with(content: SafetyContent, answers: dict[str, str]) -> SafetyContent:
    return SafetyContent(reasons=content.reasons, asked=content.asked, **answers)


def _save(user: User, uid: uuid.UUID, content: SafetyContent, moment: Moment, now: dt.datetime) -> Any:
    return save_record(
        kind=SafetyCheck.KIND, user=user, uid=uid, content=content, moment=moment, moment_said=False, now=now
    ).record
