"""Our own records as JSON Lines: read back as written, refused with line and path where they are wrong."""

import contextlib
import datetime
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.jsonl import fault, read
from growth.exchange.out_jsonl import document, write
from growth.records.action import Action
from growth.records.entry import ENTRY_KINDS, SHARES, Entry, Metric
from growth.records.kinds import KINDS, Record
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.text.clean import clean

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 3, 4)


def records(text: str | bytes) -> tuple[Record, ...]:
    data = text.encode() if isinstance(text, str) else text
    found, misread = read(data, name="out.jsonl", created=NOW)
    assert misread == ()
    return found


def faults(text: str | bytes) -> list[tuple[int, str]]:
    data = text.encode() if isinstance(text, str) else text
    return [(piece.line, piece.why) for piece in read(data, name="out.jsonl", created=NOW)[1]]


def test_the_least_that_is_an_entry() -> None:
    assert records('{"title": "Cut the build", "day": "2026-03-04"}\n') == (
        Entry(title="Cut the build", day=DAY, created=NOW),
    )


def test_every_kind_of_record_comes_back() -> None:
    mine: tuple[Record, ...] = (
        Entry(
            id="j260304-7k3q",
            title="Cut p99",
            day=DAY,
            metrics=(Metric(name="p99", before="480", after="210", unit="ms"),),
            created=NOW,
        ),
        Person(name="Ana Silva", handles=("ana",), relations=(Relation("direct", DAY),), created=NOW),
        Session(person="ana", agenda=(AgendaItem(text="on-call", added=DAY),), created=NOW),
        Mentorship(person="kim", role="mentor", since=DAY, created=NOW),
        Action(text="write the RFC", day=DAY, due=DAY, created=NOW),
    )
    assert records(write(mine)) == mine
    assert write(mine[:1]).startswith(b'{"record":"entry","id":"j260304-7k3q","day":"2026-03-04"')


def test_the_letter_of_the_id_says_the_kind() -> None:
    (action,) = records('{"id": "t260304-7k3q", "text": "write", "day": "2026-03-04"}')
    assert isinstance(action, Action)


def test_one_record_or_a_list_laid_out_over_lines() -> None:
    assert len(records('{\n  "title": "one",\n  "day": "2026-03-04"\n}\n')) == 1
    assert (
        len(
            records('[\n  {"title": "one", "day": "2026-03-04"},\n  {"title": "two", "day": "2026-03-04"}\n]')
        )
        == 2
    )
    assert len(records('[{"title": "one", "day": "2026-03-04"}]\n{"title": "two", "day": "2026-03-04"}')) == 2


def test_blank_lines_line_ends_and_a_byte_order_mark() -> None:
    assert (
        len(
            records(
                '\ufeff{"title": "one", "day": "2026-03-04"}\r\n\r\n{"title": "two", "day": "2026-03-04"}'
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            '{"title": "x", "day": "2026-02-30"}',
            "day: no day that a calendar has; one is written as 2026-03-04",
        ),
        ('{"title": 3, "day": "2026-03-04"}', "title: a whole number, where text should be"),
        ('{"day": "2026-03-04"}', "its title is missing"),
        ('{"title": " ", "day": "2026-03-04"}', "title: empty"),
        ('{"title": "x", "day": "2026-03-04", "titel": "y"}', "titel: no such field"),
        (
            '{"title": "x", "day": "2026-03-04", "metrics": [{"name": "a", "after": "1", "befor": "0"}]}',
            "metrics[0].befor: no such field",
        ),
        ('{"title": "x", "title": "y", "day": "2026-03-04"}', "title: given twice"),
        (
            '{"title": "x", "day": "2026-03-04", "share": "all"}',
            "share: 'all' is none of private, person, manager, team",
        ),
        (
            '{"record": "boast"}',
            "record: 'boast' is none of action, answer, assessment, draft, entry, goal, ladder, "
            "mentorship, observation, person, practice, request, session, thumb, wonder",
        ),
        (
            '{"record": ["entry"]}',
            "record: ['entry'] is none of action, answer, assessment, draft, entry, goal, ladder, "
            "mentorship, observation, person, practice, request, session, thumb, wonder",
        ),
        (
            '{"record": "person", "id": "j260304-7k3q"}',
            "id: 'j260304-7k3q' is not the id of a record of kind person",
        ),
        ('{"id": "jam", "title": "x"}', "id: 'jam' is not the id of a record of kind entry"),
        ('{"record": "person", "name": "Ana", "handles": []}', "handles: empty"),
        (
            '{"title": "x", "day": "2026-03-04", "created": "2026-03-04T10:00:00"}',
            "created: an instant needs its offset, such as 2026-03-04T10:00:00+01:00",
        ),
        (
            '{"record": "answer", "person": "ana", "day": "2026-03-04", '
            '"replies": [{"question": "?"}, {"question": "?", "rating": "4"}]}',
            "replies[1].rating: text, where a whole number or nothing should be",
        ),
        (
            '{"record": "answer", "person": "ana", "day": "2026-03-04", '
            '"replies": [{"question": "?", "rating": 0}]}',
            "replies[0].rating: 0 is no step: the lowest is 1",
        ),
        ('{"title": NaN}', "a quote or a comma is missing, or one is too many, near byte 10"),
        (
            '{"title": "\\ud800", "day": "2026-03-04"}',
            "a \\u in a text is half of a sign, near byte 17",
        ),
        ('{"spent": ' + "9" * 301 + "}", "a number of more than 300 digits"),
        (
            '{"title": "x", "day": "2026-03-04", "spent": ' + "9" * 30 + "}",
            "spent: not a number of minutes",
        ),
        ("[" * 5000, "nested deeper than 100 levels"),
        ("3", "a whole number, where an object with names should be"),
        ("[[]]", "record 1: a list, where an object with names should be"),
        ("{", "it is cut off before its end"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_path(line: str, why: str) -> None:
    good = '{"title": "one", "day": "2026-03-04"}'
    assert faults(f"{good}\n\n{line}\n{good}") == [(3, why)]


def test_brackets_and_digits_inside_of_a_text_are_text() -> None:
    title = "[" * 200 + "9" * 400 + '\\"'
    assert len(records(f'{{"title": "{title}", "day": "2026-03-04"}}')) == 1


def test_what_is_not_utf8_is_refused() -> None:
    with pytest.raises(WrongUsage, match="not UTF-8: byte 0xff at offset 1"):
        read(b"{\xff}", name="out.jsonl", created=NOW)


TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
WORD = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=8)
ENTRIES = st.builds(
    Entry,
    day=st.dates(),
    kind=st.sampled_from(ENTRY_KINDS),
    title=TEXT.filter(str.strip),
    body=TEXT,
    tags=st.lists(WORD, max_size=3).map(tuple),
    metrics=st.lists(st.builds(Metric, name=TEXT, after=TEXT, before=TEXT, unit=TEXT), max_size=2).map(tuple),
    links=st.lists(TEXT, max_size=2).map(tuple),
    spent=st.none() | st.integers(0, 10_000),
    share=st.sampled_from(SHARES),
    star=st.booleans(),
    created=st.datetimes(timezones=st.just(datetime.UTC)),
)
ACTIONS = st.builds(
    Action,
    text=TEXT.filter(str.strip),
    day=st.dates(),
    due=st.none() | st.dates(),
    moved=st.lists(st.dates(), max_size=2).map(tuple),
    created=st.datetimes(timezones=st.just(datetime.UTC)),
)


@given(st.lists(st.one_of(ENTRIES, ACTIONS), max_size=5).map(tuple))
def test_out_and_in_is_the_same(mine: tuple[Record, ...]) -> None:
    assert records(write(mine)) == mine


INSTANTS = st.datetimes(timezones=st.just(datetime.UTC))
EVERY = st.one_of(
    *(st.builds(kind.type, id=st.just(""), created=INSTANTS, changed=st.none() | INSTANTS) for kind in KINDS)
).filter(lambda record: not fault(record))


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.lists(EVERY, max_size=4))
def test_records_of_every_kind_come_back_from_lines_and_from_a_document(mine: list[Record]) -> None:
    lines, whole = write(mine), b"".join(document(mine, {"for": "me"}))
    assert records(lines) == records(whole) == tuple(mine)
    for made in (lines, whole):
        assert clean(made.decode()) == made.decode()


@given(st.one_of(st.binary(max_size=200), st.text(alphabet='{}[]":,ab0\n\\-.', max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(WrongUsage):
        read(data, name="out.jsonl", created=NOW)


def test_a_document_is_read_line_by_line_and_a_bad_line_is_told() -> None:
    two = [Entry(title=title, day=DAY, created=NOW) for title in ("One", "Two")]
    data = b"".join(document(two, {}))
    assert records(data) == (*two,)
    assert faults(data.replace(b'"Two"', b"2")) == [
        (3, "record 2, title: a whole number, where text should be")
    ]
    assert faults(data.replace(b'"Two"', b"Two")) == [
        (3, "a quote or a comma is missing, or one is too many, near byte 45")
    ]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (b"", "out.json was cut off: it does not end as it should"),
        (b"]}\n{}\n", "out.json:4: goes on after its end"),
    ],
)
def test_a_document_has_one_end(end: bytes, said: str) -> None:
    data = b"".join(document([Entry(title="One", day=DAY, created=NOW)], {})).removesuffix(b"]}\n") + end
    with pytest.raises(WrongUsage) as caught:
        read(data, name="out.json", created=NOW)
    assert caught.value.message == said
