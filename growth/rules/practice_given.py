"""A record of the register out of what was said of it: which field goes with which kind, and its states."""

from collections.abc import Iterable, Mapping
from shlex import quote
from typing import Any

from msgspec.structs import replace

from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.practice import Derived, Practice, PracticeKind, State
from growth.rules.day_words import a, day_words
from growth.rules.lineage import lineage
from growth.rules.measured import measured
from growth.rules.practices import STATES, Register, is_version, short_version, typed, version_of
from growth.text.fold import fold

# What goes with some kinds only, by the option that says it; all else goes with each.
ONLY: dict[str, tuple[PracticeKind, ...]] = {
    "role": ("dataset",),
    "derived_from": ("dataset", "model", "prompt"),
    "by": ("dataset", "model", "prompt"),
    "data": ("pipeline", "model"),
    "prompts": ("pipeline", "model", "eval"),
    "trains": ("pipeline",),
    "trigger": ("pipeline",),
    "by_hand": ("pipeline",),
    "cadence": ("pipeline",),
    "model": ("eval",),
    "on": ("eval",),
    "metric": ("eval",),
    "rows": ("dataset",),
    "value": ("eval",),
    "on_version": ("eval",),
}
_OPTIONS = {"prompts": "prompt", "cadence": "every"}
_OF_STATE = ("version", "hash", "rows", "value", "on_version")
_LISTS = ("data", "prompts", "by_hand")


def check_kind(kind: PracticeKind, given: Mapping[str, Any]) -> None:
    """Refuse what does not go with a kind."""
    for name in given:
        if kind not in ONLY.get(name, (kind,)):
            option = _OPTIONS.get(name, name).replace("_", "-")
            raise WrongUsage(
                f"--{option} does not go with {a(kind)}", f"it goes with: {', '.join(ONLY[name])}"
            )


def fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a record that were given; those of a state are not among them."""
    said = {name: value for name, value in given.items() if name not in (*_OF_STATE, "derived_from", "by")}
    for name in _LISTS:
        if name in said:
            said[name] = tuple(dict.fromkeys(filter(None, said[name])))
    if "derived_from" in given:
        said["derived"] = _derived(given["derived_from"], given.get("by", ()))
    elif given.get("by"):
        raise WrongUsage("--by says how something was made of another", "add --derived-from NAME")
    return said


def _derived(names: Iterable[str], ways: Iterable[str]) -> tuple[Derived, ...]:
    """Return what something was made of; one transformation may be that of all, else each has its own."""
    those, by = [name for name in names if name], list(ways)
    if len(by) > 1 and len(by) != len(those):
        raise WrongUsage(
            f"{len(by)} transformations for {len(those)} that it was made of", "give --by once, or for each"
        )
    by = by * len(those) if len(by) == 1 else by or [""] * len(those)
    return tuple(Derived(name, way) for name, way in zip(those, by, strict=True))


def check_new(register: Register, kind: PracticeKind, name: str) -> None:
    """Refuse a name that there is already."""
    found = register.get(kind, name)
    if found:
        raise Refused(
            f"there is {a(kind)} {found.name} already: {found.id}",
            f"its next {STATES[kind]}: growth practice state {kind}:{found.name}",
        )


def check_circle(register: Register, one: Practice) -> None:
    """Refuse what would be made of itself; by way of a run, it is another version that it is made of."""
    others = [other for other in register.practices if not other.id or other.id != one.id]
    known = Register(other for other in (*others, one) if other.kind != "pipeline")
    circles = lineage(known, one).circles
    mine = next((circle for circle in circles if any(fold(name) == fold(one.name) for name in circle)), None)
    if mine:
        raise WrongUsage(f"{one.name} would be made of itself: {' ← '.join(mine)}", "leave out one of them")


def missing(register: Register, one: Practice) -> list[tuple[PracticeKind, str]]:
    """Return what a record names that is not in the register."""
    named: list[tuple[PracticeKind, str]] = [register.origin(one.kind, part.of) for part in one.derived]
    named += [("dataset", name) for name in (*one.data, one.on) if name]
    named += [("prompt", name) for name in one.prompts]
    named += [("model", name) for name in (one.trains, one.model) if name]
    return [pair for pair in dict.fromkeys(named) if register.get(*pair) is None]


def state(register: Register, one: Practice, given: Mapping[str, Any], day: Day) -> State:
    """Return the state that was given; a value is on the version that its test set had that day."""
    said = {name: given[name] for name in _OF_STATE if given.get(name) not in (None, "")}
    if "value" in said and "on_version" not in said and one.on:
        test = register.get("dataset", one.on)
        newest = version_of(test, day) if test else ""
        said |= {"on_version": newest} if newest else {}
    elif said.get("on_version") and one.on:
        _check_version(register.get("dataset", one.on), said["on_version"])
    return State(day=day, note=given.get("said", ""), **said)


def _check_version(test: Practice | None, version: str) -> None:
    """Refuse a version that a test set never had; of one without versions nothing is known."""
    known = (
        [named for one in test.states if (named := one.version or short_version(one.hash))] if test else []
    )
    if test and known and not any(is_version(one, version) for one in test.states):
        raise Refused(
            f"{test.name} has no version {version}; there {'is' if len(known) == 1 else 'are'} "
            f"{', '.join(dict.fromkeys(known))}",
            f"where it is a new one: growth practice state {typed(test)} --version {quote(version)}",
        )


def _is_same(one: Practice, new: State) -> bool:
    """Tell whether a state says what the newest one by then does; each run of a pipeline is one more.

    The same value of another day is new: it was measured again.
    """
    those = [state for state in one.states if state.day <= new.day]
    if one.kind == "pipeline" or not those or (one.kind == "eval" and those[-1].day != new.day):
        return False
    last = those[-1]
    same = all(getattr(last, name) == getattr(new, name) for name in _OF_STATE)
    return same and new.note in ("", last.note)


def with_state(one: Practice, new: State, today: Day) -> Practice:
    """Return a record with a new state, as it was where that says the same; refuse one that says nothing."""
    empty = State(day=new.day, note=new.note)
    if new == empty and one.kind != "pipeline":
        needed = "--value VALUE" if one.kind == "eval" else "--version VERSION, or --hash HASH"
        raise WrongUsage(f"there is nothing new of {one.name}", f"give {needed}")
    if one.kind == "eval" and not new.value:
        raise WrongUsage(f"an eval has a value, and none is given for {one.name}", "give --value VALUE")
    if new.value and measured(new.value) is None:
        raise WrongUsage(f"there is no number in the value {new.value!r}", "such as --value 0.91, or 91%")
    if _is_same(one, new):
        return one
    last = one.last
    if last and new.hash and new.hash == last.hash and new.version in ("", last.version):
        raise Refused(f"{one.name} has not changed since {day_words(last.day, today)}", "nothing was stored")
    # A state of a day before comes before those of later days.
    return replace(one, states=tuple(sorted((*one.states, new), key=lambda state: state.day)))


def renamed(register: Register, one: Practice, name: str) -> list[tuple[Practice, Practice]]:
    """Return each other record that names something, as it is and with the new name."""

    def new(kind: PracticeKind, old: str) -> str:
        return name if kind == one.kind and fold(old) == fold(one.name) else old

    def origin(kind: PracticeKind, old: str) -> str:
        there, plain = register.origin(kind, old)
        said = new(there, plain)
        # What was named with its kind stays so, and what would else mean another of its own kind.
        return old if said == plain else said if there == kind else f"{there}:{said}"

    pairs = []
    for other in register.practices:
        changed = replace(
            other,
            derived=tuple(replace(part, of=origin(other.kind, part.of)) for part in other.derived),
            data=tuple(new("dataset", part) for part in other.data),
            prompts=tuple(new("prompt", part) for part in other.prompts),
            trains=new("model", other.trains),
            model=new("model", other.model),
            on=new("dataset", other.on),
        )
        if changed != other and other.id != one.id:
            pairs.append((other, changed))
    return pairs
