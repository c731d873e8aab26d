"""Write and read bundles: one JSON file, a record a line, with a hash over all that it says."""

import re
from typing import Any

import msgspec

from growth.errors import Refused
from growth.exchange import ladder_limits, limits
from growth.records.assessment import Assessment
from growth.records.bundle import SCHEMA, Bundle, Header
from growth.records.ids import is_id
from growth.records.kinds import kind_of
from growth.store.strict import parse
from growth.text import parser_words

HASH = "hash"
NONE = "make one with: growth bundle make --for manager -o FILE"
# More pieces of evidence than this no assessment has.
LINKS = 20_000
_STORE = re.compile(r"[0-9a-f]{16}")
_BEGINS = re.compile(rb'\s*\{\s*"bundle"\s*:')


def _hash(whole: dict[str, Any]) -> str:
    """Return the hash over what a bundle says, in whatever order and layout its file says it."""
    from hashlib import blake2b

    said = {name: value for name, value in whole.items() if name != HASH}
    return f"blake2b:{blake2b(msgspec.json.encode(said, order='sorted'), digest_size=32).hexdigest()}"


def write(bundle: Bundle) -> bytes:
    """Return the bytes of a bundle."""
    whole = msgspec.to_builtins(bundle)
    parts = []
    for name, value in whole.items():
        if isinstance(value, list | tuple):
            encoded = b"[\n" + b",\n".join(msgspec.json.encode(record) for record in value) + b"\n]"
        else:
            encoded = msgspec.json.encode(value)
        parts.append(b'"%s":%s' % (name.encode(), encoded))
    parts.append(b'"%s":"%s"' % (HASH.encode(), _hash(whole).encode()))
    return b"{" + b",\n".join(parts) + b"}\n"


def read(data: bytes, name: str) -> Bundle:
    """Return the bundle that a file holds; refuse one that is damaged, newer, or none at all."""
    whole = _whole(data, name)
    major = _major(whole["bundle"])
    if major > SCHEMA[0]:
        raise Refused(f"{name} was made by a newer growth (bundle schema {major})", "install a newer growth")
    said = {field: value for field, value in whole.items() if field != HASH}
    try:
        bundle = msgspec.convert(said, Bundle)
    except ValueError as error:
        raise Refused(f"{name} is no bundle: {parser_words.plain(str(error))}", "ask for it again") from None
    wrong = fault(bundle)
    if wrong:
        raise Refused(f"{name} is no bundle: {wrong}", "ask for it again")
    return bundle


def is_bundle(head: bytes, name: str) -> bool:
    """Tell whether a file begins as a bundle, or is at least called one; git calls something else so."""
    return _BEGINS.match(head) is not None or (name.endswith(".bundle") and not head.startswith(b"# v"))


def header(head: bytes) -> Header | None:
    """Return what stands on a bundle by its beginning; whether the rest fits it, only `read` can tell."""
    line, _, _ = head.partition(b"\n")
    try:
        whole = parse(line.removesuffix(b",") + b"}")
        found = msgspec.convert(whole.get("bundle"), Header)
    except (ValueError, RecursionError):
        return None
    return found if _STORE.fullmatch(found.store) and found.made.tzinfo is not None else None


def is_whole(data: bytes, name: str) -> bool:
    """Tell whether a bundle says what its maker wrote."""
    try:
        _whole(data, name)
    except Refused:
        return False
    return True


def _whole(data: bytes, name: str) -> dict[str, Any]:
    """Return a bundle's JSON, the hash of which fits."""
    if len(data) > limits.SIZE:
        raise Refused(f"{name} is larger than {limits.SIZE // 1_000_000} MB", "ask for one with --since")
    if b'"bundle"' not in data:
        raise Refused(f"{name} is no bundle", NONE)
    try:
        fault = limits.json_fault(data)
        if fault:
            raise ValueError(fault)
        whole = _parsed(data)
        if not isinstance(whole.get("bundle"), dict):
            raise Refused(f"{name} is no bundle", NONE)
        fits = whole.get(HASH) == _hash(whole)
    except ValueError as error:
        raise Refused(f"{name} is damaged: {error}", "nothing was opened; ask for it again") from None
    if not fits:
        raise Refused(
            f"{name} is damaged: its hash does not fit what it holds", "nothing was opened; ask for it again"
        )
    return whole


def _parsed(data: bytes) -> dict[str, Any]:
    from json import JSONDecodeError

    try:
        return parse(data)
    except JSONDecodeError as error:
        raise ValueError(f"line {error.lineno} of it is cut off, or was changed") from None


def _major(header: dict[str, Any]) -> int:
    schema = header.get("schema")
    first = schema[0] if isinstance(schema, list) and schema else SCHEMA[0]
    return first if isinstance(first, int) else SCHEMA[0]


def fault(bundle: Bundle) -> str:
    """Return what is wrong with a bundle whose fields all have their types, or an empty string."""
    if not _STORE.fullmatch(bundle.header.store):
        return f"{bundle.header.store!r} is not the id of a store"
    if bundle.header.made.tzinfo is None:
        return "$.bundle.made has no offset"
    seen: set[str] = set()
    for record in bundle.records:
        kind = kind_of(type(record))
        if not is_id(record.id) or record.id[0] != kind.letter:
            return f"{record.id!r} is not the id of a record of kind {kind.word}"
        if record.id in seen:
            return f"{record.id} stands in it twice"
        seen.add(record.id)
        if any(at is not None and at.tzinfo is None for at in (record.created, record.changed)):
            return f"an instant of {record.id} has no offset"
    return next(filter(None, map(_fault_of, bundle.assessments)), "")


def _fault_of(one: Assessment) -> str:
    """Return what is wrong with an assessment: it has to be read without the ladder it was judged by."""
    if not one.finished:
        return f"{one.id} is an assessment that is not finished"
    if one.target not in {level.id for level in one.levels}:
        return f"{one.id} is judged against the level {one.target!r}, which is not in it"
    for field, most in (*ladder_limits.MOST.items(), ("ratings", len(one.criteria)), ("evidence", LINKS)):
        if len(getattr(one, field)) > most:
            return f"{one.id} has more than {most:,} {field}"
    return ""
