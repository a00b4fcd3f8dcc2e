"""Changing how the diary works for a person."""

from journal.models import User


def change_settings(
    *, user: User, time_zone: str, day_starts_at: int, usual_side: str, country: str, theme: str
) -> None:
    """Save the settings. Days already written keep the date they were written under: it is stored with each record."""
    user.time_zone = time_zone
    user.day_starts_at = day_starts_at
    user.usual_side = usual_side
    user.country = country
    user.theme = theme
    user.save(update_fields=["time_zone", "day_starts_at", "usual_side", "country", "theme"])
