"""What others handed me that bears on an assessment: how they judge, and what they can show."""

from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from growth.app import App
from growth.commands.case import Case, assessment_of
from growth.commands.lent import me_in
from growth.errors import Refused
from growth.records.assessment import Assessment
from growth.rules import handed as rules
from growth.rules.handed import Handed
from growth.rules.material import Material, of_record
from growth.store.others import find_theirs, others


def all_handed(app: App) -> list[Handed]:
    """Return every assessment that others handed me, by owner, the oldest first."""
    return [
        rules.handed(theirs.owner, me_in(app, theirs), one)
        for theirs in others(app.store)
        for one in theirs.assessments
    ]


def handed_named(app: App, text: str) -> Handed:
    """Return the assessment that `eva:7k3q` names, or refuse."""
    theirs, record = find_theirs(app.store, text)
    if not isinstance(record, Assessment):
        raise Refused(f"{theirs.owner}:{record.id} is no assessment", "see: growth assess list")
    return rules.handed(theirs.owner, me_in(app, theirs), record)


class HandedCase(Case):
    """An assessment that somebody handed me: to be read, with what of theirs shows it."""

    def __init__(self, app: App, handed: Handed) -> None:
        super().__init__(app, handed.assessment)
        self.by = handed.owner

    @cached_property
    def every(self) -> list[Assessment]:
        """All that the same judge handed me."""
        return [one.assessment for one in all_handed(self.app) if one.owner == self.by]

    def material(self, record: str) -> Material | None:
        """Return what shows it: what bears on whom it is about, else what they took for that."""
        return super().material(record) or of_record(self.record(record), self.relation)


def case_named(app: App, id: str | None) -> Case:
    """Return the assessment that `id` names, mine or one that was handed to me; without it, my newest."""
    if id and ":" in id:
        return HandedCase(app, handed_named(app, id))
    return Case(app, assessment_of(app, id))


def subject(app: App, handed: Handed) -> str:
    """Return whom an assessment judges, and who does, in words."""
    about, by = handed.assessment.about, app.people.name(handed.owner)
    if about == handed.owner:
        return f"{by}, themselves"
    return f"{about}, by {by}"


def beside(
    app: App, mine: Assessment, person: str = "", those: Sequence[Handed] | None = None
) -> Handed | None:
    """Return how `person` judges what one of my assessments judges, or None.

    Without a person that is my manager; where the assessment is of somebody, it is they themselves.
    `those` are all that were handed to me, where they are at hand.
    """
    owner = app.people.canonical(person) if person else judge_of(app, mine)
    told = replace(mine, about=app.people.canonical(mine.about))
    return rules.beside(told, all_handed(app) if those is None else those, owner) if owner else None


def judge_of(app: App, mine: Assessment) -> str:
    """Return the handle of who judges beside me where nobody is named: my manager, or whom I judge."""
    if mine.about != "me":
        return app.people.canonical(mine.about)
    manager = app.people.manager(app.today)
    return manager.handle if manager else ""
