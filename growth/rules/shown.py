"""What was made for others, as an entry says it: talks and designs, what may be reused and who did."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.records.entry import Entry, Shown
from growth.text.fold import fold, folded

# What is planned, given or attended, and what else others may reuse.
STATED = ("talk", "design")
KINDS = ("talk", "design", "work", "win", "review", "learning")
OPTIONS = "--audience, --artefact, --problem, --reuse and --reused-by"
# The tags that offer something for reuse, as --reuse does.
OFFERS = ("reuse", "reusable")


def shown(given: Mapping[str, Any]) -> Shown:
    """Return what options say of something made for others."""
    who = (_line(name).removeprefix("@") for name in given.get("reused_by", ()))
    return Shown(
        state=given.get("state", ""),
        audience=_line(given.get("audience", "")),
        artefact=_line(given.get("artefact", "")),
        problem=_line(given.get("problem", "")),
        reuse=_line(given.get("reuse", "")),
        reused_by=tuple(dict.fromkeys(name for name in who if name)),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def added(before: Shown | None, said: Shown) -> Shown:
    """Return what was said with what is said of it now; who reused it adds up."""
    if before is None:
        return said
    return Shown(
        state=said.state or before.state,
        audience=said.audience or before.audience,
        artefact=said.artefact or before.artefact,
        problem=said.problem or before.problem,
        reuse=said.reuse or before.reuse,
        reused_by=tuple(dict.fromkeys((*before.reused_by, *said.reused_by))),
    )


def check(fields: Mapping[str, Any]) -> None:
    """Refuse what was made for others in an entry that cannot hold it."""
    kind, about, said = fields["kind"], fields.get("about"), fields["shown"]
    if about:
        raise WrongUsage(f"{OPTIONS} are about what you made, not {about}", "leave --about out, or them")
    if said.state and kind not in STATED:
        raise WrongUsage(f"--state does not go with the kind {kind}", f"one of {', '.join(STATED)}: -k talk")
    if kind not in KINDS:
        raise WrongUsage(f"{OPTIONS} do not go with the kind {kind}", f"one of {', '.join(KINDS)}: -k talk")


def is_planned(entry: Entry) -> bool:
    """Tell whether an entry is a talk or a design that is still to come."""
    return entry.shown is not None and entry.shown.state == "planned"


def is_attended(entry: Entry) -> bool:
    """Tell whether an entry is a talk of somebody else that I was at."""
    return entry.shown is not None and entry.shown.state == "attended"


def is_given(entry: Entry) -> bool:
    """Tell whether an entry is a talk or a design that I gave."""
    return entry.shown is not None and entry.shown.state == "given"


def is_reused(entry: Entry) -> bool:
    """Tell whether an entry is something that somebody else reused."""
    return entry.shown is not None and bool(entry.shown.reused_by)


def reused(entry: Entry) -> str:
    """Return the id of the record that an entry is built on, whoever's it is."""
    return entry.built_on.rpartition(":")[2]


def credited(entry: Entry, who: Iterable[str]) -> Entry:
    """Return an entry with more of those who reused it, each of them once."""
    said = entry.shown or Shown()
    known = folded(*said.reused_by)
    more = tuple(one for one in dict.fromkeys(who) if folded(one).isdisjoint(known))
    return replace(entry, shown=replace(said, reused_by=(*said.reused_by, *more))) if more else entry


def is_across(entry: Entry) -> bool:
    """Tell whether an entry is of more than one team: given, reused by others, or built on what they made."""
    return is_given(entry) or is_reused(entry) or bool(entry.built_on)


def offers(entry: Entry) -> bool:
    """Tell whether an entry offers something for reuse."""
    said = entry.shown is not None and bool(entry.shown.reuse)
    return said or any(fold(tag) in OFFERS for tag in entry.tags)
