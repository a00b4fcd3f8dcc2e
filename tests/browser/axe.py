"""The accessibility rules that a program can check, in the page as the browser has it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = (Path(__file__).parent.parent / "vendor" / "axe" / "axe.min.js").read_text()
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def axe(page: Page) -> list[str]:
    """What the page does against WCAG 2.2 AA, one readable text for each element; [] when nothing.

    Rules that axe cannot decide by itself are not in the list.
    """
    page.evaluate(_AXE)  # not a script element: the content security policy would rightly refuse it
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", _TAGS
    )
    return [
        f"{rule['id']} ({rule['impact']}) at {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary']}\n{node['html']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
