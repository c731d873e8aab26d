"""growth assess compare: two assessments side by side, of two periods or of two people."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.case import Case, assessment_of, newness
from growth.commands.handed import HandedCase, all_handed, beside, case_named, judge_of
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.rules import assessment_compare as rules
from growth.rules.assessment_compare import Comparison
from growth.rules.assessment_sheet import Sheet
from growth.rules.handed import Handed


@click.command()
@click.argument("first", required=False)
@click.argument("second", required=False)
@click.option("-w", "--with", "person", metavar="PERSON", help="Beside how that person judges the same.")
@options.formats("text", "json")
@pass_app
def compare(
    app: App,
    /,
    first: str | None,
    second: str | None,
    person: str | None,
    format_: str | None,
    as_json: bool,
) -> None:
    """Set two assessments side by side: two periods, or two people's.

    Without any it is your newest that your manager judges, too, beside how they do; of an
    assessment about somebody, beside how they judge themselves. They hand it to you in a bundle:
    growth bundle open. With one it is that beside your newest.

    \b
      growth assess compare
      growth assess compare 7k3q --with eva
      growth assess compare eva:7k3q 9x2m
    """
    one, other = _sides(app, first, second, person)
    sheets = one.sheet, other.sheet
    found = rules.compare(*sheets, by=(one.by, other.by))
    _warn(app, sheets, found)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
        return
    from growth.terminal import comparison as display

    if not app.screen.is_terminal or format_:
        for row in found.rows:
            app.screen.out(display.plain(row))
        return
    names = app.people.name(one.by), app.people.name(other.by)
    lines = (
        display.periods(found, app.screen.width)
        if one.by == other.by
        else display.judges(found, names, app.screen.width)
    )
    for parts in lines:
        app.screen.out(*parts)


def _sides(app: App, first: str | None, second: str | None, person: str | None) -> tuple[Case, Case]:
    if second or (first and not person):
        if person:
            raise WrongUsage("two assessments are named, and a person", "leave --with out, or the second")
        return case_named(app, first), case_named(app, second)
    mine = assessment_of(app, first)
    handed = beside(app, mine, person or "") if first else None
    if not first:
        mine, handed = _newest_judged(app, mine, person or "")
    if handed is None:
        raise _nothing(app, mine, person or judge_of(app, mine))
    return Case(app, mine), HandedCase(app, handed)


def _newest_judged(app: App, newest: Assessment, person: str) -> tuple[Assessment, Handed | None]:
    """Return the newest assessment that somebody judges, too; where there is none, the newest alone."""
    those = all_handed(app)
    for one in sorted(app.store.all(Assessment), key=newness, reverse=True):
        handed = beside(app, one, person, those)
        if handed is not None:
            return one, handed
    return newest, None


def _nothing(app: App, mine: Assessment, judge: str) -> Refused:
    if not judge:
        return Refused(
            "you have no manager here whose ratings could stand beside yours",
            "say whose: growth assess compare --with eva; or two of yours: growth assess compare ID ID",
        )
    whom = "you" if mine.about == "me" else app.people.name(mine.about)
    return Refused(
        f"{app.people.name(judge)} has handed you no finished assessment of {whom} on {mine.ladder} "
        f"in {mine.period}",
        "they make a bundle for you: growth bundle make --for @YOU; you open it: growth bundle open FILE",
    )


def _warn(app: App, sheets: tuple[Sheet, Sheet], found: Comparison) -> None:
    """Say what keeps the two from being compared as they stand."""
    one, other = sheets
    if one.ladder != other.ladder:
        raise Refused(
            f"{one.id} is judged on {one.ladder}, {other.id} on {other.ladder}",
            "compare two on the same ladder: growth assess list",
        )
    if one.target != other.target:
        app.screen.say(
            ("warning: ", "late"), f"judged against different levels, {one.target} and {other.target}"
        )
    changed = ", ".join(row.criterion for row in found.rows if row.reworded)
    if changed:
        said = f"the ladder changed between {one.version} and {other.version}; other words: {changed}"
        app.screen.say(("warning: ", "late"), said)
