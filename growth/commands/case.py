"""An assessment with all that it is judged by: its ladder, the records of its period, and their ranking."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from growth.app import App
from growth.commands.known_ladders import ladder_named
from growth.errors import Refused
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.ladder import Ladder
from growth.records.session import Session
from growth.rules import assessing
from growth.rules.assessment_sheet import Sheet, sheet
from growth.rules.evidence import Proposal, Ranking
from growth.rules.material import Material, materials, of_record
from growth.store.change import changing
from growth.store.find import find
from growth.text.fold import folded

START = "growth assess start --target L5"


def assessment_of(app: App, id: str | None, *, open_: bool = False) -> Assessment:
    """Return the assessment that `id` names, else the newest open one, else (unless `open_`) the newest."""
    if id:
        found = find(app.store, id)
        if not isinstance(found, Assessment):
            raise Refused(f"{found.id} is no assessment", "see: growth assess list")
        return found
    every = app.store.all(Assessment)
    those = [one for one in every if not one.finished] if open_ else every
    if not those:
        done = (
            f"{every[-1].id} is finished; open it again, or start the next one: " if every else "start one: "
        )
        raise Refused("there is no open assessment" if open_ else "there is no assessment", f"{done}{START}")
    return max(those, key=lambda one: (not one.finished, one.created, one.start, one.id))


class Case:
    """One assessment at work. `ranked` says that all of its period will be read for proposals."""

    def __init__(self, app: App, assessment: Assessment, *, ranked: bool = False) -> None:
        self.app = app
        self.ranked = ranked
        self.assessment = assessment
        self.people = app.people

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder it is judged by; of a finished one the texts that were kept in it."""
        kept = bool(self.assessment.criteria)
        current = None if kept else ladder_named(self.app, self.assessment.ladder)
        return assessing.ladder_of(self.assessment, current)

    @cached_property
    def every(self) -> list[Assessment]:
        """All assessments, this one among them."""
        return self.app.store.all(Assessment)

    @property
    def period(self) -> Period:
        return Period(self.assessment.start, self.assessment.end, self.assessment.period)

    @cached_property
    def entries(self) -> list[Entry]:
        return list(self.app.store.entries(self.period))

    @cached_property
    def materials(self) -> list[Material]:
        """All of its period that may be evidence."""
        about = self.assessment.about
        handles = frozenset() if about == "me" else folded(*self.people.require(about).handles)
        store = self.app.store
        return materials(
            self.period, self.entries, store.all(Answer), store.all(Session), store.all(Action),
            about=handles, relation=self._relation,
        )  # fmt: skip

    @cached_property
    def _by_id(self) -> dict[str, Material]:
        return {one.id: one for one in self.materials}

    def _relation(self, handle: str, day: Day) -> str:
        person = self.people.get(handle)
        return person.relation(day) if person else ""

    @cached_property
    def _ranking(self) -> Ranking:
        return Ranking(self.materials, self.ladder.criteria, self.ladder.themes, self.app.today)

    def propose(self, criterion: str, limit: int | None = None) -> tuple[Proposal, ...]:
        """Return what may be evidence for a criterion and has no thumb yet, best first."""
        # The assessment may have gone on since all of them were read.
        others = [one for one in self.every if one.id != self.assessment.id]
        without = assessing.settled([*others, self.assessment], self.assessment, criterion)
        return self._ranking.propose(criterion, without, limit)

    @property
    def sheet(self) -> Sheet:
        """The assessment laid out, as it stands now."""
        last = assessing.before(self.every, self.assessment)
        return sheet(self.assessment, self.ladder, self._found(), last)

    def _found(self) -> dict[str, Material]:
        # Those of the period are at hand where they were ranked; others are looked up one by one.
        known = self._by_id if self.ranked else {}
        found = {}
        for link in assessing.confirmed(self.assessment):
            record = None if link.record in known else self.app.store.get(link.record)
            material = known.get(link.record) or of_record(record, self._relation)
            if material is not None:
                found[link.record] = material
        return found

    def askable(self) -> Sequence[str]:
        """Return the handles of who could be asked: the manager, then who stands in most of the entries."""
        count = Counter(self.people.canonical(name) for entry in self.entries for name in entry.people)
        day, about = self.app.today, self.assessment.about
        those = [
            (person.relation(day) != "manager", -count[person.handle], person.handle)
            for person in self.people.everyone
            if person.relation(day) in ("manager", "peer", "direct") and person.handle != about
        ]
        return [handle for _, _, handle in sorted(those)]

    def save(self, new: Assessment, verb: str) -> None:
        """Store the assessment as it is now."""
        with changing(self.app.store, verb) as change:
            self.assessment = change.edit(self.assessment, new)
