"""Promises: one view over all actions, mine and theirs, the overdue first."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.person import Person
from growth.rules.day_words import counted, day_words, near, old, times
from growth.rules.persons import handles, means
from growth.text.fold import folded

# From so many days on a promise without a day says how old it is.
AGED = 14


class Promise(msgspec.Struct, frozen=True):
    """An action as it stands today. `words` is what to say of its day: `3 days late, moved twice`.

    `whose` is the handle of who handed it to me, and `given` their record of it, in their names; of a
    record of mine both are empty.
    """

    action: Action
    days_late: int
    moved: int
    words: str
    whose: str = ""
    given: Action | None = None

    @property
    def record(self) -> Action:
        """The record as it was made, to be cited."""
        return self.given or self.action


class Promises(msgspec.Struct, frozen=True):
    """Promises by who made them. Open ones: the longest overdue first, those without a day last."""

    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()

    @property
    def late(self) -> int:
        """How many of mine are overdue."""
        return late(self.mine)


def late(those: Iterable[Promise]) -> int:
    """Return how many of these are overdue."""
    return sum(promise.days_late > 0 for promise in those)


def owed(mine: Sequence[Promise], theirs: Sequence[Promise], they: str) -> list[str]:
    """Return how many are open on either side: `you owe 2 (1 overdue)`, `Tom owes 1 (overdue)`."""
    sides = (("you owe", mine), (they, theirs))
    return [f"{who} {_open_words(open_)}" for who, those in sides if (open_ := still_open(those))]


def still_open(those: Iterable[Promise]) -> list[Promise]:
    """Return those of some promises that are neither kept nor dropped."""
    return [one for one in those if one.action.state == "open"]


def _open_words(open_: Sequence[Promise]) -> str:
    over = late(open_)
    said = "overdue" if over == len(open_) else f"{over} overdue"
    return f"{len(open_)} ({said})" if over else str(len(open_))


def promise(action: Action, today: Day) -> Promise:
    """Return one action as it stands today."""
    over = (today - action.due).days if action.due and action.state == "open" else 0
    return Promise(action, max(0, over), len(action.moved), _words(action, today))


def _words(action: Action, today: Day) -> str:
    if action.state != "open":
        closed = f" {day_words(action.closed, today)}" if action.closed else ""
        return f"{action.state}{closed}{': ' + action.why if action.why else ''}"
    if action.due is None:
        return _waiting(action.day, today)
    over = (today - action.due).days
    words = f"{counted(over, 'day')} late" if over > 0 else f"due {near(action.due, today)}"
    return f"{words}, moved {times(len(action.moved))}" if action.moved else words


def _waiting(since: Day, today: Day) -> str:
    """Return what presses where no day does: how long it has been open, once that is a while."""
    return f"no day set, {old(since, today)}" if (today - since).days >= AGED else "no day set"


def concerns(action: Action, person: Person) -> bool:
    """Tell whether an action was promised by or to that person."""
    return bool(folded(action.person, action.owner) & handles(person))


def promises(
    actions: Iterable[Action], today: Day, person: Person | None = None, handed: Iterable[Promise] = ()
) -> Promises:
    """Return the open promises, all of them or those with one person; `handed` are those others shared."""
    open_ = (one for one in _every(actions, today, person, handed) if one.action.state == "open")
    return split(by_day(open_))


def by_day(those: Iterable[Promise]) -> list[Promise]:
    """Return promises in their order: the longest overdue first, those without a day last."""
    return sorted(those, key=lambda found: _order(found.action))


def kept(
    actions: Iterable[Action],
    since: Day | None,
    today: Day,
    person: Person | None = None,
    handed: Iterable[Promise] = (),
) -> Promises:
    """Return the promises done from `since` on, the newest first."""

    def is_kept(one: Action) -> bool:
        return one.state == "done" and (since is None or (one.closed or one.day) >= since)

    done = (action for action in actions if is_kept(action))
    return closed(done, today, person, [one for one in handed if is_kept(one.action)])


def closed(
    actions: Iterable[Action], today: Day, person: Person | None = None, handed: Iterable[Promise] = ()
) -> Promises:
    """Return the promises that were done or dropped, the newest first."""
    chosen = [one for one in _every(actions, today, person, handed) if one.action.state != "open"]
    chosen.sort(key=lambda one: (one.action.closed or one.action.day, one.action.id), reverse=True)
    return split(chosen)


def split(those: Iterable[Promise]) -> Promises:
    """Part promises into mine and theirs; their order stays."""
    listed = tuple(those)
    return Promises(
        tuple(found for found in listed if found.action.owner == "me"),
        tuple(found for found in listed if found.action.owner != "me"),
    )


def of_two(those: Promises, person: Person) -> Promises:
    """Return what the two of us promised: mine, and that person's own, not what a third one promised them."""
    return Promises(those.mine, tuple(one for one in those.theirs if means(one.action.owner, person)))


def _every(
    actions: Iterable[Action], today: Day, person: Person | None, handed: Iterable[Promise]
) -> list[Promise]:
    every = [*(promise(action, today) for action in actions), *handed]
    return every if person is None else [one for one in every if concerns(one.action, person)]


def _order(action: Action) -> tuple[bool, Day, str]:
    return action.due is None, action.due or action.day, action.id
