"""Time to learn: what is planned for a month against what was used, by month and by type."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.charts import Bars, Series
from growth.rules.entry_words import spent_words
from growth.rules.learned import is_learning
from growth.rules.promises import Promise, promises
from growth.rules.select import falls_in

# How many months are looked at without a period, this one among them.
MONTHS = 6
UNTYPED = "no type"
_ONE = datetime.timedelta(days=1)
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth")


class Month(msgspec.Struct, frozen=True):
    """The time used in one month, in minutes."""

    start: Day
    used: int
    entries: int


class Way(msgspec.Struct, frozen=True):
    """The time used in one way of learning, in minutes; `type` is empty where none is said."""

    type: str
    used: int
    entries: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How it stands in the month of a day: minutes `used` of the `budget`, where there is one.

    `below` counts the months in a row that stayed below it, this one too where it does so far.
    """

    month: Day
    used: int = 0
    budget: int | None = None
    below: int = 0

    @property
    def words(self) -> str:
        """What to say of it: `1h of 4h so far, third month below`."""
        if self.budget is None:
            return f"{hours(self.used)} this month"
        said = f"{hours(self.used)} of {hours(self.budget)}"
        if self.below < 2:
            return f"{said} this month"
        nth = _ORDINALS[self.below] if self.below < len(_ORDINALS) else f"{self.below}th"
        return f"{said} so far, {nth} month below"

    @property
    def missing(self) -> int:
        """How many minutes of the month are left."""
        return max(0, (self.budget or 0) - self.used)


class LearningTime(msgspec.Struct, frozen=True, kw_only=True):
    """What was learned in a period, and what is planned.

    `untimed` entries say no time. `taught` of them were taught back, to people as often as `people`
    says. `last` is the newest entry there is, in the period or before.
    """

    today: Day
    label: str
    standing: Standing
    months: tuple[Month, ...] = ()
    ways: tuple[Way, ...] = ()
    entries: int = 0
    untimed: int = 0
    taught: int = 0
    people: dict[str, int] = {}
    led: int = 0
    last: Entry | None = None
    plans: tuple[Promise, ...] = ()


def hours(minutes: int) -> str:
    """Return a time as it is typed, none of it in hours, too."""
    return spent_words(minutes) if minutes else "0h"


def month_of(day: Day) -> Day:
    """Return the first day of a month."""
    return day.replace(day=1)


def months_back(day: Day, number: int) -> Day:
    """Return the first day of the month so many months before."""
    months = day.year * 12 + day.month - 1 - number
    return Day(months // 12, months % 12 + 1, 1) if months >= 12 else Day.min


def is_counted(entry: Entry) -> bool:
    """Tell whether an entry of mine has a month."""
    return not entry.about and entry.precision in ("day", "month")


def standing(entries: Iterable[Entry], today: Day, budget: int | None) -> Standing:
    """Return how it stands this month; `entries` are those of the last months, whatever their kind.

    The month in which the first of them lies is not counted as below: it may have begun at its end.
    """
    every = [one for one in entries if is_counted(one)]
    used = Counter[Day]()
    for one in every:
        if is_learning(one):
            used[month_of(one.day)] += one.spent or 0
    now = month_of(today)
    if budget is None:
        return Standing(month=now, used=used[now])
    first = month_of(min((one.day for one in every), default=today))
    below, before = 0, months_back(now, 1)
    while before > first and used[before] < budget:
        below, before = below + 1, months_back(before, 1)
    # A month that is not over yet is below only where those before it were.
    below = below + 1 if below and used[now] < budget else 0
    return Standing(month=now, used=used[now], budget=budget, below=below)


def learning_time(
    entries: Sequence[Entry], actions: Iterable[Action], period: Period, today: Day, budget: int | None
) -> LearningTime:
    """Return what was learned in a period.

    `entries` are those learned in it and in the last months, the newest there is, one before the period,
    and the first of any kind in the last months; more of them make no difference.
    """
    every = [one for one in entries if is_learning(one)]
    told = [one for one in every if falls_in(one, period)]
    recent = [one for one in entries if one.day >= months_back(today, MONTHS)]
    people = Counter(name for one in told if one.learning for name in one.learning.taught_back)
    plans = promises((one for one in actions if one.type and one.owner == "me"), today).mine
    return LearningTime(
        today=today,
        label=period.label,
        standing=standing(recent, today, budget),
        months=_months(every, told, period, today),
        ways=_ways(told),
        entries=len(told),
        untimed=sum(not one.spent for one in told),
        taught=sum(bool(one.learning and one.learning.taught_back) for one in told),
        people=dict(people.most_common()),
        led=sum(bool(one.learning and one.learning.led) for one in entries if falls_in(one, period)),
        last=max(every, key=lambda one: (one.day, one.created, one.id), default=None),
        plans=plans,
    )


def _months(every: Sequence[Entry], told: Sequence[Entry], period: Period, today: Day) -> tuple[Month, ...]:
    """Return the months of a period, from the one on in which anything was learned."""
    last = min(period.end - _ONE, today) if period.end else today
    first = max(period.start or Day.min, min((one.day for one in every), default=last))
    found, start = [], month_of(last)
    while start >= month_of(first):
        those = [one for one in told if month_of(one.day) == start]
        found.append(Month(start, sum(one.spent or 0 for one in those), len(those)))
        if start == Day.min:
            break
        start = months_back(start, 1)
    return tuple(reversed(found))


def _ways(told: Sequence[Entry]) -> tuple[Way, ...]:
    found: dict[str, list[Entry]] = {}
    for one in told:
        found.setdefault(one.learning.type if one.learning else "", []).append(one)
    ways = [Way(name, sum(one.spent or 0 for one in those), len(those)) for name, those in found.items()]
    return tuple(sorted(ways, key=lambda way: (-way.used, -way.entries, way.type)))


def by_month(found: LearningTime) -> Bars:
    """Return the hours planned and used, month by month."""
    used = Series("used", tuple(one.used / 60 for one in found.months))
    rows = tuple(f"{one.start:%b %Y}" for one in found.months)
    if found.standing.budget is None:
        return Bars("Hours used", rows, (used,))
    planned = Series("planned", (found.standing.budget / 60,) * len(rows))
    return Bars("Hours planned and used", rows, (planned, used))


def by_type(found: LearningTime) -> Bars:
    """Return the hours used, by the way of learning."""
    used = Series("used", tuple(one.used / 60 for one in found.ways))
    return Bars("Hours by type", tuple(one.type or UNTYPED for one in found.ways), (used,))
