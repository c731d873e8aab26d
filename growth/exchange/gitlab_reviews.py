"""The reviews that GitLab's notes and approvals tell of: one for a merge request and a reviewer."""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from growth.exchange.forge import Deed
from growth.exchange.forge_entries import MAY_BE_OWN, day_of, review
from growth.exchange.gitlab_records import Read, User, Where, who
from growth.records.dates import Day

_FORMAT = "gitlab"
_COMMENTED = "commented"
# What the system notes for somebody: these are a reviewer's, all others are nobody's work.
_REVIEWED = re.compile(
    r"(?P<word>approved|requested changes)(?: (?:this merge request|to this merge request))?\.?"
)


class Request(NamedTuple):
    """What a review tells of the merge request it is of."""

    title: str | None
    author: User | None


class _Noted(NamedTuple):
    """The first note of one reviewer on a merge request, and when they said what."""

    line: int
    by: User | None
    where: Where
    said: list[tuple[str, str]]


class Notes:
    """Notes on merge requests; `wanted` are the keys of those that reviews are of."""

    def __init__(self) -> None:
        self.wanted: set[str] = set()
        self._groups: dict[tuple[str, str], _Noted] = {}

    def add(self, one: Read) -> Iterator[Deed]:
        """Take in a note of a reviewer; what the system noted of the course of things is counted."""
        record, by = one.record, who(one.record.author)
        said = _REVIEWED.fullmatch(record.body or "") if record.system else None
        key = f"{one.where.key}/note/{one.line}"
        if record.system and not said:
            yield Deed(one.line, key, "system note", left="{}")
        elif one.where.what != "merge_requests":
            yield Deed(one.line, key, "comment on an issue", by, left="{}")
        else:
            self.wanted.add(one.where.key)
            whose = one.where.key, by[0].shown if by else ""
            group = self._groups.setdefault(whose, _Noted(one.line, record.author, one.where, []))
            group.said.append((record.created_at or "", sys.intern(said["word"]) if said else _COMMENTED))

    def deeds(self, requests: Mapping[str, Request]) -> Iterator[Deed]:
        """Yield a deed for each merge request and reviewer."""
        for (key, name), group in self._groups.items():
            request = requests.get(key)
            # What somebody says of their own merge request is no review of it.
            own = request is not None and request.author is not None and request.author.username == name
            days = sorted(day for stamp, _ in group.said if (day := day_of(stamp)))
            states = [word for _, word in sorted(group.said, key=lambda pair: pair[0])]
            yield _deed(group.line, group.where, group.by, request, states, days, own=own)


def approved(one: Read, requests: Mapping[str, Request]) -> Iterator[Deed]:
    """Yield a deed for each who approved a merge request."""
    for approval in one.record.approved_by or ():
        day = day_of(approval.approved_at)
        request = requests.get(one.where.key) or Request(one.record.title, one.record.author)
        yield _deed(one.line, one.where, approval.user, request, ["approved"], [day] if day else [])
    if not one.record.approved_by:
        yield Deed(one.line, f"{one.where.key}/approvals", "merge request", left="{} approved by nobody")


def _deed(
    line: int, place: Where, user: User | None, request: Request | None, states: list[str], days: list[Day],
    *, own: bool = False,
) -> Deed:  # fmt: skip
    author = request.author if request and not own else None
    found = review(
        line, _FORMAT, place.key, title=(request.title if request else "") or _named(place),
        place=place.place, link=place.link, states=states, when=(days[0] if days else None, "day"),
        people=(author.username,) if author and author.username else (),
    )  # fmt: skip
    whose = who(user)
    name = whose[0].shown.casefold() if whose else ""
    left = "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if author is None and set(states) == {_COMMENTED} else ""
    why = "" if left else doubtful if days else "nothing says when it was"
    return Deed(line, f"{place.key}/review/{name}", "review", whose, found, left, why)


def _named(place: Where) -> str:
    return f"{place.place.name}!{place.id}"
