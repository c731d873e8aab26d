"""The bank of 1:1 questions as it lies on the shelf: one that ships or stands in its place, and one's own."""

from collections.abc import Sequence
from pathlib import Path

from growth import files, lock, shelf
from growth.app import App
from growth.errors import WrongUsage
from growth.rules import bank as rules
from growth.rules.bank import NAME, Bank, Draft, Question

ROOM, ENDING = "questions", ".toml"
# One's own questions lie beside those that ship: a newer growth brings better ones of those.
OWN = f"{NAME}-own"

_HEAD = f"""\
# Questions of my own for 1:1s. An id is permanent, and counts from {rules.OWN}.
# `for` says who asks it: manager, direct, mentor, mentee. A table [words] may add words to a topic.
"""


def path(app: App) -> Path:
    """Return the file of one's own questions."""
    return shelf.own(app.home) / f"{OWN}{ENDING}"


def the_bank(app: App) -> Bank:
    """Return all questions there are for 1:1s."""
    found = shelf.read(app.home, ROOM, f"{NAME}{ENDING}")
    whole = rules.read(found.text, str(found.path)) if found else Bank(())
    own = shelf.read(app.home, ROOM, f"{OWN}{ENDING}")
    return rules.joined(whole, rules.read(own.text, str(own.path)), str(own.path)) if own else whole


def check_known(app: App, refs: Sequence[str]) -> None:
    """Refuse the name of a question that is not in the bank."""
    named = [ref for ref in refs if ref.startswith(f"{NAME}/")]
    known = the_bank(app).by_ref if named else {}
    for ref in named:
        if ref not in known:
            raise WrongUsage(f"there is no question {ref}", "see: growth 1on1 bank list")


def add(app: App, drafts: Sequence[Draft]) -> tuple[Question, ...]:
    """Write new questions behind those of one's own; what was written there by hand stays as it is."""
    from growth.store.meta import refuse_foreign

    refuse_foreign(app.home)
    files.make_private(app.home)
    with lock.hold(app.home / "lock", "growth 1on1 bank"):
        new = rules.added(the_bank(app), drafts)
        if new:
            own = shelf.read(app.home, ROOM, f"{OWN}{ENDING}")
            parts = [own.text.rstrip("\n") + "\n" if own else _HEAD, *map(_table, new)]
            place = path(app)
            text = "\n".join(parts)
            rules.read(text, str(place))
            files.make_private(place.parent)
            files.write(place, text.encode("utf-8"))
    return new


def _table(one: Question) -> str:
    import tomli_w

    fields = {
        "id": one.id, "topic": one.topic, "depth": one.depth, "for": list(one.roles), "text": one.text,
    }  # fmt: skip
    return f"[[question]]\n{tomli_w.dumps(fields)}"
