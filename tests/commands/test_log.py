"""growth log: what is stored, what is said, and what is refused."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth

FULL = [
    *("log", "Cut", "ranker", "p99", "by", "half", "-k", "win", "-t", "latency"),
    *("-p", "ranker", "-w", "dana"),
    *("--metric", "p99: 480 ms -> 210 ms", "--impact", "checkout timeouts -80 %"),
    *("-l", "https://git.example.com/pr/1841", "--spent", "3h", "-d", "yesterday", "--share", "manager"),
]


def last(growth: Growth) -> dict[str, object]:
    return json.loads(growth.ok("show last --json"))


def test_piped_it_prints_exactly_the_id(growth: Growth) -> None:
    assert re.fullmatch(r"j261124-[0-9a-hjkmnp-tv-z]{4}\n", growth.ok("log x"))


def test_words_and_options_become_fields(growth: Growth) -> None:
    identifier = growth.ok(FULL).strip()
    assert last(growth) == {
        "id": identifier,
        "day": "2026-11-23",
        "kind": "win",
        "title": "Cut ranker p99 by half",
        "body": "",
        "about": "",
        "tags": ["latency"],
        "project": "ranker",
        "people": ["dana"],
        "skills": [],
        "metrics": [{"name": "p99", "after": "210", "before": "480", "unit": "ms"}],
        "impact": "checkout timeouts -80 %",
        "links": ["https://git.example.com/pr/1841"],
        "spent": 180,
        "learning": None,
        "shown": None,
        "built_on": "",
        "share": "manager",
        "star": False,
        "precision": "day",
        "source": "",
        "created": "2026-11-24T10:00:00Z",
        "changed": None,
    }


def test_on_a_terminal_it_shows_what_was_stored_and_who_may_see_it(growth: Growth) -> None:
    result = growth.terminal(FULL)
    assert result.code == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", result.out)
    identifier = plain.split()[0]
    assert plain == (
        f"{identifier}  win  Cut ranker p99 by half\n"
        "      Mon 23 Nov · your manager may read it\n"
        "      #latency +ranker @dana\n"
        "      p99 480 -> 210 ms\n"
        "      impact: checkout timeouts -80 %\n"
        "      spent: 3h\n"
        "      https://git.example.com/pr/1841\n"
        "@dana is nobody known: growth people add dana\n"
    )
    growth.ok("people add dana --name 'Dana Ruiz'")
    assert "nobody known" not in growth.terminal(FULL).out


def test_sigils_count_at_a_words_start_before_a_letter(growth: Growth) -> None:
    growth.ok(["log", "Paired with @dana on +evals (#llm) for #142, +12 ms in C# by a@b.c"])
    entry = last(growth)
    assert (entry["people"], entry["project"], entry["tags"]) == (["dana"], "evals", ["llm"])
    assert entry["title"] == "Paired with @dana on +evals (#llm) for #142, +12 ms in C# by a@b.c"


def test_an_unknown_person_in_a_text_is_a_mention_and_creates_nobody(growth: Growth) -> None:
    growth.ok(["log", "thanked @nobody"])
    assert growth.ok("people list --json") == "[]\n"


def test_a_second_project_becomes_a_tag(growth: Growth) -> None:
    growth.ok(["log", "moved +ranker onto +feature-store"])
    entry = last(growth)
    assert (entry["project"], entry["tags"]) == ("ranker", ["feature-store"])


def test_standard_input_is_title_and_body(growth: Growth) -> None:
    growth.ok("log", stdin="Wrote the RFC\r\n\r\n- on freshness\r\n- #design\r\n")
    entry = last(growth)
    assert (entry["title"], entry["body"]) == ("Wrote the RFC", "- on freshness\n- #design")
    assert entry["tags"] == ["design"]


def test_m_is_the_text(growth: Growth) -> None:
    growth.ok(["log", "-m", "a title\n\na body"])
    assert (last(growth)["title"], last(growth)["body"]) == ("a title", "a body")


@pytest.mark.parametrize(
    ("args", "err"),
    [
        (["log"], "growth: the text is missing\n        growth log 'what I finished today'\n"),
        (
            ["log", "  "],
            "growth: there is nothing to log: the text is empty\n"
            "        growth log 'what I finished today'\n",
        ),
        (["log", "x", "-m", "y"], "growth: words and -m exclude each other\n        give the text once\n"),
        (
            ["log", "x", "-d", "04/03/2026"],
            "growth: '04/03/2026' could be 2026-03-04 or 2026-04-03\n        write the one you mean\n",
        ),
        (
            ["log", "x", "-d", "31.12.2026"],
            "growth: cannot read '31.12.2026' as a day\n        write 2026-12-31\n",
        ),
        (
            ["log", "x", "-d", "2026-02-30"],
            "growth: there is no day 2026-02-30\n        February 2026 has 28 days\n",
        ),
        (
            ["log", "x", "-d", "tomorrow"],
            "growth: 2026-11-25 is not yet\n        for plans there is: growth action add 'text' --due DAY\n",
        ),
        (
            ["log", "x", "-d", "2099-01-01"],
            "growth: 2099-01-01 is not yet\n        for plans there is: growth action add 'text' --due DAY\n",
        ),
        (
            ["log", "x", "-d", "soonish"],
            "growth: cannot read 'soonish' as a day\n"
            "        write 2026-03-04, today, yesterday, friday, 2w, '2w ago' or 'in 2w'\n",
        ),
        (
            ["log", "x", "--metric", "fast"],
            "growth: cannot read the metric 'fast'\n        write 'p99 latency: 480 ms -> 210 ms'\n",
        ),
        (
            ["log", "x", "--metric", "p99: 4 ms -> 2 s"],
            "growth: the metric 'p99: 4 ms -> 2 s' has two units\n        write both numbers in one unit\n",
        ),
        (
            ["log", "x", "--spent", "long"],
            "growth: cannot read 'long' as a time spent\n        write 90m, 3h, 1h30m or 2d\n",
        ),
        (
            ["log", "x", "--private", "--share", "team"],
            "growth: --private and --share team exclude each other\n        give one of them\n",
        ),
        (
            ["log", "--since", "2w"],
            "growth: log writes a new entry\n        to read: growth list --since 2w\n",
        ),
        (["log", "-n", "5"], "growth: log writes a new entry\n        to read: growth list -n 5\n"),
        (
            ["log", "-i"],
            "growth: the entry is missing, and there is no terminal to ask on\n"
            "        give it with words and options instead of -i\n",
        ),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_stored(
    growth: Growth, args: list[str], err: str
) -> None:
    assert growth(args) == ("", err, 2)
    assert growth.ok("list --json") == "[]\n"


def test_bytes_that_are_no_utf8_are_refused_naming_the_byte(growth: Growth) -> None:
    assert growth("log", stdin=b"caf\xe9") == (
        "",
        "growth: byte 3 of the input is no UTF-8\n        convert it with iconv\n",
        2,
    )


def test_an_eaten_dollar_is_warned_about(growth: Growth) -> None:
    result = growth(["log", "saved 0k a month"])
    assert result.code == 0
    assert result.err == "warning: '0k' looks as if the shell ate a $; single quotes keep it\n"


def test_an_eaten_dollar_is_asked_about_on_a_terminal(growth: Growth) -> None:
    result = growth.terminal(["log", "saved .2M a month"], keys=["n\n"])
    assert result.code == 1
    assert "did the shell eat a $ before it?" in result.out
    assert growth.ok("list --json") == "[]\n"


def test_a_note_about_somebody_is_always_private(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("log calm in the incident --about ana")
    entry = last(growth)
    assert (entry["about"], entry["kind"], entry["share"]) == ("ana", "note", "private")
    assert growth("log x --about ana --share manager") == (
        "",
        "growth: a note about ana is always private\n"
        "        leave --share out; to tell them, use 1on1 notes\n",
        2,
    )


def test_the_form_opens_in_the_editor_and_is_stored(growth: Growth, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^title:.*/title: from the form #tagged/' \"$1\"\n")
    editor.chmod(0o700)
    result = growth.terminal("log -k win", env={"EDITOR": str(editor)})
    assert result.code == 0
    entry = last(growth)
    assert (entry["title"], entry["kind"], entry["tags"]) == ("from the form #tagged", "win", ["tagged"])
    assert list((growth.home / "drafts").iterdir()) == []


def test_a_form_left_as_it_was_stores_nothing(growth: Growth) -> None:
    result = growth.terminal("log", env={"EDITOR": "true"})
    assert result.code == 1
    assert result.out == "growth: the form was left as it was\n        nothing was saved\n"
    assert list((growth.home / "drafts").iterdir()) == []


def test_a_failing_editor_keeps_and_names_the_draft(growth: Growth) -> None:
    result = growth.terminal("log", env={"EDITOR": "false"}, columns=300)
    assert result.code == 1
    (draft,) = (growth.home / "drafts").iterdir()
    assert f"nothing was saved; your text is in {draft}" in result.out


def test_a_draft_that_was_left_is_offered_and_saved_as_it_is(growth: Growth, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^title:.*/title: kept words/' \"$1\"\nexit 1\n")
    editor.chmod(0o700)
    growth.terminal("log", env={"EDITOR": str(editor)})
    (draft,) = (growth.home / "drafts").iterdir()
    refused = growth.terminal("log", keys=["\n"], env={"EDITOR": "true"}, columns=300)
    assert refused.out.replace("\n", "") == (
        f"Text that was never saved is in {draft}. Open it? [y/N] "
        "growth: the form was left as it was        nothing was saved"
    )
    assert list((growth.home / "drafts").iterdir()) == [draft]
    assert growth.terminal("log", keys=["y\n"], env={"EDITOR": "true"}).code == 0
    assert last(growth)["title"] == "kept words"
    assert list((growth.home / "drafts").iterdir()) == []


def test_no_draft_of_something_else_is_offered(growth: Growth) -> None:
    growth.ok("people add ana")
    growth.terminal("note ana -e", env={"EDITOR": "false"})
    assert "Open it?" not in growth.terminal("log", env={"EDITOR": "true"}).out


def asked(growth: Growth, *keys: str, args: str = "log -i") -> tuple[str, int]:
    """Answer the questions of `log -i`; return what was seen, without what moves the cursor, and the code."""
    result = growth.terminal(args, keys=keys)
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", result.out), result.code


def test_question_by_question_with_each_answer_checked_where_it_is_asked(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("people add kim --name 'Kim Okafor'")
    seen, code = asked(
        growth,
        *("\r", "Cut p99\r", "\r", "tomorrow\r", "\x15yesterday\r", "fewer timeouts\r"),
        *("fast\r", "\x15p99: 480 ms -> 210 ms\r", "Ana Silva kim Kimm\r", "\r", "latency\r", "\r", "\r"),
    )
    assert code == 0, seen
    for said in (
        "an entry needs a title; a few words are enough",
        "2026-11-25 is not yet; for plans there is: growth action add 'text' --due DAY",
        "cannot read the metric 'fast'; write 'p99 latency: 480 ms -> 210 ms'",
        "I know nobody called 'Kimm'; did you mean kim? Enter keeps it as it is",
        "What else should be remembered? (Enter: nothing)",
    ):
        assert said in " ".join(seen.split()), (said, seen)
    entry = last(growth)
    assert (entry["title"], entry["day"], entry["impact"], entry["people"], entry["tags"]) == (
        "Cut p99", "2026-11-23", "fewer timeouts", ["ana", "kim", "Kimm"], ["latency"],
    )  # fmt: skip


def test_what_was_answered_before_ctrl_c_is_kept(growth: Growth) -> None:
    seen, code = asked(growth, "Cut p99\r", "\r", "\r", "fewer timeouts\r", "\x03")
    assert code == 130
    (draft,) = (growth.home / "drafts").iterdir()
    assert str(draft) in seen and "nothing was logged; your answers are in" in " ".join(seen.split())
    assert growth.ok("list --json") == "[]\n"
    written = draft.read_text()
    assert written.startswith("title:   Cut p99\n") and "impact:  fewer timeouts\n" in written
    assert growth.terminal("log", keys=["y\n"], env={"EDITOR": "true"}).code == 0
    assert (last(growth)["title"], last(growth)["impact"]) == ("Cut p99", "fewer timeouts")


def test_ctrl_c_before_anything_was_answered_keeps_nothing(growth: Growth) -> None:
    assert asked(growth, "\x03")[1] == 130
    assert not (growth.home / "drafts").exists()


def test_a_word_that_looks_like_an_option(growth: Growth) -> None:
    assert growth("log it costs -5 dollars") == (
        "",
        "growth: No such option '-5'.\n        if that is part of your text, put the text in quotes, or -- "
        "before it; help: growth log --help\n",
        2,
    )
    growth.ok("log -- it costs -5 dollars")
    growth.ok(["log", "it costs -5 dollars"])
