"""What is private stays here: it is in no document, bundle, file name or temporary file made for others."""

import itertools
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from growth.exchange import jsonl, out_jsonl
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment, Evidence, Rating
from growth.records.entry import Entry, Metric
from growth.records.kinds import KINDS, Record
from growth.records.ladder import Criterion, Level, Theme
from growth.records.mentorship import Look, Mentorship
from growth.records.observation import Mark, Observation
from growth.records.person import Person, Relation
from growth.records.request import Request
from growth.records.session import Advice, AgendaItem, Session
from growth.records.wonder import Wonder

from . import homes
from .commands import OF_THEIR_OWN, RUNS, Run, formats, has, leaves, words
from .homes import CREATED, DAY, TODAY, filled
from .running import Ran, on_terminal, piped

# Every canary is one word that nothing else could hold, so that any part of a text that leaks is seen.
CANARY = re.compile(r"canary\d+x", re.IGNORECASE)
AUDIENCES = ("manager", "team", "@ana")


class Canaries:
    """Makes words, and records in which every text is a word of its own."""

    def __init__(self) -> None:
        self._numbers = itertools.count(100)

    def word(self) -> str:
        return f"canary{next(self._numbers)}x"

    def record(self, kind: Any, /, **fixed: Any) -> Any:
        """Return a record with a canary in every field that holds text."""
        marked = filled(kind, "@", **{"created": CREATED} | fixed)
        return msgspec.convert(self._marked(msgspec.to_builtins(marked)), kind)

    def _marked(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._marked(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self._marked(part) for part in value]
        return self.word() if value == "@" else value


def private(make: Canaries) -> list[Record]:
    """Return a private record of every kind, about Ana, who reports to me, and Zed, of whom nobody knows."""
    yesterday, last_week = TODAY - DAY, TODAY - DAY * 7

    def agenda() -> tuple[AgendaItem, ...]:
        hidden = (("me", True), ("ana", False))
        return tuple(AgendaItem(text=make.word(), by=by, private=one, added=last_week) for by, one in hidden)

    out: list[Record] = []
    for number, (who, kind) in enumerate(
        (("ana", "win"), ("ana", "kudos"), ("zed", "challenge"), ("eva", "incident"))
    ):
        out.append(
            make.record(
                Entry,
                id=homes.identifier("j", number),
                day=yesterday,
                kind=kind,
                people=(who,),
                share="private",
                star=True,
                precision="day",
                changed=None,
            )
        )
        out.append(
            make.record(
                Entry,
                id=homes.identifier("j", 50 + number),
                day=yesterday,
                kind="note",
                about=who,
                people=(),
                share="private",
                precision="day",
                changed=None,
            )
        )
    for number, (who, kind) in enumerate(itertools.product(("ana", "zed", "eva"), ("1on1", "mentoring"))):
        for place, day in enumerate((last_week, None)):
            out.append(
                make.record(
                    Session,
                    id=homes.identifier("s", 10 * number + place),
                    kind=kind,
                    person=who,
                    day=day,
                    agenda=agenda(),
                    share="private",
                    mood=2,
                    workload=5,
                    changed=None,
                )
            )
        if kind == "mentoring":
            out.append(
                make.record(
                    Mentorship,
                    id=homes.identifier("m", number),
                    person=who,
                    role="mentor",
                    since=last_week,
                    until=None,
                    share="private",
                    changed=None,
                )
            )
        for place, owner in enumerate(("me", who)):
            out.append(
                make.record(
                    Action,
                    id=homes.identifier("t", 10 * number + place),
                    owner=owner,
                    person=who,
                    day=last_week,
                    due=yesterday,
                    state="open",
                    closed=None,
                    moved=(),
                    share="private",
                    changed=None,
                )
            )
    for number, who in enumerate(("ana", "zed", "eva")):
        asked = homes.identifier("r", number)
        out.append(
            make.record(
                Request,
                id=asked,
                person=who,
                day=last_week,
                due=None,
                sent=last_week,
                state="sent",
                reminded=(),
                share="private",
                changed=None,
            )
        )
        out.append(
            make.record(
                Answer,
                id=homes.identifier("f", number),
                person=who,
                request=asked,
                day=yesterday,
                share="private",
                changed=None,
            )
        )
    # Asked, answered by somebody and made an entry of in the time that a page tells of: counts may leave.
    out += [
        make.record(
            Wonder, id=homes.identifier("w", number), day=day, by=who, answered=closed, promoted="",
            changed=None,
        )
        for number, (day, who, closed) in enumerate(
            ((TODAY - DAY * 60, "", None), (last_week, "ana", yesterday), (last_week, "zed", yesterday))
        )
    ]  # fmt: skip
    out.append(make.record(Person, id=homes.identifier("p", 3), handles=("zed",), relations=(), changed=None))
    return out + homes.rest(0, "ana", "", out, lambda kind, _, **fixed: make.record(kind, **fixed))


def open_ones(make: Canaries) -> list[Record]:
    """Return what may be seen: people, and records that are shared but for the fields that never are."""
    day = TODAY - DAY * 3
    names: tuple[tuple[str, Any], ...] = (("ana", "direct"), ("eva", "manager"), ("bo", "peer"))
    people: list[Record] = [
        Person(
            id=homes.identifier("p", 10 + number),
            name=handle.capitalize(),
            handles=(handle,),
            relations=(Relation(kind),),
            created=CREATED,
            emails=(make.word(),),
        )
        for number, (handle, kind) in enumerate(names)
    ]
    entries: list[Record] = [
        Entry(
            id=homes.identifier("j", 90 + number),
            day=day,
            kind="win",
            title=f"shared with {share}",
            share=share,
            people=("ana", "eva"),
            metrics=(Metric("p99", "2", "4", "ms"),),
            source=make.word(),
            created=CREATED,
        )
        for number, share in enumerate(("person", "manager", "team"))
    ]
    sessions: list[Record] = [
        Session(
            id=homes.identifier("s", 90 + 10 * number + place),
            kind=kind,
            person=who,
            day=when,
            share="person",
            agenda=(
                AgendaItem(text="an open topic", added=day, state="open" if when is None else "done"),
                AgendaItem(
                    text=make.word(), added=day, private=True, state="open" if when is None else "done"
                ),
            ),
            shared="what we agreed",
            template=make.word(),
            private=make.word(),
            mood=1,
            mood_words=make.word(),
            workload=5,
            workload_words=make.word(),
            asked=(make.word(),),
            source=make.word(),
            created=CREATED,
        )
        for number, (who, kind) in enumerate(itertools.product(("ana", "eva"), ("1on1", "mentoring")))
        for place, when in enumerate((day, None))
    ]
    return [*people, *entries, *sessions, *judged(make), *mentored(make)]


def mentored(make: Canaries) -> list[Record]:
    """Return a pair that Ana may see, with an outcome that she may not, and what I saw of her as a mentor."""
    pair = homes.identifier("m", 91)
    return [
        Mentorship(
            id=pair, person="ana", role="mentor", goals=("an open goal",), since=TODAY - DAY * 90,
            looks=(Look(goal="an open goal", day=TODAY - DAY * 2, text="it moved"),),
            outcomes=(homes.identifier("j", 0),), source=make.word(), created=CREATED,
        ),
        Session(
            id=homes.identifier("s", 190), kind="mentoring", person="ana", mentorship=pair,
            day=TODAY - DAY * 2, advice=(Advice(text="be slow", went="well", told=TODAY),),
            private=make.word(), mood_words=make.word(), source=make.word(), created=CREATED,
        ),
        Observation(
            id=homes.identifier("o", 90), person="ana", day=TODAY - DAY, words="warm", share="person",
            marks=(Mark(item="asked", seen="yes", words="twice"),), source=make.word(), created=CREATED,
        ),
        Observation(
            id=homes.identifier("o", 91), person="me", day=TODAY - DAY, words=make.word(), share="person",
            created=CREATED,
        ),
    ]  # fmt: skip


def judged(make: Canaries) -> list[Record]:
    """Return finished assessments: of me, of Ana whom they are for, and of others, which are for neither."""
    day = TODAY - DAY * 3
    out: list[Record] = []
    for number, (about, share) in enumerate(
        (("me", "manager"), ("me", "team"), ("ana", "person"), ("bo", "person"), ("ana", "team"))
    ):
        # What is shared with somebody here may be read by them; of the last two, no word by anybody.
        said = make.word() if number > 2 else "a sentence"
        target = make.word() if number > 2 else "L1"
        links = tuple(
            Evidence(criterion="craft-1", record=homes.identifier("j", 90), up=up, why=make.word(), day=day)
            for up in (True, False)
        )
        hidden = Evidence(criterion="craft-1", record=homes.identifier("j", 0), up=True, day=day)
        one: Any = share
        out.append(
            Assessment(
                id=homes.identifier("a", 90 + number), about=about, share=one, ladder="small", target=target,
                period="2026-H2", start=TODAY - DAY * 90, end=TODAY, day=day, finished=day,
                ratings=(Rating(criterion="craft-1", judgement="doing", statement=said, day=day),),
                evidence=(*links, hidden), levels=(Level(id=target, name="One", rank=1),),
                themes=(Theme(id="craft", name="Craft"),),
                criteria=(Criterion(id="craft-1", theme="craft", level=target, summary="Does it."),),
                source=make.word(), created=CREATED,
            )
        )  # fmt: skip
    return out


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("canaries") / "home"
    make = Canaries()
    records = [*private(make), *open_ones(make)]
    assert {record.id[0] for record in records} == {kind.letter for kind in KINDS}
    ran = piped(place, ["import", "-f", "jsonl", "-", "--yes"], out_jsonl.write(records))
    assert ran.code == 0, ran
    return place


KNOWN = {
    "handle": "ana",
    "manager": "eva",
    "other": "bo",
    "text": "words",
    "word": "word",
    "line": "words",
    "entry": homes.identifier("j", 0),
    "note": homes.identifier("j", 50),
    "session": homes.identifier("s", 0),
    "mentorship": homes.identifier("m", 1),
    "action": homes.identifier("t", 0),
    "person": homes.identifier("p", 10),
    "closed": homes.identifier("w", 1),
    "theirs": "ana:7k3q",
    "handed": "ana:9x2m",
}
for _kind in KINDS:
    KNOWN.setdefault(_kind.word, homes.identifier(_kind.letter, 0))


class World:
    """A copy of the home, and all the places beside it where a run could leave something."""

    def __init__(self, home: Path, place: Path) -> None:
        self.place = place
        self.home = homes.copy(home, place / "home")
        self.out = place / "out"
        self.temporary = place / "tmp"
        for folder in (self.out, self.temporary):
            folder.mkdir()
        (self.out / "in.md").write_text("# 2026-11-20\n- words\n")
        (self.out / "in.jsonl").write_text('{"title":"words"}\n')
        (self.out / "in-rungs.json").write_text('{"Craft": {"L1": "words", "L2": "words"}}')
        (self.out / "in-asked.json").write_text(homes.questions(["words"]))
        (self.out / "in.json").write_bytes(homes.of_theirs(5, "zoe", "words"))
        (self.out / "in.ics").write_text(homes.calendar("ana", "words"))
        self.env = {
            "TMPDIR": str(self.temporary),
            "HOME": str(place / "user"),
            "XDG_CACHE_HOME": str(place / "cache"),
        }
        document = piped(self.home, ["report", "brag", "--for", "team"], env=self.env).out
        (self.out / "in-document.md").write_text(document)
        self._files = {
            "markdown": str(self.out / "in.md"),
            "jsonl": str(self.out / "in.jsonl"),
            "bundle": str(self.out / "in.json"),
            "document": str(self.out / "in-document.md"),
            "rungs": str(self.out / "in-rungs.json"),
            "calendar": str(self.out / "in.ics"),
            "questions": str(self.out / "in-asked.json"),
        }

    def known(self) -> dict[str, str]:
        number = len(list(self.out.iterdir()))
        made = {"file": str(self.out / f"made{number}.json"), "folder": str(self.out / f"made{number}")}
        return KNOWN | self._files | made

    def run(
        self, args: list[str], keys: tuple[str, ...] = (), stdin: str = "", *, terminal: bool = False
    ) -> Ran:
        before = tempfile.tempdir
        tempfile.tempdir = None
        try:
            if terminal:
                return on_terminal(self.home, args, keys, self.env)
            return piped(self.home, args, stdin, self.env)
        finally:
            tempfile.tempdir = before

    def outside(self) -> Iterator[str]:
        """Yield the name and the content of every file there is outside of the home."""
        for path in self.place.rglob("*"):
            if self.home not in (path, *path.parents):
                yield path.name
                if path.is_file():
                    yield path.read_bytes().decode("utf-8", "replace")

    def inside(self) -> Iterator[tuple[Path, str]]:
        """Yield the name and the content of every file of the home."""
        for path in self.home.rglob("*"):
            yield path, path.name
            if path.is_file():
                yield path, path.read_bytes().decode("utf-8", "replace")


@pytest.fixture
def world(home: Path, tmp_path: Path) -> World:
    return World(home, tmp_path)


# A bundle's audience is in its run; what these make is safe to send without any further say.
TO_SEND = ("1on1 recap", "mentor recap")
# These refuse to be for anybody else.
FOR_ME = ("report review", "report brag --about", "report mentoring-programme", "export --everything")
# An assessment of which everything is one word judges by no ladder: test_standing looks at this one.
ELSEWHERE = ("draft self-review",)
# What only its two may see is refused to everybody else.
REFUSED = ("report mentorship",)


def sent() -> Iterator[tuple[str, str]]:
    """Yield each command that makes something for somebody else, with the format it is made in."""
    for name, command in leaves():
        if name in RUNS and (has(command, "--for") or name in TO_SEND):
            for one in ("", *formats(command)):
                yield name, one


@pytest.mark.parametrize(("name", "one"), list(sent()))
def test_what_is_made_for_others_holds_nothing_private(name: str, one: str, world: World) -> None:
    command = dict(leaves())[name]
    for run in RUNS[name]:
        for audience in AUDIENCES if has(command, "--for") else ("",):
            for to_file in (False, True) if has(command, "-o") and "{folder}" not in run.args else (False,):
                args = re.sub(r" --for \S+", "", run.args) if audience else run.args
                if "--all" in args or args.startswith(FOR_ME + ELSEWHERE):
                    continue
                for terminal in (False, True):
                    known = world.known()
                    full = words(Run(args), known)
                    full += ["--for", audience] if audience else []
                    full += ["-f", one] if one else []
                    full += ["-o", known["folder"] + ".html"] if to_file and "{file}" not in args else []
                    ran = world.run(full, run.keys, terminal=terminal)
                    assert "Traceback" not in ran.out + ran.err
                    assert ran.code == 0 or (ran.code == 1 and args.startswith(REFUSED)), (full, ran)
                    assert CANARY.findall(ran.out + ran.err) == [], full
    assert [hit for text in world.outside() for hit in CANARY.findall(text)] == []


def test_a_person_of_whom_only_private_records_know_is_named_to_nobody(world: World) -> None:
    for audience in AUDIENCES:
        for command in ("report brag", "prep ana", "prep eva"):
            ran = world.run([*command.split(), "--for", audience])
            assert CANARY.findall(ran.out + ran.err) == []
            assert "zed" not in ran.out + ran.err
    assert "zed" not in world.run(["1on1", "recap", "ana"]).out


def all_commands() -> list[tuple[str, Run]]:
    return [(name, run) for name, runs in RUNS.items() for run in runs]


@pytest.mark.parametrize(("name", "run"), all_commands(), ids=lambda part: getattr(part, "args", part))
def test_no_command_leaves_anything_outside_the_home(name: str, run: Run, world: World) -> None:
    """What I look at myself is on my screen and nowhere else: no temporary file, no file's name."""
    mine = "{folder}" in run.args and name in ("prep", "report", "export")
    for terminal in (False, True):
        if terminal and name == "demo":
            continue
        known = world.known()
        ran = world.run(words(run, known), run.keys, run.stdin.format_map(known), terminal=terminal)
        assert "Traceback" not in ran.out + ran.err
    assert list(world.temporary.iterdir()) == []
    if not mine:
        assert [hit for text in world.outside() for hit in CANARY.findall(text)] == []
    assert [path for path, _ in world.inside() if CANARY.search(path.name)] == []


def test_every_command_is_looked_at() -> None:
    assert {name for name, _ in leaves()} == RUNS.keys() | OF_THEIR_OWN.keys()


# -- after `forget` ----------------------------------------------------------------------------------


def with_a_past(world: World) -> None:
    """Give the home a past: backups, an undone change, a kept draft, a damaged file set aside."""
    world.run(["backup"])
    for identifier in (KNOWN["entry"], homes.identifier("j", 2)):
        world.run(["edit", identifier, "--add-tag", "later"])
        world.run(["undo", "-y"])
        world.run(["delete", identifier, "-y"])
        world.run(["undo", "-y"])
    world.run(["backup"])
    people = world.home / "people.json"
    homes.spoil(people, people.read_bytes()[:-20])
    assert world.run(["restore", "-y"]).code == 0


def canaries_of(home: Path, *ids: str) -> set[str]:
    """Return the words that are in some records."""
    out: set[str] = set()
    for identifier in ids:
        out |= set(CANARY.findall(piped(home, ["show", identifier, "--json"]).out))
    return out


@pytest.mark.parametrize("word", [kind.word for kind in KINDS if kind.word != "person"])
def test_a_record_forgotten_is_nowhere_in_the_home(word: str, world: World) -> None:
    identifier = KNOWN[word]
    gone = canaries_of(world.home, identifier)
    assert len(gone) >= 2
    with_a_past(world)
    draft = world.home / "drafts" / f"edit-{identifier}-261124-100000.md"
    draft.parent.mkdir(mode=0o700, exist_ok=True)
    draft.write_text("\n".join(gone))
    ran = world.run(["forget", identifier, "-y"])
    assert ran.code == 0, ran
    assert hits(world, gone) == []
    assert world.run(["doctor"]).code == 0
    assert hits(world, gone) == []
    assert [hit for text in world.outside() for hit in gone if hit in text] == []


def hits(world: World, words: set[str]) -> list[tuple[str, str]]:
    return [
        (str(path.relative_to(world.home)), word)
        for path, text in world.inside()
        for word in words
        if word in text
    ]


@pytest.mark.parametrize("handle", ["ana", "zed"])
def test_a_person_forgotten_is_nowhere_in_the_home(handle: str, world: World) -> None:
    records = jsonl.read(_everything(world.home), name="x", created=CREATED)[0]
    theirs = [
        record.id
        for record in records
        if (isinstance(record, Entry) and record.about == handle)
        or (isinstance(record, Session | Mentorship | Action) and record.person == handle)
        or (isinstance(record, Person) and record.handle == handle)
    ]
    gone = canaries_of(world.home, *theirs)
    assert len(gone) > 10
    with_a_past(world)
    (world.home / "drafts").mkdir(mode=0o700, exist_ok=True)
    (world.home / "drafts" / f"note-{handle}-261124-100000.md").write_text("\n".join(gone))
    ran = world.run(["forget", f"@{handle}", "-y"])
    assert ran.code == 0, ran
    assert hits(world, gone | ({handle} if handle == "zed" else set())) == []
    assert world.run(["doctor"]).code == 0


def _everything(home: Path) -> bytes:
    commands = (
        "list",
        "people list",
        "1on1 list",
        "mentor sessions",
        "mentor list --all",
        "action list --all",
    )
    return "".join(piped(home, [*one.split(), "-f", "jsonl"]).out for one in commands).encode()
