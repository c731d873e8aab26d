"""growth template: a report is the user's to change."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Growth


def test_the_list_tells_mine_from_the_shipped(growth: "Growth") -> None:
    lines = growth.ok("template list").splitlines()
    reports = [line for line in lines if "session" not in line]
    assert reports[:4] == [
        "1on1                 1on1                 shipped",
        "brag                 brag                 shipped",
        "feedback             feedback             shipped",
        "growth-plan          growth-plan          shipped",
    ]
    assert lines[len(reports) :] == [
        "career               session              shipped",
        "first                session              shipped",
        "hard-news            session              shipped",
        "mentoring-career     session              shipped",
        "mentoring-closing    session              shipped",
        "mentoring-first      session              shipped",
        "mentoring-regular    session              shipped",
        "mentoring-stuck      session              shipped",
        "my-manager           session              shipped",
        "return               session              shipped",
        "skip-level           session              shipped",
        "weekly               session              shipped",
    ]
    growth("template new mine --from brag")
    growth("template new career --from career")
    rows = json.loads(growth.ok("template list --json"))
    assert growth.ok("template list").splitlines()[7] == "mine                 brag                 yours"
    assert rows[7] == {"name": "mine", "kind": "brag", "mine": True}
    assert rows[len(reports) + 1] == {"name": "career", "kind": "session", "mine": True}


def test_a_new_one_is_a_copy_that_works(growth: "Growth") -> None:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    result = growth("template new my-1on1")
    assert result == (
        f"{growth.home}/templates/my-1on1.md.j2\n",
        "edit it, then: growth template check my-1on1, and use it: growth prep ana --template my-1on1\n",
        0,
    )
    assert growth.ok("prep ana --template my-1on1") == growth.ok("prep ana")
    assert growth("template new my-brag --from brag").err.endswith("and use it: growth report my-brag\n")
    assert growth.ok("report my-brag") == growth.ok("report brag")


def test_one_that_is_there_is_not_overwritten(growth: "Growth") -> None:
    growth("template new mine")
    assert growth("template new mine") == (
        "",
        f"growth: there already is a template {growth.home}/templates/mine.md.j2\n"
        "        choose another name, or edit that one\n",
        1,
    )


def test_a_name_is_a_name(growth: "Growth") -> None:
    assert growth("template new ../x").code == 2
    assert growth("template new _x").code == 1
    assert growth("template new x --from nothing").err.startswith("growth: there is no template 'nothing'\n")


def test_one_for_another_document_is_refused(growth: "Growth") -> None:
    growth.ok("people add ana")
    for command, message in (
        ("prep ana --template brag", "the template 'brag' is for report"),
        ("report 1on1", "the template '1on1' is for prep"),
        ("report _about", "the template '_about' does not say what it is for"),
        ("prep ana --template _lines", "the template '_lines' does not say what it is for"),
    ):
        result = growth(command)
        assert (result.err.splitlines()[0], result.code) == (f"growth: {message}", 2)
    assert growth("template new mine --from _about").code == 1
    assert not (growth.home / "templates" / "mine.md.j2").exists()


def test_the_shipped_ones_hold(growth: "Growth") -> None:
    assert growth("template check 1on1 brag") == (
        "", "1on1: nothing wrong with it\nbrag: nothing wrong with it\n", 0,
    )  # fmt: skip
    assert growth("template check").err == (
        "no templates of your own: growth template new my-1on1 --from 1on1\n"
    )


def test_what_is_wrong_is_named_with_its_line(growth: "Growth") -> None:
    growth("template new mine --from brag")
    path = growth.home / "templates" / "mine.md.j2"
    path.write_text("{# growth: brag #}\n\n{{ grops }}\n")
    assert growth("template check") == (
        "", f"growth: {path}, line 3: 'grops' is undefined\n"
        "        mend it, then: growth template check mine\n", 1,
    )  # fmt: skip
    path.write_text("{# growth: brag #}\n{% if %}\n")
    assert growth("template check mine").err.startswith(f"growth: {path}, line 2: ")
    path.write_text("no kind\n")
    assert growth("template check mine") == (
        "",
        f"growth: {path} does not say what it is for\n"
        "        begin it with {# growth: brag #}, or for brag one of: 1on1, brag, summary, feedback, "
        "self-review, promotion, growth-plan, team, review, mentorship, mentoring-programme, "
        "mentor-coaching, practice\n",
        1,
    )


def test_one_of_a_session_is_copied_and_checked_too(growth: "Growth") -> None:
    assert growth("template new ours --from career") == (
        f"{growth.home}/templates/ours.md\n",
        "edit it, then: growth template check ours, and use it: growth 1on1 agenda ana --template ours\n",
        0,
    )
    assert growth("template new pairing --from mentoring-stuck").err.endswith(
        "and use it: growth mentor agenda kim --template pairing\n"
    )
    assert growth("template check career").err == "career: nothing wrong with it\n"
    path = growth.home / "templates" / "ours.md"
    path.write_text("# Ours\n\n## Agenda\n\nno list\n")
    assert growth("template check") == (
        "",
        f"growth: {path}, line 5: a topic begins with '- '\n"
        "        mend it, then: growth template check ours\n",
        1,
    )
    growth("template new brag --from brag")
    path.write_text("# Ours\n")
    assert growth("template check").err == "".join(
        f"{name}: nothing wrong with it\n" for name in ("brag", "ours", "pairing")
    )
