"""growth feedback digest and report feedback: what I read, and what others do."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth, Result

JULY, NOVEMBER = "2026-07-10T10:00:00+00:00", "2026-11-10T10:00:00+00:00"


@pytest.fixture
def heard(growth: Growth) -> Growth:
    """A home in which three people answered twice, and Eva manages me."""
    growth.ok("people add eva --name 'Eva Lund' --relation manager")
    for handle, name in (("ana", "Ana Silva"), ("bo", "Bo Tran"), ("kim", "Kim Okafor")):
        growth.ok(["people", "add", handle, "--name", name, "--relation", "peer"])
    for now, first in ((JULY, 2), (NOVEMBER, 3)):
        asked = growth("feedback ask ana bo kim --set technical --pick 1 --pick 4", now=now).out.split()
        for step, identifier in enumerate(asked, start=first):
            options = ["--reply", "1=Write the design docs first", "--rating", f"2={step}"]
            growth.ok(
                ["feedback", "answer", identifier, *options, "--named", "--may-tell", "manager"], now=now
            )
    growth.ok("feedback ask ana --question 'What do you wonder?' --due friday")
    return growth


def ids(growth: Growth, day: str) -> list[str]:
    found = json.loads(growth.ok("feedback list --answers --json"))
    return [one["id"] for one in found if one["day"] == day]


def without_section(text: str) -> str:
    return text.split("## Records cited")[0]


def test_it_tells_who_said_what_and_what_changed(heard: Growth) -> None:
    shown = without_section(heard.ok("feedback digest --period 2026-11"))
    refs = {one["person"]: one["id"][-4:] for one in json.loads(heard.ok("feedback list --answers --json"))
            if one["day"] == "2026-11-10"}  # fmt: skip
    quotes = "".join(
        f"- “Write the design docs first” · *{name}, Tue 10 Nov* · `{refs[handle]}`\n"
        for handle, name in sorted(
            (("ana", "Ana Silva"), ("bo", "Bo Tran"), ("kim", "Kim Okafor")), key=lambda one: refs[one[0]]
        )
    )
    citing = " ".join(f"`{ref}`" for ref in refs.values())
    assert shown == (
        "*For you only: 3 private records. To send: `growth feedback digest --for manager`*\n\n"
        "# Feedback · *2026-11*\n\n"
        "3 answers from 3 people.\n\n"
        "- **technical** 3 people on 2 questions, 3 things said\n"
        "- **interpersonal** nobody has answered about it\n\n"
        "## Said independently\n\n"
        f"- **3 people** design docs · {citing}\n"
        f"- **3 people** write · {citing}\n\n"
        "## Technical · *3 people*\n\n"
        "### Which technical practice would you ask me to keep, going by work you have seen?"
        " · *3 of 3 answered*\n\n"
        f"{quotes}\n"
        "### How often can you follow code or an analysis from me without asking for help?"
        " · *3 of 3 answered*\n\n"
        "- **1 ×** 5 almost every time\n"
        "- **1 ×** 4 mostly · *1 before*\n"
        "- **1 ×** 3 about half the time · *1 before*\n"
        "- **0 ×** 2 now and then · *1 before*\n\n"
        "average 4.0 of 5, 3.0 before\n\n"
        "## Not heard yet\n\n"
        "- **to send** 1 request not sent yet: `growth feedback list`\n"
        "- **not asked** interpersonal, collaboration, leadership, mentoring, project, promotion, upward\n\n"
    )


def test_what_was_sent_and_not_answered_is_waited_for(heard: Growth) -> None:
    (drafted,) = [one["id"] for one in json.loads(heard.ok("feedback list --json")) if one["due"]]
    heard(f"feedback send {drafted}")
    assert (
        "## Not heard yet\n\n"
        "- **waiting** 1 request not answered yet: `growth feedback list`\n"
        "- **no answer** What do you wonder?\n"
        "- **not asked** interpersonal, "
    ) in heard.ok("feedback digest --period 2026-11")


def test_others_get_what_i_share_and_its_giver_lets_them_read(heard: Growth) -> None:
    assert heard("feedback digest --for manager") == Result(
        "*For my manager*\n\n# Feedback · *since 24 May 2026*\n\nThere is nothing to show.\n",
        "withheld from Eva Lund: 6 records\n"
        "nearly all of it is withheld; to go through what may be shown: "
        "growth feedback list --answers, then: growth edit ID --share manager\n",
        0,
    )
    for identifier in ids(heard, "2026-11-10"):
        heard.ok(f"edit {identifier} --share manager")
    shown = heard("feedback digest --for manager").out
    assert "- “Write the design docs first” · *Bo Tran, Tue 10 Nov* · [" in shown
    assert "average 4.0 of 5\n" in shown
    for mine in ("Not heard yet", "of 3 answered", "What do you wonder?", "interpersonal"):
        assert mine not in shown


def test_the_report_and_the_digest_are_one_document(heard: Growth) -> None:
    for options in ("--period 2026-11", "--for manager -f json", "-f html"):
        assert heard(f"report feedback {options}") == heard(f"feedback digest {options}")


def test_a_template_of_my_own_is_made_from_it(heard: Growth) -> None:
    heard("template new mine --from feedback")
    assert heard("template check mine") == Result("", "mine: nothing wrong with it\n", 0)
    assert heard.ok("report mine --period 2026-11") == heard.ok("feedback digest --period 2026-11")


def test_it_is_of_one_person_or_one_topic(heard: Growth) -> None:
    heard.ok("feedback got bo 'The launch went well' --about '+launch'")
    assert "2 answers from 1 person" in heard.ok("feedback digest --from bo --period 2026-11")
    shown = heard.ok("report feedback --project launch")
    assert "# Feedback on launch" in shown and "The launch went well" in shown
    assert "design docs" not in shown
    assert heard("feedback digest --from nina").code == 1


def test_what_nobody_said_says_how_to_begin(growth: Growth) -> None:
    assert growth.ok("feedback digest").startswith(
        "*For you only. To send: `growth feedback digest --for manager`*\n\n"
        "# Feedback · *since 24 May 2026*\n\n"
        "Nobody has said anything since 24 May 2026.\n\n"
        "First say who there is: `growth people add ana --name 'Ana Silva' --relation peer`. Then ask"
    )
    growth.ok("people add bo --name Bo")
    shown = growth.ok("feedback digest --period 2031")
    assert "\n\nNobody has said anything in 2031.\n\n" in shown
    assert "`growth feedback ask bo --set collaboration`" in shown and " ana " not in shown
    growth.ok("people add ana --name Ana")
    growth.ok("feedback got bo x --about ana")
    assert growth("feedback digest").err == (
        "there is feedback about others: growth feedback digest --about ana\n"
    )


def test_the_records_it_cites_can_be_verified(heard: Growth, tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    assert heard(f"feedback digest -o {path} -y").code == 0
    assert heard(f"verify {path}") == Result("", "6 of 6 cited records are the same\n", 0)
    heard.ok(f"edit {ids(heard, '2026-11-10')[0]} --share manager")
    assert heard(f"verify {path}").code == 0
    asked = json.loads(heard.ok("feedback list --json"))[1]["id"]
    heard(f"feedback withdraw {asked} -y")
    assert heard(f"verify {path}").code == 1


def test_only_the_share_of_an_answer_is_edited_by_an_option(heard: Growth) -> None:
    (first, *_) = ids(heard, "2026-11-10")
    assert heard(f"edit {first} --share manager --impact x").code == 2
    person = json.loads(heard.ok("people list --json"))[0]["id"]
    assert heard(f"edit {person} --share team").err == (
        f"growth: {person} is a person, which is handed to nobody\n        leave --share out\n"
    )


def test_a_period_in_which_nothing_was_said_cites_nothing(heard: Growth) -> None:
    (first, *_) = ids(heard, "2026-11-10")
    heard.ok(f"edit {first} --share manager")
    heard.ok(f"feedback act {first} 'announce flag flips two days ahead' --due friday --share manager")
    assert heard.ok("feedback digest --period 2025 --for manager") == (
        "*For my manager*\n\n# Feedback · *2025*\n\nThere is nothing to show.\n"
    )
    found = json.loads(heard.ok("feedback digest --period 2025 --for manager --json"))
    assert (found["loops"], found["cited"]) == ([], [])


def test_what_is_still_to_be_done_stands_in_it_without_any_answer(heard: Growth) -> None:
    (first, *_) = ids(heard, "2026-07-10")
    heard.ok(f"edit {first} --share manager")
    heard.ok(f"feedback act {first} 'announce it' --due 2026-12-01 --share manager")
    shown = heard("feedback digest --period 2026-11 --for manager").out
    assert shown.startswith(
        "*For my manager*\n\n# Feedback · *2026-11*\n\n## Asked, heard, did, confirmed\n\n"
        "- “Write the design docs first” · *"
    )
    assert "   - to do: announce it · *due Tue 1 Dec* · [2]\n\n## Records cited\n\n1. `" in shown


def test_a_hint_names_the_share_that_lets_it_be_read_or_says_that_none_does(heard: Growth) -> None:
    assert heard("feedback digest --for team") == Result(
        "*For my team*\n\n# Feedback · *since 24 May 2026*\n\nThere is nothing to show.\n",
        "withheld from your team: 6 records\nthat is as far as their givers let them go\n",
        0,
    )
    heard.ok("feedback got bo 'The early demo' --about ana --named --may-tell subject")
    assert heard("feedback digest --for @ana").err == (
        "withheld from Ana Silva: one record\n"
        "nearly all of it is withheld; to go through what may be shown: "
        "growth feedback list --answers, then: growth edit ID --share person\n"
    )
