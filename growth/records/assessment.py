"""An assessment: one cycle of judging somebody against a ladder at a target level."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share
from growth.records.ladder import Criterion, Level, Theme

Judgement = Literal["not-yet", "starting", "with-help", "doing", "teaching"]
JUDGEMENTS: dict[str, str] = {
    "not-yet": "not yet",
    "starting": "starting",
    "with-help": "doing with help",
    "doing": "doing",
    "teaching": "others learn from me",
}


class Rating(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a criterion was judged, in words too; `drafted` is the draft that the words come from."""

    criterion: str
    judgement: Judgement
    statement: str = ""
    drafted: str = ""
    day: Day


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A link from a criterion to a record: confirmed or rejected by a thumb. A proposal is not stored."""

    criterion: str
    record: str
    up: bool
    why: str = ""
    day: Day


class Assessment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One cycle. `about` is `me` or a handle; `start` and `end` bound its period, half-open.

    Finished, or begun by a ladder that only somebody else has, it holds the ladder's texts as they
    were (`title`, `levels`, `themes`, `criteria`); `reopened` are the days on which it was opened again.
    """

    id: str = ""
    about: str = "me"
    ladder: str
    version: str = "1"
    target: str
    period: str
    start: Day
    end: Day
    day: Day
    ratings: tuple[Rating, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    finished: Day | None = None
    reopened: tuple[Day, ...] = ()
    title: str = ""
    levels: tuple[Level, ...] = ()
    themes: tuple[Theme, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
