"""Promises between two people, as the other one wrote them down and handed them over."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.dates import Day
from growth.rules.promises import Promise, Promises, by_day, promise
from growth.text.fold import fold, folded


def beside(
    own: Promises, handed: Iterable[Action], owner: str, me: Collection[str], since: Day, today: Day
) -> Promises:
    """Return my own promises and, beside them, those that somebody handed me and I have not got.

    `me` are the folded handles that their records have for me. What was done before `since` is over.
    """
    those = [replace(promise(one, today), whose=owner) for one in handed if _counts(one, since)]
    mine = [one for one in those if folded(one.action.owner) & set(me)]
    theirs = [one for one in those if one.action.owner == "me" and folded(one.action.person) & set(me)]
    return Promises(_joined(own.mine, mine), _joined(own.theirs, theirs))


def _counts(action: Action, since: Day) -> bool:
    if action.state == "done":
        return (action.closed or action.day) >= since
    return action.state == "open"


def _joined(own: Iterable[Promise], handed: Iterable[Promise]) -> tuple[Promise, ...]:
    """Return both, what is open first; what I have in the same words is mine to keep."""
    own = tuple(own)
    known = {fold(one.action.text) for one in own}
    every = (*own, *(one for one in handed if fold(one.action.text) not in known))
    open_ = [one for one in every if one.action.state == "open"]
    return (*by_day(open_), *(one for one in every if one.action.state != "open"))
