"""What is fuzzed: each format that is read, the seeds of it, and what reading a file of it comes to."""

import datetime
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from growth.exchange import bundle, exported, git_log, ics, jsonl, ladder_read, mail, mlflow, recognise, votes
from growth.exchange.formats import BY_WORD
from growth.records.imported import Found, Reading, ReadOptions
from growth.records.kinds import Record
from growth.records.person import Person
from growth.records.practice import Practice
from growth.rules import calendar_import, importing, practice_import, thumbs_on_models
from growth.rules.appointments import Me
from growth.rules.calendar_import import Known
from tests.commands import test_import_calendar
from tests.exchange import (
    ladder_forms,
    test_archive,
    test_bundle,
    test_csv_table,
    test_dayone,
    test_dvc,
    test_git_log,
    test_github,
    test_gitlab,
    test_jira,
    test_journal_markdown,
    test_jrnl,
    test_json_table,
    test_mlflow,
    test_model_card,
    test_notes_folders,
    test_org,
    test_promptfoo,
    test_taskwarrior,
    test_timewarrior,
    test_todo_txt,
    test_toggl,
    test_votes,
    test_watson,
)  # fmt: skip

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
ANA = Person(id="p260101-aaaa", name="Ana Silva", handles=("ana",), emails=("ana@example.org",), created=NOW)
OPTIONS = ReadOptions(today=TODAY, me=frozenset({"ana@example.org", "ana"}))
MARKDOWN = (
    b"# Brag\n\n## March 2026\n\n- Shipped the ranker\n  - 480 ms to 210 ms\n- **4 Mar**: paired with @bo\n",
    b"---\ndate: 2026-03-04\ntags: [work, talks]\n---\n# Week 10\n\n*Taught*.\n\n> q\n\n```\nx\n```\n",
    b"## 2023-08-28 to 2023-08-30\n\n1. one\n2. [x](https://example.org)\n\n| a |\n|---|\n| 1 |\n",
)
JSONL = (
    b'{"title":"Shipped","day":"2026-03-04","kind":"win","tags":["a"],"source":"x:1"}\n{"title":"More"}\n',
    b'{"record":"person","name":"Ana Silva","handles":["ana"],"emails":["ana@example.org"]}\n',
    b'{"record":"action","text":"Send it","day":"2026-03-04","due":"2026-04-01"}\n',
    b'[{"title":"One","metrics":[{"name":"p99","unit":"ms","before":"480","after":"210"}]}]',
    b'{"growth":{"schema":[1,0]},"records":[\n{"record":"entry","title":"x","day":"2026-03-04"}\n]}\n',
)
_REPLIES = Path(test_archive.__file__).parent / "replies"


class Target(NamedTuple):
    """One thing that reads: its seeds, the name that its files have, and the reading."""

    name: str
    file: str
    seeds: Sequence[bytes]
    read: Callable[[bytes, str], Any]


def stored(record: msgspec.Struct) -> None:
    """Go the way of a record into the store: what is written must be read back the same."""
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


def taken(reading: Reading) -> None:
    """Go the way of a reading: planned, and each entry made."""
    plan = importing.plan([reading], ())
    doubtful = (piece.kept for piece in reading.misread if piece.kept)
    for found in (*plan.new, *doubtful):
        _record(found)
    assert all(piece.line >= 0 and piece.why for piece in reading.misread)
    register = practice_import.plan(reading.practices, ())
    for one in register.new:
        stored(one)
    here = [msgspec.structs.replace(one, id=f"x{at}") for at, one in enumerate(register.new)]
    again = practice_import.plan(reading.practices, here)
    assert not (again.new or again.changed or again.edited)


def _record(found: Found) -> None:
    if found.becomes == "session" and not found.people:
        return
    stored(importing.record(found, today=TODAY, created=NOW, share="private", tags=(), handle=str))


def _foreign(word: str) -> Callable[[bytes, str], None]:
    def read(data: bytes, name: str) -> None:
        taken(BY_WORD[word].reader.read(data, name=name, options=OPTIONS))

    return read


def _own(data: bytes, name: str) -> None:
    _stored(jsonl.read(data, name=name, created=NOW)[0])


def _stored(records: Sequence[Record]) -> None:
    for record in records:
        stored(record)


def _bundle(data: bytes, name: str) -> None:
    """Read it as it is where it is no JSON; else with a hash that fits, or nothing past that is tried."""
    try:
        whole = msgspec.json.decode(data, type=dict[str, Any])
    except (ValueError, RecursionError):
        whole = {}
    if whole:
        whole.pop(bundle.HASH, None)
        said = hashlib.blake2b(msgspec.json.encode(whole, order="sorted"), digest_size=32).hexdigest()
        data = msgspec.json.encode(whole | {bundle.HASH: f"blake2b:{said}"})
    for record in bundle.read(data, name).records:
        stored(record)


def _git(data: bytes, name: str) -> None:
    for each in (False, True):
        taken(git_log.read(data, project="ranker", remote="git@example.org:a/b.git", each=each, merges=True))
    git_log.authors(data)


def _calendar(data: bytes, name: str) -> None:
    first = NOW - datetime.timedelta(days=365)
    found = ics.read(data, name=name, first=first, last=NOW)
    known = Known(everyone=(ANA,), me=Me(("me@example.org",), ("Me",)), now=NOW)
    taken(calendar_import.reading(found.appointments, known))


def _store(data: bytes, name: str) -> None:
    """Put what is broken in the place of each file of a store, one after the other, by its length."""
    places = sorted(test_mlflow.PARTS)
    place = places[len(data) % len(places)]
    taken(mlflow.store(test_mlflow.PARTS | {place: data}, options=OPTIONS))


def _votes(data: bytes, name: str) -> None:
    found = votes.read(data, name=name)
    one = Practice(kind="model", name="ranker", day=TODAY, created=NOW)
    made = thumbs_on_models.added(one, found.votes)
    stored(made)
    thumbs_on_models.thumbs(made)


def _recognised(data: bytes, name: str) -> None:
    word = recognise.recognise(data, name)
    if word in BY_WORD:
        _foreign(word)(data, name)


def _exported(data: bytes, name: str) -> None:
    _stored(exported.read(data, name, NOW).records)


def _ladder(name: str, *texts: str) -> Target:
    return Target(f"ladder {name}", name, [text.encode() for text in texts], _read_ladder)


def _read_ladder(data: bytes, name: str) -> None:
    stored(ladder_read.read(data, name=name, created=NOW).ladder)


def _foreigners() -> list[Target]:
    seeds: dict[str, tuple[str, Sequence[bytes]]] = {
        "dayone": ("Journal.zip", test_dayone.SEEDS),
        "jrnl": ("journal.txt", test_jrnl.SEEDS),
        "org": ("work.org", test_org.SEEDS),
        "watson": ("frames", test_watson.SEEDS),
        "timewarrior": ("export.json", test_timewarrior.SEEDS),
        "taskwarrior": ("tasks.json", test_taskwarrior.SEEDS),
        "toggl": ("report.csv", test_toggl.SEEDS),
        "todo.txt": ("todo.txt", test_todo_txt.SEEDS),
        "github": ("prs.json", test_github.SEEDS),
        "gitlab": ("mrs.json", test_gitlab.SEEDS),
        "jira": ("issues.json", test_jira.SEEDS),
        "tsv": ("wins.tsv", [seed.replace(b",", b"\t") for seed in test_csv_table.SEEDS]),
        "csv": ("wins.csv", test_csv_table.SEEDS),
        "json": ("tasks.json", test_json_table.SEEDS),
        "markdown": ("brag.md", (*MARKDOWN, *test_notes_folders.SEEDS)),
        "dvc": ("dvc.lock", test_dvc.SEEDS),
        "card": ("README.md", test_model_card.SEEDS),
        "promptfoo": ("promptfooconfig.yaml", test_promptfoo.SEEDS),
    }
    return [Target(word, name, those, _foreign(word)) for word, (name, those) in seeds.items()]


def targets() -> list[Target]:
    """Return all that is fuzzed."""
    replies = [path.read_bytes() for path in sorted(_REPLIES.iterdir()) if path.is_file()]
    ours = (
        test_journal_markdown.DOCUMENT.encode(), test_journal_markdown.NOTE.encode(), *test_archive.SEEDS,
        JSONL[-1],
    )  # fmt: skip
    found = [
        *_foreigners(),
        Target("mlflow", "meta.yaml", test_mlflow.SEEDS, _store),
        Target("votes", "votes.csv", test_votes.SEEDS, _votes),
        Target("jsonl", "records.jsonl", JSONL, _own),
        Target("growth", "export", ours, _exported),
        Target("bundle", "ana.json", [test_bundle.DATA], _bundle),
        Target("git", "log", test_git_log.SEEDS, _git),
        Target("ics", "work.ics", test_import_calendar.SEEDS, _calendar),
        Target("reply", "reply.eml", replies, lambda data, name: mail.read(data, name)),
        _ladder("bakery.yaml", ladder_forms.LISTS),
        _ladder("topics.md", ladder_forms.TOPICS, ladder_forms.BULLETS, ladder_forms.STEPS),
        _ladder("tracks.js", ladder_forms.TRACKS),
        _ladder("table.csv", ladder_forms.LONG, ladder_forms.ACROSS, ladder_forms.DOWN),
    ]
    every = [seed for target in found if not target.name.startswith("ladder") for seed in target.seeds]
    return [*found, Target("recognised", "file", every, _recognised)]
