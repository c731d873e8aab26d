"""Requests for feedback and answers to them, put into a store for the tests of feedback."""

import json
from typing import Any

from tests.conftest import Growth


def ask(growth: Growth, options: str, day: str = "2026-11-10") -> str:
    found = growth(f"feedback ask {options} --question 'What should I keep?'", now=f"{day}T10:00:00+00:00")
    return found.out.strip()


def put(growth: Growth, options: str, day: str = "2026-11-10") -> str:
    """Ask, and mark as sent the same day; return the id of the request."""
    identifier = ask(growth, options, day)
    growth(f"feedback send {identifier}", now=f"{day}T10:00:00+00:00")
    return identifier


def request(growth: Growth, identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(growth.ok(f"show {identifier} --json"))
    return found


def arrive(growth: Growth, person: str, text: str, request: str = "", state: str = "answered") -> str:
    """Store an answer, and the state that it brings about; return its id."""
    answer = {
        "record": "answer", "id": "f261123-aaaa", "person": person, "day": "2026-11-23", "request": request,
        "manner": "asked" if request else "advice", "replies": [{"question": "", "text": text}],
        "created": "2026-11-23T10:00:00Z",
    }  # fmt: skip
    growth("import -f jsonl - --yes", stdin=json.dumps(answer) + "\n")
    if request:
        become(growth, request, state)
    return growth.ok("feedback list --answers").split("\n")[-2].split()[0]


def become(growth: Growth, identifier: str, state: str) -> None:
    """Put a request into a state as the commands do that read answers."""
    from msgspec.structs import replace

    from growth import clock
    from growth.records.request import Request
    from growth.store.change import changing
    from growth.store.store import Store

    store = Store(growth.home, clock.now, print)
    old = store.require(identifier)
    assert isinstance(old, Request)
    with changing(store, "test") as change:
        change.edit(old, replace(old, state=state))
