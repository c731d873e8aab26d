"""The whole loop of feedback as two people live it, and what of it others never see."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

START, HEARD, LATER, NOW = (
    f"2026-{day}T10:00:00+00:00" for day in ("09-01", "09-04", "10-06", "11-24")
)  # fmt: skip
# What is in no output for another audience, in any format.
NOTE, UNSHARED, NAME, UNQUOTED = "canarynote", "canaryunshared", "Canaryname", "canaryquote"
CANARIES = (NOTE, UNSHARED, NAME.lower(), UNQUOTED, "zelda")
AUDIENCES = ("manager", "@eva", "team", "@bo", "@kim")


@pytest.fixture
def home(growth: Growth) -> Growth:
    growth("config set me.name 'Ana Silva'")
    growth.ok("people add eva --name 'Eva Lund' --relation manager --email eva@example.com")
    for handle, name in (("bo", "Bo Tran"), ("kim", "Kim Okafor"), ("zelda", f"Zelda {NAME}")):
        growth.ok(["people", "add", handle, "--name", name, "--relation", "peer"])
    return growth


def replied(paper: str, said: dict[int, str], who: int, name: int) -> str:
    """Return a mail that answers below each question of a quoted paper, as a mail program leaves it."""
    out = ["Hi Ana, answers below.", "", "On Tue, 1 Sep 2026 at 12:00, Ana Silva wrote:"]
    for line in paper.splitlines():
        out.append(f"> {line}".rstrip())
        number = re.match(r"(\d+)\. .*\[q\w{3}\]$", line)
        if number and int(number[1]) in said:
            out += ["", said[int(number[1])], ""]
        if line.endswith("[who]"):
            out += ["", str(who), ""]
        if line.endswith("[name]"):
            out += ["", str(name), ""]
    return "\n".join(out) + "\n\n-- \nSent from a phone\n"


def answers(growth: Growth) -> dict[str, dict[str, Any]]:
    found = json.loads(growth.ok("feedback list --answers --json"))
    return {one["person"]: one for one in found}


def test_from_a_question_to_a_change_that_was_seen(home: Growth) -> None:
    asked = home.ok("feedback ask bo --set technical --pick 1 --pick 4 --due 2w", now=START).strip()
    paper = home("feedback send " + asked, now=START).out
    assert len(paper.splitlines()) <= 12 and "Hi Bo, Ana Silva here" in paper

    reply = replied(paper, {1: "The tests that come with each change", 2: "2"}, who=2, name=3)
    assert home("import - --share manager --yes", stdin=reply, now=HEARD).code == 0
    assert home("import - --share manager --yes", stdin=reply, now=HEARD).err.endswith(
        "nothing new; 1 already here\n"
    )
    heard = answers(home)["bo"]
    assert [(one["text"], one["rating"]) for one in heard["replies"]] == [
        ("The tests that come with each change", None), ("", 2),
    ]  # fmt: skip
    assert "- “The tests that come with each change” · *Bo Tran, Fri 4 Sep*" in home.ok("feedback digest")

    step = home.ok(
        f"feedback act {heard['id']} 'write the tests first' --due 2w --share manager", now=HEARD
    ).strip()
    assert json.loads(home.ok("feedback list --json"))[0]["state"] == "discussed"
    shown = home.ok("feedback digest")
    assert "   - to do: write the tests first" in shown
    assert f"ask again from Fri 2 Oct: `growth feedback ask bo --follow-up {step}`" in shown

    home.ok(f"done {step}", now=LATER)
    again = home.ok(f"feedback ask bo --follow-up {step}", now=LATER).strip()
    paper = home("feedback send " + again, now=LATER).out
    assert "Earlier you said: The tests that come with each change" in paper
    assert "asked again" in home.ok("feedback digest")

    reply = replied(paper, {1: "4 clearly", 2: "Both reviews last week"}, who=2, name=3)
    assert home("import - --share manager --yes", stdin=reply).code == 0
    shown = re.sub(r"`\w{4}`", "`7k3q`", home.ok("feedback digest"))
    assert (
        "## Asked, heard, did, confirmed\n\n"
        "- “The tests that come with each change” · *Bo Tran, Fri 4 Sep, asked Tue 1 Sep* · `7k3q`\n"
        "   - did: write the tests first · *done Tue 6 Oct* · `7k3q`\n"
        "   - confirmed: clearly, 4 of 5, “Both reviews last week” · *Tue 24 Nov* · `7k3q`\n"
    ) in shown
    assert "confirmed: clearly, 4 of 5" in home("feedback digest --for manager").out


@pytest.fixture
def told(home: Growth) -> Growth:
    """A home in which something may be told, and much may not."""
    asked = home.ok("feedback ask bo kim zelda eva --set technical --pick 1 --pick 4").split()
    said = ("may be told", f"{UNQUOTED} words", "not with my name", f"{UNSHARED} words")
    for identifier, words, naming in zip(asked, said, (3, 2, 1, 3), strict=True):
        paper = home("feedback send " + identifier).out
        share = "private" if UNSHARED in words else "manager"
        reply = replied(paper, {1: words, 2: "3"}, who=2, name=naming)
        assert home(f"import - --share {share} --yes", stdin=reply).code == 0
    home.ok(["note", "bo", "-d", "2026-11-20"], stdin=f"{NOTE} on Bo\n")
    for giver in ("kim", "zelda"):
        answer = answers(home)[giver]["id"]
        home.ok(["feedback", "act", answer, f"a step for {giver.replace('zelda', 'all')}", "--due", "friday"])
    home.ok(f"feedback got zelda '{UNSHARED} praise' --about bo --named --may-tell subject")
    home.ok(f"feedback got zelda '{UNQUOTED} advice' --about bo --unquoted --may-tell subject --share person")
    home(f"feedback give bo --behaviour 'You saw {UNSHARED}'")
    return home


DOCUMENTS = {
    "feedback digest": ("", "md", "html", "term", "json", "text"),
    "feedback digest --about bo": ("", "md", "html", "json", "text"),
    "feedback digest --from zelda": ("", "html", "json"),
    "report feedback": ("", "md", "html", "term", "json", "text"),
    "report brag": ("", "json"),
    "prep eva": ("", "html", "json", "text"),
    "prep bo": ("", "html", "json", "text"),
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_not_theirs_to_read_is_in_no_document(told: Growth, tmp_path: Path, audience: str) -> None:
    heard = False
    for command, formats in DOCUMENTS.items():
        for number, one in enumerate(formats):
            options = f" -f {one}" if one else ""
            made = told(f"{command} --for {audience}{options}")
            path = tmp_path / f"{command.replace(' ', '-')}-{number}.html"
            assert made.code == 0, made
            assert told(f"{command} --for {audience}{options} -o {path} -y").code == 0
            texts = (made.out, path.read_text().lower())
            assert [word for text in texts for word in CANARIES if word in text.lower()] == [], command
            heard = heard or "may be told" in made.out
    assert heard == (audience in ("manager", "@eva"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nor_is_it_in_a_bundle(told: Growth, tmp_path: Path, audience: str) -> None:
    path = tmp_path / "bundle.json"
    assert told(f"bundle make --for {audience} -o {path} -y").code == 0
    text = path.read_text().lower()
    assert [word for word in CANARIES if word in text] == []
    assert ("may be told" in text) == (audience in ("manager", "@eva"))


def test_what_is_asked_again_holds_nothing_of_others(told: Growth) -> None:
    action = next(one for one in json.loads(told.ok("action list --json")) if one["text"] == "a step for kim")
    again = told(f"feedback ask kim --follow-up {action['id']}").out.strip()
    for one in ("text", "md", "html", "eml"):
        paper = told(f"feedback send {again} -f {one}").out
        assert [word for word in (NOTE, UNSHARED, NAME, "zelda") if word in paper] == []


def test_for_me_all_of_it_is_there(told: Growth) -> None:
    shown = told.ok("feedback digest")
    for words in ("may be told", UNQUOTED, UNSHARED, f"Zelda {NAME}", "not to be named", "not to be quoted"):
        assert words in shown


def test_who_takes_it_back_is_in_no_digest_any_more(told: Growth) -> None:
    answer = answers(told)["kim"]
    assert told(f"feedback withdraw {answer['id']} -y").code == 0
    assert UNQUOTED not in told.ok("feedback digest")
    left = [
        path for path in told.home.rglob("*") if path.is_file() and UNQUOTED + " words" in path.read_text()
    ]
    assert left == []
