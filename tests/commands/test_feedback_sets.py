"""growth feedback sets and growth thumb: questions, and which of them earn useful answers."""

import json
import re

from tests.conftest import Growth

OWN = '[[question]]\nid = 1\ntext = "What of {about}\'s night helped you?"\n'


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_the_sets_that_ship(growth: Growth) -> None:
    assert growth.ok("feedback sets list") == (
        "collaboration   shipped   9  Working together\n"
        "interpersonal   shipped   9  Talking, listening, disagreeing\n"
        "leadership      shipped   9  Leading work and people\n"
        "mentoring       shipped   9  Mentoring and coaching\n"
        "project         shipped  10  A project, looking back\n"
        "promotion       shipped   9  Towards the next level\n"
        "technical       shipped   9  Technical work\n"
        "upward          shipped  10  To the people who report to you\n"
    )
    assert json.loads(growth.ok("feedback sets list --json"))[0] == {
        "name": "collaboration", "title": "Working together", "questions": 9, "mine": False,
    }  # fmt: skip


def test_a_set_of_ones_own_stands_before_the_shipped(growth: Growth) -> None:
    result = growth("feedback sets new on-call --from technical")
    path = growth.home / "templates" / "on-call.toml"
    assert result == (
        f"{path}\n",
        "edit it, look at it: growth feedback sets show on-call, and use it: --set on-call\n",
        0,
    )
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    path.write_text(OWN)
    assert growth.ok("feedback sets show on-call") == "on-call  \n   1  What of {about}'s night helped you?\n"
    assert "on-call         yours     1  \n" in growth.ok("feedback sets list")
    (path.parent / "upward.toml").write_text(OWN)
    assert "upward          yours     1  \n" in growth.ok("feedback sets list")
    assert growth("feedback sets new on-call") == (
        "",
        f"growth: there already is a set {path}\n        choose another name, or edit that one\n",
        1,
    )


def test_a_set_with_a_fault_is_refused_with_its_place(growth: Growth) -> None:
    growth("feedback sets new on-call")
    (growth.home / "templates" / "on-call.toml").write_text("[[question]]\nid = 1\ntext = 3\n")
    assert growth("feedback sets show on-call") == (
        "",
        "growth: on-call is no set of questions: question[0].text: a whole number, where text should be\n"
        "        mend it in an editor\n",
        1,
    )
    assert growth("feedback sets list").code == 0
    assert "on-call         yours        on-call is no set of questions: " in growth.ok("feedback sets list")


def test_a_name_that_is_none(growth: Growth) -> None:
    assert growth("feedback sets show colaboration") == (
        "",
        "growth: there is no set of questions 'colaboration'\n"
        "        did you mean collaboration? all of them: growth feedback sets list\n",
        2,
    )
    assert growth("feedback sets show 1on1").code == 2
    assert growth("feedback sets show ../x").code == 2
    assert growth("feedback sets new 1on1").code == 1


def test_a_thumb_says_whether_a_question_helped(growth: Growth) -> None:
    identifier = growth.ok("thumb up collaboration/1 'it names one thing'").strip()
    assert re.fullmatch(r"v261124-[0-9a-z]{4}", identifier)
    shown = growth.ok("feedback sets show collaboration")
    assert shown.splitlines()[3:6] == [
        "   1  What in your work with {about} should stay the way it is?",
        "      One moment, what was done, and what it made easier for you.",
        "      useful 1",
    ]
    found = json.loads(growth.ok("feedback sets show collaboration --json"))
    assert found["questions"][0]["use"] == {"asked": 0, "answered": 0, "up": 1, "down": 0}
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("feedback ask ana --set collaboration --pick 1 --pick 4")
    shown = growth.ok("feedback sets show collaboration")
    assert "      asked 1, useful 1\n" in shown


def test_one_thumb_on_each_thing(growth: Growth) -> None:
    entry = growth.ok("log 'something'").strip()
    first = growth.ok(f"thumb up {entry[-4:]} 'well put'").strip()
    assert growth.ok(f"thumb down {entry}").strip() == first
    found = json.loads(growth.ok(f"show {first} --json"))
    assert (found["target"], found["up"], found["why"]) == (entry, False, "")
    result = growth.terminal(f"thumb up {entry} 'after all'")
    assert plain(result.out) == (f"{first}  thumb up on {entry}: after all\n      only you can read it\n")


def test_what_no_thumb_can_be_on(growth: Growth) -> None:
    sets, bank = "growth feedback sets list", "growth 1on1 bank list"
    for ref, see in (("collaboration/99", sets), ("collaboration/x", sets), ("1on1/9999", bank)):
        assert growth(["thumb", "up", ref]) == (
            "",
            f"growth: there is no question {ref!r}\n        see: {see}\n",
            1,
        )
    assert growth("thumb up 7k3q").code == 1
    assert growth("thumb up nosuch/1").code == 2
    assert growth("thumb up").code == 2
    assert growth.ok("thumb down 1on1/12") != ""
