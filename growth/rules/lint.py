"""Lint: what entries, statements and a whole period lack, by rules with names; nothing is guessed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from growth.errors import WrongUsage
from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.thumb import Thumb
from growth.rules.assessing import confirmed
from growth.rules.claims import of_entries, of_statements
from growth.rules.findings import RULES, Finding, Lint, target
from growth.rules.lint_case import of_case
from growth.rules.lint_claims import CHECKS, of_claims
from growth.rules.lint_period import Around, of_period

_ORDER = {name: number for number, name in enumerate(RULES)}


def rules_of(only: Sequence[str], without: Sequence[str], off: Sequence[str]) -> tuple[str, ...]:
    """Return the rules that count: those asked for, else all but those switched off."""
    for name in (*only, *without):
        if name not in RULES:
            raise WrongUsage(f"there is no rule {name!r}", f"they are {', '.join(RULES)}")
    # Who asks for one by name means it, whatever is switched off for good.
    chosen = only or [name for name in RULES if name not in off]
    return tuple(name for name in RULES if name in chosen and name not in without)


def lint(
    around: Around,
    entries: Iterable[Entry],
    assessment: Assessment | None = None,
    *,
    rules: Sequence[str] = tuple(RULES),
    thumbs: Iterable[Thumb] = (),
) -> Lint:
    """Return what was found, most important first; what has a thumb down is only counted."""
    mine = [entry for entry in entries if not entry.about]
    evidence = {link.record for link in confirmed(assessment)} if assessment else set()
    claims = list(of_entries(mine, evidence))
    known = {entry.id: entry for entry in mine}
    statements = list(of_statements(assessment, known)) if assessment else []
    texts = of_claims([*claims, *statements], rules)
    whole = [*of_period(around, mine, claims), *of_case(around, claims)]
    found = [*texts, *(one for one in whole if one.rule in rules)]
    rejected = {thumb.target: thumb.day for thumb in thumbs if not thumb.up}
    kept = [one for one in found if not _is_rejected(one, rejected)]
    return Lint(
        label=around.period.label,
        entries=len(claims),
        statements=len(statements),
        rejected=len(found) - len(kept),
        findings=tuple(sorted(_firsts(kept), key=_key)),
    )


def _is_rejected(one: Finding, rejected: Mapping[str, Day]) -> bool:
    day = rejected.get(target(one.rule, one.ref)) if one.ref else None
    # A statement that was written again since is judged again.
    return day is not None and not (one.criterion and one.day and one.day > day)


def _firsts(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the first finding on each text: who mends that one writes the text anew."""
    seen: set[tuple[str, str]] = set()
    for one in findings:
        if one.rule not in CHECKS or (one.record, one.criterion) not in seen or not one.record:
            yield one
        seen.add((one.record, one.criterion))


def _key(finding: Finding) -> tuple[int, int, int, str, str]:
    newest = -finding.day.toordinal() if finding.day else 0
    return _ORDER[finding.rule], -finding.worth, newest, finding.record, finding.criterion
