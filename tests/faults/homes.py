"""Homes to start from: none yet, one lived in, and those that a killed command left.

A place is a folder with the store in `data/home`, files to be read in `given` and files to be
written in `out`; all of it is watched by the injector.
"""

import datetime
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from growth import config
from growth.exchange import bundle
from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment, Rating
from growth.records.bundle import Bundle, Header, Sender
from growth.records.draft import Draft
from growth.records.entry import Entry, Learning
from growth.records.goal import Goal
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.practice import Practice, State, Votes
from growth.records.request import Asked, Request
from growth.records.session import AgendaItem, Session
from growth.records.wonder import Wonder
from growth.rules.inbox import file_name
from growth.store import backup
from growth.store.change import changing
from growth.store.others import replace_others
from growth.store.store import Store

from .harness import SYNC, Program

UTC = datetime.UTC
# Every record that the homes hold; other ids in them were made by the command under test.
IDS = frozenset((
    "j261005-q001", "j261020-q002", "j261118-q003", "j261119-q004", "j261124-q005", "j260914-q006",
    "p260901-q007", "p260901-q008", "p260901-q009", "s261110-q010", "s261117-q011", "m260901-q012",
    "t261110-q013", "t261117-q014", "r261118-q015", "f261119-q016", "a261124-q017", "a261124-q018",
    "g261124-q019", "r261118-q024", "j261123-q025", "j261123-q026", "w261124-q027", "w261124-q028",
))  # fmt: skip
# The store of my manager, who shows me something.
LENDER = "b0" * 8


def place(base: Path) -> Path:
    """Return where the store of a place lies."""
    return base / "data" / "home"


def open_store(home: Path, day: int = 24, warn: Callable[[str], None] | None = None) -> Store:
    """Open a store as it is read on a day of November 2026."""
    return Store(home, lambda: datetime.datetime(2026, 11, day, 10, tzinfo=UTC), warn or (lambda _: None))


def settle(base: Path) -> None:
    """Let the settings of a place name the folder for written files that lies in it."""
    settings = place(base) / "config.toml"
    if settings.exists():
        settings.write_text(re.sub(r'outbox = ".*"', f'outbox = "{base / "out"}"', settings.read_text()))


def _none(base: Path) -> None:
    base.mkdir(parents=True)


def _yesterday(base: Path) -> None:
    """A store of three months with records of every kind, last written on 20 November."""
    (base / "data").mkdir(parents=True)
    day = datetime.date
    at = datetime.datetime(2026, 11, 19, 9, tzinfo=UTC)
    people = [
        Person(id="p260901-q007", name="Ana Ortiz", handles=("ana",), emails=("ana@example.org",),
               relations=(Relation("direct", day(2026, 1, 1)),), meets="weekly tue 10:00", created=at),
        Person(id="p260901-q008", name="Bo Lind", handles=("bo",), relations=(Relation("manager"),),
               created=at),
        Person(id="p260901-q009", name="Cy Ames", handles=("cy",), relations=(Relation("peer"),),
               created=at),
    ]  # fmt: skip
    entries = [
        Entry(id="j260914-q006", day=day(2026, 9, 14), title="Wrote the first runbook", created=at,
              tags=("runbooks",), project="docs"),
        Entry(id="j261005-q001", day=day(2026, 10, 5), title="Paired with @ana on retries", people=("ana",),
              tags=("retries",), created=at),
        Entry(id="j261020-q002", day=day(2026, 10, 20), title="Design review of the queue", kind="design",
              project="queue", share="manager", created=at),
        Entry(id="j261118-q003", day=day(2026, 11, 18), title="Cut cold start by half", kind="win",
              share="manager", star=True, created=at),
        Entry(id="j261119-q004", day=day(2026, 11, 19), title="Clear answers in the incident", kind="note",
              about="ana", created=at),
    ]  # fmt: skip
    rest: list[Record] = [
        Session(id="s261110-q010", person="ana", day=day(2026, 11, 10), shared="We spoke of the queue.",
                private="Tired after the launch.", created=at),
        Session(id="s261117-q011", person="ana", created=at,
                agenda=(AgendaItem(text="Retries", added=day(2026, 11, 17)),)),
        Mentorship(id="m260901-q012", person="cy", role="mentor", goals=("Speak at the guild",), cadence="2w",
                   since=day(2026, 9, 1), created=at),
        Action(id="t261110-q013", text="Send the outline", owner="ana", person="ana", day=day(2026, 11, 10),
               due=day(2026, 11, 21), origin="s261110-q010", created=at),
        Action(id="t261117-q014", text="Ask about the budget", person="ana", day=day(2026, 11, 17),
               created=at),
        Request(id="r261118-q015", person="ana", day=day(2026, 11, 18), created=at,
                questions=(Asked(marker="q7k3", text="What should I keep?"),)),
        Request(id="r261118-q024", person="ana", day=day(2026, 11, 18), created=at, state="sent",
                sent=day(2026, 11, 18), questions=(Asked(marker="q9m2", text="What should I stop?"),)),
        Answer(id="f261119-q016", person="bo", manner="advice", day=day(2026, 11, 19), created=at,
               replies=(Reply(question="", text="Show the design earlier."),)),
    ]  # fmt: skip
    laid: tuple[tuple[int, Sequence[Record]], ...] = ((18, people), (19, entries), (20, rest))
    for days, records in laid:
        with changing(open_store(place(base), days), "lay out") as change:
            for record in records:
                change.add(record)


def _lived(base: Path) -> None:
    """The same, written to today: the day's backup is taken."""
    _yesterday(base)
    entry = Entry(
        id="j261124-q005",
        day=datetime.date(2026, 11, 24),
        title="Started the day",
        created=datetime.datetime(2026, 11, 24, 8, tzinfo=UTC),
    )
    with changing(open_store(place(base)), "log") as change:
        change.add(entry)


def _assessed(base: Path) -> None:
    """The same, with an assessment that is open, one that is finished, a goal, and questions."""
    _lived(base)
    day = datetime.date
    at = datetime.datetime(2026, 11, 24, 9, tzinfo=UTC)
    one = Assessment(
        id="a261124-q017", ladder="tech-lead", target="T2", period="2026-H2", start=day(2026, 7, 1),
        end=day(2027, 1, 1), day=day(2026, 11, 24), created=at,
        ratings=(Rating(criterion="system-T2-1", judgement="starting", day=day(2026, 11, 24)),),
    )  # fmt: skip
    over = msgspec.structs.replace(
        one, id="a261124-q018", target="T3", finished=day(2026, 11, 24), created=at.replace(hour=8)
    )
    goal = Goal(id="g261124-q019", text="Lead a design", day=day(2026, 11, 24), created=at)
    asked = Wonder(id="w261124-q027", question="Why it drifts", day=day(2026, 11, 24), created=at)
    known = Wonder(id="w261124-q028", question="Why it waits", day=day(2026, 11, 3), answer="For a lock",
                   answered=day(2026, 11, 24), created=at)  # fmt: skip
    learned = Entry(
        id="j261120-q029", day=day(2026, 11, 20), kind="learning", title="Read of queues", created=at,
        learning=Learning(type="paper", takeaway="A queue only moves the wait"),
    )  # fmt: skip
    votes = Votes(period="2026-10", start=day(2026, 10, 1), end=day(2026, 11, 1), up=9, down=2)
    model = Practice(
        id="x261124-q030", kind="model", name="ranker", day=day(2026, 11, 24), votes=(votes,), created=at
    )  # fmt: skip
    runs = Practice(
        id="x261124-q031", kind="pipeline", name="train", day=day(2026, 9, 1), trains="ranker",
        trigger="by-hand", cadence=30, states=(State(day=day(2026, 10, 3)),), created=at,
    )  # fmt: skip
    said = Draft(
        id="d261124-q032", kind="brag", day=day(2026, 11, 24), prompt="brag", version="00000000",
        asked="Write", output="Cut p99 by half.", created=at,
    )  # fmt: skip
    with changing(open_store(place(base)), "lay out") as change:
        for record in (one, over, goal, asked, known, learned, model, runs, said):
            change.add(record)


def _torn(base: Path) -> None:
    """The same, with half a line at the end of the history."""
    _lived(base)
    with (place(base) / "history" / "2026-11.jsonl").open("ab") as file:
        file.write(b'{"n":99,"at":"2026-11-24T10:00:00Z","what":"log j2611')


def _unsealed(base: Path) -> None:
    """The same, with a word in a file changed by hand."""
    _lived(base)
    path = place(base) / "journal" / "2026-11.json"
    path.write_bytes(path.read_bytes().replace(b"Cut cold start", b"Cut warm start"))


def _broken(base: Path) -> None:
    """The same, with a file that cannot be read any more."""
    _lived(base)
    path = place(base) / "journal" / "2026-11.json"
    path.write_bytes(path.read_bytes()[:200])


def _sharing(base: Path) -> None:
    """The same, with a folder that my bundles go into."""
    _lived(base)
    config.save(place(base), "outbox", str(base / "out"))


def _shared(base: Path) -> None:
    """The same, and in that folder the bundle of the day before."""
    _sharing(base)
    store = open_store(place(base)).state[0].store
    header = Header(growth="0.1.0", store=store, sender=Sender(), audience="manager", to="bo",
                    made=datetime.datetime(2026, 11, 23, 10, tzinfo=UTC))  # fmt: skip
    (base / "out").mkdir()
    (base / "out" / file_name(header)).write_bytes(bundle.write(Bundle(header=header)))


def _lent(base: Path) -> None:
    """The same, and opened is what my manager has withdrawn since; the backup of the day holds it, too."""
    _lived(base)
    at = datetime.datetime(2026, 11, 23, 9, tzinfo=UTC)
    one = Entry(id="j261123-q025", day=datetime.date(2026, 11, 23), title="Withdrawn", created=at)
    with changing(open_store(place(base)), "bundle open") as change:
        replace_others(change, LENDER, {"made": at, "person": "bo"}, [one])
    backup.make(place(base), open_store(place(base)).state[0], "2026-11-24")


def _withdrawing(folder: Path) -> None:
    """Write the bundle in which it is withdrawn."""
    header = Header(growth="0.1.0", store=LENDER, sender=Sender(name="Bo", handle="bo"), audience="@ana",
                    made=datetime.datetime(2026, 11, 24, 9, tzinfo=UTC))  # fmt: skip
    one = Entry(id="j261123-q026", day=datetime.date(2026, 11, 23), title="Shown", created=header.made)
    (folder / "withdrawn.json").write_bytes(bundle.write(Bundle(header=header, entries=(one,))))


LAID: dict[str, Callable[[Path], None]] = {
    "none": _none,
    "yesterday": _yesterday,
    "lived": _lived,
    "assessed": _assessed,
    "sharing": _sharing,
    "shared": _shared,
    "lent": _lent,
    "torn": _torn,
    "unsealed": _unsealed,
    "broken": _broken,
}
BRAG = """# Brag document

## 2026-10-07

- Moved the nightly job to the new queue
- Wrote down how to roll back

## 2026-11-02

- Halved the size of the image
"""
# A command that was killed once its line in the history was safe, and nothing else was done.
KILLED = {
    "logged": ("lived", ("log", "half", "done")),
    "moved": ("lived", ("edit", "j261118-q003", "-d", "2026-10-11")),
    "started": ("none", ("log", "half", "done")),
}


class Homes:
    """Makes fresh copies of the homes, each laid out once."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self._made = 0

    def template(self, name: str) -> Path:
        """Return the laid-out place that is copied."""
        base = self.folder / "templates" / name
        if not base.exists():
            if name in LAID:
                LAID[name](base)
            else:
                self._kill(name, base)
            (base / "out").mkdir(exist_ok=True)
            shutil.copytree(self._given(), base / "given")
        return base

    def _given(self) -> Path:
        """Return the folder with files to be read, made once."""
        folder = self.folder / "templates" / "given"
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / "brag.md").write_text(BRAG)
            _withdrawing(folder)
            maker = self.folder / "templates" / "maker"
            for line in (
                "config set me.handle eva",
                "config set me.name Eva",
                "log Shown to my manager --share manager",
                "people add ana --relation manager",
                f"bundle make --for manager -o {folder / 'eva.json'} -y",
            ):
                run = self.program.run(line.split(), maker)
                assert run.code == 0, (line, run)
        return folder

    def fresh(self, name: str) -> Path:
        """Return a new copy of a place; the one before is removed."""
        template = self.template(name)
        base = self.bare()
        shutil.copytree(template, base)
        settle(base)
        return base

    def bare(self) -> Path:
        """Return where a place can be laid; all but the one before are removed."""
        last = self.folder / f"place-{self._made - 1}"
        if last.exists():
            shutil.rmtree(last)
        self._made += 1
        return self.folder / f"place-{self._made}"

    def _kill(self, name: str, base: Path) -> None:
        start, argv = KILLED[name]
        copy = self.fresh(start)
        ops = self.program.run(argv, place(copy), watch=copy, record=True).counted
        commit = next(op.n for op in ops if op.kind == SYNC and op.path.endswith(".jsonl"))
        copy = self.fresh(start)
        self.program.run(argv, place(copy), watch=copy, plan=f"kill-after {commit}")
        for folder in ("out", "given"):
            shutil.rmtree(copy / folder)
        shutil.copytree(copy, base)
