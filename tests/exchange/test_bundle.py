"""A bundle's file: what is written is read, and whatever else happens to it is noticed."""

import datetime
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.errors import Refused
from growth.exchange import bundle
from growth.records.action import Action
from growth.records.assessment import Assessment, Rating
from growth.records.bundle import Bundle, Header, Sender
from growth.records.entry import Entry
from growth.records.ladder import Criterion, Level, Theme
from growth.records.mentorship import Mentorship
from growth.records.session import AgendaItem, Session

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
DAY = NOON.date()
HEADER = Header(
    growth="0.1.0",
    store="0123456789abcdef",
    sender=Sender(name="Ana Silva", handle="ana", emails=("ana@example.com",)),
    audience="manager",
    made=NOON,
)
BUNDLE = Bundle(
    header=HEADER,
    entries=(Entry(id="j261124-0001", day=DAY, title="Cut p99 «by half»", share="manager", created=NOON),),
    sessions=(
        Session(
            id="s261124-0001",
            person="eva",
            agenda=(AgendaItem(text="on-call", added=DAY),),
            shared="We agreed.",
            created=NOON,
        ),
    ),
    mentorships=(Mentorship(id="m261124-0001", person="kim", role="mentor", since=DAY, created=NOON),),
    actions=(Action(id="t261124-0001", text="write the RFC", day=DAY, created=NOON),),
)
DATA = bundle.write(BUNDLE)


def test_it_is_json_with_a_record_a_line() -> None:
    lines = DATA.decode().splitlines()
    assert lines[0] == (
        '{"bundle":{"growth":"0.1.0","schema":[1,5],"store":"0123456789abcdef",'
        '"from":{"name":"Ana Silva","handle":"ana","emails":["ana@example.com"]},'
        '"for":"manager","made":"2026-11-24T12:00:00Z"},'
    )
    assert lines[2].startswith('{"id":"j261124-0001","day":"2026-11-24","title":"Cut p99 «by half»"')
    assert len(lines) == 14 and lines[-1].startswith('"hash":"blake2b:')
    assert set(json.loads(DATA)) == {"bundle", "entries", "sessions", "mentorships", "actions", "hash"}


def test_what_is_written_is_read() -> None:
    assert bundle.read(DATA, "ana.json") == BUNDLE


def test_the_layout_and_the_order_of_its_fields_do_not_matter() -> None:
    whole = json.loads(DATA)
    again = json.dumps(dict(reversed(whole.items())), indent=4, ensure_ascii=True)
    assert bundle.read(again.encode(), "ana.json") == BUNDLE


def test_fields_that_a_later_growth_adds_are_no_damage() -> None:
    whole = json.loads(DATA)
    whole["entries"][0]["mood"] = "later"
    whole["feedback"] = []
    assert bundle.read(sealed(whole), "ana.json") == BUNDLE


def sealed(whole: dict[str, object]) -> bytes:
    """Return a bundle's bytes with the hash that fits, as somebody who means harm would make it."""
    whole["hash"] = bundle._hash(whole)
    return json.dumps(whole).encode()


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=0, max_size=2))
def test_a_byte_that_is_not_what_it_was_is_noticed(place: int, other: bytes) -> None:
    spoilt = DATA[:place] + other + DATA[place + 1 :]
    try:
        found = bundle.read(spoilt, "ana.json")
    except Refused as refused:
        assert refused.message.startswith("ana.json is ")
    else:
        assert found == BUNDLE


@given(st.integers(0, len(DATA) - 3))
def test_a_file_that_was_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(Refused, match=r"ana\.json is damaged|ana\.json is no bundle"):
        bundle.read(DATA[:length], "ana.json")


def edited(*path: str | int, value: object) -> bytes:
    whole = json.loads(DATA)
    place = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return sealed(whole)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"# Brag\n", "ana.json is no bundle"),
        (b"\x89PNG\r\n", "ana.json is no bundle"),
        (DATA[:-40], f"ana.json is damaged: line {len(DATA.splitlines())} of it is cut off, or was changed"),
        (b"{}", "ana.json is no bundle"),
        (b'{"bundle":{"a":1,"a":2}}', "ana.json is damaged: a key stands twice"),
        (
            b'{"bundle":' + b"[" * 101 + b"]" * 101 + b"}",
            "ana.json is damaged: nested deeper than 100 levels",
        ),
        (b'{"bundle":{"n":' + b"1" * 301 + b"}}", "ana.json is damaged: a number of more than 300 digits"),
        (b'{"bundle":{"a":"\xff"}}', "ana.json is damaged: byte 16 is no UTF-8"),
        (b'{"bundle":{"a":"\\ud800"}}', "ana.json is damaged: "),
        (DATA.replace(b"by half", b"by  half"), "ana.json is damaged: its hash does not fit what it holds"),
        (
            edited("bundle", "schema", value=[2, 0]),
            "ana.json was made by a newer growth (bundle schema 2)",
        ),
        (
            edited("bundle", "store", value="../../config"),
            "ana.json is no bundle: '../../config' is not the id of a store",
        ),
        (
            edited("bundle", "made", value="2026-11-24T12:00:00"),
            "ana.json is no bundle: $.bundle.made has no offset",
        ),
        (
            edited("entries", 0, "title", value=3),
            "ana.json is no bundle: entries[0].title: a whole number, where text should be",
        ),
        (
            edited("entries", 0, "id", value="t261124-0001"),
            "ana.json is no bundle: 't261124-0001' is not the id of a record of kind entry",
        ),
        (
            edited("entries", value=[json.loads(DATA)["entries"][0]] * 2),
            "ana.json is no bundle: j261124-0001 stands in it twice",
        ),
        (
            edited("actions", 0, "created", value="2026-11-24T12:00:00"),
            "ana.json is no bundle: an instant of t261124-0001 has no offset",
        ),
    ],
)
def test_what_is_refused_and_why(data: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        bundle.read(data, "ana.json")
    assert refused.value.message.startswith(said)
    assert refused.value.exit_code == 1


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("growth.exchange.limits.SIZE", 100)
    with pytest.raises(Refused, match="is larger than"):
        bundle.read(DATA, "ana.json")


RATED = Assessment(
    id="a261124-0001", about="eva", ladder="small", target="L2", period="2026-H2", start=DAY, end=DAY,
    day=DAY, finished=DAY, levels=(Level(id="L2", name="Two", rank=2),),
    themes=(Theme(id="talk", name="Talking"),),
    criteria=(Criterion(id="c1", theme="talk", level="L2", summary="Says why."),),
    ratings=(Rating(criterion="c1", judgement="doing", statement="Said why.", day=DAY),), created=NOON,
)  # fmt: skip


def test_an_assessment_brings_the_texts_it_was_judged_by() -> None:
    whole = replace(BUNDLE, assessments=(RATED,))
    assert bundle.read(bundle.write(whole), "ana.json") == whole


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"finished": None}, "is an assessment that is not finished"),
        ({"levels": ()}, "is judged against the level 'L2', which is not in it"),
        ({"criteria": RATED.criteria * 10_001}, "has more than 10,000 criteria"),
        ({"ratings": RATED.ratings * 2}, "has more than 1 ratings"),
        ({"id": "f261124-0001"}, "is not the id of a record of kind assessment"),
    ],
)
def test_an_assessment_that_cannot_be_read_alone_is_refused(fields: dict[str, Any], fault: str) -> None:
    data = bundle.write(replace(BUNDLE, assessments=(replace(RATED, **fields),)))
    with pytest.raises(Refused, match=re.escape(fault)):
        bundle.read(data, "ana.json")
