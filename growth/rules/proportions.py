"""How sure a share of votes is: intervals that hold for few votes and at the edges, too."""

import math

import msgspec

# 95 % of a normal distribution lie within so many standard deviations.
Z = 1.959963984540054


class Interval(msgspec.Struct, frozen=True):
    """A share, or a difference of two, between the lowest and the highest it may well be."""

    value: float
    low: float
    high: float


def wilson(count: int, total: int) -> Interval:
    """Return the share of `count` in `total` with its 95 % interval, by the score method.

    E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; it is method 3
    of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. Of nothing anything may be true.
    """
    if not total:
        return Interval(0.0, 0.0, 1.0)
    share = count / total
    middle = count + Z * Z / 2
    reach = Z * math.sqrt(count * (total - count) / total + Z * Z / 4)
    whole = total + Z * Z
    # At the edges the bound is the edge itself, which rounding may miss.
    low = 0.0 if count == 0 else (middle - reach) / whole
    high = 1.0 if count == total else (middle + reach) / whole
    return Interval(share, low, high)


def difference(before: Interval, after: Interval) -> Interval:
    """Return by how much a share rose, with its 95 % interval, of the intervals before and after.

    It is method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890: the two score
    intervals, each taken by how far it reaches from its own share.
    """
    rose = after.value - before.value
    down = math.hypot(after.value - after.low, before.high - before.value)
    up = math.hypot(after.high - after.value, before.value - before.low)
    return Interval(rose, max(-1.0, rose - down), min(1.0, rose + up))
