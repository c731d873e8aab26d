"""Another store of growth that is imported: its records as they lie there, and nothing in it is touched."""

from pathlib import Path

import msgspec

from growth import files
from growth.app import App
from growth.errors import Refused, WrongUsage
from growth.exchange.exported import Exported
from growth.exchange.opened import Opened
from growth.records.dates import Period
from growth.records.kinds import KINDS, Record
from growth.store import meta
from growth.store.others import ABOUT, others
from growth.store.storage import SCHEMA
from growth.store.store import OTHERS, Store


def is_home(path: Path) -> bool:
    """Tell whether a folder is the home of a store, be it one that lost the file which says so."""
    if any((path / "history").glob("[12][0-9][0-9][0-9]-[01][0-9].jsonl")):
        return True
    place = meta.path(path)
    try:
        said = msgspec.json.decode(files.read(place, limit=1 << 24)) if place.is_file() else None
    except (msgspec.DecodeError, RecursionError):
        return False
    return isinstance(said, dict) and {"schema", "store", "applied"} <= said.keys()


def records(app: App, path: Path, given: str) -> Exported:
    """Return all that a store holds, mine and what others shared with its owner; refuse a damaged one."""
    if path.resolve() == app.home.resolve():
        raise WrongUsage(f"{given} is this store itself", "name another one")
    faults: list[str] = []
    store = Store(path, app.now, faults.append, guest=True)
    if store.state[0].schema > SCHEMA:
        raise Refused(f"{given} was written by a newer growth", "install a newer one")
    mine: list[Record] = [*reversed(list(store.entries(Period())))]
    mine += (one for kind in KINDS if kind.file for one in store.all(kind.type))
    theirs = [_opened(store, one.store, one.records) for one in others(store)]
    if faults:
        look = f"growth --home {given} doctor"
        raise Refused(f"{given}: {faults[0].partition(';')[0]}", f"nothing was imported; look first: {look}")
    return Exported(tuple(mine), opened=tuple(theirs))


def _opened(store: Store, identifier: str, those: tuple[Record, ...]) -> Opened:
    about = dict(next(iter(store.rows(f"{OTHERS}{identifier}", ABOUT))))
    return Opened(identifier, about, those)
