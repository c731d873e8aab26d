"""growth feedback withdraw: what somebody takes back is gone for good."""

import json
import re
from pathlib import Path

import pytest

from tests.commands.asking import arrive, ask, request
from tests.conftest import Growth


@pytest.fixture
def people(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("people add bo --name 'Bo Tran'")
    return growth


def places(home: Path, canary: str) -> list[str]:
    return [str(path.relative_to(home)) for path in sorted(home.rglob("*"))
            if path.is_file() and canary.encode() in path.read_bytes()]  # fmt: skip


def test_an_answer_goes_from_everywhere(people: Growth) -> None:
    identifier = ask(people, "ana")
    answer = arrive(people, "ana", "CANARY-WORDS said once", identifier)
    thumb = people.ok(f"thumb up {answer} 'CANARY-WORDS was useful'").strip()
    people("backup")
    (people.home / "drafts").mkdir(exist_ok=True)
    (people.home / "drafts" / "digest.md").write_text("Ana: CANARY-WORDS said once")
    assert len(places(people.home, "CANARY-WORDS")) >= 4
    result = people(f"feedback withdraw {answer} --yes")
    assert (result.out, result.code) == ("", 0)
    assert re.sub(r"\d+ changes?", "N changes", result.err) == (
        f"erases {answer}  what Ana Silva said on 2026-11-23\n"
        "erases 1 thumb on it\n"
        "cleans N changes in the history\n"
        "what was exported, sent or copied elsewhere is out of reach\n"
        "erased, also from the history, the backups and the drafts\n"
    )
    assert places(people.home, "CANARY-WORDS") == []
    assert request(people, identifier)["state"] == "withdrawn"
    assert people(f"show {answer}").code == people(f"show {thumb}").code == 1
    people("undo -y")
    assert places(people.home, "CANARY-WORDS") == []
    assert people("doctor").code == 0


def test_its_words_go_where_it_was_asked_about_again(people: Growth) -> None:
    answer = arrive(people, "ana", "CANARY-WORDS said once")
    action = {
        "record": "action", "id": "t261124-aaaa", "text": "pair first", "day": "2026-11-24",
        "origin": answer, "created": "2026-11-24T09:00:00Z",
    }  # fmt: skip
    people("import -f jsonl - --yes", stdin=json.dumps(action) + "\n")
    again = people(f"feedback ask ana --follow-up {answer}").out.strip()
    assert request(people, again)["quoted"] == "CANARY-WORDS said once"
    result = people(f"feedback withdraw {answer} --yes")
    assert "takes the words out of what was asked again\n" in result.err
    assert places(people.home, "CANARY-WORDS") == []
    assert (request(people, again)["quoted"], request(people, again)["state"]) == ("", "drafted")
    assert [one["text"] for one in json.loads(people.ok("action list --json"))] == ["pair first"]


def test_it_asks_first(people: Growth) -> None:
    answer = arrive(people, "ana", "said once")
    assert people(f"feedback withdraw {answer}").code == 2
    result = people.terminal(f"feedback withdraw {answer}", keys=["n\n"])
    assert "growth: nothing was erased\n" in result.out
    assert people.ok(f"show {answer} --json")
    assert people.terminal(f"feedback withdraw {answer}", keys=["y\n"]).code == 0
    assert people(f"show {answer}").code == 1


def test_a_request_without_an_answer_is_taken_back(people: Growth) -> None:
    identifier = ask(people, "ana")
    assert people.ok(f"feedback withdraw {identifier}") == ""
    assert request(people, identifier)["state"] == "withdrawn"
    assert people.ok("feedback list") == ""
    people("undo")
    assert request(people, identifier)["state"] == "drafted"
    assert people.terminal(f"feedback withdraw {identifier}").out == (
        f"{identifier} is withdrawn: what still comes is not filed under it\n"
    )


def test_by_the_request_all_answers_go(people: Growth) -> None:
    identifier = ask(people, "ana")
    arrive(people, "ana", "CANARY-WORDS", identifier, state="closed")
    people(f"feedback withdraw {identifier} --yes")
    assert (places(people.home, "CANARY-WORDS"), people.ok("feedback list --answers")) == ([], "")


def test_what_cannot_be_withdrawn(people: Growth) -> None:
    entry = people.ok("log something").strip()
    assert people(f"feedback withdraw {entry}") == (
        "",
        f"growth: {entry} is neither an answer nor a request\n        see: growth feedback list --all\n",
        1,
    )
