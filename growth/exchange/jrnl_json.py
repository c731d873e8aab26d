"""The JSON that jrnl exports."""

from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import date_forms, jrnl_text, limits, source_ids
from growth.exchange.jrnl_text import Words
from growth.records.imported import Found, Misread

_AGAIN = "export it again: jrnl --format json"


class _Entry(msgspec.Struct):
    """One entry of jrnl's JSON; what else stands there repeats what these say."""

    title: str
    body: str
    date: str
    tags: list[str] = []
    starred: bool = False
    uuid: str = ""


def _json_entry(number: int, value: Any) -> Found | Misread:
    excerpt = str(value.get("title") or value.get("date") if isinstance(value, dict) else value)[:80]
    try:
        entry = msgspec.convert(value, _Entry)
    except msgspec.ValidationError as error:
        return Misread(number, excerpt, str(error))
    words = Words(entry.title.strip(), entry.body.strip(), entry.starred)
    if not words.title:
        words = jrnl_text.parted(f"{words.body}\n")._replace(star=entry.starred)
    if not words.title:
        return Misread(number, entry.date, "an entry without words")
    day = date_forms.day(entry.date, "%Y-%m-%d")
    found = jrnl_text.found(number, words, day)
    said = f"{entry.title}\n{entry.body}".casefold()
    # What stands in the text is left there; tags of their own have journals that Day One keeps.
    own = tuple(tag.lstrip("@#") for tag in entry.tags if tag.casefold() not in said)
    source = source_ids.source("jrnl", entry.uuid)
    version = source_ids.digest(entry.date, entry.title, entry.body, entry.starred, own) if source else ""
    found = msgspec.structs.replace(found, tags=own, source=source, version=version)
    if day:
        return found
    return Misread(number, f"{entry.date} {words.title}", "not a day that a calendar has", found)


def is_one(value: Any) -> bool:
    """Tell whether a document has the shape of jrnl's."""
    if not isinstance(value, dict) or not isinstance(value.get("entries"), list):
        return False
    entries = value["entries"]
    first = entries[0] if entries else {"title": "", "date": ""}
    shaped = isinstance(first, dict) and {"title", "date"} <= first.keys()
    return isinstance(value.get("tags"), dict) and shaped


def read(data: bytes, name: str) -> list[Found | Misread]:
    """Return the entries of an export; the number of each stands for its line."""
    fault = limits.json_fault(data)
    value: Any = None
    try:
        value = None if fault else msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        fault = str(error)
    if fault:
        raise WrongUsage(f"{name} cannot be read: {fault}", _AGAIN)
    if not is_one(value):
        raise WrongUsage(f"{name} is no export of jrnl", _AGAIN)
    return [_json_entry(number, entry) for number, entry in enumerate(value["entries"], start=1)]
