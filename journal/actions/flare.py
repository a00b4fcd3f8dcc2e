"""Marking a flare-up started and over, and deciding about a suggested one."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import change_record, save_record
from journal.analytics.flares import Flare
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import FlareContent
from journal.models import FlareUp, User


def start_flare(*, user: User, uid: uuid.UUID, moment: Moment, now: dt.datetime) -> Any:
    """Open a flare-up; while one lasts, that one is returned, so that tapping twice opens one."""
    with transaction.atomic():
        touch_diary(user=user)
        open_flare = FlareUp.objects.lasting(user).first()
        if open_flare is not None:
            return open_flare
        return save_record(
            kind=FlareUp.KIND,
            user=user,
            uid=uid,
            content=FlareContent(),
            moment=moment,
            moment_said=False,
            now=now,
        ).record


def end_flare(*, user: User, uid: uuid.UUID, moment: Moment, now: dt.datetime) -> Any:
    """Close a flare-up that lasts at a moment, or at its own start if that is later. Any other stays as it is.

    Raises DoesNotExist if the person has no such flare-up.
    """
    with transaction.atomic():
        touch_diary(user=user)
        flare: FlareUp = FlareUp.objects.owned_by(user).get(uid=uid)
        if flare.end is not None or flare.origin != "declared":
            return flare
        end = max(moment, flare.moment, key=lambda either: either.occurred_at)
        return change_record(
            kind=FlareUp.KIND,
            user=user,
            uid=uid,
            version=flare.version,
            content=replace(flare.content, end=end),
            moment=flare.moment,
            now=now,
        )


def say_what_helped(*, user: User, uid: uuid.UUID, helped: str, now: dt.datetime) -> Any:
    """Add what helped to what was said about it before. Saying the same twice adds it once.

    Raises DoesNotExist if the person has no such flare-up.
    """
    with transaction.atomic():
        touch_diary(user=user)
        flare: FlareUp = FlareUp.objects.owned_by(user).get(uid=uid)
        known = flare.helped.split("\n\n") if flare.helped else []
        if helped in ("", flare.helped, *known):
            return flare
        return change_record(
            kind=FlareUp.KIND,
            user=user,
            uid=uid,
            version=flare.version,
            content=replace(flare.content, helped="\n\n".join([*known, helped])),
            moment=flare.moment,
            now=now,
        )


def decide_suggestion(*, user: User, suggestion: Flare, accepted: bool, now: dt.datetime) -> Any:
    """Keep a suggested flare-up as one, or as turned down, with the rule that found it. One that still goes on lasts
    from then on as if the person had started it. Deciding twice the same way decides once."""
    uid = suggestion_uid(suggestion)
    start = moment_on_wall(day=suggestion.start, at=None, tz=user.time_zone)
    end = moment_on_wall(day=suggestion.end, at=None, tz=user.time_zone) if suggestion.end else None
    with transaction.atomic():
        touch_diary(user=user)
        another = FlareUp.objects.lasting(user).exclude(uid=uid)
        lasts = suggestion.state == "ongoing" and not another.exists()
        origin = ("declared" if lasts else "confirmed") if accepted else "dismissed"
        return save_record(
            kind=FlareUp.KIND,
            user=user,
            uid=uid,
            content=FlareContent(origin=origin, rule=suggestion.rule, end=end),
            moment=start,
            moment_said=True,
            now=now,
        ).record


def suggestion_uid(suggestion: Flare) -> uuid.UUID:
    """The uid of the decision about a suggestion: one for each first day."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"suggested flare-up {suggestion.start.isoformat()}")
