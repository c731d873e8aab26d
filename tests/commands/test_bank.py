"""growth 1on1 bank: the questions there are, one's own, and those that were asked of somebody."""

import json
import re
import stat
from pathlib import Path

import pytest

from tests.conftest import Growth

OWN = """\
# Questions of my own for 1:1s. An id is permanent, and counts from 1001.
# `for` says who asks it: manager, direct, mentor, mentee. A table [words] may add words to a topic.

[[question]]
id = 1001
topic = "feedback"
depth = "deep"
for = [
    "manager",
    "mentor",
]
text = "What should I stop asking?"
"""


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text).replace("\r\n", "\n")


def own(growth: Growth) -> Path:
    return growth.home / "templates" / "1on1-own.toml"


def test_the_questions_that_ship(growth: Growth) -> None:
    lines = growth.ok("1on1 bank list").splitlines()
    assert len(lines) >= 170
    assert lines[0] == (
        "1on1/1  wellbeing  light  manager  Which hour of the past week would you gladly have again?"
    )
    mentors = growth.ok("1on1 bank list --topic career --as mentor --as mentee").splitlines()
    assert mentors and all(re.match(r"1on1/\d+  career  \w+  \S*ment", line) for line in mentors)
    found = json.loads(growth.ok("1on1 bank list --json --topic career"))
    assert set(found[0]) == {"ref", "topic", "depth", "for", "text"}


def test_a_question_of_ones_own(growth: Growth) -> None:
    growth.ok("people add ana --relation direct")
    add = "1on1 bank add 'What should I  stop asking?' --depth deep --as manager --as mentor --topic feedback"
    assert growth.ok(add) == "1on1/1001\n"
    assert own(growth).read_text() == OWN
    assert stat.S_IMODE(own(growth).stat().st_mode) == 0o600
    assert growth(add) == (
        "",
        "growth: 'What should I stop asking?' is in the bank already\n        see: growth 1on1 bank list\n",
        1,
    )
    # What was written by hand stays.
    own(growth).write_text(OWN + "# mine\n[words]\nteam = 'lunch'\n")
    assert growth.ok("1on1 bank add Who brings lunch?") == "1on1/1002\n"
    assert own(growth).read_text().startswith(OWN + "# mine\n[words]\nteam = 'lunch'\n")
    assert "1on1/1002  team  light  manager  Who brings lunch?\n" in growth.ok("1on1 bank list")
    assert growth.ok("thumb up 1on1/1002")
    assert growth("feedback sets list").out.count("1on1") == 0
    assert growth("1on1 bank add 'How is the garden?' --topic gardn").err == (
        "gardn is a new topic; see: growth 1on1 bank list\n"
    )
    shown = plain(growth.terminal("1on1 bank add 'How is the rota, then?' --topic team").out)
    assert shown == "1on1/1004  How is the rota, then?\n      team, light, asked by a manager\n"


def test_what_was_asked_of_somebody(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("1on1 notes ana -d 2026-10-06 --asked 1on1/12 --asked 1on1/40")
    growth.ok("1on1 notes ana -d 2026-11-17 --asked 1on1/12")
    lines = growth.ok("1on1 bank list --with ana").splitlines()
    assert [(line.split()[0], line.split()[-1]) for line in lines] == [
        ("1on1/12", "2026-11-17"), ("1on1/40", "2026-10-06"),
    ]  # fmt: skip
    shown = plain(growth.terminal("1on1 bank list --with ana").out)
    assert shown.startswith("WELLBEING  1\n    12  ") and "asked Ana 7 days ago\n" in shown
    assert "asked Ana 7 weeks ago" in " ".join(shown.split())
    growth.ok("people add bo")
    assert "none asked yet, or none noted" in plain(growth.terminal("1on1 bank list --with bo").out)


def test_on_a_terminal_it_says_whose_and_what_was_thought_of_it(growth: Growth) -> None:
    growth.ok("1on1 bank add 'What of the rota?' --topic workload")
    growth.ok("thumb down 1on1/1001 'too small'")
    growth.ok("thumb up 1on1/17")
    shown = plain(growth.terminal("1on1 bank list --topic workload --as manager", env={"PAGER": "cat"}).out)
    assert "\n  1001  light  What of the rota?  thumb down, yours\n" in shown
    assert "to whom?  thumb up\n" in shown
    shown = plain(growth.terminal("1on1 bank list --topic workload", env={"PAGER": "cat"}).out)
    assert "What of the rota?  by a manager, thumb down, yours\n" in shown


def test_an_import_says_what_it_took(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "asked.json"
    path.write_text(
        json.dumps(
            {
                "questions": [
                    {"question": {"en": "Where to from here?"}, "category": "Career development"},
                    {"question": {"en": "Which hour of the past week would you gladly have again"}},
                    {"question": {"en": "Who carries the pager?"}, "category": "Odds and ends"},
                    {"question": {"en": "Zebra?"}, "category": "Odds and ends"},
                    {"question": 7},
                ]
            }
        )
    )
    said = (
        "3 new (career 1, workload 1, other 1), 1 in the bank already or told twice, "
        "1 left out as no question\n"
    )
    assert growth(["1on1", "bank", "import", str(path), "--dry-run"]) == ("", said, 0)
    assert not own(growth).exists()
    done = growth(["1on1", "bank", "import", str(path), "--as", "mentor"])
    to_change = f"imported: 1on1/1001 to 1on1/1003; to change or take out: {own(growth)}\n"
    assert done == ("", said + to_change, 0)
    assert growth(["1on1", "bank", "import", str(path)]).err.startswith("0 new, 4 in the bank already")
    assert "1on1/1002  workload  light  mentor  Who carries the pager?\n" in growth.ok("1on1 bank list")
    done = growth("1on1 bank import - --topic team --depth deep", stdin="## Mine\n- Why us?\n")
    assert done.err.startswith("1 new (team 1)\n")


def test_on_a_terminal_it_asks(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "asked.md"
    path.write_text("- Zebra?\n")
    done = growth.terminal(["1on1", "bank", "import", str(path)], keys=["n\n"])
    assert done.code == 1 and "nothing was imported" in plain(done.out)
    assert not own(growth).exists()


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        (
            "1on1 bank add",
            "growth: the question is missing\n        growth 1on1 bank add 'What should I stop",
            2,
        ),
        ("1on1 bank list --topic x", "growth: there is no topic 'x'\n        topics: wellbeing, workload", 2),
        ("1on1 bank add Zebra?", "growth: the words do not say which topic it is of\n", 2),
        ("1on1 bank import nowhere.json", "growth: ", 4),
    ],
)
def test_what_cannot_be_done_says_what_can(growth: Growth, command: str, said: str, code: int) -> None:
    done = growth(command)
    assert (done.out, done.code) == ("", code)
    assert done.err.startswith(said)


def test_a_bank_that_is_broken_is_named_and_never_written_over(growth: Growth) -> None:
    growth.ok("1on1 bank add 'What of the rota?' --topic team")
    for text in ("nonsense", OWN.replace("1001", "7"), "question = []\n"):
        own(growth).write_text(text)
        done = growth("1on1 bank add 'And the pager?' --topic team")
        assert done.code == 1 and str(own(growth)) in done.err
        assert own(growth).read_text() == text
