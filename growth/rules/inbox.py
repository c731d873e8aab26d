"""What the bundles of a shared folder are to me: new, older, opened before, my own or for somebody else."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from growth.records.bundle import Header
from growth.records.dates import Instant
from growth.text.fold import fold, folded

State = Literal["new", "opened", "older", "ahead", "wider", "other", "own", "damaged"]
ENDING = ".bundle"
# Clocks differ, and time zones are set wrong; more than this is no slip.
AHEAD = datetime.timedelta(days=1)


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who I am to those who make bundles: my store, my addresses and my handle."""

    store: str
    emails: tuple[str, ...] = ()
    handle: str = ""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What I opened of one store: when it was made, and the handle I have in it, if it was for me alone."""

    made: Instant
    to: str = ""


class Lying(msgspec.Struct, frozen=True, kw_only=True):
    """A file that lies in the folder, and what stands on it; None where that makes no sense.

    `read` is False where the system did not let it be read at all.
    """

    name: str
    header: Header | None
    read: bool = True


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """A file and what it is to me."""

    name: str
    state: State
    header: Header | None = None


def inbox(lying: Iterable[Lying], opened: Mapping[str, Opened], me: Me, now: Instant) -> tuple[Sorted, ...]:
    """Return what each file is to me. New is one of each store at most: the newest, mine before the team's.

    A bundle takes the place of what was opened from its store before. So one for the whole team is
    not taken where there is one made for me alone, which holds more.
    """
    found: list[Sorted] = []
    by_store: dict[str, list[tuple[str, Header]]] = {}
    for one in sorted(lying, key=lambda one: one.name):
        header = one.header
        if header is None:
            found.append(Sorted(name=one.name, state="damaged"))
        elif header.store == me.store:
            found.append(Sorted(name=one.name, state="own", header=header))
        elif not _for_me(header, me):
            found.append(Sorted(name=one.name, state="other", header=header))
        elif header.made > now + AHEAD:
            found.append(Sorted(name=one.name, state="ahead", header=header))
        else:
            by_store.setdefault(header.store, []).append((one.name, header))
    for store, those in by_store.items():
        found += _of_one(those, opened.get(store))
    return tuple(sorted(found, key=_order))


def mark(email: str, store: str) -> str:
    """Return what stands for an address on a bundle: it tells those who have it, and shows it to nobody."""
    from hashlib import blake2b

    return blake2b(fold(email).encode(), key=store.encode(), digest_size=16).hexdigest()


def _for_me(header: Header, me: Me) -> bool:
    """Tell whether a bundle is for me: by address, else by the handle on it, else it is for everybody."""
    if header.readers:
        return any(mark(email, header.store) in header.readers for email in me.emails)
    return not header.to or not me.handle or bool(folded(header.to) & folded(me.handle))


def _of_one(those: Sequence[tuple[str, Header]], before: Opened | None) -> list[Sorted]:
    """Return what the bundles of one store are to me, by what I opened of it before."""
    mine_alone = bool(before and before.to) or any(header.to for _, header in those)
    fitting = [(name, header) for name, header in those if header.to or not mine_alone]
    latest = max((header.made for _, header in fitting), default=None)
    found: list[Sorted] = []
    taken = False
    for name, header in those:
        state: State = "older"
        if mine_alone and not header.to:
            state = "wider"
        elif before and header.made == before.made:
            state = "opened"
        elif header.made == latest and not (before and header.made < before.made):
            # A copy beside it says the same.
            state = "opened" if taken else "new"
            taken = True
        found.append(Sorted(name=name, state=state, header=header))
    return found


def _order(one: Sorted) -> tuple[float, str]:
    return (one.header.made.timestamp() if one.header else 0.0, one.name)


def outdated(lying: Iterable[Lying], made: Header) -> tuple[str, ...]:
    """Return the files whose place a bundle takes: of the same store, for the same reader, made before.

    What I named otherwise, I keep for a reason.
    """
    return tuple(
        one.name
        for one in lying
        if one.header is not None
        and one.header.store == made.store
        and (one.header.to or one.header.audience) == (made.to or made.audience)
        and one.header.made < made.made
        and one.name in (file_name(one.header), file_name(one.header, apart=True))
    )


def unread(lying: Iterable[Lying], made: Header) -> tuple[str, ...]:
    """Return the files that are called as a bundle's are, and that the system does not let be read."""
    begins = re.escape(file_name(made).removesuffix(f"{made.made.date()}{ENDING}"))
    mine = re.compile(rf"{begins}\d{{4}}-\d\d-\d\d(-[0-9a-f]{{4}})?{re.escape(ENDING)}")
    return tuple(one.name for one in lying if not one.read and mine.fullmatch(one.name))


def file_name(header: Header, *, apart: bool = False) -> str:
    """Return what a bundle is called in a shared folder: from whom, for whom, and of which day.

    `apart` tells it from that of somebody else who is called the same.
    """
    sender = header.sender
    mine = next((email.partition("@")[0] for email in sender.emails), "")
    whose = _word(sender.handle or mine or sender.name) or header.store[:6]
    reader = _word(header.to or header.audience) or "reader"
    return f"{whose}-{reader}-{header.made.date()}{f'-{header.store[:4]}' if apart else ''}{ENDING}"


def _word(text: str) -> str:
    """Return a text as part of a file's name: letters and digits, with dots and dashes between them."""
    kept = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in text.lower())
    return kept.strip("._-")[:40]
