"""A number as it was measured or told: what it says, how exactly, and whether two say the same."""

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

# A digit of a name is no number: `F1`, `accuracy@5`.
_NUMBER = re.compile(
    r"(?<![\w@.,])(?P<number>[-+−]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?)"
    r"(?P<share>\s*(?:%|per ?cent\b|pct\b))?"
)
_HUNDRED = Decimal(100)


class Measured(msgspec.Struct, frozen=True):
    """A number, half of what its last digit counts, and whether it was told in hundredths."""

    number: Decimal
    half: Decimal
    share: bool = False


# The values of a register are held against each claim of a journal.
@lru_cache(4096)
def measured(text: str) -> Measured | None:
    """Return the first number of a text: `0.93`, `0,93`, `93 %`, `-1.2e-3`."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    number = Decimal(found["number"].replace(",", ".").replace("−", "-"))
    exponent = number.as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    # All or nothing is said of a share exactly: 0.6 is not rounded to 1.
    if number in (0, 1) and exponent == 0:
        half = Decimal(0)
    if found["share"]:
        return Measured(number / _HUNDRED, half / _HUNDRED, True)
    return Measured(number, half)


def says(claim: str, value: str) -> bool:
    """Tell whether a value says the number of a claim, to the digits that the claim has."""
    one, other = measured(claim), measured(value)
    if one is None or other is None:
        return False
    return any(abs(one.number - number) <= one.half for number in _readings(other, one))


def rose(claim: str, before: str, after: str) -> bool:
    """Tell whether from one value to another it went up or down by what a claim such as `+2 %` says."""
    said, first, last = measured(claim), measured(before), measured(after)
    if said is None or first is None or last is None:
        return False
    change = last.number - first.number
    changes = [change, *([change / first.number] if said.share and first.number else [])]
    return any(abs(said.number - one) <= said.half for one in changes)


def _readings(value: Measured, claim: Measured) -> list[Decimal]:
    """Return what a value may be; where only one of the two has a %, more than 1 is in hundredths."""
    numbers = [value.number]
    if claim.share and not value.share and abs(value.number) > 1:
        numbers.append(value.number / _HUNDRED)
    if value.share and not claim.share and abs(claim.number) > 1:
        numbers.append(value.number * _HUNDRED)
    return numbers
