"""growth 1on1: agenda, notes and recap, by options, from a pipe and in the editor."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

# Everything here may be seen by nobody but me.
CANARIES = ("CANARY-PRIVATE", "CANARY-MOOD", "CANARY-LOAD", "CANARY-TOPIC", "CANARY-ACTION")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def at(day: str) -> str:
    return f"{day}T10:00:00+00:00"


@pytest.fixture
def ana(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    return growth


def sessions(growth: Growth, who: str = "ana") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth.ok(f"1on1 list {who} --json"))
    return found


def items(growth: Growth, who: str = "ana") -> list[tuple[str, str, int, bool]]:
    found = json.loads(growth.ok(f"1on1 agenda {who} --json"))
    return [(one["by"], one["text"], one["carried"], one["private"]) for one in found]


def actions(growth: Growth) -> list[tuple[str, str, str | None, str]]:
    found = json.loads(growth.ok("action list --all --json"))
    return sorted((one["owner"], one["text"], one["due"], one["state"]) for one in found)


def editor(tmp_path: Path, *edits: str) -> dict[str, str]:
    """Return an environment whose editor runs these Python statements on `text`."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        f"pathlib.Path({str(tmp_path / 'shown')!r}).write_text(text)\n"
        + "\n".join(edits)
        + "\npath.write_text(text)\n"
    )
    import sys

    return {"EDITOR": f"{sys.executable} {script}"}


# -- agenda ------------------------------------------------------------------------------------


def test_topics_come_together_in_the_one_session_that_is_next(ana: Growth) -> None:
    first = ana.ok("1on1 agenda ana on-call load --from ana")
    assert re.fullmatch(r"s261124-[0-9a-z]{4}\n", first)
    assert ana.ok("1on1 agenda @ana 'the pay-band question' --private") == first
    assert ana.ok("1on1 agenda ana") == "1  ana  0  on-call load\n2  me  0  [private] the pay-band question\n"
    (session,) = sessions(ana)
    assert (session["id"], session["day"], session["kind"], session["share"]) == (
        first.strip(), None, "1on1", "person",
    )  # fmt: skip


def test_on_a_terminal_the_agenda_is_shown_with_what_was_added(ana: Growth) -> None:
    ana.ok("1on1 agenda ana 'scope of ranker v3'")
    result = ana.terminal("1on1 agenda ana 'on-call load' --from ana")
    assert plain(result.out) == (
        "Ana Silva, next 1:1: today 10:00\n  1  scope of ranker v3\n  2  ana: on-call load\n"
    )
    assert plain(ana.terminal("1on1 agenda kim").out) == (
        "Kim Okafor, next 1:1\nnothing yet: growth 1on1 agenda kim 'on-call load'\n"
        "or from a template: growth 1on1 agenda kim --template first\n"
    )


def test_topics_are_settled_by_their_numbers(ana: Growth) -> None:
    for topic in ("one", "two", "three", "four"):
        ana.ok(f"1on1 agenda ana {topic}")
    assert ana.ok("1on1 agenda ana --done 1 --drop 3") == ""
    assert ana.ok("1on1 agenda ana") == "1  me  0  two\n2  me  0  four\n"
    ana.ok("1on1 agenda ana --done 1")
    assert ana.ok("1on1 agenda ana") == "1  me  0  four\n"
    assert ana("1on1 agenda ana --done 2") == (
        "",
        "growth: there is no topic 2\n        there are 1; see the agenda for their numbers\n",
        2,
    )


def test_topics_from_a_pipe_one_a_line(ana: Growth) -> None:
    ana.ok("1on1 agenda ana -", stdin="one\n\n  two  \n")
    assert items(ana) == [("me", "one", 0, False), ("me", "two", 0, False)]


def test_what_the_agenda_refuses(ana: Growth) -> None:
    ana.ok("1on1 agenda ana 'On-call load'")
    assert ana("1on1 agenda ana 'on-call load'") == (
        "",
        "growth: 'on-call load' is on the agenda already\n        nothing was changed\n",
        1,
    )
    assert ana("1on1 agenda nobody x").code == 1
    assert ana("1on1 agenda ana x --from nobody").code == 1
    assert ana("1on1 agenda ana -").err == "growth: the topic is missing\n        one topic a line\n"
    assert ana("1on1 agenda ana").code == ana("1on1 agenda kim").code == 0
    assert ana.ok("1on1 agenda kim --json") == "[]\n"


# -- notes by options and from a pipe ----------------------------------------------------------


def test_notes_by_options(ana: Growth) -> None:
    ana.ok("1on1 agenda ana on-call load --from ana", now=at("2026-11-20"))
    ana.ok("1on1 agenda ana scope of v3", now=at("2026-11-20"))
    printed = ana.ok(
        [
            *("1on1", "notes", "ana", "--shared", "We try four on call.", "--private-notes", "She is tired."),
            *("--mood", "3", "--mood-words", "tired, but fine", "--workload", "4", "--tick", "1"),
            *(
                "--action",
                "Ana: write the RFC by friday",
                "--action",
                "me: ask Dana by 2w",
                "--asked",
                "1on1/12",
            ),
        ]
    )
    identifiers = printed.splitlines()
    assert [one[0] for one in identifiers] == ["s", "t", "t"]
    held, ahead = sessions(ana)
    assert held == {
        "id": identifiers[0], "kind": "1on1", "person": "ana", "mentorship": "", "day": "2026-11-24",
        "template": "",
        "agenda": [
            {"text": "on-call load", "by": "ana", "private": False, "state": "done", "added": "2026-11-20",
             "carried": 0},
            {"text": "scope of v3", "by": "me", "private": False, "state": "carried", "added": "2026-11-20",
             "carried": 0},
        ],
        "shared": "We try four on call.", "private": "She is tired.", "mood": 3,
        "mood_words": "tired, but fine", "workload": 4, "workload_words": "", "asked": ["1on1/12"],
        "advice": [],
        "share": "person", "source": "", "created": "2026-11-20T10:00:00Z", "changed": "2026-11-24T10:00:00Z",
    }  # fmt: skip
    assert ahead["day"] is None and items(ana) == [("me", "scope of v3", 1, False)]
    assert actions(ana) == [
        ("ana", "write the RFC", "2026-11-27", "open"),
        ("me", "ask Dana", "2026-12-08", "open"),
    ]
    action = json.loads(ana.ok("action list --theirs --json"))[0]
    assert (action["origin"], action["person"], action["share"], action["day"]) == (
        identifiers[0], "ana", "person", "2026-11-24",
    )  # fmt: skip


def test_the_same_day_again_is_the_same_session(ana: Growth) -> None:
    first = ana.ok("1on1 notes ana --shared 'We try four on call.' --mood 3 --mood-words tired")
    again = ana.ok("1on1 notes ana --shared 'And a rota of six.' --mood-words 'tired, but fine'")
    assert again == first
    (session,) = sessions(ana)
    assert session["shared"] == "We try four on call.\n\nAnd a rota of six."
    assert (session["mood"], session["mood_words"]) == (3, "tired, but fine")


def test_the_same_notes_twice_change_nothing(ana: Growth) -> None:
    text = "We try four on call.\n- [ ] Ana: write the RFC by friday\n"
    ana.ok("1on1 notes ana", stdin=text)
    before = (sessions(ana), actions(ana))
    ana.ok("1on1 notes ana", stdin=text)
    assert (sessions(ana), actions(ana)) == before


def test_plain_notes_from_a_pipe_are_shared_and_their_boxes_become_actions(ana: Growth) -> None:
    ana.ok(
        "1on1 notes ana -d 2026-11-17",
        stdin="Four on call.\n"
        "- [ ] Ana: write the RFC by friday\n"
        "- [ ] Kim Okafor: pair on the harness, due 2026-12-01\n"
        "* [x] I: send the examples\n"
        "- [ ] look for GPU quota in 2w\n"
        "- [ ] note: sign it\n"
        "- a plain line\n",
    )
    assert actions(ana) == [
        ("ana", "write the RFC", "2026-11-20", "open"),
        ("kim", "pair on the harness", "2026-12-01", "open"),
        ("me", "look for GPU quota", "2026-12-01", "open"),
        ("me", "note: sign it", None, "open"),
        ("me", "send the examples", None, "done"),
    ]
    assert sessions(ana)[0]["shared"] == "Four on call.\n- a plain line"


FORM = """\
mood: 4 good
workload: heavy
asked: 1on1/12, 1on1/30
---
## Agenda
- [x] 1. ana: on-call load
- [-] 2. scope of v3
- [ ] Ana: a talk in spring
- [ ] the pay band [private]
## Shared notes
Four on call.

## Private notes
Ask Dana first.
"""


def test_the_form_can_be_piped_in(ana: Growth) -> None:
    ana.ok("1on1 agenda ana on-call load --from ana")
    ana.ok("1on1 agenda ana scope of v3")
    ana.ok("1on1 notes ana", stdin=FORM)
    (held, _) = sessions(ana)
    assert [(one["by"], one["text"], one["private"], one["state"]) for one in held["agenda"]] == [
        ("ana", "on-call load", False, "done"),
        ("me", "scope of v3", False, "dropped"),
        ("ana", "a talk in spring", False, "carried"),
        ("me", "the pay band", True, "carried"),
    ]
    assert (held["mood"], held["mood_words"], held["workload"], held["workload_words"]) == (
        4, "good", None, "heavy",
    )  # fmt: skip
    assert (held["shared"], held["private"]) == ("Four on call.", "Ask Dana first.")
    assert held["asked"] == ["1on1/12", "1on1/30"]
    assert items(ana) == [("ana", "a talk in spring", 0, False), ("me", "the pay band", 0, True)]


def test_what_a_form_leaves_out_stays_as_it_was(ana: Growth) -> None:
    ana.ok("1on1 notes ana --shared 'Four on call.' --private-notes 'Ask Dana.' --mood 4")
    ana.ok("1on1 notes ana", stdin="## Shared notes\nSix on call.\n")
    (session,) = sessions(ana)
    assert (session["shared"], session["private"], session["mood"]) == ("Six on call.", "Ask Dana.", 4)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("mood: 7\n---\n## Agenda\n", "mood is 7"),
        ("moood: 7\n---\n## Agenda\n", "line 1 of the form is 'moood: 7'"),
        ("asked: all\n## Agenda\n", "'all' is no question"),
        ("## Agenda\nload\n", "under '## Agenda' stands 'load'"),
        ("## Agenda\n- [ ] 3. load\n", "there is no topic 3"),
        ("## Actions\n- [x] t261124-zzzz me: x\n", "there is no action t261124-zzzz"),
    ],
)
def test_a_form_that_cannot_be_read_changes_nothing(ana: Growth, form: str, message: str) -> None:
    result = ana("1on1 notes ana", stdin=form)
    assert (result.err.splitlines()[0], result.code) == (f"growth: {message}", 2)
    assert sessions(ana) == []


def test_what_notes_refuse(ana: Growth) -> None:
    assert ana("1on1 notes ana") == (
        "",
        "growth: what was said is missing\n        growth 1on1 notes ana --shared TEXT\n",
        2,
    )
    assert ana("1on1 notes ana -d 2026-11-25 --shared x") == (
        "",
        "growth: 2026-11-25 is still to come\n        for what to talk about then there is: agenda\n",
        2,
    )
    assert ana("1on1 notes ana --mood 6").code == 2
    assert ana("1on1 notes ana --tick 1").err.startswith("growth: there is no topic 1\n")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "Anna: write the RFC by friday",
            "growth: I know nobody called 'Anna'\n        did you mean ana? else: "
            "growth people add anna --name 'Their Name', or 'me: Anna: …' for a text of yours\n",
        ),
        (
            "@dana: ask for quota",
            "growth: I know nobody called 'dana'\n        did you mean ana? else: "
            "growth people add dana --name 'Their Name', or 'me: @dana: …' for a text of yours\n",
        ),
        (
            "Xaver: ask for quota",
            "growth: I know nobody called 'Xaver'\n        "
            "growth people add xaver --name 'Their Name', or 'me: Xaver: …' for a text of yours\n",
        ),
    ],
)
def test_a_promise_of_nobody_known_is_not_taken_for_mine(ana: Growth, text: str, error: str) -> None:
    assert ana(["1on1", "notes", "ana", "--action", text]) == ("", error, 2)
    assert ana("1on1 notes ana", stdin=f"Four on call.\n- [ ] {text}\n") == ("", error, 2)
    assert ana("1on1 notes ana", stdin=f"## Actions\n- [ ] {text}\n") == ("", error, 2)
    assert (sessions(ana), actions(ana)) == ([], [])
    ana.ok(["1on1", "notes", "ana", "--action", f"me: {text}"])
    assert actions(ana)[0][:2] == ("me", text.removesuffix(" by friday"))


def test_a_first_name_of_two_is_asked_back(ana: Growth) -> None:
    ana.ok("people add sberg --name 'Sam Berg'")
    ana.ok("people add sito --name 'Sam Ito'")
    assert ana(["1on1", "notes", "ana", "--action", "Sam: pair"]) == (
        "",
        "growth: 'Sam' may be sberg or sito\n        write which one, or 'me: Sam: …' for a text of yours\n",
        2,
    )


def test_a_colon_in_an_ordinary_text_is_no_name(ana: Growth) -> None:
    texts = ("RFC: write it", "note: sign it", "scope of v3: freeze it")
    for text in texts:
        ana.ok(["1on1", "notes", "ana", "--action", text])
    result = ana(["1on1", "notes", "ana", "--action", "Review: read the draft"])
    assert (result.err, result.code) == (
        "warning: taken as a promise of yours, with 'Review:' as part of its text\n", 0,
    )  # fmt: skip
    assert [one[:2] for one in actions(ana)] == [
        ("me", text) for text in sorted((*texts, "Review: read the draft"))
    ]


def test_a_topic_of_a_slip_of_a_name_is_refused_and_one_with_a_colon_is_not(ana: Growth) -> None:
    result = ana("1on1 notes ana", stdin="## Agenda\n- [ ] Anna: a talk in spring\n")
    assert (result.err.splitlines()[0], result.code) == ("growth: I know nobody called 'Anna'", 2)
    ana.ok("1on1 notes ana", stdin="## Agenda\n- [ ] Budget: who decides\n")
    assert items(ana)[0][:2] == ("me", "Budget: who decides")


def test_in_the_form_an_unknown_name_leads_back_to_it(ana: Growth, tmp_path: Path) -> None:
    env = editor(
        tmp_path,
        "again = 'Anna: RFC' in text",
        "text = text.replace('Anna: RFC', 'Ana: RFC')",
        "text = text if again else text.replace('notes\\n', 'notes\\n- [ ] Anna: RFC\\n', 1)",
    )
    result = ana.terminal("1on1 notes ana", env=env, keys=["\n", "\n"])
    assert result.code == 0, result.out
    assert "growth: I know nobody called 'Anna'\n        did you mean ana?" in plain(result.out)
    assert [one[:2] for one in actions(ana)] == [("ana", "RFC")]


def test_the_days_of_promises_as_people_speak_of_them(ana: Growth) -> None:
    said = {
        "by next monday": "2026-11-30",
        "by next friday": "2026-12-04",
        "by end of week": "2026-11-27",
        "by the end of the month": "2026-11-30",
        "by 27 Nov": "2026-11-27",
        "by Nov 27": "2026-11-27",
        "by in 1w": "2026-12-01",
        "by next week": "2026-11-30",
    }
    for words, day in said.items():
        ana.ok(["1on1", "notes", "ana", "--action", f"write {day} {words}"])
    assert actions(ana) == sorted(("me", f"write {day}", day, "open") for day in set(said.values()))


def test_a_day_that_cannot_be_read_is_said(ana: Growth) -> None:
    result = ana("1on1 notes ana", stdin="- [ ] write it by someday\n")
    action = result.out.split()[1]
    assert (result.err, result.code) == (
        "warning: 'by someday' is no day that I can read, so none is set; "
        f"to set one: growth action move {action[-4:]} --due DAY\n",
        0,
    )
    assert actions(ana) == [("me", "write it by someday", None, "open")]


def test_a_day_that_cannot_be_read_is_shown_before_it_is_saved(ana: Growth, tmp_path: Path) -> None:
    env = editor(tmp_path, "text = text.replace('notes\\n', 'notes\\n- [ ] Ana: RFC by someday\\n', 1)")
    result = ana.terminal("1on1 notes ana", env=env, keys=["\n"])
    assert (
        "Understood as promises:\n"
        "  ana: RFC by someday (no day: 'by someday' is none that I can read)\nRight? [Y/n] "
    ) in plain(result.out)


# -- carrying on -------------------------------------------------------------------------------


def test_a_topic_is_carried_until_it_is_done_or_dropped(ana: Growth) -> None:
    ana.ok("1on1 agenda ana on-call load --from ana", now=at("2026-11-02"))
    for day in ("2026-11-03", "2026-11-10"):
        ana.ok("1on1 notes ana --shared x", now=at(day))
    assert items(ana) == [("ana", "on-call load", 2, False)]
    assert plain(ana.terminal("1on1 agenda ana").out).splitlines()[1] == (
        "  1  ana: on-call load  raised 3 times in a row"
    )
    ana.ok("1on1 notes ana --tick 1", now=at("2026-11-17"))
    assert items(ana) == []
    assert [one["day"] for one in sessions(ana)] == ["2026-11-03", "2026-11-10", "2026-11-17"]


def test_a_topic_raised_in_the_notes_was_raised_once(ana: Growth) -> None:
    form = "## Agenda\n- [ ] Ana: the growth plan\n"
    ana.ok("1on1 notes ana", stdin=form, now=at("2026-11-17"))
    ana.ok("1on1 notes ana --shared 'And a rota.'", now=at("2026-11-17"))
    shown = "Ana Silva, next 1:1: today 10:00\n  1  ana: the growth plan\n"
    assert plain(ana.terminal("1on1 agenda ana").out) == shown
    ana.ok("1on1 notes ana --shared x")
    assert plain(ana.terminal("1on1 agenda ana").out).splitlines()[1] == (
        "  1  ana: the growth plan  raised twice in a row"
    )


def test_ticking_a_topic_later_the_same_day_takes_it_back_from_the_next_agenda(ana: Growth) -> None:
    ana.ok("1on1 agenda ana on-call load", now=at("2026-11-20"))
    ana.ok("1on1 notes ana --shared x")
    assert items(ana) == [("me", "on-call load", 1, False)]
    ana.ok("1on1 agenda ana something new")
    ana.ok("1on1 notes ana --tick 1")
    assert items(ana) == [("me", "something new", 0, False)]


def test_notes_written_later_take_only_what_was_raised_by_then(ana: Growth) -> None:
    ana.ok("1on1 agenda ana early", now=at("2026-11-16"))
    ana.ok("1on1 agenda ana late", now=at("2026-11-20"))
    ana.ok("1on1 notes ana -d 2026-11-17 --tick 1")
    held, ahead = sessions(ana)
    assert [one["text"] for one in held["agenda"]] == ["early"]
    assert [one["text"] for one in ahead["agenda"]] == ["late"]


def test_notes_of_a_session_before_the_last_leave_the_agenda_alone(ana: Growth) -> None:
    ana.ok("1on1 notes ana -d 2026-11-17 --shared newer")
    ana.ok("1on1 agenda ana topic", now=at("2026-11-01"))
    ana.ok("1on1 notes ana -d 2026-11-10 --shared older")
    assert [(one["day"], len(one["agenda"])) for one in sessions(ana)] == [
        ("2026-11-10", 0), ("2026-11-17", 0), (None, 1),
    ]  # fmt: skip


def test_the_agendas_of_two_who_were_merged_become_one(ana: Growth) -> None:
    ana.ok("people add asilva")
    ana.ok("1on1 agenda ana one")
    ana.ok("1on1 agenda asilva two")
    ana.ok("people merge asilva ana --yes")
    assert {one[1] for one in items(ana)} == {"one", "two"}
    ana.ok("1on1 notes ana --tick 1")
    assert len(items(ana)) == 1
    assert [one["day"] for one in sessions(ana)] == ["2026-11-24", None]


def test_a_next_session_without_topics_is_no_session(ana: Growth) -> None:
    ana.ok("1on1 agenda ana load")
    ana.ok("1on1 notes ana --shared x")
    assert [one["day"] for one in sessions(ana)] == ["2026-11-24", None]
    ana.ok("1on1 notes ana --tick 1")
    assert [one["day"] for one in sessions(ana)] == ["2026-11-24"]


def test_a_session_that_was_made_private_has_no_recap(ana: Growth, tmp_path: Path) -> None:
    session = ana.ok("1on1 notes ana --shared x").strip()
    env = editor(tmp_path, """text = text.replace('"share": "person"', '"share": "private"')""")
    assert ana.terminal(f"edit {session}", env=env).code == 0
    assert ana("1on1 recap ana") == (
        "",
        f"growth: {session} is not for Ana Silva: its share is private\n"
        f"        to change that: growth edit {session}\n",
        1,
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\xff\xfe", "growth: byte 0 of the input is no UTF-8\n        convert it with iconv\n"),
        (b"x" * (1 << 20) + b"y", "growth: what was said is larger than 1 MB\n        give less of it\n"),
    ],
)
def test_input_that_is_no_text(ana: Growth, data: bytes, error: str) -> None:
    assert ana("1on1 notes ana", stdin=data).err == error


def test_one_undo_takes_all_of_it_back(ana: Growth) -> None:
    ana.ok("1on1 agenda ana load")
    before = sessions(ana)
    ana.ok("1on1 notes ana --shared x --action 'Ana: RFC'")
    ana("undo")
    assert (sessions(ana), actions(ana)) == (before, [])


# -- the editor --------------------------------------------------------------------------------


def test_the_form_shows_agenda_actions_and_last_time(ana: Growth, tmp_path: Path) -> None:
    ana.ok(
        "1on1 notes ana --shared 'RFC agreed --> all' --private-notes 'Tired.' --mood 3 --mood-words meh",
        now=at("2026-11-17"),
    )
    ana.ok("1on1 agenda ana on-call load --from ana")
    action = ana.ok("action add ask Dana -w ana --due 2026-11-20", now=at("2026-11-01")).strip()
    result = ana.terminal("1on1 notes ana", env=editor(tmp_path))
    assert result.code == 1 and "the form was left as it was" in plain(result.out)
    head, _, guide = (tmp_path / "shown").read_text().partition("<!-- guide\n")
    assert re.sub(r"(- \[ \] 1on1/\d+ .*\?\n){3}", "- three\n", head) == (
        "mood:\nworkload:\nasked:\n---\n"
        "## Agenda\n- [ ] 1. ana: on-call load\n\n"
        "## To ask\n- three\n\n"
        f"## Actions\n- [ ] {action} me: ask Dana (4 days late)\n\n"
        "## Shared notes\n\n## Private notes\n\n"
    )
    assert guide.endswith(
        "Last time, Tue 17 Nov:\nRFC agreed -- > all\nFor you only: Tired.\nmood: 3 meh\n-->\n"
    )


def test_what_was_understood_is_shown_before_it_is_saved(ana: Growth, tmp_path: Path) -> None:
    ana.ok("1on1 agenda ana on-call load")
    action = ana.ok("action add ask Dana -w ana").strip()
    env = editor(
        tmp_path,
        "text = text.replace('mood:\\n', 'mood: 4 fine\\n').replace('- [ ] 1.', '- [x] 1.')",
        f"text = text.replace('- [ ] {action}', '- [x] {action}')",
        "said = 'Four.\\n- [ ] Ana: write the RFC by friday\\n'",
        "text = text.replace('## Shared notes\\n', '## Shared notes\\n' + said)",
    )
    result = ana.terminal("1on1 notes ana", env=env, keys=["\n"])
    assert result.code == 0, result.out
    out = plain(result.out)
    assert "Understood as promises:\n  ana: write the RFC (Fri 27 Nov)\nRight? [Y/n] " in out
    identifier = sessions(ana)[0]["id"]
    assert f"{identifier}  1:1 with Ana Silva, Tue 24 Nov\n      agenda: 1 done\n" in out
    assert "ana: write the RFC\n      due Fri 27 Nov · for the person it is with\n" in out
    assert out.endswith("safe to send: growth 1on1 recap ana\n")
    assert actions(ana) == [
        ("ana", "write the RFC", "2026-11-27", "open"),
        ("me", "ask Dana", None, "done"),
    ]
    assert sessions(ana)[0]["shared"] == "Four."
    assert not list((ana.home / "drafts").iterdir())


def test_a_no_leads_back_to_the_form_and_ctrl_c_keeps_it(ana: Growth, tmp_path: Path) -> None:
    env = editor(tmp_path, "text = text.replace('## Shared notes\\n', '## Shared notes\\n- [ ] Ana: RFC\\n')")
    result = ana.terminal("1on1 notes ana", env=env, keys=["n\n", "\x03"])
    assert result.code == 130
    assert "the promises were not understood as you meant them" in plain(result.out)
    (draft,) = (ana.home / "drafts").iterdir()
    assert str(draft) in plain(result.out).replace("\n", "")
    assert (sessions(ana), actions(ana)) == ([], [])
    assert re.fullmatch(r"1on1-ana-2026-11-24-261124-\d{6}\.md", draft.name)
    ana.ok("1on1 notes ana", stdin=draft.read_text())
    assert [one[:2] for one in actions(ana)] == [("ana", "RFC")]


def test_the_form_of_a_session_already_noted_is_filled(ana: Growth, tmp_path: Path) -> None:
    ana.ok("1on1 agenda ana load")
    ana.ok("1on1 notes ana --shared 'Four.' --tick 1 --action 'Ana: RFC' --mood 4 --asked 1on1/12")
    action = json.loads(ana.ok("action list --json"))[0]["id"]
    ana.ok(f"done {action}")
    env = editor(
        tmp_path, f"text = text.replace('- [x] {action}', '- [-] {action}').replace('[x] 1.', '[ ] 1.')"
    )
    assert ana.terminal("1on1 notes ana", env=env).code == 0
    shown = (tmp_path / "shown").read_text()
    assert shown.startswith(
        "mood:     4\nworkload:\nasked:    1on1/12\n---\n## Agenda\n- [x] 1. load\n\n"
        "## To ask\n- [x] 1on1/12 What is the best way to let you know that I am having a bad week?\n\n"
        f"## Actions\n- [x] {action} ana: RFC (done Tue 24 Nov)\n\n## Shared notes\nFour.\n"
    )
    assert items(ana) == [("me", "load", 0, False)]
    found = json.loads(ana.ok("action list --all --json"))[0]
    assert (found["state"], found["why"]) == ("dropped", "dropped in the 1:1 of 2026-11-24")


# -- recap and list ----------------------------------------------------------------------------


def test_the_recap_holds_what_was_agreed_and_nothing_private(ana: Growth) -> None:
    assert ana("config set me.name 'Omar Belkacem'").code == 0
    for topic in ("on-call load", "conference talk", "scope of v3"):
        ana.ok(f"1on1 agenda ana '{topic}'", now=at("2026-11-16"))
    ana.ok("1on1 agenda ana CANARY-TOPIC --private", now=at("2026-11-16"))
    ana.ok("action add 'staff examples' -w ana --due 2026-11-27 --share person", now=at("2026-11-10"))
    ana.ok("action add CANARY-ACTION -w ana", now=at("2026-11-10"))
    ana.ok(
        [
            *("1on1", "notes", "ana", "-d", "2026-11-17", "--shared", "Four on call.\n\n- rota of six"),
            *("--private-notes", "CANARY-PRIVATE", "--mood-words", "CANARY-MOOD"),
            *("--workload-words", "CANARY-LOAD", "--tick", "1", "--drop-item", "2"),
            *("--action", "Ana: write the RFC by 2026-11-20", "--action", "me: ask Dana"),
        ]
    )
    assert ana.ok("1on1 recap ana") == (
        "Our 1:1 on Tue 17 Nov 2026 (Ana Silva)\n\n"
        "We spoke about: on-call load\n\n"
        "Four on call.\n\n- rota of six\n\n"
        "Agreed:\n- Ana: write the RFC (by Fri 20 Nov)\n- Omar: ask Dana\n\n"
        "Still open:\n- Omar: staff examples (by Fri 27 Nov)\n\n"
        "Next time:\n- scope of v3\n"
    )
    for text in (
        ana.ok("1on1 recap ana"),
        ana.ok("1on1 recap ana --json"),
        ana.terminal("1on1 recap ana").out,
    ):
        assert [canary for canary in CANARIES if canary in text] == []


def test_a_recap_of_a_day(ana: Growth) -> None:
    ana.ok("1on1 notes ana -d 2026-11-10 --shared older")
    ana.ok("1on1 notes ana -d 2026-11-17 --shared newer")
    assert ana.ok("1on1 recap ana -d 2026-11-10") == "Our 1:1 on Tue 10 Nov 2026 (Ana Silva)\n\nolder\n"
    assert ana("1on1 recap ana -d 2026-11-11") == (
        "",
        "growth: no 1:1 with Ana Silva on 2026-11-11 was noted\n        note one: growth 1on1 notes ana\n",
        1,
    )
    assert ana("1on1 recap kim").err == (
        "growth: no 1:1 with Kim Okafor was noted\n        note one: growth 1on1 notes kim\n"
    )


def test_the_list_of_all_pairs_and_of_one(ana: Growth) -> None:
    for day in ("2026-11-03", "2026-11-17"):
        ana.ok(f"1on1 notes ana -d {day} --shared 'said on {day}'")
    ana.ok("1on1 agenda ana load")
    ana.ok("1on1 notes kim -d 2026-11-19 --shared hello")
    assert [line.rstrip() for line in plain(ana.terminal("1on1 list").out).splitlines()] == [
        "ana  weekly  2 of 3 since 3 Nov  last 7 days ago  today 10:00",
        "kim  -                           last 5 days ago",
    ]
    first, second, ahead = (one["id"] for one in sessions(ana))
    assert plain(ana.terminal("1on1 list ana").out).splitlines() == [
        "ana  weekly  2 of 3 since 3 Nov  last 7 days ago  today 10:00",
        f"{ahead[-4:]}  next         1 open  ",
        f"{second[-4:]}  Tue 17 Nov   said on 2026-11-17",
        f"{first[-4:]}  Tue 3 Nov    said on 2026-11-03",
    ]
    assert ana.ok("1on1 list ana") == (
        f"{first}  2026-11-03  1on1  ana  said on 2026-11-03\n"
        f"{second}  2026-11-17  1on1  ana  said on 2026-11-17\n"
        f"{ahead}  -           1on1  ana\n"
    )
    assert len(ana.ok("1on1 list -f jsonl").splitlines()) == 4


def test_an_empty_list_is_no_error(growth: Growth) -> None:
    assert growth("1on1 list") == ("", "", 0)
    assert growth("1on1 list --json") == ("[]\n", "", 0)
    assert plain(growth.terminal("1on1 list").out) == "no 1:1 yet: growth 1on1 notes ana\n"
