"""The radar on a terminal: what is new to me, where I lag, where I am level, what else was learned."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from growth.records.dates import Day
from growth.records.ids import short
from growth.rules.day_words import ago, counted, day_words
from growth.rules.persons import first_name
from growth.rules.radar import Learned, Radar, Topic, Whom
from growth.terminal.cells import fit, pad
from growth.terminal.screen import Part

Line = tuple[Part, ...]
Namer = Callable[[str], str]
T = TypeVar("T")
# The widest topic that is shown whole, and the columns of days: `26 weeks ago`.
NAME, DAYS = 22, 14
# So many days are said in days, more in weeks.
_WEEKS = 28


def page(found: Radar, name: Namer, columns: int, limit: int) -> Iterator[Line]:
    """Yield the whole radar, at most `limit` rows in a section."""
    if found.new:
        yield _head("NEW TO YOU", ("team last", "team since"), "learn it from")
        yield from _rows(found.new, limit, lambda one: _new(one, found, name, columns))
    if found.behind:
        yield from _space(found.new)
        yield _head("YOU LAG", ("team last", "you last"), "lag")
        yield from _rows(found.behind, limit, lambda one: _behind(one, found.today, name, columns))
    if found.level:
        yield from _space(found.new or found.behind)
        yield ("YOU KEEP UP", "title"), "  ", ", ".join(one.name for one in found.level)
    if found.learned:
        yield from _space(found.topics)
        yield ("LEARNED", "title"), ("  under no tag and no skill", "dim")
        yield from _rows(found.learned, limit, lambda one: _learned(one, found.today, name, columns))
    if found.start and (found.topics or found.learned):
        since = f"shared since {day_words(found.start, found.today)}"
        first = next((one.name for one in (*found.new, *found.behind)), "")
        named = f"'{first}'" if " " in first else first
        yield ("",)
        yield ((f"{since}{f' · to ask: growth radar --ask {named}' if first else ''}", "dim"),)


def _space(before: Sequence[object]) -> Iterator[Line]:
    if before:
        yield ("",)


def _head(title: str, days: Iterable[str], last: str) -> Line:
    return (pad(title, NAME + 2), "title"), ("".join(pad(word, DAYS) for word in days) + last, "dim")


def _rows(those: Sequence[T], limit: int, row: Callable[[T], Line]) -> Iterator[Line]:
    for one in those[:limit]:
        yield row(one)
    if len(those) > limit:
        yield ((f"  and {len(those) - limit} more: -n {len(those)}", "dim"),)


def _new(one: Topic, found: Radar, name: Namer, columns: int) -> Line:
    since = day_words(one.team_first, found.today) if one.moved else f"{one.team_first:%b %Y}"
    days = pad(ago(one.team_last, found.today), DAYS) + pad(since, DAYS)
    who = [
        f"{_who(each, name)}{f' ({each.learning} learning)' if each.learning else ''}" for each in one.people
    ]
    return _topic(one), (days, "dim"), fit(", ".join(who), max(16, columns - NAME - 2 - 2 * DAYS))


def _behind(one: Topic, today: Day, name: Namer, columns: int) -> Line:
    lag = one.lag or 0
    said = counted(lag, "day") if lag < _WEEKS else f"{lag // 7} weeks"
    days = pad(ago(one.team_last, today), DAYS) + pad(ago(one.me_last, today) if one.me_last else "", DAYS)
    who = ", ".join(_who(each, name) for each in one.people)
    return (
        _topic(one),
        (days, "dim"),
        pad(said, 10),
        (fit(who, max(12, columns - NAME - 12 - 2 * DAYS)), "dim"),
    )


def _topic(one: Topic) -> str:
    return f"  {pad(fit(one.name, NAME - 1), NAME)}"


def _who(one: Whom, name: Namer) -> str:
    """Return somebody and how many of their entries are on a topic: `Noa 8`."""
    return f"{first_name(name(one.person))} {one.entries}"


def _learned(one: Learned, today: Day, name: Namer, columns: int) -> Line:
    who, day, ref = first_name(name(one.person)), ago(one.day, today), short(one.ref)
    said = f"{who}, {day}"
    title = fit(one.title, max(16, columns - len(said) - len(ref) - 6))
    return f"  {title}  ", (f"{said}  ", "dim"), (ref, "id")
