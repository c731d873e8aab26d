"""An archive coming back: a folder of it, and what others shared with me."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from growth import files
from growth.app import App
from growth.exchange import archive, limits
from growth.exchange.exported import Exported
from growth.exchange.opened import Opened
from growth.records.dates import Instant
from growth.store.change import Change
from growth.store.others import ABOUT, replace_others
from growth.store.store import OTHERS


def folder(app: App, path: Path) -> Exported | None:
    """Return what a folder holds that an export of everything wrote; None where it is none of those."""
    readme = path / archive.README
    if not (path / archive.RECORDS).is_file() or not readme.is_file():
        return None
    if not files.read(readme, limit=100, part=True).startswith(archive.TITLE.encode()):
        return None
    places = [path / archive.RECORDS, *sorted((path / "opened").glob("*.jsonl"))]
    names = [place for place in places if archive.wanted(str(place.relative_to(path))) and place.is_file()]
    parts = {str(one.relative_to(path)): files.read(one, limit=limits.SIZE) for one in names}
    whole = archive.taken(parts, path.name, app.now())
    return Exported(whole.records, (), whole.misread, whole.opened)


def plan(app: App, those: Iterable[Opened]) -> tuple[Opened, ...]:
    """Return what of what others shared is not here yet, or newer than what is."""
    return tuple(one for one in those if _is_newer(app, one))


def _is_newer(app: App, one: Opened) -> bool:
    stem = f"{OTHERS}{one.store}"
    rows = list(app.store.rows(stem, ABOUT)) if stem in app.store.stems(OTHERS) else []
    return not rows or _made(dict(rows[0])) < _made(one.about)


def _made(about: dict[str, Any]) -> Instant:
    return msgspec.convert(about["made"], Instant)


def save(change: Change, those: Iterable[Opened]) -> None:
    """Put what others shared in the place of what was opened from them before."""
    for one in those:
        replace_others(change, one.store, one.about, one.records)
