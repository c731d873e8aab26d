"""Good practice, with data behind it, is proposed as evidence, and told once it is confirmed."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth

LADDER = "machine-learning-engineer"
DATA, EVALUATION = "data-L3-1", "evaluation-L3-1"


@pytest.fixture
def kept(growth: Growth) -> dict[str, str]:
    """A register with a clean test set, and one that nothing is known of; an assessment for the half year."""
    growth.ok("practice add dataset raw --version v1")
    growth.ok("practice add dataset train --role training --derived-from raw --version v1")
    made = {
        "test": "dataset test --role test --derived-from raw --version v1 --share manager",
        "bare": "dataset bare --role test",
    }
    ids = {name: growth.ok(f"practice add {words}").strip() for name, words in made.items()}
    growth.ok(f"assess start --ladder {LADDER} --target L3 --period 2026-H2")
    return ids


def proposed(growth: Growth, criterion: str) -> dict[str, list[str]]:
    found = json.loads(growth.ok(f"assess evidence {criterion} --json"))
    return {
        one["material"]["id"]: [reason["what"] for reason in one["why"]]
        for one in found["proposals"]
        if one["material"]["kind"] == "practice"
    }


def test_it_is_proposed_for_the_themes_that_it_shows_something_of(
    growth: Growth, kept: dict[str, str]
) -> None:
    for criterion in (DATA, EVALUATION):
        found = proposed(growth, criterion)
        assert list(found) == [kept["test"]]
        assert "it is good practice, and there is data behind it" in found[kept["test"]]
    assert proposed(growth, "communication-L3-1") == {}


def test_once_confirmed_it_stands_in_the_self_review_by_what_it_is(
    growth: Growth, kept: dict[str, str]
) -> None:
    growth.ok(f"assess rate {DATA} --as doing --statement 'my test sets are clean'")
    growth.ok(f"assess evidence {DATA} --confirm {kept['test']}")
    assert kept["test"] not in proposed(growth, DATA)
    open_one = growth.ok("assess list").split()[0]
    growth.ok(f"edit {open_one} --share manager")
    for audience in ("me", "manager"):
        assert "test: test set, v1" in growth(f"report self-review --for {audience}").out
    growth.ok("practice edit test --private")
    assert "test: test set, v1" not in growth("report self-review --for manager").out


def test_what_a_direct_shared_is_proposed_where_i_judge_them(
    growth: Growth, kept: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growth("config set me.handle ana")
    growth.ok("people add eva --relation manager")
    for name in ("raw", "train"):
        growth.ok(f"practice edit {name} --share manager")
    growth(f"bundle make --for manager -o {tmp_path}/out.json")
    monkeypatch.setenv("GROWTH_HOME", str(tmp_path / "other"))
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    assert growth(f"bundle open {tmp_path}/out.json -y").code == 0
    growth.ok(f"assess start --about ana --ladder {LADDER} --target L3 --period 2026-H2")
    assert list(proposed(growth, DATA)) == [f"ana:{kept['test']}"]
    growth.ok(f"assess evidence {DATA} --confirm ana:{kept['test']}")
