"""What somebody sets out to do, as an entry is compared: goals of their own, and promises of theirs."""

from collections.abc import Iterable, Iterator

import msgspec

from growth.records.action import Action
from growth.records.dates import Day, Instant
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.rules.capture import captured
from growth.text.excerpt import addresses


class Plan(msgspec.Struct, frozen=True):
    """A goal or a promise, as the entry that it would be; `open` while it is not done."""

    entry: Entry
    open: bool


def plans(goals: Iterable[Goal], actions: Iterable[Action]) -> Iterator[Plan]:
    """Yield what somebody plans or has done of it; what was dropped is nothing any more."""
    for goal in goals:
        # What a ladder asks for, many set themselves in the same words.
        if goal.state != "dropped" and not goal.criterion:
            looks = "\n".join(look.text for look in goal.checkins)
            yield Plan(_entry(goal.id, goal.day, goal.text, looks, "", goal.created), goal.state == "open")
    for one in actions:
        if one.state != "dropped" and one.owner == "me":
            yield Plan(_entry(one.id, one.day, one.text, "", one.person, one.created), one.state == "open")


def _entry(identifier: str, day: Day, text: str, looks: str, person: str, created: Instant) -> Entry:
    whole = f"{text}\n{looks}"
    said = captured(whole)
    return Entry(
        id=identifier, day=day, title=text, body=looks, tags=said.tags, people=(*said.people, person),
        project=next(iter(said.projects), ""), links=tuple(sorted(addresses(whole))), created=created,
    )  # fmt: skip
