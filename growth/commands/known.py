"""What a record is shown with: who may read it, names for handles, and the records it points to."""

from collections.abc import Iterable, Sequence

from growth.app import App
from growth.commands.consents import reach
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.kinds import Record
from growth.store.others import Theirs, others
from growth.terminal.layout import Known
from growth.text.fold import folded


def known(app: App, record: Record, theirs: Theirs | None) -> Known:
    """Return what a record of mine, or one of theirs, is shown with."""
    return _of_them(app, theirs) if theirs else _of_me(app, record)


def _of_me(app: App, record: Record) -> Known:
    def get(identifier: str) -> Record | None:
        owner, _, ending = identifier.rpartition(":")
        if not owner:
            return app.store.get(ending)
        of_them = (theirs for theirs in others(app.store) if app.people.same(theirs.owner, owner))
        return next((one for theirs in of_them for one in theirs.records if one.id == ending), None)

    def led_to(identifier: str) -> Sequence[Record]:
        return _led_to(identifier, (*app.store.all(Answer), *app.store.all(Action)))

    # A person has no share: what I know of somebody is mine.
    share = reach(record) if hasattr(record, "share") else ""
    return Known(app.today, share, app.people.name, get, led_to)


def _of_them(app: App, theirs: Theirs) -> Known:
    from growth.commands.lent import me_in

    by_id = {record.id: record for record in theirs.records}
    mine = me_in(app, theirs)

    def name(handle: str) -> str:
        if handle == "me":
            return theirs.name
        return "me" if _is(handle, mine) else handle.removeprefix("@")

    def get(identifier: str) -> Record | None:
        owner, _, ending = identifier.rpartition(":")
        return app.store.get(ending) if _is(owner, mine) else by_id.get(ending)

    def led_to(identifier: str) -> Sequence[Record]:
        return _led_to(identifier, theirs.records)

    return Known(app.today, f"{theirs.name} shared it with you", name, get, led_to)


def _is(handle: str, names: frozenset[str]) -> bool:
    return not folded(handle).isdisjoint(names)


def _led_to(identifier: str, records: Iterable[Record]) -> Sequence[Record]:
    """Return the answers to a request, and the promises that came from a record."""
    return [
        record
        for record in records
        if (isinstance(record, Answer) and record.request == identifier)
        or (isinstance(record, Action) and record.origin == identifier)
    ]
