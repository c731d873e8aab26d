"""Whether habits with data, pipelines, evals and prompts are sound: what is not, and what is."""

from collections.abc import Iterable, Iterator, Sequence
from shlex import quote
from zlib import crc32

import msgspec

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.ids import short
from growth.records.practice import Derived, Practice
from growth.records.thumb import Thumb
from growth.rules.claimed_quality import claims
from growth.rules.day_words import counted, day_words
from growth.rules.findings import PRACTICE, target
from growth.rules.lineage import made_of, passed
from growth.rules.measured import measured
from growth.rules.practices import (
    MINE,
    Register,
    derived_words,
    is_version,
    short_version,
    typed,
    version_of,
)
from growth.text.fold import fold

TRAINING = ("training", "fine-tuning")
# These need nothing but what they are about: of what somebody shared, all the rest may just not be there.
_OF_ITSELF = ("leaked-test", "stale-eval", "untraced-data", "overdue-run", "by-hand")


class Verdict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one rule says of one record: `good`, or what is wrong with it and the command that mends it.

    `cites` are the ids it rests on, the record's own first. `owner` is whose it is, empty where it is mine.
    `cause` stands for what is wrong, so that a thumb down on it is none on what is wrong later.
    """

    rule: str
    record: str
    name: str
    day: Day
    why: str
    good: bool = False
    fix: str = ""
    owner: str = ""
    cites: tuple[str, ...] = ()
    cause: str = ""

    @property
    def code(self) -> str:
        """What a thumb on it names."""
        return target(self.rule, short(self.record))


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a register of so many things; `rejected` are findings with a thumb down."""

    things: int
    findings: tuple[Verdict, ...] = ()
    good: tuple[Verdict, ...] = ()
    rejected: int = 0


def check(
    practices: Iterable[Practice],
    entries: Iterable[Entry],
    thumbs: Iterable[Thumb],
    today: Day,
    *,
    theirs: bool = False,
) -> Checked:
    """Return what is not sound in a register, and what is; `theirs` is what somebody shared of one."""
    register = Register(practices)
    every = [one for rule in _RULES for one in rule(register, today)]
    every += claims(register, entries, _claim)
    every = [one for one in every if not theirs or one.rule in _OF_ITSELF]
    down = {one.target: one.cause for one in thumbs if not one.up}
    bad = [one for one in every if not one.good]
    # A thumb from before they had a cause is on whatever the rule finds.
    findings = [one for one in bad if down.get(target(one.rule, one.record)) not in ("", one.cause)]
    rules = list(PRACTICE)
    return Checked(
        things=len(register.practices),
        findings=tuple(sorted(findings, key=lambda one: (rules.index(one.rule), one.name, one.record))),
        good=tuple(one for one in every if one.good),
        rejected=len(bad) - len(findings),
    )


def seen(findings: Iterable[Verdict], visible: Iterable[str]) -> tuple[Verdict, ...]:
    """Return those that rest on nothing but what somebody may see."""
    ids = set(visible)
    return tuple(one for one in findings if ids.issuperset(one.cites))


def _verdict(
    rule: str, one: Practice, good: bool, why: str, fix: str = "", *, cause: object = "",
    beside: Sequence[Practice] = (),
) -> Verdict:  # fmt: skip
    return Verdict(
        rule=rule, record=one.id, name=one.name, good=good, why=why, fix="" if good else fix,
        day=one.last.day if one.last else one.day, cause="" if good else _sign(cause),
        owner="" if one.owned_by in MINE else one.owned_by,
        cites=tuple(dict.fromkeys((one.id, *(other.id for other in beside)))),
    )  # fmt: skip


def _sign(cause: object) -> str:
    """Return what stands for a cause in a thumb, and tells nothing of it."""
    return f"{crc32(str(cause).encode()):08x}"


def _claim(entry: Entry, metric: str, wrong: str, fix: str) -> Verdict:
    why = f"it claims {metric}; {wrong}"
    return Verdict(
        rule="bare-claim", record=entry.id, name=entry.title, day=entry.day, why=why, fix=fix,
        cites=(entry.id,), cause=_sign(metric),
    )  # fmt: skip


def _leaked(register: Register, _today: Day) -> Iterator[Verdict]:
    """Look for a test set that is made of training data, or the other way round."""
    # Training data that is no longer used is in the models that were trained with it.
    trained = [
        (one, made_of(register, one))
        for one in register.practices
        if one.kind == "dataset" and one.role in TRAINING
    ]
    for test in (one for one in register.of("dataset") if one.role == "test"):
        origins = made_of(register, test)
        for training, its in trained:
            down, up = origins.get(("dataset", fold(training.name))), its.get(("dataset", fold(test.name)))
            if path := down or up:
                role = f"{training.role} data"
                why = f"it is made of {role}" if down else f"{role} is made of it"
                over = passed(register, test if down else training, path)
                way = " ← ".join(map(derived_words, path))
                yield _verdict(
                    "leaked-test", test, False, f"{why}: {way}", _without(over[-2], path[-1]), cause=way,
                    beside=over,
                )  # fmt: skip
                break
        else:
            if origins and trained:
                yield _verdict("leaked-test", test, True, f"the test set {test.name} holds no training data")


def _without(one: Practice, leak: Derived) -> str:
    """Return the command that says what something is made of instead of a leak."""
    rest = [part for part in one.derived if part != leak] or [Derived("OTHER", "HOW")]
    said = [f"--derived-from {quote(part.of)}" for part in rest]
    said += [f"--by {quote(part.by)}" for part in rest if any(part.by for part in rest)]
    return f"growth practice edit {typed(one)} {' '.join(said)}"


def _stale(register: Register, today: Day) -> Iterator[Verdict]:
    """Look for a value of an eval whose test set is another one by now."""
    for one in register.of("eval"):
        test = register.get("dataset", one.on) if one.on else None
        if one.last is None or test is None or test.last is None:
            continue
        since = day_words(test.last.day, today)
        now = short_version(version_of(test)) or "another"
        if one.last.on_version:
            good = is_version(test.last, one.last.on_version)
            was = f"on {short_version(one.last.on_version)}"
        else:
            good, was = test.last.day <= one.last.day, f"on {day_words(one.last.day, today)}"
        value = f"{one.metric} {one.last.value}".strip()
        if not good:
            why = f"{value} was measured {was}; {test.name} is {now} since {since}"
            fix = f"growth practice state {typed(one)} --value VALUE"
            cause = (one.last.day, value, version_of(test), test.last.day)
            yield _verdict("stale-eval", one, False, why, fix, cause=cause, beside=[test])
        elif one.last.on_version and measured(one.last.value):
            why = f"{value} was measured {was} of {test.name}, the version it has now"
            yield _verdict("stale-eval", one, True, why, beside=[test])


def _untraced(register: Register, _today: Day) -> Iterator[Verdict]:
    """Look for data to fine-tune with of which nobody knows whose it is, or what is allowed."""
    for one in (one for one in register.of("dataset") if one.role == "fine-tuning"):
        lacks = [word for word, there in (("licence", one.licence), ("owner", one.owned_by)) if not there]
        if lacks:
            fix = f"growth practice edit {typed(one)} " + " ".join(
                f"--{word} {word.upper()}" for word in lacks
            )
            why = f"it has no {' and no '.join(lacks)}"
            yield _verdict("untraced-data", one, False, why, fix, cause=lacks)
        else:
            yield _verdict("untraced-data", one, True, f"the data of {one.name} has licence and owner")


def _overdue(register: Register, today: Day) -> Iterator[Verdict]:
    """Look for a pipeline that should have run again by now."""
    for one in register.of("pipeline"):
        if not one.cadence:
            continue
        gone = (today - (one.last.day if one.last else one.day)).days
        every = f"every {counted(one.cadence, 'day')}"
        if gone > one.cadence:
            ran = f"the last run was {gone} days ago" if one.last else f"it has not run in {gone} days"
            fix = f"once it has run: growth practice state {typed(one)}"
            cause = (one.cadence, one.last.day if one.last else one.day)
            yield _verdict("overdue-run", one, False, f"it is to run {every}, {ran}", fix, cause=cause)
        elif one.last:
            yield _verdict("overdue-run", one, True, f"the pipeline {one.name} runs {every} as planned")


def _by_hand(register: Register, _today: Day) -> Iterator[Verdict]:
    """Look for what somebody does by hand."""
    for one in register.of("pipeline"):
        starts = ["somebody starts it"] if one.trigger == "by-hand" else []
        if starts or one.by_hand:
            steps = [f"by hand: {', '.join(one.by_hand)}"] if one.by_hand else []
            edit = f"growth practice edit {typed(one)}"
            fixes = [f"once something starts it: {edit} --trigger automated" for _ in starts]
            fixes += [f"once no step is by hand: {edit} --by-hand ''" for _ in steps]
            why, cause = "; ".join([*starts, *steps]), [*starts, *one.by_hand]
            yield _verdict("by-hand", one, False, why, "; ".join(fixes), cause=cause)
        elif one.trigger and one.last:
            yield _verdict("by-hand", one, True, f"nothing of the pipeline {one.name} is done by hand")


def _untried(register: Register, today: Day) -> Iterator[Verdict]:
    """Look for a prompt that no eval has a value for, or none since its newest version."""
    evals = register.of("eval")
    for one in register.of("prompt"):
        those = [other for other in evals if any(fold(name) == fold(one.name) for name in other.prompts)]
        days = [other.last.day for other in those if other.last]
        fix = (
            f"growth practice state {typed(those[0])} --value VALUE"
            if those
            else f"growth practice add eval NAME --prompt {quote(one.name)} --metric METRIC --value VALUE"
        )
        cause = (version_of(one), one.last.day if one.last else one.day)
        if not days:
            yield _verdict("untried-prompt", one, False, "no eval has a value for it", fix, cause=cause)
        elif one.last and one.last.day > max(days):
            new, tried = day_words(one.last.day, today), day_words(max(days), today)
            why = f"its newest version is of {new}, its last eval of {tried}"
            yield _verdict("untried-prompt", one, False, why, fix, cause=cause, beside=those)
        else:
            yield _verdict("untried-prompt", one, True, f"the prompt {one.name} is evaluated", beside=those)


_RULES = (_leaked, _stale, _untraced, _overdue, _by_hand, _untried)
