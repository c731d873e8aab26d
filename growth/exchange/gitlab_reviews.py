"""The reviews that GitLab's notes and approvals tell of: one for a merge request and a reviewer."""

import re
from collections.abc import Iterator, Mapping, Sequence

from growth.exchange.forge import Deed
from growth.exchange.forge_entries import MAY_BE_OWN, day_of, review
from growth.exchange.gitlab_records import Read, Record, User, Where, who
from growth.records.dates import Day

_FORMAT = "gitlab"
_COMMENTED = "commented"
# What the system notes for somebody: these are a reviewer's, all others are nobody's work.
_REVIEWED = re.compile(
    r"(?P<word>approved|requested changes)(?: (?:this merge request|to this merge request))?\.?"
)


def noted(notes: Sequence[Read], requests: Mapping[str, Record]) -> Iterator[Deed]:
    """Yield a deed for each merge request and reviewer; what the system noted of its course is counted."""
    groups: dict[tuple[str, str], list[tuple[Read, str]]] = {}
    for one in notes:
        record, by = one.record, who(one.record.author)
        said = _REVIEWED.fullmatch(record.body or "") if record.system else None
        key = f"{one.where.key}/note/{one.line}"
        if record.system and not said:
            yield Deed(one.line, key, "system note", left="{}")
        elif one.where.what != "merge_requests":
            yield Deed(one.line, key, "comment on an issue", by, left="{}")
        else:
            name = by[0].shown if by else ""
            groups.setdefault((one.where.key, name), []).append((one, said["word"] if said else _COMMENTED))
    for (key, name), those in groups.items():
        # What somebody says of their own merge request is no review of it.
        own = (author := _author(requests, key)) is not None and author.username == name
        days = sorted(day for one, _ in those if (day := day_of(one.record.created_at)))
        first = those[0][0]
        states = [word for _, word in sorted(those, key=lambda pair: pair[0].record.created_at or "")]
        yield _deed(first, first.record.author, requests.get(key), states, days, own=own)


def approved(one: Read, requests: Mapping[str, Record]) -> Iterator[Deed]:
    """Yield a deed for each who approved a merge request."""
    for approval in one.record.approved_by or ():
        day = day_of(approval.approved_at)
        request = requests.get(one.where.key, one.record)
        yield _deed(one, approval.user, request, ["approved"], [day] if day else [])
    if not one.record.approved_by:
        yield Deed(one.line, f"{one.where.key}/approvals", "merge request", left="{} approved by nobody")


def _author(requests: Mapping[str, Record], key: str) -> User | None:
    return requests[key].author if key in requests else None


def _deed(
    one: Read, user: User | None, request: Record | None, states: list[str], days: list[Day], *,
    own: bool = False,
) -> Deed:  # fmt: skip
    place: Where = one.where
    author = request.author if request and not own else None
    found = review(
        one.line, _FORMAT, place.key, title=(request.title if request else "") or _named(place),
        place=place.place, link=place.link, states=states, when=(days[0] if days else None, "day"),
        people=(author.username,) if author and author.username else (),
    )  # fmt: skip
    whose = who(user)
    name = whose[0].shown.casefold() if whose else ""
    left = "{} of one's own work" if own else ""
    doubtful = MAY_BE_OWN if author is None and set(states) == {_COMMENTED} else ""
    why = "" if left else doubtful if days else "nothing says when it was"
    return Deed(one.line, f"{place.key}/review/{name}", "review", whose, found, left, why)


def _named(place: Where) -> str:
    return f"{place.place.name}!{place.id}"
