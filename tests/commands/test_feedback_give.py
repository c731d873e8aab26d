"""growth feedback give: hints that block nothing, a text to send, and the words kept as typed."""

import json
import re

import pytest

from tests.conftest import Growth, Result

ALL = ["--situation", "On Monday", "--behaviour", "you asked first", "--impact", "we cut the scope",
       "--suggestion", "keep it"]  # fmt: skip


@pytest.fixture
def bo(growth: Growth) -> Growth:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    return growth


def test_it_is_kept_as_typed_and_piped_says_its_id(bo: Growth) -> None:
    identifier = bo.ok(["feedback", "give", "bo", *ALL]).strip()
    found = json.loads(bo.ok(f"show {identifier} --json"))
    assert (found["person"], found["about"], found["manner"], found["share"]) == (
        "me", "@bo", "given", "private",
    )  # fmt: skip
    assert [one["text"] for one in found["replies"]] == ALL[1::2]


def test_thanks_are_kept_as_thanks(bo: Growth) -> None:
    done = bo(["feedback", "give", "bo", *ALL[:6], "--thanks"])
    assert (done.code, done.err) == (0, "")
    assert json.loads(bo.ok(f"show {done.out.strip()} --json"))["thanks"] is True
    assert "thanks of mine to Bo Tran" in bo.terminal(f"show {done.out.strip()}").out


def test_hints_are_said_and_it_is_kept_all_the_same(bo: Growth) -> None:
    done = bo("feedback give bo --behaviour 'You are always late' --situation x --impact y")
    assert done.code == 0
    assert done.err == (
        "hint: 'always' invites a counterexample; name the time that you saw it\n"
        "hint: no suggestion: what would you ask for next time, or to be kept\n"
    )


def test_where_there_are_hints_it_says_how_to_change_the_words(bo: Growth) -> None:
    shown = bo.terminal("feedback give bo --behaviour 'You are always late'", columns=200).out
    identifier = re.findall(r"f261124-[0-9a-z]{4}", shown)[0]
    assert (
        f"nothing was sent; again: growth show {identifier}; other words: growth edit {identifier}" in shown
    )
    assert "other words" not in bo.terminal(["feedback", "give", "bo", *ALL], columns=200).out


def test_on_a_terminal_each_part_is_asked_for_and_the_text_shown(bo: Growth) -> None:
    done = bo.terminal(
        "feedback give bo", keys=["On Monday\n", "you asked first\n", "we saw it\n", "keep it\n"]
    )
    assert done.code == 0
    assert "Hi Bo,\n\nOn Monday\n\nyou asked first\n\nwe saw it\n\nkeep it\n" in done.out
    assert "hint" not in done.out


def test_the_text_goes_to_a_file(bo: Growth) -> None:
    path = bo.home.parent / "to-bo.txt"
    bo.ok(["feedback", "give", "bo", *ALL, "-o", str(path), "-y"])
    assert path.read_text().startswith("Hi Bo,\n\nOn Monday\n")


def test_without_a_terminal_what_was_done_is_needed(bo: Growth) -> None:
    assert bo("feedback give bo --situation x") == Result(
        "", "growth: what was done is missing\n        give it with --behaviour TEXT\n", 2
    )


def test_what_i_gave_is_for_them_once_i_share_it(bo: Growth) -> None:
    identifier = bo.ok(["feedback", "give", "bo", *ALL]).strip()
    assert "you asked first" not in bo("feedback digest --for @bo").out
    bo.ok(f"edit {identifier} --share person")
    assert "you asked first" in bo.ok("feedback digest --for @bo")


def test_thanks_count_on_the_sheet_the_team_page_and_in_a_review(growth: Growth) -> None:
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("1on1 notes bo -d 2026-11-17 --shared 'the release'")
    growth.ok(["feedback", "give", "bo", *ALL, "-d", "2026-11-22"])
    assert "thanked" not in growth.ok("prep bo")
    growth.ok(["feedback", "give", "bo", *ALL[:6], "-d", "2026-11-22", "--thanks"])
    assert "· thanked 2 days ago\n" in growth.ok("prep bo")
    assert "thanked" not in growth.ok("prep bo --for @bo")
    assert "- **not thanked** in 13 weeks: Ana\n" in growth.ok("team")
    assert "· thanked once\n" in growth.ok("report review --about bo --period 2026-H2")
