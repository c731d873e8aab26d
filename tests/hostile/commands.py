"""How each command of the tree is run here. A command that is in no table fails a test."""

from collections.abc import Iterator
from typing import NamedTuple

import click

from growth.cli import root


class Run(NamedTuple):
    """One way to run a command; `{names}` in it are filled in.

    `changes` asks for a home of its own, `spoiled` for one in which something else changed a file.
    With `files` what it says is little, and the files that it writes are looked at elsewhere. It ends
    with the code `piped` on a pipe, `typed` on a terminal where `keys` are typed.
    """

    args: str
    keys: tuple[str, ...] = ()
    stdin: str = ""
    changes: bool = False
    spoiled: bool = False
    files: bool = False
    piped: int = 0
    typed: int = 0


RUNS: dict[str, tuple[Run, ...]] = {
    "status": (Run("status"), Run("status --short")),
    "log": (
        Run("log -m {text} --impact {text} -p {word} -l {text}", changes=True),
        Run("log", keys=("\x04",), stdin="{text}", changes=True, typed=1),
    ),
    "list": (Run("list"), Run("list -n 5000"), Run("list -w {handle} --period 2026")),
    "search": (Run("search e"), Run("search {text}")),
    "show": tuple(
        Run("show {%s}" % name)  # noqa: UP031  # braces in braces are worse to read
        for name in (
            "entry", "note", "session", "mentorship", "action", "person", "request", "answer", "thumb",
            "ladder", "wonder", "practice", "draft", "closed", "theirs", "handed",
        )
    ),
    "edit": (
        Run("edit {entry} --impact {text} --dry-run"),
        Run("edit {entry} -m {text} --add-tag {word}", changes=True),
        Run("edit --period 2026 --add-tag {word}", keys=("n\n",), piped=2, typed=1),
        Run("edit --period 2026 --add-tag {word} -y", changes=True),
    ),
    "delete": (
        Run("delete {entry} {session} {action} {mentorship}", keys=("n\n",), piped=2, typed=1),
        Run("delete {person}", piped=1, typed=1),
        Run("delete {entry} {action} -y", changes=True),
    ),
    "undo": (Run("undo --list"), Run("undo -y", changes=True)),
    "done": (Run("done {action}", changes=True),),
    "note": (Run("note {handle}", keys=("x\n",), stdin="{text}", changes=True),),
    "week": (
        Run("week --calendar {calendar} --dry-run"), Run("week --period 2026 --json"),
        Run("week --calendar {calendar}", keys=("k", "x\n"), changes=True),
        Run("week --calendar {calendar} --helped {text} -y", changes=True),
    ),
    "people add": (Run("people add zed --name {text}", changes=True),),
    "people list": (Run("people list"),),
    "people edit": (Run("people edit {handle} --name {text}", changes=True),),
    "people merge": (
        Run("people merge {other} {handle}", keys=("n\n",), piped=2, typed=1),
        Run("people merge {other} {handle} -y", changes=True),
    ),
    "people about": (Run("people about {handle}"),),
    "prep": (
        Run("prep {handle}"), Run("prep {manager}"), Run("prep --all -o {folder}", files=True),
        Run("prep --next --calendar {calendar}"),
    ),
    "radar": (
        Run("radar"), Run("radar --overlap"), Run("radar --ask {text}", piped=1, typed=1),
    ),
    "team": (Run("team --with-mood"), Run("team --discreet --with-mood --period 2026")),
    "1on1 agenda": (
        Run("1on1 agenda {handle}"), Run("1on1 agenda {handle} {text}", changes=True),
        Run("1on1 agenda {handle} --template hostile", changes=True),
        Run("1on1 agenda {handle} --template {text}", piped=2, typed=2),
    ),
    "1on1 notes": (
        Run("1on1 notes {handle} --shared {text} --action {text} --private-notes {text}", changes=True),
        Run("1on1 notes {handle} --template hostile", keys=("\x04",), stdin="{text}", changes=True, typed=1),
    ),
    "1on1 recap": (Run("1on1 recap {handle}"),),
    "1on1 list": (Run("1on1 list"), Run("1on1 list {handle}")),
    "1on1 bank list": (
        Run("1on1 bank list"), Run("1on1 bank list --with {handle}"),
        Run("1on1 bank list --topic {text}", piped=2, typed=2),
    ),
    "1on1 bank add": (Run("1on1 bank add {text} --topic {word}", changes=True, piped=1, typed=1),),
    "1on1 bank import": (
        Run("1on1 bank import {questions} --dry-run"),
        Run("1on1 bank import {questions}", keys=("n\n",), changes=True, typed=1),
        Run("1on1 bank import {questions} -y", changes=True),
        Run("1on1 bank import {rungs}", piped=1, typed=1),
    ),
    "mentor pair": (Run("mentor pair {handle} --role coach --goal {text}", changes=True),),
    "mentor agenda": (Run("mentor agenda {handle}"), Run("mentor agenda {handle} {text}", changes=True)),
    "mentor notes": (
        Run("mentor notes {handle} --shared {text} --advised {text} --try {text} --owe {text}", changes=True),
        Run("mentor notes {handle} --went 1={text}", changes=True),
        Run("mentor notes {handle} --went {text}", piped=2, typed=2),
    ),
    "mentor goal": (Run("mentor goal {handle} {text}", changes=True),),
    "mentor checkin": (
        Run("mentor checkin {handle} {text} --goal 1 --stuck", changes=True),
        Run("mentor checkin {handle} {text} --goal 9", piped=2, typed=2),
    ),
    "mentor outcome": (
        Run("mentor outcome {handle} {text} --impact {text}", changes=True),
        Run("mentor outcome {handle} --entry {entry}", changes=True),
    ),
    "mentor coach": (
        Run("mentor coach {handle} --asked {line} --mentee {handle}", piped=2, typed=2),
        Run("mentor coach {handle} --words {text} --mentee {handle}", changes=True),
        Run("mentor coach {handle}", keys=("x\n", "\n", "no x\n", "\n", "\n", "\n"), changes=True, piped=2),
        Run("mentor coach {handle} --trend"),
    ),
    "mentor recap": (Run("mentor recap {handle}"),),
    "mentor sessions": (Run("mentor sessions"), Run("mentor sessions {handle}")),
    "mentor list": (Run("mentor list"), Run("mentor list --all")),
    "mentor close": (
        Run("mentor close {handle} --outcome {text}", changes=True),
        Run("mentor close {handle}", keys=("x\n",), changes=True, piped=2),
    ),
    "action add": (Run("action add {text} -w {handle}", changes=True),),
    "action list": (Run("action list"), Run("action list --all"), Run("action list -w {handle}")),
    "action drop": (
        Run("action drop {action} --why {text}", changes=True),
        Run("action drop {action}", keys=("x\n",), changes=True, piped=2),
    ),
    "action move": (Run("action move {action} --due 2w", changes=True),),
    "feedback ask": (
        Run("feedback ask {handle} --about {text} --question x", changes=True),
        Run("feedback ask {handle} --about me --set hostile --pick 1 --pick 2", changes=True),
        Run("feedback ask {handle} --question {text}", piped=2, typed=2),
    ),
    "feedback send": (Run("feedback send {request}", changes=True),),
    "feedback list": (
        Run("feedback list"), Run("feedback list {handle} --all"), Run("feedback list --answers"),
    ),
    "feedback remind": (Run("feedback remind {request}", changes=True),),
    "feedback decline": (Run("feedback decline {request}", changes=True),),
    "feedback close": (Run("feedback close {request}", changes=True),),
    "feedback withdraw": (
        Run("feedback withdraw {answer}", keys=("n\n",), piped=2, typed=1),
        Run("feedback withdraw {answer} -y", changes=True),
    ),
    "feedback answer": (
        Run("feedback answer {request} --reply 1={text}", changes=True),
        Run("feedback answer {request} --rating 1={text}", piped=2, typed=2),
    ),
    "feedback got": (Run("feedback got {handle} {text} --about {word}", changes=True),),
    "feedback give": (
        Run("feedback give {handle} --behaviour {text} --situation {text}", changes=True),
        Run("feedback give {handle}", keys=("x\n", "x\n", "x\n", "x\n"), changes=True, piped=2),
    ),
    "feedback act": (Run("feedback act {answer} {text} --due 2w", changes=True),),
    "feedback digest": (
        Run("feedback digest"), Run("feedback digest --about {handle} --period 2026"),
        Run("feedback digest --from {handle}"), Run("feedback digest --about {text}"),
    ),
    "feedback sets list": (Run("feedback sets list"),),
    "feedback sets show": (
        Run("feedback sets show hostile"), Run("feedback sets show {word}", piped=2, typed=2),
    ),
    "feedback sets new": (Run("feedback sets new mine --from hostile", changes=True),),
    "thumb up": (Run("thumb up {answer} {text}", changes=True),),
    "thumb down": (
        Run("thumb down hostile/1 {text}", changes=True), Run("thumb down {text}", piped=1, typed=1),
        Run("thumb down vague@{entry} {text}", changes=True),
    ),
    "bundle make": (Run("bundle make --for {manager} -o {file}", keys=("y\n",)),),
    "bundle open": (
        Run("bundle open {bundle}", keys=("n\n",), piped=1, typed=1),
        Run("bundle open {bundle} -y", changes=True),
        Run("bundle open", piped=2, typed=2),
    ),
    "ladder list": (Run("ladder list"),),
    "ladder show": (
        Run("ladder show hostile"), Run("ladder show hostile --level L1 --theme t5"),
        Run("ladder show {text}", piped=1, typed=1),
        Run("ladder show hostile --level {text}", piped=2, typed=2),
    ),
    "ladder check": (
        Run("ladder check hostile", piped=1, typed=1), Run("ladder check {rungs}", piped=1, typed=1),
        Run("ladder check {text}", piped=4, typed=4),
    ),
    "ladder import": (
        Run("ladder import {rungs} --as mine --dry-run"),
        Run("ladder import {rungs} --as mine", keys=("n\n",), changes=True, typed=1),
        Run("ladder import {rungs} --as mine -y", changes=True),
        Run("ladder import {markdown}", piped=1, typed=1),
        Run("ladder import - --as {text}", stdin="L1,{text}", piped=1, typed=1),
    ),
    "ladder export": (Run("ladder export hostile"),),
    "ladder compare": (
        Run("ladder compare hostile:L1 L2"), Run("ladder compare hostile:L1 tech-lead:T1"),
        Run("ladder compare {text} {text}", piped=1, typed=1),
    ),
    "assess start": (
        Run("assess start --ladder hostile --target L1 --about {handle}", changes=True),
        Run("assess start --ladder {text} --target L1", piped=1, typed=1),
        Run("assess start --ladder hostile --target {text}", piped=2, typed=2),
    ),
    "assess rate": (
        Run("assess rate --assessment {assessment}", keys=("e", "x 9 -9\n", "1", "q"), changes=True, piped=2),
        Run("assess rate --assessment {assessment} --all", keys=("w", "x\n", "q"), changes=True, piped=2),
        Run("assess rate {word} --as {text}", piped=1, typed=1),
    ),
    "assess evidence": (
        Run("assess evidence {text} --assessment {assessment} --why", piped=1, typed=1),
        Run("assess evidence {text} --confirm {text}", piped=1, typed=1),
    ),
    "assess gaps": (Run("assess gaps --assessment {assessment}"),),
    "assess show": (
        Run("assess show {assessment}"), Run("assess show {handed}"),
        Run("assess show {text}", piped=1, typed=1),
    ),
    "assess list": (Run("assess list"),),
    "assess compare": (
        Run("assess compare {assessment} {assessment}"), Run("assess compare {handed} {assessment}"),
        Run("assess compare --with {other}"),
    ),
    "assess finish": (
        Run("assess finish {assessment}", keys=("n\n",), piped=0, typed=0, changes=True),
        Run("assess finish {assessment} -y", changes=True),
    ),
    "assess reopen": (Run("assess reopen {assessment}", piped=1, typed=1),),
    "goal add": (
        Run("goal add {text}", changes=True), Run("goal add --from hostile/c0-L1", changes=True),
        Run("goal add --from {text}", piped=1, typed=1),
    ),
    "goal checkin": (Run("goal checkin {goal} {text} --stuck", changes=True),),
    "goal list": (Run("goal list --all"), Run("goal list --of {handle} --all")),
    "learning show": (Run("learning"), Run("learning --period 2026")),
    "learning recall": (Run("learning recall e"), Run("learning recall {text}")),
    "learning block": (Run("learning block --time 2h"), Run("learning block", piped=1, typed=1)),
    "wonder add": (
        Run("wonder add {text}", changes=True),
        Run("wonder add", stdin="{text}", keys=("x\n",), changes=True),
    ),
    "wonder answer": (
        Run("wonder answer {wonder} {text} --from {handle} --link {text}", changes=True),
        Run("wonder answer {wonder}", stdin="{text}", keys=("x\n",), changes=True),
        Run("wonder answer {closed} {text}", piped=1, typed=1),
    ),
    "wonder list": (Run("wonder list"), Run("wonder list --all")),
    "wonder promote": (
        Run("wonder promote {closed} --private", changes=True),
        Run("wonder promote {closed} -k talk --share team", changes=True),
        Run("wonder promote {wonder} --private", piped=1, typed=1),
    ),
    "reuse search": (Run("reuse search text"), Run("reuse search {text}")),
    "reuse take": (
        Run("reuse take {theirs} --share person", changes=True),
        Run("reuse take {theirs} {text} --private", changes=True),
        Run("reuse take {entry} --private", piped=1, typed=1),
    ),
    "practice add": (
        Run("practice add dataset fresh --location {text} --licence {text} --owner {text} --role test "
            "--derived-from {text} --by {text} --version {text} --hash {text} --note {text}", changes=True),
        Run("practice add eval {text} --model {text} --on {text} --metric {text} --value 0.91 --note {text} "
            "--on-version {text} --prompt {text}", changes=True),
        Run("practice add eval odd --value 0.91{text}", changes=True),
        Run("practice add pipeline {text} --data {text} --trains {text} --by-hand {text} --every 30d",
            changes=True),
    ),
    "practice state": (Run("practice state {practice} --version {text} --note {text}", changes=True),),
    "practice edit": (
        Run("practice edit {practice} --name {text} --purpose {text}", changes=True),
    ),
    "practice list": (Run("practice list --all"),),
    "practice show": (Run("practice show {practice}"),),
    "practice lineage": (
        Run("practice lineage {practice}"), Run("practice lineage {practice} -f text"),
        Run("practice lineage {practice} -f html"),
    ),
    "practice thumbs": (
        Run("practice thumbs {practice}"),
        Run("practice thumbs {practice} --act {text} --due 2w", changes=True),
        Run("practice thumbs {practice} --up 1 --period {text}", piped=2, typed=2),
    ),
    "practice check": (Run("practice check"), Run("practice check --good")),
    "report": (
        Run("report brag"), Run("report brag --project {text}"), Run("report feedback"),
        Run("report practice"),
        Run("report summary --period 2026"), Run("report summary --project {text}"),
        Run("report growth-plan"), Run("report mentoring-programme"),
        Run("report mentorship --about {handle}"), Run("report mentor-coaching --about {handle}"),
        Run("report review --about {handle} --period 2026"),
        Run("report brag --about {handle} --period 2026"),
        Run("report review --all --period 2026 -o {folder}", files=True),
    ),
    "lint": (
        Run("lint"), Run("lint --period 2026"),
        Run("lint --only {text}", piped=2, typed=2),
    ),
    "curate": (Run("curate --period 2026", keys=("k", "*", "s", "j", "q"), changes=True, piped=2),),
    "draft self-review": (Run("draft self-review --assessment {assessment} --period 2026 --print"),),
    "draft brag": (Run("draft brag --period 2026 --print"),),
    "draft feedback": (
        Run("draft feedback {handle} --period 2026 --print"),
        Run("draft feedback {handle} --period 2026 --run cat", changes=True),
    ),
    "draft 1on1": (Run("draft 1on1 {handle} --print"),),
    "draft list": (Run("draft list"),),
    "draft accept": (
        Run("draft accept {draft}", piped=1, typed=1),
        Run("draft accept {draft} --anyway {text}", changes=True),
    ),
    "draft show": (Run("draft show {draft}"), Run("draft show {draft} -f text")),
    "prompt eval": (
        Run("prompt eval --from {draft} --cases {folder} -y", piped=1, typed=1),
        Run("prompt eval {text} --cases {folder} --run cat", piped=2, typed=2),
    ),
    "prompt export": (Run("prompt export brag --promptfoo --run {text}"),),
    "prompt new": (Run("prompt new mine --from brag", changes=True),),
    "template list": (Run("template list"),),
    "template new": (Run("template new mine --from brag", changes=True),),
    "template check": (
        Run("template check brag"), Run("template check feedback"), Run("template check hostile"),
    ),
    "verify": (Run("verify {document}", piped=1, typed=1),),
    "import": (
        Run("import -f markdown - --dry-run", keys=("\x04",), stdin="# 2026-11-20\n- {line}\n\n{text}\n"),
        Run("import {markdown}", keys=("n\n", "n\n", "n\n"), changes=True, typed=1),
        Run("import {markdown} -y", changes=True),
        Run("import {jsonl} -y", piped=1, typed=1),
        Run(
            "import -f reply - --from {handle} -y",
            stdin="{text}\n1. {line} [q0zz] {line}\n{text}\n[who] {text}\n[name] {line}\n",
            changes=True,
        ),
    ),
    "export": (
        *(Run(f"export -f {one}") for one in ("md", "json", "jsonl", "csv", "html", "ics", "jrnl", "org")),
        Run("export -f md -w {handle}"),
        Run("export --split record -o {folder}", files=True),
        Run("export --everything -o {folder}", files=True),
    ),
    "stats": (Run("stats"), Run("stats --since 2020-01-01 --by tag"), Run("stats -w {handle} --by person")),
    "tag list": (Run("tag list"), Run("tag list --period 2026")),
    "tag rename": (
        Run("tag rename {text} mine", piped=1, typed=1), Run("tag rename mine {text}", piped=2, typed=2),
    ),
    "tag merge": (Run("tag merge {text} mine", piped=1, typed=1),),
    "project list": (Run("project list"),),
    "project rename": (
        Run("project rename {text} mine", piped=1, typed=1),
        Run("project rename mine {text}", piped=1, typed=1),
    ),
    "project merge": (Run("project merge {text} mine", piped=1, typed=1),),
    "demo": (Run("demo {folder}"),),
    "config list": (Run("config list"),),
    "config get": (Run("config get me.name"), Run("config get {text}", piped=2, typed=2)),
    "config set": (
        Run("config set me.name {text}", changes=True), Run("config set {text} x", piped=2, typed=2),
    ),
    "config unset": (Run("config unset me.name", changes=True),),
    "config path": (Run("config path"),),
    "doctor": (
        Run("doctor"),
        Run("doctor --accept", keys=("n\n",), spoiled=True, piped=2, typed=1),
        Run("doctor --json", spoiled=True, piped=3, typed=3),
    ),
    "backup": (Run("backup --list"), Run("backup", changes=True)),
    "restore": (
        Run("restore", keys=("n\n",), spoiled=True, piped=2, typed=1),
        Run("restore -y", spoiled=True),
        Run("restore --as-of today", keys=("n\n",)),
    ),
    "forget": (
        Run("forget @{handle}", keys=("n\n",), piped=2, typed=1),
        Run("forget {entry}", keys=("n\n",), piped=2, typed=1),
        Run("forget @{handle} --mentions -y", changes=True),
    ),
}  # fmt: skip
# What these print is in no record: words of the program's own.
OF_THEIR_OWN = {
    "completion": "the script of a shell",
    "config schema": "the fields that a kind of record has",
    "help": "the help",
    "prompt list": "the purposes of prompts",
    "prompt show": "a prompt",
    "prompt diff": "two prompts",
}


def leaves(group: click.Group | None = None, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield each command that does something, with its whole name."""
    group = group or root
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        if isinstance(command, click.Group):
            yield from leaves(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def formats(command: click.Command) -> list[str]:
    """Return the formats that a command knows."""
    return next(
        (list(kind.choices) for kind in (option.type for option in command.params if option.name == "format_")
         if isinstance(kind, click.Choice) and "text" in kind.choices),
        [],
    )  # fmt: skip


def has(command: click.Command, flag: str) -> bool:
    """Tell whether a command has an option."""
    return any(flag in option.opts for option in command.params)


def words(run: Run, known: dict[str, str]) -> list[str]:
    """Return the arguments of a run; a text with spaces is one of them."""
    return [word.format_map(known) for word in run.args.split()]


def all_runs() -> Iterator[tuple[str, Run, str]]:
    """Yield every run there is, each with the name of its command and once for each of its formats."""
    known = dict(leaves())
    for name, runs in RUNS.items():
        if name in known:
            for run in runs:
                for one in ("", *(() if run.files else formats(known[name]))):
                    yield name, run, one
