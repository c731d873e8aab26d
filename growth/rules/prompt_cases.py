"""A case that a prompt is tried on: a brief of its own, and what has to hold of what a program writes."""

import msgspec

from growth.rules.accepting import refs
from growth.rules.brief import Brief
from growth.rules.draft_checks import checked
from growth.rules.draft_names import Named
from growth.rules.draft_words import spelt, words_of


class Expected(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What has to hold: ids it cites, words it holds or never says, how many words at most, the checks."""

    cites: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    words: int = 0
    checks: bool = True


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One case. `people` is everybody known, `withheld` texts that the program is not given."""

    brief: Brief
    people: tuple[Named, ...] = ()
    withheld: tuple[str, ...] = ()
    expect: Expected = Expected()


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a case with one version: nothing amiss, or what is."""

    case: str
    version: str
    amiss: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """Passed or failed."""
        return "failed" if self.amiss else "passed"


def amiss(case: Case, output: str) -> tuple[str, ...]:
    """Return what does not hold of a text, each a line."""
    wanted, there, count = case.expect, refs(output), len(words_of(output))
    found = [f"does not cite {one}" for one in wanted.cites if one not in there]
    found += [f"does not say: {one}" for one in wanted.contains if not _holds(output, one)]
    found += [f"says: {one}" for one in wanted.never if _holds(output, one)]
    if wanted.words and count > wanted.words:
        found.append(f"has {count} words, and {wanted.words} at most are asked for")
    if wanted.checks:
        wrong = checked(output, case.brief, case.people, case.withheld)
        found += [f"{one.rule}: {one.text}: {one.why}" for one in wrong]
    return tuple(found)


def _holds(output: str, words: str) -> bool:
    """Tell whether a text holds words, however they are written; signs alone count as they are."""
    said = spelt(words)
    return said in spelt(output) if said.strip() else words in output


def regressed(now: Outcome, before: Outcome) -> bool:
    """Tell whether a case that passed before does not any more."""
    return bool(now.amiss) and not before.amiss
