"""growth report review: what I know of somebody over a season, before I judge them."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from growth import files
from growth.app import App, named
from growth.commands.audiences import audience_of, names_of
from growth.commands.case import Case
from growth.commands.emit import check_place
from growth.commands.handed import HandedCase, all_handed, beside
from growth.commands.lent import handed_promises
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.request import Request
from growth.records.session import Session
from growth.rules import review as rules
from growth.rules.assessment_compare import compare
from growth.rules.audience import ME
from growth.rules.feedback_since import Feedback, feedback
from growth.rules.handed import Handed
from growth.rules.persons import means
from growth.rules.promises import Promise
from growth.rules.review import Judged, Material, Review
from growth.rules.team_evidence import own
from growth.store.others import Theirs, others


def write(app: App, asked: Asked) -> None:
    """Write what I know of one who reports to me, or of each of them."""
    if audience_of(app, asked.audience).kind != "me":
        raise WrongUsage(f"{asked.name} is for you alone", "leave --for out")
    if asked.project:
        raise WrongUsage(f"{asked.name} is of no project", "leave --project out")
    if bool(asked.about) == asked.everyone:
        hint = f"growth report {asked.name} --about ana, or for all who report to you: --all -o DIR"
        raise WrongUsage(f"{asked.name} is about one person, or about all", hint)
    period = rules.until_today(asked.lately(app), app.today)
    if period.start is None or period.end is None or period.start >= period.end:
        raise WrongUsage("a review looks back, from a day on", "--period 2026-H2, or --since 6m")
    made = _Reviews(app, period)
    if asked.everyone:
        _all(app, asked, made)
        return
    found = made.of(app.people.require(asked.about or ""))
    title = f"Review of {found.name} {found.label}".strip()
    asked.emit(app, _markdown(app, asked.name, found), context=found, title=title)


class _Reviews:
    """Makes reviews of a period: what all of them share is read once."""

    def __init__(self, app: App, period: Period) -> None:
        self._app, self._period = app, period

    @cached_property
    def _entries(self) -> list[Entry]:
        return list(self._app.store.entries(self._period))

    @cached_property
    def _sessions(self) -> list[Session]:
        return self._app.store.all(Session)

    @cached_property
    def _actions(self) -> list[Action]:
        return self._app.store.all(Action)

    @cached_property
    def _promised(self) -> tuple[Promise, ...]:
        return handed_promises(self._app, self._actions)

    @cached_property
    def _heard(self) -> tuple[list[Request], list[Answer]]:
        """What was asked in the period, and what was said in it."""
        store, period = self._app.store, self._period
        sent = [one for one in store.all(Request) if one.day in period and one.state != "drafted"]
        return sent, [one for one in store.all(Answer) if one.day in period]

    @cached_property
    def _theirs(self) -> list[Theirs]:
        return others(self._app.store)

    @cached_property
    def _handed(self) -> list[Handed]:
        return [one for one in all_handed(self._app) if self._touches(one.assessment)]

    def of(self, person: Person) -> Review:
        """Return the review of one person."""
        shared = [one for one in self._theirs if one.owner == person.handle]
        judged, assessments = self._judged(person, shared)
        requests, answers = self._heard
        material = Material(
            entries=self._entries,
            given=answers,
            sessions=self._sessions,
            actions=self._actions,
            handed=self._promised,
            shared=[entry for one in shared for entry in one.entries],
            goals=[goal for one in shared for goal in one.goals],
            as_of=max((one.made.astimezone().date() for one in shared), default=None),
            asked=sum(one.about.startswith("@") and means(one.about, person) for one in requests),
            feedback=self._feedback(person, shared),
            judged=judged,
            assessments=assessments,
        )
        return rules.review(person, material, self._period, self._app.today)

    def _feedback(self, person: Person, shared: Sequence[Theirs]) -> Feedback:
        assert self._period.start is not None
        theirs = [one for those in shared for one in those.answers if one.day in self._period]
        requests, answers = self._heard
        return feedback(person, requests, answers, theirs, self._period.start, self._app.today, ME)

    def _judged(
        self, person: Person, shared: Sequence[Theirs]
    ) -> tuple[Judged, list[tuple[Assessment, str]]]:
        """Return how I judge somebody beside how they do, and the two as they are cited."""
        app = self._app
        about = [one for one in app.store.all(Assessment) if one.about != "me" and means(one.about, person)]
        those = [one for one in about if self._touches(one)]
        mine = max(those, key=lambda one: (one.start, one.end, one.created, one.id), default=None)
        hers = beside(app, mine, person.handle, self._handed) if mine else own(self._handed, person.handle)
        case, other = Case(app, mine) if mine else None, HandedCase(app, hers) if hers else None
        judged = Judged(
            mine=case.sheet if case else None,
            theirs=other.sheet if other else None,
            apart=compare(other.sheet, case.sheet, by=(person.handle, "me")) if case and other else None,
        )
        cited = [(mine, "")] if mine else []
        if hers:
            # It is cited as they handed it, without the names that I have for things.
            name = hers.assessment.id.rpartition(":")[2]
            cited += [(one, person.handle) for them in shared for one in them.assessments if one.id == name]
        return judged, cited

    def _touches(self, one: Assessment) -> bool:
        start, end = self._period.start, self._period.end
        return (end is None or one.start < end) and (start is None or one.end > start)


def _markdown(app: App, template: str, found: Review) -> str:
    from growth.reports.engine import render
    from growth.reports.review import context

    return render(template, context(found, names_of(app)), home=app.home)


def _all(app: App, asked: Asked, made: _Reviews) -> None:
    """Write a review of each direct into a directory, and an index of them."""
    if not asked.output:
        raise WrongUsage("--all writes a review of each, and no directory is named", "give it with -o DIR")
    ending = asked.format_ or "md"
    if ending not in ("md", "html"):
        raise WrongUsage(f"--all writes md or html, not {ending}", "leave -f out, or give -f html")
    directs = app.people.related("direct", app.today)
    if not directs:
        raise Refused("nobody reports to you", "growth people add ana --name 'Ana Silva' --relation direct")
    folder = named(asked.output)
    check_place(app, folder / "index.md", asked.yes, again=True)
    files.make_private(folder)
    found = [made.of(person) for person in directs]
    for one in found:
        _write(folder / f"{one.person}.{ending}", _markdown(app, asked.name, one), f"Review of {one.name}")
    from growth.reports.review import index

    _write(folder / f"index.{ending}", index(found, ending), "Reviews")
    app.screen.say((f"written: {len(found)} reviews and {folder / f'index.{ending}'}", "dim"))


def _write(path: Path, markdown: str, title: str) -> None:
    if path.suffix == ".html":
        from growth.reports.html import page

        markdown = page(markdown, title)
    files.write(path, markdown.encode("utf-8"))
