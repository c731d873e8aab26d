"""What is to mend of somebody's data, pipelines, evals and prompts, on the sheet for a 1:1 with them."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from growth.app import App
from growth.commands.register import checked, practices
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.practice import Practice
from growth.rules.audience import Audience, cut
from growth.rules.cited import cite
from growth.rules.findings import Red
from growth.rules.persons import means
from growth.rules.practice_checks import Verdict, check, seen
from growth.rules.practices import begun
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


def _of_mine(app: App, other: Person, whom: Audience) -> Iterator[Found]:
    result, every = checked(app), practices(app)
    if result is None:
        return
    register, _ = cut(every, whom)
    entries, _ = cut(app.store.entries(Period(begun(every), None)), whom)
    records: dict[str, Practice | Entry] = {one.id: one for one in register}
    records |= {one.id: one for one in entries}
    leads = other.relation(app.today) == "manager"
    for one in seen(result.findings, records):
        if means(one.owner, other) if one.owner else leads:
            yield _red(one), records[one.record]


def _of_theirs(app: App, other: Person, shared: Iterable[Theirs]) -> Iterator[Found]:
    if other.relation(app.today) != "direct":
        return
    for them in shared:
        records: dict[str, Practice | Entry] = {one.id: one for one in them.practices}
        for one in check(them.practices, (), (), app.today, theirs=True).findings:
            if not one.owner:
                yield _red(one, them.owner), records[one.record]


def _red(one: Verdict, whose: str = "") -> Red:
    return Red(rule=one.rule, record=one.record, name=one.name, why=one.why, whose=whose)
