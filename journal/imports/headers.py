"""Header lines: where a table's header is, and what its words say of each column."""

from collections.abc import Iterable
from functools import cache

from journal.imports.dates import DateOrder, NotADateError, read_date, read_time
from journal.imports.mapping import Role
from journal.imports.numbers import read_number
from journal.imports.table import Line, Table
from journal.imports.words import simple

_FIRST_LINES = 10
_WORDS: dict[Role, str] = {
    Role.DATE: """date, datum, fecha, when, wann, quand, cuando, wanneer, timestamp, date time, datetime, date and
        time, zeitpunkt, zeitstempel, day, tag, jour, dia, dag, logged at, recorded at, created at, created,
        occurred at""",
    Role.YEAR: "year, yyyy, yr, jahr, annee, an, ano, jaar, start year, startyear",
    Role.MONTH: "month, mm, monat, mois, mes, maand, start month, startmonth",
    Role.DAY: "day, dd, tag, jour, dia, dag, start day, startday, day of month",
    Role.TIME: """time, start time, time of day, clock, hour, uhrzeit, zeit, uhr, beginn, heure, hora, tijd,
        tijdstip, uur, starttijd, started""",
    Role.INTENSITY: """intensity, pain, pain level, pain score, pain intensity, pain rating, nrs, vas, score,
        level, rating, severity, strength, value, 0 10, how bad, how strong, starke, staerke, schmerz, schmerzen,
        schmerzstarke, schmerzwert, schmerzlevel, intensitat, wert, douleur, intensite, niveau, note de douleur,
        dolor, intensidad, nivel, nivel de dolor, pijn, pijnscore, pijncijfer, intensiteit, ernst, sterkte, cijfer""",
    Role.PLACE: """region, place, location, where, area, areas, body part, bodypart, site, body, part, name, in
        reg, ort, stelle, wo, korperteil, korperregion, lieu, endroit, zone, ou, localisation, partie du corps,
        lugar, zona, donde, parte, parte del cuerpo, plaats, plek, waar, lichaamsdeel, locatie""",
    Role.SIDE: "side, laterality, seite, korperseite, cote, lado, kant, zijde, zij",
    Role.QUALITY: """quality, kind of pain, type of pain, pain type, character, feels like, feeling, sensation,
        type, kind, symptom, art, qualitat, schmerzart, empfindung, qualite, sorte, type de douleur, tipo, tipo de
        dolor, calidad, sensacion, soort, soort pijn, kwaliteit, gevoel""",
    Role.SORT: """category, record type, entry type, kategorie, eintragsart, categorie, categoria, item, metric,
        measure""",
    Role.MINUTES: """minutes, min, mins, duration, length, how long, dauer, minuten, lange, duree, duracion,
        minutos, duur, lengte""",
    Role.TECHNIQUE: """technique, massage, type of massage, massage type, method, treatment, therapy, activity,
        type, kind, technik, massageart, behandlung, methode, art, type de massage, soin, tecnica, tipo de masaje,
        tipo, masaje, techniek, soort massage, soort, behandeling""",
    Role.PAIN_BEFORE: """pain before, before, pre, vorher, schmerz vorher, davor, avant, douleur avant, antes,
        dolor antes, vooraf, pijn vooraf, ervoor, voor, pijn voor""",
    Role.PAIN_AFTER: """pain after, after, post, nachher, schmerz nachher, danach, apres, douleur apres, despues,
        dolor despues, achteraf, pijn achteraf, erna, na, pijn na""",
    Role.THERAPIST: """therapist, by, with, given by, masseur, masseuse, practitioner, therapeut, therapeutin, bei,
        therapeute, kine, par, terapeuta, masajista, con, behandelaar, door""",
    Role.COST: """cost, price, paid, fee, amount, kosten, preis, betrag, cout, prix, tarif, coste, precio, importe,
        prijs, bedrag""",
    Role.NOTE: """note, notes, comment, comments, remark, remarks, text, details, description, notiz, notizen,
        bemerkung, bemerkungen, kommentar, remarque, remarques, commentaire, commentaires, nota, notas, comentario,
        comentarios, observaciones, opmerking, opmerkingen, notitie, notities, other""",
}


def roles_named(header: str) -> dict[Role, int]:
    """How well a header names each role: 3 in just these words, 1 among others; roles it does not name are left out."""
    said = simple(header)
    if not said:
        return {}
    padded = f" {said} "
    scores: dict[Role, int] = {}
    for role, phrases in _phrases().items():
        if said in phrases:
            scores[role] = 3
        elif any(len(phrase) > 3 and f" {phrase} " in padded for phrase in phrases):
            scores[role] = 1
    return scores


def find_header(table: Table) -> int | None:
    """The number of the line that names the columns, among the first ten; None where there is none.

    It holds no number and no date, and more known names than any other such line; without known names, it is a
    full line of words above lines with numbers.
    """
    first = table.lines[:_FIRST_LINES]
    wordy = [line for line in first if not any(is_value(cell) for cell in line.cells)]
    named = [(sum(1 for cell in line.cells if roles_named(cell)), line) for line in wordy]
    most = max((count for count, _ in named), default=0)
    if most >= 2 or (most == 1 and table.width <= 2):
        return next(line.number for count, line in named if count == most)
    return next((line.number for line in wordy if _stands_above_values(line, first)), None)


def is_value(cell: str) -> bool:
    """Whether a cell holds a number, a date or a time: something that no header is."""
    return read_number(cell) is not None or is_date(cell) or (":" in cell and read_time(cell) is not None)


def is_date(cell: str) -> bool:
    """Whether a cell is a date, in whatever order."""
    return any(_reads(cell, order) for order in DateOrder)


def _reads(cell: str, order: DateOrder) -> bool:
    try:
        read_date(cell, order)
    except NotADateError:
        return False
    return True


def _stands_above_values(line: Line, first: Iterable[Line]) -> bool:
    filled = [column for column, cell in enumerate(line.cells) if cell]
    below = [other for other in first if other.number > line.number]
    return (
        len(filled) >= 2
        and len(filled) >= max((sum(map(bool, other.cells)) for other in below), default=len(filled) + 1)
        and any(is_value(other.cell(column)) for other in below for column in filled)
    )


@cache
def _phrases() -> dict[Role, frozenset[str]]:
    return {role: frozenset(" ".join(word.split()) for word in words.split(",")) for role, words in _WORDS.items()}
