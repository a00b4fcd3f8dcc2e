"""A diary file turned into what its person is asked about it."""

import hashlib
from collections import Counter
from dataclasses import replace

from journal.analytics.vocabulary import Place, Quality, Region, Side, Technique, sides_of
from journal.analytics.wording import describe_day, describe_place
from journal.forms.importing import AskedColumn, AskedWord, AskedWords, Choices, Questions
from journal.import_steps import ReadFile
from journal.imports.dates import DateOrder, NotADateError, read_date
from journal.imports.guess import Column, columns_of, word_counts
from journal.imports.mapping import ROLES_OF, Kind, Mapping, Role
from journal.imports.numbers import read_number
from journal.imports.table import Line, Table
from journal.imports.words import KEEP, LEAVE_OUT, simple

_SAMPLES = 3
_MOST_WORDS = 60
_LONGEST_WORD = 100
_MOST_HEADER_LINES = 10
_KINDS: Choices = [(Kind.PAIN.value, "Pain at one moment"), (Kind.MASSAGE.value, "A massage session")]
_USES = {
    Role.DATE: "Date, perhaps with the time",
    Role.YEAR: "Year",
    Role.MONTH: "Month",
    Role.DAY: "Day of the month",
    Role.TIME: "Time of day",
    Role.INTENSITY: "How strong the pain was",
    Role.PLACE: "Where on the body",
    Role.SIDE: "Side",
    Role.QUALITY: "What it felt like",
    Role.SORT: "Kind of row, to choose which to take",
    Role.MINUTES: "Minutes",
    Role.TECHNIQUE: "Technique",
    Role.PAIN_BEFORE: "Pain before",
    Role.PAIN_AFTER: "Pain right after",
    Role.THERAPIST: "Therapist",
    Role.COST: "Cost",
    Role.NOTE: "Note",
}
_TITLES = {
    Role.PLACE: "Places in your file",
    Role.SIDE: "Sides in your file",
    Role.QUALITY: "Kinds of pain in your file",
    Role.TECHNIQUE: "Techniques in your file",
    Role.SORT: "Kinds of rows in your file",
}
_NAMES_CHOSEN = (
    "Names that are not about sciatica are left out: choose a place, or “Keep it in the note”, for those you want."
)
_ABOUT = {
    "Flaredown": {
        Kind.PAIN: (
            "Its 0, 1, 2, 3 and 4 become 0, 2.5, 5, 7.5 and 10 of our scale.",
            _NAMES_CHOSEN,
            "The tags of a day stand in the notes of its entries.",
            "To bring massages along from its treatments, choose “A massage session” here, with the same file again.",
        ),
        Kind.MASSAGE: (
            "Treatments that are no massage are left out; the dose is read as minutes where it can be.",
            "A treatment without a dose is missing in the file that Flaredown sends.",
        ),
    },
    "Bearable": {
        Kind.PAIN: (
            "Its mild, moderate, severe and unbearable become 2.5, 5, 7.5 and 10 of our scale.",
            _NAMES_CHOSEN,
            "Parts of the day, such as am or mid, stand in the notes; mood, sleep, factors and the rest are left out.",
            "To bring massages along from its factors, choose “A massage session” here, with the same file again.",
        ),
        Kind.MASSAGE: ("Rows that are no massage are left out.",),
    },
}
_NAMES = "Names in your file"
_KEEP = (KEEP, "Keep it in the note")
_LEAVE_OUT = (LEAVE_OUT, "Leave these rows out")


def questions_about(file: ReadFile) -> Questions:
    """Everything to ask, with the mapping as first answers."""
    mapping, table = file.mapping, file.table
    columns = columns_of(table, header_line=mapping.header_line)
    order_column = mapping.column_of(Role.DATE)
    dates = [] if order_column is None else list(columns[order_column].values)
    shown, orders = _date_orders(dates, mapping.date_order)
    return Questions(
        about=(f"This is an export of {table.app}.", *_ABOUT[table.app][mapping.kind]) if table.app else (),
        kind=mapping.kind,
        kinds=_KINDS,
        header_line="" if mapping.header_line is None else str(mapping.header_line),
        header_lines=_header_lines(table),
        uses=[("", "Nothing to import"), *((role.value, _USES[role]) for role in ROLES_OF[mapping.kind])],
        columns=tuple(_asked_column(number, column, mapping) for number, column in enumerate(columns)),
        date_order=mapping.date_order,
        date_orders=orders,
        date_shown=shown,
        no_pain=mapping.no_pain,
        worst_pain=mapping.worst_pain,
        scale_shown=_scale_shown(file),
        words=tuple(_asked_words(role, file) for role in mapping.word_roles),
    )


def _header_lines(table: Table) -> Choices:
    """Where the header may stand; in an export of an app that is known."""
    if table.app:
        return [_header_choice(table.lines[0])]
    return [
        ("", "No line: the file begins with its first row"),
        *map(_header_choice, table.lines[:_MOST_HEADER_LINES]),
    ]


def _header_choice(line: Line) -> tuple[str, str]:
    cells = [cell for cell in line.cells if cell]
    text = ", ".join(cells)
    return str(line.number), f"Line {line.number}: {text[:60]}{'…' if len(text) > 60 else ''}"


def _asked_column(number: int, column: Column, mapping: Mapping) -> AskedColumn:
    use = mapping.columns.get(number)
    return AskedColumn(
        number=number + 1,
        name=column.header,
        samples=tuple(value[:40] for value in list(column.values)[:_SAMPLES]),
        blanks=column.blanks if use and use.role is not Role.NOTE else 0,
        use=use.role if use else "",
        as_above=use.as_above if use else False,
    )


def _date_orders(texts: list[str], chosen: DateOrder) -> tuple[str, Choices]:
    """The first date that could be two days, and its readings; nothing where no date could."""
    for text in texts:
        readings = {order: day for order in DateOrder if (day := _reading(text, order))}
        if len(set(readings.values())) > 1:
            # Orders that agree on this day are one choice, called by the chosen one if it is among them.
            orders = {day: order for order, day in reversed(readings.items())}
            orders |= {readings[chosen]: chosen} if chosen in readings else {}
            return text, [(order.value, day) for day, order in orders.items()]
    return "", []


def _reading(text: str, order: DateOrder) -> str:
    try:
        return describe_day(read_date(text, order).day)
    except NotADateError:
        return ""


def _scale_shown(file: ReadFile) -> str:
    """What numbers the ratings in the file are; "" where there are none to ask about."""
    mapping = file.mapping
    columns = columns_of(_taken(file), header_line=mapping.header_line)
    roles = (Role.INTENSITY, Role.PAIN_BEFORE, Role.PAIN_AFTER)
    rated = [columns[column] for role in roles if (column := mapping.column_of(role)) is not None]
    numbers = [number for column in rated for text in column.values if (number := read_number(text)) is not None]
    return f"In your file the numbers go from {min(numbers):g} to {max(numbers):g}." if numbers else ""


def _asked_words(role: Role, file: ReadFile) -> AskedWords:
    mapping = file.mapping
    column = mapping.column_of(role)
    table = file.table if role is Role.SORT else _taken(file)
    counted = word_counts(columns_of(table, header_line=mapping.header_line)[column]) if column is not None else []
    asked = [(word, count) for word, count in counted if len(word) <= _LONGEST_WORD][:_MOST_WORDS]
    return AskedWords(
        role=role,
        title=_NAMES if file.table.app and role in (Role.PLACE, Role.TECHNIQUE) else _TITLES[role],
        choices=_choices(role),
        groups=[(region.label, _places(region)) for region in Region] if role is Role.PLACE else [],
        words=tuple(
            AskedWord(key=_key(role, word), word=word, count=count, meaning=mapping.meaning(role, word).code)
            for word, count in asked
        ),
        more=len(counted) - len(asked),
    )


def _taken(file: ReadFile) -> Table:
    """The file without the rows of the kinds that are left out: about their words nothing is asked."""
    mapping, table = file.mapping, file.table
    sort = mapping.column_of(Role.SORT)
    if sort is None:
        return table
    left_out = {line for line in mapping.rows(table) if mapping.meaning(Role.SORT, line.cell(sort)).code == LEAVE_OUT}
    return replace(table, lines=tuple(line for line in table.lines if line not in left_out))


def _choices(role: Role) -> Choices:
    if role is Role.SORT:
        return [(KEEP, "Take these rows"), _LEAVE_OUT]
    if role is Role.SIDE:
        return [_KEEP, *Side.choices()]
    if role is Role.PLACE:
        return [_KEEP, _LEAVE_OUT]
    return [_KEEP, _LEAVE_OUT, *(Quality if role is Role.QUALITY else Technique).choices()]


def _places(region: Region) -> Choices:
    places = [Place(region, None), *(Place(region, side) for side in sides_of(region))]
    labels = Counter(describe_place(place) for place in places)
    return [
        (place.code, describe_place(place) if labels[describe_place(place)] == 1 else place.label) for place in places
    ]


def _key(role: Role, word: str) -> str:
    """The name of a word's field: it holds for the word, wherever the word stands in the list."""
    return f"word_{role}_{hashlib.sha256(simple(word).encode()).hexdigest()[:16]}"
