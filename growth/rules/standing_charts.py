"""Where somebody stands as two pictures: the themes beside what is expected, and the evidence by month."""

import datetime
from collections import Counter
from collections.abc import Iterable

from growth.records.assessment import JUDGEMENTS
from growth.records.dates import Day
from growth.rules.assessing import ORDER
from growth.rules.charts import Bars, Chart, Heat, Series
from growth.rules.standing import Judged, Standing, Theme, step
from growth.text import excerpt

# What a level asks for is to do it, without help.
EXPECTED = step("doing")
# How much of a criterion names it, where its theme has several: with its ellipsis as much as is drawn.
_LONGEST = 32
# No more months are shown than these, the last ones.
MONTHS = 12


def charts(found: Standing) -> dict[str, Chart]:
    """Return the charts of a standing by the names that a template calls them by; none that is empty."""
    heat, one = evidence(found), themes(found)
    made: dict[str, Chart] = {"themes": one} if len(one.series) > 1 else {}
    return made | ({"evidence": heat} if heat.most else {})


def themes(found: Standing) -> Bars:
    """Return the themes as expected, as judged, as they were last time, and as my manager sees them."""
    series = [
        Series(f"expected at {found.level}", (float(EXPECTED),) * len(found.themes)),
        Series("my view", tuple(_mean(row.judgement for row in theme.rows) for theme in found.themes)),
        Series("last time", tuple(_mean(row.last for row in theme.rows) for theme in found.themes)),
        Series("my manager", tuple(_mean(row.manager for row in theme.rows) for theme in found.themes)),
    ]
    return Bars(
        title=f"{found.ladder_name}, {found.level}: where each theme stands",
        rows=tuple(theme.name for theme in found.themes),
        series=tuple(one for one in series if any(value is not None for value in one.values)),
        steps=tuple(JUDGEMENTS[name] for name in ORDER),
    )


def _mean(judgements: Iterable[str]) -> float | None:
    judged = [step(one) for one in judgements if one]
    return round(sum(judged) / len(judged), 1) if judged else None


def evidence(found: Standing) -> Heat:
    """Return how much shows each criterion, month by month."""
    months = _months(found.start, found.last_day)
    several = len({month.year for month in months}) > 1
    return Heat(
        title="Evidence by criterion and month",
        rows=tuple(_name(theme, row) for theme in found.themes for row in theme.rows),
        columns=tuple(f"{month:%b %Y}" if several else f"{month:%b}" for month in months),
        values=tuple(_counts(row, months) for row in found.rows),
        unit="records",
    )


def _counts(row: Judged, months: tuple[Day, ...]) -> tuple[int, ...]:
    days = (*(one.day for one in row.proof.pieces), *(one.day for one in row.proof.quotes))
    count = Counter(day.replace(day=1) for day in days)
    return tuple(count[month] for month in months)


def _months(start: Day, last: Day) -> tuple[Day, ...]:
    month, found = last.replace(day=1), list[Day]()
    while month >= start.replace(day=1) and len(found) < MONTHS:
        found.append(month)
        month = (month - datetime.timedelta(days=1)).replace(day=1)
    return tuple(reversed(found))


def _name(theme: Theme, row: Judged) -> str:
    return theme.name if len(theme.rows) == 1 else excerpt.beginning(row.summary, _LONGEST)
