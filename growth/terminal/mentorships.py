"""Mentorships on a terminal."""

from collections.abc import Iterator

from growth.records.dates import Day
from growth.records.ids import short
from growth.records.mentorship import Mentorship
from growth.rules.day_words import day_words
from growth.rules.meetings import Meeting
from growth.terminal.entries import READERS
from growth.terminal.screen import Part
from growth.terminal.sessions import held_words, met, when

ROLES = {"mentor": "I mentor", "mentee": "mentored by", "coach": "I coach"}


def whole(
    pair: Mentorship, name: str, found: Meeting, today: Day, *, id_: str = ""
) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of one mentorship: who, since when, how often, its goals, how it ended."""
    yield (id_ or short(pair.id), "id"), "  ", (f"{ROLES[pair.role]} {name}", "bold"), (
        f"  since {day_words(pair.since, today)}", "dim",
    )  # fmt: skip
    if pair.until:
        yield (f"      closed {day_words(pair.until, today)}: {pair.outcome}",)
    else:
        coming = when(found, today)
        words = [found.words, held_words(found), met(found, today), f"next {coming}" if coming else ""]
        yield (f"      {' · '.join(word for word in words if word)}",)
    for goal in pair.goals:
        yield (f"      goal: {goal}",)
    if id_:
        yield ((f"      {READERS[pair.share]}", "dim"),)


def plain(pair: Mentorship, handle: str) -> str:
    """Return one mentorship on one line for a pipe: id, role, with whom, from, to, cadence."""
    rhythm = " ".join(pair.cadence.split())
    return f"{pair.id}  {pair.role}  {handle}  {pair.since}  {pair.until or '-'}  {rhythm or '-'}"
