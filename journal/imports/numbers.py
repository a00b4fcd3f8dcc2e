"""Numbers as people write them: decimal comma, units, currency signs."""

import re
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(r"[~≈]?\s*(-?\d{1,9}(?:[.,]\d{1,9})?|-?[.,]\d{1,9})")
_OUT_OF = re.compile(r"(.+?)\s*/\s*(\d+(?:[.,]\d+)?)")
_CLOCK = re.compile(
    r"(\d{1,2})\s*(?::|h|std\.?|hrs?|hours?|heures?|horas?|uur)\s*"
    r"(?:(\d{1,2})\s*(?:m|min|minutes?)?\.?)?",
    re.I,
)
_MINUTES = re.compile(r"(.+?)\s*(?:m|min|mins|minutes?|minuten|minutos?|['′])\.?", re.I)
# Longer cells are texts; and patterns with blanks in them take their time over long ones.
_LONGEST = 40
_MONEY = re.compile(r"[^\d.,-]*(-?\d[\d.,' ]*)[^\d]*")


def read_number(text: str) -> float | None:
    """`3`, `3.2`, `3,2` or `~3`; None for anything else."""
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    return float(found[1].replace(",", ".")) if found else None


def read_rating(text: str, *, worst: float) -> float | None:
    """A number, or `7/10` where the second number is the top of the scale."""
    if len(text) <= _LONGEST and (found := _OUT_OF.fullmatch(text)) and read_number(found[2]) == worst:
        text = found[1]
    return read_number(text)


def read_minutes(text: str) -> int | None:
    """`60`, `60 min`, `1:30`, `1h`, `1h30`: whole minutes from 1 to 600, or None."""
    if len(text) > _LONGEST:
        return None
    if found := _CLOCK.fullmatch(text):
        minutes = float(found[1]) * 60 + float(found[2] or 0)
    else:
        inner = _MINUTES.fullmatch(text)
        number = read_number(inner[1] if inner else text)
        if number is None:
            return None
        minutes = number
    # Half a minute counts as a whole one: 17.5 is 18.
    whole = int(minutes + 0.5)
    return whole if 1 <= whole <= 600 else None


def read_money(text: str) -> Decimal | None:
    """`45`, `45,00 €`, `$1,234.50`, `1.234,50`: an amount of 0 or more with two decimals, or None."""
    found = _MONEY.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    digits = re.sub(r"[' ]", "", found[1]).rstrip(".,-")
    # The last mark stands before the decimals, unless three figures follow it: then it groups thousands.
    whole, mark, decimals = digits, "", ""
    if cut := re.fullmatch(r"(.*)([.,])(\d{1,2})", digits):
        whole, mark, decimals = cut.groups()
    try:
        amount = Decimal(re.sub(r"[.,]", "", whole) + (f".{decimals}" if mark else "")).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
    return amount if 0 <= amount < 1_000_000 else None
