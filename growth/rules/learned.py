"""What was learned, as an entry says it: which kinds hold it, and what is added to it."""

from collections.abc import Mapping
from typing import Any

from growth.errors import WrongUsage
from growth.records.entry import Entry, Learning

# The kinds of entry in which something is learned, or passed on.
KINDS = ("learning", "talk", "design", "review", "work")
OPTIONS = "--type, --takeaway, --taught-back and --led"


def learning(given: Mapping[str, Any]) -> Learning:
    """Return what options say was learned."""
    people = (name.removeprefix("@") for name in given.get("taught_back", ()))
    return Learning(
        type=given.get("type_", ""),
        takeaway=" ".join(given.get("takeaway", "").split()),
        taught_back=tuple(dict.fromkeys(name for name in people if name)),
        led=bool(given.get("led")),
    )


def added(before: Learning | None, said: Learning) -> Learning:
    """Return what was learned with what is said of it now; whom it was taught back to adds up."""
    if before is None:
        return said
    return Learning(
        type=said.type or before.type,
        takeaway=said.takeaway or before.takeaway,
        taught_back=tuple(dict.fromkeys((*before.taught_back, *said.taught_back))),
        led=said.led or before.led,
    )


def check(fields: Mapping[str, Any]) -> None:
    """Refuse what was learned in an entry that cannot hold it."""
    kind, about = fields.get("kind", "learning"), fields.get("about")
    if about:
        raise WrongUsage(f"{OPTIONS} are about what you learned, not {about}", "leave --about out, or them")
    if kind not in KINDS:
        raise WrongUsage(
            f"{OPTIONS} do not go with the kind {kind}", f"one of {', '.join(KINDS)}: -k learning"
        )


def is_learning(entry: Entry) -> bool:
    """Tell whether an entry is time that I took to learn."""
    return entry.kind == "learning" and not entry.about
