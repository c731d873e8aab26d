"""A program that lies, run from end to end: each of its lies is found, and the truth is left alone."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Growth

# What the program writes, and the rule that it breaks. {cut} and the others stand for the ids.
LIES = {
    "an invented number": ("It saved 9 servers.", "number"),
    "a changed number": ("The p99 fell to 120 ms [{cut}].", "number"),
    "a percentage": ("The p99 fell by 56 % [{cut}].", "number"),
    "a number of another record": ("The loader took 480 ms [{loader}].", "number"),
    "another unit": ("The p99 is 210 s now [{cut}].", "number"),
    "a number in words": ("Seventeen teams use the loader [{loader}].", "number"),
    "a multiple": ("The traffic doubled [{cut}].", "number"),
    "thousands": ("It serves 12k requests more [{cut}].", "number"),
    "another day": ("On 3 November I cut it [{cut}].", "number"),
    "another percentile": ("The p95 fell as well [{cut}].", "number"),
    "a link": ("See https://example.com/wins.", "number"),
    "a foreign id": ("I rewrote the index [j261103-9zzz].", "citation"),
    "a withheld id": ("I rewrote the index [{hidden}].", "citation"),
    "an id of somebody else": ("I cut it [ana:{cut}].", "citation"),
    "a private name": ("Zed Quill helped with it.", "person"),
    "a private first name": ("I did it with Zed.", "person"),
    "a handle": ("Thanks to @zed.", "person"),
    "a name of another record": ("Dana taught the loader to resume [{loader}].", "person"),
    "a stranger of a private record": ("Then mallory asked for it.", "person"),
    "a private sentence": ("By the way, he wants to leave before the spring release.", "private"),
    "a private question": ("I wonder why nobody ever reads the runbook.", "private"),
    "a short private note": ("There was a salary quarrel.", "private"),
    "an invented quote": ("Dana Weiss said “nobody else could have done it”.", "quote"),
    "a changed quote": ("Omar said “you always ask for the numbers last” [{said}].", "quote"),
    "a quote of somebody else": (
        "Dana said “You asked for the numbers before the opinions” [{said}].", "quote"
    ),
}  # fmt: skip
HONEST = """\
# November

I cut the p99 of the ranker from 480 to 210 ms, with Dana Weiss [{cut}]. The loader resumes since
9 November; two teams lost no run. [{loader}]

- Omar Said: “You asked for the numbers before the opinions” [{said}].
"""


@pytest.fixture
def ids(growth: Growth) -> dict[str, str]:
    growth.ok("people add eva --name 'Eva Stone' --relation manager")
    for handle, name in (("dana", "Dana Weiss"), ("zed", "Zed Quill"), ("omar", "Omar Said")):
        growth.ok(["people", "add", handle, "--name", name, "--relation", "peer"])
    growth.ok("wonder add why does nobody ever reads the runbook")
    growth.ok("log Salary quarrel -d 2026-11-11 --private")
    growth.ok("log Mallory came by -d 2026-11-11 -w mallory --private")
    cut = (
        "log Cut the p99 of the ranker -d 2026-11-02 --metric 'p99: 480 ms -> 210 ms' -w dana --share manager"
    )
    loader = "log Taught the loader to resume -d 2026-11-09 --impact 'two teams lost no run' --share manager"
    hidden = "log Zed said he wants to leave before the spring release -d 2026-11-10 -w zed --private"
    praise = (
        "feedback got omar 'You asked for the numbers before the opinions' -d 2026-11-12 "
        "--may-tell manager --named --share manager"
    )
    return {
        "cut": growth.ok(cut).strip(),
        "loader": growth.ok(loader).strip(),
        "hidden": growth.ok(hidden).strip(),
        "said": growth.ok(praise).strip(),
    }


def drafted(growth: Growth, tmp_path: Path, text: str) -> list[dict[str, str]]:
    """Return what is found in what a program writes."""
    (tmp_path / "model.py").write_text(f"import sys\nsys.stdin.read()\nprint({text!r})\n")
    command = f"{sys.executable} {tmp_path / 'model.py'}"
    made = growth(["draft", "brag", "--period", "2026-11", "--run", command]).out.strip()
    found: list[dict[str, str]] = json.loads(growth.ok(f"draft show {made} --json"))["findings"]
    return found


def test_every_planted_lie_is_found_and_nothing_else(
    growth: Growth, tmp_path: Path, ids: dict[str, str]
) -> None:
    honest = HONEST.format_map(ids)
    assert drafted(growth, tmp_path, honest) == []
    assert len(LIES) >= 20
    missed = {}
    for name, (sentence, rule) in LIES.items():
        text = f"{honest}\n{sentence.format_map(ids)}\n"
        found = drafted(growth, tmp_path, text)
        if rule not in {one["rule"] for one in found} or any(int(one["at"]) < len(honest) for one in found):
            missed[name] = found
    assert missed == {}


def test_all_of_them_at_once_are_all_found(growth: Growth, tmp_path: Path, ids: dict[str, str]) -> None:
    sentences = [sentence.format_map(ids) for sentence, _ in LIES.values()]
    text = "\n\n".join([HONEST.format_map(ids), *sentences])
    found = drafted(growth, tmp_path, text)
    for sentence, (_, rule) in zip(sentences, LIES.values(), strict=True):
        start = text.index(sentence)
        assert rule in {one["rule"] for one in found if start <= int(one["at"]) < start + len(sentence)}
    assert growth("draft accept last").code == 1
