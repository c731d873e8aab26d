"""What 1:1s and mentoring share: the agenda, the list of sessions."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App
from growth.commands import options, session_templates
from growth.commands.listing import listing
from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.person import Person
from growth.records.session import AgendaItem, Session, SessionKind
from growth.rules import agenda as rules
from growth.rules.meetings import Meeting, meeting
from growth.rules.session_notes import marked
from growth.rules.session_template import raised
from growth.store.change import Change, changing
from growth.terminal.screen import Part
from growth.text.fold import fold

NOUNS: dict[SessionKind, str] = {"1on1": "1:1", "mentoring": "mentoring session"}


class Pair(NamedTuple):
    """Whom a session is with; `command` is the group that keeps it: `1on1` or `mentor`.

    `others` are the mentorships with the same person that are open too; then `role` tells them apart.
    """

    person: Person
    kind: SessionKind
    command: str
    rhythm: str
    mentorship: str = ""
    role: str = ""
    others: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The words that name it in a command."""
        return f"{self.person.handle}{f' --role {self.role}' if self.role else ''}"

    def sessions(self, app: App) -> list[Session]:
        """Return all sessions but those of another mentorship."""
        every = app.store.all(Session)
        return rules.of_pair(every, self.mentorship, self.others) if self.mentorship else every


agenda_options = options.together(
    click.argument("person"),
    click.argument("words", nargs=-1),
    click.option("--private", is_flag=True, help="A topic that nobody but you may see."),
    click.option("--from", "by", metavar="PERSON", default="me", help="Who raised it; else you."),
    click.option(
        "--done", "done", type=int, multiple=True, metavar="N", help="Topic N is settled; repeatable."
    ),
    click.option(
        "--drop", "drop", type=int, multiple=True, metavar="N", help="Topic N is dropped; repeatable."
    ),
    session_templates.template_option,
    options.formats("text", "json"),
)


def agenda(app: App, pair: Pair, given: dict[str, Any]) -> None:
    """Add a topic, settle topics by their number, or list what is open."""
    ahead = rules.planned(pair.sessions(app), pair.person, pair.kind)
    items = _open_first([item for session in ahead for item in session.agenda])
    texts = _texts(given["words"])
    if not texts and not given["done"] and not given["drop"] and given["template"] is None:
        _show_agenda(app, pair, "json" if given["as_json"] else given["format_"])
        return
    now_open = sum(item.state == "open" for item in items)
    settled = marked(items[:now_open], given["done"], "done")
    settled = marked(settled, given["drop"], "dropped")
    new = _new(app, pair, given, texts, items[:now_open])
    with changing(app.store, f"{pair.command} agenda") as change:
        planned = plan(app, pair, change, ahead, _open_first([*settled, *new, *items[now_open:]]))
    if not app.screen.is_terminal:
        if new and planned:
            app.screen.out(planned.id)
        return
    _show_agenda(app, pair, None)


def _new(
    app: App, pair: Pair, given: dict[str, Any], texts: list[str], there: list[AgendaItem]
) -> list[AgendaItem]:
    """Return the topics to be added: those typed, and those of a template that are not there yet."""
    by = _raiser(app, given["by"])
    typed = [AgendaItem(text=text, by=by, private=given["private"], added=app.today) for text in texts]
    _refuse_twice(there, typed)
    template = session_templates.of(app.home, given["template"], pair.kind)
    more = raised(template, [*there, *typed], by, app.today)
    return [*typed, *(replace(item, private=item.private or given["private"]) for item in more)]


def _texts(words: tuple[str, ...]) -> list[str]:
    if words == ("-",):
        from growth.commands.piped import piped

        lines = piped("the topic", "one topic a line").splitlines()
    else:
        lines = [" ".join(words)]
    return [text for line in lines if (text := " ".join(line.split()))]


def _raiser(app: App, name: str) -> str:
    from growth.commands.action import owner_of

    return "me" if name == "me" else owner_of(app, app.people, name)


def _refuse_twice(items: list[AgendaItem], new: list[AgendaItem]) -> None:
    there = {fold(item.text) for item in items}
    for item in new:
        if fold(item.text) in there:
            raise Refused(f"{item.text!r} is on the agenda already", "nothing was changed")


def _open_first(items: list[AgendaItem]) -> list[AgendaItem]:
    return sorted(items, key=lambda item: item.state != "open")


def plan(
    app: App, pair: Pair, change: Change, ahead: list[Session], items: list[AgendaItem]
) -> Session | None:
    """Store the next session's agenda: in the one planned, if any; without topics there is none."""
    for spare in ahead[1:]:
        change.remove(spare)
    if not ahead:
        blank = Session(
            kind=pair.kind, person=pair.person.handle, mentorship=pair.mentorship,
            agenda=tuple(items), created=app.now(),
        )  # fmt: skip
        return change.add(blank) if items else None
    first = ahead[0]
    if not items:
        change.remove(first)
        return None
    new = replace(first, agenda=tuple(items), mentorship=pair.mentorship or first.mentorship)
    return change.edit(first, new) if new != first else first


def _show_agenda(app: App, pair: Pair, format_: str | None) -> None:
    found = meeting(pair.sessions(app), pair.person, pair.rhythm, app.today, pair.kind)
    name = app.people.canonical
    if format_ == "json":
        from growth.commands.json_out import write

        write(app, found.topics)
        return
    from growth.terminal import sessions as display

    if not app.screen.is_terminal or format_:
        for number, item in enumerate(found.topics, start=1):
            app.screen.out(display.plain_agenda(number, item, name))
        return
    when = display.when(found, app.today)
    app.screen.out((pair.person.name, "bold"), f", next {NOUNS[pair.kind]}{': ' + when if when else ''}")
    for parts in display.agenda(found.topics, name):
        app.screen.out(*parts)
    if not found.topics:
        command = f"growth {pair.command} agenda {pair.named}"
        app.screen.say((f"nothing yet: {command} 'on-call load'", "dim"))
        relation = pair.person.relation(app.today)
        fits = session_templates.fitting(pair.kind, relation, begun=found.last is not None)
        app.screen.say((f"or from a template: {command} --template {fits}", "dim"))


def list_sessions(app: App, sessions: list[Session], format_: str | None, meetings: list[Meeting]) -> None:
    """List sessions; on a terminal with how often two people meet, and without one person all pairs."""
    from growth.terminal import sessions as display

    def rows() -> Iterator[tuple[Part, ...]]:
        yield from display.overview(meetings, app.today)
        for session in reversed(sessions) if len({one.person.id for one in meetings}) == 1 else ():
            yield display.line(session, app.today, app.screen.width)

    name = app.people.canonical
    listing(app, format_, sessions, lambda one: display.plain(one, name), rows)


def in_order(sessions: list[Session]) -> list[Session]:
    """Return sessions oldest first, those still to come last."""
    return sorted(sessions, key=lambda session: (session.day or Day.max, session.id))


def check_day(app: App, date: str | None) -> Day:
    """Return the day a session was held, today if none is named."""
    day = clock.day(date, app.today) if date else app.today
    if day > app.today:
        raise WrongUsage(f"{day} is still to come", "for what to talk about then there is: agenda")
    return day
