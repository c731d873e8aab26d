"""What a file should hold, told from the newest good copy of it and the history since."""

from pathlib import Path

import msgspec

from growth.store import backup
from growth.store.chronicle import Chronicle
from growth.store.storage import Content, Tables, decode


class Known(msgspec.Struct, frozen=True):
    """What a file should hold. `backup` is where the copy came from, empty for the history alone.

    `changes` counts those that were put on top of it, `lost` numbers those that could not be.
    """

    tables: Tables
    backup: str = ""
    changes: int = 0
    lost: tuple[int, ...] = ()


def of(home: Path, stem: str, told: Chronicle, last: int = 0) -> Known:
    """Return what the file called `stem` should hold after the last change there was."""
    name, applied, content = _copy(home, stem)
    touching = [line for line in told.after(applied) if line.touches(stem)]
    content.lay_over(stem, touching)
    tables = {table: documents for table, documents in content.tables.items() if documents}
    return Known(tables, name, len(touching), tuple(told.lacks(applied, last)))


def _copy(home: Path, stem: str) -> tuple[str, int, Content]:
    """Return the newest whole copy of a file, with the change that it is the state after."""
    for folder, known in backup.newest_first(home):
        if stem not in known.files:
            return folder.name, known.applied, Content({})
        data = backup.read(folder, stem)
        if data is not None:
            return folder.name, known.applied, decode(data, stem)
    return "", 0, Content({})


def stems(home: Path, told: Chronicle) -> set[str]:
    """Return the names of the files there should be, where meta.json cannot say it."""
    newest = next(backup.newest_first(home), None)
    found = set(newest[1].files) if newest else set()
    for line in told.after(newest[1].applied if newest else 0):
        found |= {turn.file for turn in line.records}
        found -= set(line.gone)
    return found
