"""What the assessment that somebody shared with me shows, and what nothing shows yet."""

from collections.abc import Iterable

import msgspec

from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.rules.assessment_sheet import Sheet
from growth.rules.cited import Cited, cite
from growth.rules.gaps import flags
from growth.rules.handed import Handed
from growth.rules.standing import as_of


class Shows(msgspec.Struct, frozen=True, kw_only=True):
    """Of `asked` criteria, for `none` there is nothing to show, for `stale` nothing young.

    Both are counts; `themes` names what the first ones are of, once each. Young is measured at the
    end of its `period`. It is what was shared that counts: there may be more that I may not see.
    """

    target: str
    period: str
    asked: int
    none: int = 0
    stale: int = 0
    themes: tuple[str, ...] = ()
    cited: Cited | None = None


def own(those: Iterable[Handed], owner: str) -> Handed | None:
    """Return the newest assessment in which somebody judges themselves, or None."""
    found = [one for one in those if one.owner == owner and one.assessment.about == owner]
    return max(found, key=lambda one: _age(one.assessment), default=None)


def _age(one: Assessment) -> tuple[object, ...]:
    return one.end, one.finished or one.day, one.created, one.id


def shows(owner: str, assessment: Assessment, sheet: Sheet, today: Day) -> Shows:
    """Return what an assessment of somebody lacks as evidence. `assessment` is as they handed it."""
    found = [(row, flags(row.evidence, as_of(assessment, today))) for row in sheet.rows]
    none = [row for row, lacks in found if "none" in lacks]
    return Shows(
        target=sheet.target,
        period=sheet.period,
        asked=len(sheet.rows),
        none=len(none),
        stale=sum("stale" in lacks for _, lacks in found),
        themes=tuple(dict.fromkeys(row.theme for row in none)),
        cited=cite(assessment, owner),
    )
