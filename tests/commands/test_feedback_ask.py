"""growth feedback ask: one request for each, to paste in chat or mail."""

import json
import re
from typing import Any

import pytest

from tests.conftest import Growth


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def people(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    growth("config set me.name 'Jo Kimura'")
    return growth


def asked(growth: Growth, identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(growth.ok(f"show {identifier} --json"))
    return found


def test_piped_it_prints_exactly_the_ids(people: Growth) -> None:
    out = people.ok("feedback ask ana bo @Ana --set collaboration")
    assert re.fullmatch(r"(r261124-[0-9a-z]{4}\n){2}", out)
    first, second = (asked(people, identifier) for identifier in out.split())
    assert [first["person"], second["person"]] == ["ana", "bo"]
    markers = [question["marker"] for one in (first, second) for question in one["questions"]]
    assert len(set(markers)) == 6
    assert all(re.fullmatch(r"q[0-9a-hjkmnp-tv-z]{3}", marker) for marker in markers)


def test_its_options_become_fields(people: Growth) -> None:
    identifier = people.ok(
        "feedback ask ana --about @bo --set technical --pick 4 --pick 2 --question 'What else?'"
        " --due friday --used-for review"
    ).strip()
    found = asked(people, identifier)
    for question in found["questions"]:
        del question["marker"]
    assert found == {
        "id": identifier, "person": "ana", "about": "@bo", "day": "2026-11-24", "due": "2026-11-27",
        "used_for": "review", "state": "drafted", "sent": None, "reminded": [], "follows": "", "quoted": "",
        "share": "private", "source": "", "created": "2026-11-24T10:00:00Z", "changed": None,
        "questions": [
            {
                "question": "technical/4", "aim": "technical",
                "text": "How often can you follow code or an analysis from Bo Tran without asking for help?",
                "scale": ["not yet", "now and then", "about half the time", "mostly", "almost every time"],
                "hint": "Think of the last two or three you opened; name one and what you did with it.",
            },
            {
                "question": "technical/2", "aim": "technical", "scale": [],
                "text": "What would you ask Bo Tran to do differently in the next technical piece of work?",
                "hint": found["questions"][1]["hint"],
            },
            {"question": "", "aim": "", "text": "What else?", "scale": [], "hint": ""},
        ],
    }  # fmt: skip


def test_on_a_terminal_it_prints_what_to_paste(people: Growth) -> None:
    out = plain(
        people.terminal(
            "feedback ask ana --about 'the ranker launch' --set collaboration --due friday", columns=200
        ).out
    )
    identifier = re.findall(r"r261124-[0-9a-z]{4}", out)[0]
    one, two, three = (question["marker"] for question in asked(people, identifier)["questions"])
    note, head, paper = out.split("\n", 2)
    assert note.startswith("the questions of collaboration are about people, so they ask about you in it; ")
    assert head == f"{identifier}  to Ana Silva, to paste in chat or mail:"
    body, foot = paper.rsplit("\n\n", 1)
    assert foot == f"once it is out, or as mail or a form: growth feedback send {identifier}\n"
    lines = body.splitlines()
    assert len(lines) <= 12
    assert lines[0] == (
        "Hi Ana, Jo Kimura here: I would like your feedback on the ranker launch by Friday 27 November 2026. "
        "Not answering is fine."
    )
    assert [line for line in lines if re.match(r"\d\. ", line)] == [
        f"1. What in your work with me should stay the way it is? [{one}]",
        f"2. What should change before your next piece of work with me? [{two}]",
        f"3. What did you last need from me, and how did it reach you? [{three}]",
    ]
    assert lines[-1] == f"Request [{identifier}]"


def test_without_a_set_it_asks_for_one_where_somebody_can_answer(people: Growth) -> None:
    assert people("feedback ask ana") == (
        "",
        "growth: what to ask is missing, and there is no terminal to ask on\n"
        "        give it with --set NAME, or --question TEXT\n",
        2,
    )
    out = plain(people.terminal("feedback ask ana", keys=["\x1b[B", "\r"]).out)
    identifier = re.findall(r"r261124-[0-9a-z]{4}", out)[0]
    assert asked(people, identifier)["questions"][0]["question"] == "interpersonal/1"


def test_it_says_where_a_request_does_not_name_who_asks(people: Growth) -> None:
    said = "it does not say who asks: growth config set me.name 'Your Name'"
    assert said not in people.terminal("feedback ask ana --question x").out
    people("config unset me.name")
    assert said in people.terminal("feedback ask ana --question x").out


def test_a_set_of_ones_own_is_asked(people: Growth) -> None:
    people("feedback sets new on-call")
    (people.home / "templates" / "on-call.toml").write_text(
        '[[question]]\nid = 7\ntext = "What did {about} leave you with?"\n'
    )
    found = asked(people, people.ok("feedback ask bo --about ana --set on-call").strip())
    assert [(one["question"], one["aim"], one["text"]) for one in found["questions"]] == [
        ("on-call/7", "on-call", "What did Ana Silva leave you with?")
    ]


def test_of_a_piece_of_work_a_set_on_people_asks_about_me(people: Growth) -> None:
    result = people("feedback ask ana --about 'the ranker launch' --set collaboration")
    assert [one["text"] for one in asked(people, result.out.strip())["questions"]] == [
        "What in your work with me should stay the way it is?",
        "What should change before your next piece of work with me?",
        "What did you last need from me, and how did it reach you?",
    ]
    found = asked(people, people.ok("feedback ask ana --about +ranker --set project --pick 2").strip())
    assert [one["text"] for one in found["questions"]] == [
        "What would you do differently if ranker began again tomorrow?"
    ]
    for options in ("", "--about bo", "--about me"):
        assert people(f"feedback ask ana --set project {options}").err == (
            "growth: the questions of project are about a piece of work\n"
            "        name it: --about 'the launch', or --about +project\n"
        )


def test_who_has_not_answered_about_the_same_is_named(people: Growth) -> None:
    first = people.ok(
        "feedback ask ana --set collaboration --due 2026-11-20", now="2026-11-10T10:00:00+00:00"
    )
    people.ok("feedback ask ana --about +ranker --set project")
    result = people("feedback ask ana --set technical")
    assert result.err == f"{first.strip()} to ana about the same is not sent yet, was due Fri 20 Nov\n"
    people(f"feedback close {result.out.strip()}")
    people(f"feedback send {first.strip()}")
    result = people("feedback ask ana --set technical")
    assert result.err == f"ana has not answered {first.strip()} about the same yet: 4 days late\n"
    assert re.fullmatch(r"r261124-[0-9a-z]{4}\n", result.out)


@pytest.mark.parametrize(
    ("args", "error", "code"),
    [
        ("", "growth: Missing argument 'PERSON...'.", 2),
        ("zoe --set technical", "growth: I know nobody called 'zoe'", 1),
        ("ana bo --about @bo --set technical", "growth: bo cannot be asked about bo", 2),
        ("ana --about @zoe --set technical", "growth: I know nobody called 'zoe'", 1),
        ("ana --about '' --question x", "growth: what it is about is empty", 2),
        ("ana --set nosuch", "growth: there is no set of questions 'nosuch'", 2),
        ("ana --set technical --pick 99", "growth: there is no question technical/99", 2),
        ("ana --pick 1", "growth: --pick names questions of a set, and no set is named", 2),
        ("ana --question ' '", "growth: a question has 1 to 400 characters, not 0", 2),
        ("ana --set technical --due 2026-11-23", "growth: 2026-11-23 is over", 2),
        ("ana --set technical --due 04/03/2026", "growth: '04/03/2026' could be 2026-03-04 or 2026-04-03", 2),
        (f"ana {'--question x ' * 11}", "growth: 11 questions are more than anybody answers", 2),
    ],
)
def test_what_cannot_be_asked(people: Growth, args: str, error: str, code: int) -> None:
    result = people(f"feedback ask {args}")
    assert (result.out, result.err.splitlines()[0], result.code) == ("", error, code)
    assert people.ok("feedback list") == ""


def said(growth: Growth) -> tuple[str, str]:
    """Store something that Ana said in passing and what was done about it; return both ids."""
    answer = {
        "record": "answer", "id": "f261101-aaaa", "person": "ana", "manner": "advice", "day": "2026-11-01",
        "replies": [{"question": "", "text": "Show the design earlier"}], "created": "2026-11-01T10:00:00Z",
    }  # fmt: skip
    action = {
        "record": "action", "id": "t261102-aaaa", "text": "pair on design docs first", "person": "ana",
        "day": "2026-11-02", "origin": "f261101-aaaa", "created": "2026-11-02T10:00:00Z",
    }  # fmt: skip
    lines = "".join(json.dumps(one) + "\n" for one in (answer, action))
    growth("import -f jsonl - --yes", stdin=lines)
    found = growth.ok("feedback list --answers").split()[0]
    return found, json.loads(growth.ok("action list --json"))[0]["id"]


def test_asking_again_quotes_the_earlier_words_to_their_giver(people: Growth) -> None:
    answer, action = said(people)
    for named in (action, answer):
        result = people("feedback ask ana --follow-up " + named)
        assert result.err.startswith(
            f"{action} is not done yet; whether it changed anything shows from Mon 16 Nov\n"
        )
        found = asked(people, result.out.strip())
        assert (found["about"], found["follows"], found["quoted"]) == (
            "me",
            action,
            "Show the design earlier",
        )
        assert [(one["question"], one["text"]) for one in found["questions"]] == [
            ("follow-up/1",
             "Since then I set out to do this: pair on design docs first. "
             "How much of a change have you seen?"),
            ("follow-up/2", "What have you seen, and what would be the next step?"),
        ]  # fmt: skip
    people.ok(f"done {action}")
    assert "is not done yet" not in people(f"feedback ask ana --follow-up {action}").err
    assert (
        "Earlier you said: Show the design earlier\n"
        in people.terminal(f"feedback ask ana --follow-up {action}").out
    )


def test_nobody_else_is_told_what_somebody_said(people: Growth) -> None:
    _, action = said(people)
    assert people(f"feedback ask bo --follow-up {action}") == (
        "",
        f"growth: {action} did not come from what bo said\n"
        "        --follow-up goes to the one whose feedback it was\n",
        1,
    )
    assert people(f"feedback ask ana bo --follow-up {action}").code == 1
    assert "earlier" not in people.ok("feedback list")


def test_what_cannot_be_asked_again(people: Growth) -> None:
    answer, action = said(people)
    people(f"delete {action} --yes")
    assert people(f"feedback ask ana --follow-up {answer}").err == (
        f"growth: nothing was done about {answer} yet\n        growth feedback act {answer} 'a first step'\n"
    )
    other = people.ok("action add 'something else'").strip()
    assert people(f"feedback ask ana --follow-up {other}").err == (
        f"growth: {other} came from no feedback: something else\n        ask without --follow-up\n"
    )
    entry = people.ok("log something").strip()
    assert people(f"feedback ask ana --follow-up {entry}").err == (
        f"growth: {entry} is no action\n        see: growth action list --all\n"
    )
