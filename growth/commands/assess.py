"""growth assess: judge myself against a ladder, with evidence."""

import click

from growth.commands.lazy_group import LazyGroup

# In the order of a cycle.
ELSEWHERE = {
    "start": "assess_start.start",
    "rate": "assess_rate.rate",
    "evidence": "assess_evidence.evidence",
    "gaps": "assess_gaps.gaps",
    "show": "assess_show.show",
    "list": "assess_show.list_",
    "compare": "assess_compare.compare",
    "finish": "assess_finish.finish",
    "reopen": "assess_finish.reopen",
}


@click.group(cls=LazyGroup, elsewhere=ELSEWHERE)
def assess() -> None:
    """See where you stand on a ladder, with evidence."""
