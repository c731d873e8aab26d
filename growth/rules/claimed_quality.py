"""Where the journal claims the quality of a model, and whether it was measured on a known test set."""

import re
from collections.abc import Callable, Iterable, Iterator
from shlex import quote
from typing import TypeVar

from growth.records.entry import Entry, Metric
from growth.records.ids import short
from growth.records.practice import Practice
from growth.rules.measured import measured, rose, says
from growth.rules.practices import Register, begun, short_version, typed
from growth.text.fold import fold

T = TypeVar("T")
# What the quality of models is measured by, beside the metrics of evals in the register.
QUALITY = frozenset(
    ("accuracy", "auc", "auroc", "bleu", "chrf", "f1", "loss", "mae", "mrr", "ndcg", "perplexity",
     "precision", "recall", "rmse", "rouge", "wer")
)  # fmt: skip
# What these name beside a metric is how far it moved, and no level of it.
_MOVED = frozenset(
    ("change", "changed", "decrease", "delta", "drop", "dropped", "gain", "gained", "improvement", "increase",
     "loss", "lost", "reduction")
)  # fmt: skip
UNMEASURED = "it names no version of a test set it was measured on"
_WORD = re.compile(r"[^\W_]+")


def claims(
    register: Register, entries: Iterable[Entry], tell: Callable[[Entry, str, str, str], T]
) -> Iterator[T]:
    """Yield what `tell` makes of each entry that claims a quality which nothing in the register bears out.

    It gets the entry, its claim, what is wrong with it and the command that mends it.

    It is borne out by a value of an eval of that metric, with the version of its test set, of that day or
    one before, which says the same number. What is older than the register could not be in it.
    """
    if not register.practices:
        return
    first = begun(register.practices)
    evals = [one for one in register.practices if one.kind == "eval"]
    names = {fold(one.metric) for one in evals if one.metric}
    for entry in entries:
        if entry.about or entry.day < first or entry.precision == "none":
            continue
        for metric in entry.metrics:
            if _is_quality(metric, names) and not any(_bears_out(one, metric, entry) for one in evals):
                value = f"{metric.after}{metric.unit}"
                wrong = _against(metric, entry, evals) or UNMEASURED
                yield tell(entry, f"{metric.name} {value}", wrong, _fix(metric, entry, evals))
                break


def _against(metric: Metric, entry: Entry, evals: Iterable[Practice]) -> str:
    """Return what an eval of the metric says instead, where one says a number of a known test set."""
    for one in evals if not _is_change(metric) else ():
        states = [state for state in one.states if state.day <= entry.day and state.on_version]
        # "nDCG with 25 % missing" is another number than "nDCG", though the one measures both.
        if states and _words(one.metric) == _words(metric.name) and measured(states[-1].value):
            said = states[-1]
            return f"{one.name} says {said.value} on {short_version(said.on_version)}, of {said.day}"
    return ""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _is_quality(metric: Metric, names: Iterable[str]) -> bool:
    """Tell whether a metric is the level of a quality; "nDCG lost" is a loss of it, "loss" a quality."""
    said, known = _words(metric.name), [words for name in names if (words := _words(name))]

    def names_one(words: frozenset[str]) -> bool:
        return bool(words & QUALITY) or any(one <= words for one in known)

    moved = [word for word in said & _MOVED if not any(word in one <= said for one in known)]
    return names_one(said) and not any(names_one(said - {word}) for word in moved)


def _bears_out(one: Practice, metric: Metric, entry: Entry) -> bool:
    if not _measures(one, metric):
        return False
    said = f"{metric.after} {metric.unit}"
    those = [state for state in one.states if state.day <= entry.day]
    for place, state in enumerate(those):
        if not state.on_version:
            continue
        if says(said, state.value):
            return True
        if _is_change(metric) and any(rose(said, before.value, state.value) for before in those[:place]):
            return True
    return False


def _is_change(metric: Metric) -> bool:
    return not metric.before and metric.after.startswith(("+", "-", "−"))


def _measures(one: Practice, metric: Metric) -> bool:
    """Tell whether an eval measures what a metric of an entry names, and maybe says more of."""
    wanted = _words(one.metric or one.name)
    return bool(wanted) and (wanted <= _words(metric.name) or _words(metric.name) <= wanted)


def _fix(metric: Metric, entry: Entry, evals: Iterable[Practice]) -> str:
    """Return what mends a claim; the number that was claimed is no measurement, so it is not offered."""
    known = next((one for one in evals if _measures(one, metric)), None)
    measure = (
        f"growth practice state {typed(known)}"
        if known
        else f"growth practice add eval NAME --metric {quote(metric.name)} --on TESTSET"
    )
    correct = f"growth edit {short(entry.id)}"
    return f"measure it: {measure} --value VALUE -d {entry.day}, or correct the entry: {correct}"
