"""growth bundle: what goes and what never does, and what opening one changes."""

import datetime
import json
import re
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from growth import config
from growth.exchange import bundle as exchange
from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.entry import Entry, Metric
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.store.change import changing
from growth.store.others import others
from growth.store.store import Store
from tests.conftest import Growth, Result

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
DAY = NOON.date()
LATER = "2026-11-25T10:00:00+00:00"
X = "canary"
GONE = "what they withdrew is gone from your history and backups, too\n"


def store(home: Path) -> Store:
    return Store(home, lambda: NOON, lambda fault: None)


def put(home: Path, *records: Record) -> list[Record]:
    with changing(store(home), "test") as change:
        return [change.add(record) for record in records]


def person(handle: str, kind: Any, **more: Any) -> Person:
    return Person(
        name=handle.title(), handles=(handle,), emails=(f"{handle}@example.com",),
        relations=(Relation(kind),), created=NOON, **more,
    )  # fmt: skip


def canaries() -> list[Record]:
    """Return records with the canary in every field that no bundle may carry."""
    whole = {
        "title": X, "body": X, "tags": (X,), "project": X, "people": (X, "ana", "eva"), "skills": (X,),
        "metrics": (Metric(X, X, X, X),), "impact": X, "links": (f"https://{X}.example.com",), "source": X,
    }  # fmt: skip
    entry = Entry(day=DAY, created=NOON, **whole)
    session = Session(
        person="eva", day=DAY, shared="We agreed on two reviewers.", private=X, mood=2, mood_words=X,
        workload=5, workload_words=X, asked=(X,), mentorship=f"m261120-{X[:4]}", source=X, created=NOON,
        agenda=(AgendaItem(text="on-call load", added=DAY), AgendaItem(text=X, private=True, added=DAY)),
    )  # fmt: skip
    action = Action(text=X, why=X, source=X, origin=f"s261120-{X[:4]}", day=DAY, created=NOON, person="eva")
    return [
        entry,
        replace(entry, kind="note", about="ana"),
        # An older version, or a hand in the file, may have left a note with a share.
        *(replace(entry, kind="note", about="ana", share=share) for share in ("person", "manager", "team")),
        session,
        *(replace(session, person=handle) for handle in ("ana", "kim")),
        replace(session, share="team"),
        replace(session, shared=X, agenda=(), share="private"),
        replace(session, day=None, shared="", agenda=(AgendaItem(text=X, private=True, added=DAY),)),
        action,
        replace(action, text="write the RFC", why="", share="person"),
        Mentorship(
            person="kim", role="mentor", goals=(X,), outcome=X, since=DAY, share="private", created=NOON
        ),
        person("bo", "peer", meets=X),
    ]


@pytest.fixture
def mine(growth: Growth) -> Path:
    """A home of somebody with a manager, a direct and a peer."""
    config.save(growth.home, "me.name", "Ana Silva")
    config.save(growth.home, "me.handle", "asilva")
    config.save(growth.home, "me.emails", ["ana@example.com"])
    put(growth.home, person("eva", "manager"), person("ana", "direct"), person("kim", "peer"))
    return growth.home


@pytest.fixture
def hers(tmp_path: Path) -> list[str]:
    """The home of her manager, who knows her as ana."""
    home = tmp_path / "eva"
    put(home, person("ana", "direct"))
    return ["--home", str(home)]


def made(growth: Growth, path: Path, *more: str, now: str = "2026-11-24T10:00:00+00:00") -> Path:
    done = growth(["bundle", "make", "--for", "manager", "-o", str(path), *more], now=now)
    assert (done.out, done.code) == ("", 0), done
    return path


@pytest.mark.parametrize("audience", ["manager", "team", "@eva", "@ana", "@kim"])
def test_no_private_word_is_in_any_bundle(growth: Growth, mine: Path, tmp_path: Path, audience: str) -> None:
    put(mine, *canaries())
    path = tmp_path / "out.json"
    done = growth(["bundle", "make", "--for", audience, "-o", str(path)])
    assert done.code == 0
    assert X not in path.read_text().lower()
    found = exchange.read(path.read_bytes(), "out.json")
    assert found.entries == () and found.mentorships == ()
    assert all(session.mood is session.workload is None for session in found.sessions)
    assert len(found.sessions) == {"manager": 2, "team": 1, "@eva": 2, "@ana": 2, "@kim": 2}[audience]
    assert [a.text for a in found.actions] == (["write the RFC"] if audience in ("manager", "@eva") else [])


def test_what_is_shared_goes_and_the_counts_say_so(growth: Growth, mine: Path, tmp_path: Path) -> None:
    session, pair = put(
        mine,
        Session(person="eva", day=DAY, shared="Two reviewers.", created=NOON),
        Mentorship(person="kim", role="mentor", since=DAY, share="team", created=NOON),
    )
    put(
        mine,
        *(Entry(day=DAY, title=share, share=share, people=("kim",), source="md:x", created=NOON)
          for share in ("private", "person", "manager", "team")),
        Action(text="find two", person="eva", day=DAY, origin=session.id, share="person", created=NOON),
        Session(person="kim", kind="mentoring", mentorship=pair.id, day=DAY, share="team", created=NOON),
    )  # fmt: skip
    path = tmp_path / "out.json"
    assert growth(["bundle", "make", "--for", "manager", "-o", str(path)]) == Result(
        "",
        "for Eva\n"
        "  entries         2 go     2 stay\n"
        "  sessions        2 go     0 stay\n"
        "  mentorships     1 go     0 stay\n"
        "  actions         1 go     0 stay\n  answers         0 go     0 stay\n"
        "  assessments     0 go     0 stay\n"
        "  goals           0 go     0 stay\n"
        "  practices       0 go     0 stay\n"
        f"written: {path}, readable by you only; they open it with: growth bundle open FILE\n",
        0,
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = exchange.read(path.read_bytes(), "out.json")
    assert {entry.title for entry in found.entries} == {"manager", "team"}
    assert all(record.source == "" for record in found.records)
    assert found.actions[0].origin == session.id
    assert {s.mentorship for s in found.sessions} == {"", pair.id}
    assert (found.header.sender.name, found.header.sender.emails, found.header.audience) == (
        "Ana Silva", ("ana@example.com",), "manager",
    )  # fmt: skip


def test_since_leaves_out_what_is_older_but_nothing_open(growth: Growth, mine: Path, tmp_path: Path) -> None:
    old = datetime.date(2026, 1, 5)
    action = Action(text="still open", person="eva", day=old, share="person", created=NOON)
    put(
        mine,
        Entry(day=old, title="old", share="manager", created=NOON),
        Entry(day=DAY, title="new", share="manager", created=NOON),
        action,
        replace(action, text="done long ago", state="done", closed=old),
    )
    path = made(growth, tmp_path / "out.json", "--since", "2026-11-01")
    found = exchange.read(path.read_bytes(), "out.json")
    assert [record.title for record in found.entries] == ["new"]
    assert [record.text for record in found.actions] == ["still open"]
    assert found.header.since == datetime.date(2026, 11, 1)


def test_on_a_terminal_it_shows_then_asks(growth: Growth, mine: Path, tmp_path: Path) -> None:
    path = tmp_path / "o.json"
    done = growth.terminal(["bundle", "make", "--for", "team", "-o", str(path)], keys=["n\n"], columns=300)
    assert (done.code, re.sub(r"\x1b\[[0-9;]*m", "", done.out)) == (
        1,
        "for team\n"
        "  entries         0 go     0 stay\n"
        "  sessions        0 go     0 stay\n"
        "  mentorships     0 go     0 stay\n"
        "  actions         0 go     0 stay\n  answers         0 go     0 stay\n"
        "  assessments     0 go     0 stay\n"
        "  goals           0 go     0 stay\n"
        "  practices       0 go     0 stay\n"
        f"Write them to {path}? [y/N] n\n"
        "growth: nothing was written\n",
    )
    assert not path.exists()


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        ("bundle make -o x", "the audience is missing", 2),
        ("bundle make --for manager", "the file to write is missing", 2),
        ("bundle make --for me -o x", "a bundle is for somebody else", 2),
        ("bundle make --for everybody -o x", "'everybody' is no audience", 2),
        ("bundle make --for @nobody -o x", "I know nobody called 'nobody'", 1),
    ],
)
def test_what_make_refuses(growth: Growth, mine: Path, command: str, said: str, code: int) -> None:
    done = growth(command)
    assert (done.code, done.err.splitlines()[0]) == (code, f"growth: {said}")


def test_an_empty_store_has_nothing_to_hand_over(growth: Growth) -> None:
    done = growth("bundle make --for team -o x")
    assert (done.code, done.err.splitlines()[0]) == (1, "growth: there is nothing to hand over yet")


def test_a_bundle_without_a_sender_is_warned_about(growth: Growth, tmp_path: Path) -> None:
    growth.ok("log x")
    done = growth(["bundle", "make", "--for", "team", "-o", str(tmp_path / "o.json")])
    assert "warning: it does not say whose it is: growth config set me.emails you@example.com" in done.err


def test_into_a_work_tree_it_asks_first(growth: Growth, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    path = tmp_path / "repo" / "o.json"
    done = growth(["bundle", "make", "--for", "team", "-o", str(path)])
    assert done.code == 2 and "lies in the git work tree" in done.err and not path.exists()
    assert growth(["bundle", "make", "--for", "team", "-o", str(path), "--yes"]).code == 0


# -- open ----------------------------------------------------------------------------------------------


def shared(growth: Growth, *titles: str) -> None:
    for title in titles:
        growth.ok(["log", title, "--share", "manager", "-d", "2026-11-20"])


def theirs(home: list[str]) -> list[tuple[str, list[str]]]:
    return [(one.owner, [entry.title for entry in one.entries]) for one in others(store(Path(home[1])))]


def test_there_changed_withdrawn_and_back(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "one", "two", "three")
    first = made(growth, tmp_path / "first.json")
    assert growth([*hers, "bundle", "open", str(first)]) == Result(
        "", "Ana, made 2026-11-24 10:00: 3 new, 0 changed, 0 withdrawn\n", 0
    )
    one, two, _ = json.loads(growth.ok("list --json"))
    growth(["delete", one["id"], "--yes"])
    growth.ok(["edit", two["id"], "-m", "two, better"])
    shared(growth, "four")
    second = made(growth, tmp_path / "second.json", now=LATER)
    assert growth([*hers, "bundle", "open", str(second)]) == Result(
        "", "Ana, made 2026-11-25 10:00: 1 new, 1 changed, 1 withdrawn\n" + GONE, 0
    )
    ((owner, titles),) = theirs(hers)
    kept = {"one", "two", "three"} - {one["title"], two["title"]}
    assert (owner, set(titles)) == ("ana", {"two, better", "four", *kept})
    assert growth.ok([*hers, "list", "--json"]) == "[]\n"


def test_what_was_withdrawn_is_left_nowhere_and_the_rest_can_be_undone(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "kept", "zanzibar", "again")
    # What was taken back meanwhile lies in the history alone, and in yesterday's backup.
    assert growth([*hers, "bundle", "open", str(made(growth, tmp_path / "first.json"))]).code == 0
    assert growth([*hers, "undo", "-y"]).code == 0
    assert growth([*hers, "bundle", "open", str(tmp_path / "first.json")]).code == 0
    assert growth([*hers, "log", "mine"], now=LATER).code == 0
    # So may a damaged copy that a restore has set aside; what else lies there stays.
    aside = Path(hers[1], "backups", "damaged-2026-11-24")
    for name in ("others", "history", "journal"):
        shutil.copytree(Path(hers[1], name), aside / name)
    ids = {one["title"]: one["id"] for one in json.loads(growth.ok("list --json"))}
    growth(["forget", ids["zanzibar"], "--yes"])
    growth.ok(["edit", ids["again"], "-m", "again, better"])
    second = made(growth, tmp_path / "second.json", now=LATER)
    opened = growth([*hers, "bundle", "open", str(second)], now=LATER)
    assert opened.err == f"Ana, made 2026-11-25 10:00: 0 new, 1 changed, 1 withdrawn\n{GONE}"
    home = Path(hers[1])
    assert [path for path in home.rglob("*") if path.is_file() and b"zanzibar" in path.read_bytes()] == []
    assert [path.name for path in aside.rglob("*.json*")] == ["2026-11.json"]
    assert growth([*hers, "doctor"], now=LATER).code == 0
    # The rest of the older bundle comes back, and nothing of what was withdrawn.
    assert growth([*hers, "undo", "-y"], now=LATER).code == 0
    ((_, titles),) = theirs(hers)
    assert set(titles) == {"kept", "again"}
    for _ in range(3):
        growth([*hers, "undo", "-y"], now=LATER)
    assert theirs(hers) == []
    assert growth([*hers, "restore", "--as-of", "2026-11-24", "-y"], now=LATER).code == 0
    assert "zanzibar" not in str(theirs(hers))


def test_a_bundle_since_a_day_withdraws_nothing_that_is_older(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "one", "two")
    growth.ok(["log", "before", "--share", "manager", "-d", "2026-10-01"])
    assert growth([*hers, "bundle", "open", str(made(growth, tmp_path / "first.json"))]).code == 0
    ids = {one["title"]: one["id"] for one in json.loads(growth.ok("list --json"))}
    growth(["delete", ids["two"], "--yes"])
    path = tmp_path / "since.json"
    growth(f"bundle make --for manager --since 2026-11-01 -o {path} -y", now=LATER)
    opened = growth([*hers, "bundle", "open", str(path)], now=LATER)
    assert opened.err == (
        f"Ana, made 2026-11-25 10:00: 0 new, 0 changed, 1 withdrawn, 1 older left out\n{GONE}"
    )
    assert growth([*hers, "undo", "-y"], now=LATER).code == 0
    assert theirs(hers) == [("ana", ["before", "one"])]


def test_an_older_one_is_refused_as_replay(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "one")
    first = made(growth, tmp_path / "first.json")
    second = made(growth, tmp_path / "second.json", now=LATER)
    growth([*hers, "bundle", "open", str(second)])
    assert growth([*hers, "bundle", "open", str(first)]) == Result(
        "",
        "growth: first.json was made 2026-11-24 10:00, before the one you opened, made 2026-11-25 10:00\n"
        "        if that is meant: --yes\n",
        1,
    )
    assert growth([*hers, "bundle", "open", str(first), "--yes"]).code == 0


def test_a_damaged_one_changes_nothing(growth: Growth, mine: Path, hers: list[str], tmp_path: Path) -> None:
    shared(growth, "one")
    path = made(growth, tmp_path / "ana.json")
    path.write_bytes(path.read_bytes().replace(b'"one"', b'"two"'))
    assert growth([*hers, "bundle", "open", str(path)]) == Result(
        "",
        "growth: ana.json is damaged: its hash does not fit what it holds\n"
        "        nothing was opened; ask for it again\n",
        1,
    )
    assert theirs(hers) == []


def test_my_own_is_refused(growth: Growth, mine: Path, tmp_path: Path) -> None:
    path = made(growth, tmp_path / "ana.json")
    done = growth(["bundle", "open", str(path)])
    assert (done.code, done.err) == (
        1, "growth: ana.json is your own bundle\n        hand it to whom it is for\n",
    )  # fmt: skip


def test_undo_takes_an_opened_bundle_back(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    from growth.store.undo import newest, undo

    shared(growth, "one")
    growth([*hers, "bundle", "open", str(made(growth, tmp_path / "first.json"))])
    shared(growth, "two")
    growth([*hers, "bundle", "open", str(made(growth, tmp_path / "second.json", now=LATER))])
    assert len(theirs(hers)[0][1]) == 2
    home = store(Path(hers[1]))
    undo(home, newest(home))
    assert theirs(hers) == [("ana", ["one"])]


def test_somebody_unknown_is_added_when_that_is_said(growth: Growth, mine: Path, tmp_path: Path) -> None:
    shared(growth, "one")
    path = made(growth, tmp_path / "ana.json")
    there = ["--home", str(tmp_path / "new")]
    assert growth([*there, "bundle", "open", str(path)]) == Result(
        "",
        "growth: you do not know Ana Silva <ana@example.com> yet\n"
        "        --as HANDLE says who it is; --yes adds them as asilva\n",
        1,
    )
    assert growth([*there, "bundle", "open", str(path), "--as", "ana"]).err.endswith(
        "yet\n        --yes adds them as ana\n"
    )
    assert growth([*there, "bundle", "open", str(path), "--yes"]).err == (
        "Ana Silva, made 2026-11-24 10:00: 1 new, 0 changed, 0 withdrawn\n"
    )
    (added,) = store(tmp_path / "new").all(Person)
    assert (added.name, added.handles, added.emails) == ("Ana Silva", ("asilva",), ("ana@example.com",))
    assert theirs(there) == [("asilva", ["one"])]


def test_whose_it_is_stays_as_it_was_said(growth: Growth, mine: Path, tmp_path: Path) -> None:
    home = tmp_path / "eva"
    put(home, Person(name="Ana S.", handles=("ana",), created=NOON))
    there = ["--home", str(home)]
    shared(growth, "one")
    growth([*there, "bundle", "open", str(made(growth, tmp_path / "a.json")), "--as", "ana"])
    done = growth([*there, "bundle", "open", str(made(growth, tmp_path / "b.json", now=LATER))])
    assert done.err == "Ana S., made 2026-11-25 10:00: 0 new, 0 changed, 0 withdrawn\n"
    assert theirs(there) == [("ana", ["one"])]


def test_one_store_is_of_one_person(growth: Growth, mine: Path, tmp_path: Path) -> None:
    home = tmp_path / "eva"
    put(home, *(Person(name=name, handles=(name.casefold(),), created=NOON) for name in ("Ana", "Bo")))
    there = ["--home", str(home)]
    shared(growth, "one")
    open_ = [*there, "bundle", "open", str(made(growth, tmp_path / "ana.bundle"))]
    assert growth([*open_, "--as", "ana"]).code == 0
    assert growth([*open_, "--as", "bo"]) == Result(
        "",
        "growth: ana.bundle is from the same store as what Ana shared with you\n"
        "        if that is meant: --yes\n",
        1,
    )
    assert theirs(there) == [("ana", ["one"])]
    assert growth([*open_, "--as", "bo", "--yes"]).code == 0
    assert theirs(there) == [("bo", ["one"])]


def test_a_handle_with_a_strange_address_is_asked_about(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    config.save(mine, "me.handle", "ana")
    config.save(mine, "me.emails", ["ana@elsewhere.example.com"])
    path = made(growth, tmp_path / "ana.json")
    assert growth([*hers, "bundle", "open", str(path)]) == Result(
        "",
        "growth: the bundle is from ana with ana@elsewhere.example.com, an address you do not know of Ana\n"
        "        if it is from Ana: --as ana\n",
        1,
    )
    assert growth([*hers, "bundle", "open", str(path), "--as", "ana"]).code == 0


def test_another_store_of_the_same_person_takes_the_place_only_when_that_is_said(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "one")
    path = made(growth, tmp_path / "ana.json")
    growth([*hers, "bundle", "open", str(path)])
    other = tmp_path / "other"
    config.save(other, "me.emails", ["ana@example.com"])
    put(other, Entry(day=DAY, title="elsewhere", share="team", created=NOON))
    second = tmp_path / "second.json"
    growth(["--home", str(other), "bundle", "make", "--for", "team", "-o", str(second)])
    assert growth([*hers, "bundle", "open", str(second)]) == Result(
        "",
        "growth: what Ana shared so far came from another store; second.json would take its place\n"
        "        if that is meant: --yes\n",
        1,
    )
    assert growth([*hers, "bundle", "open", str(second), "--yes"]).code == 0
    assert theirs(hers) == [("ana", ["elsewhere"])]


def test_their_records_are_read_by_owner_and_id_and_never_changed(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    shared(growth, "one")
    (entry,) = json.loads(growth.ok("list --json"))
    growth([*hers, "bundle", "open", str(made(growth, tmp_path / "ana.json"))])
    reference = f"ana:{entry['id'][-4:]}"
    seen = growth([*hers, "show", reference, "--json"])
    assert json.loads(seen.out)["title"] == "one"
    assert seen.err == "Ana shared this, as of 2026-11-24; it is read-only\n"
    told = growth([*hers, "show", reference]).out.splitlines()
    assert told[1] == "      Fri 20 Nov · Ana shared it with you"
    for command in (["delete", reference, "--yes"], ["edit", reference, "--impact", "x"]):
        done = growth([*hers, *command])
        assert (done.code, done.err) == (
            1,
            f"growth: {reference} is not yours: what others shared stays as it is\n"
            f"        to read it: growth show {reference}\n",
        )
    assert growth([*hers, "show", "bo:0000"]).err.startswith("growth: nothing of bo was opened\n")
    assert growth([*hers, "show", "ana:zzzz"]).err.startswith("growth: ana shared no record 'zzzz'\n")


def test_on_a_terminal_it_asks_who_and_whether(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    config.save(mine, "me.handle", "ana")
    config.save(mine, "me.emails", ["ana@elsewhere.example.com"])
    shared(growth, "one")
    path = made(growth, tmp_path / "ana.json")
    no = growth.terminal([*hers, "bundle", "open", str(path)], keys=["n\n"])
    assert (no.code, no.out.splitlines()[-2]) == (1, "growth: nothing was opened")
    yes = growth.terminal([*hers, "bundle", "open", str(path)], keys=["y\n"], columns=200)
    assert (yes.code, yes.out.splitlines()) == (
        0,
        [
            "the bundle is from ana with ana@elsewhere.example.com, an address you do not know of Ana",
            "Is it from Ana? [y/N] y",
            "Ana, made 2026-11-24 10:00: 1 new, 0 changed, 0 withdrawn",
        ],
    )
    there = ["--home", str(tmp_path / "new")]
    for key, code in (("n\n", 1), ("y\n", 0)):
        added = growth.terminal([*there, "bundle", "open", str(path)], keys=[key])
        assert (added.code, added.out.splitlines()[1]) == (code, f"Add them as ana? [y/N] {key[0]}")


def test_on_a_terminal_an_older_one_is_asked_about(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    first = made(growth, tmp_path / "first.json")
    growth([*hers, "bundle", "open", str(made(growth, tmp_path / "second.json", now=LATER))])
    for key, code in (("n\n", 1), ("y\n", 0)):
        done = growth.terminal([*hers, "bundle", "open", str(first)], keys=[key], columns=200)
        assert (done.code, done.out.splitlines()[1]) == (code, f"Open the older one? [y/N] {key[0]}")


def test_a_bundle_that_does_not_say_whose_it_is_needs_to_be_told(growth: Growth, tmp_path: Path) -> None:
    growth.ok("log x --share team")
    path = tmp_path / "o.json"
    growth(["bundle", "make", "--for", "team", "-o", str(path)])
    there = ["--home", str(tmp_path / "new")]
    assert growth([*there, "bundle", "open", str(path)]) == Result(
        "", "growth: the bundle does not say whose it is\n        say it with --as HANDLE\n", 2
    )
    assert growth([*there, "bundle", "open", str(path), "--as", "ana", "--yes"]).code == 0
    assert theirs(there) == [("ana", ["x"])]


def test_one_that_says_only_a_name_is_not_taken_for_theirs_without_a_word(
    growth: Growth, tmp_path: Path
) -> None:
    growth.ok("log x --share team")
    growth("config set me.name 'Ana Silva'")
    path = tmp_path / "o.json"
    growth(["bundle", "make", "--for", "team", "-o", str(path)])
    there = ["--home", str(tmp_path / "new")]
    growth([*there, "people", "add", "as", "--name", "Ana Silva"])
    assert growth([*there, "bundle", "open", str(path)]) == Result(
        "",
        "growth: the bundle says only that it is from Ana Silva\n        if it is from as: --as as\n",
        2,
    )


def test_feedback_goes_as_far_as_its_giver_and_i_let_it(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    def said(text: str, *, reader: Any = "manager", name: Any = "named", share: Any = "manager") -> Answer:
        return Answer(
            person="kim", day=DAY, manner="praise", replies=(Reply(question="", text=text),), reader=reader,
            name=name, share=share, unmatched=X, source=X, created=NOON,
        )  # fmt: skip

    *_, going = put(
        mine, said(X, share="private"), said(X, reader="asker"), said(X, name="unquoted"),
        *(said(X, name="hidden") for _ in range(3)), said("Quick help in the launch"),
    )  # fmt: skip
    path = made(growth, tmp_path / "out.json")
    assert X not in path.read_text()
    (answer,) = exchange.read(path.read_bytes(), "out.json").answers
    assert (answer.id, answer.person) == (going.id, "kim")
    opened = growth([*hers, "bundle", "open", str(path)])
    assert opened.code == 0, opened
    assert "Quick help in the launch" in growth([*hers, "show", f"ana:{going.id}"]).out
    sheet = growth([*hers, "prep", "ana"]).out
    assert "- **said** of Ana: “Quick help in the launch” · *kim, Fri 20 Nov* · `ana:" in sheet
    about = growth([*hers, "people", "about", "ana"]).out
    assert "Quick help in the launch" in about
    # What she handed on is for her manager, and no further.
    assert "Quick help" not in growth([*hers, "prep", "ana", "--for", "@ana"]).out


def test_a_goal_goes_with_its_check_ins_and_is_withdrawn_with_its_share(
    growth: Growth, mine: Path, hers: list[str], tmp_path: Path
) -> None:
    text = "lead a cross-team design"
    goal = growth(["goal", "add", text, "--share", "manager"], now="2026-10-20T10:00:00+00:00").out.strip()
    growth(["goal", "add", "secret", "--share", "private"])
    growth(["goal", "checkin", goal, "pricing reads the RFC", "--stuck"])
    path = made(growth, tmp_path / "one.json")
    assert growth([*hers, "bundle", "open", str(path)]).err.endswith("1 new, 0 changed, 0 withdrawn\n")
    (theirs,) = others(store(Path(hers[1])))
    assert [one.id for one in theirs.goals] == [goal]
    shown = growth([*hers, "show", f"ana:{goal[-4:]}"]).out
    assert text in shown and "Tue 24 Nov  pricing reads the RFC (did not move)" in shown
    assert "secret" not in path.read_text()
    about = growth([*hers, "people", "about", "ana"]).out
    assert f"- **goal** {text} · *did not move, checked in 2026-11-24* · `{goal[-4:]}`\n" in about
    assert "   - Tue 24 Nov: pricing reads the RFC\n" in about
    growth(["goal", "checkin", goal, "done", "--reached"])
    path = made(growth, tmp_path / "two.json", now="2026-11-25T10:00:00+00:00")
    assert growth([*hers, "bundle", "open", str(path)]).err.endswith("0 new, 1 changed, 0 withdrawn\n")
