"""The notes of a session: by options, from a pipe, or in a form in the editor."""

from typing import Any

import click
from msgspec.structs import replace

from growth import clock, shelf
from growth.app import App
from growth.commands import advising, asking, options, session_templates, understood
from growth.commands import feedback_talk as feedback
from growth.commands.sessions import NOUNS, Pair, check_day, plan
from growth.errors import Refused, WrongUsage
from growth.records.action import Action, ActionState
from growth.records.dates import Day
from growth.records.session import Session
from growth.rules import session_form as form
from growth.rules import session_notes as rules
from growth.rules.agreements import Agreement
from growth.rules.persons import first_name, who
from growth.rules.promises import Promise, closed, promises
from growth.rules.session_notes import Noted, Opened
from growth.rules.session_template import begun, cleared, guiding
from growth.store.change import Change, changing
from growth.text.fold import fold

STATES: dict[str, ActionState] = {"": "open", "x": "done", "-": "dropped"}
scale = click.IntRange(1, 5)

notes_options = options.together(
    click.argument("person"),
    click.option("-d", "--date", metavar="DAY", callback=options.filled, help="The day you met; else today."),
    click.option("--shared", metavar="TEXT", help="Add to the notes that the other person may read."),
    click.option("--private-notes", metavar="TEXT", help="Add to the notes for nobody but you."),
    click.option("--mood", type=scale, metavar="1-5", help="Their mood, as they said it."),
    click.option("--mood-words", metavar="TEXT", help="Their own words for it."),
    click.option("--workload", type=scale, metavar="1-5", help="Their workload, as they said it."),
    click.option("--workload-words", metavar="TEXT", help="Their own words for it."),
    click.option(
        "--action", "promised", multiple=True, metavar="TEXT",
        help="A promise: 'Ana: write the RFC by friday'; repeatable.",
    ),
    click.option("--tick", type=int, multiple=True, metavar="N", help="Topic N was spoken about."),
    click.option("--drop-item", type=int, multiple=True, metavar="N", help="Topic N is dropped."),
    click.option("--asked", multiple=True, metavar="QUESTION", help="A question you asked: 1on1/12."),
    click.option(
        "--discussed", multiple=True, metavar="ID", help="Feedback you talked over; repeatable."
    ),
    session_templates.template_option,
)  # fmt: skip


class Notebook:
    """One session being noted: what is known before, and how it is stored."""

    def __init__(self, app: App, pair: Pair, day: Day, template: str | None = None) -> None:
        self.app, self.pair, self.day = app, pair, day
        self.template = session_templates.of(app.home, template, pair.kind)
        self.named = (template or "").removeprefix(session_templates.MENTORING)
        self.people = app.people
        self.waiting = advising.waiting(app, pair, day)
        self.actions = app.store.all(Action)
        self.opened = rules.open_(pair.sessions(app), pair.person, pair.kind, day, app.now())
        mine = app.config.text("me.name")
        me = (mine, first_name(mine), app.config.text("me.handle"))
        # The person one sits with comes first where two have the same first name.
        named = who([pair.person], me), who(self.people.everyone, me)
        self.who = lambda name: named[0](name) or named[1](name)

    def day_of(self, text: str) -> Day | None:
        """Return the day that a due day in words means, seen from the session, or None."""
        try:
            return clock.day(text, self.day, "ahead")
        except WrongUsage:
            return None

    def listed(self) -> list[Promise]:
        """Return the promises that the form shows: open ones, mine first, then those closed on that day."""
        today, person = self.app.today, self.pair.person
        shut = closed((one for one in self.actions if one.closed == self.day), today, person)
        those = promises(self.actions, today, person), shut
        return [one for found in those for one in (*found.mine, *found.theirs)]

    def noted(self, filled: form.Filled, opened: Opened | None = None) -> Noted:
        """Return what a form makes of the session; what was promised before is left out."""
        found = rules.noted(opened or self.opened, filled, self.who, self.day_of)
        before = [one for one in self.actions if one.origin and one.origin == self.opened.session.id]
        known = {(one.owner, fold(one.text)) for one in before}
        new = tuple(one for one in found.agreements if (one.owner, fold(one.text)) not in known)
        session = cleared(found.session, self.template)
        session = replace(session, template=self.named or session.template)
        found = replace(found, agreements=new, session=session)
        understood.check_names(self.people, found)
        asking.check_asked(self.app, self.opened.session, found.session)
        rules.check_told(self.waiting, found.went)
        return found

    def save(self, noted: Noted, discussed: tuple[str, ...] = ()) -> None:
        """Store the session, the next agenda, the promises and what was talked over, and say so."""
        spoken = [feedback.talked_over(self.app, id) for id in dict.fromkeys(discussed)]
        stored = self.opened.stored
        with changing(self.app.store, f"{self.pair.command} notes") as change:
            self._refuse_twice()
            session = replace(noted.session, mentorship=self.pair.mentorship or noted.session.mentorship)
            if stored is None:
                session = change.add(session)
            elif stored != session:
                session = change.edit(stored, session)
            plan(
                self.app, self.pair, change, list(self.opened.ahead),
                list(rules.next_agenda(self.opened, session)),
            )  # fmt: skip
            new = [change.add(self._action(one, session)) for one in noted.agreements]
            for identifier, mark in noted.marks:
                self._mark(change, identifier, STATES[mark])
            for earlier, told in rules.told(self.waiting, noted.went, self.day):
                change.edit(earlier, told)
            for old, request in {old.id: (old, request) for old, request in spoken}.values():
                change.edit(old, request)
        self._reply(session, new)
        understood.say(self.app, noted.agreements, new)

    def _refuse_twice(self) -> None:
        """Refuse a new session of a day for which another terminal has begun one since."""
        if self.opened.stored is None:
            pair, sessions = self.pair, self.pair.sessions(self.app)
            if rules.open_(sessions, pair.person, pair.kind, self.day, self.app.now()).stored is not None:
                what = f"another {NOUNS[pair.kind]} of {self.day}"
                raise Refused(f"{what} was noted meanwhile", "look at it and try again")

    def _action(self, found: Agreement, session: Session) -> Action:
        return Action(
            text=found.text,
            owner=found.owner,
            person=self.pair.person.handle,
            day=self.day,
            due=found.due,
            state="done" if found.done else "open",
            closed=self.day if found.done else None,
            origin=session.id,
            share="person",
            created=self.app.now(),
        )

    def _mark(self, change: Change, identifier: str, state: ActionState) -> None:
        old = next((one for one in self.actions if one.id == identifier), None)
        if old is None:
            raise WrongUsage(f"there is no action {identifier}", "write a new one without an id")
        if old.state != state:
            why = f"dropped in the {NOUNS[self.pair.kind]} of {self.day}" if state == "dropped" else ""
            closed = None if state == "open" else max(self.day, old.day)
            change.edit(old, replace(old, state=state, closed=closed, why=why))

    def _reply(self, session: Session, new: list[Action]) -> None:
        app = self.app
        if not app.screen.is_terminal:
            for identifier in (session.id, *(one.id for one in new)):
                app.screen.out(identifier)
            return
        from growth.commands.action import show_new
        from growth.terminal.sessions import noted

        for parts in noted(session, self.pair.person, app.today):
            app.screen.out(*parts)
        show_new(app, new, self.people)
        when = "" if self.day == app.today else f" -d {self.day}"
        send = f"growth {self.pair.command} recap {self.pair.named}{when}"
        app.screen.say((f"safe to send: {send}", "dim"))
        asking.say_thumb(app, self.opened.session, session)
        advising.say_waiting(app, self.pair, self.day)
        for request in feedback.to_talk_over(app, self.pair.person):
            talked = f"growth {self.pair.command} notes {self.pair.named} --discussed {request.id}"
            app.screen.say((f"their feedback is not talked over yet; if it was: {talked}", "dim"))


def notes(app: App, pair: Pair, given: dict[str, Any]) -> None:
    """Note a session: with options, else in the editor on a terminal, else from standard input."""
    template = given.pop("template")
    book = Notebook(app, pair, check_day(app, given.pop("date")), template)
    if any(value not in (None, ()) for value in given.values()):
        if template:
            raise WrongUsage("--template begins the form in the editor", "leave the other options out")
        book.save(_by_options(book, given), given["discussed"])
    elif app.screen.asks and app.screen.is_terminal:
        _in_editor(book)
    else:
        from growth.commands.piped import piped

        text = piped("what was said", f"growth {pair.command} notes {pair.named} --shared TEXT")
        book.save(book.noted(form.read(text, pair.kind)))


def _by_options(book: Notebook, given: dict[str, Any]) -> Noted:
    old = book.opened.session
    agenda = rules.marked(old.agenda, given["tick"], "done")
    agenda = rules.marked(agenda, given["drop_item"], "dropped")
    fields: dict[str, str] = {}
    for name in ("mood", "workload"):
        number, words = given[name], given[f"{name}_words"]
        if number is not None or words is not None:
            kept = getattr(old, f"{name}_words") if words is None else words
            fields[name] = form.scale(number or getattr(old, name), kept)
    if given["asked"]:
        fields["asked"] = " ".join((*old.asked, *given["asked"]))
    private = given["private_notes"]
    filled = form.Filled(
        fields=fields,
        actions=tuple(
            form.Line("", "", " ".join(text.split())) for text in (*given["promised"], *advising.owed(given))
        ),
        private=f"{old.private}\n\n{private}".strip("\n") if private else None,
        more=(given["shared"] or "").strip("\n"),
        went=advising.went(given),
        advice=(*old.advice, *advising.advised(given)),
    )
    return book.noted(filled, replace(book.opened, session=replace(old, agenda=agenda)))


def _in_editor(book: Notebook) -> None:
    from growth.commands.editing import in_editor

    app = book.app
    name = "mentoring.txt" if book.pair.kind == "mentoring" else "session.txt"
    guide = shelf.read(app.home, "forms", name)
    shown = form.show(
        begun(book.opened.session, book.template),
        book.listed(),
        form.last_time(book.opened.last, app.today),
        f"{guiding(book.template)}{guide.text if guide else ''}",
        book.waiting,
        asking.proposed(app, book.pair, book.opened),
    )

    def take(text: str) -> None:
        noted = book.noted(form.read(text, book.pair.kind))
        _confirm(book, noted)
        book.save(noted)

    role = f"-{book.pair.role}" if book.pair.role else ""
    in_editor(app, f"{book.pair.command}-{book.pair.person.handle}{role}-{book.day}", shown, take)


def _confirm(book: Notebook, noted: Noted) -> None:
    """Show what was understood as a promise; a no leads back to the form."""
    if not noted.agreements:
        return
    from growth.terminal.prompts import confirm

    for said in understood.lines(noted.agreements, book.app.today):
        book.app.screen.say(said)
    if not confirm(book.app.screen, "Right?", flag="--action", default=True):
        raise WrongUsage(
            "the promises were not understood as you meant them",
            "write them as '- [ ] Ana: write the RFC by friday'",
        )
