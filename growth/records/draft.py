"""A draft: what a program was given and what it wrote, what is wrong with that, and what became of it."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant

DraftKind = Literal["brag", "self-review", "feedback", "1on1"]


class Given(msgspec.Struct, frozen=True):
    """A record that a program was given, and the hash of what it said then."""

    ref: str
    hash: str


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a draft says at a place and its records do not; `rule` is what it breaks."""

    rule: str
    at: int
    text: str
    why: str


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One run. It has no share, for it is nobody's but mine; what becomes of it has its own.

    `prompt` and `version` name the prompt and `asked` is its whole file, so that it stays readable;
    `audience` and `about` are whom and what it is for, `took` are milliseconds. `accepted` is the id of
    what became of it, `mended` the text that I made of the output, `why` the reason for which it was
    accepted while something was found in it.
    """

    id: str = ""
    kind: DraftKind
    day: Day
    prompt: str
    version: str
    asked: str
    audience: str = "me"
    about: str = ""
    period: str = ""
    assessment: str = ""
    given: tuple[Given, ...] = ()
    command: str = ""
    took: int = 0
    output: str
    findings: tuple[Finding, ...] = ()
    accepted: str = ""
    mended: str = ""
    why: str = ""
    source: str = ""
    created: Instant
    changed: Instant | None = None

    @property
    def text(self) -> str:
        """What it says: what I made of it, else what the program wrote."""
        return self.mended or self.output
