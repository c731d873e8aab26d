"""Where somebody stands on a ladder, as one audience may see it: theme by theme, with what shows it.

A self-review and a promotion case both begin with this.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from growth.records.assessment import Assessment, Rating
from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.ladder import Ladder
from growth.rules import audience, ladders
from growth.rules.assessing import ORDER, SHOWN, rating_of
from growth.rules.assessment_sheet import LEAST, Row, Sheet
from growth.rules.audience import Audience
from growth.rules.charts import Chart
from growth.rules.cited import Citable, Cited, cite
from growth.rules.gaps import Step
from growth.rules.goals import reached_since, was_set
from growth.rules.proof import Proof, Prover, strength
from growth.text import excerpt


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a document about an assessment is made from.

    `records` holds its evidence by reference. `last` is the assessment before it, `manager` what my
    manager judged on the same ladder, `steps` what to do about a criterion, by its id.
    """

    assessment: Assessment
    sheet: Sheet
    ladder: Ladder
    records: Mapping[str, Citable] = {}
    goals: Sequence[Goal] = ()
    last: Assessment | None = None
    manager: Assessment | None = None
    steps: Mapping[str, Sequence[Step]] = {}


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion: how it was judged now, last time and by my manager, and what shows it.

    `goals` are what I do about it. For me alone are `steps`, what could be done, and `reached`: a goal
    was, since it was judged to be not there yet.
    """

    criterion: str
    level: str
    level_called: str = ""
    summary: str
    judgement: str = ""
    statement: str = ""
    last: str = ""
    manager: str = ""
    proof: Proof = Proof()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    reached: bool = False

    @property
    def is_met(self) -> bool:
        """Whether it is judged to be there."""
        return self.judgement in SHOWN


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """One theme with its criteria."""

    id: str
    name: str
    rows: tuple[Judged, ...]

    def called(self, row: Judged, longest: int) -> str:
        """Return what a criterion is called: its theme, and how it begins where the theme has several."""
        if len(self.rows) == 1:
            return self.name
        return f"{self.name}: {excerpt.beginning(row.summary, longest).removesuffix('.')}"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A whole assessment as an audience may see it. `last_day` is the last one that it speaks of."""

    audience: str
    today: Day
    assessment: str
    about: str
    ladder: str
    ladder_name: str
    version: str
    target: str
    target_name: str
    level: str = ""
    period: str
    start: Day
    end: Day
    finished: Day | None
    reopened: tuple[Day, ...]
    judged: int
    asked: int
    themes: tuple[Theme, ...]
    last_day: Day
    charts: dict[str, Chart] = {}
    private: int = 0
    withheld: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def rows(self) -> tuple[Judged, ...]:
        """All criteria, theme by theme."""
        return tuple(row for theme in self.themes for row in theme.rows)

    @property
    def seen_on(self) -> Day:
        """The day that it sees from: once it is finished nothing in it grows older."""
        return self.last_day if self.finished else self.today

    @property
    def is_enough(self) -> bool:
        """Whether enough is judged to say something about the whole."""
        return bool(self.asked) and self.judged / self.asked >= LEAST


def standing(ground: Ground, whom: Audience, today: Day, giver: Callable[[str], str]) -> Standing:
    """Return where the one who is assessed stands, for an audience that may see the assessment."""
    one, sheet = ground.assessment, ground.sheet
    level = next((level for level in ground.ladder.levels if level.id == one.target), None)
    prover = Prover(whom, ground.records, giver, as_of(one, today))
    shown = [(row, _judged(row, prover, ground, whom)) for row in sheet.rows]
    return Standing(
        audience=whom.word,
        today=today,
        assessment=one.id,
        about=one.about,
        ladder=one.ladder,
        ladder_name=ground.ladder.name,
        version=sheet.version,
        target=one.target,
        target_name=level.name if level else one.target,
        level=ladders.called(level) if level else one.target,
        period=one.period,
        start=one.start,
        end=one.end,
        finished=one.finished,
        reopened=one.reopened,
        judged=sheet.judged,
        asked=sheet.asked,
        themes=_themes(shown),
        last_day=as_of(one, today),
        withheld=len(prover.kept - prover.told),
    )


def as_of(assessment: Assessment, today: Day) -> Day:
    """Return the last day that an assessment speaks of; once it is over, nothing in it grows older."""
    return min(assessment.finished or today, assessment.end - datetime.timedelta(days=1), today)


def _judged(row: Row, prover: Prover, ground: Ground, whom: Audience) -> Judged:
    name, for_me = row.criterion.id, whom.kind == "me"
    last = ground.last if ground.last and audience.may_see(ground.last, whom) else None
    manager = rating_of(ground.manager, name) if ground.manager else None
    return Judged(
        criterion=name,
        level=row.criterion.level,
        level_called=next(
            (ladders.called(one) for one in ground.ladder.levels if one.id == row.criterion.level),
            row.criterion.level,
        ),
        summary=row.criterion.summary,
        judgement=_named(row.rating),
        statement=row.rating.statement if row.rating else "",
        last=_named(rating_of(last, name)) if last else "",
        manager=_named(manager),
        proof=_with_word(prover.proof(row), manager),
        goals=tuple(
            goal for goal in ground.goals
            if goal.criterion == f"{ground.sheet.ladder}/{name}" and was_set(goal, ground.assessment)
            if audience.may_see(goal, whom)
        ),
        steps=tuple(ground.steps.get(name, ())) if for_me else (),
        reached=for_me and not ground.assessment.finished and _is_reached(row, ground),
    )  # fmt: skip


def _is_reached(row: Row, ground: Ground) -> bool:
    rating, origin = row.rating, f"{ground.sheet.ladder}/{row.criterion.id}"
    if rating is None or rating.judgement in SHOWN:
        return False
    return reached_since(ground.goals, origin, rating)


def _with_word(proof: Proof, manager: Rating | None) -> Proof:
    """Return what shows a criterion; the judgement of my manager is one person's word on it."""
    if manager is None or "own-word" not in proof.flags:
        return proof
    return replace(proof, flags=tuple("one-person" if one == "own-word" else one for one in proof.flags))


def _named(rating: Rating | None) -> str:
    return rating.judgement if rating else ""


def _themes(shown: Iterable[tuple[Row, Judged]]) -> tuple[Theme, ...]:
    by_theme: dict[tuple[str, str], list[Judged]] = {}
    for row, judged in shown:
        by_theme.setdefault((row.criterion.theme, row.theme), []).append(judged)
    return tuple(Theme(id=id, name=name, rows=tuple(rows)) for (id, name), rows in by_theme.items())


def worth(row: Judged) -> tuple[int, int]:
    """Return what makes one criterion a greater strength than another: the judgement, then what shows it."""
    shown = sum(strength(piece) for piece in row.proof.pieces) + 3 * len(row.proof.quotes)
    return step(row.judgement), shown


def step(judgement: str) -> int:
    """Return a judgement as its number from 1; 0 where nothing was judged."""
    return next((number for number, name in enumerate(ORDER, start=1) if name == judgement), 0)


def shortened(row: Judged, pieces: int, quotes: int) -> Judged:
    """Return a criterion with no more than so many records and quotes."""
    one = row.proof
    more = len(one.pieces[pieces:]) + len(one.quotes[quotes:])
    return replace(row, proof=replace(one, pieces=one.pieces[:pieces], quotes=one.quotes[:quotes], more=more))


def citations(themes: Iterable[Theme], ground: Ground) -> tuple[Cited, ...]:
    """Return the records that themes tell of, in the order in which they first do, and the assessment."""
    rows = [row.proof for theme in themes for row in theme.rows]
    refs = [[one.ref for one in row.pieces] + [one.ref for one in row.quotes] for row in rows]
    those = dict.fromkeys(ref for row in refs for ref in row)
    records = [(ref.rpartition(":")[0], ground.records[ref]) for ref in those]
    return tuple(cite(record, owner) for owner, record in [*records, ("", ground.assessment)])


def private(cited: Iterable[Cited], ground: Ground) -> int:
    """Return how many of the cited records, and of the assessment itself, are for me alone."""
    records = [ground.records[one.ref] for one in cited if one.ref in ground.records]
    return sum(record.share == "private" for record in (*records, ground.assessment))
