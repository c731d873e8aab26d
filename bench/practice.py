"""A seeded practice register, open questions and claims, as JSON Lines, beside a journal of those years."""

import datetime
import json
import random
from collections.abc import Iterator
from typing import Any

from bench.corpus import LAST, PROJECTS, WORDS

QUESTIONS = 200
# Three of each project; a model, its pipeline, four datasets, an eval and a prompt each.
MODELS = tuple(f"{project}-{number}" for project in PROJECTS for number in (1, 2, 3))
STATES = 20


def practices(years: int) -> Iterator[dict[str, Any]]:
    """Yield the register: each thing with a state every half a year."""
    first = LAST - datetime.timedelta(days=years * 365)
    days = [first + datetime.timedelta(days=years * 365 * number // STATES) for number in range(STATES)]

    def one(kind: str, name: str, **fields: Any) -> dict[str, Any]:
        states = [
            {"day": str(day), "value": f"0.{50 + number}", "on_version": f"v{number}"}
            if kind == "eval"
            else {"day": str(day), "version": f"v{number}"}
            for number, day in enumerate(days)
        ]
        day, created = str(first), f"{first}T09:00:00Z"
        return {"record": "practice", "kind": kind, "name": name, "day": day, "created": created,
                "states": states, **fields}  # fmt: skip

    for name in MODELS:
        raw, training, test, tuning = (f"{name}-{part}" for part in ("raw", "training", "test", "tuning"))
        yield one("dataset", raw, owned_by="me", licence="internal")
        yield one("dataset", training, role="training", derived=[{"of": raw, "by": "split 90/10"}])
        yield one("dataset", test, role="test", derived=[{"of": raw, "by": "split 90/10"}])
        yield one("dataset", tuning, role="fine-tuning", derived=[{"of": training, "by": "the best of it"}])
        yield one("pipeline", f"{name}-train", data=[training, tuning], trains=name, cadence=30)
        yield one("model", name)
        yield one("prompt", f"{name}-labels", purpose="label what users say")
        yield one("eval", f"{name}-accuracy", metric="accuracy", model=name, on=test)


def wonders(years: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield open questions, spread evenly over the years; every second one is answered."""
    chance = random.Random(seed)
    for number in range(QUESTIONS):
        day = LAST - datetime.timedelta(days=years * 365 * number // QUESTIONS)
        question = " ".join(chance.choice(WORDS) for _ in range(10))
        closed = {"answer": question[::-1], "answered": str(day)} if number % 2 else {}
        yield {
            "record": "wonder", "question": f"why {question}", "day": str(day),
            "created": f"{day}T09:00:00Z", **closed,
        }  # fmt: skip


def claims(years: int) -> Iterator[dict[str, Any]]:
    """Yield an entry a month that claims the quality of a model."""
    for number in range(years * 12):
        day = LAST - datetime.timedelta(days=number * 30)
        name = MODELS[number % len(MODELS)]
        yield {
            "title": f"Brought {name} further", "day": str(day), "kind": "work", "share": "manager",
            "metrics": [{"name": "accuracy", "after": f"0.{50 + number % 40}", "unit": ""}],
            "created": f"{day}T16:00:00Z", "source": f"bench:claim:{number}",
        }  # fmt: skip


def lines(years: int) -> str:
    """Return all of it as JSON Lines."""
    every = (*practices(years), *wonders(years), *claims(years))
    return "".join(json.dumps(one) + "\n" for one in every)
