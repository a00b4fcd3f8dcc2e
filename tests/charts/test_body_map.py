"""The body, drawn from the same shapes as the one that people tap on."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest

from journal.analytics.vocabulary import places_to_choose
from journal.charts.body_map import FILLS, body_map
from journal.charts.body_shapes import HIGH, OUTLINES, SET, SHAPES, WIDE
from tests.source import ROOT
from tests.test_places_drawn import SHAPES as TAPPED

AREA = (ROOT / "static/img/body-area.svg").read_text("utf-8")


def fills(svg: str) -> list[str]:
    return re.findall(r'class="share-\d" fill="([^"]+)"', svg)


def test_it_has_the_shapes_that_people_tap_on() -> None:
    in_style = {
        code: " ".join(f"{x},{y}" for x, y in re.findall(r"([\d.]+)% ([\d.]+)%", shape)) for code, shape in TAPPED
    }

    assert in_style == SHAPES
    assert list(SHAPES) == [place.code for place in places_to_choose()]


def test_its_outlines_are_those_of_the_picture() -> None:
    assert dict(re.findall(r'<path id="(\w+)" d="([^"]+)"', AREA)) == OUTLINES
    assert tuple(re.findall(r'<use href="#(\w+)" transform="([^"]+)"', AREA)) == SET
    assert f'viewBox="0 0 {WIDE} {HIGH}"' in AREA


@pytest.mark.parametrize(("share", "level"), [(0.01, 0), (0.25, 0), (0.26, 1), (0.5, 1), (0.75, 2), (0.76, 3), (1, 3)])
def test_the_more_days_the_darker(share: float, level: int) -> None:
    assert fills(body_map(shares={"calf.left": share}, name="one")) == [FILLS[level]]


def test_what_was_not_felt_or_has_no_side_is_not_drawn() -> None:
    assert fills(body_map(shares={"calf.left": 0, "calf": 0.5, "saddle": 0.5}, name="one")) == [FILLS[1]]


def test_two_on_a_page_share_no_name() -> None:
    first, second = (ElementTree.fromstring(body_map(shares={}, name=name)) for name in ("start", "end"))

    names = [{one.get("id") for one in svg.iter() if one.get("id")} for svg in (first, second)]
    assert names[0]
    assert names[0] & names[1] == set()


def test_its_steps_are_told_apart_in_grey() -> None:
    grey = [sum(w * int(fill[at : at + 2], 16) for w, at in ((0.3, 1), (0.6, 3), (0.1, 5))) for fill in FILLS]

    assert all(lighter - darker > 40 for lighter, darker in pairwise(grey))
