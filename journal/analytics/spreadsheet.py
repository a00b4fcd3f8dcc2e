"""Text on its way into a spreadsheet."""

# What a spreadsheet takes for a formula; the last four are what some read as the first four.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(cell: str) -> str:
    """The same text, shown as text also where a spreadsheet would take it for a formula and run it."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
