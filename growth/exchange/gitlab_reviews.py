"""The reviews that GitLab's notes and approvals tell of: one for a merge request and a reviewer."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from growth.exchange.forge import Deed
from growth.exchange.forge_entries import MAY_BE_OWN, day_of, review
from growth.exchange.gitlab_records import Read, Record, User, Where, who
from growth.records.dates import Day
from growth.records.seen import Seen

_FORMAT = "gitlab"
_COMMENTED = "commented"
# What the system notes for somebody: these are a reviewer's, all others are nobody's work.
_REVIEWED = re.compile(
    r"(?P<word>approved|requested changes)(?: (?:this merge request|to this merge request))?\.?"
)


class Request(NamedTuple):
    """What a review tells of the merge request it is of: its title and its author, where they are told."""

    title: str | None
    author: str | None


def request(record: Record) -> Request:
    """Return what a review tells of a merge request."""
    return Request(record.title, sys.intern(record.author.username) if record.author else None)


class _Noted(NamedTuple):
    """The first note of one reviewer on a merge request, and when they said what."""

    line: int
    said: list[tuple[str, str]]


class Notes:
    """Notes on merge requests; `wanted` are the keys of those that reviews are of."""

    def __init__(self) -> None:
        self.wanted = Seen()
        # By the hash of who it was on what: there may be many.
        self._groups: dict[int, _Noted] = {}

    def add(self, one: Read) -> Iterator[Deed]:
        """Take in a note of a reviewer; what the system noted of the course of things is counted."""
        record = one.record
        said = _REVIEWED.fullmatch(record.body or "") if record.system else None
        key = f"{one.where.key}/note/{one.line}"
        if record.system and not said:
            yield Deed(one.line, key, "system note", left="{}")
        elif one.where.what != "merge_requests":
            yield Deed(one.line, key, "comment on an issue", who(record.author), left="{}")
        else:
            self.wanted.add(one.where.key)
            group = self._groups.setdefault(_group(one), _Noted(one.line, []))
            group.said.append((record.created_at or "", sys.intern(said["word"]) if said else _COMMENTED))

    def deeds(self, notes: Iterable[Read], requests: Mapping[str, Request]) -> Iterator[Deed]:
        """Yield a deed for each merge request and reviewer, of all notes once more."""
        for one in notes:
            group = self._groups.get(_group(one))
            if group is None or group.line != one.line:
                continue
            told = requests.get(one.where.key)
            by = who(one.record.author)
            # What somebody says of their own merge request is no review of it.
            own = told is not None and told.author is not None and told.author == (by[0].shown if by else "")
            days = sorted(day for stamp, _ in group.said if (day := day_of(stamp)))
            states = [word for _, word in sorted(group.said, key=lambda pair: pair[0])]
            yield _deed(one, one.record.author, told, states, days, own=own)


def _group(one: Read) -> int:
    by = who(one.record.author)
    return hash((one.where.key, by[0].shown if by else ""))


def approved(one: Read, requests: Mapping[str, Request]) -> Iterator[Deed]:
    """Yield a deed for each who approved a merge request."""
    for approval in one.record.approved_by or ():
        day = day_of(approval.approved_at)
        told = requests.get(one.where.key) or request(one.record)
        yield _deed(one, approval.user, told, ["approved"], [day] if day else [])
    if not one.record.approved_by:
        yield Deed(one.line, f"{one.where.key}/approvals", "merge request", left="{} approved by nobody")


def _deed(
    one: Read, user: User | None, told: Request | None, states: list[str], days: list[Day], *,
    own: bool = False,
) -> Deed:  # fmt: skip
    place: Where = one.where
    author = told.author if told and not own else None
    found = review(
        one.line, _FORMAT, place.key, title=(told.title if told else "") or _named(place),
        place=place.place, link=place.link, states=states, when=(days[0] if days else None, "day"),
        people=(author,) if author else (),
    )  # fmt: skip
    whose = who(user)
    name = whose[0].shown.casefold() if whose else ""
    left = "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if author is None and set(states) == {_COMMENTED} else ""
    why = "" if left else doubtful if days else "nothing says when it was"
    return Deed(one.line, f"{place.key}/review/{name}", "review", whose, found, left, why)


def _named(place: Where) -> str:
    return f"{place.place.name}!{place.id}"
