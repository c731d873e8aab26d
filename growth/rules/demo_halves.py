"""The assessments of the demo: each of a half year of the calendar, whatever day the demo is run on."""

import datetime
from typing import Any

from growth.records.dates import Day, Period

# In the first weeks of a half year the one before is what is judged.
_BACK = datetime.timedelta(days=60)

Row = dict[str, Any]


def half_year(today: Day, before: int) -> Period:
    """Return the half year that is judged these days, or one that lies `before` it."""
    judged = today - _BACK
    number = 2 * judged.year + (judged.month > 6) - before
    starts = [datetime.date(one // 2, 7 if one % 2 else 1, 1) for one in (number, number + 1)]
    return Period(starts[0], starts[1], f"{number // 2}-H{number % 2 + 1}")


def placed(row: Row, today: Day) -> Row:
    """Return a row with its half year named; the days of a finished one are counted from the end of that."""
    if "half" not in row:
        return row
    period = half_year(today, row["half"])
    assert period.start and period.end
    bounds = {"start": (period.start - today).days, "end": (period.end - today).days}
    shift = bounds["end"] if "finished" in row else 0
    moved = {name: _shifted(value, shift, name) for name, value in row.items() if name != "half"}
    return moved | bounds | {"period": period.label}


def _shifted(value: Any, days: int, field: str) -> Any:
    if field in ("day", "finished"):
        return value + days
    if isinstance(value, list):
        return [{name: _shifted(inner, days, name) for name, inner in one.items()} for one in value]
    return value
