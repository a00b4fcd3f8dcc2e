"""Changing how the diary works for a person."""

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.models import User


def change_settings(
    *,
    user: User,
    time_zone: str,
    day_starts_at: int,
    usual_side: str,
    flare_after_days: int,
    country: str,
    theme: str,
) -> None:
    """Save the settings. Days already written keep the date they were written under: it is stored with each record.

    Another rule for suggested flare-ups drops the results kept from before.
    """
    is_other_rule = user.flare_after_days != flare_after_days
    user.time_zone = time_zone
    user.day_starts_at = day_starts_at
    user.usual_side = usual_side
    user.flare_after_days = flare_after_days
    user.country = country
    user.theme = theme
    with transaction.atomic():
        user.save(update_fields=["time_zone", "day_starts_at", "usual_side", "flare_after_days", "country", "theme"])
        if is_other_rule:
            touch_diary(user=user)
