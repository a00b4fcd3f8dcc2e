"""Queries that are put together once and asked often, each time with other values.

Django takes ten times as long to write down a query over eight tables as the database takes to answer it.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, Field, QuerySet


class Given(Expression):
    """Stands in a filter for a value that is known only when the query is asked."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


@dataclass(frozen=True)
class Prepared:
    """A query with its values, some of which are still to be given; without words where it can find nothing."""

    sql: str
    values: tuple[Any, ...]

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """What it finds, as the database says it."""
        if not self.sql:
            return []
        values = [
            value.output_field.get_db_prep_value(given[value.name], connection) if isinstance(value, Given) else value
            for value in self.values
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def prepared(rows: QuerySet[Any], *, around: str = "{}") -> Prepared:
    """The query that reads `rows`, which may hold `Given` values, put into the braces of another in SQL."""
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return Prepared("", ())
    return Prepared(around.replace("{}", sql), tuple(values))
