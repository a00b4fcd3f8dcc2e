"""Pain after massage days against pain after days like them: ordinary least squares with a Newey-West error.

Only the coefficient of the massage is wanted, so everything else is taken out of it first (Frisch, Waugh, Lovell):
that is the same coefficient and the same error as from the full regression, and it can be done for many dealings of
the massage days at once. Rows stay at their place on the calendar and missing days are zero in every sum, so that
days far apart never count as neighbours.
"""

from dataclasses import dataclass

import numpy as np

from journal.analytics.massage_diary import Flags, Floats, MassageDiary, recency

LAG = 6
"""Days over which the errors of neighbouring days are allowed to go together (Bartlett weights)."""
_NOTHING = 1e-9


@dataclass(frozen=True, kw_only=True, eq=False)
class Design:
    """The part of the regression that does not depend on when the massages were.

    All arrays lie on the calendar and are zero outside `rows`: `basis` (days, rank) is orthonormal and spans 1, the
    reference, the mean of the three days before, and time; `outcome` is what it leaves unexplained.
    """

    rows: Flags
    basis: Floats
    outcome: Floats
    fixed: Floats
    """Massages that stay where they are: on days that cannot be compared, or of another kind."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Differences:
    """One entry for each dealing, in points; NaN where the massage cannot be told apart from the rest."""

    change: Floats
    standard_error: Floats

    @property
    def t(self) -> Floats:
        """The change in standard errors; 0 where there is no change at all."""
        error = np.where(self.standard_error > 0, self.standard_error, 1.0)
        return np.where(self.standard_error > 0, self.change / error, np.where(self.change == 0, 0.0, np.inf))


def design_of(*, diary: MassageDiary, first: int, last: int) -> Design:
    """The regression whose outcome is the mean of the days logged `first` to `last` days later."""
    outcome = diary.after(first, last)
    rows = diary.known & np.isfinite(outcome) & ~diary.other
    time = np.arange(len(rows), dtype=np.float64)
    columns = [np.ones(len(rows)), *(_standardised(c, rows) for c in (diary.reference, diary.recent, time))]
    basis = _orthonormal(np.where(rows, np.stack(columns), 0.0).T)
    plain = np.where(rows, outcome, 0.0)
    unexplained = plain - basis @ (basis.T @ plain)
    if np.max(np.abs(unexplained), initial=0.0) < _NOTHING:
        unexplained = np.zeros_like(unexplained)
    fixed = (diary.massage & ~rows) | diary.other
    return Design(rows=rows, basis=basis, outcome=unexplained * rows, fixed=fixed.astype(np.float64))


def differences(*, design: Design, massage: Floats) -> Differences:
    """The change on massage days for each row of `massage` (dealings, days; 1 on massage days among the rows)."""
    recent = recency(massage + design.fixed)
    recent *= design.rows
    for values in (treated := massage.copy(), recent):
        values -= (values @ design.basis) @ design.basis.T
    power = _dot(recent, recent)
    apart = power > _NOTHING
    power = np.where(apart, power, 1.0)
    # What is left of the massage days when the recency of earlier ones is taken out as well.
    treated -= (apart * _dot(treated, recent) / power)[:, None] * recent
    treated_power = _dot(treated, treated)
    treated_power = np.where(treated_power > _NOTHING, treated_power, np.nan)
    change = treated @ design.outcome / treated_power
    recent *= (apart * (recent @ design.outcome) / power)[:, None]
    scores = design.outcome - recent
    scores -= change[:, None] * treated
    scores *= treated
    parameters = design.basis.shape[1] + 1 + apart
    spare = np.maximum(np.count_nonzero(design.rows) - parameters, 1)
    variance = _long_run(scores) / treated_power**2 * (spare + parameters) / spare
    return Differences(change=change, standard_error=np.sqrt(variance))


def _long_run(scores: Floats) -> Floats:
    """The Bartlett-weighted sum of the autocovariances: the mean square of sums over LAG + 1 = 7 days in a row."""
    days = np.zeros((len(scores), scores.shape[1] + 2 * LAG))
    days[:, LAG:-LAG] = scores
    two = days[:, 1:] + days[:, :-1]
    six = two[:, 4:] + two[:, 2:-2]
    six += two[:, :-4]
    seven = six[:, :-1]
    seven += days[:, LAG:]
    return _dot(seven, seven) / (LAG + 1)


def _dot(one: Floats, other: Floats) -> Floats:
    products: Floats = np.einsum("ij,ij->i", one, other)
    return products


def _standardised(values: Floats, rows: Flags) -> Floats:
    seen = values[rows]
    spread = float(seen.std()) if seen.size else 0.0
    centred = values - (seen.mean() if seen.size else 0.0)
    return centred / spread if spread > _NOTHING else np.zeros_like(values)


def _orthonormal(columns: Floats) -> Floats:
    left, strengths, _ = np.linalg.svd(columns, full_matrices=False)
    return left[:, strengths > _NOTHING * max(strengths[0], 1.0)]
