"""What goes into a bundle and what stays, and what a newer bundle changes about an older one."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment, Evidence
from growth.records.bundle import Bundle, Header
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules import audience, consent
from growth.rules.audience import Audience
from growth.text.fold import folded

R = TypeVar("R", Entry, Session, Mentorship, Action, Assessment, Goal, Practice)


class Mine(msgspec.Struct, frozen=True, kw_only=True):
    """All records of mine that a bundle may take from."""

    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    mentorships: tuple[Mentorship, ...] = ()
    actions: tuple[Action, ...] = ()
    answers: tuple[Answer, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    goals: tuple[Goal, ...] = ()
    practices: tuple[Practice, ...] = ()


def sorted_out(records: Sequence[Record]) -> Mine:
    """Return records of any kind by their kinds; people are in no bundle."""
    return Mine(
        entries=tuple(record for record in records if isinstance(record, Entry)),
        sessions=tuple(record for record in records if isinstance(record, Session)),
        mentorships=tuple(record for record in records if isinstance(record, Mentorship)),
        actions=tuple(record for record in records if isinstance(record, Action)),
        answers=tuple(record for record in records if isinstance(record, Answer)),
        assessments=tuple(record for record in records if isinstance(record, Assessment)),
        goals=tuple(record for record in records if isinstance(record, Goal)),
        practices=tuple(record for record in records if isinstance(record, Practice)),
    )


class Changes(msgspec.Struct, frozen=True):
    """What opening a bundle does to what was opened from the same store before.

    `older` are those that a bundle with `since` leaves out without a word of whether they were withdrawn.
    """

    new: int
    changed: int
    withdrawn: int
    older: int = 0


def bundle(mine: Mine, header: Header, whom: Audience, since: Day | None) -> Bundle:
    """Return what of my records the audience may see, without what only means something in this store."""
    entries, _ = audience.cut((entry for entry in mine.entries if _recent(entry.day, since)), whom)
    held, _ = audience.cut((session for session in mine.sessions if _recent(session.day, since)), whom)
    sessions = tuple(session for session in held if session.day or session.agenda)
    pairs, _ = audience.cut((pair for pair in mine.mentorships if _recent(pair.until, since)), whom)
    actions, _ = audience.cut((action for action in mine.actions if _recent(action.closed, since)), whom)
    answers = _said(mine.answers, whom, since)
    goals, _ = audience.cut((goal for goal in mine.goals if _recent(goal.closed, since)), whom)
    register, _ = audience.cut((one for one in mine.practices if _recent(one.retired, since)), whom)
    going = {one.id for those in (sessions, pairs, entries, answers, actions) for one in those}
    return Bundle(
        header=header,
        entries=tuple(
            _handed(_bare(entry), lambda name: _called(name, whom, header.to), header.to) for entry in entries
        ),
        sessions=tuple(
            _bare(msgspec.structs.replace(session, mentorship=_known(session.mentorship, going)))
            for session in sessions
        ),
        mentorships=tuple(
            _bare(msgspec.structs.replace(pair, outcomes=tuple(one for one in pair.outcomes if one in going)))
            for pair in pairs
        ),
        actions=tuple(
            _bare(msgspec.structs.replace(action, origin=_known(action.origin, going))) for action in actions
        ),
        answers=tuple(
            msgspec.structs.replace(one, about=f"@{_called(one.about, whom, header.to)}")
            if one.about.startswith("@") else one
            for one in answers
        ),
        assessments=tuple(_judged(one, whom, header.to, going) for one in _finished(mine, whom, since)),
        goals=tuple(_bare(goal) for goal in goals),
        practices=tuple(
            _bare(msgspec.structs.replace(one, owned_by=_called(one.owned_by, whom, header.to)))
            for one in register
        ),
    )  # fmt: skip


def _handed(entry: Entry, called: Callable[[str], str], to: str) -> Entry:
    """Return an entry with everybody in it as they are called in the bundle.

    What it is built on is told to whom that is from; to others the reference leads nowhere.
    """
    learned, shown = entry.learning, entry.shown
    if learned:
        learned = msgspec.structs.replace(learned, taught_back=tuple(map(called, learned.taught_back)))
    if shown:
        shown = msgspec.structs.replace(shown, reused_by=tuple(map(called, shown.reused_by)))
    owner, _, record = entry.built_on.rpartition(":")
    ours = f"{to}:{record}" if to and called(owner) == to else ""
    return msgspec.structs.replace(
        entry, people=tuple(map(called, entry.people)), learning=learned, shown=shown, built_on=ours
    )


def _finished(mine: Mine, whom: Audience, since: Day | None) -> tuple[Assessment, ...]:
    """Return the assessments that go: while one is open its judgements may change, and it stays."""
    over = (one for one in mine.assessments if one.finished and _recent(one.finished, since))
    return audience.cut(over, whom)[0]


def unfinished(mine: Mine, whom: Audience) -> tuple[Assessment, ...]:
    """Return the assessments that would go, were they finished."""
    return audience.cut((one for one in mine.assessments if not one.finished), whom)[0]


def _judged(one: Assessment, whom: Audience, to: str, going: Container[str]) -> Assessment:
    """Return an assessment with the evidence that its reader can look at, too."""
    links = (_link(link, whom, to) for link in one.evidence)
    return msgspec.structs.replace(
        _bare(one),
        about=_called(one.about, whom, to),
        evidence=tuple(link for link in links if link.record in going or link.record.startswith(f"{to}:")),
    )


def _link(link: Evidence, whom: Audience, to: str) -> Evidence:
    """Return a link to what they handed me as one to their own; to what others did it leads nowhere."""
    owner, colon, record = link.record.partition(":")
    return msgspec.structs.replace(link, record=f"{_called(owner, whom, to)}:{record}") if colon else link


def _called(name: str, whom: Audience, to: str) -> str:
    """Return a name as the bundle says it: its reader is called one thing, whatever I wrote."""
    return to if to and folded(name) & whom.handles else name.removeprefix("@")


def _said(answers: Sequence[Answer], whom: Audience, since: Day | None) -> tuple[Answer, ...]:
    """Return the answers that may be read word by word and with the name; what is counted stays here.

    A record names its giver: one who is not to be named is in no bundle, with however many others.
    """
    standing = consent.standing(answers)
    heard = consent.heard((one for one in standing if _recent(one.day, since)), whom)
    return tuple(msgspec.structs.replace(consent.open_side(one), request="") for one in heard.quoted)


def _recent(day: Day | None, since: Day | None) -> bool:
    """Tell whether something of that day goes; what is still open always does."""
    return since is None or day is None or day >= since


def _bare(record: R) -> R:
    return msgspec.structs.replace(record, source="")


def _known(identifier: str, going: Container[str]) -> str:
    return identifier if identifier in going else ""


def counts(mine: Mine, going: Bundle) -> tuple[tuple[str, int, int], ...]:
    """Return for each kind how many go and how many stay."""
    return tuple(
        (name, len(getattr(going, name)), len(getattr(mine, name)) - len(getattr(going, name)))
        for name in mine.__struct_fields__
    )


def withdrawn(before: Iterable[Record], after: Container[str], since: Day | None) -> tuple[str, ...]:
    """Return the ids of what was handed over before and would be again, had its owner not withdrawn it."""
    return tuple(dict.fromkeys(one.id for one in before if one.id not in after and _recent(_day(one), since)))


def _day(record: Record) -> Day | None:
    """Return the day by which `since` takes a record along or leaves it out."""
    if isinstance(record, Mentorship):
        return record.until
    if isinstance(record, Action | Goal):
        return record.closed
    if isinstance(record, Assessment):
        return record.finished
    if isinstance(record, Practice):
        return record.retired
    return record.day if isinstance(record, Entry | Session | Answer) else None


def changes(before: Mapping[str, Record], after: Mapping[str, Record], since: Day | None = None) -> Changes:
    """Compare what was opened before with what a bundle holds."""
    both = before.keys() & after.keys()
    gone = len(withdrawn(before.values(), after, since))
    return Changes(
        new=len(after) - len(both),
        changed=sum(before[identifier] != after[identifier] for identifier in both),
        withdrawn=gone,
        older=len(before) - len(both) - gone,
    )
