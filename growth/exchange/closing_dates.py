"""Take the day off the end of what somebody noted: `Onboarded Kim (14 Jan)`."""

import re

from growth.exchange.leading_dates import Lead
from growth.exchange.month_names import Names
from growth.exchange.written_dates import ISO_DAY, When, read

_BRACKET = re.compile(r"(?<!\S)[(\[](?P<date>[^()\[\]\n]{4,60})[)\]](?![(\[])")
_BARE = re.compile(ISO_DAY)


def closing(text: str, body: str, around: When | None, names: Names) -> Lead | None:
    """Return the day in brackets that ends `text`, if it and `body` tell no other."""
    bare = text.rstrip(". ")
    brackets = [match for match in _BRACKET.finditer(bare) if _day(match["date"], around, names)]
    if not brackets or brackets[-1].end() != len(bare):
        return None
    last = brackets[-1]
    rest = bare[: last.start()].rstrip()
    others = any(_day(match["date"], around, names) for match in _BRACKET.finditer(body))
    if len(brackets) > 1 or others or _BARE.search(rest) or _BARE.search(body):
        return None
    when = _day(last["date"], around, names)
    if not rest or when is None or (isinstance(when, When) and when.first != when.last):
        return None
    return Lead(when, last["date"], rest + text[len(bare) :].rstrip())


def _day(written: str, around: When | None, names: Names) -> When | str | None:
    """Return the days that are written there, or why there are none; a month or a year is none."""
    when = read(written, around, names) if any(sign.isdigit() for sign in written) else None
    if isinstance(when, When):
        return when if when.precision == "day" else None
    return None if when and when.endswith("without a year") else when
