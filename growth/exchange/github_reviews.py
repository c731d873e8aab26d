"""The reviews that GitHub's records tell of: by themselves, inside their pull request, or by a search."""

from collections.abc import Iterator, Mapping, Sequence

from growth.exchange.forge import MYSELF, Deed, Who
from growth.exchange.forge_entries import MAY_BE_OWN, between, day_of, review
from growth.exchange.github_records import Read, Record, Review, who
from growth.records.dates import Day

_FORMAT = "github"
_UNSENT, _COMMENTED = "pending", "commented"


def alone(records: Sequence[Read], pulls: Mapping[str, Record]) -> Iterator[Deed]:
    """Yield a deed for each pull request and reviewer in a list of reviews, which names no title."""
    groups: dict[tuple[str, str], list[Read]] = {}
    for one in records:
        name = one.record.user.login if one.record.user else ""
        groups.setdefault((one.where.key, name), []).append(one)
    for (key, name), those in groups.items():
        first, pull = those[0], pulls.get(key)
        said = [Review(one.record.user, one.record.state or "", one.record.submitted_at) for one in those]
        title = (pull.title if pull else None) or f"{first.where.place.name}#{first.where.id}"
        author = (pull.user or pull.author) if pull else None
        own = bool(author and name and author.login.casefold() == name.casefold())
        link = first.record.link.partition("#")[0]
        yield _deed(first, said, title, link, author.login if author and not own else "", own=own)


def inside(one: Read) -> Iterator[Deed]:
    """Yield a deed for each reviewer of a pull request but its author."""
    record = one.record
    author = record.user or record.author
    groups: dict[str, list[Review]] = {}
    for said in record.reviews or ():
        if said.author and said.author.login and said.author.login != (author.login if author else ""):
            groups.setdefault(said.author.login, []).append(said)
    for those in groups.values():
        by = author.login if author else ""
        yield _deed(one, those, record.title or one.where.key, record.link, by)._replace(inner=True)


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


def _deed(one: Read, said: list[Review], title: str, link: str, by: str, *, own: bool = False) -> Deed:
    sent = [each for each in said if each.state.lower() != _UNSENT]
    days = sorted(day for each in sent if (day := day_of(each.submitted)))
    found = review(
        one.line, _FORMAT, one.where.key, title=title, place=one.where.place, link=link,
        states=[each.state for each in sent], when=(days[0] if days else None, "day"),
        people=(by,) if by and not by.endswith("[bot]") else (),
    )  # fmt: skip
    whose = who(said[0].author)
    left = "{} not sent yet" if not sent else "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if not by and {each.state.lower() for each in sent} == {_COMMENTED} else ""
    why = "" if left else doubtful if found.day else "nothing says when it was"
    name = whose[0].shown.casefold() if whose else ""
    return Deed(one.line, f"{one.where.key}/review/{name}", "review", whose, found, left, why)
