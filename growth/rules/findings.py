"""What lint looks for: the rules by name, and what it found."""

from collections.abc import Iterable

import msgspec

from growth.records.dates import Day
from growth.records.thumb import Thumb

# In the order in which they are told: what a reader misses first comes first.
RULES: dict[str, str] = {
    "no-outcome": "what was done is there, what came of it is not",
    "we-without-me": "«we» did it, and my part is not said",
    "vague": "a verb that could mean anything",
    "no-baseline": "a number with nothing to hold it against",
    "no-number": "an outcome without a number",
    "no-beneficiary": "an outcome, and nobody who is better off",
    "recent-only": "all that counts is of the last six weeks",
    "empty-month": "months without an entry",
    "empty-theme": "themes that nothing shows",
    "one-sided": "feedback from one side only",
}
# What the radar finds between two people, and what was skipped of a week; lint looks for neither.
OVERLAP = "overlap"
# What growth practice check looks for.
PRACTICE: dict[str, str] = {
    "leaked-test": "a test set and training data are made of one another",
    "stale-eval": "a value that was measured on a test set which has changed since",
    "bare-claim": "a quality claimed in the journal, and no test set it was measured on",
    "untraced-data": "data to fine-tune with, without licence or owner",
    "overdue-run": "a pipeline that has not run for longer than its cadence",
    "by-hand": "a step of a pipeline that somebody still does by hand",
    "untried-prompt": "a prompt in use that was never evaluated",
}
WEEK = "week"


def called(rule: str, name: str) -> str:
    """Return the name of what was found; a title of the journal is a quotation."""
    return f"“{name}”" if rule == "bare-claim" else name


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at. `record` is empty where it is about the whole period.

    `criterion` names the statement that is meant, in the assessment `record`. `title` is the text
    that was judged, `fix` a command, `worth` how much rests on the record: 0 to 4.
    """

    rule: str
    record: str = ""
    criterion: str = ""
    day: Day | None = None
    title: str = ""
    why: str
    fix: str
    worth: int = 0

    @property
    def ref(self) -> str:
        """What a thumb on it names, beside the rule: the criterion of a statement, else the record."""
        return self.criterion or self.record


class Red(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of the practice register on somebody's sheet; `whose` register it is, empty for mine."""

    rule: str
    record: str
    name: str
    why: str
    whose: str = ""


class Lint(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a period, most important first.

    `entries` and `statements` are how many were judged, `rejected` the findings with a thumb down.
    """

    label: str
    entries: int
    statements: int
    rejected: int
    findings: tuple[Finding, ...]


def silenced(thumbs: Iterable[Thumb], rule: str) -> frozenset[str]:
    """Return what a thumb down is on of the findings of one rule."""
    mark = target(rule, "")
    return frozenset(
        one.target.removeprefix(mark) for one in thumbs if not one.up and one.target.startswith(mark)
    )


def target(rule: str, ref: str) -> str:
    """Return what a thumb on a finding is on."""
    return f"{rule}@{ref}"
