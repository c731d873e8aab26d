"""Every schema that was ever shipped is still read, and what a newer one added is kept."""

import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from growth.errors import Damaged
from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.store import history, meta, migrate
from growth.store.change import changing
from growth.store.find import find
from growth.store.migrate import STEPS, Step, is_complete
from growth.store.others import others
from growth.store.seal import close_line
from growth.store.storage import SCHEMA, decode, encode
from growth.store.store import Store
from growth.store.undo import newest, undo

GOLDEN = Path(__file__).parent / "golden"
Opened = Callable[..., Store]


@pytest.fixture
def golden(home: Path) -> Path:
    """The oldest store there is, as a home."""
    shutil.copytree(GOLDEN / "1.0", home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return home


def test_every_schema_has_a_golden_store() -> None:
    shipped = {(1, 0), *(step.end for step in STEPS)}
    assert {path.name for path in GOLDEN.iterdir()} == {f"{major}.{minor}" for major, minor in shipped}


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_a_golden_store_is_read_whole(home: Path, opened: Opened, told: list[str], name: str) -> None:
    shutil.copytree(GOLDEN / name, home)
    home.chmod(0o700)
    store = opened()
    assert [entry.id for entry in store.entries()] == ["j260302-cccc", "j260302-bbbb"]
    first = store.get("j260302-bbbb")
    assert isinstance(first, Entry) and first.metrics[0].before == "480" and first.impact == "timeouts -82 %"
    for kind, identifier in (
        (Person, "p260302-aaaa"), (Session, "s260302-eeee"), (Action, "t260302-ffff"),
        (Mentorship, "m260302-dddd"),
    ):  # fmt: skip
        assert [record.id for record in store.all(kind)] == [identifier]
        assert find(store, identifier[-4:]).id == identifier
    [theirs] = others(store)
    assert (theirs.owner, [entry.title for entry in theirs.entries]) == ("bob", ["his"])
    assert len(list(history.backwards(home, store.state[1]))) == 7
    assert told == []


def test_a_golden_store_is_written_and_undone(golden: Path, opened: Opened) -> None:
    undo(opened(), newest(opened()))
    first = opened().get("j260302-bbbb")
    assert isinstance(first, Entry) and first.impact == "timeouts -80 %"


def test_the_steps_lead_to_our_schema() -> None:
    assert is_complete(STEPS)
    one, two = Step((1, 0), (1, 1), dict), Step((1, 1), (2, 0), dict)
    assert is_complete((one, two), (2, 0))
    assert not is_complete((two,), (2, 0))
    assert not is_complete((one,), (2, 0))
    assert not is_complete((one, Step((1, 1), (1, 1), dict)), (1, 1))


def louder(tables: migrate.Documents) -> migrate.Documents:
    """Stand for a step: titles get louder, and a table changes its name."""
    for documents in tables.values():
        for document in documents.values():
            if "title" in document:
                document["title"] = document["title"].upper()
    return tables


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose schema is one step further."""
    monkeypatch.setattr(migrate, "STEPS", (Step((1, 0), (1, 1), louder),))
    for module in ("storage", "migrate", "meta", "store", "change", "retention"):
        monkeypatch.setattr(f"growth.store.{module}.SCHEMA", (1, 1))


@pytest.mark.usefixtures("newer")
def test_an_older_file_is_read_as_ours_and_written_as_ours(golden: Path, opened: Opened) -> None:
    before = (golden / "journal/2026-02.json").read_bytes()
    march, february = opened().entries()
    assert (march.title, february.title) == ("GRÜSSE: CALM IN THE INCIDENT", "CUT THE RANKER'S P99 BY HALF")
    assert (golden / "journal/2026-02.json").read_bytes() == before
    with changing(opened(), "edit") as change:
        change.edit(march, msgspec.structs.replace(march, impact="much"))
    assert decode((golden / "journal/2026-03.json").read_bytes(), "x").schema == (1, 1)
    assert decode((golden / "journal/2026-02.json").read_bytes(), "x").tables["entries"]
    assert (golden / "journal/2026-02.json").read_bytes() == before
    known, _ = meta.read(golden)
    assert known is not None and known.schema == (1, 1)
    assert (golden / "backups/2026-11-24/journal/2026-03.json").exists()
    # What the older program wrote to the history is brought forward when it is needed.
    undo(opened(), newest(opened()))
    undo(opened(), newest(opened()))
    [_, february] = opened().entries()
    assert (february.title, february.impact) == ("CUT THE RANKER'S P99 BY HALF", "timeouts -80 %")


def test_steps_are_taken_in_turn_from_where_a_file_is() -> None:
    steps = (
        Step((1, 0), (1, 1), lambda tables: {"a": {"x": tables["a"]["x"] | {"first": 1}}}),
        Step((1, 1), (2, 0), lambda tables: {"b": tables["a"]}),
    )
    found = {"a": {"x": msgspec.Raw(b'{"y":0}')}}
    assert migrate.tables(found, (1, 0), steps) == {"b": {"x": {"y": 0, "first": 1}}}
    assert migrate.tables({"a": {"x": {"y": 0}}}, (1, 1), steps) == {"b": {"x": {"y": 0}}}
    assert migrate.tables(found, (2, 0), steps) is found


def from_the_future(golden: Path, schema: tuple[int, int]) -> None:
    """Rewrite a store as a newer program would have: new fields at every level, new tables, new files."""
    path = golden / "journal/2026-02.json"
    tables = decode(path.read_bytes(), "x").tables
    document = msgspec.json.decode(tables["entries"]["j260302-bbbb"])
    document |= {"weather": {"sky": "grey", "list": [1, None, 2.5]}}
    document["metrics"][0] |= {"ci": [1, 2]}
    tables["entries"]["j260302-bbbb"] = document
    tables["moods"] = {"w260302-hhhh": {"id": "w260302-hhhh", "deep": {"er": {}}}}
    path.write_bytes(encode(tables, schema))
    known, _ = meta.read(golden)
    assert known is not None
    fields = msgspec.structs.asdict(msgspec.structs.replace(known, schema=schema))
    del fields["beyond"]
    (golden / "meta.json").write_bytes(
        close_line(msgspec.json.encode(fields | {"colour": {"of": "the sky"}})) + b"\n"
    )


def test_a_higher_minor_is_edited_by_field(golden: Path, opened: Opened) -> None:
    from_the_future(golden, (1, 7))
    entry = opened().get("j260302-bbbb")
    assert isinstance(entry, Entry)
    metric = msgspec.structs.replace(entry.metrics[0], after="200")
    with changing(opened(), "edit") as change:
        change.edit(entry, msgspec.structs.replace(entry, title="New title", metrics=(metric,), skills=()))
    whole = json.loads((golden / "journal/2026-02.json").read_text())
    assert whole["growth"]["schema"] == [1, 7]
    assert whole["moods"] == {"w260302-hhhh": {"id": "w260302-hhhh", "deep": {"er": {}}}}
    document = whole["entries"]["j260302-bbbb"]
    assert document["title"] == "New title"
    assert "skills" not in document
    assert document["weather"] == {"sky": "grey", "list": [1, None, 2.5]}
    assert document["metrics"] == [
        {"name": "p99", "after": "200", "before": "480", "unit": "ms", "ci": [1, 2]}
    ]
    state = json.loads((golden / "meta.json").read_text())
    assert (state["schema"], state["colour"], state["applied"]) == ([1, 7], {"of": "the sky"}, 8)
    undo(opened(), newest(opened()))
    assert json.loads((golden / "journal/2026-02.json").read_text())["entries"]["j260302-bbbb"]["weather"]


def test_a_higher_minor_moved_to_another_month_keeps_its_fields(golden: Path, opened: Opened) -> None:
    from_the_future(golden, (1, 7))
    entry = opened().get("j260302-bbbb")
    assert isinstance(entry, Entry)
    with changing(opened(), "edit") as change:
        change.edit(entry, msgspec.structs.replace(entry, day=datetime.date(2026, 3, 1)))
    assert '"weather"' in (golden / "journal/2026-03.json").read_text()


def contents(home: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in home.rglob("*") if path.is_file() and path.name != "lock"
    }


def test_a_higher_major_is_refused_and_untouched(golden: Path, opened: Opened, told: list[str]) -> None:
    from_the_future(golden, (2, 0))
    before = contents(golden)
    entry = opened().get("j260302-bbbb")
    assert isinstance(entry, Entry)
    newer = "the store is of schema 2, this growth knows 1"
    with pytest.raises(Damaged, match=newer), changing(opened(), "edit") as change:
        change.edit(entry, msgspec.structs.replace(entry, title="New"))
    assert contents(golden) == before
    assert told == ["journal/2026-02.json is of schema 2, newer than this growth"]
    assert SCHEMA < (2, 0)
