"""Who may see what: for me everything, for anybody else only what its share says.

Everything that is in a document for somebody, in a bundle or in a recap passes here. A note about
somebody is never for anybody but me; nor are private notes, private agenda items, mood and workload.
How I judge somebody is for them or for my manager, as its share says, and never for a team. What I
saw of a mentor is for that mentor, and for nobody where it is of myself. What I shared with one manager
is not the next one's, unless I say so.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

import msgspec

from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.person import Person
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules.persons import handles, means
from growth.text.fold import fold, folded

AudienceKind = Literal["me", "manager", "team", "person"]
Shareable = Entry | Session | Action | Mentorship | Assessment | Goal | Observation | Practice
R = TypeVar("R", bound=Shareable)
_IN_TEAM = ("manager", "direct", "peer")


class Audience(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a document is for. A person has handles, a name, and what they are to me today.

    My manager, too; but of two managers neither has handles: what is between me and one is not the
    other's. `since` is the day from which somebody is my manager after another one was.
    """

    kind: AudienceKind = "me"
    handles: frozenset[str] = frozenset()
    name: str = ""
    relation: str = ""
    word: str = "me"
    since: Day | None = None

    @property
    def ever(self) -> "Audience":
        """The same audience, to whom all is open that was a former manager's."""
        return msgspec.structs.replace(self, since=None)

    @property
    def shares(self) -> frozenset[str]:
        """The shares that let this audience see a record, whoever it is with."""
        if self.kind == "manager" or self.relation == "manager":
            return frozenset(("manager", "team"))
        if self.kind == "team" or self.relation in _IN_TEAM:
            return frozenset(("team",))
        return frozenset()


ME = Audience()


def audience(text: str | None, people: Sequence[Person], today: Day) -> Audience:
    """Read `me`, `manager`, `team` or a person, with or without the `@`."""
    word = (text or "me").strip()
    if fold(word) in ("me", "team"):
        kind: AudienceKind = msgspec.convert(fold(word), AudienceKind)
        return Audience(kind=kind, word=fold(word))
    if fold(word) == "manager":
        managers = [person for person in people if person.relation(today) == "manager"]
        since = succession(people, today)
        if len(managers) != 1:
            return Audience(kind="manager", word="manager", since=since)
        one = managers[0]
        return Audience(kind="manager", handles=handles(one), name=one.name, word="manager", since=since)
    found = next((person for person in people if means(word, person)), None)
    if found is None:
        if word.startswith("@"):
            raise Refused(f"I know nobody called {word[1:]!r}", "see: growth people list")
        raise WrongUsage(f"{word!r} is no audience", "it is me, manager, team or @person")
    return Audience(
        kind="person",
        handles=handles(found),
        name=found.name,
        relation=found.relation(today),
        word=f"@{found.handle}",
        since=succession(people, today) if found.relation(today) == "manager" else None,
    )


def succession(people: Sequence[Person], today: Day) -> Day | None:
    """Return the day from which I have the manager I have now; None where there was none before."""
    now = [person for person in people if person.relation(today) == "manager"]
    ended = [
        relation.until
        for person in people
        if person not in now
        for relation in person.relations
        if relation.kind == "manager" and relation.until and relation.until <= today
    ]
    if not now or not ended:
        return None
    # Of two managers at once the earlier one knows what both were told.
    return min(person.relations[-1].since or max(ended) for person in now)


def may_see(record: Shareable, whom: Audience) -> bool:
    """Tell whether a record may be shown; of a session that is what `shown` leaves of it."""
    if whom.kind == "me":
        return True
    if isinstance(record, Entry) and record.about:
        return False
    if isinstance(record, Observation):
        return record.share == "person" and record.person != "me" and bool(_concerned(record) & whom.handles)
    if record.share in whom.shares and not (record.share == "team" and _judges_another(record)):
        return not is_former(record.share, _day(record), whom)
    return record.share == "person" and bool(_concerned(record) & whom.handles)


def is_former(share: str, day: Day, whom: Audience) -> bool:
    """Tell whether what is shared so was shared with a manager before the one that an audience is."""
    return share == "manager" and whom.since is not None and day < whom.since


def _day(record: Shareable) -> Day:
    """Return the day of a record; one without a day was shared when it was made, at the earliest."""
    if isinstance(record, Mentorship):
        return record.since
    undated = record.day is None or (isinstance(record, Entry) and record.precision == "none")
    return record.created.date() if undated or record.day is None else record.day


def _judges_another(record: Shareable) -> bool:
    return isinstance(record, Assessment) and record.about != "me"


def _concerned(record: Shareable) -> frozenset[str]:
    if isinstance(record, Entry):
        named: tuple[str, ...] = record.people
    elif isinstance(record, Assessment):
        named = (record.about,) if _judges_another(record) else ()
    elif isinstance(record, Action):
        named = (record.person, record.owner)
    elif isinstance(record, Goal):
        named = ()
    elif isinstance(record, Practice):
        named = (record.owned_by,)
    else:
        named = (record.person,)
    return folded(*named)


def shown(record: R, whom: Audience) -> R | None:
    """Return what of a record an audience may see, or None."""
    if not may_see(record, whom):
        return None
    return record if whom.kind == "me" else open_side(record)


def open_side(record: R) -> R:
    """Return a record without what never leaves this store."""
    # Where something was imported from, such as the name of a file, tells others nothing they may know.
    record = msgspec.structs.replace(record, source="")
    if isinstance(record, Assessment):
        # What was rejected, and what I told myself of it, helped me judge; it is no part of the judgement.
        counted = (msgspec.structs.replace(one, why="") for one in record.evidence if one.up)
        ratings = (msgspec.structs.replace(one, drafted="") for one in record.ratings)
        return msgspec.structs.replace(record, evidence=tuple(counted), ratings=tuple(ratings))
    if not isinstance(record, Session):
        return record
    return msgspec.structs.replace(
        record,
        agenda=tuple(item for item in record.agenda if not item.private),
        private="",
        mood=None,
        mood_words="",
        workload=None,
        workload_words="",
        asked=(),
        template="",
    )


def cut(records: Iterable[R], whom: Audience) -> tuple[tuple[R, ...], int]:
    """Return what an audience may see of some records, and how many are withheld."""
    every = [shown(record, whom) for record in records]
    visible = tuple(record for record in every if record is not None)
    return visible, len(every) - len(visible)
