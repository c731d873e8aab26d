"""Templates of sessions by their name: the user's own first, then those that ship."""

from pathlib import Path

import click

from growth import shelf
from growth.errors import Refused
from growth.records.session import SessionKind
from growth.rules.session_template import SessionTemplate, parse

ROOM = "sessions"
ENDING = ".md"
# One for mentoring is called without this by `growth mentor`.
MENTORING = "mentoring-"

template_option = click.option(
    "--template", metavar="NAME", help="Begin with a template: first, career; see growth template list."
)


def names(home: Path) -> dict[str, bool]:
    """Return the templates there are, each with whether the user has an own one."""
    return shelf.names(home, ROOM, ENDING)


def find(home: Path, name: str) -> shelf.Found | None:
    """Return the file of a template, or None."""
    return shelf.read(home, ROOM, f"{name}{ENDING}")


def read(found: shelf.Found) -> SessionTemplate:
    """Return what a file holds; refuse one that is no template, naming the line."""
    name = found.path.name.removesuffix(ENDING)
    return parse(found.text, str(found.path), f"mend it, then: growth template check {name}")


def need(home: Path, name: str, kind: SessionKind) -> SessionTemplate:
    """Return a template for a kind of session, or refuse with those there are."""
    asked = (f"{MENTORING}{name}", name) if kind == "mentoring" else (name,)
    for one in asked:
        found = find(home, one)
        if found is not None:
            return read(found)
    its = [one for one in names(home) if one.startswith(MENTORING) == (kind == "mentoring")]
    there = ", ".join(one.removeprefix(MENTORING) for one in its)
    raise Refused(f"there is no template {name!r} for a session", f"there are: {there}")


def of(home: Path, name: str | None, kind: SessionKind) -> SessionTemplate:
    """Return the template that an option names; without one, one that asks nothing."""
    return SessionTemplate() if name is None else need(home, name, kind)


def fitting(kind: SessionKind, relation: str, *, begun: bool) -> str:
    """Return the template that fits the next session with somebody; `begun` once there was one."""
    if relation == "manager" and kind == "1on1":
        return "my-manager"
    return "first" if not begun else "weekly" if kind == "1on1" else "regular"


def usage(name: str, *, mentoring: bool) -> str:
    """Return the command that begins a session with a template."""
    group = "mentor agenda kim" if mentoring else "1on1 agenda ana"
    return f"growth {group} --template {name.removeprefix(MENTORING) if mentoring else name}"
