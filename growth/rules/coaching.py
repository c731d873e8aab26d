"""Coaching mentors: each line of the rubric over time, and which of them to work on."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.errors import WrongUsage
from growth.records.dates import Day, Period
from growth.records.entry import Share
from growth.records.observation import RUBRIC, SEEN, Item, Mark, Observation, Seen
from growth.rules.audience import Audience, cut
from growth.rules.cited import Cited, cite

ME = "me"
# Of fewer than this one cannot say where they go.
TREND = 4
# So much of a step, between the earlier half and the later, is more than chance in so few.
STEP = 0.5


class Line(msgspec.Struct, frozen=True):
    """One line of the rubric over time, the oldest first; `way` is `better`, `worse`, `steady` or empty."""

    item: Item
    says: str
    marks: tuple[tuple[Day, Mark], ...] = ()
    way: str = ""

    @property
    def last(self) -> Seen | None:
        """What was seen the last time that anybody looked."""
        return self.marks[-1][1].seen if self.marks else None


class Coaching(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen of one mentor; `person` is `me` where I look at myself."""

    audience: str
    today: Day
    label: str
    start: Day | None = None
    end: Day | None = None
    person: str
    observations: tuple[Observation, ...] = ()
    lines: tuple[Line, ...] = ()
    good: tuple[Line, ...] = ()
    work: tuple[Line, ...] = ()
    private: int = 0
    withheld: int = 0
    cited: tuple[Cited, ...] = ()


def check_share(person: str, share: Share) -> None:
    """Refuse to let anybody but the mentor see what was seen of them, and anybody at all what I see of me."""
    if person == ME and share != "private":
        raise WrongUsage("how you look at yourself is for you alone", "leave --share out")
    if share not in ("private", "person"):
        raise WrongUsage("what you saw of a mentor is for them alone", "--share person, or leave it out")


def coaching(
    observations: Iterable[Observation], person: str, period: Period, today: Day, whom: Audience
) -> Coaching:
    """Return what was seen of one mentor in a period; `observations` are all of them."""
    those = [one for one in observations if one.day in period]
    seen, withheld = cut(sorted(those, key=lambda one: (one.day, one.created, one.id)), whom)
    lines = tuple(_line(item, seen) for item in RUBRIC)
    return Coaching(
        audience=whom.word,
        today=today,
        label=period.label,
        start=period.start,
        end=period.end,
        person=person,
        observations=seen,
        lines=lines,
        good=tuple(line for line in lines if line.last == "yes"),
        work=tuple(sorted((line for line in lines if line.last in ("no", "partly")), key=_weakest)),
        private=sum(one.share == "private" for one in seen),
        withheld=withheld,
        cited=tuple(cite(one) for one in seen),
    )


def _line(item: Item, observations: Sequence[Observation]) -> Line:
    marks = tuple((one.day, mark) for one in observations for mark in one.marks if mark.item == item)
    return Line(item, RUBRIC[item], marks, way([mark.seen for _, mark in marks]))


def way(seen: Sequence[Seen]) -> str:
    """Return where a line goes: its later half beside its earlier one; nothing where there are too few."""
    if len(seen) < TREND:
        return ""
    steps = [SEEN.index(one) for one in seen]
    half = len(steps) // 2
    earlier, later = steps[:half], steps[-half:]
    moved = sum(later) / half - sum(earlier) / half
    return "better" if moved >= STEP else "worse" if moved <= -STEP else "steady"


def _weakest(line: Line) -> tuple[int, bool]:
    return SEEN.index(line.last or "no"), line.way == "better"
