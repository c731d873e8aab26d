"""People: a permanent id, names and addresses, and how they stand to me over time."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant

RelationKind = Literal["manager", "direct", "peer", "other"]
RELATIONS: tuple[str, ...] = ("manager", "direct", "peer", "other")


class Relation(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody is to me from `since` to the day before `until`; a direct reports to me."""

    kind: RelationKind
    since: Day | None = None
    until: Day | None = None

    def holds(self, day: Day) -> bool:
        """Tell whether the relation stands on `day`."""
        return (self.since is None or day >= self.since) and (self.until is None or day < self.until)


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody I know. The first handle is the one shown; the others keep older records resolving.

    `meets` is a cadence in words, such as `weekly tue 10:00` or `2w`.
    """

    id: str = ""
    name: str
    handles: tuple[str, ...]
    emails: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    meets: str = ""
    created: Instant
    changed: Instant | None = None

    @property
    def handle(self) -> str:
        return self.handles[0]

    def relation(self, day: Day) -> str:
        """Return the kind of the newest relation that holds on `day`, or an empty string."""
        held = [relation.kind for relation in self.relations if relation.holds(day)]
        return held[-1] if held else ""
