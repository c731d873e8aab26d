"""The JSON that jrnl exports."""

from collections.abc import Iterator
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import date_forms, jrnl_text, json_parts, source_ids
from growth.exchange.jrnl_text import Words
from growth.records.imported import Found, Misread
from growth.text import parser_words

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
        return Misread(number, excerpt, parser_words.plain(str(error)))
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


def read(data: bytes, name: str) -> Iterator[Found | Misread]:
    """Yield the entries of an export; the number of each stands for its line."""
    try:
        start = json_parts.start(data)
        if json_parts.end(data, start) < len(data):
            raise json_parts.Bad("more follows where the journal ends", len(data))
        places = json_parts.members(data, start)
        first, last = places.get("entries", (start, start))
        if data[first : first + 1] != b"[" or "tags" not in places:
            raise WrongUsage(f"{name} is no export of jrnl", _AGAIN)
        for number, part in enumerate(json_parts.parts(data, first, last), start=1):
            value = msgspec.json.decode(part)
            if number == 1 and not is_one({"tags": {}, "entries": [value]}):
                raise WrongUsage(f"{name} is no export of jrnl", _AGAIN)
            yield _json_entry(number, value)
    except json_parts.Bad as bad:
        raise WrongUsage(f"{name} cannot be read: {bad.why}", _AGAIN) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise WrongUsage(f"{name} cannot be read: {parser_words.plain(str(error))}", _AGAIN) from None
