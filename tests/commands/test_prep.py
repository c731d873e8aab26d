"""growth prep: the sheet for a 1:1, from records made as a user makes them."""

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth


def fill(growth: "Growth") -> None:
    """One direct, met a week ago, with everything that a sheet may show."""
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok(
        "1on1 notes ana -d 2026-11-17 --shared 'Ana takes the *RFC* to pricing.'"
        " --private-notes 'secret: tired' --mood 2 --mood-words 'secret words'"
        " --action 'Ana: write the RFC by 2026-11-24' --action 'me: ask Dana for GPU quota by 2026-11-20'"
    )
    growth.ok("1on1 agenda ana 'scope of ranker v3'")
    growth.ok("1on1 agenda ana 'secret pay band' --private")
    growth.ok("note ana -d 2026-11-19", stdin="secret note: ran the post-mortem\n")
    growth.ok(["log", "Read the RFC with @ana", "-d", "2026-11-18"])
    growth.ok(["log", "Thanked Ana", "-w", "ana", "-k", "kudos", "-d", "2026-11-19", "--share", "person"])


def without_ids(text: str) -> str:
    """Return a document with its random ids and the hashes over days made the same."""
    import re

    return re.sub(r"`[0-9a-hjkmnp-tv-z]{4}`", "`7k3q`", text)


SHEET = """\
*For you only: 4 private records. To send: `growth prep ana --for @ana`*

# 1:1 with Ana Silva · *Tue 24 Nov 10:00*

Last met Tue 17 Nov, 7 days ago · weekly, 1 of 1 held since 17 Nov · thanked 5 days ago

## You promised · *1 overdue*

- [ ] ask Dana for GPU quota · **4 days late** · `7k3q`

## Ana promised · *1 open*

- [ ] write the RFC · *due today* · `7k3q`

## To talk about

- **you** scope of ranker v3
- **you** secret pay band · *private*

## Last time · *Tue 17 Nov*

- **shared notes** Ana takes the *RFC* to pricing.
- **private** secret: tired
- **mood** 2 of 5, “secret words” · *private*

## Since Tue 17 Nov

- **you noted** secret note: ran the post-mortem · *Thu* · `7k3q`
- **you logged** Read the RFC with Ana Silva · *Wed* · `7k3q`
- **you logged** Thanked Ana · *Thu* · `7k3q`

Ana has shared nothing yet. It takes two commands: `growth bundle make --for manager -o ana.bundle` on the \
other side, `growth bundle open ana.bundle` here.

## Three questions

"""


def test_a_sheet_in_markdown(growth: "Growth") -> None:
    fill(growth)
    sheet = without_ids(growth.ok("prep ana"))
    assert sheet.startswith(SHEET)
    after = sheet.removeprefix(SHEET).splitlines()
    assert [line[:3] for line in after[:3]] == ["1. ", "2. ", "3. "]
    assert after[4] == "Then: `growth 1on1 notes ana` · After: `growth 1on1 recap ana`, safe to send"
    assert after[6] == "## Records cited"
    assert len(after) == 8 + 6


def test_an_ordinary_week_fits_one_screen(growth: "Growth") -> None:
    fill(growth)
    shown = growth.ok("prep ana -f text").splitlines()
    assert len(shown) <= 40
    assert max(map(len, shown)) <= 80
    assert shown[:8] == [
        "For you only: 4 private records. To send: growth prep ana --for @ana",
        "1:1 with Ana Silva                                              Tue 24 Nov 10:00",
        "Last met Tue 17 Nov, 7 days ago · weekly, 1 of 1 held since 17 Nov · thanked 5",
        "days ago",
        "",
        "YOU PROMISED                                                           1 overdue",
        "  ! ask Dana for GPU quota                                     4 days late  " + shown[6][-4:],
        "",
    ]


def test_the_same_records_and_day_make_the_same_bytes(growth: "Growth") -> None:
    fill(growth)
    assert growth.ok("prep ana") == growth.ok("prep ana")
    assert growth.ok("prep ana -f html") == growth.ok("prep ana -f html")


@pytest.mark.parametrize("format_", ["md", "html", "json", "text", "term"])
@pytest.mark.parametrize("audience", ["@ana", "manager", "team"])
def test_nothing_private_is_in_a_sheet_for_others(growth: "Growth", format_: str, audience: str) -> None:
    fill(growth)
    growth.ok("people add eva --name 'Eva Lindholm' --relation manager")
    result = growth(f"prep ana --for {audience} -f {format_}")
    assert result.code == 0
    assert "secret" not in result.out
    assert "Read the RFC" not in result.out


def test_a_sheet_to_send(growth: "Growth") -> None:
    fill(growth)
    (growth.home / "config.toml").write_text('[me]\nname = "Eva Lindholm"\n')
    result = growth("prep ana --for @ana")
    assert result.err == "withheld from Ana Silva: 3 records\n"
    assert (
        result.out.split("## Records cited")[0]
        == """\
*For Ana Silva, from Eva Lindholm*

# 1:1 with Ana Silva · *Tue 24 Nov 10:00*

Last met Tue 17 Nov, 7 days ago

## I promised · *1 overdue*

- [ ] ask Dana for GPU quota · **4 days late** · [1]

## Ana promised · *1 open*

- [ ] write the RFC · *due today* · [2]

## To talk about

- **me** scope of ranker v3

## Last time · *Tue 17 Nov*

- **shared notes** Ana takes the *RFC* to pricing.

## Since Tue 17 Nov

- **kudos** Thanked Ana · *Thu* · [3]

"""
    )


def test_one_left_nearly_empty_says_so(growth: "Growth") -> None:
    fill(growth)
    growth.ok("people add eva --relation manager")
    result = growth("prep ana --for manager")
    assert result.err == (
        "withheld from eva: 8 records\n"
        "nearly all of it is withheld; to go through what may be shown: growth curate --with ana\n"
    )


def test_a_topic_has_the_name_of_who_raised_it(growth: "Growth") -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("people add bo --name 'Bo Madsen'")
    for by in ("ana", "bo", "me"):
        growth.ok(f"1on1 agenda ana 'topic of {by}' --from {by}")
    sheet = growth.ok("prep ana")
    assert [line for line in sheet.splitlines() if "topic of" in line] == [
        "- **Ana** topic of ana", "- **Bo** topic of bo", "- **you** topic of me"
    ]  # fmt: skip


def test_my_count_of_the_two_of_us_is_in_no_sheet_for_them(growth: "Growth") -> None:
    growth.ok("people add ana --name 'Ana Silva' --meets weekly")
    growth.ok("1on1 notes ana --shared x -d 2026-11-10")
    growth.ok("log thanks -k kudos -w ana --share person")
    counted = [json.loads(growth.ok(f"prep ana --json --for {one}")) for one in ("me", "@ana")]
    assert [(one["held"], one["due"], one["thanked"]) for one in counted] == [
        (1, 2, "2026-11-24"), (0, 0, None)
    ]  # fmt: skip


def test_json_is_the_sheet_itself(growth: "Growth") -> None:
    fill(growth)
    sheet: dict[str, Any] = json.loads(growth.ok("prep ana --json"))
    assert (sheet["person"], sheet["since"], sheet["held"], sheet["due"]) == ("ana", "2026-11-17", 1, 1)
    assert [one["action"]["text"] for one in sheet["mine"]] == ["ask Dana for GPU quota"]
    assert [one["whose"] for one in sheet["news"]] == ["note", "mine", "mine"]


def test_what_was_shared_comes_first_and_is_literal(growth: "Growth") -> None:
    from growth.clock import now
    from growth.records.entry import Entry
    from growth.store.change import changing
    from growth.store.others import replace_others
    from growth.store.store import Store

    fill(growth)
    day = now().date()
    shared = [
        Entry(id="j261124-000a", day=day, kind="win", title="<b>p99</b> *down*", created=now(),
              links=("https://git.example.com/pull/7",)),
        *(Entry(id=f"j261124-000{n}", day=day, kind="review", title=f"review {n}", created=now())
          for n in range(3)),
    ]  # fmt: skip
    with changing(Store(growth.home, now, print), "open") as change:
        about = {"made": "2026-11-23T09:00:00+00:00", "person": "ana"}
        replace_others(change, "0123456789abcdef", about, shared)
    sheet = growth.ok("prep ana")
    assert (
        "- **win** \\<b>p99\\</b> \\*down\\* · *today, shared, [PR #7](https://git.example.com/pull/7)*"
        " · `ana:000a`\n- **unseen work** 3 reviews · *shared*\n"
    ) in sheet
    assert "has shared nothing" not in sheet
    assert "p99" not in growth("prep ana --for @ana").out


def test_a_win_that_was_shared_is_told_with_its_numbers(growth: "Growth") -> None:
    from growth.clock import now
    from growth.records.entry import Entry, Metric
    from growth.store.change import changing
    from growth.store.others import replace_others
    from growth.store.store import Store

    fill(growth)
    metrics = (Metric("p99", "210", "480", "ms"), Metric("checkout timeouts", "-80", "", "%"))
    win = Entry(
        id="j261120-000a", day=now().date().replace(day=20), kind="win", title="Zero-copy ranker.",
        metrics=metrics, impact="Nobody waits for *prices* any more.", created=now(),
    )  # fmt: skip
    with changing(Store(growth.home, now, print), "open") as change:
        about = {"made": "2026-11-23T09:00:00+00:00", "person": "ana"}
        replace_others(change, "0123456789abcdef", about, [win])
    assert (
        "- **win** Zero-copy ranker: p99 480 -> 210 ms; checkout timeouts -80 %; "
        "Nobody waits for \\*prices\\* any more · *Fri, shared* · `ana:000a`\n"
    ) in growth.ok("prep ana")


def test_for_my_manager_it_mirrors(growth: "Growth") -> None:
    growth.ok("people add eva --name 'Eva Lindholm' --relation manager --meets 'weekly tue'")
    assert "Nothing to tell is logged since Tue 27 Oct" in growth.ok("prep eva")
    growth.ok("log Cut p99 by half -k win -d 2026-11-20 --metric 'p99: 480 ms -> 210 ms'")
    growth.ok("log Stuck with the quota -k challenge -d 2026-11-20")
    growth.ok("1on1 agenda eva 'conference talk?'")
    sheet = without_ids(growth.ok("prep eva"))
    assert (
        """\
## To tell Eva · *since Tue 27 Oct*

- **win** Cut p99 by half: p99 480 -> 210 ms · *Fri 20 Nov* · `7k3q`

## Where help would count

- Stuck with the quota · *Fri 20 Nov* · `7k3q`

No open promises between you and Eva.

## What you want from this one

- **you** conference talk?
"""
        in sheet
    )


def test_eight_lines_make_a_sheet_worth_reading(growth: "Growth") -> None:
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    sheet = growth.ok("prep kim -f text")
    assert "You and Kim have not met yet, as far as this store knows.\n" in sheet
    assert "No open promises between you and Kim.\n" in sheet
    assert "THREE QUESTIONS\n" in sheet


def test_somebody_without_a_relation_gets_no_questions_yet(growth: "Growth") -> None:
    growth.ok("people add zoe")
    sheet = growth.ok("prep zoe")
    assert "growth people edit zoe --relation direct" in sheet
    assert "questions\n\n1." not in sheet


def test_a_mentee_gets_the_mentoring_sheet(growth: "Growth") -> None:
    growth.ok("people add kim --name 'Kim Okafor'")
    growth.ok("mentor pair kim --role mentor --cadence 2w --goal 'design one system'")
    sheet = growth.ok("prep kim")
    assert "# Mentoring with Kim Okafor" in sheet
    assert "Working towards: design one system\n" in sheet
    assert sheet.count("Then: `growth mentor notes kim`\n") == 1


def test_all_of_them_into_a_directory(growth: "Growth", tmp_path: Path) -> None:
    fill(growth)
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    folder = tmp_path / "sheets"
    result = growth(["prep", "--all", "-o", str(folder)])
    assert (result.out, result.code) == ("", 0)
    assert result.err == f"written: 2 sheets and {folder}/index.md\n"
    assert sorted(path.name for path in folder.iterdir()) == ["ana.md", "bo.md", "index.md"]
    assert stat.S_IMODE((folder / "ana.md").stat().st_mode) == 0o600
    alone = growth.ok("prep ana")
    hint = next(line for line in alone.splitlines() if "has shared nothing yet" in line)
    assert (folder / "ana.md").read_text() == alone.replace(f"{hint}\n\n", "")
    assert (
        (folder / "index.md").read_text()
        == """\
*For you only*

# 1:1s · *Tue 24 Nov*

- [Ana Silva](ana.md) Tue 24 Nov 10:00 · *you owe 1 (overdue), they owe 1, 2 topics, 3 new*
- [Bo Tran](bo.md) Tue 24 Nov · *nothing open*

Ana Silva and Bo Tran have shared nothing yet. It takes two commands: \
`growth bundle make --for manager -o FILE` on the other side, `growth bundle open FILE` here.
"""
    )
    assert growth(["prep", "--all", "-f", "html", "-o", str(folder)]).code == 0
    assert '<a href="ana.html">Ana Silva</a>' in (folder / "index.html").read_text()


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("prep", 2, "growth: nobody is named\n"
         "        growth prep ana, by your calendar --next, or for all who report to you: --all -o DIR\n"),
        ("prep --all", 2, "growth: --all writes a sheet for each, and no directory is named\n"
         "        give it with -o DIR\n"),
        ("prep --all -o x --json", 2, "growth: --all writes md or html, not json\n"
         "        leave -f out, or give -f html\n"),
        ("prep --all -o x", 1, "growth: nobody reports to you\n"
         "        growth people add ana --name 'Ana Silva' --relation direct\n"),
        ("prep nobody", 1, "growth: I know nobody called 'nobody'\n"
         "        growth people add nobody --name 'Their Name'\n"),
        ("prep ana --for everybody", 2, "growth: 'everybody' is no audience\n"
         "        it is me, manager, team or @person\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_says_what_can(growth: "Growth", command: str, code: int, message: str) -> None:
    assert growth(command) == ("", message, code)


def test_a_template_of_ones_own(growth: "Growth") -> None:
    fill(growth)
    (growth.home / "templates").mkdir()
    (growth.home / "templates" / "short.md.j2").write_text(
        "{# growth: 1on1 #}\n# {{ name }}: {{ topics.lines | length }}\n"
    )
    assert growth.ok("prep ana --template short") == "# Ana Silva: 2\n"
    assert growth("report short").err == (
        "growth: the template 'short' is for prep\n        growth prep ana --template short\n"
    )


def test_on_a_terminal(growth: "Growth") -> None:
    fill(growth)
    shown = growth.terminal("prep ana", env={"NO_COLOR": "1"}).out
    assert shown.startswith(
        "For you only: 4 private records. To send: growth prep ana --for @ana\n1:1 with Ana Silva"
    )


def test_feedback_on_them_is_on_the_sheet_and_no_word_they_may_not_read(growth: "Growth") -> None:
    fill(growth)
    for handle, name in (("bo", "Bo Tran"), ("kim", "Kim Okafor"), ("lee", "Lee Park")):
        growth.ok(["people", "add", handle, "--name", name])
    ask = "feedback ask bo kim lee --about ana --set technical --due 2026-11-20"
    asked = growth(ask, now="2026-11-18T10:00:00+00:00").out.split()
    growth(f"feedback send {asked[0]}")
    growth.ok(f"feedback answer {asked[1]} --reply '1=secret of Kim'")
    growth.ok("feedback got lee 'The early demo' --about ana --named --may-tell subject --share person")
    growth.ok("feedback close " + asked[2])
    growth("feedback send " + growth.ok("feedback ask ana --about '+launch' --question x --due friday"))
    growth.ok("feedback ask ana --about me --question 'never sent' --due 2026-11-25")
    sheet = without_ids(growth.ok("prep ana"))
    assert (
        "- **feedback** 1 of 2 in, Bo 4 days late, 1 answer for you alone"
        " · `growth feedback digest --about ana`\n"
        "- **said** of Ana: “The early demo” · *Lee Park, today* · `7k3q`\n"
        "- **asked** Ana for feedback about +launch · *due Fri 27 Nov* · `7k3q`\n"
    ) in sheet
    assert "secret of Kim" not in growth.ok("prep ana --json")
    shown = growth.ok("prep ana -f text").splitlines()
    assert len(shown) <= 40
    for_her = growth("prep ana --for @ana").out
    assert "- **said** of Ana: “The early demo” · *Lee Park, today* · [" in for_her
    for mine in ("Bo", "of 2 in", "launch", "alone"):
        assert mine not in for_her


def test_what_i_am_late_with_stands_before_what_i_tell_my_manager(growth: "Growth") -> None:
    growth.ok("people add eva --name 'Eva Lind' --relation manager")
    growth.ok("log Halved the queue -k win")
    one = growth.ok("action add 'send the rota' -w eva --due 2026-11-27 -d 2026-11-10").strip()
    headings = [line.partition(" · ")[0] for line in growth.ok("prep eva").splitlines() if line[:3] == "## "]
    assert headings[:2] == ["## To tell Eva", "## You promised"]
    growth.ok(f"action move {one} --due 2026-11-23")
    headings = [line.partition(" · ")[0] for line in growth.ok("prep eva").splitlines() if line[:3] == "## "]
    assert headings[:2] == ["## You promised", "## To tell Eva"]


def test_what_my_manager_handed_me_stands_beside_what_i_wrote_down(growth: "Growth", tmp_path: Path) -> None:
    hers = ["--home", str(tmp_path / "eva")]
    growth([*hers, "people", "add", "ana", "--name", "Ana Silva", "--relation", "direct"])
    growth([*hers, "action", "add", "raise the *budget*", "-w", "ana", "--due", "2026-11-23",
            "-d", "2026-11-20", "--share", "person"])  # fmt: skip
    growth([*hers, "action", "add", "write the draft", "--owner", "ana", "--share", "person"])
    growth([*hers, "action", "add", "secret plan", "-w", "ana"])
    bundle = tmp_path / "eva.bundle"
    growth([*hers, "bundle", "make", "--for", "@ana", "-o", str(bundle), "-y"])
    growth.ok("people add eva --name 'Eva Lind' --relation manager")
    growth.ok("action add 'Write the draft' -w eva --due 2026-11-27")
    growth(["bundle", "open", str(bundle), "--as", "eva", "-y"])
    sheet = without_ids(growth.ok("prep eva"))
    assert "## You promised · *1 open*\n\n- [ ] Write the draft · *due Fri 27 Nov* · `7k3q`\n" in sheet
    lines = [line for line in sheet.splitlines() if "budget" in line or "secret" in line]
    assert lines[0].startswith("- [ ] raise the \\*budget\\* · **1 day late** · `eva:")
    assert "## Eva promised · *1 overdue*" in sheet and "secret" not in sheet
    assert "budget" not in growth("prep eva --for @eva").out
    path = tmp_path / "sheet.md"
    growth(["prep", "eva", "-o", str(path)])
    assert growth(["verify", str(path)]).code == 0
