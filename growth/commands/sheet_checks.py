"""What is to mend of somebody's data, pipelines, evals and prompts, on the sheet for a 1:1 with them."""

from collections.abc import Iterable, Iterator

from growth.app import App
from growth.commands.register import practices
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.practice import Practice
from growth.rules.audience import Audience, cut
from growth.rules.findings import Red
from growth.rules.persons import means
from growth.rules.practice_checks import Checked, Verdict, check, seen
from growth.rules.practices import as_of
from growth.rules.sheet_checks import Found
from growth.store.others import Theirs


def checks(
    app: App, found: Checked | None, other: Person, shared: Iterable[Theirs], whom: Audience
) -> list[Found]:
    """Return what is to mend: of mine before my manager, of theirs as I or they keep it."""
    relation = other.relation(app.today)
    mine = [
        (red(one), record)
        for one, record in of_mine(app, found, whom)
        if (means(one.owner, other) if one.owner else relation == "manager")
    ]
    return mine + (list(of_theirs(shared, app.today)) if relation == "direct" else [])


def of_mine(app: App, found: Checked | None, whom: Audience) -> Iterator[tuple[Verdict, Practice | Entry]]:
    """Yield what was found to mend in my register and journal, as far as an audience may see it."""
    if found is None:
        return
    records: dict[str, Practice | Entry] = {one.id: one for one in cut(practices(app), whom)[0]}
    claims = (app.store.get(one.record) for one in found.findings if one.rule == "bare-claim")
    entries, _ = cut((one for one in claims if isinstance(one, Entry)), whom)
    records |= {one.id: one for one in entries}
    for one in seen(found.findings, records):
        yield one, records[one.record]


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
