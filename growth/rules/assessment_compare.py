"""Two assessments side by side: two periods, or mine and somebody else's."""

import msgspec

from growth.records.assessment import Rating
from growth.rules.assessing import ORDER
from growth.rules.assessment_sheet import Row, Sheet

ME = "me"


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion in both. `steps` is how far the second is above the first, None where one is missing.

    `reworded` says that the two were judged by different words.
    """

    criterion: str
    theme: str
    summary: str
    first: str = ""
    second: str = ""
    steps: int | None = None
    first_said: str = ""
    second_said: str = ""
    reworded: bool = False


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two sheets, criterion by criterion, in the order of the second; `by` is who judged each."""

    first: str
    second: str
    titles: tuple[str, str]
    by: tuple[str, str] = (ME, ME)
    rows: tuple[Pair, ...]

    @property
    def up(self) -> int:
        """How many are higher in the second."""
        return sum(1 for row in self.rows if row.steps and row.steps > 0)

    @property
    def down(self) -> int:
        """How many are lower in the second."""
        return sum(1 for row in self.rows if row.steps and row.steps < 0)

    @property
    def alike(self) -> int:
        """How many are judged the same in both."""
        return sum(1 for row in self.rows if row.steps == 0)

    @property
    def alone(self) -> int:
        """How many are judged in one of them only."""
        return sum(1 for row in self.rows if bool(row.first) != bool(row.second))

    @property
    def apart(self) -> tuple[Pair, ...]:
        """What is not judged the same, the furthest apart first."""
        return tuple(sorted((row for row in self.rows if row.steps), key=lambda row: -abs(row.steps or 0)))


def compare(first: Sheet, second: Sheet, by: tuple[str, str] = (ME, ME)) -> Comparison:
    """Return two assessments side by side; what only the first asks for comes last."""
    one = {row.criterion.id: row for row in first.rows}
    other = {row.criterion.id: row for row in second.rows}
    rows = tuple(_pair(one.get(name), other.get(name)) for name in dict.fromkeys((*other, *one)))
    titles = (f"{first.period} {first.target}", f"{second.period} {second.target}")
    return Comparison(first=first.id, second=second.id, titles=titles, by=by, rows=rows)


def _pair(one: Row | None, other: Row | None) -> Pair:
    row = other or one
    assert row is not None
    before, after = one.rating if one else None, other.rating if other else None
    return Pair(
        criterion=row.criterion.id,
        theme=row.theme,
        summary=row.criterion.summary,
        first=before.judgement if before else "",
        second=after.judgement if after else "",
        steps=_steps(before, after),
        first_said=before.statement if before else "",
        second_said=after.statement if after else "",
        reworded=bool(one and other and one.criterion.summary != other.criterion.summary),
    )


def _steps(before: Rating | None, after: Rating | None) -> int | None:
    if before is None or after is None:
        return None
    return ORDER.index(after.judgement) - ORDER.index(before.judgement)
