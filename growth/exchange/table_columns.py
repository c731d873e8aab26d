"""Which column of a table is which field: what the user said, else what the names and values say."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange.table_days import dated
from growth.exchange.table_names import NAMES, SURE_DAYS, WITH_A_DAY, called, plain, unit
from growth.exchange.table_values import minutes
from growth.records.entry import SHARES

# Fields that several columns may give.
MANY = ("body", "tags", "people", "skills", "links")
LEFT_OUT = "-"
UNITS = {"hours": 60.0, "minutes": 1.0, "seconds": 1 / 60}
FIELDS = (*NAMES, *UNITS, LEFT_OUT)
_LISTED = 20
Samples = Mapping[str, Sequence[str]]


class Columns(NamedTuple):
    """The columns of each field, the minutes that a bare number of time spent is, and what was not used."""

    fields: dict[str, tuple[str, ...]]
    unit: float
    unused: tuple[str, ...]

    def of(self, field: str) -> tuple[str, ...]:
        """Return the columns of a field."""
        return self.fields.get(field, ())

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each column with its field; one that is not used has none."""
        used = ((column, field) for field, columns in self.fields.items() for column in columns)
        return (*used, *((column, "") for column in self.unused))


def listed(columns: Sequence[str]) -> str:
    """Return the names of columns, not too many."""
    more = len(columns) - _LISTED
    shown = ", ".join(" ".join(column.split())[:60] for column in columns[:_LISTED])
    return f"{shown} and {more} more" if more > 0 else shown


def _said(wanted: Mapping[str, str], columns: Sequence[str], name: str) -> dict[str, str]:
    """Return the fields that a user gave to columns, by the columns' own names."""
    folded = {plain(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for written, field in wanted.items():
        column = written if written in columns else folded.get(plain(written), "")
        if not column:
            raise WrongUsage(f"{name} has no column {written!r}", f"its columns are {listed(columns)}")
        if field not in FIELDS:
            raise WrongUsage(
                f"--map {written}={field}: {field!r} is no field", f"fields are {', '.join(FIELDS)}"
            )
        taken = next((one for one, other in found.items() if other == field), "")
        if taken and field not in MANY and field != LEFT_OUT:
            raise WrongUsage(f"both {taken!r} and {column!r} are to be the {field}", "map one of them")
        found[column] = field
    return found


def _mostly(values: Sequence[str], fits: int) -> bool:
    return bool(values) and fits * 2 >= len(values)


def _fits(field: str, name: str, column: str, values: Sequence[str], has_day: bool) -> bool:
    """Tell whether what stands in a column can be that field, so far as it was looked at."""
    if field == "day":
        return name in SURE_DAYS or _mostly(values, sum(map(dated, values)))
    if field == "due":
        return _mostly(values, sum(map(dated, values)))
    if field == "id":
        return bool(values) and len(set(values)) == len(values)
    if field == "spent":
        return _mostly(values, sum(minutes(one, unit(column)) is not None for one in values))
    if field == "share":
        return _mostly(values, sum(one.casefold() in SHARES for one in values))
    if field == "links":
        return any("://" in one for one in values)
    if field == "title":
        letters = sum(any(char.isalpha() for char in one) for one in values)
        return _mostly(values, letters) and (name not in WITH_A_DAY or has_day)
    return True


def _guesses(columns: Sequence[str], samples: Samples, taken: dict[str, str]) -> Iterator[tuple[str, str]]:
    free = [column for column in columns if column not in taken]
    has_day = "day" in taken.values()
    names = {column: called(column) for column in free}
    for field, words in NAMES.items():
        if field in taken.values() or (field == "spent" and set(taken.values()) & set(UNITS)):
            continue
        for name in words:
            if field == "day" and name.startswith("creat") and any(plain(one) == "due date" for one in free):
                break
            column = next((one for one in free if names[one] == name), None)
            if column is not None and _fits(field, name, column, samples.get(column, ()), has_day):
                yield column, field
                has_day = has_day or field == "day"
                free.remove(column)
                break


def _wordy(values: Sequence[str]) -> float:
    """Return how much text the values are, for an example of what may be a title."""
    letters = sum(char.isalpha() or char == " " for one in values for char in one[:200])
    return letters / max(1, len(values))


def choose(columns: Sequence[str], samples: Samples, wanted: Mapping[str, str], *, name: str) -> Columns:
    """Return which column is which field; a table without a title is refused, and its columns named."""
    chosen = _said(wanted, columns, name)
    worth = next((UNITS[field] for field in chosen.values() if field in UNITS), 0.0)
    chosen |= dict(_guesses(columns, samples, chosen))
    fields: dict[str, tuple[str, ...]] = {}
    for column, field in chosen.items():
        if field != LEFT_OUT:
            known = "spent" if field in UNITS else field
            fields[known] = (*fields.get(known, ()), column)
    if "title" not in fields:
        free = [column for column in columns if chosen.get(column, LEFT_OUT) == LEFT_OUT]
        example = max(free, key=lambda column: _wordy(samples.get(column, ())), default="COLUMN")
        raise WrongUsage(
            f"{name}: no column is clearly the title; its columns are {listed(columns)}",
            f"say which one is: growth import --map {shlex.quote(f'{example}=title')} {shlex.quote(name)}",
        )
    spent = fields.get("spent", ())
    unused = tuple(column for column in columns if chosen.get(column, LEFT_OUT) == LEFT_OUT)
    return Columns(fields, worth or (unit(spent[0]) if spent else 0.0), unused)
