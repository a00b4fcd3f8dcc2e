"""Queries that are put together once: with other values they find something else."""

import datetime as dt
from typing import Any

from django.db.models import DateField, IntegerField

from journal.models import PainEntry, User
from journal.queries.prepared import Given, prepared
from tests.cast import pain

MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)
WHOSE, DAY = Given("whose", IntegerField()), Given("day", DateField())


def test_each_asking_has_its_own_values(ana: User, ben: User, django_assert_num_queries: Any) -> None:
    pain(ana, 1, on=MONDAY)
    pain(ana, 2, on=TUESDAY)
    pain(ben, 3, on=MONDAY)
    query = prepared(PainEntry.objects.owned_by(WHOSE).filter(local_date=DAY).values_list("intensity"))

    with django_assert_num_queries(3):
        assert query.rows(whose=ana.pk, day=MONDAY) == [(1,)]
        assert query.rows(whose=ana.pk, day=TUESDAY) == [(2,)]
        assert query.rows(whose=ben.pk, day=MONDAY) == [(3,)]


def test_a_value_is_never_words_of_the_query(ana: User) -> None:
    pain(ana, 1)
    query = prepared(PainEntry.objects.filter(note=Given("note", PainEntry._meta.get_field("note"))).values_list("pk"))

    assert query.rows(note="' OR 1=1 --") == []


def test_what_can_find_nothing_asks_nothing(db: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert prepared(PainEntry.objects.none().values_list("pk")).rows() == []


def test_it_can_stand_inside_another(ana: User) -> None:
    pain(ana, 1)
    pain(ana, 2)
    inner = PainEntry.objects.owned_by(WHOSE).values_list("intensity")

    assert prepared(inner, around="SELECT COUNT(*) FROM ({}) AS found").rows(whose=ana.pk) == [(2,)]
