"""How sure a share is, and the difference of two, where claims of one document hang together.

First version; see the docstrings.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claims.tables.shift import Basis

MIN_CLAIMS = 5  # certain claims a side; with fewer nothing is told
MIN_DOCUMENTS = 5  # a side, for an interval over documents


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one row in one period, document by document.

    Attributes:
        taken: Certain claims of one stance, one number a document.
        of: Certain claims of all stances compared, in the same order; each at least 1.
    """

    taken: tuple[int, ...]
    of: tuple[int, ...]

    @property
    def share(self) -> float | None:
        """Return the share of the stance; None where there is no claim."""
        return sum(self.taken) / sum(self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, and what it takes for independent."""

    low: float
    high: float
    basis: Basis


def of_share(side: Side) -> Interval | None:
    """Return the interval of a share; None where there are too few claims to tell."""
    n, k = sum(side.of), len(side.of)
    if n < MIN_CLAIMS:
        return None
    if k < MIN_DOCUMENTS:
        return Interval(*_exact(sum(side.taken), n), Basis.CLAIMS)
    return Interval(*_exact(sum(side.taken), n), Basis.DOCUMENTS)


def of_difference(before: Side, after: Side) -> Interval | None:
    """Return the interval of the later share less the earlier; None for too few claims."""
    one, other = of_share(before), of_share(after)
    p, q = before.share, after.share
    if one is None or other is None or p is None or q is None:
        return None
    bases = {one.basis, other.basis}
    basis = Basis.CLAIMS if Basis.CLAIMS in bases else Basis.DOCUMENTS
    low = q - p - math.hypot(q - other.low, one.high - p)
    high = q - p + math.hypot(other.high - q, p - one.low)
    return Interval(low, high, basis)


def _exact(taken: float, of: float) -> tuple[float, float]:
    """Return the limits of Clopper and Pearson (1934)."""
    from scipy.special import betaincinv  # type: ignore[import-untyped]

    low = float(betaincinv(taken, of - taken + 1, 0.025)) if taken > 0 else 0.0
    high = float(betaincinv(taken + 1, of - taken, 0.975)) if taken < of else 1.0
    return low, high


def sides(counts: Sequence[tuple[int, int]]) -> Side:
    """Return the side of (taken, of) pairs, a document each."""
    return Side(tuple(taken for taken, _ in counts), tuple(of for _, of in counts))
