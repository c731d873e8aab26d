"""The practice register in words, and who of it is meant by a name."""

from collections.abc import Iterable, Iterator
from shlex import quote

from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.practice import Derived, Practice, PracticeKind, State
from growth.rules.day_words import counted
from growth.text.fold import fold

# How much of a hash tells one from another.
SHORT_HASH = 12
# What a state of each kind is called.
STATES: dict[PracticeKind, str] = {
    "dataset": "version", "pipeline": "run", "model": "version", "eval": "value", "prompt": "version",
}  # fmt: skip
MINE = ("", "me")
# What something may be made of, and what may be made of something.
MADE_OF: tuple[PracticeKind, ...] = ("dataset", "model", "prompt")


class Register:
    """The records of the register, by kind and name; a name is written as it likes, and found folded."""

    def __init__(self, practices: Iterable[Practice]) -> None:
        self.practices = ordered(practices)
        self._named = {(one.kind, fold(one.name)): one for one in self.practices}

    def get(self, kind: PracticeKind, name: str) -> Practice | None:
        """Return what has that kind and name."""
        return self._named.get((kind, fold(name)))

    def origin(self, kind: PracticeKind, of: str) -> tuple[PracticeKind, str]:
        """Return kind and name of what something of a kind was made of: of its own kind, else of another.

        `model:ranker` names the kind. What is not there is of its own kind.
        """
        if self.get(kind, of) is None:
            said, _, name = of.partition(":")
            for other in MADE_OF:
                if fold(said) == other and name.strip():
                    return other, name.strip()
            for other in MADE_OF:
                if self.get(other, of):
                    return other, of
        return kind, of

    def named(self, name: str) -> list[Practice]:
        """Return what has that name, of any kind; `dataset:reviews` names the kind, too."""
        kind, colon, rest = name.partition(":")
        both = [one for one in self.practices if colon and one.kind == fold(kind) and _is(one, rest)]
        return both or [one for one in self.practices if _is(one, name)]

    def of(self, kind: PracticeKind) -> list[Practice]:
        """Return those of a kind that are still used."""
        return [one for one in self.practices if one.kind == kind and one.retired is None]

    def runs(self, model: Practice) -> list[Practice]:
        """Return the pipelines that train a model."""
        return [one for one in self.practices if one.trains and _is(model, one.trains)]

    def evals(self, model: Practice) -> list[Practice]:
        """Return the evals of a model that are still used."""
        return [one for one in self.of("eval") if one.model and _is(model, one.model)]


def _is(one: Practice, name: str) -> bool:
    return fold(one.name) == fold(name.strip())


def ordered(practices: Iterable[Practice]) -> list[Practice]:
    """Return them kind by kind, each by name."""
    kinds = list(STATES)
    return sorted(practices, key=lambda one: (kinds.index(one.kind), fold(one.name), one.id))


def begun(practices: Iterable[Practice]) -> Day:
    """Return the first day that a register knows anything of."""
    return min(min((state.day for state in one.states), default=one.day) for one in practices)


def as_of(practices: Iterable[Practice], day: Day) -> list[Practice]:
    """Return a register as it was at the end of a day, as far as its days tell."""
    return [
        replace(
            one,
            states=tuple(state for state in one.states if state.day <= day),
            retired=one.retired if one.retired and one.retired <= day else None,
        )
        for one in practices
        if one.day <= day or any(state.day <= day for state in one.states)
    ]


def typed(one: Practice) -> str:
    """Return how something is named on a command line, whatever else has its name: `dataset:reviews`."""
    return quote(f"{one.kind}:{one.name}")


def state_words(state: State) -> str:
    """Return what a state says: `v3, 12,000 rows, 1f2e3d4c5b6a`, or `0.91 on v3`."""
    value = f"{state.value} on {state.on_version}" if state.on_version else state.value
    digits = state.hash.rpartition(":")[2][:SHORT_HASH]
    parts = [
        value,
        f"of {state.version}" if value and state.version else state.version,
        f"{state.rows:,} {'row' if state.rows == 1 else 'rows'}" if state.rows is not None else "",
        # A version that was made of the hash says as much.
        "" if state.version and digits.startswith(state.version) else digits,
        state.note,
    ]
    return ", ".join(filter(None, parts))


def version_of(one: Practice, day: Day | None = None) -> str:
    """Return what names the newest version of something, or that of a day: its name, else its hash."""
    those = [state for state in one.states if day is None or state.day <= day]
    return those[-1].version or those[-1].hash if those else ""


def is_version(state: State, version: str) -> bool:
    """Tell whether a version or a hash, or the beginning of one, is that of a state."""
    if version in (state.version, state.hash):
        return True
    digits = version.rpartition(":")[2]
    return len(digits) >= SHORT_HASH and state.hash.rpartition(":")[2].startswith(digits)


def short_version(version: str) -> str:
    """Return a version to be read: a hash is cut."""
    _, colon, digits = version.rpartition(":")
    return digits[:SHORT_HASH] if colon or len(version) >= 32 else version


def derived_words(one: Derived) -> str:
    """Return what something was made of: `reviews-raw (split 90/10)`."""
    return f"{one.of} ({one.by})" if one.by else one.of


def sort(one: Practice) -> str:
    """Return what something is among its kind: `test set`, `by hand`; nothing where that is not said."""
    if one.kind == "dataset":
        return {"": "", "fine-tuning": "fine-tuning data"}.get(one.role, f"{one.role} set")
    return {"": "", "by-hand": "by hand", "automated": "automated"}[one.trigger]


def what(one: Practice) -> str:
    """Return what something is: `test set`, `pipeline, automated`, `eval`."""
    if one.kind == "pipeline" and one.trigger:
        return f"{one.kind}, {sort(one)}"
    return sort(one) or one.kind


def newest(one: Practice) -> str:
    """Return what the newest state of something says: `v3, 12,000 rows`, `accuracy 0.91 on v1`."""
    words = state_words(one.last) if one.last else ""
    return f"{one.metric} {words}".strip() if one.kind == "eval" else words


def said(one: Practice) -> str:
    """Return what something is and its newest state, on one line: `test set, v3, 12,000 rows`."""
    ran = f"last run {one.last.day}" if one.kind == "pipeline" and one.last else ""
    return ", ".join(filter(None, (what(one), ran, newest(one), "retired" if one.retired else "")))


def told(one: Practice) -> str:
    """Return something by its name and what it is: `reviews-test: test set, v3`."""
    return f"{one.name}: {said(one)}"


def fields(one: Practice) -> Iterator[tuple[str, str]]:
    """Yield what a record says of itself but for its owner and its states, each with its label."""
    yield "purpose", one.purpose
    yield "where", one.location
    yield "licence", one.licence
    yield from (("made of", derived_words(part)) for part in one.derived)
    yield from (("data", name) for name in one.data)
    yield from (("prompt", name) for name in one.prompts)
    yield "trains", one.trains
    measured = " of ".join(filter(None, (one.metric, one.model)))
    yield "measures", f"{measured} on {one.on}" if one.on else measured
    starts = {"": "", "by-hand": "by hand", "automated": "automatically"}[one.trigger]
    cadence = f"every {counted(one.cadence, 'day')}" if one.cadence else ""
    yield "runs", ", ".join(filter(None, (starts, cadence)))
    yield from (("by hand", step) for step in one.by_hand)
    yield "note", one.note
