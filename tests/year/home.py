"""The year on disk: Mira's store, written in one change, and the bundles as files."""

from pathlib import Path

import msgspec

from growth import config, files
from growth.exchange import bundle as exchange
from growth.records.bundle import Header
from growth.store import meta
from growth.store.change import changing
from growth.store.others import replace_others
from growth.store.store import Store
from tests.year.cast import ME
from tests.year.days import NOW
from tests.year.story import read
from tests.year.year import Year, store_id, year


def write(home: Path, told: Year | None = None, *, opened: bool = True) -> Year:
    """Write Mira's store, in one change; without `opened` she has opened no bundle yet."""
    told = told or year()
    me = read(ME).about
    files.make_private(home)
    meta.write(home, msgspec.structs.replace(meta.NEW, store=store_id(ME)))
    config.save(home, "me.name", me["name"])
    config.save(home, "me.handle", ME)
    config.save(home, "me.emails", [me["email"]])
    with changing(Store(home, lambda: NOW, lambda fault: None), "year") as change:
        for record in told.mine:
            change.add(record)
        for bundle in told.bundles.values() if opened else ():
            replace_others(change, bundle.header.store, _about(bundle.header), bundle.records)
    return told


def _about(header: Header) -> dict[str, object]:
    return {
        "made": header.made,
        "name": header.sender.name,
        "handle": header.sender.handle,
        "emails": header.sender.emails,
        "to": header.to,
    }


def hand_over(folder: Path, told: Year | None = None) -> None:
    """Write the bundles of the eight into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for handle, bundle in (told or year()).bundles.items():
        files.write(folder / f"{handle}.bundle", exchange.write(bundle))
