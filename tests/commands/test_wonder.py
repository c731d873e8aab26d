"""growth wonder: what I do not understand yet, what I learned of it, and what may be told."""

import json

import pytest

from tests.conftest import Growth

OCTOBER = "2026-10-05T10:00:00+00:00"
NOVEMBER = "2026-11-03T10:00:00+00:00"


@pytest.fixture
def asked(growth: Growth) -> str:
    """A question of seven weeks, with Dana, who leads me, and Eva, who mentors me."""
    growth.ok("people add dana --name 'Dana Ortiz' --relation manager")
    growth.ok("people add eva --name 'Eva Lind' --relation peer")
    growth.ok("mentor pair eva --role mentee")
    return growth.ok("wonder add why do we calibrate after quantisation", now=OCTOBER).strip()


@pytest.fixture
def closed(growth: Growth, asked: str) -> str:
    """The same, answered by Dana."""
    growth.ok(f"wonder answer {asked} 'it shifts the logits' --from @dana --link https://example.com/notes")
    return asked


def test_open_ones_age_and_what_is_answered_is_listed_when_asked_for(growth: Growth, asked: str) -> None:
    new = growth.ok("wonder add what does the ranker do with ties").strip()
    later = growth.ok("wonder add why is the loader slow -d 2026-11-03").strip()
    assert growth.ok("wonder list") == (
        f"{asked}  open  2026-10-05  -  why do we calibrate after quantisation\n"
        f"{later}  open  2026-11-03  -  why is the loader slow\n"
        f"{new}  open  2026-11-24  -  what does the ranker do with ties\n"
    )
    growth.ok(f"wonder answer {later[-4:]} it reads every shard twice --from dana")
    assert later not in growth.ok("wonder list")
    shown = growth.terminal("wonder list --all", env={"NO_COLOR": "1"}).out
    assert shown == (
        f"{asked[-4:]}  7 weeks   why do we calibrate after quantisation\n"
        f"{new[-4:]}  today     what does the ranker do with ties\n"
        f"{later[-4:]}  answered  why is the loader slow\n"
        "                it reads every shard twice · Dana Ortiz\n"
    )
    assert [one["question"] for one in json.loads(growth.ok("wonder list --all --json"))][-1] == (
        "why is the loader slow"
    )


def test_the_words_need_not_be_in_a_command_line(growth: Growth) -> None:
    one = growth.ok("wonder add", stdin="why is it so\n").strip()
    growth.ok(f"wonder answer {one}", stdin="because\nof that\n")
    assert json.loads(growth.ok(f"show {one} --json"))["answer"] == "because\nof that"
    two = growth.terminal("wonder add", keys=["what else\n"], env={"NO_COLOR": "1"}).out
    assert "what else\n      open · only you can read it\n" in two
    id = growth.ok("wonder list").split()[0]
    told = growth.terminal(f"wonder answer {id}", keys=["this\n"], env={"NO_COLOR": "1"}).out
    assert "«what else»: what do you know of it now? " in told
    assert f"      worth telling? growth wonder promote {id} -k learning\n" in told
    assert (growth("wonder add").code, growth("wonder add", stdin=" \n").code) == (2, 2)


def test_an_answered_one_is_shown_whole(growth: Growth, closed: str) -> None:
    assert growth.ok(f"show {closed}") == (
        f"{closed}  wonder  why do we calibrate after quantisation\n"
        "      asked Mon 5 Oct · only you can read it\n"
        "      state   answered Tue 24 Nov\n"
        "      answer  it shifts the logits\n"
        "      from    Dana Ortiz\n"
        "      link    https://example.com/notes\n"
    )


def test_what_becomes_of_it_is_an_entry_with_a_share_of_its_own(growth: Growth, closed: str) -> None:
    entry = growth.ok(f"wonder promote {closed} -k talk --share team").strip()
    assert growth.ok(f"show {entry}") == (
        f"{entry}  talk  why do we calibrate after quantisation\n"
        "      Tue 24 Nov · your team may read it\n"
        "      @dana\n"
        "      https://example.com/notes\n"
        "      it shifts the logits\n"
        f"      was a question: {closed}\n"
    )
    became = f"      became  why do we calibrate after quantisation ({entry})\n"
    assert became in growth.ok(f"show {closed}")
    assert growth(f"wonder promote {closed} --private").err == (
        f"growth: {closed} became {entry} already\n        to change it: growth edit {entry}\n"
    )
    growth("undo -y")
    assert growth(f"show {entry}").code == 1 and "became" not in growth.ok(f"show {closed}")
    entry = growth.ok(f"wonder promote {closed} --private -d 2026-11-20").strip()
    assert json.loads(growth.ok(f"show {entry} --json"))["day"] == "2026-11-20"
    growth(f"delete {entry} -y")
    assert growth(f"wonder promote {closed} --private").code == 0


def test_who_may_read_what_becomes_of_it_is_asked(growth: Growth, closed: str) -> None:
    assert growth(f"wonder promote {closed}") == (
        "", "growth: who may read it is missing, and there is no terminal to ask on\n"
        "        give it with --share manager, or --private\n", 2,
    )  # fmt: skip
    said = growth.terminal(f"wonder promote {closed}", keys=["\x1b[B\x1b[B\r"]).out
    assert "Who may read it?" in said and "learning" in said
    entry = json.loads(growth.ok(f"show {closed} --json"))["promoted"]
    assert json.loads(growth.ok(f"show {entry} --json"))["share"] == "manager"


def test_it_is_edited_deleted_and_brought_back_as_any_record(
    growth: Growth, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/logits/scales/")
    growth.terminal(f"edit {closed}")
    assert "it shifts the scales" in growth.ok(f"show {closed}")
    growth(f"delete {closed} -y")
    assert growth.ok("wonder list --all") == ""
    growth("undo -y")
    assert closed in growth.ok("wonder list --all")
    assert "why do we calibrate" in growth.ok("undo --list")


def test_it_can_be_shared_with_nobody(growth: Growth, asked: str) -> None:
    assert growth(f"edit {asked} --share team") == (
        "", f"growth: {asked} is a wonder, which is handed to nobody\n        leave --share out\n", 1 + 1,
    )  # fmt: skip
    assert "no such option" in growth("wonder add x --share team").err.lower()


def test_what_is_refused(growth: Growth, closed: str) -> None:
    assert growth(f"wonder answer {closed} again").err == (
        f"growth: {closed} was answered on 2026-11-24\n        to change the answer: growth edit {closed}\n"
    )
    new = growth.ok("wonder add why").strip()
    assert growth(f"wonder promote {new} --private").err.startswith(f"growth: {new} has no answer yet\n")
    assert growth(f"wonder answer {new} so --from zed").code == 1
    assert growth("wonder add later -d 2027-01-01").code == 2
    entry = growth.ok("log something").strip()
    assert growth(f"wonder answer {entry} x").err.startswith(f"growth: {entry} is no question of yours\n")


ONE = (
    "One thing you do not understand yet: why do we calibrate after quantisation"
    " (yours alone until you say it)"
)


def test_the_sheet_for_who_leads_or_mentors_me_offers_the_oldest_to_me_alone(
    growth: Growth, asked: str
) -> None:
    growth.ok("wonder add what does the ranker do with ties")
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    for who in ("dana", "eva"):
        sheet = growth.ok(f"prep {who}")
        assert f"{ONE} · `{asked[-4:]}`\n" in sheet and "1 private record" in sheet
        for_them = growth(f"prep {who} --for @{who}")
        assert "calibrate" not in for_them.out and "withheld" not in for_them.err
        assert json.loads(growth(f"prep {who} --for @{who} --json").out)["wonder"] is None
    assert json.loads(growth.ok("prep dana --json"))["wonder"]["id"] == asked
    assert "calibrate" not in growth.ok("prep bo")
    growth.ok(f"wonder answer {asked} 'it shifts the logits'")
    assert "understand yet: what does the ranker do with ties" in growth.ok("prep dana")


def test_a_page_over_a_period_counts_them_for_me_and_my_manager(growth: Growth, closed: str) -> None:
    growth.ok("wonder add CANARY one")
    for reader in ("me", "manager", "@dana", "team", "@eva"):
        page = growth(f"report summary --period 2026-Q4 --for {reader}").out
        told = "## Learned\n\n- questions: 2 asked, 1 closed\n" in page
        assert told is ("questions" in page) is (reader not in ("team", "@eva"))
        assert "CANARY" not in page and "calibrate" not in page
    assert "- questions: 1 asked\n" in growth.ok("report summary --period 2026-10")
    assert "questions" not in growth.ok("report summary --period 2026-Q3")
    assert "questions" not in growth.ok("report summary --period 2026-Q4 --project search")


def test_the_start_page_names_an_old_one_by_its_age_alone(growth: Growth, asked: str) -> None:
    said = "            a question has been open for 7 weeks  growth wonder list\n"
    assert said in growth.ok("status") and "calibrate" not in growth.ok("status")
    assert growth.ok("status --short") == ""
    assert "a question" not in growth.ok("status", now=NOVEMBER.replace("-03T", "-02T"))
    assert "a question has been open for 4 weeks" in growth.ok("status", now=NOVEMBER)
    growth.ok(f"wonder answer {asked} so")
    assert "a question" not in growth.ok("status")


def test_whoever_answered_is_held_in_it(growth: Growth, closed: str) -> None:
    about = growth.ok("people about dana")
    line = "- **why do we calibrate after quantisation** it shifts the logits · *Tue 24 Nov*"
    assert f"## What Dana Ortiz told me · *1*\n\n{line} · `{closed[-4:]}`\n" in about
    assert "calibrate" not in growth.ok("people about eva")
    growth("forget @dana -y")
    assert "from" not in growth.ok(f"show {closed}") and "it shifts the logits" in growth.ok(f"show {closed}")


def test_an_entry_that_is_forgotten_leaves_no_trace_in_it(growth: Growth, closed: str) -> None:
    entry = growth.ok(f"wonder promote {closed} --private").strip()
    growth(f"forget {entry} -y")
    assert "became" not in growth.ok(f"show {closed}")
    entry = growth.ok(f"wonder promote {closed} --private").strip()
    growth(f"forget {closed} -y")
    assert "was a question" not in growth.ok(f"show {entry}")


def test_my_own_copy_keeps_it_and_nobody_else_gets_it(growth: Growth, closed: str) -> None:
    growth.ok("wonder add what does the ranker do with ties")
    entry = growth.ok(f"wonder promote {closed} --share team").strip()
    lines = [json.loads(line) for line in growth("export -f jsonl").out.splitlines()]
    assert [one["question"] for one in lines if one["record"] == "wonder"] == [
        "why do we calibrate after quantisation", "what does the ranker do with ties",
    ]  # fmt: skip
    assert "## Questions\n\n" in growth("export -f md").out
    for format_ in ("jsonl", "json", "md", "html", "org", "csv"):
        for reader in ("manager", "team", "@eva"):
            out = growth(f"export --for {reader} -f {format_}").out
            assert "ranker" not in out and closed not in out and (entry in out or format_ != "jsonl")
    for reader in ("manager", "team"):
        growth(f"bundle make --for {reader} -o {growth.home.parent}/made-{reader}.json -y")
        made = (growth.home.parent / f"made-{reader}.json").read_text()
        assert "why do we calibrate" in made and "ranker" not in made and closed not in made


def test_it_comes_back_from_an_export(growth: Growth, closed: str) -> None:
    out = growth("export -f jsonl").out
    growth(f"delete {closed} -y")
    growth("import -f jsonl - -y", stdin=out)
    assert "it shifts the logits" in growth.ok(f"show {closed}")


def test_on_a_pipe_it_is_said_that_none_is_open(growth: Growth, closed: str) -> None:
    said = "no question is open; ask one: growth wonder add why we do it\n"
    assert growth("wonder list") == ("", said, 0)
    assert growth("wonder list --json").err == "" and closed in growth("wonder list --all").out
