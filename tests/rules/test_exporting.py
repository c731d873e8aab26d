"""What goes out: all of mine, what filters let through, and what a reader may see."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.bundle import Header, Sender
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.person import Person, Relation
from growth.records.request import Asked, Request
from growth.records.session import AgendaItem, Session
from growth.records.thumb import Thumb
from growth.rules.audience import audience
from growth.rules.exporting import chosen, for_others, is_private, mine
from growth.rules.select import Selection

DAY = datetime.date(2026, 3, 4)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
MARCH = Period(datetime.date(2026, 3, 1), datetime.date(2026, 4, 1))
EVA = Person(name="Eva", handles=("eva",), relations=(Relation("manager"),), created=NOW)
ENTRY = Entry(id="j260304-aaaa", title="x", day=DAY, share="manager", created=NOW)
NOTE = Entry(id="j260304-bbbb", title="a note", day=DAY, about="ana", kind="note", created=NOW)
MET = Session(id="s260304-aaaa", person="eva", day=DAY, private="to myself", created=NOW)
AHEAD = Session(id="s260304-bbbb", person="eva", agenda=(AgendaItem(text="x", added=DAY),), created=NOW)
PAIR = Mentorship(
    id="m260304-aaaa", person="kim", role="mentor", since=DAY - datetime.timedelta(days=90), created=NOW
)
PROMISE = Action(
    id="t260304-aaaa", text="x", person="eva", day=DAY, share="person", origin=NOTE.id, created=NOW
)
ASKED = Request(
    id="r260304-aaaa", person="eva", questions=(Asked(marker="q", text="?"),), day=DAY, created=NOW
)
THUMB = Thumb(id="v260304-aaaa", target="x", up=True, day=DAY, created=NOW)
SEEN = Observation(id="o260304-aaaa", person="eva", day=DAY, share="person", created=NOW)
ALL: list[Record] = [ENTRY, NOTE, EVA, MET, AHEAD, PAIR, PROMISE, ASKED, THUMB, SEEN]


def test_without_filters_all_of_it_goes() -> None:
    assert chosen(ALL, Selection()) == ALL


@pytest.mark.parametrize(
    ("period", "staying"),
    [
        (MARCH, [AHEAD]),
        (Period(MARCH.start, None), []),
        (Period(MARCH.end, None), [ENTRY, NOTE, MET, PROMISE, ASKED, THUMB, SEEN]),
        (Period(None, datetime.date(2025, 1, 1)), [one for one in ALL if one is not EVA]),
    ],
)  # fmt: skip
def test_a_time_goes_for_every_kind_but_people(period: Period, staying: list[Record]) -> None:
    assert chosen(ALL, Selection(period=period)) == [one for one in ALL if one not in staying]


def test_a_mentorship_is_of_the_time_it_lasted() -> None:
    over = replace(PAIR, until=datetime.date(2026, 2, 1))
    assert chosen([over], Selection(period=MARCH)) == []
    assert chosen([over], Selection(period=Period(datetime.date(2026, 1, 1), None))) == [over]


def test_any_other_filter_is_for_entries_and_notes_need_to_be_asked_for() -> None:
    assert chosen(ALL, Selection(share="manager")) == [ENTRY]
    assert chosen(ALL, Selection(about=frozenset(("ana",)))) == [NOTE]
    assert chosen(ALL, Selection(notes=True)) == [ENTRY, NOTE]


def test_an_undated_entry_is_of_no_time() -> None:
    assert chosen([replace(ENTRY, precision="none")], Selection(period=MARCH)) == []


def test_what_is_for_nobody_else_is_counted() -> None:
    assert [one.id or "p" for one in ALL if is_private(one)] == [
        NOTE.id, "p", MET.id, ASKED.id, THUMB.id,
    ]  # fmt: skip
    assert is_private(replace(AHEAD, agenda=(replace(AHEAD.agenda[0], private=True),)))
    going = mine(ALL)
    assert (going.records, going.private, going.withheld) == (tuple(ALL), 5, 0)


def test_entries_stand_in_the_order_of_their_days() -> None:
    earlier = replace(ENTRY, id="j260303-aaaa", day=DAY - datetime.timedelta(days=1))
    assert mine([ENTRY, EVA, earlier]).entries == (earlier, ENTRY)


def test_others_get_what_a_bundle_would_hold() -> None:
    header = Header(growth="1", store="", sender=Sender(), audience="manager", to="eva", made=NOW)
    going = for_others(ALL, header, audience("manager", [EVA], DAY))
    assert [one.id for one in going.records] == [ENTRY.id, MET.id, AHEAD.id, PROMISE.id, SEEN.id]
    assert going.records[1] == replace(MET, private="")
    # What it came from is not theirs to see, and so is not named.
    assert going.records[3] == replace(PROMISE, origin="")
    assert (going.withheld, going.private) == (2, 0)
