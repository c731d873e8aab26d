"""What is to mend of somebody's data, pipelines, evals and prompts, on the sheet for a 1:1 with them."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from growth.app import App
from growth.commands.register import checked, practices
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.practice import Practice
from growth.rules.audience import Audience, cut
from growth.rules.cited import cite
from growth.rules.findings import Red
from growth.rules.persons import means
from growth.rules.practice_checks import Verdict, check, seen
from growth.rules.practices import as_of, begun
from growth.rules.since import Prep
from growth.store.others import Theirs


def with_checks(app: App, sheet: Prep, other: Person, shared: Iterable[Theirs], whom: Audience) -> Prep:
    """Return a sheet with what is to mend: of mine before my manager, of theirs as I or they keep it."""
    found = [*_of_mine(app, other, whom), *_of_theirs(app, other, shared)]
    told = {(red.whose, red.record): (cite(record, red.whose), record, red.whose) for red, record in found}
    there = {one.ref for one in sheet.cited}
    new = [cited for cited, _, _ in told.values() if cited.ref not in there]
    hidden = sum(
        not whose and record.share == "private" and cited.ref not in there
        for cited, record, whose in told.values()
    )
    return replace(
        sheet,
        checks=tuple(red for red, _ in found),
        cited=(*sheet.cited, *new),
        private=sheet.private + hidden,
    )


Found = tuple[Red, Practice | Entry]


def of_mine(app: App, whom: Audience, day: Day | None = None) -> Iterator[tuple[Verdict, Practice | Entry]]:
    """Yield what is to mend in my register that an audience may see, or was at the end of a day."""
    result, every = checked(app, day), practices(app)
    if result is None:
        return
    register, _ = cut(every, whom)
    entries, _ = cut(app.store.entries(Period(begun(every), None)), whom)
    records: dict[str, Practice | Entry] = {one.id: one for one in register}
    records |= {one.id: one for one in entries}
    for one in seen(result.findings, records):
        yield one, records[one.record]


def _of_mine(app: App, other: Person, whom: Audience) -> Iterator[Found]:
    leads = other.relation(app.today) == "manager"
    for one, record in of_mine(app, whom):
        if means(one.owner, other) if one.owner else leads:
            yield red(one), record


def _of_theirs(app: App, other: Person, shared: Iterable[Theirs]) -> Iterator[Found]:
    if other.relation(app.today) == "direct":
        yield from of_theirs(shared, app.today)


def of_theirs(shared: Iterable[Theirs], day: Day) -> Iterator[Found]:
    """Yield what is to mend, or was on a day, in the registers that others shared."""
    for them in shared:
        records: dict[str, Practice | Entry] = {one.id: one for one in them.practices}
        for one in check(as_of(them.practices, day), (), (), day, theirs=True).findings:
            if not one.owner:
                yield red(one, them.owner), records[one.record]


def red(one: Verdict, whose: str = "") -> Red:
    """Return a finding as a line of a document."""
    return Red(rule=one.rule, record=one.record, name=one.name, why=one.why, whose=whose)
