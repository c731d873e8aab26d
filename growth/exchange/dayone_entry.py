"""One entry of Day One: its day where it was written, its title and body, and what is left out of it."""

import datetime
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec

from growth.exchange import source_ids
from growth.exchange.heading_words import slug
from growth.exchange.markdown_text import links, split_title
from growth.records.dates import Day
from growth.records.imported import Found, Misread
from growth.text import parser_words

FORMAT = "dayone"
PLACES, WEATHER, MEDIA, EMPTY = "place", "weather report", "media file", "empty record"
# Day One escapes every sign that Markdown knows; what would become emphasis, code or a link keeps it.
_ESCAPED = re.compile(r"\\([-.!#+()\]{}|:\"'/&,;=?@%$^])|(?<=\w)\\(_)(?=\w)")
_MEDIA = re.compile(r"!\[[^\[\]\n]*\]\(dayone-moment:[^()\s]*\)")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_OFFSET = re.compile(r"(?:GMT|UTC)?([-+])(\d\d?):?(\d\d)?")
_LONGEST_ZONE = 60


class Entry(msgspec.Struct, rename="camel"):
    """What is read of an entry; a field of another type is told, and the entry left out."""

    creation_date: str
    uuid: str = ""
    text: str | None = None
    rich_text: str | None = None
    time_zone: str | None = None
    tags: list[str] | None = None
    starred: bool | None = None
    location: Any = None
    weather: Any = None
    photos: list[Any] | None = None
    videos: list[Any] | None = None
    audios: list[Any] | None = None
    pdf_attachments: list[Any] | None = None


def read(number: int, value: Any, left: Counter[str]) -> Found | Misread | None:
    """Return what an entry is, or None where it has no word; `left` counts what is left out."""
    try:
        raw = isinstance(value, msgspec.Raw)
        entry = msgspec.json.decode(value, type=Entry) if raw else msgspec.convert(value, Entry)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as error:
        return Misread(number, _excerpt(value), parser_words.plain(str(error)))
    left[MEDIA] += sum(len(each or ()) for each in _media(entry))
    left[PLACES] += bool(entry.location)
    left[WEATHER] += bool(entry.weather)
    title, body = _words(entry)
    if not title:
        left[EMPTY] += 1
        return None
    day, fault = _day(entry.creation_date, entry.time_zone or "")
    tags = tuple(dict.fromkeys(tag for word in entry.tags or () if (tag := slug(word))))
    source = source_ids.source(FORMAT, entry.uuid)
    found = Found(
        line=number,
        day=day,
        precision="day" if day else "none",
        title=title,
        body=body,
        tags=tags,
        star=bool(entry.starred),
        links=links(f"{title}\n{body}"),
        source=source,
        version=source_ids.digest(title, body, day, tags, bool(entry.starred)) if source else "",
    )
    return Misread(number, f"{entry.creation_date} {title}", fault, found) if fault else found


def _media(entry: Entry) -> tuple[list[Any] | None, ...]:
    return entry.photos, entry.videos, entry.audios, entry.pdf_attachments


def _excerpt(value: Any) -> str:
    try:
        value = msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else value
    except (msgspec.DecodeError, RecursionError):
        return bytes(value)[:80].decode("utf-8", "replace")
    said = value.get("text") or value.get("uuid") if isinstance(value, dict) else value
    return " ".join(str(said)[:200].split())[:80]


def _rich(text: str) -> str:
    """Return the words of an entry that has no text but that of the editor."""
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return ""
    parts = value.get("contents") if isinstance(value, dict) else None
    said = (part.get("text") for part in parts if isinstance(part, dict)) if isinstance(parts, list) else ()
    return "".join(part for part in said if isinstance(part, str))


def plain(text: str) -> str:
    """Return the Markdown of Day One without the escapes that only it needs; code is left alone."""
    lines: list[str] = []
    fenced = False
    for line in _MEDIA.sub("", text).split("\n"):
        fence = line.lstrip().startswith("```")
        if not (fenced or fence):
            line = _ESCAPED.sub(lambda match: match[1] or match[2], line)
        lines.append(line.rstrip())
        fenced ^= fence
    return "\n".join(lines).strip()


def _words(entry: Entry) -> tuple[str, str]:
    text = entry.text if entry.text and entry.text.strip() else _rich(entry.rich_text or "")
    first, _, body = plain(text.replace("\r\n", "\n").replace("\r", "\n")).partition("\n")
    title, rest = split_title(_HEADING.sub("", first.strip(), count=1))
    return title, "\n\n".join(part for part in (rest, body.strip()) if part)


def _zone(name: str) -> datetime.tzinfo | None:
    """Return a time zone by its name, or None where nobody knows it."""
    import zoneinfo

    offset = _OFFSET.fullmatch(name)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        sign = -1 if offset[1] == "-" else 1
        return datetime.timezone(sign * datetime.timedelta(minutes=minutes)) if minutes < 24 * 60 else None
    try:
        return zoneinfo.ZoneInfo(name) if len(name) <= _LONGEST_ZONE else None
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None


def _day(written: str, zone: str) -> tuple[Day | None, str]:
    """Return the day that it was where an entry was written, and what is in doubt about it."""
    try:
        instant = datetime.datetime.fromisoformat(written)
        if instant.tzinfo is None:
            return None, "an instant without its offset"
        known = _zone(zone) if zone else None
        day = instant.astimezone(known).date()
    except (ValueError, OverflowError, OSError):
        return None, "no instant that a calendar has"
    return (
        day,
        "" if known or not zone else f"no time zone is called {zone[:_LONGEST_ZONE]!r}; taken as local time",
    )


def of_plist(value: Mapping[Any, Any]) -> dict[str, Any]:
    """Return an entry of the classic Day One, which is a property list, as the newer one writes it."""
    created = value.get("Creation Date")
    # A date of a property list is UTC, whatever the machine.
    written = f"{created.isoformat()}Z" if isinstance(created, datetime.datetime) else created
    found = {
        "creationDate": written,
        "uuid": value.get("UUID", ""),
        "text": value.get("Entry Text"),
        "timeZone": value.get("Time Zone"),
        "tags": value.get("Tags"),
        "starred": value.get("Starred"),
        "location": value.get("Location"),
        "weather": value.get("Weather"),
    }
    return {key: part for key, part in found.items() if part is not None}
