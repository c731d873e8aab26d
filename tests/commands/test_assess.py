"""growth assess: a cycle from its start to its end, by options alone and at a terminal."""

import json
import shutil

import pytest

from tests.conftest import Growth

from .laddered import log, start, write_ladder


def test_a_cycle_by_options(growth: Growth) -> None:
    id = start(growth)
    entry = log(growth, "The pipeline runs at night now", "-k", "win", "-t", "pipeline")
    growth.ok(f"assess evidence data-2 --confirm {entry} it does")
    growth.ok("assess rate data-2 --as doing")
    growth.ok("assess rate data-3 --as starting --statement 'read about it'")
    growth.ok("assess rate talk-1 --as 'others learn from me' --statement 'I hold the class'")
    growth.ok("assess finish")
    assert growth.ok("assess show") == (
        "data-2  doing  1\ndata-3  starting  0  read about it\ntalk-1  teaching  0  I hold the class\n"
    )
    assert growth.ok("assess list") == f"{id}  me  small  L2  2026-H2  3 judged  finished 2026-11-24\n"
    sheet = json.loads(growth.ok("assess show --json"))
    assert sheet["verdict"] == "L2: doing 2 of the 3 judged; to work on: Data"
    assert sheet["rows"][0]["evidence"][0]["title"] == "The pipeline runs at night now"


def test_a_finished_one_shows_the_same_bytes_after_the_ladder_changed(growth: Growth) -> None:
    start(growth)
    growth.ok("assess rate data-3 --as starting")
    growth.ok("assess finish --yes")
    shown = growth.ok("assess show --json")
    write_ladder(growth, "Something quite different.", "2")
    assert growth.ok("assess show --json") == shown
    shutil.rmtree(growth.home / "templates")
    assert growth.ok("assess show --json") == shown


def test_a_finished_one_refuses_edits_until_it_is_opened_again(growth: Growth) -> None:
    id = start(growth)
    growth.ok("assess rate data-3 --as starting")
    growth.ok("assess finish --yes")
    entry = log(growth, "A pipeline")
    for command in (
        f"assess rate data-3 --as not-yet --assessment {id}",
        f"assess evidence data-3 --confirm {entry} --assessment {id}",
        f"assess finish {id} --yes",
    ):
        assert growth(command) == (
            "",
            f"growth: {id} was finished on 2026-11-24 and stays as it is\n"
            f"        growth assess reopen {id} opens it again, and that stays to be seen\n",
            1,
        )
    growth.ok("assess reopen", now="2026-11-30T10:00:00+00:00")
    growth.ok("assess rate data-3 --as not-yet")
    assert json.loads(growth.ok("assess show --json"))["reopened"] == ["2026-11-30"]
    assert growth("assess reopen").code == 1


def test_the_top_two_need_evidence_or_a_sentence(growth: Growth) -> None:
    start(growth)
    for said in ("doing", "5"):
        result = growth(f"assess rate data-2 --as {said}")
        assert result.code == 1 and "on data-2 needs evidence or a sentence" in result.err
    growth.ok("assess rate data-2 --as with-help")
    entry = log(growth, "A night pipeline")
    growth.ok(f"thumb up data-2@{entry}")
    growth.ok("assess rate data-2 --as doing")
    refused = growth(f"thumb down data-2@{entry} 'that was the draft'")
    assert refused.code == 1 and "is all that shows «doing» on data-2" in refused.err


def test_what_is_rejected_is_not_proposed_again_nor_in_the_next_cycle(growth: Growth) -> None:
    start(growth)
    first = log(growth, "Builds the pipeline at night")
    second = log(growth, "The night pipeline runs")
    assert {line.split()[0] for line in growth.ok("assess evidence data-2").splitlines()} == {first, second}
    growth.ok(f"thumb down data-2@{first} 'only a draft'")
    growth.ok(f"assess evidence data-2 --confirm {second}")
    assert growth.ok("assess evidence data-2") == ""
    growth.ok("assess start --ladder small --target L2 --period 2026-Q4", now="2026-11-24T10:01:00+00:00")
    assert [line.split()[0] for line in growth.ok("assess evidence data-2").splitlines()] == [second]


def test_only_records_of_the_period_are_proposed(growth: Growth) -> None:
    start(growth)
    log(growth, "The night pipeline runs", "-d", "2026-06-30")
    assert growth.ok("assess evidence data-2") == ""


def test_why_shows_the_weights(growth: Growth) -> None:
    start(growth)
    log(growth, "The pipeline runs at night", "-t", "pipeline")
    found = json.loads(growth.ok("assess evidence data-2 --json"))
    assert [reason["what"] for reason in found["proposals"][0]["why"]] == [
        "both say pipeline", "both say night", "both say runs", "the label pipeline belongs to it",
        "it is of 2026-11-24",
    ]  # fmt: skip
    shown = growth.terminal("assess evidence data-2 --why").out
    assert "both say pipeline" in shown and "in all" in shown


def test_there_is_no_verdict_where_little_is_judged(growth: Growth) -> None:
    growth.ok("assess start --ladder machine-learning-engineer --target L4")
    growth.ok("assess rate data-L4-1 --as starting")
    sheet = json.loads(growth.ok("assess show --json"))
    assert (sheet["verdict"], sheet["judged"], len(sheet["missing"])) == ("", 1, sheet["asked"] - 1)
    assert f"no verdict: 1 of {sheet['asked']} criteria are judged" in growth.terminal("assess show").out


def test_a_theme_without_criteria_at_the_target_is_judged_by_the_level_below(growth: Growth) -> None:
    start(growth)
    assert [line.split()[0] for line in growth.ok("assess show").splitlines()] == [
        "data-2", "data-3", "talk-1",
    ]  # fmt: skip
    assert growth("assess rate data-1 --as doing").err.startswith("growth: data-1 is not asked for at L2\n")


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("assess rate", 1, "there is no open assessment"),
        ("assess start --target L2", 2, "the ladder is missing, and there is no terminal to ask on"),
        ("assess start --ladder small --target L9", 2, "small has no level 'L9'"),
        ("assess start --ladder small", 2, "the level to judge against is missing"),
        ("assess start --ladder small --target L2 --period 2027", 2, "2027 has not begun"),
        ("assess start --ladder nowhere --target L2", 1, "there is no ladder 'nowhere'"),
        ("assess show", 1, "there is no assessment"),
        ("assess start --ladder small --target L2 --about zed", 1, "I know nobody called 'zed'"),
    ],
)
def test_what_cannot_begin(growth: Growth, command: str, code: int, message: str) -> None:
    write_ladder(growth)
    result = growth(command)
    assert result.code == code and result.err.startswith(f"growth: {message}"), result


def test_a_second_one_for_the_same_is_refused(growth: Growth) -> None:
    id = start(growth)
    assert growth("assess start --period 2026-H2") == (
        "", f"growth: {id} is open for that already\n        go on with: growth assess rate\n", 1,
    )  # fmt: skip


def test_without_a_terminal_rate_names_the_option(growth: Growth) -> None:
    start(growth)
    assert growth("assess rate").code == 2
    assert "growth assess rate data-2 --as doing --statement TEXT" in growth("assess rate").err
    assert growth("assess rate data-2 --as perhaps").code == 2
    assert growth("assess rate data-2 --statement only").err == (
        "growth: data-2 is not judged yet\n        give the judgement with --as doing\n"
    )


def test_walking_saves_each_answer_and_goes_on_after_a_stop(growth: Growth) -> None:
    start(growth)
    log(growth, "The pipeline runs at night")
    log(growth, "Builds of the pipeline at night failed")
    # Evidence is confirmed, the criterion judged; then the program is stopped in the middle of the next.
    stopped = growth.terminal("assess rate", keys=["e", "1 -2\n", "4", "\x03"])
    assert stopped.code == 130
    assert "saved: 1 of 3 judged; go on with: growth assess rate" in stopped.out
    for part in (
        "Builds a pipeline that runs at night.",
        "below (L1): Reads a table",
        "[1 of 3]",
        "[2 of 3]",
    ):
        assert part in stopped.out
    assert growth.ok("assess show").splitlines()[0] == "data-2  doing  1"
    again = growth.terminal("assess rate", keys=["4", "I check each table\n", "b", "\n", "2"])
    assert "[1 of 2]" in again.out and "Data  data-3" not in again.out.split("[2 of 2]")[0][-200:]
    assert growth.ok("assess show").splitlines()[1] == "data-3  doing  0  I check each table"


def test_an_answer_without_what_shows_it_is_not_taken(growth: Growth) -> None:
    start(growth)
    shown = growth.terminal("assess rate data-2", keys=["5", "\n", "w", "3", "q"]).out
    assert "One sentence that shows it" in shown and "judge it first" in shown
    assert growth.ok("assess show").splitlines()[0] == "data-2  with-help  0"


def test_what_is_judged_now_stands_apart_from_its_sentence(growth: Growth) -> None:
    start(growth)
    growth.ok("assess rate data-2 --as with-help --statement 'Kim sat beside me'")
    shown = growth.terminal("assess rate data-2", keys=["q"], env={"NO_COLOR": "1"}).out
    assert "now:       doing with help  «Kim sat beside me»" in shown


@pytest.mark.parametrize(("leave", "code"), [("q", 0), ("\x03", 130), ("\x04", 130)])
def test_however_one_leaves_what_is_saved_is_told(growth: Growth, leave: str, code: int) -> None:
    start(growth)
    left = growth.terminal("assess rate", keys=["3", leave], env={"NO_COLOR": "1"})
    told = left.out.count("\nsaved: 1 of 3 judged; go on with: growth assess rate\n")
    assert (left.code, told) == (code, 1)


@pytest.mark.parametrize("wrong", ["x", "\x1b[A", "\x1bOB", "ż"])
def test_a_key_that_is_none_is_answered_by_the_line_of_keys(growth: Growth, wrong: str) -> None:
    start(growth)
    asked = growth.terminal("assess rate", keys=[wrong, "q"])
    assert (asked.code, asked.out.count("1-5 judge  e evidence")) == (0, 2)
    assert growth.ok("assess show").splitlines()[0] == "data-2  -  0"


def test_last_time_stands_on_the_card_and_two_compare(growth: Growth) -> None:
    write_ladder(growth)
    first = growth.ok("assess start --ladder small --target L2 --period 2026-H1").strip()
    growth.ok("assess rate data-2 --as starting")
    growth.ok("assess finish --yes")
    second = growth.ok("assess start --period 2026-H2").strip()
    assert "last time: starting" in growth.terminal("assess rate data-2", keys=["q"]).out
    growth.ok("assess rate data-2 --as with-help")
    growth.ok("assess rate data-3 --as not-yet")
    assert growth.ok(f"assess compare {first} {second}") == (
        "data-2  starting  with-help  +1\ndata-3  -  not-yet  -\ntalk-1  -  -  -\n"
    )
    assert "2026-H1 L2  ->  2026-H2 L2" in growth.terminal(f"assess compare {first}").out


def test_what_others_said_counts_and_what_they_said_of_others_does_not(growth: Growth) -> None:
    start(growth)
    growth.ok("people add ana --relation peer")
    for number, about in enumerate(("me", "@bo")):
        answer = {
            "record": "answer", "id": f"f261123-aaa{number}", "person": "ana", "day": "2026-11-23",
            "manner": "advice", "about": about, "created": "2026-11-23T10:00:00Z",
            "replies": [{"question": "", "text": f"The pipeline runs at night, {about}"}],
        }  # fmt: skip
        growth("import -f jsonl - --yes", stdin=json.dumps(answer) + "\n")
    found = json.loads(growth.ok("assess evidence data-2 --json"))["proposals"]
    assert [(one["material"]["title"], one["material"]["source"]) for one in found] == [
        ("The pipeline runs at night, me", "peer")
    ]


def test_my_notes_are_no_evidence_for_me_but_for_whom_they_are_about(growth: Growth) -> None:
    start(growth)
    growth.ok("people add ana --relation direct")
    growth.ok("note ana", stdin="Built the pipeline that runs at night\n")
    assert growth.ok("assess evidence data-2") == ""
    growth.ok("assess start --ladder small --target L2 --about ana", now="2026-11-24T10:01:00+00:00")
    assert "Built the pipeline" in growth.ok("assess evidence data-2")


def test_what_shows_nothing_cannot_be_evidence(growth: Growth) -> None:
    id = start(growth)
    assert growth(f"assess evidence data-2 --confirm {id}").code == 1
    assert growth("assess evidence data-2 a reason alone").code == 1
    assert growth("assess show j261124-zzzz").code == 1
