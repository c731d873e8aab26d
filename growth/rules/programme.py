"""Who mentors whom, as far as this store knows: sessions against cadence, who could, who has nobody."""

import datetime
from collections.abc import Callable, Iterable, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import cadence
from growth.rules.cited import Cited, cite
from growth.text.fold import fold

_ONE = datetime.timedelta(days=1)
ME = "me"
# What in a tag or a skill tells that an entry is about mentoring.
SIGN = "mentor"
Canonical = Callable[[str], str]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What one store holds of mentoring; `owner` is whose it is, `me` for mine.

    `me` is how the owner's records call me, where that is known; in mine it is nobody.
    """

    owner: str
    me: str = ""
    pairs: Sequence[Mentorship] = ()
    sessions: Sequence[Session] = ()
    entries: Sequence[Entry] = ()


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who mentors somebody; sessions that nobody shared are not `counted`."""

    mentor: str
    mentee: str
    since: Day
    until: Day | None = None
    cadence: str = ""
    counted: bool = True
    held: int = 0
    due: int = 0
    last: Day | None = None
    overdue: int = 0
    coach: str = ""


class Could(msgspec.Struct, frozen=True):
    """Somebody who mentors nobody: whom they mentored before, and how many entries of theirs tell of it."""

    person: str
    before: int = 0
    entries: int = 0


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """All pairs that are open, who of the people I look after mentors nobody, and who has nobody."""

    today: Day
    start: Day
    end: Day
    people: tuple[str, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    closed: tuple[Pairing, ...] = ()
    free: tuple[Could, ...] = ()
    alone: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()


def programme(
    ledgers: Sequence[Ledger], people: Iterable[Person], period: Period, today: Day, canonical: Canonical
) -> Programme:
    """Return who mentors whom; `people` are those who should have somebody, `ledgers` mine and theirs."""
    start = period.start or min((one.since for each in ledgers for one in each.pairs), default=today)
    end = min(period.end or Day.fromordinal(today.toordinal() + 1), Day.fromordinal(today.toordinal() + 1))
    every = [one for each in ledgers for one in _pairings(each, start, end, today, canonical)]
    found = _once(one for one in every if one.since < end and (one.until is None or one.until >= start))
    open_ = tuple(one for one in found if one.until is None)
    handles = tuple(sorted(person.handle for person in people))
    mentors, mentees = {one.mentor for one in open_}, {one.mentee for one in open_}
    before = [one.mentor for one in _once(every) if one.until is not None]
    told = {each.owner: sum(map(_tells, each.entries)) for each in ledgers}
    free = [
        Could(handle, before.count(handle), told.get(handle, 0))
        for handle in handles
        if handle not in mentors
    ]
    return Programme(
        today=today,
        start=start,
        end=end,
        people=handles,
        pairings=tuple(sorted(open_, key=_needs_most)),
        closed=tuple(one for one in found if one.until is not None),
        free=tuple(sorted(free, key=lambda one: (-one.before, -one.entries, one.person))),
        alone=tuple(handle for handle in handles if handle not in mentees),
        silent=tuple(handle for handle in handles if handle not in told),
        cited=tuple(
            cite(one, "" if each.owner == ME else each.owner)
            for each in ledgers
            for one in each.pairs
            if one.until is None
        ),
    )


def _needs_most(one: Pairing) -> tuple[int, int, str, str]:
    return -one.overdue, one.held - one.due, one.mentor, one.mentee


def _once(pairings: Iterable[Pairing]) -> tuple[Pairing, ...]:
    """Return each pair once, as the one tells it who knows its sessions; the one who coaches it is kept."""
    found: dict[tuple[str, str, bool], Pairing] = {}
    for one in pairings:
        key = one.mentor, one.mentee, one.until is None
        other = found.get(key)
        if other is None:
            found[key] = one
        else:
            better, worse = (one, other) if one.counted and not other.counted else (other, one)
            found[key] = msgspec.structs.replace(better, coach=better.coach or worse.coach)
    return tuple(found.values())


def _pairings(ledger: Ledger, start: Day, end: Day, today: Day, canonical: Canonical) -> Iterable[Pairing]:
    def called(handle: str) -> str:
        return ME if ledger.me and fold(handle) == fold(ledger.me) else canonical(handle)

    for pair in ledger.pairs:
        if pair.role == "coach":
            for mentee in pair.mentees:
                yield Pairing(
                    mentor=called(pair.person), mentee=called(mentee), since=pair.since, until=pair.until,
                    counted=False, coach=ledger.owner,
                )  # fmt: skip
        else:
            yield _counted(ledger, pair, called, Period(start, end), today)


def _counted(ledger: Ledger, pair: Mentorship, called: Canonical, period: Period, today: Day) -> Pairing:
    """Return a pair of somebody who is in it, with how many of its sessions were held."""
    person, until = called(pair.person), pair.until
    mentor, mentee = (ledger.owner, person) if pair.role == "mentor" else (person, ledger.owner)
    days = sorted(one.day for one in _its(ledger, pair, called) if one.day and one.day <= today)
    known, end = cadence.known(pair.cadence), period.end or today
    start, over = max(period.start or pair.since, pair.since), until + _ONE if until else end
    held, due = cadence.held(known, days, start, min(end, over), today)
    # A pair may be shared and its sessions not: then nothing can be said of them.
    told = bool(days) or ledger.owner == ME
    return Pairing(
        mentor=mentor,
        mentee=mentee,
        since=pair.since,
        until=until,
        cadence=known.words if known else "",
        counted=told,
        held=held,
        due=due if told else 0,
        last=days[-1] if days else None,
        overdue=cadence.overdue(known, days[-1] if days else pair.since, today)
        if known and told and not until
        else 0,
    )


def _its(ledger: Ledger, pair: Mentorship, called: Canonical) -> Iterable[Session]:
    """Return the sessions of a pair; one that names none is told of the only one with that person."""
    person = called(pair.person)
    alone = sum(called(one.person) == person for one in ledger.pairs) == 1
    return (
        one
        for one in ledger.sessions
        if one.kind == "mentoring"
        if one.mentorship == pair.id or (not one.mentorship and alone and called(one.person) == person)
    )


def _tells(entry: Entry) -> bool:
    return any(SIGN in fold(word) for word in (*entry.tags, *entry.skills))
