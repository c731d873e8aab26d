"""growth prep: walk into a 1:1 prepared."""

from pathlib import Path

import click
import msgspec

from growth import files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of, names_of, say_former, say_nameless, say_withheld
from growth.commands.emit import check_place, emit
from growth.commands.sheets import Sheets
from growth.errors import Refused, WrongUsage
from growth.records.person import Person
from growth.rules.appointments import Next
from growth.rules.audience import Audience
from growth.rules.day_words import day_words
from growth.rules.since import Prep

KIND = "1on1"


@click.command()
@click.argument("person", required=False)
@click.option("--all", "everyone", is_flag=True, help="A sheet for each who reports to you, into -o DIR.")
@click.option("--next", "next_", is_flag=True, help="Whom you meet next, by your calendar.")
@click.option("--calendar", metavar="FILE", help="The .ics file for --next; else that of the settings.")
@options.audience
@options.include_former
@click.option("--template", default=KIND, metavar="NAME", help="The template; else 1on1.")
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def prep(
    app: App,
    /,
    person: str | None,
    everyone: bool,
    next_: bool,
    calendar: str | None,
    audience: str | None,
    include_former: bool,
    template: str,
    format_: str | None,
    as_json: bool,
    output: str | None,
    yes: bool,
) -> None:
    """Prepare a 1:1 on one sheet.

    Promises first, yours and theirs, then topics, what happened since you last met, and three
    questions. Only you see it; --for @PERSON makes one that is safe to send.

    \b
      growth prep ana
      growth prep --next --calendar work.ics
      growth prep --all -o sheets
    """
    from growth.reports.engine import need_kind

    need_kind(template, KIND, home=app.home)
    wanted = "json" if as_json else format_
    _check_who(person, everyone, next_, calendar)
    if everyone:
        _all(app, output, wanted, template, yes)
        return
    whom = audience_of(app, audience, include_former)
    coming = _coming(app, calendar) if next_ else None
    other = coming.person if coming else app.people.require(person or "")
    sheets = Sheets(app)
    sheet = _at(sheets.of(other, whom), coming)
    _withheld(app, sheets, sheet, other, whom)
    emit(
        app, _markdown(app, sheet, template), format_=wanted, output=output, context=sheet,
        title=f"1:1 with {other.name}", yes=yes,
    )  # fmt: skip
    say_nameless(app, audience)


def _check_who(person: str | None, everyone: bool, next_: bool, calendar: str | None) -> None:
    if calendar is not None and not next_:
        raise WrongUsage("--calendar tells whom you meet next", "add --next")
    if not (person or everyone or next_):
        hint = "growth prep ana, by your calendar --next, or for all who report to you: --all -o DIR"
        raise WrongUsage("nobody is named", hint)
    if next_ and (person or everyone):
        raise WrongUsage("--next finds the person itself", f"leave {person or '--all'} out")


def _coming(app: App, calendar: str | None) -> Next:
    """Return whom I meet next by the calendar, and say how the calendar calls it."""
    from growth.commands.calendar import next_met

    coming = next_met(app, calendar)
    one = coming.appointment
    when = day_words(one.day, app.today) if one.day != app.today else "today"
    hours = f"{one.start:%H:%M} to {one.end:%H:%M}"
    called = f", “{one.summary}”" if one.summary else ""
    app.screen.say((f"next: {coming.person.name}, {when} {hours}{called}", "dim"))
    return coming


def _at(sheet: Prep, coming: Next | None) -> Prep:
    """Return a sheet for the time that the calendar says."""
    if coming is None:
        return sheet
    start = coming.appointment.start
    return msgspec.structs.replace(sheet, next=start.date(), time=f"{start:%H:%M}")


def _markdown(app: App, sheet: Prep, template: str, *, alone: bool = True) -> str:
    from growth.reports.engine import render
    from growth.reports.prep import context

    return render(template, context(sheet, names_of(app), alone=alone), home=app.home)


def _withheld(app: App, sheets: Sheets, sheet: Prep, other: Person, whom: Audience) -> None:
    if whom.kind == "me":
        return
    whole = sheets.of(other, theirs=False)
    left = _told(whole) - _told(sheet)
    more = f"growth curate --with {other.handle}"
    say_withheld(app, whom, _told(sheet), left, more)
    say_former(app, whom, lambda who: -_told(sheets.of(other, who)))


def _told(sheet: Prep) -> int:
    return len(sheet.cited) + len(sheet.topics)


def _all(app: App, output: str | None, wanted: str | None, template: str, yes: bool) -> None:
    """Write a sheet for each direct into a directory, and an index of them."""
    if not output:
        raise WrongUsage("--all writes a sheet for each, and no directory is named", "give it with -o DIR")
    ending = wanted or "md"
    if ending not in ("md", "html"):
        raise WrongUsage(f"--all writes md or html, not {ending}", "leave -f out, or give -f html")
    directs = app.people.related("direct", app.today)
    if not directs:
        raise Refused("nobody reports to you", "growth people add ana --name 'Ana Silva' --relation direct")
    folder = named(output)
    check_place(app, folder / "index.md", yes, again=True)
    files.make_private(folder)
    made = Sheets(app)
    sheets = [made.of(other) for other in directs]
    for sheet in sheets:
        markdown = _markdown(app, sheet, template, alone=False)
        _write(folder / f"{sheet.person}.{ending}", markdown, f"1:1 with {sheet.name}")
    from growth.reports.prep import index

    _write(folder / f"index.{ending}", index(sheets, app.today, ending), "1:1s")
    app.screen.say((f"written: {len(sheets)} sheets and {folder / f'index.{ending}'}", "dim"))


def _write(path: Path, markdown: str, title: str) -> None:
    if path.suffix == ".html":
        from growth.reports.html import page

        markdown = page(markdown, title)
    files.write(path, markdown.encode("utf-8"))
