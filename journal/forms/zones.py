"""Time zones that a person can choose, by the names of the tz database."""

from functools import cache
from zoneinfo import available_timezones

_AREAS = {
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
}  # fmt: skip


@cache
def known_zones() -> frozenset[str]:
    """Every zone of this machine, old names included; read once, because that means looking through folders."""
    return frozenset(available_timezones())


def zone_choices(current: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """(area, [(zone, place), ...]) for a list to choose from; `current` is in it even under an old name."""
    zones = {zone for zone in known_zones() if zone.partition("/")[0] in _AREAS} | {"UTC", current}
    areas: dict[str, list[tuple[str, str]]] = {}
    for zone in sorted(zones):
        area, _, place = zone.partition("/")
        areas.setdefault(area if place else "Other", []).append((zone, (place or area).replace("_", " ")))
    return list(areas.items())
