"""An invented register, to try a template on before it meets a real one."""

import datetime
from typing import Any

from growth.records.dates import Day
from growth.records.practice import Derived, Practice, State, Votes
from growth.reports.practice import context
from growth.rules.practice_checks import check
from growth.rules.practice_page import page

TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)


def contexts() -> list[dict[str, Any]]:
    """Return what a template of the register may be given: a full one and an empty one, for me and others."""
    return [
        context(
            page(those, (), check(those, (), (), TODAY), audience, TODAY),
            {"ana": "Ana Silva", "me": "Eva Lindholm"},
        )
        for those in (register(), [])
        for audience in ("me", "manager")
    ]


def register() -> list[Practice]:
    """Return a register with something of each kind, sound and not."""
    day, made = Day(2026, 1, 2), {"day": Day(2026, 1, 2), "created": _NOW}
    one = State(day=day, version="v1", rows=9)
    common: list[dict[str, Any]] = [
        {"kind": "dataset", "name": "raw", "states": (one,), "owned_by": "ana", "licence": "CC BY 4.0"},
        {"kind": "dataset", "name": "train", "role": "training", "derived": (Derived("raw", "split"),)},
        {"kind": "dataset", "name": "test", "role": "test", "derived": (Derived("raw"),), "states": (one,)},
        {"kind": "dataset", "name": "ring", "derived": (Derived("ring"),)},
        {"kind": "pipeline", "name": "run", "data": ("train", "ring"), "trains": "ranker", "cadence": 30,
         "trigger": "by-hand", "states": (State(day=day),)},
        {"kind": "model", "name": "ranker", "states": (State(day=day, version="r1"),),
         "votes": (Votes(period="2026-01", start=day, end=Day(2026, 2, 1), up=9, down=1),)},
        {"kind": "eval", "name": "accuracy", "model": "ranker", "on": "test", "metric": "accuracy",
         "states": (State(day=day, value="0.9", on_version="v1"),)},
        {"kind": "prompt", "name": "judge", "purpose": "compare"},
    ]  # fmt: skip
    return [Practice(id=f"x260102-000{n}", **made | fields) for n, fields in enumerate(common)]
