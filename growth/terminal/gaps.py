"""Gaps on a terminal: a line per criterion, and below each what to run next."""

from collections.abc import Iterator, Sequence

from growth.records.assessment import JUDGEMENTS
from growth.records.dates import Day
from growth.rules.day_words import ago, counted
from growth.rules.gaps import FLAGS, Gap, Gaps
from growth.rules.material import SOURCES
from growth.terminal.cells import fit
from growth.terminal.screen import Part

Line = tuple[Part, ...]


def lists(found: Gaps, rows: Sequence[Gap], today: Day, columns: int) -> Iterator[Line]:
    """Yield the gaps theme by theme, then how many there are."""
    theme = ""
    for row in rows:
        if row.theme != theme:
            theme = row.theme
            yield ((theme, "title"),)
        yield (f"  {row.criterion}", "id"), "  ", fit(row.summary, max(10, columns - len(row.criterion) - 4))
        flags = ", ".join(_whose(FLAGS[flag], found.about) for flag in row.flags)
        said = JUDGEMENTS.get(row.judgement, "not judged")
        yield (
            f"    {said} · {_whose(evidence(row, today), found.about)}",
            (f" · {flags}" if flags else "", "late"),
        )
        for step in row.next:
            yield f"    {step.why}: ", (step.command, "bold")
    lacking = sum(1 for row in rows if row.flags)
    yield ((f"{counted(len(rows), 'criterion', 'criteria')}, {lacking} with a gap", "dim"),)


def _whose(words: str, about: str) -> str:
    """Return words on whose word it is; what somebody says of themselves is not mine."""
    return words if about == "me" else words.replace("my own word", "their own word")


def evidence(row: Gap, today: Day) -> str:
    """Return how much shows it, whose word that is, and how new."""
    if not row.evidence:
        return "no evidence"
    whose = ", ".join(f"{count} {SOURCES[source]}" for source, count in sorted(row.sources.items()))
    newest = f", newest {ago(row.newest, today)}" if row.newest else ""
    return f"{counted(row.evidence, 'piece')} of evidence ({whose}){newest}"


def plain(row: Gap) -> str:
    """Return one gap on one line for a pipe: id, judgement, evidence, newest, flags, the next command."""
    flags = ",".join(row.flags) or "-"
    step = row.next[0].command if row.next else "-"
    return f"{row.criterion}  {row.judgement or '-'}  {row.evidence}  {row.newest or '-'}  {flags}  {step}"
