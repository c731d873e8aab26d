"""The practice register as a page: what is not sound, what is, where each model comes from, and the rest."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.practice import Practice
from growth.rules.cited import Cited, cite
from growth.rules.lineage import Lineage, lineage
from growth.rules.practice_checks import Checked, Verdict, seen
from growth.rules.practices import Register

ABSENT = "not in the register"
# To others it is not said whether something is not there, or not theirs to see.
UNSAID = "not told here"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The register as an audience may see it. `lineages` are those of the models that are still used."""

    audience: str
    today: Day
    practices: tuple[Practice, ...] = ()
    findings: tuple[Verdict, ...] = ()
    good: tuple[Verdict, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    private: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def charts(self) -> dict[str, Lineage]:
        """The lineages by the names that a template calls them by."""
        return {f"lineage-{number}": one for number, one in enumerate(self.lineages, start=1)}


def page(
    visible: Sequence[Practice], entries: Iterable[Entry], checked: Checked, audience: str, today: Day
) -> Page:
    """Return the page of what an audience may see; `entries` are those of its journal."""
    register = Register(visible)
    told: dict[str, Practice | Entry] = {one.id: one for one in register.practices}
    told |= {one.id: one for one in entries}
    unsaid = ABSENT if audience == "me" else UNSAID
    findings = seen(checked.findings, told)
    named = dict.fromkeys((*(one.id for one in register.practices), *(one.record for one in findings)))
    return Page(
        audience=audience,
        today=today,
        practices=tuple(register.practices),
        findings=findings,
        good=seen(checked.good, told),
        lineages=tuple(lineage(register, one, unsaid) for one in register.of("model")),
        private=sum(told[id].share == "private" for id in named),
        cited=tuple(cite(told[id]) for id in named),
    )
