"""The page on when to get help: noting that it is shown, and what was answered on it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from enum import Enum, auto
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import change_record, save_record
from journal.analytics.moments import Moment, moment_at
from journal.analytics.records import PainContent, SafetyContent
from journal.analytics.red_flags import (
    ASK_AGAIN_DAYS,
    RECENT_DAYS,
    Reason,
    asks,
    is_covered,
    reasons_for,
    stays_answered,
)
from journal.models import PainEntry, SafetyCheck, User
from journal.queries.safety import FeltEntry, checks_between, felt_between, find_check, reasons_shown

_RECENT = dt.timedelta(days=RECENT_DAYS)
_AHEAD = dt.timedelta(days=2)  # for clocks that are wrong and zones that are not known


class Shown(Enum):
    """What comes up because of an entry."""

    NOTHING = auto()
    PAGE = auto()
    REMINDER = auto()
    """A sentence: weakness stays as it was when every question about it was answered with no."""


def show_for_entry(*, user: User, entry: PainEntry, content: PainContent, now: dt.datetime) -> Shown:
    """Note that the page is shown because of an entry that was just saved with that content, where it is to be.

    For the same reasons it is shown once a diary day; but sending the form again leads to it again. Entries of more
    than RECENT_DAYS ago call for nothing.
    """
    moment = _now(user, now)
    if (moment.local_date - entry.local_date).days > RECENT_DAYS:
        return Shown.NOTHING
    reasons, felt = _reasons_of(user, entry, content)
    if not reasons:
        return Shown.NOTHING
    uid = uuid.uuid5(entry.uid, " ".join(reasons))
    with transaction.atomic():
        touch_diary(user=user)
        if find_check(user=user, uid=uid):
            return Shown.PAGE
        checks = _lately_shown(user, moment.local_date)
        if _stays_answered(reasons, content, checks, felt):
            return Shown.REMINDER
        due = _not_shown_yet(reasons, checks, moment.local_date)
        if due is not None:
            _save(user, uid, due, moment, now)
        return Shown.PAGE if due is not None else Shown.NOTHING


def due_before_massage(*, user: User, now: dt.datetime) -> SafetyContent | None:
    """What the page is to be shown for before a massage is logged; None where it is not called for, or was shown
    today. Called for is what was felt on the last day on which that was said. Writes nothing."""
    today = _now(user, now).local_date
    felt = felt_between(user=user, first=today - 2 * _RECENT, last=today + _AHEAD)
    if not felt or felt[-1].day < today - _RECENT:
        return None
    called = [(entry, _reasons(entry, felt)) for entry in felt if entry.day == felt[-1].day]
    if not any(reasons for _, reasons in called):
        return None
    checks = _lately_shown(user, today)
    found = {
        reason
        for entry, reasons in called
        if not _stays_answered(reasons, entry.content, checks, felt)
        for reason in reasons
    }
    return _not_shown_yet([reason for reason in Reason if reason in found], checks, today) if found else None


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


def _reasons_of(user: User, entry: PainEntry, content: PainContent) -> tuple[tuple[Reason, ...], list[FeltEntry]]:
    """With what was felt before it. Only weakness is compared with other days, anything else with its own day."""
    said = FeltEntry(entry.local_date, entry.occurred_at, entry.uid, content)
    if not said.content.feelings:
        return (), []
    is_weak = Reason.WEAKNESS_NEW in _reasons(said, ())
    felt = felt_between(user=user, first=said.day - _RECENT if is_weak else said.day, last=said.day)
    return _reasons(said, felt), felt


def _reasons(entry: FeltEntry, felt: Iterable[FeltEntry]) -> tuple[Reason, ...]:
    """Why an entry calls for the page, beside others of its person."""
    others = [other for other in felt if other.uid != entry.uid and other.day >= entry.day - _RECENT]
    return reasons_for(
        entry=entry.content,
        earlier=[other.content for other in others if other.at <= entry.at],
        same_day=[other.content for other in others if other.day == entry.day],
    )


def _lately_shown(user: User, today: dt.date) -> list[SafetyCheck]:
    """The checks of the days on which an answer still counts, the latest first."""
    return checks_between(user=user, first=today - dt.timedelta(days=ASK_AGAIN_DAYS - 1), last=today)


def _stays_answered(
    reasons: Collection[Reason], content: PainContent, checks: Iterable[SafetyCheck], felt: Iterable[FeltEntry]
) -> bool:
    """By the last of these checks that asked its questions, beside the entries of its day that it was shown for."""
    asked = next((check for check in checks if check.asked and check.deleted_at is None), None)
    if asked is None:
        return False
    then = [one.content for one in felt if one.day == asked.local_date and one.at <= asked.occurred_at]
    return stays_answered(reasons=reasons, entry=content, asked=asked.content, then=then)


def _not_shown_yet(reasons: Collection[Reason], checks: Iterable[SafetyCheck], today: dt.date) -> SafetyContent | None:
    of_today = [check for check in checks if check.local_date == today]
    if is_covered(reasons=reasons, shown=reasons_shown(checks=of_today)):
        return None
    asked_before = any(check.asked for check in of_today)
    return SafetyContent(
        reasons=tuple(reason.value for reason in reasons), asked=asks(reasons=reasons) and not asked_before
    )


def _with(content: SafetyContent, answers: dict[str, str]) -> SafetyContent:
    return SafetyContent(reasons=content.reasons, asked=content.asked, **answers)


def _save(user: User, uid: uuid.UUID, content: SafetyContent, moment: Moment, now: dt.datetime) -> Any:
    return save_record(
        kind=SafetyCheck.KIND, user=user, uid=uid, content=content, moment=moment, moment_said=False, now=now
    ).record
