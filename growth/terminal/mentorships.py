"""Mentorships on a terminal."""

from collections.abc import Callable, Iterator

from growth.records.dates import Day
from growth.records.ids import short
from growth.records.mentorship import Mentorship
from growth.rules.day_words import counted, day_words
from growth.rules.meetings import Meeting
from growth.rules.pair_goals import aims, words
from growth.terminal.entries import READERS
from growth.terminal.screen import Part
from growth.terminal.sessions import held_words, met, when

ROLES = {"mentor": "I mentor", "mentee": "mentored by", "coach": "I coach"}


def whole(
    pair: Mentorship, name: str, found: Meeting, today: Day, called: Callable[[str], str], *, id_: str = ""
) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of one mentorship: who, since when, how often, its goals, how it ended."""
    yield (id_ or short(pair.id), "id"), "  ", (f"{ROLES[pair.role]} {name}", "bold"), (
        f"  since {day_words(pair.since, today)}", "dim",
    ), ("  due for a session" if _is_due(pair, found, today) else "", "late")  # fmt: skip
    if pair.mentees:
        yield (f"      who mentors {', '.join(called(handle) for handle in pair.mentees)}",)
    if pair.until:
        yield (f"      closed {day_words(pair.until, today)}: {pair.outcome}",)
    else:
        yield (_rhythm(found, today),)
    several = len(pair.goals) > 1
    for number, aim in enumerate(aims(pair), start=1):
        said = words(aim, today)
        yield (
            f"      goal{f' {number}' if several else ''}: {aim.text}",
            (f" · {said}" if said else "", "late" if aim.state == "stuck" else "dim"),
        )
    if pair.outcomes:
        yield (f"      {counted(len(pair.outcomes), 'outcome')} logged",)
    if id_:
        yield ((f"      {READERS[pair.share]}", "dim"),)


def _rhythm(found: Meeting, today: Day) -> str:
    coming = when(found, today)
    ahead = coming if found.overdue else f"next {coming}" if coming else ""
    words = [found.words, held_words(found), met(found, today), ahead]
    return f"      {' · '.join(word for word in words if word)}"


def _is_due(pair: Mentorship, found: Meeting, today: Day) -> bool:
    """Tell whether a pair should have met by now; one that never did, since the day after it began."""
    never = bool(found.words) and not found.last and not found.next and pair.since < today
    return not pair.until and (found.overdue > 0 or never)


def plain(pair: Mentorship, handle: str) -> str:
    """Return one mentorship on one line for a pipe: id, role, with whom, from, to, cadence."""
    rhythm = " ".join(pair.cadence.split())
    return f"{pair.id}  {pair.role}  {handle}  {pair.since}  {pair.until or '-'}  {rhythm or '-'}"
