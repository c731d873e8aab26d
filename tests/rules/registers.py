"""Registers to look at: one that is sound, and what is changed of it."""

import datetime
from typing import Any

from growth.records.dates import Day
from growth.records.practice import Derived, Practice, PracticeKind, State

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = Day(2026, 11, 24)
DAY = Day(2026, 11, 1)


def thing(kind: PracticeKind, name: str, /, **fields: Any) -> Practice:
    """Return a record of the register; its id tells its name."""
    return Practice(id=f"x-{name}", kind=kind, name=name, **({"day": DAY, "created": NOW} | fields))


def dataset(name: str, **fields: Any) -> Practice:
    return thing("dataset", name, **fields)


def model(name: str, **fields: Any) -> Practice:
    return thing("model", name, **fields)


def sound() -> list[Practice]:
    """Return a register in which every habit is a good one."""
    return [
        dataset("reviews-raw", states=(State(day=DAY, version="v1", rows=10_000),)),
        dataset("reviews-train", role="training", derived=(Derived("reviews-raw", "split 90/10"),),
                states=(State(day=DAY, version="v1"),)),
        dataset("reviews-test", role="test", derived=(Derived("reviews-raw", "split 90/10"),),
                states=(State(day=DAY, version="v1", hash="sha256:0123456789abcdef0123"),)),
        dataset("answers", role="fine-tuning", licence="CC BY 4.0", owned_by="me"),
        thing("pipeline", "train", data=("reviews-train",), trains="ranker", trigger="automated", cadence=30,
              states=(State(day=Day(2026, 11, 20)),)),
        model("ranker", states=(State(day=Day(2026, 11, 20), version="r7"),)),
        thing("eval", "ranker accuracy", model="ranker", on="reviews-test", metric="accuracy",
              states=(State(day=Day(2026, 11, 20), value="0.91", version="r7", on_version="v1"),)),
        thing("prompt", "judge", purpose="compare two answers", states=(State(day=DAY, version="p1"),)),
        thing("eval", "judge agreement", prompts=("judge",), metric="agreement",
              states=(State(day=Day(2026, 11, 20), value="0.8"),)),
    ]  # fmt: skip


def changed(name: str, **fields: Any) -> list[Practice]:
    """Return the sound register with one record of it changed."""
    from msgspec.structs import replace

    those = sound()
    assert any(one.name == name for one in those)
    return [replace(one, **fields) if one.name == name else one for one in those]
