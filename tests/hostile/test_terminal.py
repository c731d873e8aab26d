"""No text of a record, a file, a name or an option can steer the terminal it is shown on."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from growth.exchange import jsonl
from growth.records.entry import Entry
from growth.terminal.screen import STYLES

from . import homes
from .attacks import ATTACKS, LONE
from .commands import OF_THEIR_OWN, RUNS, Run, all_runs, leaves, words
from .conftest import EVERYTHING, Hostile
from .running import Ran, on_terminal, piped

OURS = re.compile("|".join(re.escape(f"\x1b[{code}m") for code in ("0", *STYLES.values()) if code))
# Controls but newline and tabulator; marks, embeddings, overrides and isolates of direction; what
# separates lines unseen, marks bytes, annotates or tags; and halves of pairs.
STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb"
    "\\ud800-\\udfff\\U000e0000-\\U000e007f]"
)

# A line of a calendar, and of a table, ends in both signs.
CRLF = ("export -f ics", "export -f csv", "learning block --time 2h")
# What a command writes into files is looked at in test_documents.py.
ROWS = [row for row in all_runs() if not row[1].files]


def steering(text: str) -> set[str]:
    """Return the characters of a text that could move, hide, reorder or command."""
    return set(STEERING.findall(text))


def shown(ran: Ran) -> str:
    """Return what a terminal shows, the styles taken out that growth itself writes."""
    return OURS.sub("", ran.out + ran.err)


@pytest.fixture(scope="session")
def sources(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Files that commands read: a bundle, Markdown, JSON Lines, a document, a ladder, a calendar …"""
    folder = tmp_path_factory.mktemp("sources")
    text = "\n".join(ATTACKS.values())
    lines = [f"{' '.join(attack.split())}" for attack in ATTACKS.values()]
    markdown = "# 2026-11-20\n\n" + "".join(f"- {line}\n" for line in lines) + f"\n{text}\n"
    # A zero byte is refused before anything is read, so it has a file of its own.
    (folder / "notes.md").write_text(markdown.replace("\0", ""))
    (folder / "bad.jsonl").write_bytes(b"".join(_bad(attack) for attack in ATTACKS.values()))
    (folder / "theirs.json").write_bytes(homes.of_theirs(900, "zed", text))
    document = piped(hostile.home, ["report", "brag"]).out
    (folder / "brag.md").write_text(
        document + "\n".join(f"1. `j261120-000{n}` {t} `0123456789ab`" for n, t in enumerate(lines))
    )
    rungs = {f"{number} {one}": {"L1": one, "L2": [one]} for number, one in enumerate(ATTACKS.values())}
    (folder / "rungs.json").write_text(json.dumps({"name": text, "themes": rungs}))
    (folder / "asked.json").write_text(homes.questions(lines))
    (folder / "work.ics").write_text(homes.calendar(EVERYTHING, " ".join(lines)))
    names = {"markdown": "notes.md", "jsonl": "bad.jsonl", "bundle": "theirs.json", "document": "brag.md",
             "rungs": "rungs.json", "calendar": "work.ics", "questions": "asked.json"}  # fmt: skip
    return {name: str(folder / file) for name, file in names.items()}


def _bad(attack: str) -> bytes:
    text = json.dumps(attack).encode()
    return b"".join(
        (b'{"record":%s}\n' % text, b'{"title":"x",%s:1}\n' % text, b'{"title":%s,"day":%s}\n' % (text, text))
    )


class Runner:
    """Runs what the tables say on the hostile home, or on a copy of it."""

    def __init__(self, hostile: Hostile, sources: dict[str, str], place: Path) -> None:
        self.hostile, self.place = hostile, place
        known = hostile.of(EVERYTHING) | sources
        # No argument of a program can hold a zero byte.
        self.known = {name: text.replace("\0", "") for name, text in known.items()}

    def fill(self) -> dict[str, str]:
        out = self.place / "out"
        out.mkdir(parents=True, exist_ok=True)
        number = len(list(out.iterdir()))
        return self.known | {"file": str(out / f"{number}.json"), "folder": str(out / f"{number}")}

    def home(self, run: Run) -> Path:
        if not (run.changes or run.spoiled):
            return self.hostile.home
        home = homes.copy(self.hostile.home, self.place / "copy")
        if run.spoiled:
            path = home / "people.json"
            homes.spoil(path, path.read_bytes().replace(b'"name":"', b'"name":"\\u001b]0;x\\u0007', 1))
        return home

    def __call__(self, run: Run, one: str, *, terminal: bool) -> Ran:
        known = self.fill()
        args = [*words(run, known), *(["-f", one] if one else [])]
        if terminal:
            return on_terminal(self.home(run), args, [key.format_map(known) for key in run.keys])
        return piped(self.home(run), args, run.stdin.format_map(known))


@pytest.fixture
def runner(hostile: Hostile, sources: dict[str, str], tmp_path: Path) -> Runner:
    return Runner(hostile, sources, tmp_path)


def test_every_command_of_the_tree_is_run_here() -> None:
    assert {name for name, _ in leaves()} == RUNS.keys() | OF_THEIR_OWN.keys()


def test_the_home_holds_every_kind_of_record_and_every_field(hostile: Hostile) -> None:
    assert {record.id[0] for record in hostile.records} == set(homes.LETTERS.values())
    text = hostile.texts["p00"]
    for record in hostile.records[: len(hostile.records) // len(hostile.texts)]:
        fields = {field.name for field in msgspec.structs.fields(type(record)) if field.type is str}
        for name in fields - homes.REFERENCES:
            assert text in getattr(record, name), (type(record), name)


@pytest.mark.parametrize(("name", "run", "one"), ROWS, ids=lambda part: getattr(part, "args", part))
def test_nothing_steers_a_pipe(name: str, run: Run, one: str, runner: Runner) -> None:
    ran = runner(run, one, terminal=False)
    assert (ran.code, "Traceback" in ran.err) == (run.piped, False), ran.err
    out = ran.out.replace("\r\n", "\n") if one == "ics" or run.args in CRLF else ran.out
    assert steering(out + ran.err) == set()


@pytest.mark.parametrize(("name", "run", "one"), ROWS, ids=lambda part: getattr(part, "args", part))
def test_nothing_steers_a_terminal(name: str, run: Run, one: str, runner: Runner) -> None:
    ran = runner(run, one, terminal=True)
    assert (ran.code, "Traceback" in ran.out) == (run.typed, False), ran.out
    assert steering(shown(ran)) == set()


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "search e",
        "people list",
        "action list --all",
        "mentor list --all",
        "mentor sessions",
        "1on1 list",
        "1on1 agenda pall",
        "feedback list --all",
        "feedback list --answers",
    ],
)
def test_on_a_pipe_a_record_is_one_line(command: str, hostile: Hostile) -> None:
    records = json.loads(piped(hostile.home, [*command.split(), "--json"]).out)
    assert len(records) > 1
    assert len(piped(hostile.home, command.split()).out.rstrip("\n").split("\n")) == len(records)


def test_json_is_the_records_to_the_byte(hostile: Hostile, tmp_path: Path) -> None:
    whole = {record.id: record for record in hostile.records}
    lines = [
        piped(hostile.home, [*command.split(), "-f", "jsonl"]).out
        for command in (
            "list",
            "people list",
            "1on1 list",
            "mentor sessions",
            "mentor list --all",
            "action list --all",
            "feedback list --answers",
        )
    ]
    records, misread = jsonl.read("".join(lines).encode(), name="x", created=homes.CREATED)
    assert misread == ()
    # A list of requests tells how they stand, notes are in no list of mine, and some kinds have none.
    listed = {
        name: record
        for name, record in whole.items()
        if name[0] in "pjsmtf" and not (isinstance(record, Entry) and record.about)
    }
    assert {record.id: record for record in records} == listed
    for record in list(whole.values())[::9]:
        shown = json.loads(piped(hostile.home, ["show", record.id, "--json"]).out)
        assert shown == _every_field(record)
    again = tmp_path / "again"
    assert piped(again, ["import", "-f", "jsonl", "-"], "".join(lines)).code == 0
    assert piped(again, ["list", "-f", "jsonl"]).out == lines[0]


def _every_field(record: msgspec.Struct) -> object:
    def plain(value: object) -> object:
        if isinstance(value, msgspec.Struct):
            return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        return [plain(one) for one in value] if isinstance(value, tuple) else value

    return msgspec.to_builtins(plain(record))


@pytest.mark.parametrize("text", LONE.values(), ids=LONE)
@pytest.mark.parametrize("command", ["log -m {}", "people add zed --name {}", "action add {}", "list -t {}"])
def test_half_a_pair_is_no_text(command: str, text: str, tmp_path: Path) -> None:
    ran = piped(tmp_path / "home", [word.format(text) for word in command.split()])
    assert ran.code == 2
    assert steering(ran.err) == set()
    for bad in (json.dumps({"title": text}), f'{{"title":"{text}"}}'):
        ran = piped(tmp_path / "home", ["import", "-f", "jsonl", "-"], bad.encode("utf-8", "surrogatepass"))
        assert ran.code in (1, 2)
        assert steering(ran.err) == set()
    assert not (tmp_path / "home" / "journal").exists()


@pytest.mark.parametrize("attack", [text for text in ATTACKS.values() if "\0" not in text])
def test_the_name_of_a_file_and_of_a_command_cannot_steer_either(attack: str, tmp_path: Path) -> None:
    home = tmp_path / attack.replace("/", "_")[:60]
    for command in (
        "import {}",
        "verify {}",
        "bundle open {}",
        "template check {}",
        "{}",
        "report {} --period {}",
        "log x -d {}",
        "show {}",
        "list --since {} -f {}",
        "people about {}",
        "help {}",
    ):
        args = [word.format(attack.replace("/", "_") if word == "{}" else word) for word in command.split()]
        ran = piped(home, args)
        assert "Traceback" not in ran.err
        assert steering(ran.out + ran.err) == set()
