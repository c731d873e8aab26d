"""growth 1on1: the agenda before, the notes after, and the recap that can be sent."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options, sessions
from growth.commands import recap as recaps
from growth.commands.lazy_group import LazyGroup
from growth.commands.session_notes import notes as write_notes
from growth.commands.session_notes import notes_options
from growth.commands.sessions import Pair
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.rules import meetings
from growth.rules.agenda import with_person
from growth.rules.meetings import Meeting


@click.group("1on1", cls=LazyGroup, elsewhere={"bank": "bank.bank"})
def one_on_one() -> None:
    """Keep 1:1s: agenda, notes, recap."""


def _pair(app: App, person: str) -> Pair:
    found = app.people.require(person)
    return Pair(found, "1on1", "1on1", found.meets)


@one_on_one.command()
@sessions.agenda_options
@pass_app
def agenda(app: App, /, person: str, **given: Any) -> None:
    """List what to talk about next, or add to it.

    With words a topic is added, with `-` one for each line of standard input; without, the open
    topics are listed, and their numbers are what --done and --drop take. --template adds the topics
    of one that are not there yet; growth template list names them.

    \b
      growth 1on1 agenda ana 'on-call load' --from ana
      growth 1on1 agenda ana --template first
      growth 1on1 agenda ana 'the pay-band question' --private
    """
    sessions.agenda(app, _pair(app, person), given)


@one_on_one.command()
@notes_options
@pass_app
def notes(app: App, /, person: str, **given: Any) -> None:
    """Note a 1:1: agenda, shared and private notes, promises.

    Without options a form opens in the editor; piped, the same form or plain shared notes are read
    from standard input. The same day again opens the same session. A topic that is not ticked
    comes back next time. A line such as `- [ ] Ana: write the RFC by friday` becomes an action.
    What is given as an option stays in the shell's history; the form and a pipe leave nothing there.
    --template lets the form ask what fits a career talk, a return from leave and the like; what you
    leave unanswered is not kept.
    """
    write_notes(app, _pair(app, person), given)


@one_on_one.command()
@recaps.recap_options
@pass_app
def recap(app: App, /, person: str, **given: Any) -> None:
    """Print what you agreed, safe to send.

    It holds the shared notes, the actions with owners and days, and the next agenda; no private
    note or topic, no mood and no workload.
    """
    recaps.show(app, _pair(app, person), **given)


@one_on_one.command("list")
@click.argument("person", required=False)
@options.formats("text", "json", "jsonl", "ics")
@pass_app
def list_(app: App, /, person: str | None, format_: str | None, as_json: bool) -> None:
    """List 1:1s, and how many of them were held.

    -f ics writes how often you meet as a calendar: a series for each person, with local times. The
    next time it is imported it takes the place of what was imported before.

    \b
      growth 1on1 list -f ics > 1on1s.ics
    """
    people, all_ = app.people, app.store.all(Session)
    who = [people.require(person)] if person else people.everyone
    chosen = [one for one in all_ if one.kind == "1on1"]
    if person:
        chosen = with_person(chosen, who[0])
    found = meetings.one_on_ones(all_, who, app.today)
    if format_ == "ics" and not as_json:
        _write_series(app, found)
        return
    sessions.list_sessions(app, sessions.in_order(chosen), "json" if as_json else format_, found)
    if not found and app.screen.is_terminal and not (format_ or as_json):
        app.screen.say(("no 1:1 yet: growth 1on1 notes ana", "dim"))


def _write_series(app: App, found: list[Meeting]) -> None:
    from growth.commands.calendar import write
    from growth.rules.series import one_on_one

    # How often one meets a mentor or a mentee is said of the person too; that is no 1:1 besides.
    mentored = {app.people.canonical(pair.person) for pair in app.store.all(Mentorship) if not pair.until}
    met = [one for one in found if one.last or one.topics or one.person.handle not in mentored]
    write(app, [(one.person.handle, one_on_one(one)) for one in met if one.words])
