"""The report on paper: a tagged PDF, the same bytes for the same report."""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import typst

UNPRINTED = "\N{WHITE VERTICAL RECTANGLE}"
"""Stands for a character that the fonts do not have."""
COVERED = (
    "0020-007E,00A0-02E9,02EC-02EE,02F3,02F7,0300-034F,0351-0353,0357-0358,035A,035C-0362,0370-0377,037A-037F,"
    "0384-038A,038C,038E-03A1,03A3-0525,1E00-1EFB,1F00-1F15,1F18-1F1D,1F20-1F45,1F48-1F4D,1F50-1F57,1F59,1F5B,1F5D,"
    "1F5F-1F7D,1F80-1FB4,1FB6-1FC4,1FC6-1FD3,1FD6-1FDB,1FDD-1FEF,1FF2-1FF4,1FF6-1FFE,2010-2027,202F-205F,2070-2071,"
    "2074-208E,2090-209C,20A0-20B5,20B8-20BA,20BD,2100-2109,210B-2149,214B,214E,2150-2185,2189,2190-22FF,25A0-25FF,"
    "2610-2612,2713-2718,FB00-FB06,FFFD"
)
"""What both fonts have: Latin, Greek, Cyrillic, punctuation, arrows and signs."""
_LONG_WORD, _PIECE = 20, 10
_LONG_RUN = re.compile(rf"\S{{{_LONG_WORD},}}")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_RANGES = [tuple(int(end, 16) for end in (part.split("-") * 2)[:2]) for part in COVERED.split(",")]
_STARTS = [first for first, _ in _RANGES]
_SAYING_SO = (
    f"{UNPRINTED} stands for a character that this file cannot show ({{count}} in all). The page of the report shows "
    "it, and prints from a browser."
)


@dataclass(frozen=True, kw_only=True)
class File:
    """Something to download."""

    name: str
    content_type: str
    content: bytes


class Press:
    """Makes PDFs from the template and fonts in `folder`, none of the system's. It takes its time when it is made, and
    its first PDF too; after that a short report takes a tenth of a second.

    It starts threads, which do not survive a fork: make it in the process that uses it.
    """

    def __init__(self, *, folder: str) -> None:
        self._compiler = typst.Compiler(
            input=f"{folder}/report.typ", root=folder, font_paths=[f"{folder}/fonts"], ignore_system_fonts=True
        )

    def report(self, page: Mapping[str, Any], *, on: tuple[int, int, int]) -> File:
        """The `page` of journal/charts/report.py on paper; `on` is the year, month and day that it is dated."""
        # The parts for paper say once more what the page says.
        printed, unprinted = printable({name: part for name, part in page.items() if name != "paper"})
        printed |= {"paper": printable(page["paper"])[0]}
        words = _SAYING_SO.format(count=f"{unprinted:,}") if unprinted else ""
        inputs = {"report": json.dumps(printed | {"on": on, "unprinted": words}, ensure_ascii=False)}
        year, month, day = on
        return File(
            name=f"diary-report-{year:04}-{month:02}-{day:02}.pdf",
            content_type="application/pdf",
            content=self._compiled(inputs),
        )

    def _compiled(self, inputs: dict[str, str]) -> bytes:
        try:
            found = self._compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
        except typst.TypstError:
            # The standard refuses what a reader may still be glad of, such as a letter that no font has.
            found = self._compiler.compile(format="pdf", sys_inputs=inputs)
        assert isinstance(found, bytes)
        return found


def printable(value: Any) -> tuple[Any, int]:
    """The same with a box for each character that the fonts do not have, without what no page shows (controls, marks of
    direction, joiners), and the number of boxes."""
    if isinstance(value, str):
        return _printable_text(value)
    if isinstance(value, Mapping):
        pairs = {key: printable(inner) for key, inner in value.items()}
        return {key: inner for key, (inner, _) in pairs.items()}, sum(count for _, count in pairs.values())
    if isinstance(value, list | tuple):
        found = [printable(inner) for inner in value]
        return [inner for inner, _ in found], sum(count for _, count in found)
    return value, 0


def _printable_text(text: str) -> tuple[str, int]:
    if text.isascii() and text.isprintable():
        return _breakable(text), 0
    shown = [_printable_letter(letter) for letter in unicodedata.normalize("NFC", text)]
    return _breakable("".join(shown)), shown.count(UNPRINTED) - text.count(UNPRINTED)


def _breakable(text: str) -> str:
    """With places to break in whatever is longer than a cell is wide: it would run over the edge of the paper."""
    if len(text) < _LONG_WORD or text.startswith("<svg "):
        return text
    return _LONG_RUN.sub(lambda run: _MAY_BREAK.join(wrap(run[0], _PIECE)), text)


def _printable_letter(letter: str) -> str:
    if letter == "\n" or _is_covered(ord(letter)):
        return letter
    if letter == "\t":
        return " "
    # Marks, joiners and selectors belong to the character before them.
    return "" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Mn", "Me"} else UNPRINTED


def _is_covered(number: int) -> bool:
    at = bisect_right(_STARTS, number) - 1
    return at >= 0 and number <= _RANGES[at][1]
