"""The practice register: a dataset, a pipeline, a model, an eval or a prompt, and each state it had.

It holds references and hashes, never the data.
"""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

PracticeKind = Literal["dataset", "pipeline", "model", "eval", "prompt"]
PRACTICE_KINDS: tuple[PracticeKind, ...] = ("dataset", "pipeline", "model", "eval", "prompt")
Role = Literal["", "training", "validation", "test", "fine-tuning"]
ROLES: tuple[str, ...] = ("training", "validation", "test", "fine-tuning")
Trigger = Literal["", "by-hand", "automated"]
TRIGGERS: tuple[str, ...] = ("by-hand", "automated")


class Derived(msgspec.Struct, frozen=True, omit_defaults=True):
    """What something was made of, and the transformation.

    `of` names one of its own kind, else a dataset, a model or a prompt; `model:ranker` says which.
    """

    of: str
    by: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of a dataset, a model or a prompt, one run of a pipeline, or one value of an eval.

    `on_version` says which version, or else which hash, of the test set a value was measured on, `version`
    of an eval which version of the model or prompt. A value stays as it was written.
    """

    day: Day
    version: str = ""
    hash: str = ""
    rows: int | None = None
    value: str = ""
    on_version: str = ""
    note: str = ""


class Vote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one user of a model said of it."""

    up: bool
    comment: str
    day: Day | None = None


class Votes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many users of a model were content in a period, half-open, and what some of them said."""

    period: str
    start: Day
    end: Day
    up: int
    down: int
    said: tuple[Vote, ...] = ()


class Practice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing of the register. Its name is there once in its kind.

    `day` is the day from which it is there, `retired` that from which it is no longer used. `owned_by` is
    `me`, a handle or the name of a team, empty where nobody said. What it takes stands by name: `data`
    are datasets and `prompts` prompts, that a pipeline, a model or an eval uses; `trains` is the model of
    a pipeline; `model`, `on` and `metric` say what an eval measures, on which test set. `by_hand` are the
    steps of a pipeline that somebody still does, `cadence` the days from one run to the next. The newest
    of its `states` is the last.
    """

    id: str = ""
    kind: PracticeKind
    name: str
    day: Day
    owned_by: str = ""
    location: str = ""
    licence: str = ""
    role: Role = ""
    purpose: str = ""
    derived: tuple[Derived, ...] = ()
    data: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    trains: str = ""
    trigger: Trigger = ""
    by_hand: tuple[str, ...] = ()
    cadence: int | None = None
    model: str = ""
    on: str = ""
    metric: str = ""
    states: tuple[State, ...] = ()
    votes: tuple[Votes, ...] = ()
    note: str = ""
    retired: Day | None = None
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None

    @property
    def last(self) -> State | None:
        """Its newest state."""
        return self.states[-1] if self.states else None
