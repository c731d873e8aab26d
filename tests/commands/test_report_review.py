"""growth report review: the document, from records made as a user makes them."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Growth

from .laddered import write_ladder
from .test_team import without_ids


def at(growth: Growth, home: Path, command: str, *, now: str = "2026-11-23T10:00:00+00:00") -> None:
    """Run a command in somebody else's home."""
    done = growth(["--home", str(home), *shlex.split(command)], now=now)
    assert done.code == 0, done


@pytest.fixture
def season(growth: Growth, tmp_path: Path) -> Growth:
    """Half a year with Ana, who shares some of what she does."""
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    growth(["note", "ana", "spoke first in the design review", "-d", "2026-07-09"])
    for day in ("11-05", "11-18", "11-20"):
        growth(["note", "ana", f"seen on {day}", "-d", f"2026-{day}"])
    growth.ok(
        "1on1 notes ana -d 2026-10-06 --shared 'Spoke of it.' --private-notes 'wants it, unsure how'"
        " --action 'me: staff examples by 2026-11-20' --action 'Ana: write the RFC by 2026-12-01'"
    )
    growth.ok(["log", "Thanked Ana", "-k", "kudos", "-w", "ana", "-d", "2026-11-19"])
    write_ladder(growth)
    growth.ok("assess start --about ana --ladder small --target L2 --period 2026-H2")
    growth("assess rate data-2 --as doing --statement 'Runs each *night*.'")
    hers, bundle = tmp_path / "hers", tmp_path / "ana.bundle"
    at(growth, hers, "config set me.handle ana")
    at(growth, hers, "people add eva --name 'Eva Lund' --relation manager")
    at(growth, hers, "log Tamed the *queue* -k win -p search --metric 'p99: 480 ms -> 210 ms'"
                     " --share manager -d 2026-07-20")  # fmt: skip
    at(growth, hers, "log Read the change -k review --share manager -d 2026-09-19")
    at(growth, hers, "log Nothing for others -k win -d 2026-08-19")
    at(growth, hers, "goal add 'lead a *design*' --share manager", now="2026-09-01T10:00:00+00:00")
    write_ladder(Growth(hers, growth._patch))
    at(growth, hers, "assess start --ladder small --target L2 --period 2026-H2 --share manager")
    at(growth, hers, "assess rate data-2 --as with-help --statement 'Bo *helped*.'")
    at(growth, hers, "assess finish -y")
    at(growth, hers, f"bundle make --for manager -o {bundle} -y")
    opened = growth(["bundle", "open", str(bundle), "--as", "ana", "-y"])
    assert opened.code == 0, opened
    return growth


PAGE = """\
*For you only: 7 private records*

# Review of Ana Silva · *2026-H2*

Met once · 5 notes · 2 entries shared · thanked once

## Where you know little

- no note in August and September
- no meeting noted in July, August, September and November
- nothing shared in August, October and November
- 3 of 5 notes are of the last month
- nobody was asked about Ana: `growth feedback ask PERSON --about @ana`
- not judged by you yet: 2 of 3, in Data, Talking

## Judged · *small L2, 2026-H2*

1 of 1 apart. Yours `7k3q`, open; Ana's own `ana:7k3q`.

- Data: Builds a pipeline that runs at night. · **Ana: doing with help, you: doing**
   - Ana: “Bo \\*helped\\*.”
   - you: Runs each *night*.

## What Ana shared · *2 entries*

- search · *1 entry*
   - Tamed the \\*queue\\*: p99 480 -> 210 ms · *Mon 20 Jul* · `ana:7k3q`
- rarely seen: 1 review · *1 of 2 entries, 50 %*

## What you noted · *5*

- July
   - spoke first in the design review · *Thu 9 Jul* · `7k3q`
- August: *nothing*
- September: *nothing*
- October
   - wants it, unsure how · *when you met Tue 6 Oct* · `7k3q`
- November
   - seen on 11-05 · *Thu 5 Nov* · `7k3q`
   - seen on 11-18 · *Wed 18 Nov* · `7k3q`
   - seen on 11-20 · *Fri 20 Nov* · `7k3q`

## Ana in your own journal

- **you thanked** Thanked Ana · *Thu 19 Nov* · `7k3q`

## Ana's goals

- lead a \\*design\\* · *no movement for 11 weeks* · `ana:7k3q`

## What you promised · *1 open, 1 overdue*

- [ ] staff examples · **4 days late** · `7k3q`

## What Ana promised · *1 open*

- [ ] write the RFC · *due Tue 1 Dec* · `7k3q`

## Records cited
"""


def test_the_review_in_full(season: Growth) -> None:
    done = season("report review --about ana --period 2026-H2")
    assert (done.err, done.code) == ("", 0)
    page, _, cited = without_ids(done.out).partition("## Records cited\n")
    assert page + "## Records cited\n" == PAGE
    assert len(cited.strip().splitlines()) == 13
    assert "Nothing for others" not in done.out


def test_what_it_cites_verifies(season: Growth, tmp_path: Path) -> None:
    page = tmp_path / "ana.html"
    season(f"report review --about @ana --period 2026-H2 -o {page} -y")
    done = season(f"verify {page}")
    assert (done.code, done.err) == (0, "13 of 13 cited records are the same\n")


def test_json_is_the_result_itself(season: Growth) -> None:
    found = json.loads(season.ok("report review --about ana --period 2026-H2 --json"))
    assert found["silences"][0] == {"what": "note", "months": ["2026-08-01", "2026-09-01"], "all": False}
    assert found["recency"] == {"late": 3, "of": 5}


def test_an_answer_stands_with_its_words_only_where_she_may_read_it(season: Growth) -> None:
    season.ok("people add kim --name 'Kim Okafor'")
    answer = {
        "record": "answer", "person": "kim", "about": "@ana", "day": "2026-11-20", "manner": "praise",
        "created": "2026-11-20T10:00:00Z",
    }  # fmt: skip
    said = (
        {"id": "f261120-aaaa", "replies": [{"question": "", "text": "between us, not yet"}]},
        {"id": "f261120-bbbb", "replies": [{"question": "", "text": "quick *help*"}], "reader": "subject",
         "name": "named"},
    )  # fmt: skip
    lines = "".join(json.dumps(answer | one) + "\n" for one in said)
    season("import -f jsonl - --yes", stdin=lines)
    page = season.ok("report review --about ana --period 2026-H2")
    assert "between us" not in page
    assert (
        "## What others said\n\n- “quick \\*help\\*” · *Kim Okafor, Fri 20 Nov* · `7k3q`\n"
        "- 1 more answer not to be quoted to Ana: `growth feedback digest --about ana`\n" in without_ids(page)
    )
    assert "nobody was asked" not in page


def test_somebody_of_whom_nothing_is_known(season: Growth) -> None:
    page = season.ok("report review --about bo --period 2026-H2")
    assert page == (
        "*For you only*\n\n# Review of Bo Tran · *2026-H2*\n\n"
        "Never met · 0 notes · 0 entries shared · never thanked\n\n"
        "## Where you know little\n\n- no note at all\n- no meeting noted at all\n- nothing shared at all\n"
        "- nobody was asked about Bo: `growth feedback ask PERSON --about @bo`\n"
        "- no bundle of Bo is opened: `growth bundle open FILE`\n\n"
        "Neither of you has judged this time yet: `growth assess start --about bo`\n\n"
        "## What you noted\n\n- July: *nothing*\n- August: *nothing*\n- September: *nothing*\n"
        "- October: *nothing*\n- November: *nothing*\n"
    )


def test_all_of_them_into_a_directory(season: Growth, tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    done = season(f"report review --all --period 2026-H2 -o {folder}")
    assert (done.out, done.err, done.code) == ("", f"written: 2 reviews and {folder / 'index.md'}\n", 0)
    assert sorted(path.name for path in folder.iterdir()) == ["ana.md", "bo.md", "index.md"]
    assert (folder / "index.md").read_text() == (
        "*For you only*\n\n# Reviews · *2026-H2*\n\nOrder: fewest notes first.\n\n"
        "- [Bo Tran](bo.md) · *never met, 0 notes, 0 entries shared, no note at all*\n"
        "- [Ana Silva](ana.md) · *met once, 5 notes, 2 entries shared, no note in August and September*\n"
    )
    assert folder.stat().st_mode & 0o777 == 0o700
    assert without_ids((folder / "ana.md").read_text()).startswith(PAGE[:60])


ONE = (
    "review is about one person, or about all",
    "growth report review --about ana, or for all who report to you: --all -o DIR",
)


@pytest.mark.parametrize(
    ("command", "said", "hint"),
    [
        ("review", *ONE),
        ("review --about ana --all", *ONE),
        ("review --about ana --for manager", "review is for you alone", "leave --for out"),
        ("review --about ana -p search", "review is of no project", "leave --project out"),
        ("review --all", "--all writes a review of each, and no directory is named", "give it with -o DIR"),
        ("review --all -o x -f json", "--all writes md or html, not json", "leave -f out, or give -f html"),
        (
            "review --about ana --since 2026-12-01",
            "a review looks back, from a day on",
            "--period 2026-H2, or --since 6m",
        ),
        ("brag --all", "brag is not written of all", "leave --all out"),
        ("team --about ana", "team is about everybody who reports to you", "leave --about out"),
        ("brag --about ana --for team", "what somebody shared with you is for you alone", "leave --for out"),
        ("feedback --about ana -p x", "a digest is about one thing", "leave --about or --project out"),
        (
            "promotion --about ana",
            "a promotion is what somebody writes of themselves",
            "what you know of them: growth report review --about ana",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(season: Growth, command: str, said: str, hint: str) -> None:
    done = season(f"report {command}")
    assert (done.out, done.err, done.code) == ("", f"growth: {said}\n        {hint}\n", 2)


def test_a_brag_about_somebody_is_what_they_shared(season: Growth) -> None:
    page = season.ok("report brag --about ana --period 2026-H2")
    said, _, cited = without_ids(page).partition("## Records cited\n")
    assert said == (
        "*For you only: what Ana Silva shared with you*\n\n"
        "# Ana Silva: what was shared · *2026-H2*\n\n2 entries on 2 days, 1 win, 1 with a number.\n\n"
        "## search · *1 entry*\n\n"
        "- Tamed the \\*queue\\*: p99 480 -> 210 ms · *Mon 20 Jul* · `ana:7k3q`\n\n"
        "## Work that is rarely seen · *1 of 2 entries, 50 %*\n\n"
        "- **review** Read the change · *Sat 19 Sep* · `ana:7k3q`\n\n"
    )
    assert len(cited.strip().splitlines()) == 2
    none = season.ok("report brag --about ana --period 2025")
    assert none.endswith("\n\nAna Silva shared nothing in 2025.\n")


def test_a_summary_about_somebody_holds_their_goals_and_promises(season: Growth) -> None:
    page = season.ok("report summary --about ana --period 2026-07")
    assert page.startswith("*For you only: what Ana Silva shared with you*\n\n# Ana Silva: the month · *July")
    assert "- Tamed the \\*queue\\*: p99 480 -> 210 ms · *search, Mon 20 Jul* · `ana:" in page
    assert "Ana Silva shared nothing of this time." in season.ok(
        "report summary --about ana --period 2025-07"
    )
    assert "Nothing for others" not in page


def test_a_digest_about_somebody_is_what_was_said_of_them(season: Growth) -> None:
    given = season.ok("report feedback --about ana --period 2026-H2")
    assert given == season.ok("feedback digest --about ana --period 2026-H2")
    assert "# Feedback on Ana Silva" in given


def test_of_somebody_who_shared_nothing_there_is_none(season: Growth) -> None:
    assert season("report brag --about bo") == (
        "",
        "growth: Bo Tran has shared nothing yet\n        they make it: growth bundle make --for manager "
        "-o bo.bundle; you open it: growth bundle open bo.bundle\n",
        1,
    )


def test_with_nobody_who_reports_there_is_nothing_to_write(growth: Growth, tmp_path: Path) -> None:
    done = growth(f"report review --all -o {tmp_path / 'x'}")
    assert (done.code, done.err.splitlines()[0]) == (1, "growth: nobody reports to you")


def test_each_entry_that_was_shared_has_its_place(season: Growth, tmp_path: Path) -> None:
    hers, bundle = tmp_path / "hers", tmp_path / "more.bundle"
    for title, options in (
        ("Thanked Bo", "-k kudos -d 2026-09-02"), ("Thanked *Cy*", "-k kudos -d 2026-09-03"),
        ("Found the cause", "-k incident -d 2026-09-04"), ("Kept the shop up", "-k incident -d 2026-09-05"),
        ("Stopped the fire", "-k incident --star -d 2026-09-06"),
        ("Read on queues", "-k learning -d 2026-09-07"),
    ):  # fmt: skip
        at(season, hers, f"log '{title}' {options} --share manager")
    at(season, hers, f"bundle make --for manager -o {bundle} -y", now="2026-11-24T09:00:00+00:00")
    season(f"bundle open {bundle} -y")
    page = without_ids(season.ok("report review --about ana --period 2026-H2"))
    shared = page.partition("## What Ana shared")[2].partition("## What you noted")[0]
    assert re.sub("`ana:....`", "`ana:7k3q`", shared) == (
        " · *8 entries*\n\n"
        "- search · *1 entry*\n"
        "   - Tamed the \\*queue\\*: p99 480 -> 210 ms · *Mon 20 Jul* · `ana:7k3q`\n"
        "- other work · *1 entry*\n"
        "   - Stopped the fire · *Sun 6 Sep* · `ana:7k3q`\n"
        "- learned\n"
        "   - Read on queues · *Mon 7 Sep* · `ana:7k3q`\n"
        "- thanked others\n"
        "   - Thanked \\*Cy\\* · *Thu 3 Sep* · `ana:7k3q`\n"
        "   - Thanked Bo · *Wed 2 Sep* · `ana:7k3q`\n"
        "- rarely seen: 1 review, 3 incidents · *4 of 8 entries, 50 %, 1 of them told above*\n\n"
    )


def test_what_i_noted_in_a_month_stands_by_day(season: Growth) -> None:
    season.ok("1on1 notes ana -d 2026-11-10 --private-notes 'said it again'")
    page = without_ids(season.ok("report review --about ana --period 2026-H2"))
    assert page.partition("- November\n")[2].partition("\n\n")[0] == (
        "   - seen on 11-05 · *Thu 5 Nov* · `7k3q`\n"
        "   - said it again · *when you met Tue 10 Nov* · `7k3q`\n"
        "   - seen on 11-18 · *Wed 18 Nov* · `7k3q`\n"
        "   - seen on 11-20 · *Fri 20 Nov* · `7k3q`"
    )
