"""meta.json: schema, the store's id, which change was applied last, and which files there are."""

from pathlib import Path

import msgspec

from growth import files
from growth.errors import Damaged
from growth.store.seal import close_line, is_closed
from growth.store.storage import SCHEMA


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """The state that the files of the store are in.

    `size` bytes of `history/<month>.jsonl` hold the changes up to `applied`; what comes after
    has been committed but perhaps not yet applied. `files` names every file that must be there.
    """

    schema: tuple[int, int]
    store: str
    applied: int
    month: str
    size: int
    backup: str
    files: tuple[str, ...]


NEW = Meta(schema=SCHEMA, store="", applied=0, month="", size=0, backup="", files=())
_decoder = msgspec.json.Decoder(Meta)


def read(home: Path) -> tuple[Meta | None, str]:
    """Return the state, None where there is none yet, and what is wrong with it, if anything."""
    data = files.read_own(home / "meta.json", limit=1 << 24)
    if data is None:
        if (home / "backups").is_dir():
            raise Damaged(f"{home / 'meta.json'} is missing", "bring it back with: growth restore")
        return None, ""
    line = data.removesuffix(b"\n")
    try:
        meta = _decoder.decode(line)
        if not is_closed(line):
            from growth.store.strict import parse

            parse(line)
    except ValueError as error:
        raise Damaged(
            f"{home / 'meta.json'} cannot be read: {error}", "bring it back with: growth restore"
        ) from None
    return meta, "" if is_closed(line) else "was changed by something other than growth"


def write(home: Path, meta: Meta) -> None:
    """Replace meta.json durably."""
    files.write(home / "meta.json", close_line(msgspec.json.encode(meta)) + b"\n")
