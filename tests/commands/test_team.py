"""growth team: the page, from records made as a user makes them."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Growth

from .asking import put
from .laddered import write_ladder

EARLIER = "2026-11-23T10:00:00+00:00"


def at(growth: Growth, home: Path, command: str, *, now: str = EARLIER) -> None:
    """Run a command in somebody else's home."""
    done = growth(["--home", str(home), *shlex.split(command)], now=now)
    assert done.code == 0, done


def shared_by_ana(growth: Growth, place: Path) -> None:
    """Open what Ana hands over: four entries, a goal that is stuck, an assessment with little to show."""
    hers, bundle = place / "hers", place / "ana.bundle"
    at(growth, hers, "config set me.handle ana")
    at(growth, hers, "people add eva --name 'Eva Lund' --relation manager")
    at(growth, hers, "log Read the change to the queue -k review --share manager -d 2026-11-19")
    at(growth, hers, "log Read the cache -k review --share manager -d 2026-11-20")
    at(growth, hers, "log Read on caches -k learning --spent 2h --share manager -d 2026-11-18")
    at(growth, hers, "log Nothing for others -k review -d 2026-11-19")
    at(growth, hers, "goal add 'lead a *design*' --share manager", now="2026-09-01T10:00:00+00:00")
    write_ladder(Growth(hers, growth._patch))
    at(growth, hers, "assess start --ladder small --target L2 --period 2026-H2 --share manager")
    at(growth, hers, "assess rate data-2 --as with-help")
    at(growth, hers, "assess finish -y")
    at(growth, hers, f"bundle make --for manager -o {bundle} -y")
    opened = growth(["bundle", "open", str(bundle), "--as", "ana", "-y"])
    assert opened.code == 0, opened


@pytest.fixture
def team(growth: Growth, tmp_path: Path) -> Growth:
    """A manager with three people, of whom one shares what she does."""
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add bo --name 'Bo Tran' --relation direct --meets 'weekly wed'")
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    growth.ok("people add greta --name 'Greta Holm' --relation manager")
    growth.ok(
        "1on1 notes ana -d 2026-11-17 --mood 2 --mood-words 'tired words' --workload 4 --private-notes secret"
        " --action 'me: ask Dana for GPU quota by 2026-11-20' --action 'me: staff examples by 2026-11-27'"
        " --action 'Ana: write the RFC by 2026-11-24'"
    )
    growth.ok("1on1 notes bo -d 2026-11-04 --shared 'Spoke of the queue.'")
    growth.ok(["log", "Thanked Bo", "-k", "kudos", "-w", "bo", "-d", "2026-10-06"])
    growth.ok(["log", "Thanked Kim", "-k", "kudos", "-w", "kim", "-d", "2026-11-20"])
    put(growth, "bo --about @ana --due 2026-11-19")
    shared_by_ana(growth, tmp_path)
    return growth


def without_ids(text: str) -> str:
    return re.sub(r"(`|ana:)[0-9a-hjkmnp-tv-z]{4}`", r"\g<1>7k3q`", text)


PAGE = """\
*For you only*

# My team · *Tue 24 Nov*

Order: how many of your promises are broken, 1:1s missed, answers late, goals stuck; if equal, the next 1:1.

## Ana Silva · *today 10:00 · met 7 days ago · weekly, 1 of 1 held since 17 Nov*

- **you owe** ask Dana for GPU quota, and 1 more · **4 days late** · `7k3q`
- **owes you** write the RFC · *due today* · `7k3q`
- **answers** 0 of 1 about Ana in, Bo 5 days late
- **goal** lead a \\*design\\* · *no movement for 11 weeks* · `ana:7k3q`
- **evidence** nothing shown for 3 of 3: Data, Talking · *L2, 2026-H2* · `ana:7k3q`

## Bo Tran · **2 missed** · *tomorrow · met 20 days ago · weekly, 1 of 3 held since 4 Nov*

- **answers** asked Bo: 5 days late

## Kim Okafor · *no 1:1 noted yet · no rhythm set*

Nothing is open.

## Across the team · *shared since Wed 28 Oct*

- **not thanked** in 13 weeks: Ana; Bo since Tue 6 Oct
- **unseen work** Ana 2 reviews of 3
- **learning** Ana 2 hours
- **no bundle** Bo, Kim · *growth bundle open FILE*

Then: `growth prep ana`

## Records cited

"""


def test_the_page_in_markdown(team: Growth) -> None:
    page = without_ids(team.ok("team"))
    assert page.startswith(PAGE)
    assert [line.split("` ", 1)[1].split(" · ")[0] for line in page.removeprefix(PAGE).splitlines()] == [
        "2026-11-17 ask Dana for GPU quota",
        "2026-11-17 write the RFC",
        "2026-09-01 lead a \\*design\\*",
        "2026-11-23 assessment against small L2, 2026-H2",
    ]


def test_the_page_on_80_columns(team: Growth) -> None:
    lines = re.sub(r"(  |ana:)[0-9a-hjkmnp-tv-z]{4}$", r"\g<1>7k3q", team.ok("team -f text"), flags=re.M)
    assert (
        lines
        == """\
For you only
My team                                                               Tue 24 Nov
Order: how many of your promises are broken, 1:1s missed, answers late, goals
stuck; if equal, the next 1:1.

ANA SILVA        today 10:00 · met 7 days ago · weekly, 1 of 1 held since 17 Nov
  you owe   ask Dana for GPU quota, and 1 more                 4 days late  7k3q
  owes you  write the RFC                                        due today  7k3q
  answers   0 of 1 about Ana in, Bo 5 days late
  goal      lead a *design*                   no movement for 11 weeks  ana:7k3q
  evidence  nothing shown for 3 of 3: Data, Talking        L2, 2026-H2  ana:7k3q

BO TRAN   2 missed  tomorrow · met 20 days ago · weekly, 1 of 3 held since 4 Nov
  answers  asked Bo: 5 days late

KIM OKAFOR                                      no 1:1 noted yet · no rhythm set
Nothing is open.

ACROSS THE TEAM                                          shared since Wed 28 Oct
  not thanked  in 13 weeks: Ana; Bo since Tue 6 Oct
  unseen work  Ana 2 reviews of 3
  learning     Ana 2 hours
  no bundle    Bo, Kim                                   growth bundle open FILE

Then: growth prep ana
"""
    )


def test_mood_is_there_only_where_it_is_asked_for_as_they_told_it(team: Growth) -> None:
    for format_ in ("md", "html", "json", "text"):
        assert "tired words" not in team.ok(f"team -f {format_}")
    assert "- **mood** 2 of 5, “tired words”; workload 4 of 5 · *as told Tue 17 Nov*\n" in team.ok(
        "team --with-mood"
    )


FORMATS = ("md", "html", "json", "text", "term")


@pytest.mark.parametrize("mood", ["", "--with-mood"])
def test_a_discreet_page_holds_no_name_and_no_word_of_a_record(team: Growth, mood: str) -> None:
    words = ("Ana", "Silva", "ana:", "Bo", "Tran", "Kim", "Okafor", "Dana", "RFC", "design", "Data", "tired",
             "secret", "Thanked", "Spoke", "growth prep")  # fmt: skip
    for format_ in FORMATS:
        page = team.ok(f"team --discreet {mood} -f {format_}")
        assert "A.S." in page
        assert [word for word in words if word in page] == []


def test_a_discreet_page_counts(team: Growth) -> None:
    page = team.ok("team --discreet --with-mood")
    assert (
        page
        == """\
*For you only*

# My team · *Tue 24 Nov*

Order: how many of your promises are broken, 1:1s missed, answers late, goals stuck; if equal, the next 1:1.

## A.S. · *today 10:00 · met 7 days ago · weekly, 1 of 1 held since 17 Nov*

- **you owe** 2 promises, 1 overdue · **4 days late**
- **owes you** 1 promise · *due today*
- **answers** 0 of 1 about A.S. in, 1 late, by 5 days
- **goal** 1 stuck
- **evidence** nothing shown for 3 of 3
- **mood** 2 of 5; workload 4 of 5 · *as told Tue 17 Nov*

## B.T. · **2 missed** · *tomorrow · met 20 days ago · weekly, 1 of 3 held since 4 Nov*

- **answers** asked B.T.: 5 days late

## K.O. · *no 1:1 noted yet · no rhythm set*

Nothing is open.

## Across the team · *shared since Wed 28 Oct*

- **not thanked** in 13 weeks: A.S.; B.T. since Tue 6 Oct
- **unseen work** A.S. 2 reviews of 3
- **learning** A.S. 2 hours
- **no bundle** B.T., K.O. · *growth bundle open FILE*
"""
    )


@pytest.mark.parametrize("option", ["", "--discreet", "--with-mood"])
def test_no_private_note_and_nothing_that_they_kept_is_on_it(team: Growth, option: str) -> None:
    team.ok("note ana", stdin="secret: seen of her\n")
    for format_ in FORMATS:
        page = team.ok(f"team {option} -f {format_}")
        assert "secret" not in page
        assert "Nothing for others" not in page


def test_there_is_no_score(team: Growth) -> None:
    page = json.loads(team.ok("team --json"))
    assert [one["person"] for one in page["members"]] == ["ana", "bo", "kim"]
    assert set(page["members"][0]) == {
        "person", "name", "last", "next", "time", "cadence", "held", "due", "lately", "missed", "overdue",
        "mine", "theirs", "answers", "goals", "stuck", "evidence", "mood", "bundle",
    }  # fmt: skip
    assert set(page) == {"today", "discreet", "members", "spread", "private", "cited"}


def test_a_period_of_ones_own(team: Growth) -> None:
    page = team.ok("team --period 2026-10")
    assert "## Across the team · *Thu 1 Oct to Sat 31 Oct*" in page
    assert "unseen work" not in page
    assert "- **learning** none shared by Ana\n" in page


def test_an_old_bundle_is_named(team: Growth) -> None:
    page = team.ok("team", now="2026-12-24T10:00:00+00:00")
    assert "- **old bundle** Ana, of Mon 23 Nov\n" in page


def test_the_report_is_the_same_page(team: Growth, tmp_path: Path) -> None:
    assert team.ok("report team") == team.ok("team")
    made = team(f"report team -o {tmp_path}/team.html")
    assert made.code == 0
    page = (tmp_path / "team.html").read_text()
    assert "<h2" in page
    assert "ask Dana for GPU quota" in page
    assert (tmp_path / "team.html").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("audience", ["team", "manager", "@ana"])
def test_it_is_for_nobody_else(team: Growth, audience: str) -> None:
    done = team(f"report team --for {audience}")
    assert (done.out, done.code) == ("", 2)
    assert done.err == "growth: team is for you alone\n        leave --for out\n"


def test_what_it_cites_is_verified(team: Growth, tmp_path: Path) -> None:
    assert team(f"team -o {tmp_path}/team.md").code == 0
    assert team(f"verify {tmp_path}/team.md").code == 0


def test_a_template_of_ones_own(team: Growth) -> None:
    team("template new mine --from team")
    assert team.ok("team --template mine --discreet") == team.ok("team --discreet")
    assert team.ok("report mine") == team.ok("team")
    done = team("team --template brag")
    assert (done.code, done.err) == (
        2, "growth: the template 'brag' is for report\n        growth report brag\n",
    )  # fmt: skip


def test_nobody_reports_to_me(growth: Growth) -> None:
    growth.ok("people add eva --name 'Eva Lund' --relation manager")
    done = growth("team")
    assert (done.code, done.err) == (
        1,
        "growth: nobody reports to you\n        growth people add ana --name 'Ana Silva' --relation direct\n",
    )


@pytest.mark.parametrize(
    ("logged", "words"),
    [
        (["-k review"], ""),
        (["-k review", "-k incident"], "- **unseen work** Ana 2 of 2 (1 review, 1 incident)\n"),
        (["-t mentoring", "-t mentoring"], "- **unseen work** Ana 2 of 2 (helped others twice)\n"),
    ],
)
def test_one_thing_alone_is_no_load(growth: Growth, tmp_path: Path, logged: list[str], words: str) -> None:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    at(growth, tmp_path / "hers", "config set me.handle ana")
    for options in logged:
        at(growth, tmp_path / "hers", f"log Something {options} --share manager")
    at(growth, tmp_path / "hers", f"bundle make --for manager -o {tmp_path}/ana.bundle -y")
    assert growth(f"bundle open {tmp_path}/ana.bundle --as ana -y").code == 0
    page = growth.ok("team")
    assert page.count("unseen work") == bool(words)
    assert words in page


def test_two_with_one_first_name_are_called_by_their_whole_names(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("people add anna --name 'Ana Lund' --relation direct")
    assert "- **no bundle** Ana Silva, Ana Lund ·" in growth.ok("team")


def test_one_more_broken_promise_goes_before_one_that_is_longer_overdue(growth: Growth) -> None:
    for handle, dues in (("ana", (10,)), ("bo", (22, 23, 30)), ("cy", (20,))):
        growth.ok(
            f"people add {handle} --relation direct --meets 'weekly {'tue' if handle == 'ana' else 'mon'}'"
        )
        for due in dues:
            growth.ok(f"action add 'send it' -w {handle} -d 2026-11-01 --due 2026-11-{due}")
    page = without_ids(growth.ok("team"))
    assert [line for line in page.splitlines() if line.startswith(("## ", "- **you", "Order"))][:-2] == [
        "Order: how many of your promises are broken, 1:1s missed, answers late, goals stuck; "
        "if equal, the next 1:1.",
        "## bo · *Mon 30 Nov · no 1:1 noted yet · weekly*",
        "- **you owe** send it, and 2 more, 2 overdue · **2 days late** · `7k3q`",
        "## ana · *today · no 1:1 noted yet · weekly*",
        "- **you owe** send it · **14 days late** · `7k3q`",
        "## cy · *Mon 30 Nov · no 1:1 noted yet · weekly*",
        "- **you owe** send it · **4 days late** · `7k3q`",
    ]
