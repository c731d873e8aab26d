"""Promises between two people, as the other one wrote them down and handed them over."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.dates import Day
from growth.rules.promises import Promise, promise
from growth.text.fold import fold, folded


def handed(
    actions: Iterable[Action],
    them: Collection[str],
    me: Collection[str],
    own: Iterable[Action],
    today: Day,
) -> tuple[Promise, ...]:
    """Return what the two of us promised each other by what somebody handed me, told as I name things.

    `them` are the handles that I have for them, the one of today first, `me` the folded names that
    their records have for me. What is among my `own` records is mine to keep; what a third one
    promised, or was promised, is not between us.
    """
    owner, names = next(iter(them)), folded(*them)
    known = list(own)
    found: list[Promise] = []
    for action in actions:
        told = _told(action, owner, me)
        if told is not None and not any(_is_same(told, one, names) for one in known):
            known.append(told)
            found.append(replace(promise(told, today), whose=owner, given=action))
    return tuple(found)


def _told(action: Action, owner: str, me: Collection[str]) -> Action | None:
    """Return a promise of theirs to me, or of mine to them, by my names for us; else None."""
    is_mine, to_me = (not folded(name).isdisjoint(me) for name in (action.owner, action.person))
    if not (to_me or (is_mine and action.person in ("", "me"))):
        return None
    if not (is_mine or action.owner == "me"):
        return None
    return replace(action, id=f"{owner}:{action.id}", owner="me" if is_mine else owner, person=owner)


def _is_same(told: Action, one: Action, them: frozenset[str]) -> bool:
    """Tell whether two records are of one promise; one that was over before the other was made is not it."""
    if one.owner != told.owner and (folded(one.owner).isdisjoint(them) or told.owner == "me"):
        return False
    if one.closed and one.closed < told.day:
        return False
    if told.origin and told.origin == one.origin and not one.id.startswith(f"{told.person}:"):
        return True
    return _words(one) == _words(told) and (not one.person or not folded(one.person).isdisjoint(them))


def _words(one: Action) -> str:
    return fold(" ".join(one.text.split())).rstrip(".")
