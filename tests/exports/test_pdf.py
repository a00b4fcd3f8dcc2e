"""The report on paper: tagged, the same bytes each time, its own fonts, and nothing in it taken for markup."""

import hashlib
import io
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest
import typst
from pypdf import PdfReader

from journal.analytics.records import SafetyContent
from journal.analytics.report import Report
from journal.charts.report import report_page
from journal.charts.report_paper import on_paper
from journal.exports.pdf import COVERED, UNPRINTED, Press, printable
from tests.analytics.period_values import dose, entry, felt, flare, june, logged, pain_days, report_of, session
from tests.source import ROOT

FOLDER = ROOT / "journal" / "exports"
ON = (2026, 6, 30)


@cache
def press() -> Press:
    return Press(folder=str(FOLDER))


def a_report(note: str = "", questions: tuple[str, ...] = ()) -> Report:
    return report_of(
        questions=questions,
        days=pain_days({june(n): n % 7 for n in range(1, 28)}),
        felt=felt((june(n) for n in range(1, 28)), place="buttock.left"),
        pain=[entry(june(n), n % 7, note=note) for n in range(1, 28)],
        flares=[flare(june(9), june(12)), flare(june(20), None, "suggested")],
        sessions=[session(june(13), minutes=60)],
    )


def pdf_of(report: Report) -> bytes:
    return press().report(report_page(report), on=ON).content


def text_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())


def elements(node: Any) -> Iterator[Any]:
    """The structure below a node, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def test_it_is_tagged_for_people_who_hear_it() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(a_report(questions=("May I run?",))))) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).lower().startswith("en")
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert str(pdf.docinfo["/Title"]) == "Report from a sciatica diary"
        found = list(elements(root.StructTreeRoot))

    kinds = [str(one.S) for one in found]
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2")
    assert {"/Table", "/TH", "/TD", "/L", "/Figure", "/P"} <= set(kinds)
    pictures = [str(one.get("/Alt", "")) for one in found if str(one.S) == "/Figure"]
    assert len(pictures) >= 3, "the days, and the body twice"
    assert all(pictures)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = a_report("A note.")

    again = Press(folder=str(FOLDER)).report(report_page(Report.from_json(report.to_json())), on=ON)

    assert again.content == pdf_of(report)
    assert again.name == "diary-report-2026-06-30.pdf"


def test_every_font_in_it_is_ours_and_embedded() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(a_report("Ωμέγα и Щит")))) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        descriptors = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontBBox" in one]

    assert {name.partition("-Identity")[0] for name in names} <= {"DejaVuSansCondensed", "DejaVuSansCondensed-Bold"}
    assert names
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)


@pytest.mark.parametrize(
    "note",
    [
        "#pagebreak() #set text(fill: white) [not] *bold* _no_ $x^2$ <label> @ref `raw` // no \\ = Heading",
        '"); #read("/etc/passwd") //',
        "<script>alert(1)</script> & “so” – 5 < 6",
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_a_person_wrote_is_text_and_not_markup(note: str) -> None:
    text = text_of(pdf_of(a_report(note, (note,))))

    assert " ".join(note.split()) in text


@pytest.mark.parametrize(
    "words", ["Ça va, naïve Żółć", "Πόνος στην πλάτη", "Болит спина, ёж", "Đau lưng: ở chân", "20 % – 3 µg ≥ ½"]
)
def test_it_writes_latin_greek_and_cyrillic(words: str) -> None:
    pdf = pdf_of(a_report(words))

    assert words in text_of(pdf)
    assert "stands for a character" not in text_of(pdf)
    assert b"pdfuaid" in pdf


def test_what_it_cannot_write_is_a_box_and_said() -> None:
    pdf = pdf_of(a_report(questions=("坐骨神経 🙂 hurts",)))

    text = text_of(pdf)
    assert f"{UNPRINTED * 4} {UNPRINTED} hurts" in text
    assert f"{UNPRINTED} stands for a character that this file cannot show (5 in all)." in text
    assert b"pdfuaid" in pdf, "boxes are glyphs like any other"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[0m\x7f", "ab[0m"),
        ("tab\there\nand there", "tab here\nand there"),
        ("\u202eevil\u200b\ufeff", "evil"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("👩\u200d🔬\ufe0f", UNPRINTED * 2),
        ("नमस्ते", UNPRINTED * 4),
        (UNPRINTED, UNPRINTED),
        ("", ""),
    ],
)
def test_controls_and_joiners_leave_no_trace(text: str, shown: str) -> None:
    assert printable(text)[0] == shown


def test_boxes_are_counted_wherever_they_stand() -> None:
    assert printable({"a": ["字", {"b": ("字", 3)}], "c": UNPRINTED}) == (
        {"a": [UNPRINTED, {"b": [UNPRINTED, 3]}], "c": UNPRINTED},
        2,
    )


def test_every_letter_that_counts_as_covered_is_in_both_fonts() -> None:
    """The standard refuses a glyph that no font has, so that this would fail."""
    ends = [tuple(int(end, 16) for end in (part.split("-") * 2)[:2]) for part in COVERED.split(",")]
    letters = "".join(chr(number) for first, last in ends for number in range(first, last + 1))
    compiler = typst.Compiler(font_paths=[str(FOLDER / "fonts")], ignore_system_fonts=True)
    source = (
        '#set document(title: "All")\n#set text(font: "DejaVu Sans", stretch: 75%, lang: "en")\n'
        "#for letter in sys.inputs.letters.clusters() [#text(letter) #strong(text(letter)) ]"
    )

    pdf = compiler.compile(source.encode(), format="pdf", sys_inputs={"letters": letters}, pdf_standards="ua-1")

    assert isinstance(pdf, bytes)


def test_what_the_standard_refuses_is_printed_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.exports.pdf.printable", lambda page: (page, 0))

    pdf = pdf_of(a_report("坐骨神経"))

    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid" not in pdf


def test_a_table_that_is_left_out_altogether_is_named() -> None:
    page = report_page(a_report())
    page["entries"] = [
        one | {"rows": [], "head": [], "wide": [], "left_out": "9 older entries not shown here."}
        for one in page["entries"]
    ]

    assert "9 older entries not shown here." in text_of(press().report(page, on=ON).content)


def test_the_fonts_are_those_on_record() -> None:
    fonts = FOLDER / "fonts"
    (record,) = json.loads((fonts / "versions.json").read_text()).values()

    assert {path.name for path in fonts.iterdir()} == {"versions.json", *record["files"], *record["licence_files"]}
    for name, said in record["files"].items():
        assert hashlib.sha256((fonts / name).read_bytes()).hexdigest() == said["sha256"], name


WORDS = "The calf hurts after sitting in the car for an hour or two, and less so on the way home. " * 40


def first_page_lines(page: dict[str, Any]) -> tuple[str, str]:
    """The text of the first page, and that of the second."""
    pages = PdfReader(io.BytesIO(press().report(page, on=ON).content)).pages
    first, second = (pages[number].extract_text() for number in (0, 1))
    return first, second


def a_long_page(**changed: Any) -> dict[str, Any]:
    """A report with a long annex; `changed` are parts of its first page."""
    said = [entry(june(1 + n % 27), n % 7, note=f"Entry {n}.") for n in range(60)]
    days = pain_days({june(n): n % 7 for n in range(1, 28)})
    return report_page(report_of(days=days, pain=said, felt=felt((june(1),), place="buttock.left"), **changed))


@pytest.mark.parametrize(
    ("medicines", "questions"),
    [(0, 0), (1, 2), (3, 6), (8, 4), (30, 40)],
)
def test_the_first_page_is_one_page_whatever_is_in_it(medicines: int, questions: int) -> None:
    doses = [dose(june(1 + n % 27), f"Medicine {n} {WORDS[:50]}") for n in range(medicines)]
    checks = [
        logged(SafetyContent(reasons=("weakness", "saddle"), asked=True), june(n)) for n in range(1, min(questions, 30))
    ]
    asked = [f"Question {n}: {WORDS[: 12 * n]}" for n in range(questions)]
    page = a_long_page(doses=doses, checks=checks, questions=asked)

    first, second = first_page_lines(page)

    assert "Page 1 of" in first
    assert second.lstrip().startswith("In full")
    full = " ".join(text_of(press().report(page, on=ON).content).split())
    for words in [*asked, *(content.content.name for content in doses)]:
        assert " ".join(words.split()) in full, "what the first page shortens stands behind it"


@pytest.mark.parametrize(("above", "left", "right"), [(10, 12, 30), (13, 9, 27), (6, 16, 34)])
def test_what_counts_as_fitting_fits(above: int, left: int, right: int) -> None:
    page = a_long_page()
    page |= {"who": "", "trend": "", "course": WORDS[: 90 * (above - 3)], "beside": [WORDS[: 55 * right]]}
    page["where"] |= {"reach": WORDS[: 38 * (left - 1)]}
    page |= {"paper": on_paper(page)}
    assert page["paper"]["fits"]

    assert first_page_lines(page)[1].lstrip().startswith("In full")


@pytest.mark.parametrize("word", ["x" * 400, "https://example.org/" + "a/very/long/address/" * 20, "坐" * 400])
def test_a_long_word_does_not_leave_the_page(word: str) -> None:
    """Where a line is too long its letters stand beyond the edge, or over the next cell."""
    reader = PdfReader(io.BytesIO(pdf_of(report_of(questions=(word,), pain=[entry(june(1), 5, note=word)]))))
    rows = [line for page in reader.pages for line in page.extract_text().split("\n")]

    shown = [
        len(row.replace("\N{ZERO WIDTH SPACE}", ""))
        for row in rows
        if word[0] * 3 in row or UNPRINTED in row or "/very" in row
    ]
    assert len(shown) > 4
    assert max(shown) < 150
