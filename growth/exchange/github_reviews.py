"""The reviews that GitHub's records tell of: by themselves, inside their pull request, or by a search."""

import sys
from collections.abc import Callable, Iterator

import msgspec

from growth.exchange.forge import MYSELF, Deed, Who
from growth.exchange.forge_entries import MAY_BE_OWN, between, day_of, review
from growth.exchange.github_records import Read, User, Where, where, who
from growth.records.dates import Day

_FORMAT = "github"
_UNSENT, _COMMENTED = "pending", "commented"


class _Said(msgspec.Struct):
    """What one reviewer said of a pull request: the first of it, all states, the first day."""

    line: int
    link: str
    user: User | None
    states: list[str]
    day: Day | None = None


def alone(read: Callable[[], Iterator[Read]]) -> Iterator[Deed]:
    """Yield a deed for each pull request and reviewer in a list of reviews, which names no title."""
    groups: dict[str, dict[str, _Said]] = {}
    for one in read():
        if one.is_review:
            record = one.record
            those = groups.setdefault(one.where.key, {})
            said = those.setdefault(
                record.user.login if record.user else "", _Said(one.line, record.link, record.user, [])
            )
            _add(said, record.state or "", record.submitted_at)
    pulls = (one for one in read() if one.is_pull and one.where.key in groups) if groups else ()
    told = {one.where.key: (one.record.title, one.record.user or one.record.author) for one in pulls}
    for key, those in groups.items():
        title, author = told.get(key, (None, None))
        for name, said in those.items():
            place = where(said.link)
            if place is None:
                raise AssertionError(said.link)
            own = bool(author and name and author.login.casefold() == name.casefold())
            by = author.login if author and not own else ""
            yield _deed(said, place, title or f"{place.place.name}#{place.id}", by, own=own)


def _add(said: _Said, state: str, submitted: str | None) -> None:
    """Take in what was said, but for what was not sent yet."""
    if state.lower() == _UNSENT:
        return
    said.states.append(sys.intern(state))
    if day := day_of(submitted):
        said.day = min(day, said.day or day)


def inside(one: Read) -> Iterator[Deed]:
    """Yield a deed for each reviewer of a pull request but its author."""
    record = one.record
    author = record.user or record.author
    by = author.login if author else ""
    groups: dict[str, _Said] = {}
    for said in record.reviews or ():
        if said.author and said.author.login and said.author.login != by:
            of_one = groups.setdefault(said.author.login, _Said(one.line, record.link, said.author, []))
            _add(of_one, said.state, said.submitted)
    for of_one in groups.values():
        yield _deed(of_one, one.where, record.title or one.where.key, by, inner=True)


def searched(one: Read, today: Day) -> Deed:
    """Return the deed of a pull request that I reviewed on a day which a search does not tell."""
    record = one.record
    first = day_of(record.created_at or record.created)
    last = day_of(record.closed_at or record.closed) or (today if record.state == "open" else None)
    author = record.user or record.author
    found = review(
        one.line, _FORMAT, one.where.key, title=record.title or one.where.key, place=one.where.place,
        link=record.link, states=(), when=between(first, last, today),
        people=(author.login,) if author and author.login and not who(author)[0].is_bot else (),
    )  # fmt: skip
    why = "" if found.day else "reviewed on a day that is not known"
    return Deed(
        one.line,
        f"{one.where.key}/review/{MYSELF}",
        "review",
        (Who(frozenset({MYSELF}), MYSELF),),
        found,
        why=why,
    )


def _deed(said: _Said, place: Where, title: str, by: str, *, own: bool = False, inner: bool = False) -> Deed:
    found = review(
        said.line, _FORMAT, place.key, title=title, place=place.place, link=said.link.partition("#")[0],
        states=said.states, when=(said.day, "day"),
        people=(by,) if by and not by.endswith("[bot]") else (),
    )  # fmt: skip
    whose = who(said.user)
    left = "{} not sent yet" if not said.states else "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if not by and {state.lower() for state in said.states} == {_COMMENTED} else ""
    why = "" if left else doubtful if found.day else "nothing says when it was"
    name = whose[0].shown.casefold() if whose else ""
    return Deed(said.line, f"{place.key}/review/{name}", "review", whose, found, left, why, inner)
