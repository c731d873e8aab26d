"""How somebody stands to me over time: one relation ends where the next begins."""

from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.person import Person, Relation, RelationKind
from growth.rules.day_words import day_words


def changed(
    person: Person, kind: RelationKind | None, since: Day | None, until: Day | None, today: Day
) -> tuple[Relation, ...]:
    """Return a person's relations after a change; `until` is the first day on which it is over.

    Without a kind, or with the kind it is now, the present relation gets the new days. Another
    kind ends the present one on the day it begins: `since`, or today.
    """
    before = person.relations[:-1]
    now = person.relations[-1] if person.relations else None
    present = now if now is not None and (now.until is None or now.until > today) else None
    if present and kind in (None, present.kind):
        return (*before, _whole(present.kind, since or present.since, until or present.until))
    if kind is None:
        raise WrongUsage(f"{person.handle} stands in no relation to me now", "say which: --relation direct")
    if present is None:
        return (*person.relations, _whole(kind, since, until))
    begins = since or today
    ended = replace(present, until=begins)
    kept = (ended,) if present.since is None or present.since < begins else ()
    return (*before, *kept, _whole(kind, begins, until))


def _whole(kind: RelationKind, since: Day | None, until: Day | None) -> Relation:
    if since and until and since >= until:
        raise WrongUsage("the relation ends before it begins", "check --since and --until")
    return Relation(kind, since, until)


def relation_words(person: Person, today: Day) -> list[str]:
    """Return what a person is and was to me; the days named are the first and the last."""
    found = []
    for relation in person.relations:
        since = f" since {day_words(relation.since, today)}" if relation.since else ""
        last = Day.fromordinal(relation.until.toordinal() - 1) if relation.until else None
        found.append(f"{relation.kind}{since}{f' until {day_words(last, today)}' if last else ''}")
    return found
