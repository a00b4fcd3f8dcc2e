"""The picture of the body has one shape for each place that a form offers, and says which side is which."""

import re

import pytest

from journal.analytics.vocabulary import places_to_choose
from tests.source import ROOT

pytestmark = pytest.mark.once

STYLE = (ROOT / "static/css/places.css").read_text("utf-8")
LINES = (ROOT / "static/img/body-lines.svg").read_text("utf-8")
SHAPES = re.findall(r'^\[value="([\w.]+)"\] \+ label \{ --spot: polygon\((.+)\); \}$', STYLE, re.M)
MIDDLES = {"front": 27.5, "back": 77.5}
EDGE = 55


def corners(shape: str) -> list[tuple[float, float]]:
    """Percent of the picture's width and height."""
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+)% ([\d.]+)%", shape)]


def test_every_place_has_one_shape_and_no_shape_stands_for_nothing() -> None:
    assert [code for code, _ in SHAPES] == [place.code for place in places_to_choose()]


@pytest.mark.parametrize(("code", "shape"), SHAPES)
def test_a_shape_lies_within_the_picture_and_on_its_own_side(code: str, shape: str) -> None:
    points = corners(shape)
    assert len(points) >= 4
    assert all(0 <= number <= 100 for point in points for number in point)
    for x, _ in points:
        middle = MIDDLES["front" if x < EDGE else "back"]
        # Where the drawings meet, a right edge of the front and a left edge of the back are one line.
        assert (
            x == EDGE
            or not code.endswith((".left", ".right"))
            or (x <= middle if code.endswith(".left") else x >= middle)
        )


def test_right_is_the_mirror_image_of_left() -> None:
    shapes = dict(SHAPES)
    for code in shapes:
        if code.endswith(".left"):
            left, right = corners(shapes[code]), corners(shapes[code.replace(".left", ".right")])
            assert len(left) == len(right)
            for (x, y), (mirrored, height) in zip(left, right, strict=True):
                assert y == height
                assert min(abs(x + mirrored - 2 * middle) for middle in MIDDLES.values()) <= 0.21, code


def test_each_drawing_says_left_and_right_in_words() -> None:
    words = re.findall(r"<text[^>]*>([^<]+)</text>", LINES)

    assert words == [word for name in ("Front", "Back", "Top of foot", "Sole") for word in ("Left", name, "Right")]
