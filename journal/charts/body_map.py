"""Where it was, drawn on the body: the more of the days name a place, the darker it is.

One SVG without a script or a font of its own. Colours stand in attributes, for paper; on a screen the style sheet
gives them those of the theme.
"""

from collections.abc import Mapping

from journal.charts.body_shapes import HIGH, OUTLINES, SET, SHAPES, WIDE

LEVELS = ("up to a quarter", "up to half", "up to three quarters", "more")
"""In words, for the key; of the days that name a place."""
FILLS = ("#f3cfc5", "#da8682", "#b04a5f", "#560e38")
"""Even steps of lightness, told apart without colour too."""
_HEAD = 24
"""Room for the words above the bodies."""


def body_map(*, shares: Mapping[str, float], name: str) -> str:
    """The SVG; `shares` are 0 to 1 by the code of a place, `name` keeps its parts apart from those of other maps."""
    fills = "".join(
        f'<polygon class="share-{_level(share)}" fill="{FILLS[_level(share)]}" points="{SHAPES[code]}"/>'
        for code, share in shares.items()
        if code in SHAPES and share > 0
    )
    outlines = "".join(f'<path d="{OUTLINES[part]}" transform="{move}"/>' for part, move in SET)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-map" viewBox="0 {-_HEAD} {WIDE} {HIGH + _HEAD}">'
        f'<clipPath id="{name}-body">{outlines}</clipPath>'
        f'<g clip-path="url(#{name}-body)"><g transform="scale({WIDE / 100:g} {HIGH / 100:g})">{fills}</g></g>'
        f'<g class="body-line" fill="none" stroke="#444" stroke-width="1.5">{outlines}</g>'
        f'<g class="body-words" fill="#444" font-size="22" text-anchor="middle">{_words()}</g></svg>'
    )


def _level(share: float) -> int:
    """The step of LEVELS that a share belongs to."""
    return min(int(share * 4 - 1e-9), 3)


def _words() -> str:
    said = ((24, "L"), (88, "front"), (152, "R"), (184, "L"), (248, "back"), (312, "R"))
    return "".join(f'<text x="{x}" y="0">{word}</text>' for x, word in said)
