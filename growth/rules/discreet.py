"""A page about people with their initials alone, for a desk with somebody beside it."""

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from growth.rules.team import Answers, Member, Mood, Owed, Team
from growth.rules.team_evidence import Shows
from growth.rules.team_spread import Spread


def initials(names: Mapping[str, str]) -> dict[str, str]:
    """Return initials by handle; those that two people have get a number, in the order of handles."""
    short = {handle: _initials(names[handle]) for handle in sorted(names)}
    many, seen = Counter(short.values()), Counter[str]()
    for handle, letters in short.items():
        if many[letters] > 1:
            seen[letters] += 1
            short[handle] = f"{letters}{seen[letters]}"
    return short


def _initials(name: str) -> str:
    words = [next((char for char in word if char.isalnum()), "") for word in name.split()]
    letters = [letter.upper() for letter in words if letter]
    return "".join(f"{letter}." for letter in (letters[:1] + letters[-1:] if letters[1:] else letters)) or "?"


def discreet(page: Team) -> Team:
    """Return the page without names and without a word of a record: counts, days and initials.

    A text may name anybody, so that none is left.
    """
    short = initials({one.person: one.name for one in page.members})
    members = tuple(_discreet(one, short[one.person]) for one in page.members)
    return replace(
        page, discreet=True, members=members, spread=_spread(page.spread, short), private=0, cited=()
    )


def _discreet(one: Member, called: str) -> Member:
    # A reference to a record of theirs has their handle in it.
    return replace(
        one,
        person=called,
        name=called,
        mine=_owed(one.mine),
        theirs=_owed(one.theirs),
        answers=_answers(one.answers),
        stuck=(),
        evidence=_evidence(one.evidence) if one.evidence else None,
        mood=_mood(one.mood) if one.mood else None,
    )


def _owed(one: Owed) -> Owed:
    return replace(one, first=None)


def _answers(one: Answers) -> Answers:
    return replace(one, by=())


def _evidence(one: Shows) -> Shows:
    return replace(one, target="", period="", themes=(), cited=None)


def _mood(one: Mood) -> Mood:
    return replace(one, mood_words="", workload_words="")


def _spread(one: Spread, short: Mapping[str, str]) -> Spread:
    return replace(
        one,
        unthanked=tuple(replace(each, person=short[each.person]) for each in one.unthanked),
        unseen=tuple(replace(each, person=short[each.person]) for each in one.unseen),
        learned=tuple(replace(each, person=short[each.person]) for each in one.learned),
        silent=tuple(short[each] for each in one.silent),
    )
