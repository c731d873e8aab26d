"""A configuration of promptfoo, one that promptfoo 0.121 itself calls valid and has run."""

from pathlib import Path

from growth.exchange.formats import Head
from growth.exchange.promptfoo import is_one, read
from growth.exchange.recognise import recognise
from growth.records.dates import Day
from growth.records.imported import ReadOptions
from growth.records.practice import State

TODAY = Day(2026, 11, 24)
OPTIONS = ReadOptions(today=TODAY, project="tickets")
HERE = Path(__file__).parent / "practice"
CONFIG = (HERE / "promptfooconfig.yaml").read_bytes()
SEEDS = [CONFIG, b"prompts: file://a.txt\nproviders: [echo]\ntests: file://cases.csv\n"]


def more(path: str) -> bytes | None:
    return (HERE / path).read_bytes() if path == "prompts/summary.txt" else None


def test_each_prompt_has_the_hash_of_its_text_as_version() -> None:
    assert recognise(CONFIG, "promptfooconfig.yaml") == "promptfoo"
    found = read(CONFIG, name="promptfooconfig.yaml", options=OPTIONS, more=more).practices
    prompts = [(one.name, one.last.version if one.last else "") for one in found if one.kind == "prompt"]
    assert prompts == [
        ("Ticket summaries 1", "7c85f498"), ("prompts/summary.txt", "c530e5d3"),
        ("polite summary", "fec171e5"),
    ]  # fmt: skip
    # It is what promptfoo itself takes for the id of a prompt.
    hash_ = "sha256:7c85f4986a4956cd5f8e6d45e3d98eb38611f03e628d5988826d8e746e206358"
    assert found[0].states == (State(day=TODAY, version="7c85f498", hash=hash_),)
    assert found[0].purpose == "Ticket summaries"


def test_its_cases_are_a_test_set_and_the_prompts_are_tried_on_them() -> None:
    *_, cases, tried = read(CONFIG, name="promptfooconfig.yaml", options=OPTIONS, more=more).practices
    assert (cases.kind, cases.name, cases.role) == ("dataset", "Ticket summaries cases", "test")
    assert cases.last is not None and cases.last.rows == 2
    assert (tried.kind, tried.on, tried.metric) == ("eval", "Ticket summaries cases", "pass rate")
    assert tried.prompts == ("Ticket summaries 1", "prompts/summary.txt", "polite summary")
    # A configuration tells of no result.
    assert tried.states == ()


def test_the_results_of_its_last_run_that_lie_beside_are_a_value_on_the_cases_of_then() -> None:
    def beside(path: str) -> bytes | None:
        return (HERE / path).read_bytes() if path == "results.json" else more(path)

    *_, cases, tried = read(CONFIG, name="promptfooconfig.yaml", options=OPTIONS, more=beside).practices
    assert tried.states == (State(day=TODAY, value="66.67%", on_version="4cbc4ddd", note="4 of 6 passed"),)
    assert cases.last is not None and cases.last.version == "4cbc4ddd"
    for broken in (b"[", b"{}", b'{"evalId": 1, "results": 3}', b"[" * 10_000):

        def spoilt(path: str, it: bytes = broken) -> bytes:
            return it

        *_, tried = read(CONFIG, name="x.yaml", options=OPTIONS, more=spoilt).practices
        assert tried.states == ()


def test_a_file_that_is_not_there_has_no_version() -> None:
    found = read(SEEDS[1], name="promptfooconfig.yaml", options=OPTIONS).practices
    assert [(one.kind, one.name, one.states) for one in found[:1]] == [("prompt", "a.txt", ())]


def test_a_sentence_that_ends_like_a_file_is_a_prompt() -> None:
    text = b"prompts: ['Explain what stands in notes.md']\nproviders: [echo]\n"
    (one,) = read(text, name="promptfooconfig.yaml", options=OPTIONS).practices
    assert (one.name, bool(one.states)) == ("tickets 1", True)


def test_other_yaml_is_none() -> None:
    for text in ("prompts: [a]\n", "tests: [a]\n", "levels:\n  prompts: 1\n  tests: 2\n"):
        assert not is_one(Head(text.encode(), "x.yaml"))
