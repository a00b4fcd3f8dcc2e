"""Student's t distribution for whole degrees of freedom, from its finite series.

Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
"""

import math
from functools import lru_cache


def student_within(*, t: float, degrees: int) -> float:
    """The probability that Student's t lies between -|t| and |t|. Raises ValueError for `degrees` under 1."""
    if degrees < 1:
        raise ValueError("degrees of freedom are at least 1")
    angle = math.atan(abs(t) / math.sqrt(degrees))
    if degrees % 2:
        if degrees == 1:
            return 2 * angle / math.pi
        return 2 / math.pi * (angle + math.sin(angle) * math.cos(angle) * _series(angle, degrees, first=2))
    return math.sin(angle) * _series(angle, degrees, first=1)


def student_two_sided_p(*, t: float, degrees: int) -> float:
    """The probability of a value at least as far from 0 as `t`; right to about 1e-15 in absolute terms."""
    return min(1.0, max(0.0, 1 - student_within(t=t, degrees=degrees)))


@lru_cache(maxsize=1024)
def student_two_sided(*, within: float, degrees: int) -> float:
    """The t for which `within` (0 to below 1, such as 0.95) lies between -t and t. Raises ValueError outside."""
    if not 0 <= within < 1:
        raise ValueError("a probability from 0 to below 1")
    low, high = 0.0, 1.0
    while student_within(t=high, degrees=degrees) < within:
        low, high = high, 2 * high
    while low < (middle := (low + high) / 2) < high:
        if student_within(t=middle, degrees=degrees) < within:
            low = middle
        else:
            high = middle
    return high


def _series(angle: float, degrees: int, *, first: int) -> float:
    """1 + first/(first+1) cos^2 + first(first+2)/((first+1)(first+3)) cos^4 + ..., up to cos^(degrees-2 or -3)."""
    squared = math.cos(angle) ** 2
    term = total = 1.0
    for factor in range(first, degrees - 2, 2):
        term *= squared * factor / (factor + 1)
        total += term
    return total
