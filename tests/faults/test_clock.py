"""A clock that was set back, or a zone further west, takes nothing away."""

import json

from .homes import place
from .lab import Lab

MONTHS = ("2026-11-24T10:00:00+00:00", "2026-12-01T10:00:00+00:00", "2026-11-24T10:00:00+00:00")


def test_a_clock_set_back_by_a_month_takes_nothing_away(lab: Lab) -> None:
    home = place(lab.homes.fresh("none"))
    for number, now in enumerate(MONTHS):
        assert lab.program.run(["log", f"entry {number}"], home, env={"GROWTH_NOW": now}).code == 0
        listed = lab.program.run(["list", "--json"], home, env={"GROWTH_NOW": now})
        assert sorted(entry["title"] for entry in json.loads(listed.out)) == [
            f"entry {count}" for count in range(number + 1)
        ]
    before = lab.program.run(["list"], home, env={"GROWTH_NOW": "2026-10-01T10:00:00+00:00"})
    assert before.out.count("entry") == 3
