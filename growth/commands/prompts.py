"""The library of prompts: by name and version, the user's own first, then those that ship."""

from growth import shelf
from growth.app import App
from growth.errors import Refused
from growth.records.draft import Draft
from growth.rules.prompt import Prompt, parse

ROOM = "prompts"
ENDING = ".md"
# An ending of a version is typed from memory, its beginning from the screen.
SHORTEST = 4


def names(app: App) -> dict[str, bool]:
    """Return the prompts there are, each with whether it is one of the user's own."""
    return shelf.names(app.home, ROOM, ENDING)


def read(app: App, name: str) -> Prompt | None:
    """Return the newest version of a prompt: the user's own file, else the one that ships."""
    found = shelf.read(app.home, ROOM, f"{name}{ENDING}")
    return _parsed(name, found) if found else None


def shipped(name: str) -> Prompt | None:
    """Return the prompt of that name that ships."""
    found = shelf.ships(ROOM, f"{name}{ENDING}")
    return _parsed(name, found) if found else None


def _parsed(name: str, found: shelf.Found) -> Prompt:
    where = str(found.path)
    return parse(name, found.text, where, f"mend it, then: growth prompt show {name}")


def versions(app: App, name: str) -> list[Prompt]:
    """Return every version of a prompt that can still be read, the one in use first."""
    found = [one for one in (read(app, name), shipped(name)) if one]
    used = [one for one in app.store.all(Draft) if one.prompt == name]
    used.sort(key=lambda one: (one.created, one.id), reverse=True)
    found += [one for text in dict.fromkeys(one.asked for one in used) if (one := _kept(name, text))]
    return list({one.version: one for one in found}.values())


def _kept(name: str, content: str) -> Prompt | None:
    """Return a version that a draft keeps; None for what was imported as one and is none."""
    try:
        return parse(name, content, name, "")
    except Refused:
        return None


def need(app: App, ref: str) -> Prompt:
    """Return the prompt that NAME or NAME@VERSION names, or refuse with those there are."""
    name, at, wanted = ref.strip().partition("@")
    if not at:
        found = read(app, name)
        if found is None:
            from difflib import get_close_matches

            there = names(app)
            near = get_close_matches(name, there, n=1, cutoff=0.6)
            hint = f"did you mean {near[0]}? " if near else ""
            raise Refused(f"there is no prompt {name!r}", f"{hint}there are: {', '.join(there)}")
        return found
    known = versions(app, name)
    those = [one for one in known if one.version.startswith(wanted.lower()) and len(wanted) >= SHORTEST]
    if len(those) != 1:
        have = ", ".join(one.version for one in known) or "none"
        raise Refused(f"there is no version {wanted!r} of {name!r} to be read", f"there are: {have}")
    return those[0]
