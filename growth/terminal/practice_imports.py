"""What an import would do to the practice register, before it is done."""

from collections import Counter
from collections.abc import Iterator, Sequence

from growth.records.practice import Practice
from growth.rules.practice_import import PracticePlan
from growth.rules.practices import STATES, state_words, what
from growth.terminal.cells import fit, pad
from growth.terminal.layout import Line

SHOWN = 12
_LEAD = 11
_KIND = 9


def amounts(plan: PracticePlan) -> list[str]:
    """Return in words how much the register would gain."""
    counts = {"new": len(plan.new), "brought up to date": len(plan.changed)}
    return [f"{count} {what} in the practice register" for what, count in counts.items() if count]


def preview(plan: PracticePlan, width: int) -> Iterator[Line]:
    """Yield how many of each kind are new, each of them, and the new states of what is here."""
    if plan.new:
        counts = Counter(one.kind for one in plan.new)
        yield ("  register ", "dim"), ", ".join(f"{kind} {counts[kind]}" for kind in STATES if counts[kind])
    yield from _rows("new", [(one, _said(one)) for one in plan.new], width)
    yield from _rows("changed", [(new, _news(old, new)) for old, new in plan.changed], width)


def _rows(words: str, those: Sequence[tuple[Practice, str]], width: int) -> Iterator[Line]:
    for number, (one, said) in enumerate(those[:SHOWN]):
        told = f"{one.name}: {said}" if said else one.name
        yield (
            (f"  {'' if number else words:<{_LEAD - 2}}", "dim"), (pad(one.kind, _KIND), "kind"),
            fit(told, max(20, width - _LEAD - _KIND)),
        )  # fmt: skip
    if len(those) > SHOWN:
        yield ((f"{'':<{_LEAD}}… and {len(those) - SHOWN} more", "dim"),)


def _said(one: Practice) -> str:
    """Return what is told of something in a few words: what it is, and its newest state."""
    role = what(one) if one.kind == "dataset" else f"trains {one.trains}" if one.trains else ""
    last = state_words(one.last) if one.last else ""
    more = f"{len(one.states)} {STATES[one.kind]}s" if len(one.states) > 1 else ""
    return ", ".join(filter(None, (role, last, more)))


def _news(old: Practice, new: Practice) -> str:
    """Return what is new of something: its states, from the value before to that of today."""
    added = [state for state in new.states if state not in old.states]
    if not added:
        return "described anew"
    if new.kind == "eval" and old.last and old.last.value:
        return f"{old.last.value} → {state_words(added[-1])}"
    return f"{len(added)} new {STATES[new.kind]}{'s' if len(added) > 1 else ''}: {state_words(added[-1])}"
