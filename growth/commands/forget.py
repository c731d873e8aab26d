"""growth forget: erase a person or a record everywhere, for good."""

import re
from collections import Counter
from typing import Any

import click
import msgspec

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER
from growth.rules import erasure
from growth.rules.day_words import counted
from growth.rules.erasure import Target
from growth.store import backup, erase
from growth.store import forget as store
from growth.store.history import NOTHING
from growth.store.store import OTHERS
from growth.text.excerpt import beginning
from growth.text.fold import fold

# What goes is told by how it begins.
LONGEST = 100
# So many are named one by one, and so many of a list.
NAMED, MOST = 3, 8


@click.command()
@click.argument("ref", metavar="ID|@PERSON")
@click.option("--mentions", is_flag=True, help="Also erase other records whose text names the person.")
@options.yes
@pass_app
def forget(app: App, /, ref: str, mentions: bool, yes: bool) -> None:
    """Erase a person or a record everywhere, for good.

    It goes from the store, the history, all backups and drafts, and undo cannot bring it back. A
    person takes along their record, the notes about them, sessions, mentorships and actions with
    them, feedback from and about them, agenda items they raised, and what they shared; my entries
    that name them keep their text. What was exported, sent or copied elsewhere is out of reach.
    """
    target = _target(app, ref)
    naming = _naming(app, target) if target.handles else []
    if mentions:
        target = _also(target, naming)
    target = store.closed(app.store, target)
    effects = store.effects(app.store, target)
    past = erase.past(app.home, target)
    if not effects and not past:
        raise Refused(f"there is nothing of {ref!r} to forget", "see: growth list, or: growth people list")
    _tell(app, target, effects, past, [] if mentions else naming)
    if not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, "Erase this for good?"):
            raise Refused("nothing was erased")
    store.forget(app.store, target)
    app.screen.say("erased, also from the history, the backups and the drafts")
    app.screen.say("what was exported, sent or copied elsewhere is out of reach")
    if target.stores and (folder := app.config.text("inbox")):
        app.screen.say(f"if a bundle of theirs lies in {folder}, growth bundle open would bring it back")
    if any(stem.startswith(OTHERS) and stem not in target.stores for stem, *_ in effects):
        app.screen.say(
            "what others shared that names them is gone here, and comes with their next bundle again"
        )


def _target(app: App, ref: str) -> Target:
    if is_id(ref.lower()):
        return _record(app, ref.lower())
    person = app.people.get(ref)
    if ref.startswith("@") or person is not None:
        return _person(app, ref)
    from growth.store.find import find

    return _record(app, find(app.store, ref).id)


def _record(app: App, identifier: str) -> Target:
    """Return what it takes to forget a record; one that was deleted may still be in the history."""
    from growth.records.action import Action
    from growth.records.answer import Answer
    from growth.records.person import Person
    from growth.records.request import Request
    from growth.records.thumb import Thumb

    if BY_LETTER.get(identifier[0]) is None:
        raise Refused(f"there is no record {identifier}", "see: growth list")
    record = app.store.get(identifier)
    if isinstance(record, Person):
        return _person(app, record.handle)
    document = next((held for _, name, held in store.documents(app.store) if name == identifier), {})
    words = erasure.lines_of(document)
    if isinstance(record, Answer):
        from growth.rules.withdrawal import target

        # What was asked again may quote it.
        going = target((record,), app.store.all(Thumb), app.store.all(Action), app.store.all(Request))
        return msgspec.structs.replace(going, words=words)
    return Target(ids=(identifier,), words=words)


def _person(app: App, ref: str) -> Target:
    person = app.people.get(ref)
    handle = fold(ref.removeprefix("@"))
    if handle == "me":
        raise Refused("all of it is about me", f"delete the whole store: {app.home}")
    if person is None:
        return Target(handles=(handle,), stores=_handed(app, (handle,)), words=(handle,))
    handles = tuple(fold(handle) for handle in person.handles)
    stores = _handed(app, handles)
    words = (*handles, fold(person.name), *(fold(email) for email in person.emails))
    return Target(ids=(person.id,), handles=handles, stores=stores, words=tuple(dict.fromkeys(words)))


def _handed(app: App, handles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files of all bundles of somebody: those opened, and those that something else is left of."""
    from growth.store.others import others
    from growth.store.traces import handed_by

    opened = ((f"{OTHERS}{theirs.store}", theirs.owner) for theirs in others(app.store))
    every = (*opened, *handed_by(app.store))
    return tuple(dict.fromkeys(stem for stem, owner in every if fold(owner) in handles))


def _naming(app: App, target: Target) -> list[tuple[str, dict[str, Any]]]:
    """Return the records that stay, and name the person in their text."""
    words = tuple(word for word in target.words if re.search(r"\w", word))
    found = []
    for stem, identifier, document in store.documents(app.store):
        left = erasure.scrubbed(target, stem, identifier, document)
        if left is not None and erasure.names(words, left):
            found.append((f"{stem}:{identifier}", left))
    return found


def _also(target: Target, naming: list[tuple[str, dict[str, Any]]]) -> Target:
    mine = [name.rpartition(":")[2] for name, _ in naming if not name.startswith(OTHERS)]
    lines = [line for _, document in naming for line in erasure.lines_of(document)]
    return msgspec.structs.replace(target, ids=(*target.ids, *mine), words=(*target.words, *lines))


def _tell(app: App, target: Target, effects: list[Any], past: int, naming: list[Any]) -> None:
    say = app.screen.say
    gone = [(identifier, document) for _, identifier, document, left in effects if left == NOTHING]
    kinds = Counter(
        (BY_LETTER[name[0]].word, BY_LETTER[name[0]].table) if is_id(name) else ("bundle", "bundles")
        for name, _ in gone
    )
    if len(gone) <= NAMED:
        for name, document in gone:
            say(("erases ", "late"), f"{name}  {_title(document)}")
    else:
        say(("erases ", "late"), ", ".join(counted(count, *words) for words, count in sorted(kinds.items())))
    _drafted(app, gone, effects)
    if len(effects) > len(gone):
        others = counted(len(effects) - len(gone), "other record")
        say(f"takes every trace of it out of the fields of {others}")
    backups = counted(len(backup.all_of(app.home)), "backup")
    say(f"cleans {counted(past, 'change')} in the history, and {backups}")
    for path in erase.drafts(app.home, target):
        say(("erases ", "late"), f"the draft {path.name}")
    for path in backup.set_aside(app.home):
        say(("erases ", "late"), f"{path.name}, the damaged files that a restore replaced")
    if naming:
        shown = _some([name.rpartition(":")[2] for name, _ in naming])
        say(("stays: ", "hit"), f"{counted(len(naming), 'record')} with their name in the text: {shown}")
        say("       edit or forget them one by one, or give --mentions to erase them, too")


def _drafted(app: App, gone: list[Any], effects: list[Any]) -> None:
    """Name the drafts that go, where they were only counted, and what stays of those that were accepted."""
    say = app.screen.say
    drafts = [name for name, document in gone if "output" in document]
    if drafts and len(gone) > NAMED:
        say(f"       written from it: {_some(drafts)}")
    stays = [(name, document) for _, name, document, left in effects if left != NOTHING]
    if made := [name for name, document in stays if erasure.came_of(drafts, document)]:
        texts = counted(len(made), "text that a draft became", "texts that drafts became")
        say(("stays: ", "hit"), f"{texts}, with what it says of it: {_some(made)}")
        say("       edit or forget them one by one")


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:MOST]) + (f" and {len(ids) - MOST} more" if len(ids) > MOST else "")


def _title(document: dict[str, Any]) -> str:
    for field in ("title", "text", "name", "question", "person", "output"):
        if document.get(field):
            return beginning(str(document[field]), LONGEST)
    return ""
