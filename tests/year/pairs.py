"""The mentorships of somebody, two each: whom they mentor, and who mentors them; their sessions."""

import random

from growth.records.entry import Share
from growth.records.mentorship import Mentorship, Role
from growth.records.session import Session
from tests.year.days import NEW_YEAR, WEEKS, Numbers, at, day

_SAID = (
    "Spoke about {}. One thing to try until next time.",
    "What was tried last time helped a little; {} goes on.",
    "Went back to {} from the other side: what would make it worse.",
    "A good hour on {}; fewer words next time.",
)


def pair(
    numbers: Numbers, chance: random.Random, person: str, role: Role, cadence: str, goal: str, share: Share
) -> list[Mentorship | Session]:
    """Return one mentorship and its sessions, from the third week on."""
    begun = day(3, 0)
    found = Mentorship(
        id=numbers.id("m", begun), person=person, role=role, goals=(goal,), cadence=cadence, since=begun,
        share=share, created=at(begun, 9),
    )  # fmt: skip
    step = int(cadence.removesuffix("w"))
    weeks = [week for week in range(3, WEEKS + 1, step) if week != NEW_YEAR and chance.random() < 0.9]
    return [found, *(_session(numbers, found, week, chance.choice(_SAID)) for week in weeks)]


def _session(numbers: Numbers, found: Mentorship, week: int, said: str) -> Session:
    when = day(week, 0)
    return Session(
        id=numbers.id("s", when), kind="mentoring", person=found.person, mentorship=found.id, day=when,
        shared=said.format(found.goals[0]), share=found.share, created=at(when, 12),
    )  # fmt: skip
