"""meta.json: schema, the store's id, which change was applied last, and which files there are."""

from pathlib import Path
from typing import Any

import msgspec

from growth import files
from growth.errors import Damaged, Refused
from growth.records.kinds import KINDS
from growth.store.seal import close_line, is_closed
from growth.store.storage import SCHEMA


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """The state that the files of the store are in.

    `size` bytes of `history/<month>.jsonl` hold the changes up to `applied`; what comes after
    has been committed but perhaps not yet applied. `files` names every file that must be there.
    `beyond` holds the fields that a newer version added, which are written back as they were.
    """

    schema: tuple[int, int]
    store: str
    applied: int
    month: str
    size: int
    backup: str
    files: tuple[str, ...]
    beyond: dict[str, Any] = {}


# What may lie in a home in which nothing was stored yet; `lost+found` is a file system's own.
OURS = {"journal", "history", "backups", "others", "drafts", "templates", "config.toml", "lock", "lost+found"}
NEW = Meta(schema=SCHEMA, store="", applied=0, month="", size=0, backup="", files=())
MISSING = "bring it back with: growth restore"
_decoder = msgspec.json.Decoder(Meta)


def path(home: Path) -> Path:
    return home / "meta.json"


def read(home: Path) -> tuple[Meta | None, str]:
    """Return the state, None where there is none yet, and what is wrong with it, if anything."""
    data = files.read_own(path(home), limit=1 << 24)
    if data is None:
        return None, ""
    try:
        return decode(data)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"{path(home)} cannot be read: {error}", MISSING) from None


def decode(data: bytes) -> tuple[Meta, str]:
    """Return the state that `data` holds, and what is wrong with it; raise ValueError without one."""
    line = data.removesuffix(b"\n")
    closed = is_closed(line)
    if not closed:
        from growth.store.strict import parse

        parse(line)
    meta = _decoder.decode(line)
    if meta.schema > SCHEMA:
        known = {*meta.__struct_fields__, "seal"}
        whole = msgspec.json.decode(line)
        beyond = {name: value for name, value in whole.items() if name not in known}
        meta = msgspec.structs.replace(meta, beyond=beyond)
    return meta, "" if closed else "was changed by something other than growth"


def encode(meta: Meta) -> bytes:
    fields = msgspec.structs.asdict(meta)
    beyond = fields.pop("beyond")
    return close_line(msgspec.json.encode(fields | beyond)) + b"\n"


def write(home: Path, meta: Meta) -> None:
    """Replace meta.json durably."""
    files.write(path(home), encode(meta))


def refuse_foreign(home: Path) -> None:
    """Refuse to begin a store among files that are none of ours."""
    if path(home).exists() or not home.is_dir():
        return
    # Another process may have begun the store since.
    ours = OURS | {f"{kind.file}.json" for kind in KINDS} | {path(home).name}
    strange = sorted(one.name for one in home.iterdir() if one.name not in ours and one.name[0] != ".")
    if strange:
        raise Refused(
            f"{home} holds {strange[0]!r} and is no home of growth", "name an empty or a new directory"
        )
