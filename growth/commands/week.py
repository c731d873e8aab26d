"""growth week: Friday's five minutes."""

from collections.abc import Sequence
from typing import NamedTuple, cast

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.week_sources import period_of, skipped, the_week
from growth.errors import Refused, WrongUsage
from growth.records.entry import Entry, Share
from growth.records.thumb import Thumb
from growth.rules import week as rules
from growth.rules.capture import captured
from growth.rules.findings import WEEK, target
from growth.rules.week import Item, Week
from growth.store.change import changing
from growth.store.find import find
from growth.terminal import week as display

KEEP, MERGE, SKIP, QUIT = "k", "m", "\n", "q"
QUESTION = "Who helped you this week, and with what? Enter for nobody: "


class Plan(NamedTuple):
    """What becomes of what was found: kept as an entry, told in another one or brought up to date, or not."""

    kept: tuple[Item, ...] = ()
    merged: tuple[tuple[Item, Entry], ...] = ()
    skipped: tuple[Item, ...] = ()
    thanks: str = ""


@click.command()
@options.period
@click.option(
    "--repo", "repositories", multiple=True, metavar="DIR",
    help="A git repository or a folder of them; else the setting repositories; repeatable.",
)  # fmt: skip
@click.option(
    "--calendar", metavar="FILE", callback=options.filled, help="An .ics file; else the setting calendar."
)
@click.option("--keep", multiple=True, metavar="REF", help="Keep that one as an entry; repeatable.")
@click.option(
    "--merge", multiple=True, metavar="REF[=ID]",
    help="Tell that one in the entry it is like, or in the one named; repeatable.",
)  # fmt: skip
@click.option("--skip", multiple=True, metavar="REF", help="Leave that one out for good; repeatable.")
@click.option("--again", is_flag=True, help="Propose what you skipped before, too.")
@click.option("--helped", metavar="TEXT", help="Who helped you, and with what: an entry of kind kudos.")
@options.share
@options.formats("json")
@options.yes
@options.dry_run
@pass_app
def week(
    app: App, /, period: str | None, repositories: tuple[str, ...], calendar: str | None,
    keep: tuple[str, ...], merge: tuple[str, ...], skip: tuple[str, ...], again: bool, helped: str | None,
    share: str | None, format_: str | None, as_json: bool, yes: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Look back on your week, and keep what it lacks.

    The last seven days: what you logged, what git and your calendar know besides, 1:1s without
    notes, and what is promised until the end of next week. One key for each find, then one question;
    all of it is one change, so one undo takes it back. What you skip is not proposed again, unless git
    has more of it. Nothing is kept on a pipe, unless an option says so; what comes of a calendar is
    private unless --share says otherwise.

    \b
      growth week
      growth week --repo ~/src --calendar ~/work.ics --dry-run
      growth week --keep 3k7w --merge 9x2m=7k3q --helped 'Dana, with the eval harness'
    """
    before = skipped(app)
    found = the_week(app, period_of(app, period), repositories, calendar, frozenset() if again else before)
    seen = _seen(app)
    if as_json or format_:
        from growth.commands import json_out

        app.screen.exact(json_out.text(json_out.fields(found)) + "\n")
        return
    answers = _given(found, keep, merge, skip)
    if app.screen.is_terminal or dry_run or not (yes or keep or merge or skip or helped):
        _show(app, found)
    if dry_run:
        return
    if yes:
        answers = {item.ref: MERGE if item.like else KEEP for item in found.items} | answers
    elif app.screen.asks and app.screen.is_terminal:
        try:
            answers = _asked(app, found, answers)
            helped = _who_helped(app) if helped is None else helped
        except KeyboardInterrupt:
            app.screen.say("nothing of this was kept; growth week asks again")
            raise
    plan = _plan(app, found, answers, " ".join((helped or "").split()))
    if plan != Plan():
        _save(app, plan, before, cast(Share | None, share), seen)


def _seen(app: App) -> int:
    """Return which change of the store this command has looked at."""
    known, tail = app.store.state
    return known.applied + len(tail.pending)


def _show(app: App, found: Week) -> None:
    """Print the week; piped, what was found and is not in the journal, a line each."""
    if not app.screen.is_terminal:
        for item in found.items:
            app.screen.out(display.plain(item))
        return
    for parts in display.screen(found, app.people.canonical, app.screen.width):
        app.screen.out(*parts)


def _given(found: Week, keep: Sequence[str], merge: Sequence[str], skip: Sequence[str]) -> dict[str, str]:
    """Return what options say of each reference: a key, and for a merge perhaps into which entry."""
    refs = {item.ref for item in found.items}
    answers: dict[str, str] = {}
    said = [(ref, KEEP) for ref in keep] + [(ref, SKIP) for ref in skip]
    said += [(text.partition("=")[0], f"{MERGE}{text.partition('=')[2]}") for text in merge]
    for ref, answer in said:
        if ref not in refs:
            again = " --again" if found.skipped else ""
            raise WrongUsage(f"{ref!r} is nothing that was found", f"see: growth week{again} --dry-run")
        if answers.get(ref, answer) != answer:
            raise WrongUsage(f"{ref} is answered twice", "keep, merge or skip it")
        answers[ref] = answer
    return answers


def _asked(app: App, found: Week, answers: dict[str, str]) -> dict[str, str]:
    """Ask for a key for each that no option answers."""
    from growth.terminal.keys import key

    answers = dict(answers)
    waiting = [item for item in found.items if item.ref not in answers]
    for number, item in enumerate(waiting, start=1):
        ways = "k keep  m merge" if item.like else "k keep"
        allowed = KEEP + MERGE if item.like else KEEP
        if item.renewed:
            ways, allowed = "m bring up to date", MERGE
        for parts in display.lines(item, app.screen.width):
            app.screen.say(*parts)
        prompt = f"[{number} of {len(waiting)}] {ways}  Enter skip  q enough  "
        pressed = key(app.screen, prompt, f"{allowed}{SKIP}{QUIT}", "--yes, or --keep, --merge, --skip")
        if pressed == QUIT:
            break
        answers[item.ref] = pressed
    return answers


def _who_helped(app: App) -> str:
    from growth.terminal.prompts import line

    return line(app.screen, QUESTION)


def _plan(app: App, found: Week, answers: dict[str, str], thanks: str) -> Plan:
    kept, merged, left = [], [], []
    for item in found.items:
        answer = answers.get(item.ref, "")
        if answer == KEEP and item.renewed:
            raise WrongUsage(
                f"{item.ref} is kept already, as {item.like and item.like.id}", "merge or skip it"
            )
        if answer == KEEP:
            kept.append(item)
        elif answer.startswith(MERGE):
            merged.append((item, _into(app, item, answer[1:])))
        elif answer == SKIP:
            left.append(item)
    return Plan(tuple(kept), tuple(merged), tuple(left), thanks)


def _into(app: App, item: Item, named: str) -> Entry:
    into = find(app.store, named) if named else item.like
    if into is None:
        raise WrongUsage(f"{item.ref} is like no entry", f"name one: --merge {item.ref}=7k3q")
    if not isinstance(into, Entry) or into.about:
        raise Refused(f"{into.id} is no entry of your journal", "see: growth list")
    if item.renewed and item.like and into.id != item.like.id:
        raise Refused(f"{item.ref} is told in {item.like.id} already", f"--merge {item.ref}")
    return into


def _save(app: App, plan: Plan, before: frozenset[str], share: Share | None, seen: int) -> None:
    usual = cast(Share, app.config.text("log.share"))

    def made(item: Item) -> Entry:
        reach: Share = share or ("private" if item.where == "calendar" else usual)
        return rules.entry(item, today=app.today, created=app.now(), share=reach)

    told: dict[str, tuple[Entry, Entry]] = {}
    for item, into in plan.merged:
        old, now = told.get(into.id, (into, into))
        told[into.id] = (old, item.renewed or rules.merged(now, made(item)))
    with changing(app.store, "week") as change:
        if _seen(app) != seen:
            raise Refused("the store was changed meanwhile, by another terminal", "run it again")
        new = [change.add(made(item)) for item in plan.kept]
        if plan.thanks:
            new.append(change.add(_kudos(app, plan.thanks, share or usual)))
        for old, now in told.values():
            change.edit(old, now)
        for item in plan.skipped:
            if item.found.source not in before:
                change.add(_thumb(app, item))
    _tell(app, plan, new)


def _thumb(app: App, item: Item) -> Thumb:
    """Return what a find is skipped for good by: a thumb down on its key, as on any other find."""
    return Thumb(target=target(WEEK, item.found.source), up=False, day=app.today, created=app.now())


def _kudos(app: App, text: str, share: Share) -> Entry:
    from growth.rules.appointments import summary_names
    from growth.rules.persons import who

    seen = captured(text)
    named = sorted(summary_names(text, who(app.people.everyone, ())))
    return Entry(
        day=app.today,
        kind="kudos",
        title=text,
        tags=seen.tags,
        project=next(iter(seen.projects), ""),
        people=tuple(dict.fromkeys((*seen.people, *named))),
        share=share,
        created=app.now(),
    )


def _tell(app: App, plan: Plan, new: Sequence[Entry]) -> None:
    from growth.terminal.imports import READERS

    if not app.screen.is_terminal:
        for entry in new:
            app.screen.out(entry.id)
        return
    words = [f"{len(plan.kept)} kept"] if plan.kept else []
    words += [f"{len(plan.merged)} merged"] if plan.merged else []
    words += ["1 thanked"] if plan.thanks else []
    words += [f"{len(plan.skipped)} skipped"] if plan.skipped else []
    readers = "; ".join(READERS[share] for share in dict.fromkeys(entry.share for entry in new))
    said = "; ".join(filter(None, (", ".join(words), readers, "growth undo takes it back")))
    app.screen.say((said, "dim"))
