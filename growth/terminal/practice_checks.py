"""What the checks of the practice register found, on a terminal: rule by rule, with what mends it."""

from collections.abc import Iterator

from growth.records.ids import short
from growth.rules.day_words import counted
from growth.rules.findings import PRACTICE, called
from growth.rules.practice_checks import Checked, Verdict
from growth.terminal.cells import fit
from growth.terminal.screen import Part

Line = tuple[Part, ...]


def page(found: Checked, columns: int, *, good: bool = False) -> Iterator[Line]:
    """Yield what was found, rule by rule; or what is good."""
    if good:
        for one in found.good:
            yield (short(one.record), "id"), f"  {one.why}"
        return
    for rule, words in PRACTICE.items():
        those = [one for one in found.findings if one.rule == rule]
        if those:
            yield (rule, "title"), f"  {words}"
        for one in those:
            yield (
                "  ",
                (short(one.record), "id"),
                "  ",
                (called(rule, fit(one.name, max(20, columns - 10))), "bold"),
            )
            yield (f"    {one.why}",)
            yield "    ", (one.fix, "bold")
    yield ((_counts(found), "dim"),)
    yield (("right as it is: growth thumb down RULE@ID 'why'", "dim"),)


def _counts(found: Checked) -> str:
    said = f"{counted(len(found.findings), 'finding')} in {counted(found.things, 'thing')} of the register"
    said += f", {found.rejected} set aside" if found.rejected else ""
    return f"{said}; good practice: {len(found.good)} (--good)" if found.good else said


def nothing(found: Checked, *, good: bool) -> str:
    """Return what to say where there is nothing to list."""
    if good:
        return "no good practice has data behind it yet: growth practice check"
    return f"nothing to mend: {_counts(found)}"


def plain(one: Verdict) -> str:
    """Return one on a line for a pipe: rule@id, name, why, and what mends it."""
    parts = (one.code, called(one.rule, " ".join(one.name.split())), one.why, one.fix)
    return "  ".join(filter(None, parts))
