"""What an import of practices would do: which are new, which have a new state, which were edited here.

A state is a fact and is always taken in. Words follow their source until somebody edits them here; then
only what was empty is filled.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from growth.records.practice import Practice, PracticeKind, State
from growth.rules.practices import ordered
from growth.text.fold import fold

# How each is called here: by the project that told of it, and by none for what another project refers to.
Named = dict[tuple[str, PracticeKind, str], str]
FOLLOWED = (
    "owned_by", "location", "licence", "role", "purpose", "derived", "data", "prompts", "trains", "trigger",
    "cadence", "model", "on", "metric", "note",
)  # fmt: skip


class PracticePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing practices would do; `edited` say something else here than their source does."""

    new: tuple[Practice, ...] = ()
    changed: tuple[tuple[Practice, Practice], ...] = ()
    edited: tuple[Practice, ...] = ()
    already: int = 0


class _Register:
    """The register while an import is planned: as it would be after what was looked at."""

    def __init__(self, here: Iterable[Practice]) -> None:
        self.before = {one.id: one for one in here}
        self.those = [*self.before.values()]
        self.new: list[int] = []
        self.index: dict[str, int] = {}
        self.named: dict[tuple[str, str], int] = {}
        for place, one in enumerate(self.those):
            self._know(place, one)

    def _know(self, place: int, one: Practice) -> None:
        self.index |= dict.fromkeys(one.source.splitlines(), place)
        self.named[one.kind, fold(one.name)] = place

    def place(self, found: Practice) -> int | None:
        """Return where something is kept: under its key, or its name where that is the same thing."""
        if found.source in self.index:
            return self.index[found.source]
        place = self.named.get((found.kind, fold(found.name)))
        return place if place is not None and _is_same(self.those[place], found) else None

    def free(self, found: Practice) -> str:
        """Return a name for something new that nothing of its kind has yet."""
        _, project, _, key = found.source.split(":", 3)
        names = (found.name, f"{project}/{found.name}", key, f"{project}/{key}")
        return next((one for one in names if one and (found.kind, fold(one)) not in self.named), found.source)

    def put(self, place: int | None, one: Practice) -> None:
        """Put what is kept after all in its place, or at the end."""
        if place is None:
            place = len(self.those)
            self.those.append(one)
            self.new.append(place)
        self.those[place] = one
        self._know(place, one)


def _is_same(here: Practice, found: Practice) -> bool:
    """Tell whether two of a name are one: one was written by hand, or two tools tell of one project."""
    if not here.source:
        return True
    tool, project = found.source.split(":", 2)[:2]
    those = [key.split(":", 2)[:2] for key in here.source.splitlines() if key.count(":") >= 2]
    return bool(project) and all(other != tool and where == project for other, where in those)


def plan(found: Sequence[Practice], here: Iterable[Practice]) -> PracticePlan:
    """Return what importing `found` would do beside the practices that are `here`."""
    register = _Register(here)
    named: Named = {}
    places = []
    for one in found:
        place = register.place(one)
        name = register.free(one) if place is None else register.those[place].name
        named[_project(one), one.kind, one.name] = name
        named.setdefault(("", one.kind, one.name), name)
        # What comes later may have the name that is taken by this.
        if place is None:
            register.put(None, msgspec.structs.replace(one, name=name))
            place = len(register.those) - 1
        places.append(place)
    edited: list[Practice] = []
    for place, one in zip(places, found, strict=True):
        old = register.those[place]
        new, differs = followed(old, renamed(one, named))
        register.put(place, new)
        if differs and new.id:
            edited.append(register.before[new.id])
    return _sorted_out(register, edited, {*places})


def _sorted_out(register: _Register, edited: list[Practice], places: set[int]) -> PracticePlan:
    pairs = [(register.before[one.id], one) for one in ordered(register.those) if one.id]
    known = sum(1 for place in places if register.those[place].id)
    changed = tuple((old, new) for old, new in pairs if old != new)
    return PracticePlan(
        new=tuple(register.those[place] for place in register.new), changed=changed,
        edited=tuple(edited), already=known - len(changed),
    )  # fmt: skip


def _project(one: Practice) -> str:
    return one.source.split(":", 2)[1] if one.source.count(":") > 1 else ""


def renamed(one: Practice, named: Named) -> Practice:
    """Return a practice that names others as they are called here, those of its own project first."""
    project = _project(one)

    def called(kind: PracticeKind, name: str) -> str:
        return named.get((project, kind, name)) or named.get(("", kind, name), name)

    derived = tuple(msgspec.structs.replace(part, of=called(one.kind, part.of)) for part in one.derived)
    return msgspec.structs.replace(
        one, derived=derived, data=tuple(called("dataset", name) for name in one.data),
        prompts=tuple(called("prompt", name) for name in one.prompts), trains=called("model", one.trains),
        on=called("dataset", one.on), model=called("model", one.model),
    )  # fmt: skip


def followed(old: Practice, found: Practice) -> tuple[Practice, bool]:
    """Return a practice with what its source says today, and whether it says something else here.

    What two tools tell of has its words from the first of them.
    """
    keys = old.source.splitlines()
    first = keys[:1] == [found.source]
    by_hand = old.changed is not None or not first
    fields: dict[str, Any] = {"states": states(old.states, found.states)}
    differs = False
    for name in FOLLOWED:
        mine, theirs = getattr(old, name), getattr(found, name)
        differs = differs or bool(by_hand and first and mine and theirs and mine != theirs)
        fields[name] = (mine or theirs) if by_hand else (theirs or mine)
    if found.source not in keys:
        fields["source"] = "\n".join([*keys, found.source])
    return msgspec.structs.replace(old, **fields), differs


def _fact(state: State) -> State:
    return msgspec.structs.replace(state, note="")


def _shape(state: State) -> tuple[bool, bool, bool]:
    return bool(state.version), bool(state.hash), bool(state.value)


def _undated(state: State, day: State) -> State:
    return msgspec.structs.replace(state, note="", day=day.day)


def states(old: Sequence[State], found: Sequence[State]) -> tuple[State, ...]:
    """Return the states of something with those that were found and are not there yet, by their days.

    A source without a history tells of today: what says the same as the newest state of its sort is no
    new one, but what was there before that and has come back is.
    """
    today = len(found) == 1
    out = list(old)
    facts = {_fact(state) for state in old}
    for state in found:
        newest = next((one for one in reversed(out) if _shape(one) == _shape(state)), None)
        if _fact(state) in facts or (today and newest and _undated(newest, state) == _fact(state)):
            continue
        out.append(state)
        facts.add(_fact(state))
    return tuple(sorted(out, key=lambda state: state.day))
