"""Day One read into entries: the zip, plain JSON, and the property lists of the classic one."""

import datetime
import io
import json
import plistlib
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import dayone, dayone_entry
from growth.exchange.formats import Head
from growth.records.imported import Found, Misread, Reading, ReadOptions

OPTIONS = ReadOptions(today=datetime.date(2026, 11, 24))
ENTRY: dict[str, Any] = {
    "uuid": "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
    "creationDate": "2026-11-24T23:30:00Z",
    "modifiedDate": "2026-11-25T08:00:00Z",
    "timeZone": "Europe/Berlin",
    "text": "# Cut the build time\n\nFrom 8 to 4 minutes\\. See https://example.org/pull/1\n\n![](dayone-moment://F0)",
    "tags": ["Build Tools", "ranker"],
    "starred": True,
    "location": {"placeName": "Office", "latitude": 1.0, "longitude": 2.0},
    "weather": {"conditionsDescription": "Rain"},
    "photos": [{"identifier": "F0"}],
}
FOUND = Found(
    line=1,
    day=datetime.date(2026, 11, 25),
    precision="day",
    title="Cut the build time",
    body="From 8 to 4 minutes. See https://example.org/pull/1",
    tags=("build-tools", "ranker"),
    links=("https://example.org/pull/1",),
    star=True,
    source="dayone:0A1B2C3D4E5F60718293A4B5C6D7E8F9",
    version="",
)


def document(*entries: Any) -> bytes:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).encode()


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def plist(**other: Any) -> bytes:
    created = datetime.datetime(2026, 11, 24, 23, 30)
    return plistlib.dumps(
        {"Creation Date": created, "Entry Text": "Fixed it.\nMore.", "UUID": "AB12", **other}
    )


SEEDS = (
    document(ENTRY),
    packed({"Journal.json": document(ENTRY), "photos/f0.jpeg": b"\xff\xd8"}),
    plist(Starred=True, Tags=["a"], **{"Time Zone": "Europe/Berlin"}),
    packed({"Journal.dayone/entries/AB12.doentry": plist(), "Journal.dayone/photos/AB12.jpg": b"\xff\xd8"}),
)


def reading(data: bytes, name: str = "Journal.json") -> Reading:
    return dayone.read(data, name=name, options=OPTIONS)


def plain(found: Found) -> Found:
    return Found(**{name: getattr(found, name) for name in found.__struct_fields__ if name != "version"})


def only(**fields: Any) -> Found:
    (found,) = reading(document({**ENTRY, **fields})).found
    return found


def test_an_entry_is_of_the_day_it_was_where_it_was_written() -> None:
    read = reading(document(ENTRY))
    assert [plain(found) for found in read.found] == [FOUND]
    assert read.found[0].version
    assert read.misread == ()
    assert read.left == (("media file", 1), ("place", 1), ("weather report", 1))


def test_a_zip_holds_journals_and_photos() -> None:
    other = {**ENTRY, "uuid": "B", "photos": None, "location": None, "weather": None}
    data = packed(
        {
            "Work.json": document(ENTRY),
            "Home.json": document(other),
            "photos/f0.jpeg": b"\xff\xd8",
            "photos/f1.jpeg": b"\xff\xd8",
        }
    )
    read = reading(data, "Export.zip")
    assert [(found.line, found.source) for found in read.found] == [(1, FOUND.source), (2, "dayone:B")]
    assert read.left == (("media files", 2), ("place", 1), ("weather report", 1))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", "2026-11-25"),
        ("America/New_York", "2026-11-24"),
        ("Pacific/Kiritimati", "2026-11-25"),
        ("GMT+0100", "2026-11-25"),
        ("GMT-05:00", "2026-11-24"),
        ("", "2026-11-24"),
    ],
)
def test_the_zone_of_an_entry_tells_its_day(zone: str, day: str) -> None:
    assert str(only(timeZone=zone).day) == day


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "/etc/passwd", "x" * 5000, "GMT+99:00"])
def test_a_zone_that_nobody_knows_is_in_doubt(zone: str) -> None:
    (misread,) = reading(document({**ENTRY, "timeZone": zone})).misread
    assert misread.why == f"no time zone is called {zone[:60]!r}; taken as local time"
    assert misread.kept and str(misread.kept.day) == "2026-11-24"


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2026-02-31T10:00:00Z", "no instant that a calendar has"),
        ("yesterday", "no instant that a calendar has"),
        ("2026-11-24T10:00:00", "an instant without its offset"),
        ("0001-01-01T00:00:00+12:00", "no instant that a calendar has"),
    ],
)
def test_an_impossible_instant_is_kept_undated(date: str, why: str) -> None:
    read = reading(document({**ENTRY, "creationDate": date, "timeZone": "America/New_York"}))
    (misread,) = read.misread
    assert (misread.line, misread.text, misread.why) == (1, f"{date} Cut the build time", why)
    assert misread.kept and (misread.kept.day, misread.kept.precision) == (None, "none")


@pytest.mark.parametrize(
    ("entry", "text", "why"),
    [
        (5, "5", "a whole number, where an object with names should be"),
        ({"text": "x"}, "x", "its creationDate is missing"),
        (
            {"text": 7, "creationDate": "2026-11-24T10:00:00Z"}, "7",
            "text: a whole number, where text or nothing should be",
        ),
    ],
)  # fmt: skip
def test_an_entry_of_another_shape_is_told_and_the_rest_is_read(entry: Any, text: str, why: str) -> None:
    read = reading(document(ENTRY, entry, {**ENTRY, "uuid": "B"}))
    assert read.misread == (Misread(2, text, why),)
    assert [found.line for found in read.found] == [1, 3]


def test_an_entry_without_words_is_counted() -> None:
    read = reading(document({"uuid": "A", "creationDate": "2026-11-24T10:00:00Z", "photos": [{}, {}]}))
    assert (read.found, read.misread) == ((), ())
    assert read.left == (("media files", 2), ("empty record", 1))


def test_an_entry_that_only_the_editor_has_words_of_is_read() -> None:
    rich = json.dumps(
        {"contents": [{"text": "Paired on "}, {"text": "the cache.\nWell."}, {"embeddedObjects": []}]}
    )
    found = only(text=None, richText=rich)
    assert (found.title, found.body) == ("Paired on the cache.", "Well.")


def test_an_id_that_stands_twice_is_two_entries() -> None:
    first, second = reading(document(ENTRY, {**ENTRY, "text": "Copied"})).found
    assert (first.source, second.source, second.version) == (FOUND.source, "", "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Done\. Really\!", "Done. Really!"),
        (r"v1\.2 \(beta\) \#3 \- all", "v1.2 (beta) #3 - all"),
        (r"snake\_case and \_not\_ this", r"snake_case and \_not\_ this"),
        (r"\*stars\* and \`code\`", r"\*stars\* and \`code\`"),
        ("```\na\\.b\n```\nc\\.d", "```\na\\.b\n```\nc.d"),
        ("a\n\n![](dayone-moment://0F)\n\nb", "a\n\n\n\nb"),
    ],
)
def test_escapes_are_undone_where_they_change_nothing(written: str, meant: str) -> None:
    assert dayone_entry.plain(written) == meant


def test_a_property_list_is_an_entry() -> None:
    data = plist(Starred=True, Tags=["a"], Location={"Place Name": "x"}, **{"Time Zone": "Europe/Berlin"})
    (found,) = reading(data, "AB12.doentry").found
    assert (str(found.day), found.title, found.body, found.tags) == (
        "2026-11-25",
        "Fixed it.",
        "More.",
        ("a",),
    )
    assert (found.star, found.source) == (True, "dayone:AB12")


def test_a_classic_bundle_in_a_zip_is_read() -> None:
    read = reading(SEEDS[3], "Journal.zip")
    assert [found.title for found in read.found] == ["Fixed it."]
    assert read.left == (("media file", 1),)


def test_a_broken_property_list_costs_itself_alone() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "x">]><plist><string>&a;</string></plist>'
    read = reading(packed({"entries/A.doentry": bomb, "entries/B.doentry": plist()}), "J.zip")
    assert [found.title for found in read.found] == ["Fixed it."]
    (misread,) = read.misread
    assert (misread.line, misread.text) == (1, "entries/A.doentry")
    assert misread.why.startswith("no property list: ")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"entries": [', "J.json cannot be read: it is cut off before its end"),
        (b'{"entries": 5}', "J.json is no journal of Day One"),
        (b'{"a":' * 200, "J.json cannot be read: nested deeper than 100 levels"),
        (b"<?xml version='1.0'?><plist><dict>", "J.json cannot be read: no property list: "),
        (packed({"a.txt": b""}), "J.json holds no journal of Day One"),
        (packed({"a.json": b"[]"}), "J.json: a.json is no journal of Day One"),
        (b"D1\x01abc", "J.json is encrypted by Day One"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        reading(data, "J.json")
    assert refused.value.message.startswith(message)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("data", "name", "is_one"),
    [
        *((seed, "x", True) for seed in SEEDS),
        (document(), "Journal.json", True),
        (b'{"entries": []}', "a.json", False),
        (b'{"entries": [{"title": "x", "date": "2026-11-24"}], "tags": {}}', "a.json", False),
        (packed({"a.txt": b"x"}), "a.zip", False),
        (packed({"deep/a.json": b"{}"}), "a.zip", False),
        (b"PK\x03\x04broken", "a.zip", False),
        (b"<plist><dict/></plist>", "a.xml", False),
        (b"# Notes\n", "a.md", False),
    ],
)
def test_it_is_known_by_its_content(data: bytes, name: str, is_one: bool) -> None:
    assert dayone.is_one(Head(data, name)) is is_one


@given(st.text(max_size=80))
def test_words_without_a_backslash_stay_as_they_are(text: str) -> None:
    if not any(sign in text for sign in ("\\", "dayone-moment")):
        assert dayone_entry.plain(text) == "\n".join(line.rstrip() for line in text.split("\n")).strip()
