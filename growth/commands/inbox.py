"""The folders in which a team hands bundles to one another: what lies there, and what of it is new."""

import os
from pathlib import Path

from growth import files
from growth.app import App, named
from growth.errors import GrowthError, Refused, SystemRefused, WrongUsage
from growth.exchange import bundle as exchange
from growth.exchange import limits
from growth.rules import inbox as rules
from growth.rules.day_words import counted
from growth.rules.inbox import Lying, Me, Opened, Sorted
from growth.store.others import about_of
from growth.store.store import OTHERS

# The line that tells what a bundle is stands at its beginning and is never longer.
HEAD = 1 << 14
# The start page looks a new bundle through if it is no larger: it may not take long.
QUICK = 2_000_000
# A folder with more files than this is no place for bundles alone.
MOST = 2000


def new(app: App) -> tuple[int, int]:
    """Return how many bundles in the inbox are new, and how many would be, but are damaged.

    A folder that is not there now holds none.
    """
    try:
        folder = app.config.text("inbox")
        place = named(folder) if folder else None
        fresh = [one.name for one in _sorted(app, place) if one.state == "new"] if place else []
        damaged = sum(not _is_whole(place / name) for name in fresh) if place else 0
    except (Refused, SystemRefused, WrongUsage):
        return 0, 0
    return len(fresh) - damaged, damaged


def _is_whole(path: Path) -> bool:
    data = files.read(path, limit=QUICK + 1, part=True)
    return len(data) > QUICK or exchange.is_whole(data, path.name)


def open_inbox(app: App, yes: bool) -> None:
    """Open what is new in the inbox; name what is damaged, replayed or not mine, and leave it alone."""
    folder = app.config.text("inbox")
    if not folder:
        raise WrongUsage(
            "the bundle is missing", "name a FILE, or the folder they lie in: growth config set inbox DIR"
        )
    place = named(folder)
    found = _sorted(app, place)
    fresh = [one for one in found if one.state == "new"]
    broken = [one for one in found if one.state == "damaged"]
    failed = sum(not _took(app, place / one.name, yes) for one in fresh) + len(broken)
    for one in broken:
        _say_broken(app, place / one.name)
    for one in found:
        _say_left(app, one)
        if one.state == "opened" and not _is_whole(place / one.name):
            app.screen.say(
                (f"left alone: {one.name} is damaged; what it was made as was opened before", "dim")
            )
    if not fresh:
        app.screen.say(f"nothing new in {folder}{_rest(found)}")
    if any(one.state == "other" for one in found) and not app.config.texts("me.emails"):
        app.screen.say(("to know which are for you: growth config set me.emails you@example.com", "dim"))
    if failed:
        raise Refused(
            f"{counted(failed, 'bundle was', 'bundles were')} not opened", "the lines above say why"
        )


def lying(folder: Path) -> list[Lying]:
    """Return the bundles that lie in a folder, as their first line tells; nothing else in it is looked at."""
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one in entries if _may_be(one)]
    except OSError as error:
        raise files.refusal(error, folder) from None
    if len(names) > MOST:
        raise Refused(f"{folder} holds {len(names):,} files", f"keep at most {MOST:,} in it, or name a FILE")
    found = [_read(folder, name) for name in sorted(names)]
    return [one for one in found if one is not None]


def _may_be(entry: "os.DirEntry[str]") -> bool:
    # A link in a folder of many leads wherever somebody else likes; what is hidden is half written.
    return not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)


def _read(folder: Path, name: str) -> Lying | None:
    try:
        head = files.read(folder / name, limit=HEAD, part=True)
    except GrowthError:
        return Lying(name=name, header=None, read=False) if name.endswith(".bundle") else None
    return Lying(name=name, header=exchange.header(head)) if exchange.is_bundle(head, name) else None


def _sorted(app: App, folder: Path) -> tuple[Sorted, ...]:
    stems = app.store.stems(OTHERS)
    abouts = [about_of(app.store, stem) for stem in stems]
    me = Me(
        store=app.store.state[0].store,
        emails=app.config.texts("me.emails"),
        handle=app.config.text("me.handle"),
    )
    opened = {about.store: Opened(made=about.made, to=about.to) for about in abouts}
    return rules.inbox(lying(folder), opened, me, app.now())


def _took(app: App, path: Path, yes: bool) -> bool:
    """Tell whether a bundle was opened; say why where it was not."""
    from growth.commands.opening import open_bundle

    try:
        open_bundle(app, path, None, yes)
    except (Refused, WrongUsage) as error:
        app.screen.say(f"not opened: {_named(path.name, error.message)}")
        app.screen.say((f"        {error.hint}", "dim"))
        return False
    return True


def _named(name: str, said: str) -> str:
    return said if name in said else f"{name}: {said}"


def _say_broken(app: App, path: Path) -> None:
    try:
        exchange.read(files.read(path, limit=limits.SIZE), path.name)
    except GrowthError as error:
        app.screen.say(f"not opened: {_named(path.name, error.message)}")
        app.screen.say((f"        {error.hint}", "dim"))
        return
    app.screen.say(f"not opened: {path.name} was laid out anew by another program")
    app.screen.say((f"        if you know whose it is: growth bundle open {path}", "dim"))


def _say_left(app: App, one: Sorted) -> None:
    """Say of a bundle that could be taken for new why it is not."""
    header = one.header
    if header is None:
        return
    from growth.commands.opening import when

    made = f"made {when(header.made)}"
    whose = " ".join((header.sender.name or header.sender.handle).split()) or "them"
    said = {
        "older": f"left alone: {one.name}, {made}, is older than what you have of {whose}",
        "ahead": f"left alone: {one.name}, {made}, which is yet to come",
        "wider": f"left alone: {one.name} is for many, and would take the place of what is for you alone",
    }.get(one.state)
    if said:
        app.screen.say((said, "dim"))


def _rest(found: tuple[Sorted, ...]) -> str:
    """Return what else lies there, in counts."""
    words = {"opened": "opened before", "own": "your own", "other": "for others"}
    counts = {state: sum(one.state == state for one in found) for state in words}
    said = ", ".join(f"{counts[state]} {word}" for state, word in words.items() if counts[state])
    return f": {said}" if said else ""
