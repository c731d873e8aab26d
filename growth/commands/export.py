"""growth export: everything of mine goes out, or what somebody else may see of it."""

from collections.abc import Sequence
from typing import Any

import click

from growth import __version__
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of, names_of, say_former, say_nameless
from growth.commands.export_records import of_store, tell
from growth.commands.filters import selection_of
from growth.errors import WrongUsage
from growth.records.bundle import Header, Sender
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.rules import exporting
from growth.rules.audience import Audience
from growth.rules.exporting import Going
from growth.rules.persons import handles
from growth.rules.select import Selection

FORMATS = ("md", "json", "jsonl", "csv", "html", "ics", "jrnl", "org")
# These hold the journal and nothing else.
JOURNAL = ("csv", "jrnl", "org")
ENDINGS = {f".{word}": word for word in FORMATS} | {".htm": "html", ".txt": "jrnl"}


@click.command()
@options.filters
@options.audience
@options.include_former
@click.option(
    "-f", "--format", "format_", type=click.Choice(FORMATS), help="The format; else the ending of -o, or md."
)
@options.as_json
@click.option(
    "--split", type=click.Choice(["month", "record"]), help="With -f md -o DIR: a file a month, or a record."
)
@click.option(
    "--everything", is_flag=True, help="All there is, in plain files: a .zip, .tar.gz or directory."
)
@click.option(
    "-o", "--output", metavar="FILE|DIR", callback=options.filled,
    help="Write there instead; its ending says the format.",
)  # fmt: skip
@options.yes
@pass_app
def export(
    app: App, /, audience: str | None, include_former: bool, format_: str | None, as_json: bool,
    split: str | None, everything: bool, output: str | None, yes: bool, **given: Any,
) -> None:  # fmt: skip
    """Take everything out: Markdown, JSON, CSV, HTML, a calendar.

    It is your own copy, private records included; --for manager leaves out what is not shared.
    json and jsonl hold records of every kind, and growth import makes the same store of them; md and
    html hold the journal by month, then meetings, feedback, promises and goals to read; csv, jrnl and
    org the journal; ics meetings and due days. --since, --until and --period go for every kind, any
    other filter is for entries, and only they go out then. docs/EXPORT.md says what each keeps.

    \b
      growth export -o journal.md
      growth export -f md --split record -o ~/vault/growth
      growth export --period 2026-Q4 --for manager -o q4.html
      growth export --everything -o growth.zip
    """
    wanted = selection_of(app, given)
    if everything:
        _check_alone(wanted, audience, format_ or ("json" if as_json else None), split)
        from growth.commands.export_all import write

        write(app, output, yes)
        return
    format_ = _format(format_ or ("json" if as_json else None), split, output)
    if format_ == "ics" and exporting.of_journal(wanted):
        raise WrongUsage("a calendar holds no entries", "filter it with --since, --until or --period")
    whom = audience_of(app, audience, include_former)
    if format_ in ("json", "jsonl") and whom.kind == "me" and wanted == Selection():
        from growth.commands.export_whole import write as write_whole

        write_whole(app, format_, output, yes)
        return
    records = exporting.chosen(of_store(app, wanted), wanted)
    if format_ in JOURNAL:
        records = [record for record in records if isinstance(record, Entry)]
    going = _going(app, records, whom)
    tell(app, going, whom)
    say_former(app, whom, lambda who: _going(app, records, who).withheld)
    _write(app, going, whom, wanted, (format_, split, output), yes)
    say_nameless(app, audience)


def _check_alone(wanted: Selection, audience: str | None, format_: str | None, split: str | None) -> None:
    if wanted != Selection() or audience or format_ or split:
        hint = "leave filters, --for, -f and --split out"
        raise WrongUsage("--everything leaves nothing out, and is for you alone", hint)


def _format(format_: str | None, split: str | None, output: str | None) -> str:
    if split:
        if format_ not in (None, "md"):
            raise WrongUsage(f"--split makes files of Markdown, not of {format_}", "leave -f out")
        if not output or output == "-":
            raise WrongUsage("--split needs a directory", "give it with -o DIR")
        return "md"
    if format_ or not output or output == "-":
        return format_ or "md"
    found = ENDINGS.get(named(output).suffix.lower())
    if found is None:
        known = ", ".join(ENDINGS)
        raise WrongUsage(
            f"{output} has no ending that says a format", f"end it in one of {known}, or give -f"
        )
    return found


def _going(app: App, records: Sequence[Record], whom: Audience) -> Going:
    if whom.kind == "me":
        return exporting.mine(records)
    reader = next((one for one in app.people.everyone if handles(one) & whom.handles), None)
    header = Header(
        growth=__version__, store=app.store.state[0].store, sender=Sender(), audience=whom.word,
        to=reader.handle if reader else "", made=app.now(),
    )  # fmt: skip
    return exporting.for_others(records, header, whom)


def _write(
    app: App, going: Going, whom: Audience, wanted: Selection, how: tuple[str, str | None, str | None],
    yes: bool,
) -> None:  # fmt: skip
    from growth.commands.export_text import Out, texts

    format_, split, output = how
    out = Out(going, whom, names_of(app), wanted)
    if split and output:
        from growth.commands import export_folder

        export_folder.write(app, named(output), export_folder.split(app, out, split), yes)
        return
    if not output or output == "-":
        for text in texts(app, out, format_):
            # Two formats ask for both signs at a line's end; a terminal would take the first as a command.
            app.screen.exact(text.replace("\r\n", "\n") if app.screen.is_terminal else text)
        return
    from growth.commands import export_folder

    data = "".join(texts(app, out, format_)).encode()
    export_folder.write_one(app, named(output), data, yes)
