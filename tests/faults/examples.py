"""One example of every command that writes, and which shape of file operations it has.

A new command joins here with an example, or in READ_ONLY. The first example of a shape is the one
that the whole matrix runs on; `test_shapes` fails where an example is not of the shape it claims.
"""

from typing import NamedTuple


class Example(NamedTuple):
    """A command line on a home. `{out}` and `{given}` stand for the folders beside the store."""

    command: str
    shape: str
    home: str
    argv: tuple[str, ...]
    stdin: bytes = b""
    keys: str = ""
    now: str = "2026-11-24T10:00:00+00:00"

    @property
    def name(self) -> str:
        return f"{self.shape}: {' '.join(self.argv)}"


NEXT_DAY = "2026-11-25T10:00:00+00:00"
NEXT_MONTH = "2026-12-01T10:00:00+00:00"
MONTH_BEFORE = "2026-10-30T10:00:00+00:00"
# More records than a change, or a file, is written of in one piece.
MANY = b"".join(b'{"title":"Entry %d","day":"2026-11-02","source":"many:%d"}\n' % (n, n) for n in range(2001))
LADDER = b'{"Craft": {"L1": "Bakes", "L2": "Teaches"}}'


def _line(command: str, shape: str, home: str, line: str, **more: str | bytes) -> Example:
    import shlex

    return Example(command, shape, home, tuple(shlex.split(line)), **more)  # type: ignore[arg-type]  # texts only


EXAMPLES = (
    _line("log", "one file", "lived", "log Cut p99 by half -k win --metric 'p99: 480 ms -> 210 ms'"),
    _line("log", "first run", "none", "log Started here"),
    _line("log", "new month", "lived", "log Next month began", now=NEXT_MONTH),
    _line("log", "first of the day", "yesterday", "log Good morning"),
    _line("log", "first of the day", "lived", "log Set back", now=MONTH_BEFORE),
    _line("log", "after a torn line", "torn", "log Went on"),
    _line("log", "after a kill", "logged", "log Went on"),
    _line("log", "after a kill of a move", "moved", "log Went on"),
    _line("log", "after a kill of the first run", "started", "log Went on"),
    _line("edit", "move between months", "lived", "edit j261118-q003 -d 2026-10-11"),
    _line("edit", "move out of a month", "lived", "edit j260914-q006 -d 2026-10-11"),
    _line("edit", "one file", "lived", "edit j261118-q003 --impact 'half the wait' --add-tag start"),
    _line("edit", "many files", "lived", "edit --since 2026-09-01 -k work --share team -y"),
    _line("delete", "one file", "lived", "delete j261118-q003 -y"),
    _line("delete", "last of a file", "lived", "delete j260914-q006 -y"),
    _line("delete", "many files", "lived", "delete j261118-q003 j261005-q001 t261110-q013 -y"),
    _line("undo", "one file", "lived", "undo -y"),
    _line("done", "one file", "lived", "done t261110-q013"),
    _line("note", "one file", "lived", "note ana", stdin=b"Asked the question nobody asked"),
    _line("week", "one file", "lived", "week --helped 'Bo, with the queue'"),
    _line("people add", "one file", "lived", "people add dee --name 'Dee Moss' --relation peer"),
    _line("people edit", "one file", "lived", "people edit ana --meets 2w"),
    _line("people merge", "one file", "lived", "people merge cy bo -y"),
    _line("1on1 agenda", "one file", "lived", "1on1 agenda ana Where the queue goes"),
    _line("1on1 agenda", "one file", "lived", "1on1 agenda ana --template first"),
    _line(
        "1on1 notes", "many files", "lived", "1on1 notes ana --shared 'Spoke of it' --action 'Ana: write it'"
    ),
    _line("1on1 bank add", "bank", "lived", "1on1 bank add What now --topic team"),
    _line("1on1 bank import", "bank", "lived", "1on1 bank import - -y", stdin=b"- What now?\n"),
    _line("mentor agenda", "one file", "lived", "mentor agenda cy The talk"),
    _line("mentor notes", "one file", "lived", "mentor notes cy --shared 'Spoke of it'"),
    _line("mentor notes", "one file", "lived", "mentor notes cy --advised 'Ask first' --try 'One round'"),
    _line("mentor pair", "one file", "lived", "mentor pair bo --role mentee --goal 'Lead a project'"),
    _line("mentor goal", "one file", "lived", "mentor goal cy Speak to the guild twice"),
    _line("mentor checkin", "one file", "lived", "mentor checkin cy The outline is written"),
    _line("mentor outcome", "many files", "lived", "mentor outcome cy Gave the talk alone"),
    _line("mentor coach", "one file", "lived", "mentor coach cy --asked yes --kept 'no: forgot it'"),
    _line("mentor close", "one file", "lived", "mentor close cy --outcome 'Gave the talk'"),
    _line("action add", "one file", "lived", "action add Send the numbers -w bo --due 2026-11-30"),
    _line("action drop", "one file", "lived", "action drop t261110-q013 --why 'no longer needed'"),
    _line("action move", "one file", "lived", "action move t261110-q013 --due 2026-12-01"),
    _line("bundle make", "document", "lived", "bundle make --for manager -o {out}/mine.json -y"),
    _line("bundle make", "document", "sharing", "bundle make --for manager -y"),
    _line("bundle make", "outbox", "shared", "bundle make --for manager -y"),
    _line("bundle open", "bundle opened", "lived", "bundle open {given}/eva.json -y"),
    _line("bundle open", "bundle withdrawn", "lent", "bundle open {given}/withdrawn.json -y"),
    _line("import", "import", "lived", "import {given}/brag.md -y"),
    _line("import", "one file", "lived", "import - -y", stdin=b"[q7k3] The examples.\n"),
    _line("import", "in pieces", "lived", "import - -f jsonl -y", stdin=MANY),
    _line("curate", "one file", "lived", "curate --since 2026-11-01", keys="tq"),
    _line("report", "document", "lived", "report brag -o {out}/brag.md -y"),
    _line("prep", "document", "lived", "prep ana -o {out}/ana.md -y"),
    _line("report", "document", "lived", "report review --about ana -o {out}/review.md -y"),
    _line("team", "document", "lived", "team -o {out}/team.md -y"),
    _line("people about", "document", "lived", "people about ana -o {out}/about.md -y"),
    _line("template new", "template", "lived", "template new mine --from 1on1"),
    _line("template new", "template", "lived", "template new mine --from career"),
    _line("feedback ask", "one file", "lived", "feedback ask bo --question 'What should I keep?'"),
    _line("feedback send", "one file", "lived", "feedback send r261118-q015"),
    _line("feedback remind", "one file", "lived", "feedback remind r261118-q024"),
    _line("feedback decline", "one file", "lived", "feedback decline r261118-q015"),
    _line("feedback close", "one file", "lived", "feedback close r261118-q015"),
    _line("feedback withdraw", "one file", "lived", "feedback withdraw r261118-q015"),
    _line("feedback withdraw", "forget a record", "lived", "feedback withdraw f261119-q016 -y"),
    _line("feedback answer", "one file", "lived", "feedback answer r261118-q015 --reply '1=The early demo'"),
    _line("feedback got", "one file", "lived", "feedback got bo Unblocked us in an hour"),
    _line("feedback give", "one file", "lived", "feedback give bo --behaviour 'You asked for numbers'"),
    _line("feedback act", "one file", "lived", "feedback act f261119-q016 Pair on it --due 2026-12-08"),
    _line("feedback digest", "document", "lived", "feedback digest -o {out}/digest.md -y"),
    _line("draft self-review", "one file", "assessed", "draft self-review --for me --run cat"),
    _line("draft brag", "one file", "assessed", "draft brag --for me --run cat"),
    _line("draft feedback", "one file", "assessed", "draft feedback ana --for me --run cat"),
    _line("draft 1on1", "one file", "assessed", "draft 1on1 ana --for me --run cat"),
    _line("draft accept", "many files", "assessed", "draft accept d261124-q032"),
    _line("prompt eval", "document", "assessed", "prompt eval --from d261124-q032 --cases {out} -y"),
    _line("prompt export", "document", "lived", "prompt export brag --promptfoo -o {out}/it.yaml -y"),
    _line("prompt new", "prompt", "lived", "prompt new mine --from brag"),
    _line("feedback sets new", "template", "lived", "feedback sets new mine --from technical"),
    _line("export", "document", "lived", "export -f json -o {out}/mine.json -y"),
    _line("export", "archive", "lived", "export --everything -o {out}/all -y"),
    _line("ladder import", "one file", "lived", "ladder import - --as mine", stdin=LADDER),
    _line("ladder export", "document", "lived", "ladder export tech-lead -o {out}/ours.toml -y"),
    _line("thumb up", "one file", "lived", "thumb up f261119-q016 'an example to work with'"),
    _line("thumb down", "one file", "lived", "thumb down collaboration/3"),
    _line("assess start", "one file", "assessed", "assess start --ladder tech-lead --target T1"),
    _line("assess rate", "one file", "assessed", "assess rate system-T2-1 --as with-help"),
    _line("assess evidence", "one file", "assessed", "assess evidence system-T2-1 --confirm j261118-q003"),
    _line("assess finish", "one file", "assessed", "assess finish -y"),
    _line("assess reopen", "one file", "assessed", "assess reopen a261124-q018"),
    _line("goal add", "one file", "assessed", "goal add Teach the guild --due 2026-12-18"),
    _line("goal checkin", "one file", "assessed", "goal checkin g261124-q019 First draft read"),
    _line("learning block", "document", "lived", "learning block --time 2h -o {out}/learning.ics -y"),
    _line("wonder add", "one file", "assessed", "wonder add Why the cache is cold"),
    _line("wonder answer", "one file", "assessed", "wonder answer w261124-q027 The clock is off --from ana"),
    _line("wonder promote", "many files", "assessed", "wonder promote w261124-q028 --private"),
    _line("reuse take", "one file", "lent", "reuse take bo:j261123-q025 --private"),
    _line("practice add", "one file", "assessed", "practice add dataset reviews --version v1"),
    _line("practice state", "one file", "assessed", "practice state train"),
    _line("practice thumbs", "one file", "assessed", "practice thumbs ranker --up 9 --period 2026-09"),
    _line("practice thumbs", "one file", "assessed", "practice thumbs ranker --act 'Retrain it'"),
    _line("practice edit", "one file", "assessed", "practice edit ranker --owner ana"),
    _line("tag rename", "one file", "lived", "tag rename retries patience"),
    _line("tag merge", "one file", "lived", "tag merge retries runbooks -y"),
    _line("project rename", "one file", "lived", "project rename queue queues"),
    _line("project merge", "one file", "lived", "project merge queue docs -y"),
    _line("config set", "settings", "lived", "config set me.name Kim"),
    _line("config unset", "settings emptied", "lived", "config unset me.name"),
    _line("backup", "backup", "lived", "backup"),
    _line("doctor", "seal", "unsealed", "doctor --accept -y"),
    _line("restore", "restore", "broken", "restore -y"),
    _line("restore", "as of a day", "lived", "restore --as-of 2026-11-19 -y"),
    _line("forget", "forget a person", "lived", "forget @ana -y"),
    _line("forget", "forget a record", "lived", "forget j261118-q003 -y"),
    _line("demo", "demo", "lived", "demo {out}/demo"),
)
# Leaves of the command tree that never write to the store, each with a line to run.
READ_ONLY = {
    "status": "status",
    "list": "list --json",
    "search": "search queue",
    "show": "show j261118-q003",
    "people list": "people list",
    "1on1 bank list": "1on1 bank list",
    "1on1 list": "1on1 list",
    "1on1 recap": "1on1 recap ana",
    "mentor list": "mentor list",
    "radar": "radar",
    "mentor recap": "mentor recap cy",
    "mentor sessions": "mentor sessions",
    "action list": "action list",
    "feedback list": "feedback list --all",
    "feedback sets list": "feedback sets list",
    "feedback sets show": "feedback sets show technical",
    "ladder list": "ladder list",
    "ladder show": "ladder show tech-lead",
    "ladder check": "ladder check tech-lead",
    "ladder compare": "ladder compare tech-lead:T1 T2",
    "template check": "template check",
    "assess gaps": "assess gaps",
    "assess show": "assess show",
    "assess list": "assess list",
    "assess compare": "assess compare last last",
    "goal list": "goal list",
    "learning show": "learning --period 2026",
    "learning recall": "learning recall queue",
    "wonder list": "wonder list --all",
    "reuse search": "reuse search queue",
    "practice list": "practice list",
    "practice show": "practice show ranker",
    "practice lineage": "practice lineage ranker",
    "practice check": "practice check",
    "lint": "lint --only no-number",
    "template list": "template list",
    "draft list": "draft list",
    "draft show": "draft show d261124-q032",
    "prompt list": "prompt list",
    "prompt show": "prompt show brag",
    "prompt diff": "prompt diff brag",
    "stats": "stats --json",
    "tag list": "tag list",
    "project list": "project list",
    "verify": "verify {given}/brag.md",
    "config get": "config get me.name",
    "config list": "config list",
    "config path": "config path",
    "config schema": "config schema entry",
    "completion": "completion bash",
    "help": "help log",
}


# Shapes of what may be done twice: who is told of an error runs the command again, and that is right.
REPEATABLE = (
    "document", "archive", "outbox", "template", "prompt", "bank", "settings", "settings emptied", "seal",
    "restore", "backup", "forget a person", "forget a record",
)  # fmt: skip
# Shapes of what is written where no other command comes by: what a kill leaves there goes when the
# same command is run again.
ALONE = ("document", "archive", "outbox", "template", "prompt", "bank")
# Shapes of which half is no fault: where the newer bundle lies beside the older one, the newer counts,
# and the same command run again takes the older one away.
BY_STEPS = ("outbox",)
# What writes, but to no store that anybody keeps: it is recorded, and no matrix runs on it.
APART = ("demo",)


def representatives() -> list[Example]:
    """Return the first example of each shape that a matrix runs on."""
    found: dict[str, Example] = {}
    for example in EXAMPLES:
        if example.shape not in APART:
            found.setdefault(example.shape, example)
    return list(found.values())
