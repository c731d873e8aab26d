"""The period of a document in words: its name, or its first and last day."""

import datetime

from growth.records.dates import Day
from growth.text.markdown import literal


def is_named(label: str) -> bool:
    """Tell whether a period was asked for by a name, such as `2026-Q3` or `last month`."""
    return bool(label) and not label.startswith(("since ", "until ")) and " to " not in label


def words(label: str, start: Day | None, end: Day | None) -> str:
    """Return a period in words; nothing where it has neither a beginning nor an end."""
    if is_named(label):
        return literal(label)
    first = _said(start) if start else ""
    last = _said(end - datetime.timedelta(days=1)) if end else ""
    if first and last:
        return f"from {first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def within(label: str, start: Day | None, end: Day | None) -> str:
    """Return a period as a part of a sentence: `in 2026-H2`, `since 24 May 2026`."""
    return f"in {literal(label)}" if is_named(label) else words(label, start, end)


def _said(day: Day) -> str:
    return f"{day.day} {day:%b %Y}"
