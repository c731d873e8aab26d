"""An assessment laid out: theme by theme what is asked, how it was judged and what shows it."""

from collections.abc import Mapping

import msgspec

from growth.records.assessment import Assessment, Rating
from growth.records.dates import Day
from growth.records.ladder import Criterion, Ladder
from growth.rules import assessing
from growth.rules.material import Material

# With less of the criteria judged, what was judged says nothing about the whole.
LEAST = 0.3


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of confirmed evidence; one whose record is gone has no title."""

    record: str
    day: Day | None = None
    title: str = ""
    kind: str = ""
    source: str = ""
    person: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion: how it was judged, how it was last time, and what shows it."""

    criterion: Criterion
    theme: str
    rating: Rating | None = None
    last: Rating | None = None
    evidence: tuple[Shown, ...] = ()


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A whole assessment. `verdict` is empty where too little was judged; `missing` says what is."""

    id: str
    about: str
    ladder: str
    version: str
    target: str
    period: str
    finished: Day | None
    reopened: tuple[Day, ...]
    judged: int
    asked: int
    verdict: str
    missing: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def coverage(self) -> float:
        """The share of what is asked that was judged."""
        return self.judged / self.asked if self.asked else 0.0


def sheet(
    assessment: Assessment,
    ladder: Ladder,
    found: Mapping[str, Material],
    last: Assessment | None = None,
) -> Sheet:
    """Return an assessment laid out; `found` holds its evidence by id."""
    names = {theme.id: theme.name for theme in ladder.themes}
    rows = tuple(
        Row(
            criterion=one,
            theme=names.get(one.theme, one.theme),
            rating=assessing.rating_of(assessment, one.id),
            last=assessing.rating_of(last, one.id) if last else None,
            evidence=tuple(_shown(link.record, found) for link in assessing.confirmed(assessment, one.id)),
        )
        for one in assessing.expected(ladder, assessment.target)
    )
    open_rows = tuple(row for row in rows if row.rating is None)
    judged = len(rows) - len(open_rows)
    enough = bool(rows) and judged / len(rows) >= LEAST
    return Sheet(
        id=assessment.id,
        about=assessment.about,
        ladder=assessment.ladder,
        version=ladder.version,
        target=assessment.target,
        period=assessment.period,
        finished=assessment.finished,
        reopened=assessment.reopened,
        judged=judged,
        asked=len(rows),
        verdict=_verdict(rows, assessment.target) if enough else "",
        missing=tuple(row.criterion.id for row in open_rows),
        rows=rows,
    )


def _shown(record: str, found: Mapping[str, Material]) -> Shown:
    material = found.get(record)
    if material is None:
        return Shown(record=record)
    return Shown(
        record=record, day=material.day, title=material.title, kind=material.kind,
        source=material.source, person=material.person,
    )  # fmt: skip


def _verdict(rows: tuple[Row, ...], target: str) -> str:
    judged = [row for row in rows if row.rating]
    done = [row for row in judged if row.rating and row.rating.judgement in assessing.SHOWN]
    themes = dict.fromkeys(row.theme for row in judged if row not in done)
    rest = len(rows) - len(judged)
    words = f"{target}: doing {len(done)} of the {len(judged)} judged"
    words += f", {rest} not judged yet" if rest else ""
    return f"{words}; to work on: {', '.join(themes)}" if themes else f"{words}; nothing judged is missing"
