"""Read the votes of those who use a model: a table or JSON Lines of day, vote and comment."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from growth.clock import following
from growth.errors import WrongUsage
from growth.exchange import csv_rows, csv_table, json_table, limits, table_days
from growth.exchange.table_names import called
from growth.exchange.table_rows import Row, Table
from growth.records.dates import Day
from growth.records.imported import Misread
from growth.records.practice import Vote, Votes
from growth.text.clean import one_line
from growth.text.fold import fold

COLUMNS = {
    "day": ("day", "date", "when", "time", "timestamp", "created", "created at"),
    "vote": ("vote", "thumb", "thumbs", "up", "rating", "feedback", "helpful", "liked"),
    "comment": ("comment", "comments", "why", "reason", "text", "note", "message"),
}
# Folded, with a hyphen for each space.
_UP = {
    "up", "1", "+1", "1.0", "true", "yes", "good", "like", "positive", "helpful", "👍",
    "thumb-up", "thumbs-up",
}  # fmt: skip
_DOWN = {
    "down", "0", "-1", "0.0", "-1.0", "false", "no", "bad", "dislike", "negative", "👎",
    "thumb-down", "thumbs-down",
}  # fmt: skip
# What somebody says of a model is a sentence or two; and so many are as many as anybody reads.
LONGEST = 500
COMMENTS = 2_000
DAYS = 4_000
HINT = "its first row, or each of its lines, names day, vote and, if you like, comment; a vote is up or down"


class Read(NamedTuple):
    """The votes of each day, what was not understood, columns left aside, comments beyond the bound."""

    votes: tuple[Votes, ...]
    misread: tuple[Misread, ...]
    aside: tuple[str, ...]
    beyond: int


def _table(data: bytes, name: str) -> Table:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return json_table.load(data, name)
    text = limits.decode(data, name)
    return csv_table.load(data, name, csv_rows.delimiter(text))


def _columns(table: Table, name: str) -> dict[str, str]:
    """Return the column of each field; who voted is in none of them, and not kept."""
    named = {called(column): column for column in reversed(table.columns)}
    found = {
        field: next((named[one] for one in names if one in named), "") for field, names in COLUMNS.items()
    }
    missing = [field for field in ("day", "vote") if not found[field]]
    if missing:
        raise WrongUsage(f"{name} has no column {' and no column '.join(missing)}", HINT)
    return found


def _text(row: Row, column: str) -> str:
    value: Any = row.values.get(column, "") if column else ""
    return "" if value is None else str(value).strip()


def read(data: bytes, *, name: str, form: str = "") -> Read:
    """Return the votes of a file, those of each day together."""
    table = _table(data, name)
    columns = _columns(table, name)
    days = table_days.settled(
        ((row.line, _text(row, columns["day"])) for row in table.rows()),
        name=name, column=columns["day"], form=form,
    )  # fmt: skip
    misread: list[Misread] = []
    counts: Counter[tuple[Day, bool]] = Counter()
    said = _Said()
    for row in table.rows():
        day = days.read(_text(row, columns["day"]))
        up = _up(_text(row, columns["vote"]))
        why = (
            row.fault or day.why or ("" if day.day else "there is no day") or ("" if up is not None else _NO)
        )
        if why or day.day is None or up is None:
            misread.append(Misread(row.line, row.text, why))
            continue
        counts[day.day, up] += 1
        if comment := one_line(_text(row, columns["comment"])[: 2 * LONGEST])[:LONGEST]:
            said.add(Vote(up=up, comment=comment, day=day.day))
    if not counts:
        raise WrongUsage(f"{name} holds no vote", HINT)
    aside = tuple(column for column in table.columns if column not in columns.values())
    dated = sorted({day for day, _ in counts})
    if len(dated) > DAYS:
        raise WrongUsage(f"{name} has votes of {len(dated):,} days; {DAYS:,} are taken at most", "split it")
    kept = said.kept()
    spoken: dict[Day | None, list[Vote]] = {}
    for vote in kept:
        spoken.setdefault(vote.day, []).append(vote)
    votes = tuple(_day(day, counts, spoken.get(day, ())) for day in dated)
    return Read(votes, tuple(misread), aside, said.count - len(kept))


class _Said:
    """The comments of a file that are worth keeping: thumbs down before up, new ones before old."""

    def __init__(self) -> None:
        self.count = 0
        self._those: list[Vote] = []

    def add(self, vote: Vote) -> None:
        """Take one more; no more are held than twice what is kept."""
        self.count += 1
        self._those.append(vote)
        if len(self._those) >= 2 * COMMENTS:
            self._those = self.kept()

    def kept(self) -> list[Vote]:
        """Return those that are kept, of a day in the order of the file."""
        return sorted(self._those, key=lambda vote: (vote.up, -(vote.day or Day.min).toordinal()))[:COMMENTS]


_NO = "the vote is neither up nor down"


def _up(text: str) -> bool | None:
    word = fold(" ".join(text.split())).replace(" ", "-")
    return True if word in _UP else False if word in _DOWN else None


def _day(day: Day, counts: Mapping[tuple[Day, bool], int], said: Sequence[Vote]) -> Votes:
    return Votes(
        period=day.isoformat(), start=day, end=following(day), up=counts.get((day, True), 0),
        down=counts.get((day, False), 0), said=tuple(said),
    )  # fmt: skip
