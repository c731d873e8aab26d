"""Thumbs on a model on a terminal: the trend with its intervals, what a version changed, the comments."""

from collections.abc import Iterator, Sequence

from growth.records.dates import Day
from growth.records.practice import Practice, Vote, Votes
from growth.rules.day_words import day_words
from growth.rules.proportions import Interval
from growth.rules.thumbs_on_models import Tally, Thumbs, Turn, points, tally, words
from growth.terminal.cells import pad, width
from growth.terminal.entries import READERS
from growth.terminal.layout import Line

MONTHS = 12
TURNS = 3
_BAR = 20
_KEY = "the share of thumbs up of all, and between what it may well be (95 %)"


def page(found: Thumbs, today: Day, shown: int) -> Iterator[Line]:
    """Yield how its users judge it: in all, by month, before and after each version, and their words."""
    yield (found.name, "bold"), f"  thumbs up: {words(found.total)}"
    yield ((_KEY, "dim"),)
    yield ()
    if len(found.trend) > MONTHS:
        yield ((f"  {len(found.trend) - MONTHS} earlier ones are left out here", "dim"),)
    newest = found.trend[-MONTHS:]
    wide = max((width(one.period) for one in newest), default=0)
    for one in newest:
        yield f"  {pad(one.period, wide)}  ", _bar(one), f"  {words(one)}"
    for turn in found.turns[:TURNS]:
        yield ()
        yield from _turn(turn, today)
    yield from _comments(found.comments, today, shown)


def _bar(one: Tally) -> str:
    full = round(one.share.value * _BAR)
    return "█" * full + "·" * (_BAR - full)


def _turn(turn: Turn, today: Day) -> Iterator[Line]:
    called = f" ({turn.version})" if turn.version else ""
    yield f"since the version of {day_words(turn.day, today)}{called}: ", (turn.words, "bold")
    yield (f"  before  {words(turn.before)}",)
    yield (f"  after   {words(turn.after)}",)
    yield (f"  that is {points(turn.rose)}",)


def _comments(comments: Sequence[Vote], today: Day, shown: int) -> Iterator[Line]:
    if not comments:
        return
    down = sum(not vote.up for vote in comments)
    yield ()
    yield ((f"Comments ({len(comments)}, {down} with a thumb down)", "bold"),)
    wide = len(str(min(shown, len(comments))))
    days = max(width(day_words(vote.day, today)) for vote in comments[:shown] if vote.day)
    for number, vote in enumerate(comments[:shown], 1):
        day = pad(day_words(vote.day, today), days) if vote.day else pad("", days)
        yield f"  {number:>{wide}}  {'up  ' if vote.up else 'down'}  ", (day, "dim"), f"  {vote.comment}"
    if len(comments) > shown:
        yield ((f"  … and {len(comments) - shown} more: -n {len(comments)}", "dim"),)


def stored(one: Practice, new: Sequence[Votes]) -> Iterator[Line]:
    """Yield what was stored, and who may see it."""
    yield (one.id, "id"), "  ", (one.kind, "kind"), "  ", (one.name, "bold")
    whole = tally("", new)
    first, last = new[0].period, new[-1].period
    when = first if first == last else f"{first} to {last}"
    yield (f"      {when}: {whole.up:,} up, {whole.down:,} down; thumbs up: {words(whole)}",)
    yield ((f"      {READERS[one.share]}", "dim"),)


def plain(found: Thumbs) -> Iterator[str]:
    """Yield each number and comment on one line for a pipe."""
    for one in (*found.trend, found.total):
        yield f"votes    {one.period}  {one.up}  {one.down}  {_numbers(one.share)}"
    for turn in found.turns:
        yield f"version  {turn.day}  {turn.version or '-'}  {_numbers(turn.rose, '+')}"
    for number, vote in enumerate(found.comments, 1):
        words = " ".join(vote.comment.split())
        yield f"comment  {number}  {vote.day}  {'up' if vote.up else 'down'}  {words}"


def _numbers(one: Interval, sign: str = "") -> str:
    return "  ".join(f"{part:{sign}.4f}" for part in (one.value, one.low, one.high))
