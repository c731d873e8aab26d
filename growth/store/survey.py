"""A look at the whole store that no fault stops: what is whole, what is damaged, what is not there."""

from pathlib import Path

import msgspec

from growth import files
from growth.errors import Damaged, Refused
from growth.store import chronicle, knowledge, meta
from growth.store.chronicle import Chronicle
from growth.store.history import Line
from growth.store.meta import Meta
from growth.store.storage import Content, decode
from growth.store.store import on_disk


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What there is. `unreadable` says of each file that does not parse, why.

    `known` is None where meta.json is missing or does not parse; `meta_fault` says what is wrong.
    `contents` are as they lie on the disk; changes not yet applied are those of `pending`.
    """

    home: Path
    known: Meta | None
    meta_fault: str
    told: Chronicle
    contents: dict[str, Content]
    unreadable: dict[str, str]
    missing: tuple[str, ...]
    unlisted: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no store yet."""
        return self.known is None and not self.meta_fault

    @property
    def trusted(self) -> Meta | None:
        """The state that meta.json tells of, where it can be relied on."""
        return None if self.meta_fault else self.known

    @property
    def applied(self) -> int:
        return self.trusted.applied if self.trusted else 0

    @property
    def unsealed(self) -> tuple[str, ...]:
        return tuple(stem for stem, content in sorted(self.contents.items()) if content.fault)

    @property
    def pending(self) -> list[Line]:
        return self.told.after(self.applied) if self.trusted else []

    @property
    def history_fault(self) -> str:
        """Say what is wrong with the history, or nothing."""
        told, known = self.told, self.trusted
        if told.bad:
            spot = told.bad[0]
            return (
                f"history/{spot.month}.jsonl, line {spot.number}, was changed by something other than growth"
            )
        if told.gaps:
            return f"the history lacks change {told.gaps[0]}"
        if known is None or not known.applied or not (known.month or told.held):
            return ""
        if told.last < known.applied:
            return f"the history ends with change {told.last}, and there were {known.applied}"
        at = next(held for held in reversed(told.held) if held.line.n <= known.applied)
        if (at.line.n, at.month, at.end) != (known.applied, known.month, known.size):
            return f"meta.json does not say where change {known.applied} stands in the history"
        return ""

    @property
    def is_damaged(self) -> bool:
        """Tell whether anything keeps the store from being written, or read."""
        return bool(
            self.meta_fault or self.history_fault or self.unsealed or self.unreadable
            or self.missing or self.unlisted
        )  # fmt: skip


def look(home: Path) -> Survey:
    """Read everything."""
    known, fault = _meta(home)
    told = chronicle.read(home)
    present = on_disk(home)
    if known is None and not fault and (present or told.held or told.bad or (home / "backups").is_dir()):
        fault = "is missing"
    trusted = known if not fault else None
    listed = set(trusted.files) if trusted else knowledge.stems(home, told)
    pending = told.after(trusted.applied) if trusted else []
    gone = {stem for line in pending for stem in line.gone}
    begun = {turn.file for line in pending for turn in line.records}
    contents: dict[str, Content] = {}
    unreadable: dict[str, str] = {}
    for stem in sorted(present):
        try:
            data = files.read_own(home / f"{stem}.json")
            contents[stem] = decode(data or b"", stem)
        except (Damaged, Refused) as error:
            unreadable[stem] = error.message
    return Survey(
        home=home,
        known=known,
        meta_fault=fault,
        told=told,
        contents=contents,
        unreadable=unreadable,
        missing=tuple(sorted(listed - present - gone)),
        unlisted=tuple(sorted(present - listed - begun)) if trusted else (),
    )


def _meta(home: Path) -> tuple[Meta | None, str]:
    try:
        return meta.read(home)
    except (Damaged, Refused) as error:
        return None, error.message.removeprefix(f"{meta.path(home)} ")
