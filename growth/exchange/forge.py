"""What a forge or a tracker tells of many people's work, and which of it is mine."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import git_days
from growth.exchange.git_commits import Commit
from growth.records.imported import Found, Misread, Reading, ReadOptions

# A search for @me finds what is mine, whatever I am called there.
MYSELF = "@me"
_OTHERS, _BOTS = "{} by others", "{} by bots"
_DOUBLES = ("record that stands there twice", "records that stand there twice")
TOLD = 8
# What is left out, as one and as several.
_Words = tuple[str, str]


class Who(NamedTuple):
    """Somebody as a forge knows them: all their names and addresses, casefolded, and the one to show."""

    names: frozenset[str]
    shown: str
    is_bot: bool = False


class Place(NamedTuple):
    """A repository: its whole name, which is in keys, its own, and where it is on the web."""

    full: str
    name: str
    web: str = ""


class Deed(NamedTuple):
    """One thing that somebody did, as one record tells it.

    `whose` are those who did it: nobody where the record does not say. `left` says how it is counted
    where it is no work that was done: `open {}` of `noun`. An `inner` one stands in another's record,
    and is counted with that.
    """

    line: int
    key: str
    noun: str
    whose: tuple[Who, ...] = ()
    found: Found | None = None
    left: str = ""
    why: str = ""
    inner: bool = False
    commit: Commit | None = None
    place: Place = Place("", "")


def reading(
    format: str, deeds: Iterable[Deed], misread: Iterable[Misread], *, name: str, options: ReadOptions
) -> Reading:
    """Return what of all these deeds is mine, and how many are whose or not yet done."""
    kept, left = _once(deeds)
    me = _me(kept, name, options.me)
    nobody = not any(deed.whose for deed in kept)
    mine = [deed for deed in kept if not deed.left and (nobody or _is_of(deed, me))]
    taken = {deed.line for deed in mine}
    bad = [*misread]
    for deed in kept:
        if deed.line in taken or deed.inner:
            continue
        if not deed.whose and not deed.left:
            bad.append(Misread(deed.line, _text(deed), "nothing says who did it", deed.found))
        else:
            left[_counted(deed, me, nobody)] += 1
    bad += [Misread(deed.line, _text(deed), deed.why, deed.found) for deed in mine if deed.why]
    found = [deed.found for deed in mine if deed.found and not deed.why]
    of_days, folded = _commits(format, [deed for deed in mine if deed.commit and not deed.why], me)
    found.sort(key=lambda one: (one.day or options.today, one.line))
    bad.sort(key=lambda piece: piece.line)
    words = [(words[count > 1], count) for words, count in left.items()]
    others = [who for deed in kept for who in deed.whose if not who.is_bot and who.names & me]
    whose = others[0].shown if others and me > options.me | {MYSELF} else ""
    return Reading(
        format=format, found=(*found, *of_days), misread=tuple(bad), left=(*words, *folded), whose=whose
    )


def _once(deeds: Iterable[Deed]) -> tuple[list[Deed], Counter[_Words]]:
    """Return each deed once, though pages may overlap; of two the one that was done is kept."""
    kept: dict[str, Deed] = {}
    left: Counter[_Words] = Counter()
    for deed in deeds:
        before = kept.get(deed.key)
        if before and not deed.inner:
            left[_DOUBLES] += 1
        if before is None or (before.left and not deed.left):
            kept[deed.key] = deed
    return list(kept.values()), left


def _me(deeds: Sequence[Deed], name: str, me: frozenset[str]) -> frozenset[str]:
    """Return my names there; where nothing tells them, a file of one author's work is mine."""
    everybody = Counter(
        who.shown for deed in deeds if not deed.inner for who in deed.whose
        if not who.is_bot and MYSELF not in who.names
    )  # fmt: skip
    me |= {MYSELF}
    known = any("@" not in one for one in me - {MYSELF})
    if known or not everybody or any(_is_of(deed, me) for deed in deeds):
        return me
    if len(everybody) == 1:
        alone = (who for deed in deeds if not deed.inner for who in deed.whose if not who.is_bot)
        return me.union(*(who.names for who in alone))
    listed = ", ".join(f"{shown} ({count})" for shown, count in everybody.most_common(TOLD))
    more = f" and {len(everybody) - TOLD} more" if len(everybody) > TOLD else ""
    login = everybody.most_common(1)[0][0]
    raise WrongUsage(
        f"{name}: nothing says who you are there; it holds work of {listed}{more}",
        f"--author {login}, or for good: growth config set me.logins {login}",
    )


def _is_of(deed: Deed, me: frozenset[str]) -> bool:
    return any(not who.names.isdisjoint(me) for who in deed.whose)


def _counted(deed: Deed, me: frozenset[str], nobody: bool) -> _Words:
    form = deed.left
    if not nobody and deed.whose and not _is_of(deed, me):
        form = _BOTS if all(who.is_bot for who in deed.whose) else _OTHERS
    return form.format(deed.noun), form.format(f"{deed.noun}s")


def _text(deed: Deed) -> str:
    return deed.found.title if deed.found else deed.commit.subject if deed.commit else deed.key


def _commits(
    format: str, deeds: Sequence[Deed], me: frozenset[str]
) -> tuple[list[Found], list[tuple[str, int]]]:
    """Return my commits as entries of their days, as those of a repository are."""
    places: dict[Place, list[Commit]] = {}
    for deed in deeds:
        if deed.commit:
            places.setdefault(deed.place, []).append(deed.commit)
    found: list[Found] = []
    left: Counter[str] = Counter()
    for place, commits in places.items():
        commits.sort(key=lambda one: -one.seconds)
        key = f"{format}:{place.full}/commits"
        told, folded = git_days.days(commits, project=place.name, key=key, web=place.web, me=me)
        found += told
        left.update(dict(folded))
    return found, [*left.items()]
