"""A career ladder in its normal form: levels by themes, and criteria where the two meet."""

import msgspec

from growth.records.dates import Instant
from growth.records.entry import Share


class Level(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One level. `rank` orders levels of one `track`; `next` names the levels one can go on to."""

    id: str
    name: str
    rank: int
    track: str = ""
    next: tuple[str, ...] = ()


class Theme(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One theme, such as data management or communication."""

    id: str
    name: str
    kind: str = ""


class Criterion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One observable sentence that holds at a level. `markers` are words that evidence tends to hold."""

    id: str
    theme: str
    level: str
    summary: str
    examples: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()


class Ladder(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A ladder. `key` is the name it is called by, such as `software-engineer`."""

    id: str = ""
    key: str
    name: str
    version: str = "1"
    levels: tuple[Level, ...] = ()
    themes: tuple[Theme, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    licence: str = ""
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
