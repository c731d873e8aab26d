"""What one claim lacks: each rule looks at a text and says in a line what a reader would miss."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence

from growth.errors import WrongUsage
from growth.records.entry import Metric
from growth.rules import capture
from growth.rules import claim_words as words
from growth.rules.claims import EVIDENCE, PLAIN, STARRED, TOLD, WIN, Claim
from growth.rules.findings import Finding
from growth.text.excerpt import beginning, named_links

LONGEST = 60
_WHAT = {WIN: "a win", STARRED: "one with a star", EVIDENCE: "it counts as evidence"}
Rule = Callable[[Claim], tuple[str, str] | None]


def _no_outcome(claim: Claim) -> tuple[str, str] | None:
    if not claim.strong or _has_outcome(claim) or claim.shown:
        return None
    what = "a statement" if claim.criterion else _WHAT[claim.worth]
    return f"{what}, and what came of it is not said", _edit(claim, "--impact", "…")


def _we_without_me(claim: Claim) -> tuple[str, str] | None:
    said = words.we(claim.told)
    return (f"«{said}»: what of it was mine?", _edit(claim)) if said else None


def _vague(claim: Claim) -> tuple[str, str] | None:
    # What comes after the verb may say it all.
    if claim.worth == PLAIN and (claim.body or claim.people):
        return None
    if not claim.criterion and (claim.impact or claim.metrics):
        return None
    said = words.vague(claim.title, strict=claim.strong)
    return (f"«{said}»: what did I do there?", _edit(claim)) if said else None


def _no_baseline(claim: Claim) -> tuple[str, str] | None:
    if claim.worth < TOLD:
        return None
    for metric in claim.metrics:
        if not _stands(metric) and not words.is_compared(words.around(claim.told, metric.after)):
            value = " ".join(part for part in (metric.after, metric.unit) if part)
            return f"{metric.name}: {value}, and what before?", _with_baseline(claim, metric)
    text = claim.impact or claim.title
    if claim.metrics or not claim.strong or not words.has_measure(text):
        return None
    if words.is_compared(words.around(claim.told)):
        return None
    return "its number has nothing to hold it against: what was it before?", _measured(claim)


def _no_number(claim: Claim) -> tuple[str, str] | None:
    if not claim.strong or claim.metrics or claim.shown or words.has_number(claim.told):
        return None
    # Not every outcome can be counted: it takes one that is called an impact, or a more, less, better.
    if not words.says_something(claim.impact) and not words.has_change(claim.told):
        return None
    return "how much, how many, how often?", _measured(claim)


def _no_beneficiary(claim: Claim) -> tuple[str, str] | None:
    if not claim.strong or not (words.says_something(claim.impact) or claim.metrics) or claim.people:
        return None
    metrics = " ".join(f"{metric.name} {metric.unit}" for metric in claim.metrics)
    if words.names_somebody(f"{claim.told}\n{metrics}"):
        return None
    return "who is better off for it?", _edit(claim, "--impact", _longer(claim.impact))


CHECKS: dict[str, Rule] = {
    "no-outcome": _no_outcome,
    "we-without-me": _we_without_me,
    "vague": _vague,
    "no-baseline": _no_baseline,
    "no-number": _no_number,
    "no-beneficiary": _no_beneficiary,
}


def of_claims(claims: Iterable[Claim], rules: Sequence[str]) -> Iterator[Finding]:
    """Yield what each claim lacks by the rules with these names, claim by claim in the order of the rules."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        if not words.is_english(claim.told):
            continue
        for rule, check in CHECKS.items():
            found = check(claim) if rule in rules else None
            if found is None:
                continue
            # Work that goes on for days is logged in the same words each day.
            if claim.worth > PLAIN or (rule, claim.title) not in seen:
                yield _finding(rule, claim, *found)
            seen.add((rule, claim.title))


def _finding(rule: str, claim: Claim, why: str, fix: str) -> Finding:
    return Finding(
        rule=rule,
        record=claim.record,
        criterion=claim.criterion,
        day=claim.day,
        title=named_links(beginning(claim.title, 200)),
        why=why,
        fix=fix,
        worth=claim.worth,
    )


def _has_outcome(claim: Claim) -> bool:
    return words.says_something(claim.impact) or bool(claim.metrics) or words.has_outcome(claim.told)


def _stands(metric: Metric) -> bool:
    """Tell whether a metric's number says on its own what it stands against."""
    signed = metric.after[:1] in "+-−"
    said = metric.before or not words.has_digits(metric.after)
    return bool(said) or signed or words.is_compared(f"{metric.name} {metric.after} {metric.unit}")


def _edit(claim: Claim, *options: str) -> str:
    """Return the command that changes a claim; without options an editor opens."""
    if claim.criterion:
        return shlex.join(("growth", "assess", "rate", claim.criterion, "--statement", "…"))
    return shlex.join(("growth", "edit", claim.record, *options))


def _measured(claim: Claim) -> str:
    return _edit(claim, "--metric", "…: … -> …")


def _with_baseline(claim: Claim, open_: Metric) -> str:
    """Return the command that gives a claim its metrics again, one of them with its baseline to fill in."""
    # --metric replaces all that an entry has.
    options: list[str] = []
    for metric in claim.metrics:
        unit = f" {metric.unit}" if metric.unit else ""
        before = "…" if metric is open_ else f"{metric.before}{unit}" if metric.before else ""
        text = f"{metric.name}: {before}{' -> ' if before else ''}{metric.after}{unit}"
        if not _reads_back(text.replace("… ->", f"1{unit} ->"), metric):
            return _edit(claim)
        options += ["--metric", text]
    return _edit(claim, *options)


def _reads_back(text: str, metric: Metric) -> bool:
    """Tell whether typing a metric gives that metric; one that was imported may not be typed."""
    try:
        found = capture.metric(text)
    except WrongUsage:
        return False
    return (found.name, found.after, found.unit) == (metric.name, metric.after, metric.unit)


def _longer(impact: str) -> str:
    return f"{impact} …" if impact and len(impact) <= LONGEST else "…"
