"""What the users of a model say of it: the trend by month, what changed with a version, the comments."""

import itertools
from collections.abc import Iterable, Sequence

import msgspec

from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.practice import Practice, State, Vote, Votes
from growth.rules.day_words import a
from growth.rules.proportions import Interval, difference, wilson

_DAY = Day(2000, 1, 2) - Day(2000, 1, 1)
# On which kinds users can have an opinion.
KINDS = ("model", "prompt")


class Tally(msgspec.Struct, frozen=True):
    """The votes of a stretch of time: the share that is up, and between what it may well be."""

    period: str
    up: int
    down: int
    share: Interval

    @property
    def total(self) -> int:
        """How many voted."""
        return self.up + self.down


class Turn(msgspec.Struct, frozen=True):
    """A version of a model: the votes from the version before to this one, and from then on to the next."""

    day: Day
    version: str
    before: Tally
    after: Tally
    rose: Interval

    @property
    def words(self) -> str:
        """What the interval lets one say."""
        if self.rose.low > 0:
            return "better"
        return "worse" if self.rose.high < 0 else "no clear difference"


class Thumbs(msgspec.Struct, frozen=True):
    """All that is known of the votes on one model; the worst comments come first."""

    id: str
    name: str
    total: Tally
    trend: tuple[Tally, ...]
    turns: tuple[Turn, ...]
    comments: tuple[Vote, ...]


def tally(period: str, votes: Iterable[Votes]) -> Tally:
    """Return the votes of several stretches as those of one."""
    those = list(votes)
    up, down = sum(one.up for one in those), sum(one.down for one in those)
    return Tally(period, up, down, wilson(up, up + down))


def thumbs(one: Practice) -> Thumbs:
    """Return what the votes on a model say."""
    comments = [vote for votes in one.votes for vote in said(votes)]
    # Who was not content first, and of these the newest.
    comments.sort(key=lambda vote: (vote.up, -(vote.day or one.day).toordinal()))
    return Thumbs(one.id, one.name, tally("all", one.votes), trend(one.votes), turns(one), tuple(comments))


def said(votes: Votes) -> list[Vote]:
    """Return the comments of a stretch, each with a day: its last one where none is told."""
    last = votes.end - _DAY
    return [vote if vote.day else msgspec.structs.replace(vote, day=last) for vote in votes.said]


def trend(votes: Sequence[Votes]) -> tuple[Tally, ...]:
    """Return the votes of each month, the oldest first; what reaches beyond a month stands for itself."""
    months: dict[tuple[Day, str], list[Votes]] = {}
    for one in sorted(votes, key=lambda one: (one.start, one.end)):
        last = one.end - _DAY
        inside = (one.start.year, one.start.month) == (last.year, last.month)
        label = f"{one.start:%Y-%m}" if inside else one.period
        months.setdefault((one.start.replace(day=1) if inside else one.start, label), []).append(one)
    return tuple(tally(label, those) for (_, label), those in months.items())


def turns(one: Practice) -> tuple[Turn, ...]:
    """Return each version with votes on both sides, the newest first; what spans it is on neither."""
    days = sorted({state.day for state in one.states})
    found = []
    for place, day in enumerate(days):
        before = days[place - 1] if place else Day.min
        after = days[place + 1] if place + 1 < len(days) else Day.max
        earlier = _between(one, before, day)
        later = _between(one, day, after)
        if earlier.total and later.total:
            rose = difference(earlier.share, later.share)
            found.append(Turn(day, _version(one, day), earlier, later, rose))
    return tuple(reversed(found))


def _between(one: Practice, first: Day, end: Day) -> Tally:
    return tally("", (votes for votes in one.votes if first <= votes.start and votes.end <= end))


def _version(one: Practice, day: Day) -> str:
    those: list[State] = [state for state in one.states if state.day == day]
    return those[-1].version or those[-1].note


def check_kind(one: Practice) -> None:
    """Refuse votes on what no user meets."""
    if one.kind not in KINDS:
        raise WrongUsage(f"{one.name} is {a(one.kind)}: users judge a model or a prompt", "name one of those")


def added(one: Practice, new: Sequence[Votes]) -> Practice:
    """Return a model with votes; those of the very days that are there take their place.

    Votes that overlap others would be counted twice, and are refused.
    """
    kept = {(votes.start, votes.end): votes for votes in one.votes}
    kept |= {(votes.start, votes.end): votes for votes in new}
    those = sorted(kept.values(), key=lambda votes: (votes.start, votes.end))
    for earlier, later in itertools.pairwise(those):
        if later.start < earlier.end:
            raise Refused(
                f"the votes of {later.period} are among those of {earlier.period}, and would count twice",
                "give them for the same period as before; growth undo takes the last ones back",
            )
    return msgspec.structs.replace(one, votes=tuple(those))


def points(rose: Interval) -> str:
    """Return a difference in points of a hundred, with its interval: +4.1 points (+0.3 to +7.9)."""
    return f"{rose.value * 100:+.1f} points ({rose.low * 100:+.1f} to {rose.high * 100:+.1f})"


def words(one: Tally) -> str:
    """Return a tally in words: 92 % (89 to 94), 449 votes."""
    if not one.total:
        return "no votes"
    value, low, high = (round(part * 100) for part in (one.share.value, one.share.low, one.share.high))
    return f"{value} % ({low} to {high}), {_votes(one.total)}"


def _votes(count: int) -> str:
    return f"{count:,} vote{'' if count == 1 else 's'}"


def quoted(one: Practice, vote: Vote) -> str:
    """Return a comment as what a promise says besides: whose model, when, and in which words."""
    return f"{one.name}, {vote.day}, thumb {'up' if vote.up else 'down'}: “{vote.comment}”"
