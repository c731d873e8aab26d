"""An assessment with all that it is judged by: its ladder, the records of its period, and their ranking."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from growth import clock
from growth.app import App
from growth.commands.known_ladders import ladder_named
from growth.errors import Refused
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day, Instant, Period
from growth.records.entry import Entry
from growth.records.ladder import Ladder
from growth.records.session import Session
from growth.rules import assessing
from growth.rules.assessment_sheet import Sheet, sheet
from growth.rules.evidence import Proposal, Ranking
from growth.rules.material import Material, materials, of_record
from growth.store.change import changing
from growth.store.find import find
from growth.store.store import OTHERS
from growth.text.fold import folded

if TYPE_CHECKING:
    from growth.records.kinds import Record
    from growth.rules.shared_material import Lent

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
    return max(those, key=newness)


def newness(one: Assessment) -> tuple[bool, Instant, Day, str]:
    """Return what goes first where no assessment is named: one that is open, then the newest."""
    return not one.finished, one.created, one.start, one.id


class Case:
    """One assessment at work, judged by `by`. `ranked`: all of its period will be read for proposals."""

    def __init__(self, app: App, assessment: Assessment, *, ranked: bool = False) -> None:
        self.app = app
        self.ranked = ranked
        self.assessment = assessment
        self.people = app.people
        self.by = "me"

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
        """All of its period that may be evidence, mine and what others handed me."""
        store = self.app.store
        sessions = store.all(Session)
        mine = materials(
            self.period, self.entries, store.all(Answer), sessions, store.all(Action),
            about=self.subject, relation=self.relation,
        )  # fmt: skip
        mine += self._practised
        if not self.lent:
            return mine
        from growth.rules.shared_material import shared_materials

        lent = self.lent.values()
        return mine + shared_materials(self.period, lent, self.subject, self.relation, sessions)

    @property
    def _practised(self) -> list[Material]:
        """What is good practice in the register of whom it is about, at the end of its period."""
        if not (self.lent if self.subject else self.app.store.stems("practice")):
            return []
        from growth.commands.register import checked
        from growth.rules.practice_material import of_good, of_lent

        last = min(self.app.today, self.assessment.end - clock.DAY)
        if self.subject:
            return of_lent(self.lent.values(), self.subject, self.period, last)
        # Claims are never good practice, so that no entry is to be looked at.
        found = checked(self.app, last, last)
        return of_good(found.good, self.period) if found else []

    @cached_property
    def subject(self) -> frozenset[str]:
        """The folded handles of whom it is about; none where that is me."""
        about = self.assessment.about
        if about == "me":
            return frozenset()
        person = self.people.get(about)
        return folded(*(person.handles if person else (about,)))

    @cached_property
    def lent(self) -> "dict[str, Lent]":
        """All that others handed me, by owner."""
        if not self.app.store.stems(OTHERS):
            return {}
        from growth.commands.lent import lent

        return lent(self.app)

    @cached_property
    def _by_id(self) -> dict[str, Material]:
        return {one.id: one for one in self.materials}

    def relation(self, handle: str, day: Day) -> str:
        """Return what somebody is to me on a day."""
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
        return self._ranking.propose(criterion, {self._ref(record) for record in without}, limit)

    def _ref(self, record: str) -> str:
        """Return a reference with the handle that its owner has today."""
        owner, colon, identifier = record.rpartition(":")
        return f"{self.people.canonical(owner)}:{identifier}" if colon else record

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
            material = known.get(self._ref(link.record)) or self.material(link.record)
            if material is not None:
                found[link.record] = material
        return found

    def material(self, record: str) -> Material | None:
        """Return what a reference leads to as material; None where it is gone, or shows nothing."""
        found = self.record(record)
        if ":" not in record or found is None:
            return of_record(found, self.relation)
        from growth.rules.shared_material import of_shared

        return of_shared(self.lent[self._owner(record)], found, self.subject, self.relation)

    def record(self, record: str) -> "Record | None":
        """Return the record of mine, or of somebody else's, that a reference leads to, or None."""
        if ":" not in record:
            return self.app.store.get(record)
        theirs = self.lent.get(self._owner(record))
        identifier = record.rpartition(":")[2]
        return next((one for one in theirs.records if one.id == identifier), None) if theirs else None

    def _owner(self, record: str) -> str:
        return self.people.canonical(record.rpartition(":")[0])

    def askable(self) -> Sequence[str]:
        """Return the handles of who could be asked, the best first."""
        return askable(self.app, self.entries, self.assessment.about)

    def save(self, new: Assessment, verb: str) -> None:
        """Store the assessment as it is now."""
        with changing(self.app.store, verb) as change:
            self.assessment = change.edit(self.assessment, new)


def askable(app: App, entries: Iterable[Entry], about: str = "me") -> Sequence[str]:
    """Return the handles of who could be asked: the manager, then who stands in most of the entries."""
    people, day = app.people, app.today
    count = Counter(people.canonical(name) for entry in entries for name in entry.people)
    those = [
        (person.relation(day) != "manager", -count[person.handle], person.handle)
        for person in people.everyone
        if person.relation(day) in ("manager", "peer", "direct") and person.handle != about
    ]
    return [handle for _, _, handle in sorted(those)]
