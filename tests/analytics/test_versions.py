"""Two versions of one record, side by side."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import Area, Content, Feeling, FlareContent, MassageContent, PainContent, SafetyContent
from journal.analytics.versions import Compared, compare_versions

NOW = moment_on_wall(day=date(2026, 3, 3), at=time(21, 40), tz="Europe/Berlin")
LATER = moment_on_wall(day=date(2026, 3, 4), at=None, tz="Europe/Berlin")


def compared(stored: Content, typed: Content, typed_moment: Moment = NOW) -> dict[str, Compared]:
    fields = compare_versions(stored=stored, stored_moment=NOW, typed=typed, typed_moment=typed_moment)
    return {field.label: field for field in fields}


def test_equal_fields_stand_beside_each_other_unmarked() -> None:
    fields = compared(PainContent(intensity=6), PainContent(intensity=6))
    assert fields == {
        "How strong": Compared("How strong", "6", "6", differs=False),
        "When": Compared("When", "3 March 2026, 21:40", "3 March 2026, 21:40", differs=False),
    }


def test_what_differs_is_marked_in_every_field_of_pain() -> None:
    typed = PainContent(
        intensity=5.7, note="Long drive.", feelings=(Feeling(quality="ache", region="calf", side="left"),)
    )
    fields = compared(PainContent(intensity=6), typed, LATER)
    assert [tuple(field) for field in fields.values()] == [
        ("How strong", "6", "5.7", True),
        ("What and where", "", "left calf, ache", True),
        ("When", "3 March 2026, 21:40", "4 March 2026", True),
        ("Note", "", "Long drive.", True),
    ]


def test_everything_a_massage_says_is_compared() -> None:
    said = MassageContent(
        minutes=60,
        technique="deep_tissue",
        pressure=4,
        given_by="therapist",
        goal="flare",
        pain_before=7,
        pain_after=4,
        cost=Decimal("59.50"),
        note="Good.",
        pain_next_day=3,
        soreness_next_day="some",
        areas=(Area(region="buttock", side="left"),),
    )
    fields = compared(MassageContent(), said)
    assert [field.typed for field in fields.values()] == [
        "3 March 2026, 21:40", "60", "Deep tissue", "Firm", "by a therapist", "left buttock", "Calm a flare-up", "7",
        "4", "59.50", "3", "A little sore", "Good.",
    ]  # fmt: skip
    assert [field.label for field in fields.values() if not field.differs] == ["When"]
    for name in ("minutes", "technique", "pressure", "given_by", "goal", "pain_before", "pain_after", "cost", "note"):
        one = compared(said, replace(said, **{name: getattr(MassageContent(), name)}))
        assert [field.typed for field in one.values() if field.differs] == [""]


def test_a_flare_up_compares_its_start_and_its_end() -> None:
    fields = compared(FlareContent(), FlareContent(end=LATER))
    assert tuple(fields["Was over"]) == ("Was over", "not yet", "4 March 2026", True)
    assert not fields["Began"].differs


def test_the_answers_on_the_page_on_help_are_compared() -> None:
    shown = SafetyContent(reasons=("saddle",), asked=True)
    fields = compared(shown, replace(shown, bladder="yes"))

    assert tuple(fields["Trouble with peeing"]) == ("Trouble with peeing", "", "yes", True)
    assert fields["Because of"].stored == "something felt between the legs"
    assert "Fever" not in fields
