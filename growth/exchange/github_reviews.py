"""The reviews that GitHub's records tell of: by themselves, inside their pull request, or by a search."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from growth.exchange.forge import MYSELF, Deed, Who
from growth.exchange.forge_entries import MAY_BE_OWN, between, day_of, review
from growth.exchange.github_records import Read, User, Where, where, who
from growth.records.dates import Day
from growth.records.packed import in_order, packed, spent
from growth.records.seen import Seen

_FORMAT = "github"
_UNSENT, _COMMENTED = "pending", "commented"


class _Said(msgspec.Struct, frozen=True):
    """One review: its number, its address, whose, what it said, and when."""

    line: int
    link: str
    user: User | None
    state: str
    submitted: str | None


def alone(read: Callable[[], Iterator[Read]]) -> Iterator[Deed]:
    """Yield a deed for each pull request and reviewer in a list of reviews, which names no title."""
    wanted = Seen()

    def said() -> Iterator[_Said]:
        for one in read():
            if one.is_review:
                record = one.record
                wanted.add(one.where.key)
                yield _Said(one.line, record.link, record.user, record.state or "", record.submitted_at)

    reviews = packed(said())
    pulls = (one for one in read() if one.is_pull and one.where.key in wanted) if reviews else ()
    told = {one.where.key: (one.record.title, one.record.user or one.record.author) for one in pulls}
    yield from in_order(_by_reviewer(spent(reviews), told), lambda deed: deed.line)


def _by_reviewer(
    reviews: Iterable[_Said], told: Mapping[str, tuple[str | None, User | None]]
) -> Iterator[Deed]:
    together = in_order(reviews, lambda one: hash(_whose(one)))
    for (link, name), group in itertools.groupby(together, _whose):
        place = where(link)
        if place is None:
            raise AssertionError(link)
        title, author = told.get(place.key, (None, None))
        own = bool(author and name and author.login.casefold() == name.casefold())
        by = author.login if author and not own else ""
        yield _deed([*group], place, title or f"{place.place.name}#{place.id}", by, own=own)


def _whose(one: _Said) -> tuple[str, str]:
    """Return the pull request that a review is of, and its reviewer."""
    return one.link.partition("#")[0], one.user.login if one.user else ""


def inside(one: Read) -> Iterator[Deed]:
    """Yield a deed for each reviewer of a pull request but its author."""
    record = one.record
    author = record.user or record.author
    by = author.login if author else ""
    groups: dict[str, list[_Said]] = {}
    for each in record.reviews or ():
        if each.author and each.author.login and each.author.login != by:
            said = _Said(one.line, record.link, each.author, each.state, each.submitted)
            groups.setdefault(each.author.login, []).append(said)
    for those in groups.values():
        yield _deed(those, one.where, record.title or one.where.key, by, inner=True)


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


def _deed(
    those: Sequence[_Said], place: Where, title: str, by: str, *, own: bool = False, inner: bool = False
) -> Deed:
    first = those[0]
    sent = [one for one in those if one.state.lower() != _UNSENT]
    days = sorted(day for one in sent if (day := day_of(one.submitted)))
    found = review(
        first.line, _FORMAT, place.key, title=title, place=place.place, link=first.link.partition("#")[0],
        states=[one.state for one in sent], when=(days[0] if days else None, "day"),
        people=(by,) if by and not by.endswith("[bot]") else (),
    )  # fmt: skip
    whose = who(first.user)
    left = "{} not sent yet" if not sent else "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if not by and {one.state.lower() for one in sent} == {_COMMENTED} else ""
    why = "" if left else doubtful if found.day else "nothing says when it was"
    name = whose[0].shown.casefold() if whose else ""
    return Deed(first.line, f"{place.key}/review/{name}", "review", whose, found, left, why, inner)
