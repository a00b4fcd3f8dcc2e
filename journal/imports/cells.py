"""One row through the eyes of a mapping."""

from dataclasses import dataclass, field

from journal.imports.mapping import Mapping, Role
from journal.imports.words import KEEP, Meaning

NOTE_MOST_CHARACTERS = 20_000


class RowError(ValueError):
    """A row cannot become a record; the text says why, `value` is the cell to blame ("" where none is)."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.value = value


@dataclass(kw_only=True)
class Cells:
    """The cells of one row by role, and the note that gathers whatever no field can hold."""

    values: tuple[str, ...]
    mapping: Mapping
    headers: tuple[str, ...]
    in_note: int = 0
    _kept: list[str] = field(default_factory=list)

    def text(self, role: Role) -> str:
        """The text in the column of a role; "" where it is blank or there is no such column."""
        column = self.mapping.column_of(role)
        return "" if column is None else self.values[column]

    def meaning(self, role: Role) -> Meaning:
        """What the word in a column of words stands for."""
        return self.mapping.meaning(role, self.text(role))

    def code(self, role: Role) -> str:
        """The vocabulary's code for the word there, or "". The word is kept in the note unless the code says it all."""
        word = self.text(role)
        if not word:
            return ""
        meaning = self.mapping.meaning(role, word)
        if not meaning.exact or meaning.code == KEEP:
            self.keep(word)
        return "" if meaning.code == KEEP else meaning.code

    def keep(self, text: str) -> None:
        """Keep a text in the note."""
        self._kept.append(text)

    def keep_unread(self, role: Role) -> None:
        """Keep in the note a cell that its field cannot hold, with the name of its column."""
        self.in_note += 1
        self.keep(f"{self._name(role)}: {self.text(role)}")

    def _name(self, role: Role) -> str:
        column = self.mapping.column_of(role)
        return (column is not None and self.headers[column]) or role.value.replace("_", " ")

    def note(self) -> str:
        """Everything kept, then the note columns; with their names where there are several. Raises RowError."""
        columns = self.mapping.columns_of(Role.NOTE)
        said = [
            f"{self.headers[column]}: {self.values[column]}"
            if len(columns) > 1 and self.headers[column]
            else self.values[column]
            for column in columns
            if self.values[column]
        ]
        note = "; ".join([*self._kept, *said])
        if len(note) > NOTE_MOST_CHARACTERS:
            raise RowError(f"The note is longer than {NOTE_MOST_CHARACTERS:,} characters")
        return note
