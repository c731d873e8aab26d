"""growth forget: what goes, what stays, and that nothing of it is left anywhere."""

import datetime
import json
from pathlib import Path

import pytest

from growth import files
from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.session import AgendaItem, Session
from growth.store.change import changing
from growth.store.others import drop_others, replace_others
from growth.store.store import Store
from tests.conftest import Growth

YESTERDAY = "2026-11-23T10:00:00+00:00"
NOON = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
DAY = NOON.date()
WORD = "zanzibar"


def hits(home: Path, word: str) -> list[str]:
    """Return the files of a home that hold a word, in their name or in any of their bytes."""
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if word in path.name or (path.is_file() and word.encode() in path.read_bytes().lower())
    )


def open_store(growth: Growth) -> Store:
    return Store(growth.home, lambda: NOON, lambda fault: None)


def entry(identifier: str, title: str) -> Entry:
    return Entry(id=identifier, day=DAY, title=title, created=NOON)


@pytest.fixture
def kept(growth: Growth) -> Growth:
    """A store about two people, with a backup of it, a draft and a damaged file set aside."""
    growth.ok(["log", f"the {WORD} affair"], now=YESTERDAY)
    growth("people add ana --name 'Ana Silva' --email ana@example.org", now=YESTERDAY)
    growth("people add bob --name 'Bob Lee'", now=YESTERDAY)
    store = open_store(growth)
    with changing(store, "fill") as change:
        change.add(Entry(day=DAY, title="she was kind", about="ana", kind="note", created=NOON))
        change.add(Entry(day=DAY, title="paired", people=("ana", "bob"), created=NOON))
        change.add(Entry(day=DAY, title="Ana Silva helped", people=("Ana",), created=NOON))
        agenda = (AgendaItem(text="hers", by="ana", added=DAY), AgendaItem(text="mine", added=DAY))
        change.add(Session(person="bob", day=DAY, agenda=agenda, created=NOON))
        pair = change.add(Mentorship(person="ana", role="mentor", since=DAY, created=NOON))
        session = change.add(
            Session(person="ana", day=DAY, shared="secret talk", mentorship=pair.id, created=NOON)
        )
        change.add(Action(text="promised", owner="ana", day=DAY, origin=session.id, created=NOON))
        change.add(Action(text="for bob", person="bob", day=DAY, origin=session.id, created=NOON))
        about = {"made": NOON, "handle": "ana", "emails": ["ana@example.org"]}
        replace_others(
            change, "0" * 16, about, [Entry(id="j261120-0001", day=DAY, title="hers", created=NOON)]
        )
        about = {"made": NOON, "handle": "bob"}
        replace_others(
            change, "1" * 16, about, [Entry(id="j261120-0002", day=DAY, title="his", created=NOON)]
        )
    growth.ok("log another")
    assert growth("backup").code == 0
    drafts = growth.home / "drafts"
    drafts.mkdir(mode=0o700)
    (drafts / "notes-ana-261124.md").write_text("---\n")
    (drafts / "entry-1.md").write_text("What Ana said\n")
    (drafts / "entry-2.md").write_text("banana bread\n")
    return growth


def test_a_record_goes_everywhere(kept: Growth) -> None:
    [line] = [line for line in kept.ok("list").splitlines() if WORD in line]
    first = line.split()[0]
    (kept.home / "drafts/entry-3.md").write_text(f"title: the {WORD} affair\n")
    assert len(hits(kept.home, WORD)) == 6
    asked = kept(f"forget {first[-4:]}")
    assert asked.code == 2
    assert asked.err.startswith(
        f"erases {first}  the {WORD} affair\n"
        "cleans 1 change in the history, and 3 backups\n"
        "erases the draft entry-3.md\n"
    )
    assert len(hits(kept.home, WORD)) == 6
    done = kept(f"forget {first} --yes")
    assert (done.out, done.code) == ("", 0)
    assert done.err.endswith(
        "erased, also from the history, the backups and the drafts\n"
        "what was exported, sent or copied elsewhere is out of reach\n"
    )
    assert hits(kept.home, WORD) == hits(kept.home, first) == []
    assert {path.name for path in (kept.home / "drafts").iterdir()} == {
        "notes-ana-261124.md", "entry-1.md", "entry-2.md",
    }  # fmt: skip
    (kept.home / "drafts").rename(kept.home.parent / "drafts")
    kept.ok("doctor")


def test_a_deleted_record_is_still_to_be_forgotten(kept: Growth) -> None:
    [line] = [line for line in kept.ok("list").splitlines() if WORD in line]
    first = line.split()[0]
    kept(f"delete {first} --yes")
    assert hits(kept.home, WORD)
    assert kept(f"forget {first} --yes").code == 0
    assert hits(kept.home, WORD) == hits(kept.home, first) == []
    again = kept(f"forget {first} --yes")
    assert (again.err.splitlines()[0], again.code) == (f"growth: there is nothing of '{first}' to forget", 1)


def test_a_change_that_held_it_is_not_undone_and_the_others_are(kept: Growth) -> None:
    [line] = [line for line in kept.ok("list").splitlines() if WORD in line]
    kept(f"edit {line.split()[0]} --impact some")
    kept.ok("log the newest")
    kept(f"forget {line.split()[0]} --yes")
    assert [line.split()[2] for line in kept.ok("undo --list").splitlines()] == [
        "log", "log", "fill:", "people", "people",
    ]  # fmt: skip
    assert kept("undo").err.startswith("took back «log ")
    assert [json.loads(line)["n"] for line in (kept.home / "history/2026-11.jsonl").open()] == list(
        range(1, 10)
    )


def test_a_person_goes_with_all_that_is_about_them(kept: Growth) -> None:
    asked = kept("forget @ana")
    assert asked.err.startswith("erases 1 action, 1 bundle, 2 entries, 1 mentorship, 1 person, 1 session\n")
    assert "takes every trace of it out of the fields of 4 other records\n" in asked.err
    assert "erases the draft entry-1.md\nerases the draft notes-ana-261124.md\n" in asked.err
    assert "stays: 1 record with their name in the text: j2611" in asked.err
    done = kept("forget ana --yes")
    assert done.code == 0
    for word in ("she was kind", "secret talk", "promised", '"hers"', "example.org", '"ana"', "0" * 16):
        assert hits(kept.home, word) == [], word
    assert len(hits(kept.home, "ana silva")) == 4
    entries = json.loads(kept.ok("list --json"))
    assert {entry["title"]: entry["people"] for entry in entries} == {
        f"the {WORD} affair": [], "paired": ["bob"], "Ana Silva helped": [], "another": [],
    }  # fmt: skip
    store = open_store(kept)
    [session] = store.all(Session)
    assert [item.text for item in session.agenda] == ["mine"]
    [action] = store.all(Action)
    assert (action.text, action.origin) == ("for bob", "")
    assert store.stems("others/") == ["others/1111111111111111"]
    (kept.home / "drafts").rename(kept.home.parent / "drafts")
    kept.ok("doctor")
    assert kept("restore --as-of 2026-11-23 --yes").code == 0
    assert hits(kept.home, "she was kind") == []


def test_mentions_go_too_when_asked(kept: Growth) -> None:
    kept("forget @ana --mentions --yes")
    assert hits(kept.home, "ana silva") == hits(kept.home, "ana@") == []
    assert [entry["title"] for entry in json.loads(kept.ok("list --json"))] == [
        f"the {WORD} affair", "paired", "another",
    ]  # fmt: skip


def test_what_is_set_aside_goes(kept: Growth) -> None:
    (kept.home / "journal/2026-11.json").write_text("{ana")
    kept("restore --yes")
    assert "damaged-2026-11-24, the damaged files that a restore replaced" in kept("forget @bob").err
    assert kept("forget @bob --yes").code == 0
    assert not list((kept.home / "backups").glob("damaged-*"))


def test_a_backup_that_cannot_be_read_goes(kept: Growth) -> None:
    (kept.home / "backups/2026-11-24/meta.json").write_text("{")
    (kept.home / "backups/2026-11-24.001/people.json").write_text("{ana")
    assert kept("forget @ana --yes").code == 0
    assert sorted(path.name for path in (kept.home / "backups").iterdir()) == [
        "2026-11-23", "2026-11-24.001",
    ]  # fmt: skip
    assert not (kept.home / "backups/2026-11-24.001/people.json").exists()


def test_backups_still_share_what_did_not_change(kept: Growth) -> None:
    kept.ok("log x", now="2026-11-25T10:00:00+00:00")
    kept.ok("log x", now="2026-11-26T10:00:00+00:00")
    kept("forget @ana --yes", now="2026-11-26T10:00:00+00:00")
    assert (
        len(
            {(kept.home / f"backups/{day}/people.json").stat().st_ino for day in ("2026-11-25", "2026-11-26")}
        )
        == 1
    )
    assert "not whole" not in kept.ok("backup --list")


@pytest.mark.parametrize(
    ("ref", "err"),
    [
        (
            "@zoe",
            "growth: there is nothing of '@zoe' to forget\n"
            "        see: growth list, or: growth people list\n",
        ),
        ("zzzz", "growth: there is no record 'zzzz'\n        see: growth list, or: growth search WORDS\n"),
        ("q261124-aaaa", "growth: there is no record q261124-aaaa\n        see: growth list\n"),
    ],
)
def test_what_is_not_there_cannot_be_forgotten(kept: Growth, ref: str, err: str) -> None:
    assert kept(f"forget {ref} --yes") == ("", err, 1)


def test_i_am_not_forgotten(kept: Growth) -> None:
    assert kept("forget @me --yes").code == 1


def test_a_handle_that_nobody_has_is_taken_out(kept: Growth) -> None:
    kept.ok("log talked with @zoe")
    kept("forget @zoe --yes")
    assert json.loads(kept.ok("list --json"))[-1]["people"] == []


def test_a_person_by_their_record(kept: Growth) -> None:
    [identifier] = [
        line[1:13] for line in (kept.home / "people.json").read_text().splitlines() if "Bob Lee" in line
    ]
    assert kept(f"forget {identifier} --yes").code == 0
    assert hits(kept.home, "bob lee") == hits(kept.home, '"bob"') == []


def test_answered_no_nothing_goes(kept: Growth) -> None:
    assert kept.terminal("forget @ana", keys=["n\n"]).code == 1
    assert hits(kept.home, "she was kind")


def test_a_damaged_store_is_mended_first(kept: Growth) -> None:
    path = kept.home / "people.json"
    path.write_text(path.read_text().replace("Bob", "Rob"))
    assert kept("forget @ana --yes").code == 3


class Killed(BaseException):
    """Stands for the end of a process between two file operations."""


def writes(kept: Growth, monkeypatch: pytest.MonkeyPatch, stop: int) -> bool:
    """Forget ana, and die before the given write; tell whether it came to that."""
    calls = [0]

    def dying(name):
        real = getattr(files, name)

        def call(*given, **named):
            calls[0] += 1
            if calls[0] > stop:
                raise Killed
            return real(*given, **named)

        return call

    with monkeypatch.context() as patch:
        for name in ("write", "append", "remove", "discard"):
            patch.setattr(files, name, dying(name))
        try:
            from growth.commands.forget import _person
            from growth.store.forget import forget

            class App:
                store = Store(kept.home, lambda: NOON + datetime.timedelta(days=1), lambda fault: None)

                @property
                def people(self):
                    from growth.store.people import people

                    return people(self.store)

            forget(App.store, _person(App(), "@ana"))
        except Killed:
            return True
    return False


def test_cut_short_anywhere_the_next_command_that_writes_finishes_it(
    kept: Growth, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import shutil

    shutil.copytree(kept.home, tmp_path / "copy", symlinks=True)
    stop, unfinished = 0, 0
    while writes(kept, monkeypatch, stop):
        assert kept("list").code == 0
        unfinished += "growth forget was cut short" in kept("doctor").out
        assert kept("log goes on").code == 0
        left = hits(kept.home, "she was kind")
        assert left == [] or stop == 0, (stop, left)
        (kept.home / "drafts").rename(tmp_path / f"drafts{stop}")
        kept.ok("doctor")
        # The note about her is there as long as nothing was recorded.
        assert len(kept.ok("list --about everybody").splitlines()) == (6 if stop == 0 else 5)
        stop += 1
        shutil.rmtree(kept.home)
        shutil.copytree(tmp_path / "copy", kept.home, symlinks=True)
    assert stop > 10 and unfinished > 5


def test_a_sign_before_a_handle_that_came_with_an_import_hides_nobody(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    rows: list[dict[str, object]] = [
        {"record": "entry", "day": "2026-11-20", "kind": "note", "title": WORD, "about": "@ana"},
        {"record": "entry", "day": "2026-11-20", "title": "paired", "people": ["@ana", "@bo"]},
        {"record": "session", "person": "@ana", "day": "2026-11-19", "private": WORD},
        {"record": "action", "text": WORD, "owner": "@ana", "person": "@ana", "day": "2026-11-19"},
    ]
    assert growth("import -", stdin="\n".join(map(json.dumps, rows))).code == 0
    held = json.loads(growth.ok("people about ana --json"))
    assert [len(held[part]) for part in ("notes", "entries", "sessions", "actions")] == [1, 1, 1, 1]
    assert "1 open" in growth.ok("prep ana")
    growth("forget ana --yes")
    assert hits(growth.home, WORD) == []
    assert [one["people"] for one in json.loads(growth.ok("list --json"))] == [["@bo"]]


def test_feedback_goes_with_its_giver_and_with_what_was_made_of_it(growth: Growth) -> None:
    for handle in ("ana", "bo", "kim"):
        growth.ok(["people", "add", handle, "--name", handle.capitalize()])
    answers = {
        who: growth.ok(["feedback", "got", who, f"canary of {who}", "--about", about]).strip()
        for who, about in (("bo", "me"), ("kim", "@ana"), ("ana", "me"))
    }
    for identifier in answers.values():
        growth.ok(["thumb", "up", identifier, f"thumb on {identifier}"])
    step = growth.ok(f"feedback act {answers['bo']} 'pair first' --due friday").strip()
    again = growth(f"feedback ask bo --follow-up {step}").out.strip()
    assert growth("forget @ana -y").code == 0
    assert hits(growth.home, "canary of kim") == hits(growth.home, "canary of ana") == []
    assert hits(growth.home, answers["kim"]) == []
    assert growth(f"forget {answers['bo']} -y").code == 0
    assert hits(growth.home, "canary") == hits(growth.home, "thumb on") == []
    assert hits(growth.home, answers["bo"]) == []
    assert growth.ok(f"show {again} --json") and growth.ok(f"show {step} --json")
    assert growth("doctor").code == 0


def test_a_long_title_is_told_by_how_it_begins(growth: Growth) -> None:
    identifier = growth.ok(["log", "word " * 800]).strip()
    first = growth(f"forget {identifier}").err.splitlines()[0]
    assert first == f"erases {identifier}  {'word ' * 20}…"


def opened(growth: Growth, store_id: str, handle: str, *records: Answer | Entry) -> None:
    with changing(open_store(growth), "bundle open") as change:
        replace_others(change, store_id, {"made": NOON, "handle": handle}, records)


def test_what_is_left_of_a_bundle_that_another_took_the_place_of_goes_too(kept: Growth) -> None:
    gone = Entry(id="j261120-0003", day=DAY, title=f"her {WORD}", created=NOON)
    opened(kept, "2" * 16, "ana", gone)
    assert kept("backup").code == 0
    with changing(open_store(kept), "bundle open") as change:
        drop_others(change, "2" * 16)
    assert hits(kept.home, f"her {WORD}") != []
    assert kept("forget @ana -y").code == 0
    assert hits(kept.home, f"her {WORD}") == []
    while kept("undo -y").code == 0:
        pass
    assert hits(kept.home, f"her {WORD}") == []


def test_what_others_shared_of_somebody_goes_and_their_own_stays(kept: Growth) -> None:
    reply = (Reply(question="", text=f"on {WORD}"),)
    said = Answer(id="f261120-0004", person="ana", about="@kim", day=DAY, replies=reply, created=NOON)
    met = Entry(id="j261120-0005", day=DAY, title="all of us", people=("ana", "kim"), created=NOON)
    opened(kept, "1" * 16, "bob", said, met)
    opened(kept, "1" * 16, "bob", met)
    done = kept("forget @ana -y")
    assert (
        "what others shared that names them is gone here, and comes with their next bundle again" in done.err
    )
    assert hits(kept.home, f"on {WORD}") == []
    shown = kept("show bob:0005").out
    assert "all of us" in shown and "ana" not in shown
    while kept("undo -y").code == 0:
        pass
    assert hits(kept.home, f"on {WORD}") == []
