"""JSON that is too long to be held as a whole is read as if it were held."""

import json
from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange import json_parts, limits
from growth.exchange.formats import BY_WORD
from growth.exchange.json_items import items
from growth.exchange.json_pages import items as paged
from growth.exchange.recognise import recognise
from growth.records.imported import Reading
from growth.records.packed import Packed
from tests.exchange.forge_records import (
    commit,
    exchange,
    issue,
    jira,
    note,
    options,
    pages,
    printed,
    pull,
    request,
    review,
)

NINE = 1_795_510_800
TIMES = range(1, 29)
JRNL = {
    "tags": {"@home": 1},
    "entries": [
        {"title": f"Day {n}.", "body": "x", "date": f"2026-03-{n:02}", "time": "09:00"} for n in TIMES
    ],
}
FRAMES = [[NINE + 3600 * n, NINE + 3600 * n + 600, f"p{n % 3}", f"a{n}", [], NINE] for n in TIMES]
INTERVALS = [
    {"id": n, "start": f"202603{n:02}T090000Z", "end": f"202603{n:02}T100000Z", "tags": ["a", f"b{n % 3}"]}
    for n in TIMES
]
ROWS = {"count": 28, "rows": [{"day": f"2026-03-{n:02}", "title": f"Row {n}"} for n in TIMES], "meta": {}}
REVIEWS = [review(n % 9 + 1, "ana" if n % 2 else "bo", day=n) for n in TIMES]
PULLS = [pull(n, "bo" if n % 4 else "ana") for n in TIMES]
COMMITS = [commit(f"{n:02}", f"Step {n}", stamp=f"2026-03-{n:02}T12:00:00Z") for n in TIMES]
NOTES = [note("ana", "Good", day=n, noteable_iid=n % 5) for n in TIMES]
REQUESTS = [request(n, "bo" if n % 3 else "ana") for n in TIMES]
EXCHANGED = [exchange(f"search%2Franker/merge_requests/{n}", request(n)) for n in TIMES]
LONG: dict[str, tuple[str, bytes]] = {
    "jrnl": ("jrnl", json.dumps(JRNL, indent=2).encode()),
    "one line of jrnl": ("jrnl", json.dumps(JRNL).encode()),
    "watson": ("watson", json.dumps(FRAMES, indent=1).encode()),
    "timewarrior": ("timewarrior", json.dumps([{"id": 0, "start": "20260401T090000Z"}, *INTERVALS]).encode()),
    "one object": ("json", json.dumps(ROWS, indent=1).encode()),
    "github": ("github", pages([pull(1), None, *PULLS, *REVIEWS, issue(3, "ana"), *COMMITS])),
    "pages of github": ("github", pages(PULLS[:10], [*REVIEWS, *PULLS[8:]], REVIEWS[:3])),
    "lists of github": ("github", pages([PULLS[:10], PULLS[8:]])),
    "lines of github": ("github", "\n".join(map(json.dumps, [printed(n) for n in TIMES])).encode()),
    "a search of github": ("github", pages({"total_count": 28, "items": PULLS}, {"items": PULLS[20:]})),
    "gitlab": ("gitlab", pages([*REQUESTS, {"username": "ana"}, *NOTES], REQUESTS[3:5])),
    "recorded gitlab": ("gitlab", pages(*EXCHANGED)),
    "jira": ("jira", pages({"startAt": 0, "issues": [jira(n, "ana" if n % 2 else None) for n in TIMES]})),
    "pages of jira": ("jira", pages(*({"startAt": n, "issues": [jira(n), jira(n + 1)]} for n in TIMES))),
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is long, and what is many, be little."""
    monkeypatch.setattr(limits, "WHOLE", 1000)
    monkeypatch.setattr(json_parts, "_STRETCH", 300)
    monkeypatch.setattr("growth.records.packed.FEW", 3)
    monkeypatch.setattr("growth.records.packed.BLOCK", 2)
    monkeypatch.setattr("growth.records.seen.FEW", 2)


def reading(name: str) -> Reading:
    word, data = LONG[name]
    assert recognise(data, "long.json") == word
    return BY_WORD[word].reader.read(data, name="long.json", options=options("ana", "ana@example.org"))


@pytest.mark.parametrize("name", LONG)
def test_a_long_file_is_read_as_a_short_one(name: str, request: pytest.FixtureRequest) -> None:
    short = reading(name)
    request.getfixturevalue("small")
    long = reading(name)
    assert isinstance(long.found, Packed) and isinstance(short.found, tuple)
    assert (*long.found,) == short.found and (*long.misread,) == short.misread
    assert (long.left, long.whose, long.columns) == (short.left, short.whose, short.columns)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"rows": [1] * 500}, "a.json has 1,510 bytes and holds no list of objects; of one record"),
        ({"a": [{"b": 1}], "c": [{"d": "x" * 2000}]}, "a.json holds several lists: a, c"),
        ({"rows": [{"a": 1}, {"b": "x" * 1000}, {"c": 2}], "d": [[[1]]] * 200}, ""),
    ],
)
def test_a_long_object_is_held_for_the_list_in_it(value: Any, why: str) -> None:
    if not why:
        assert [item.value for item in items(json.dumps(value).encode(), "a.json")] == value["rows"]
        return
    with pytest.raises(WrongUsage) as refused:
        list(items(json.dumps(value).encode(), "a.json"))
    assert refused.value.message.startswith(why)


@pytest.mark.usefixtures("small")
def test_one_record_of_a_page_may_not_be_too_long() -> None:
    with pytest.raises(WrongUsage) as refused:
        list(paged(json.dumps({"other": ["x"] * 500}).encode(), "a.json", lists=("items",)))
    assert refused.value.message == "a.json cannot be read: a record of more than 1,000 bytes"


def test_records_may_not_be_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONG_LINES", 3)
    assert len([*paged(b"[1,2][3]", "a.json")]) == 3
    with pytest.raises(WrongUsage) as refused:
        list(paged(b"[1,2][3][4]", "a.json"))
    assert refused.value.message == "a.json holds more than 3 records"
