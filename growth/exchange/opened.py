"""What others shared with me, as lines of JSON: whose it is, then their records."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from growth.errors import Refused
from growth.exchange import bundle, jsonl, limits, out_jsonl
from growth.records.bundle import Bundle, Header, Sender
from growth.records.dates import Instant
from growth.records.kinds import Record
from growth.rules.bundling import sorted_out
from growth.text.clean import escaped

ABOUT = "opened"
_BREAK = re.compile(r"\r\n|\n|\r")


class Opened(NamedTuple):
    """All that was opened from one store of somebody else. `about` says whose it is, as it is kept."""

    store: str
    about: dict[str, Any]
    records: tuple[Record, ...]


def write(about: dict[str, Any], records: Iterable[Record]) -> bytes:
    """Return what was opened from one store, which `read` makes the same of."""
    head = escaped(msgspec.json.encode({ABOUT: about}).decode()).encode()
    return head + b"\n" + out_jsonl.write(records)


def read(data: bytes, name: str, created: Instant) -> Opened:
    """Return what a file holds that was opened from somebody; refuse what no bundle could have held."""
    first, *rest = _BREAK.split(limits.decode(data, name))
    about = _about(first, name)
    records, misread = jsonl.read("\n".join(rest).encode(), name=name, created=created)
    if misread:
        raise Refused(f"{name}:{misread[0].line + 1}: {misread[0].why}", "nothing was imported")
    fault = _fault(about, records, created)
    if fault:
        raise Refused(f"{name}: {fault}", "nothing was imported")
    return Opened(about["store"], about, records)


def _about(line: str, name: str) -> dict[str, Any]:
    try:
        value = None if limits.json_fault(line.encode()) else msgspec.json.decode(line)
        about = value.get(ABOUT) if isinstance(value, dict) else None
    except (msgspec.DecodeError, RecursionError):
        about = None
    if not isinstance(about, dict) or not isinstance(about.get("store"), str):
        raise Refused(f"{name}:1 does not say whose it is", "nothing was imported")
    return about


def _fault(about: dict[str, Any], records: tuple[Record, ...], now: Instant) -> str:
    """Return why this is nothing that a bundle could have brought, or an empty string."""
    those = sorted_out(records)
    header = Header(growth="", store=about["store"], sender=Sender(), audience="me", made=now)
    made = Bundle(header=header, **{part: getattr(those, part) for part in those.__struct_fields__})
    if len(made.records) != len(records):
        return "it holds a record of a kind that nobody hands over"
    return bundle.fault(made)
