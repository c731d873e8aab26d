"""The backup of a day, and how long things are kept: backups, and the changes of the history."""

import datetime
import shutil
from pathlib import Path

import msgspec

from growth import files
from growth.errors import SystemRefused
from growth.records.dates import Day
from growth.store import backup, history, meta
from growth.store.meta import Meta
from growth.store.storage import SCHEMA
from growth.store.store import Store

DAYS = 7
MONTHS = 12
KEPT = datetime.timedelta(days=90)
CHANGES = 50
# Of the newest day as many as somebody may have asked for.
OF_A_DAY = 5


def take(store: Store, known: Meta) -> Meta:
    """Back up the state before the first change of a day; return the state that says so.

    A backup that cannot be made keeps nobody from writing: what is written is safe without it.
    """
    day = store.now().date().isoformat()
    try:
        # One that is there already was finished by a command that was killed right after.
        if not any(name.startswith(day) for name in backup.all_of(store.home)):
            backup.make(store.home, known, day)
        rotate(store.home)
        prune(store.home, known, store.now().date())
    except SystemRefused as error:
        store.tell("the backup of the day", f"could not be made: {error.message}")
        return known
    state = msgspec.structs.replace(known, backup=day, schema=max(known.schema, SCHEMA))
    meta.write(store.home, state)
    store.forget_cache()
    return state


def rotate(home: Path) -> None:
    """Keep the backups of the newest seven days and of twelve months; a good one always stays."""
    names = backup.all_of(home)
    days = {name[:10]: name for name in names}
    firsts = {name[:7]: name for name in reversed(names)}
    keep = set(sorted(days.values())[-DAYS:]) | set(sorted(firsts.values())[-MONTHS:])
    keep |= {name for name in names[-OF_A_DAY:] if name[:10] == names[-1][:10]}
    drop = [name for name in names if name not in keep]
    if drop and any(backup.is_good(backup.directory(home) / name) for name in sorted(keep, reverse=True)):
        for name in drop:
            shutil.rmtree(backup.directory(home) / name, ignore_errors=True)


def prune(home: Path, known: Meta, today: Day) -> None:
    """Remove the months of history that are over for 90 days, as long as 50 changes are left.

    What a restore would replay is kept: only what the newest backup, if it is good, already holds.
    """
    first_kept = f"{today - KEPT:%Y-%m}"
    months = history.months(home)
    old = [month for month in months if month < min(first_kept, known.month)]
    if not old:
        return
    left = sum(_changes(home, month) for month in months if month not in old)
    while old and left < CHANGES:
        left += _changes(home, old.pop())
    if old and backup.is_good(backup.directory(home) / backup.all_of(home)[-1]):
        for month in old:
            files.remove(history.path_of(home, month))


def _changes(home: Path, month: str) -> int:
    return (files.read_own(history.path_of(home, month)) or b"").count(b"\n")
