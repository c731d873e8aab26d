"""A conversation that leads to every question there is, and the homes and files that they need.

A new question needs no more than a line in TALKS, with the keys that lead to it; until then
`test_questions` fails and names it. Each line is left at its question and at all those before.
"""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from growth.exchange import bundle
from growth.records.bundle import Bundle, Header, Sender
from growth.records.entry import Entry
from growth.store.change import changing
from growth.store.others import replace_others

from .homes import BRAG, LAID, UTC, open_store, place

ENTER, DOWN = "\r", "\x1b[B"


class Talk(NamedTuple):
    """A command on a terminal, and the keys that lead from question to question.

    `{given}` and `{out}` stand for folders beside the store. The editor is a script of `given`, and
    so is the pager, which opens on a terminal of one row. `redirected` sends stdout into a file.
    """

    line: str
    keys: tuple[str, ...] = ()
    home: str = "lived"
    editor: str = "write"
    rows: int = 40
    redirected: bool = False


def _paged(line: str, home: str = "lived") -> Talk:
    return Talk(line, home=home, rows=1)


ENTRY = "j261118-q003"
TALKS = (
    # -- yes or no ---------------------------------------------------------------------------------
    Talk(f"delete {ENTRY}"),
    Talk("edit --since 2026-11-01 --add-tag x"),
    Talk("forget @ana"),
    Talk("feedback withdraw f261119-q016"),
    Talk("people merge cy bo"),
    Talk("undo", home="yesterday"),
    Talk("log We saved 0k with it"),
    Talk("import {given}/brag.md", ("n\n",)),
    Talk("import {given}/unasked.eml"),
    Talk("1on1 bank import {given}/questions.md"),
    Talk("bundle make --for manager -o {out}/mine.json"),
    Talk("bundle open {given}/unknown.json"),
    Talk("bundle open {given}/other-address.json"),
    Talk("bundle open {given}/older.json", home="opened"),
    Talk("doctor --accept", home="unsealed"),
    Talk("restore", home="broken"),
    Talk("restore --as-of 2026-11-19"),
    Talk("report brag -o {out}/old.md"),
    Talk("ladder import {given}/rungs.json --as mine"),
    Talk("export --split month -o {out}/months"),
    Talk("assess finish", home="assessed"),
    Talk("tag merge evidence retries", home="proposed"),
    # -- a line ------------------------------------------------------------------------------------
    Talk("action add"),
    Talk("action drop t261110-q013"),
    Talk("note ana"),
    Talk("mentor close cy"),
    Talk("mentor checkin cy"),
    Talk("mentor coach cy", ("yes\n", "often\n", "no: said nothing\n")),
    Talk("feedback got bo"),
    Talk("week"),
    Talk("feedback give bo", ("We met\n", "You asked\n", "It helped\n")),
    Talk("feedback act f261119-q016", ("Show it early\n",)),
    Talk("goal add", home="assessed"),
    Talk("goal checkin g261124-q019", home="assessed"),
    Talk("wonder add", home="assessed"),
    Talk("wonder answer w261124-q027", home="assessed"),
    # -- a key -------------------------------------------------------------------------------------
    Talk("curate --since 2026-11-01", ("*",)),
    Talk("week --calendar {given}/work.ics", ("k",)),
    Talk("assess rate system-T2-1", ("w",), home="assessed"),
    Talk("assess rate --all", ("\n", "5"), home="assessed"),
    Talk("assess rate system-T2-1", ("e",), home="proposed"),
    # -- one of several, and a text to be edited ---------------------------------------------------
    Talk("feedback ask bo"),
    Talk("wonder promote w261124-q028", home="assessed"),
    Talk("reuse take bo:j261123-q025", home="lent"),
    Talk("assess start", (ENTER,)),
    Talk("log -i", ("Said it\r", ENTER, ENTER, "fewer calls\r", ENTER, "ana\r", "retries\r", ENTER)),
    Talk("log -i", ("Said it\r", ENTER, "no day\r")),
    # -- the editor's form -------------------------------------------------------------------------
    Talk("log"),
    Talk(f"edit {ENTRY}"),
    Talk("edit t261110-q013"),
    Talk("practice edit ranker", home="assessed"),
    Talk("note ana -e"),
    Talk("feedback answer r261118-q015"),
    Talk("1on1 notes ana"),
    Talk("1on1 notes ana", editor="promise"),
    Talk("mentor notes cy"),
    Talk(f"edit {ENTRY}", editor="spoil"),
    Talk(f"edit {ENTRY}", home="with a draft"),
    # -- the pager ---------------------------------------------------------------------------------
    _paged("list"),
    _paged("search queue"),
    _paged("report brag"),
    _paged("report review --about ana"),
    _paged("team"),
    _paged("people list"),
    _paged("radar", "opened"),
    _paged("radar --overlap", "opened"),
    _paged("1on1 bank list"),
    _paged("1on1 list"),
    _paged("action list"),
    _paged("goal list", "assessed"),
    _paged("wonder list --all", "assessed"),
    _paged("reuse search queue", "opened"),
    _paged("learning", "assessed"),
    _paged("practice list", "assessed"),
    _paged("draft list", "assessed"),
    _paged("practice lineage ranker", "assessed"),
    _paged("practice check", "assessed"),
    _paged("practice thumbs ranker", "assessed"),
    _paged("learning recall queue", "assessed"),
    _paged("mentor list"),
    _paged("feedback list --all"),
    _paged("feedback list --answers"),
    _paged("undo --list"),
    _paged("tag list"),
    _paged("stats"),
    _paged("lint", "proposed"),
    _paged("ladder show tech-lead"),
    _paged("ladder compare tech-lead:T1 T2"),
    _paged("assess show", "assessed"),
    _paged("assess gaps", "assessed"),
    # -- standard input, typed ---------------------------------------------------------------------
    Talk("import -f markdown -"),
    Talk("ladder import - --as mine"),
    Talk("log", redirected=True),
)
# Each says on the terminal that it is there. What is typed into them is no key of theirs.
SCRIPTS = {
    "write.sh": """printf '\\nWhat I typed\\n' >> "$1"\nprintf editing\nIFS= read -r key </dev/tty || :\n""",
    "spoil.sh": "sed -i 's/^kind: .*/kind: nonsense/' \"$1\"\n",
    "promise.sh": "sed -i 's/^## Actions/&\\n- [ ] Ana: write the outline by friday/' \"$1\"\n",
    "pager.sh": "cat\nprintf paging\nIFS= read -r key </dev/tty || :\n",
}
# Homes that are made of another.
BUILT_ON = {"opened": "lived", "with a draft": "lived", "proposed": "assessed"}
LETTER = """From: Ana Ortiz <ana@example.org>
To: me@example.org
Subject: Re: a question
Date: Mon, 23 Nov 2026 09:00:00 +0000

[q9zz] The early demo helped.
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:review@example.org
DTSTART:20261120T130000Z
DTEND:20261120T143000Z
SUMMARY:Design review
END:VEVENT
END:VCALENDAR
"""


class Given:
    """Homes and files for conversations, each laid out once and copied for each of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in sorted({talk.home for talk in TALKS}):
            self._lay(name, folder / "templates" / name)

    def _lay(self, name: str, base: Path) -> None:
        LAID[BUILT_ON.get(name, name)](base)
        given, out = base / "given", base / "out"
        given.mkdir()
        out.mkdir()
        (out / "old.md").write_text("written before\n")
        (out / "months").mkdir()
        (out / "months" / "README.md").write_text("written before\n")
        (given / "brag.md").write_text(BRAG + "\n## Some day\n\n- Held a talk about queues\n")
        (given / "unasked.eml").write_text(LETTER)
        (given / "work.ics").write_text(CALENDAR)
        (given / "questions.md").write_text("# Team\n\n- What would make Mondays lighter?\n")
        (given / "rungs.json").write_text('{"Craft": {"L1": "Bakes", "L2": "Teaches"}}')
        for script, text in SCRIPTS.items():
            (given / script).write_text(text)
        handed = {
            "unknown": _handed("zoe", 20), "other-address": _handed("ana", 20), "older": _handed("zoe", 10),
        }  # fmt: skip
        for file, made in handed.items():
            (given / f"{file}.json").write_bytes(bundle.write(made))
        if name == "opened":
            _open(place(base), _handed("zoe", 20), "cy")
            _open(place(base), _handed("ana", 20), "ana")
        if name == "proposed":
            with changing(open_store(place(base)), "log") as change:
                change.add(_shows())
        if name == "with a draft":
            drafts = place(base) / "drafts"
            drafts.mkdir(mode=0o700)
            (drafts / f"edit-{ENTRY}-261123-100000.md").write_text("title: What was never saved\n")

    def copy(self, name: str, number: int) -> Path:
        """Return a copy of a place that is laid out."""
        return Path(shutil.copytree(self.folder / "templates" / name, self.folder / f"place-{number}"))


def _handed(handle: str, day: int) -> Bundle:
    made = datetime.datetime(2026, 11, day, 9, tzinfo=UTC)
    whose = Sender(name=handle.title(), handle=handle, emails=(f"{handle}@example.com",))
    entry = Entry(
        id="j261109-w001",
        day=datetime.date(2026, 11, 9),
        title="Theirs",
        tags=("theirs",),
        share="manager",
        created=made,
    )
    head = Header(growth="1", store=f"{ord(handle[0]):016x}", sender=whose, audience="manager", made=made)
    return Bundle(header=head, entries=(entry,))


def _shows() -> Entry:
    """Return an entry that is proposed as evidence."""
    title = "Answered for the interfaces and the open faults of the import, the next change to it, too"
    made = datetime.datetime(2026, 11, 24, 9, tzinfo=UTC)
    return Entry(
        id="j261123-w002", day=datetime.date(2026, 11, 23), title=title, tags=("evidence",), created=made
    )


def _open(home: Path, handed: Bundle, person: str) -> None:
    """Take a bundle into a store as the one who opens it does."""
    header = handed.header
    about = {"made": header.made, "name": header.sender.name, "handle": header.sender.handle,
             "emails": header.sender.emails, "person": person}  # fmt: skip
    with changing(open_store(home), "bundle open") as change:
        replace_others(change, header.store, about, handed.records)


def steps() -> Iterator[tuple[Talk, int]]:
    """Yield every conversation with each number of its keys, each only once."""
    seen = set()
    for talk in TALKS:
        for count in range(len(talk.keys) + 1):
            step = talk._replace(keys=talk.keys[:count])
            if step not in seen:
                seen.add(step)
                yield talk, count
