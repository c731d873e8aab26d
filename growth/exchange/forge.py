"""What a forge or a tracker tells of many people's work, and which of it is mine."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from growth.errors import WrongUsage
from growth.exchange import git_days
from growth.exchange.git_commits import Commit
from growth.exchange.left_out import TWICE, many
from growth.records.imported import Found, Misread, Reading, ReadOptions
from growth.records.packed import Packing, by_line, spent
from growth.records.seen import Seen

# A search for @me finds what is mine, whatever I am called there.
MYSELF = "@me"
_OTHERS, _BOTS = "{} by others", "{} by bots"
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


class Deed(msgspec.Struct, frozen=True, omit_defaults=True):
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


def reading(format: str, pieces: Iterable[Deed | Misread], *, name: str, options: ReadOptions) -> Reading:
    """Return what of all these deeds is mine, and how many are whose or not yet done.

    Those that are of one record come one after another.
    """
    bad, done = Packing[Misread](), _Done()
    for piece in pieces:
        if isinstance(piece, Misread):
            bad.add(piece)
        else:
            done.add(piece)
    me, nobody = _me(done.kept(), name, options.me)
    found, left = Packing[Found](), done.doubles
    commits: dict[Place, list[Commit]] = {}
    whose = ""
    for _, those in itertools.groupby(done.kept(last=True), lambda deed: deed.line):
        of_one = [*those]
        mine = [deed for deed in of_one if not deed.left and (nobody or _is_of(deed, me))]
        for deed in mine:
            if deed.why:
                bad.add(Misread(deed.line, _text(deed), deed.why, deed.found))
            elif deed.found:
                found.add(deed.found)
            elif deed.commit:
                commits.setdefault(deed.place, []).append(deed.commit)
        for deed in of_one:
            if not mine and not deed.inner:
                if not deed.whose and not deed.left:
                    bad.add(Misread(deed.line, _text(deed), "nothing says who did it", deed.found))
                else:
                    left[_counted(deed, me, nobody)] += 1
            if not whose and me > options.me | {MYSELF}:
                whose = next((who.shown for who in deed.whose if not who.is_bot and who.names & me), "")
    of_days, folded = _commits(format, commits, me)
    for entry in of_days:
        found.add(entry)
    words = [(words[count > 1], count) for words, count in left.items()]
    return Reading(
        format=format, found=by_line(found.done()), misread=by_line(bad.done()), left=(*words, *folded),
        whose=whose,
    )  # fmt: skip


class _Done:
    """Deeds, each once though pages may overlap: of two the one that was done is kept, else the first."""

    def __init__(self) -> None:
        self.doubles: Counter[_Words] = Counter()
        self._all = Packing[Deed]()
        self._seen, self._done = Seen(), Seen()

    def add(self, deed: Deed) -> None:
        """Take in one more."""
        self._all.add(deed)
        if not self._seen.add(deed.key) and not deed.inner:
            self.doubles[TWICE] += 1
        if not deed.left:
            self._done.add(deed.key)

    def kept(self, *, last: bool = False) -> Iterator[Deed]:
        """Yield each once; the last time they are free as they were read."""
        seen, deeds = Seen(), self._all.done()
        for deed in spent(deeds) if last else deeds:
            if (not deed.left or deed.key not in self._done) and seen.add(deed.key):
                yield deed


def _me(deeds: Iterable[Deed], name: str, me: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Return my names there, and whether nothing says who did anything.

    Where nothing tells my names, a file of one author's work is mine.
    """
    me |= {MYSELF}
    everybody: Counter[str] = Counter()
    names: set[str] = set()
    mine, nobody = any("@" not in one for one in me - {MYSELF}), True
    for deed in deeds:
        mine, nobody = mine or _is_of(deed, me), nobody and not deed.whose
        for who in deed.whose if not deed.inner else ():
            if not who.is_bot and MYSELF not in who.names:
                everybody[who.shown] += 1
                names |= who.names
    if mine or not everybody:
        return me, nobody
    if len(everybody) == 1:
        return me | names, nobody
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
    words = form.format(deed.noun)
    return words, many(words)


def _text(deed: Deed) -> str:
    return deed.found.title if deed.found else deed.commit.subject if deed.commit else deed.key


def _commits(
    format: str, places: dict[Place, list[Commit]], me: frozenset[str]
) -> tuple[list[Found], list[tuple[str, int]]]:
    """Return my commits as entries of their days, as those of a repository are."""
    found: list[Found] = []
    left: Counter[str] = Counter()
    for place, commits in places.items():
        commits.sort(key=lambda one: -one.seconds)
        key = f"{format}:{place.full}/commits"
        folded = Counter[tuple[str, str]]()
        found += git_days.days(commits, folded, project=place.name, key=key, web=place.web, me=me)
        left.update({words[count > 1]: count for words, count in folded.items() if count})
    return found, [*left.items()]
