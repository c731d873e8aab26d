"""What lint found, on a terminal: rule by rule, each with its reason and what to run."""

from collections.abc import Iterator

from growth.records.dates import Day
from growth.records.ids import short
from growth.rules.day_words import counted, day_words
from growth.rules.findings import RULES, Finding, Lint
from growth.terminal.cells import fit
from growth.terminal.screen import Part

Line = tuple[Part, ...]
# So many of a rule are told before the rest is counted.
FEW = 3


def lists(found: Lint, today: Day, columns: int, again: str = "") -> Iterator[Line]:
    """Yield what was found, rule by rule.

    With `again`, the command that was run, only the first few of each rule are told.
    """
    for rule, words in RULES.items():
        those = [one for one in found.findings if one.rule == rule]
        if not those:
            continue
        yield (rule, "title"), f"  {words}"
        told = those if not again or len(those) == FEW + 1 else those[:FEW]
        for one in told:
            yield from _finding(one, today, columns)
        if len(those) > len(told):
            yield f"  and {len(those) - len(told)} more like this: ", (f"{again} --only {rule}", "bold")
    yield ((f"{counted(len(found.findings), 'finding')} in {judged(found)}", "dim"),)
    yield (("right as it is: growth thumb down RULE@ID; leave a rule out: --without RULE", "dim"),)


def _finding(one: Finding, today: Day, columns: int) -> Iterator[Line]:
    if one.title:
        name = one.criterion or (short(one.record) if one.record else "")
        head = "  ".join(part for part in (name, day_words(one.day, today) if one.day else "") if part)
        yield "  ", (head, "id"), "  " if head else "", fit(one.title, max(20, columns - len(head) - 4))
    lead, mark = "    " if one.title else "  ", "" if one.why.endswith("?") else ":"
    if len(lead) + len(one.why) + len(one.fix) + 2 <= columns:
        yield f"{lead}{one.why}{mark} ", (one.fix, "bold")
    else:
        yield (f"{lead}{one.why}{mark}",)
        yield "    ", (one.fix, "bold")


def judged(found: Lint) -> str:
    """Return what was looked at, in words."""
    said = counted(found.entries, "entry", "entries")
    said += f" and {counted(found.statements, 'statement')}" if found.statements else ""
    aside = f", {found.rejected} set aside" if found.rejected else ""
    when = f" ({found.label})" if found.label else ""
    return f"{said}{when}{aside}"


def plain(one: Finding) -> str:
    """Return one finding on one line for a pipe: rule, record or criterion, why, the command."""
    return f"{one.rule}  {one.ref or '-'}  {one.why}  {one.fix}"
