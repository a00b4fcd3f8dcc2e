"""The zones to choose from."""

from zoneinfo import ZoneInfo

from journal.forms.zones import known_zones, zone_choices


def test_every_zone_offered_exists() -> None:
    offered = [zone for _, zones in zone_choices("UTC") for zone, _ in zones]

    assert len(offered) > 300
    for zone in offered:
        ZoneInfo(zone)


def test_they_are_grouped_by_area_and_named_by_place() -> None:
    areas = dict(zone_choices("UTC"))

    assert ("Europe/Berlin", "Berlin") in areas["Europe"]
    assert ("America/Argentina/Buenos_Aires", "Argentina/Buenos Aires") in areas["America"]
    assert areas["Other"] == [("UTC", "UTC")]


def test_no_zone_stands_there_twice() -> None:
    offered = [zone for _, zones in zone_choices("Europe/Berlin") for zone, _ in zones]

    assert len(offered) == len(set(offered))


def test_the_zone_in_force_is_offered_under_an_old_name_too() -> None:
    assert "US/Eastern" in known_zones()
    assert ("US/Eastern", "Eastern") in dict(zone_choices("US/Eastern"))["US"]
    assert "US" not in dict(zone_choices("UTC"))
