"""growth assess gaps: what each criterion lacks, and the command that does something about it."""

import json
import shlex
from typing import Any

from tests.conftest import Growth

from .laddered import log, start


def gaps(growth: Growth, options: str = "") -> dict[str, dict[str, Any]]:
    return {row["criterion"]: row for row in json.loads(growth.ok(f"assess gaps --json {options}"))}


def answer(growth: Growth, number: int, person: str, day: str = "2026-11-20") -> str:
    id = f"f261123-aaa{number}"
    given = {
        "record": "answer", "id": id, "person": person, "day": day, "manner": "advice",
        "created": "2026-11-23T10:00:00Z", "replies": [{"question": "", "text": "The pipeline helps"}],
    }  # fmt: skip
    growth("import -f jsonl - --yes", stdin=json.dumps(given) + "\n")
    return growth.ok("feedback list --answers").splitlines()[-1].split()[0]


def confirm(growth: Growth, *ids: str) -> None:
    growth.ok(["assess", "evidence", "data-2", *(word for id in ids for word in ("--confirm", id))])


def test_nothing_shows_it(growth: Growth) -> None:
    start(growth)
    growth.ok("people add ana --relation manager")
    row = gaps(growth)["data-2"]
    assert (row["evidence"], row["newest"], row["sources"], row["flags"]) == (0, None, {}, ["none"])
    assert [(step["why"], step["command"]) for step in row["next"]] == [
        ("log it if it happened", "growth log -t pipeline"),
        (
            "ask ana",
            "growth feedback ask ana --question 'When did you see me do this, and what came of it: "
            "Builds a pipeline that runs at night.'",
        ),
        ("make it a goal", "growth goal add --from small/data-2"),
    ]
    assert growth.ok("assess gaps --theme talk") == "talk-1  -  0  -  none  growth log -t talk\n"


def test_the_next_steps_run_as_they_stand(growth: Growth) -> None:
    start(growth)
    growth.ok("people add ana --relation manager")
    log(growth, "Night pipeline")
    for row in gaps(growth).values():
        for step in row["next"]:
            words = shlex.split(step["command"])
            assert growth(words[1:], stdin="It happened\n").code == 0, step
    after = gaps(growth)
    assert "make it a goal" not in [step["why"] for row in after.values() for step in row["next"]]


def test_only_my_own_word_and_then_one_person_only(growth: Growth) -> None:
    start(growth)
    for handle, relation in (("ana", "manager"), ("bo", "peer")):
        growth.ok(f"people add {handle} --relation {relation}")
    confirm(growth, log(growth, "The pipeline runs at night"))
    row = gaps(growth)["data-2"]
    assert (row["flags"], row["sources"], row["newest"]) == (["own-word"], {"self": 1}, "2026-11-24")
    confirm(growth, answer(growth, 1, "ana"))
    row = gaps(growth)["data-2"]
    assert (row["flags"], row["sources"]) == (["one-person"], {"self": 1, "manager": 1})
    # Who has said something already is not the one to ask.
    assert "ask bo" in [step["why"] for step in row["next"]]
    confirm(growth, answer(growth, 2, "bo"))
    assert gaps(growth)["data-2"]["flags"] == []
    assert "data-2" not in gaps(growth, "--flag none")


def test_what_can_be_looked_at_is_more_than_my_word_and_grows_old(growth: Growth) -> None:
    start(growth)
    confirm(growth, log(growth, "The pipeline runs", "-d", "2026-08-20", "-l", "https://example.org/1"))
    assert (gaps(growth)["data-2"]["flags"], gaps(growth)["data-2"]["sources"]) == (
        ["stale"],
        {"artefact": 1},
    )


def test_a_deleted_record_shows_nothing_any_more(growth: Growth) -> None:
    start(growth)
    entry = log(growth, "The pipeline runs at night")
    confirm(growth, entry)
    growth(f"delete {entry} --yes")
    assert gaps(growth)["data-2"]["flags"] == ["none"]
    assert "(this record is gone)" in growth.terminal("assess show").out


def test_what_is_proposed_is_to_be_looked_at_first(growth: Growth) -> None:
    start(growth)
    entry = log(growth, "The pipeline runs at night")
    row = gaps(growth)["data-2"]
    assert row["proposals"] == [entry]
    assert row["next"][0]["command"] == "growth assess evidence data-2"
    shown = growth.terminal("assess gaps").out
    assert "not judged · no evidence" in shown and "3 criteria, 3 with a gap" in shown
