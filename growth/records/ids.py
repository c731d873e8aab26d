"""Permanent ids: `j261123-7k3q` is kind letter, local day it was made, four random characters."""

import os
from collections.abc import Container

from growth.errors import Refused
from growth.records.dates import Day

# Crockford's base 32: no i, l, o, u, so an id survives being read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
# So many in vain mean that there is hardly one left.
_TRIES = 1000


def new_id(letter: str, day: Day, taken: Container[str]) -> str:
    """Return an id of that kind and day which is not in `taken`; there are a million of each."""
    for _ in range(_TRIES):
        tail = "".join(ALPHABET[byte % 32] for byte in os.urandom(4))
        identifier = f"{letter}{day:%y%m%d}-{tail}"
        if identifier not in taken:
            return identifier
    raise Refused(f"there are too many records of {day}: no id is left", "nothing was changed")


def is_id(text: str) -> bool:
    """Tell whether `text` has the shape of a whole id."""
    return (
        len(text) == LENGTH
        and text[0].isalpha()
        and text[1:7].isdigit()
        and text[7] == "-"
        and is_ending(text[8:])
    )


def is_ending(text: str) -> bool:
    """Tell whether `text` could be the ending of an id."""
    return 0 < len(text) <= LENGTH and all(c in ALPHABET or c in "-ijlopstu" for c in text)


def short(identifier: str) -> str:
    """Return the four characters that a person types, after whose it is where it is not mine."""
    return identifier[:-LENGTH] + identifier[-4:]
