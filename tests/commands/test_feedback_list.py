"""growth feedback list, remind, decline, close; what of it the day and a session show."""

import json
import re

import pytest

from tests.commands.asking import arrive, ask, put, request
from tests.conftest import Growth

LATER = "2026-12-08T10:00:00+00:00"


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def people(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    growth.ok("people add kim --name 'Kim Okafor' --relation peer")
    growth("config set me.name 'Jo Kimura'")
    return growth


def test_the_list_says_who_is_late_by_how_much(people: Growth) -> None:
    late = put(people, "bo --due 2026-11-20 --about 'the ranker launch'")
    soon = put(people, "ana --due 2026-11-27")
    draft = ask(people, "kim --due 2026-11-20")
    other = ask(people, "ana --about @bo")
    answered = ask(people, "bo")
    answer = arrive(people, "bo", "Keep the notes", answered)
    over = ask(people, "bo --about +ranker --due 2026-11-01", "2026-10-20")
    people.ok(f"feedback close {other}")
    result = people.terminal("feedback list")
    assert plain(result.out) == (
        "TO SEND  1 drafted\n"
        f"  .  {draft[-4:]}  kim  me (1 question)  not sent yet, was due Fri 20 Nov\n"
        "WAITING  2 asked, 1 late\n"
        f"  !  {late[-4:]}  bo   the ranker launch (1 question)  4 days late\n"
        f"  .  {soon[-4:]}  ana  me (1 question)                 due Fri 27 Nov\n"
        "TO TALK OVER  1 answered\n"
        f"  .  {answered[-4:]}  bo  me (1 question)  answered yesterday: {answer[-4:]}\n"
    )
    assert plain(people.terminal("feedback list --all").out).endswith(
        "OVER  2\n"
        f"  .  {other[-4:]}  ana  @bo (1 question)      closed\n"
        f"  .  {over[-4:]}  bo   +ranker (1 question)  expired, due 1 Nov\n".replace(
            "due 1 Nov", "due Sun 1 Nov"
        )
    )
    assert people.ok("feedback list --all") == (
        f"{draft}  2026-11-20  drafted    0  kim  me\n"
        f"{late}  2026-11-20  sent       4  bo  the ranker launch\n"
        f"{soon}  2026-11-27  sent       0  ana  me\n"
        f"{answered}  -           answered   0  bo  me\n"
        f"{other}  -           closed     0  ana  @bo\n"
        f"{over}  2026-11-01  expired    0  bo  +ranker\n"
    )
    assert people.ok("feedback list --late").split()[0] == late
    assert [line.split()[0] for line in people.ok("feedback list @Ana").splitlines()] == [soon]
    found = json.loads(people.ok("feedback list bo --json"))
    assert [(one["id"], one["state"], one["due"], one["now"]) for one in found] == [
        (late, "sent", "2026-11-20",
         {"state": "sent", "days_late": 4, "words": "4 days late", "answers": []}),
        (answered, "answered", None,
         {"state": "answered", "days_late": 0, "words": "answered yesterday", "answers": [answer]}),
    ]  # fmt: skip
    lines = people.ok("feedback list bo --all -f jsonl").splitlines()
    assert [(json.loads(one)["state"], json.loads(one)["now"]["state"]) for one in lines] == [
        ("sent", "sent"), ("answered", "answered"), ("drafted", "expired"),
    ]  # fmt: skip


def test_an_empty_list_is_no_error(growth: Growth) -> None:
    assert growth("feedback list") == ("", "", 0)
    assert growth("feedback list --json") == ("[]\n", "", 0)
    assert growth("feedback list --answers") == ("", "", 0)
    said = " ".join(plain(growth.terminal("feedback list").out).split())
    assert said == (
        "nothing waits, and nobody is known yet: growth people add ana --name 'Ana Silva' --relation peer"
    )
    growth.ok("people add zoe --name 'Zoe Lund'")
    assert plain(growth.terminal("feedback list").out) == (
        "nothing waits; ask somebody: growth feedback ask zoe --set collaboration\n"
    )


def test_what_came_back_is_listed(people: Growth) -> None:
    answer = arrive(people, "ana", "Show the\ndesign earlier")
    assert people.ok("feedback list --answers") == (
        f"{answer}  2026-11-23  advice  ana  Show the design earlier\n"
    )
    assert people.ok("feedback list bo --answers") == ""
    assert plain(people.terminal("feedback list --answers").out) == (
        f"{answer[-4:]}  Mon 23 Nov  advice  ana  Show the design earlier\n"
    )
    assert json.loads(people.ok("feedback list --answers --json"))[0]["id"] == answer


def test_answers_stand_in_columns_on_a_terminal_each_on_one_line(people: Growth) -> None:
    words = "Four agendas in four weeks, and I came prepared to three of them, as I said"
    longer = arrive(people, "ana", words)
    given = people("feedback give bo --behaviour calm").out.strip()
    rated = {
        "record": "answer", "id": "f261120-bbbb", "person": "ana", "day": "2026-11-20", "manner": "asked",
        "replies": [{"question": "How often?", "rating": 4}, {"question": "How well?", "rating": 2}],
        "created": "2026-11-20T10:00:00Z",
    }  # fmt: skip
    people("import -f jsonl - --yes", stdin=json.dumps(rated) + "\n")
    rows = plain(people.terminal("feedback list --answers").out).splitlines()
    assert rows[0].startswith(f"{given[-4:]}  Tue 24 Nov  given   to bo  ")
    assert rows[1] == f"{longer[-4:]}  Mon 23 Nov  advice  ana    Four agendas in four weeks, and I came …"
    assert rows[2].endswith("  Fri 20 Nov  asked   ana    rated 4, 2")
    assert [len(row) <= 80 for row in rows] == [True] * 3
    assert (
        people.ok("feedback list --answers").splitlines()[0].endswith("  2026-11-20  asked   ana  rated 4, 2")
    )


def test_a_nudge_is_kind_greets_once_and_holds_the_questions(people: Growth) -> None:
    identifier = put(people, "ana --due 2026-11-20 --about 'the ranker launch'")
    out = people.ok(f"feedback remind {identifier[-4:]}")
    marker = request(people, identifier)["questions"][0]["marker"]
    assert out == (
        "Hi Ana, Jo Kimura here: 14 days ago I asked for your feedback on the ranker launch. "
        "It would still help me, and a line or two is plenty. If it does not suit you, that is fine.\n"
        "It is for growth, not for a review. Nobody but me reads it, unless you allow more below. "
        "To withdraw it later, tell me, and I erase it. “Their manager” below is mine.\n"
        "Write under each line below, best with one moment: when it was, what was done, what came of it. "
        "Please keep the marks in brackets.\n"
        "\n"
        f"1. What should I keep? [{marker}]\n"
        "\n"
        "Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]\n"
        "My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. "
        "No answer means 1. [name]\n"
        f"Request [{identifier}]\n"
    )
    assert people.ok("feedback list") == f"{identifier}  2026-11-20  sent       4  ana  the ranker launch\n"
    assert people(f"feedback remind {identifier}") == (
        "",
        f"growth: {identifier} went to ana today\n        give them some days\n",
        1,
    )


def test_what_was_never_sent_or_is_answered_is_not_reminded_of(people: Growth) -> None:
    draft = ask(people, "ana")
    assert people(f"feedback remind {draft}") == (
        "",
        f"growth: {draft} to ana was never sent\n"
        f"        to send it, or where it is out already: growth feedback send {draft}\n",
        1,
    )
    assert request(people, draft)["state"] == "drafted"
    answered = put(people, "bo")
    answer = arrive(people, "bo", "Keep the notes", answered)
    said = f"growth: bo answered {answered} yesterday\n        growth show {answer}\n"
    assert people(f"feedback remind {answered}") == ("", said, 1)
    people.ok(f"feedback act {answered} 'write notes' --due friday")
    assert people(f"feedback remind {answered}") == ("", said, 1)


def test_what_answers_a_nudge_files_itself_and_nothing_of_it_is_left_over(people: Growth) -> None:
    identifier = put(people, "ana --due 2026-12-20")
    nudge = people.ok(f"feedback remind {identifier}")
    quoted = "".join(f"> {line}\n" for line in nudge.splitlines())
    people("import -", stdin=f"1. The notes.\n\n{quoted}")
    (answer,) = json.loads(people.ok("feedback list --answers --json"))
    assert ([one["text"] for one in answer["replies"]], answer["unmatched"]) == (["The notes."], "")


def test_two_nudges_are_enough(people: Growth) -> None:
    identifier = put(people, "ana --due 2026-12-20")
    people.ok(f"feedback remind {identifier}")
    result = people(f"feedback remind {identifier}", now=LATER)
    assert result.out.splitlines()[0] == (
        "Hi Ana, Jo Kimura here: 4 weeks ago I asked for your feedback on me and my work, best by "
        "Sunday 20 December 2026. It would help me, and a line or two is plenty. If it does not suit you, "
        "that is fine. I will not ask about it again."
    )
    assert result.err == "that was the last one; not answering is an answer, too\n"
    assert people(f"feedback remind {identifier}", now="2026-12-10T10:00:00+00:00") == (
        "",
        f"growth: ana was reminded of {identifier} twice already\n"
        f"        ask in person, or let it be: growth feedback close {identifier}\n",
        1,
    )
    assert request(people, identifier)["reminded"] == ["2026-11-24", "2026-12-08"]


def test_to_decline_is_fine(people: Growth) -> None:
    first, second = ask(people, "ana"), ask(people, "bo")
    assert plain(people.terminal(f"feedback decline {first} {second[-4:]}").out) == (
        f"{first[-4:]}  ana about me (1 question): declined\n"
        f"{second[-4:]}  bo about me (1 question): declined\n"
    )
    assert people.ok("feedback list") == ""
    assert people(f"feedback decline {first}") == (
        "",
        f"growth: {first} to ana is declined already\n        see: growth feedback list --all\n",
        1,
    )
    assert people.ok(f"feedback close {first}") == ""
    people("undo")
    assert request(people, first)["state"] == "declined"


def test_many_are_closed_or_none(people: Growth) -> None:
    first, second = ask(people, "ana"), ask(people, "bo")
    people.ok(f"feedback close {first}")
    assert people(f"feedback close {second} {first}").code == 1
    assert request(people, second)["state"] == "drafted"
    entry = people.ok("log something").strip()
    assert people(f"feedback close {entry}").err == (
        f"growth: {entry} is no request for feedback\n        see: growth feedback list --all\n"
    )


def test_the_day_counts_what_waits_and_shows_no_word_of_it(people: Growth) -> None:
    put(people, "ana --due 2026-11-20 --about CANARY-TOPIC")
    put(people, "ana --due 2026-11-27")
    assert "WAITING     feedback: 2 asked (1 late)  growth feedback list\n" in people.ok([])
    arrive(people, "bo", "CANARY-WORDS", ask(people, "bo"))
    people.ok("action add 'the RFC' --owner ana")
    out = people.ok("status")
    assert (
        "WAITING     1 person owes you something  growth action list --theirs\n"
        "            feedback: 2 asked (1 late), 1 to talk over  growth feedback list\n"
    ) in out
    assert "CANARY" not in out + people.ok("status --short")
    ask(people, "kim")
    assert "            feedback: 2 asked (1 late), 1 to send, 1 to talk over\n" in people.ok("status")


def test_it_is_talked_over_in_a_session(people: Growth) -> None:
    identifier = ask(people, "ana")
    answer = arrive(people, "ana", "Keep the notes", identifier)
    hint = f"their feedback is not talked over yet; if it was: growth 1on1 notes ana --discussed {identifier}"
    assert hint in plain(people.terminal("1on1 notes ana --shared 'we met'", columns=200).out).splitlines()
    assert people.ok(f"1on1 notes ana --discussed {answer}").startswith("s261124-")
    assert request(people, identifier)["state"] == "discussed"
    assert "talked over" not in people.terminal("1on1 notes ana --shared 'more'").out
    assert plain(people.terminal("feedback list").out) == (
        f"TALKED OVER  1\n  .  {identifier[-4:]}  ana  me (1 question)  discussed: {answer[-4:]}\n"
    )
    other = ask(people, "bo")
    assert people(f"1on1 notes bo --discussed {other}").err == (
        f"growth: {other} to bo is not sent yet and cannot be talked over\n"
        "        see: growth feedback list --all\n"
    )
