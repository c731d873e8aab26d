"""What an import would do, and doing it: all of it is one change."""

import datetime
import heapq
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from growth.app import App
from growth.commands import import_edits, import_opened, import_own
from growth.commands.import_edits import merged
from growth.commands.sources import Source
from growth.errors import Refused
from growth.records.action import Action
from growth.records.entry import Entry, Share
from growth.records.imported import Found, Misread, Plan, Reading
from growth.records.kinds import kind_of
from growth.records.packed import Packed, by_line, packed, spent
from growth.records.seen import Seen
from growth.records.session import Session
from growth.rules import importing
from growth.rules.done_since import done_since
from growth.rules.own_records import OwnPlan
from growth.rules.persons import who
from growth.rules.practice_import import PracticePlan
from growth.rules.reimport import Imported, followed, vanished
from growth.store.change import changing
from growth.store.large_file import rows
from growth.store.store import R

if TYPE_CHECKING:
    from growth.commands.import_reply import Replies
    from growth.exchange.opened import Opened

MOMENT = datetime.timedelta(microseconds=1)
# So many records are looked at once, and kept for it.
MANY = 20_000


class Work(NamedTuple):
    """What an import would do.

    `edited` are records whose source has changed, and so have their words; `vanished` those that
    stand no longer in their file, each with the new one it may have become; `done` are promises that
    their source calls done.
    """

    plan: Plan
    own: OwnPlan
    renewed: tuple[tuple[Imported, Imported], ...] = ()
    finished: tuple[Found, ...] = ()
    edited: tuple[Imported, ...] = ()
    vanished: tuple[tuple[Entry, Found], ...] = ()
    done: tuple[tuple[Action, Found], ...] = ()
    replies: "Replies | None" = None
    opened: "tuple[Opened, ...]" = ()
    practices: PracticePlan = PracticePlan()

    @property
    def new(self) -> int:
        """How many foreign records are added: new ones, and tasks that were done since."""
        return len(self.plan.new) + len(self.finished)

    @property
    def updates(self) -> int:
        """How many records are brought up to date."""
        return len(self.renewed) + len(self.own.changed)

    @property
    def todo(self) -> int:
        answers = self.replies.todo if self.replies else 0
        return (
            len(self.plan.new) + len(self.own.new) + self.updates + answers + len(self.opened) + self.register
        )

    @property
    def register(self) -> int:
        """How many records of the practice register are added or get a new state."""
        return len(self.practices.new) + len(self.practices.changed)

    @property
    def already(self) -> int:
        answers = self.replies.already if self.replies else 0
        here = len(self.plan.already) + len(self.edited) + self.own.already + len(self.own.kept)
        return here + answers + self.practices.already


def seen(app: App) -> tuple[int, int]:
    """Return which change of the store this command has looked at."""
    known, tail = app.store.state
    return known.applied, len(tail.pending)


def misread(read: list[Source]) -> Iterator[tuple[str, Misread]]:
    """Yield what no reader understood, each with the name of its file."""
    return ((source.name, piece) for source in read for piece in source.reading.misread)


class _Here(Collection[str]):
    """The keys of what was imported, with their records; what is much is looked at anew each time."""

    def __init__(self, app: App) -> None:
        self._app = app
        first = list(itertools.islice(_keyed(app), MANY))
        self._few = dict(first) if len(first) < MANY else None

    def pairs(self) -> Iterable[tuple[str, Imported]]:
        return _keyed(self._app) if self._few is None else self._few.items()

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.pairs())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        return any(one == key for one in self)


def work(app: App, read: list[Source], *, keep: bool, own: OwnPlan | None = None) -> Work:
    """Return what there is to do; without `keep` what is undated or in doubt is left out.

    With `own` that much is known of our own records, and they are not looked at.
    """
    readings = [_readable(source.reading, keep) for source in read]
    readings, edits = import_edits.apart(app, read, readings)
    lent = import_opened.plan(app, (one for source in read for one in source.opened))
    if not any(reading.found for reading in readings):
        # Of what is here the keys say enough, and all of it may be much.
        own = own or merged(import_own.plan(app, read, [key for key, _ in _keyed(app)]), edits)
        return Work(importing.plan(readings, ()), own, opened=lent)
    here = _Here(app)
    plan = importing.plan(readings, here)
    wanted = {key for key, _ in plan.changed}
    known = {key: record for key, record in here.pairs() if key in wanted} if wanted else {}
    pairs, edited, finished = [], [], []
    for key, found in plan.changed:
        old = known[key]
        new = followed(old, found, app.today, handle_of(app))
        if new is None:
            edited.append(old)
        else:
            pairs.append((old, new))
            finished += [found] if isinstance(old, Action) and found.becomes == "entry" else []
    over = done_since(plan, lambda: _open(app, {reading.format for reading in readings}))
    # What is known under the very same key is the same task.
    same = {found.source: (old, found) for old, found in over if found.source in old.source.splitlines()}
    for old, found in same.values():
        pairs.append((old, replace(old, state="done", closed=found.day or app.today)))
        finished.append(found)
    if same:
        plan = replace(plan, already=packed(one for one in plan.already if one.source not in same))
    over = [pair for pair in over if pair not in same.values()]
    gone = _vanished(plan, here)
    keys = list(here) if any(source.records for source in read) else []
    own = own or merged(import_own.plan(app, read, keys), edits)
    return Work(
        plan, own, tuple(pairs), tuple(finished), tuple(edited), tuple(gone), tuple(over), opened=lent
    )


def _open(app: App, formats: Collection[str]) -> Iterator[Action]:
    """Yield the open promises that came out of one of these formats."""
    return (
        one for one in _each(app, Action)
        if one.state == "open" and one.source.partition(":")[0] in formats
    )  # fmt: skip


def _vanished(plan: Plan, here: _Here) -> list[tuple[Entry, Found]]:
    entries = (record for _, record in here.pairs() if isinstance(record, Entry))
    first = next(entries, None)
    if first is None:
        return []
    keys = Seen(found.source for found in itertools.chain(plan.new, plan.already))
    return vanished(plan.new, itertools.chain((first,), entries), keys)


def _keyed(app: App) -> Iterator[tuple[str, Imported]]:
    """Yield what was imported, under its key; what was joined out of two has the keys of both."""
    # A task that was done is an action and an entry.
    kinds: tuple[type[Imported], ...] = (Action, Session, Entry)
    return (
        (key, record) for kind in kinds for record in _each(app, kind) for key in record.source.splitlines()
    )


def unread(app: App, plan: Plan) -> list[str]:
    """Return the ids of entries that were imported before, and lack what marks in their text name."""
    from growth.rules.imported_marks import marked

    handle = handle_of(app)
    known = {found.source: found for found in plan.already if marked(found)}
    return [
        record.id
        for key, record in (_keyed(app) if known else ())
        if isinstance(record, Entry) and (found := known.get(key))
        and not ({*found.tags, found.project, *map(handle, found.people)} - {""}
                 <= {*record.tags, record.project, *record.people})
    ]  # fmt: skip


def _each(app: App, kind: type[R]) -> Iterator[R]:
    """Yield the records of a kind as they lie in their files, none of which is held."""
    place = kind_of(kind)
    for stem in app.store.stems(place.file) if place.file else app.store.months():
        for row in rows(app.store, stem, place.table):
            yield app.store.decode(row, kind, stem)


def _readable(reading: Reading, keep: bool) -> Reading:
    """Return a reading with what its doubtful lines become, or without all that is in doubt."""
    found: Iterable[Found] = by_line(reading.found)
    if keep:
        kept = (piece.kept for piece in reading.misread if piece.kept)
        found = heapq.merge(found, kept, key=attrgetter("line")) if reading.misread else found
    else:
        found = (entry for entry in found if entry.day or entry.becomes != "entry")
    return Reading(format=reading.format, found=found if isinstance(found, Packed) else packed(found))


def handle_of(app: App) -> Callable[[str], str]:
    """Return what tells the handle of somebody named as in a source: `Name <address>`, a name, a handle.

    Somebody unknown keeps a handle that was written as one; a name or an address of nobody I know is
    left away.
    """
    named = who(app.people.everyone, ())

    def handle(raw: str) -> str:
        name, _, rest = raw.partition("<")
        known = app.people.get(rest.rstrip("> ")) if rest else app.people.get(raw)
        if known:
            return known.handle
        found = named(name.strip())
        return found or ("" if rest or " " in raw or "@" in raw[1:] else raw.removeprefix("@"))

    return handle


def save(
    app: App, todo: Work, tags: tuple[str, ...], share: Share, before: tuple[int, int]
) -> dict[str, str]:
    """Do all of it, or nothing, unless the store was changed since it was looked at.

    Return the ids of what may have taken the place of an entry, by its key.
    """
    ids = {found.source: "" for _, found in todo.vanished}
    handle = handle_of(app)
    with changing(app.store, "import") as change:
        if sum(seen(app)) != sum(before):
            raise Refused("the store was changed meanwhile, by another terminal", "run it again")
        for number, found in enumerate(itertools.chain(spent(todo.plan.new), todo.finished)):
            # A moment apart, so that the entries of one day stay in the order of their file.
            created = app.now() + MOMENT * number
            new = change.add(
                importing.record(
                    found, today=app.today, created=created, share=share, tags=tags, handle=handle
                )
            )
            if found.source in ids:
                ids[found.source] = new.id
        for old, renewed in todo.renewed:
            change.edit(old, renewed, by_hand=False)
        for here, edited in todo.own.changed:
            change.edit(here, edited)
        for record in spent(todo.own.new):
            change.add(record)
        if todo.replies:
            from growth.commands.import_reply import save as save_replies

            save_replies(change, todo.replies)
        if todo.opened:
            import_opened.save(change, todo.opened)
        if todo.register:
            from growth.commands import import_practice

            import_practice.save(app, change, todo.practices, share)
    return ids
