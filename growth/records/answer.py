"""An answer: what came back, under its questions, and what its giver allows to be done with it."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

Reader = Literal["asker", "subject", "manager"]
READERS: tuple[str, ...] = ("asker", "subject", "manager")
Naming = Literal["hidden", "unquoted", "named"]
NAMINGS: tuple[str, ...] = ("hidden", "unquoted", "named")
Manner = Literal["asked", "praise", "advice", "given"]


class Reply(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was said to one question. `rating` counts the steps of its scale from 1."""

    marker: str = ""
    question: str
    text: str = ""
    rating: int | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer. `person` gave it (`me` for feedback that I gave, whose `about` is who it is to).

    `reader` is how far it may be read: only who asked, also whom it is about, also their manager.
    `name` is what may be done with the giver's name and words: counted only among three or more,
    read but not quoted, or quoted with the name. `unmatched` holds what stood under no known
    question, `revises` the earlier answer that this one replaces, `action` what was done about it.
    `thanks` says of feedback that I gave that it is thanks.
    """

    id: str = ""
    person: str
    about: str = "me"
    request: str = ""
    manner: Manner = "asked"
    day: Day
    replies: tuple[Reply, ...] = ()
    unmatched: str = ""
    reader: Reader = "asker"
    name: Naming = "hidden"
    revises: str = ""
    thanks: bool = False
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
