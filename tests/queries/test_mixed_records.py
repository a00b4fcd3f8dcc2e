"""Records of all kinds, read at once."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from journal.actions.records import delete_record
from journal.analytics.records import Area, Feeling, Triggered
from journal.models import RECORD_MODELS, PainEntry, Record, User
from journal.queries.mixed_records import mixed_records
from tests.cast import (
    day_log,
    flare,
    flare_note,
    massage,
    medicine,
    pain,
    question,
    questionnaire,
    safety_check,
    therapist,
    visit,
)

MONDAY = dt.date(2026, 3, 2)
ODD = "“Ümlaut”, \\ and \n a line 🙂, <script>, 'quotes', %s"


def read_again(user: User, *records: Record) -> list[Record]:
    return mixed_records(*(type(record).objects.owned_by(user).filter(pk=record.pk) for record in records))


def columns(record: Record) -> dict[str, Any]:
    values = {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    return {name: (type(value), value) for name, value in values.items()}


def one_of_each(user: User) -> list[Record]:
    over = flare(user, on=MONDAY, until=MONDAY, note=ODD, triggers=(Triggered(trigger="driving", rating=2),))
    return [
        pain(user, 6.5, on=MONDAY, note=ODD, feelings=[Feeling(quality="burning", region="calf", side="left")]),
        massage(
            user,
            on=MONDAY,
            minutes=60,
            pain_before=5,
            cost=Decimal("45.50"),
            areas=(Area(region="buttock"),),
            therapist_name=ODD,
        ),
        over,
        flare_note(over, on=MONDAY, note=ODD),
        medicine(user, on=MONDAY, dose=Decimal("0.125")),
        day_log(user, on=MONDAY, sleep_quality=7, core=True, lifting="heavy"),
        safety_check(user, "weakness", "both_legs", on=MONDAY, bladder="no"),
        questionnaire(user, on=MONDAY),
        visit(user, on=MONDAY, at=dt.time(9, 30), clinician="Dr Ü", said=ODD),
        question(user, ODD, asked=True, visit=str(uuid.UUID(int=7))),
        therapist(user, ODD[:20], recommended_on=MONDAY, told=("clots",), note=ODD),
    ]


def test_each_is_what_its_own_table_gives_column_by_column(ana: User) -> None:
    made = one_of_each(ana)
    assert {type(record) for record in made} == set(RECORD_MODELS.values())

    found = {type(record): record for record in read_again(ana, *made)}

    for record in made:
        stored = type(record).objects.get(pk=record.pk)
        assert found[type(record)] == stored
        assert columns(found[type(record)]) == columns(stored)


def test_it_takes_one_query(ana: User, django_assert_num_queries: Any) -> None:
    made = one_of_each(ana)
    with django_assert_num_queries(1):
        assert len(read_again(ana, *made)) == len(made)


def test_each_part_keeps_its_own_conditions(ana: User, ben: User) -> None:
    mine, gone, others = pain(ana), massage(ana), medicine(ben)
    delete_record(kind="massage", user=ana, uid=gone.uid, now=gone.updated_at)

    assert read_again(ana, mine, gone, others) == [mine]


def test_nothing_wanted_asks_nothing(ana: User, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert mixed_records() == []
        assert mixed_records(PainEntry.objects.none()) == []
