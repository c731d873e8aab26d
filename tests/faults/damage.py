"""Damage: what something else changed is told of or refused, never believed in silence or written over.

In this process every single byte and every length of the small files of a store; through the
program a number of them, with what doctor says and restore brings back.
"""

import datetime
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from growth.errors import Damaged
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.person import Person
from growth.records.session import Session
from growth.store.change import changing

from .disk import found
from .homes import UTC, open_store, place
from .lab import SEED, Lab, Tally, thin
from .state import DAMAGE, State, is_damaged, state

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=UTC)
ENTRY = Entry(day=NOW.date(), title="On top of it", created=NOW)
# The files, each with a record whose place is in it.
FILES: dict[str, Record] = {
    "journal/2026-11.json": ENTRY,
    "journal/2026-10.json": Entry(day=datetime.date(2026, 10, 9), title="On top of it", created=NOW),
    "people.json": Person(name="Dee Moss", handles=("dee",), created=NOW),
    "sessions.json": Session(person="bo", created=NOW),
    "history/2026-11.jsonl": ENTRY,
    "meta.json": ENTRY,
}
SMALL = 4096
WHOLES = {
    "empty": b"",
    "null": b"null\n",
    "a list": b"[]\n",
    "an empty object": b"{}\n",
    "NaN": b'{"growth":{"schema":[1,0],"seal":"00000000"},\n"entries":{"j261118-q003":{"spent":NaN}}}\n',
    "a key twice": b'{"growth":{"schema":[1,0],"seal":"00000000"},"entries":{},"entries":{}}\n',
    "deeply nested": b"[" * 100_000 + b"]" * 100_000,
    "NUL bytes": bytes(512),
}


def _bytes(data: bytes) -> list[tuple[int, int | None]]:
    """Return each byte with three others to stand in its place, and each length to cut to."""
    changes: list[tuple[int, int | None]] = []
    for at, byte in enumerate(data[:SMALL]):
        changes += [(at, byte ^ 1), (at, byte ^ 0x80), (at, 0x20 if byte != 0x20 else 0x58), (at, None)]
    return changes


def _ways(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield every way to damage the bytes of a file, or so many of those by a byte."""
    for at, new in thin(_bytes(data), most):
        if new is None:
            yield f"cut to {at}", data[:at]
        else:
            yield f"byte {at} to {new:#04x}", data[:at] + bytes([new]) + data[at + 1 :]
    yield from WHOLES.items()
    yield "a byte order mark", b"\xef\xbb\xbf" + data
    yield "UTF-16", data.decode().encode("utf-16")
    yield "a run of NUL", data[: len(data) // 2] + bytes(64) + data[len(data) // 2 + 64 :]


def damage(lab: Lab, most: int = 0) -> Tally:
    """Damage each small file in every way, or in so many at most, and read and write the store."""
    tally = lab.tally()
    before = state(lab.homes.template("lived"))
    for name, record in FILES.items():
        base = lab.homes.fresh("lived")
        path = place(base) / name
        whole = path.read_bytes()
        for what, data in _ways(whole, most):
            path.write_bytes(data)
            outcome, faults = _judge(base, before, path, data, record)
            tally.add(f"{name}, {what}", outcome, faults)
            if faults:
                base = lab.homes.fresh("lived")
                path = place(base) / name
            path.write_bytes(whole)
    return tally


def _judge(base: Path, before: State, path: Path, data: bytes, record: Record) -> tuple[str, list[str]]:
    seen = state(base)
    if not is_damaged(seen):
        if seen != before:
            return "believed", [f"silently different: {dict(Counter(seen) - Counter(before))}"]
        return "no matter", []
    faults = []
    try:
        with changing(open_store(place(base)), "log") as change:
            change.add(record)
        faults.append("it was written on")
    except Damaged:
        pass
    if path.read_bytes() != data:
        faults.append("what was damaged was written over")
    readable = any(not line.startswith(DAMAGE) for line in seen)
    return "warned" if readable else "refused", faults


def mended(lab: Lab, times: int) -> Tally:
    """Damage a file by a byte or a cut; doctor names it, a write is refused, restore brings all back."""
    tally = lab.tally()
    choose = random.Random(SEED)
    before = state(lab.homes.template("lived"))
    for _ in range(times):
        base = lab.homes.fresh("lived")
        path = place(base) / choose.choice(list(FILES))
        data = path.read_bytes()
        at = choose.randrange(len(data) - 1)
        cut = choose.random() < 0.3
        path.write_bytes(data[:at] if cut else data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        where = f"{path.relative_to(place(base))}, {'cut to' if cut else 'byte'} {at}"
        tally.add(where, "mended", _mended(lab, base, path, before))
    return tally


def _mended(lab: Lab, base: Path, path: Path, before: State) -> list[str]:
    home, faults = place(base), []
    damaged = found(home)
    listed = lab.program.run(["list"], home)
    if listed.code not in (0, 3) or "Traceback" in listed.err:
        faults.append(f"list ends with {listed.code}: {listed.err}")
    told = lab.program.run(["doctor"], home)
    name = path.relative_to(home).as_posix().partition("/2026-11.jsonl")[0]
    if told.code == 0 or name not in told.out + told.err:
        faults.append(f"doctor ends with {told.code} and does not name {name}: {told.out}{told.err}")
    after = found(home)
    if {key: value for key, value in after.items() if key != "/lock"} != {
        key: value for key, value in damaged.items() if key != "/lock"
    }:
        faults.append("something was written to the damaged store")
    run = lab.program.run(["restore", "-y"], home)
    again = lab.program.run(["log", "On top of it"], home)
    if again.code or again.err:
        faults.append(f"log after restore: exit {again.code}, {again.err.strip()}")
    if run.code or [line for line in state(base) if "On top of it" not in line] != list(before):
        lost = Counter(before) - Counter(state(base))
        faults.append(f"restore ends with {run.code}, {sum(lost.values())} lost: {run.err.strip()[-300:]}")
    return faults


def seals(lab: Lab) -> Tally:
    """Read and write a store with a changed file, and one with a file that does not parse any more."""
    tally = lab.tally()
    for home, reads in (("unsealed", 0), ("broken", 3)):
        base = lab.homes.fresh(home)
        before = found(place(base) / "journal")
        listed = lab.program.run(["list"], place(base))
        faults = []
        if listed.code != reads or "journal/2026-11.json" not in listed.err:
            faults.append(f"a reader: exit {listed.code}, {listed.err.strip()}")
        for argv in (["log", "On top of it"], ["edit", "j261118-q003", "--add-tag", "more"], ["undo", "-y"]):
            run = lab.program.run(argv, place(base))
            if run.code != 3:
                faults.append(f"{' '.join(argv)}: exit {run.code}, {run.err.strip()}")
        if found(place(base) / "journal") != before:
            faults.append("what was damaged was written over")
        tally.add(f"{home} file", str(listed.code), faults)
    return tally
