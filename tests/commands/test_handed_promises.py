"""Promises that somebody handed over: they stand wherever promises stand, once, and stay theirs."""

import re
from pathlib import Path

import pytest

from tests.conftest import Growth

from .test_status import plain
from .test_team import without_ids

THEN = "2026-11-10T10:00:00+00:00"


def lena(growth: Growth, home: Path, *commands: str) -> None:
    for command in commands:
        assert growth(f"--home {home} {command}", now=THEN).code == 0


@pytest.fixture
def handed(growth: Growth, tmp_path: Path) -> Growth:
    """Lena shares two promises of hers and one of mine, of which I have one in other spelling."""
    home, bundle = tmp_path / "lena", tmp_path / "lena.bundle"
    lena(
        growth, home,
        "people add mara --name 'Mara Om' --relation manager",
        "action add 'ask the *vendor*' -w mara --due 2026-11-20 --share manager",
        "action add 'the second draft' -w mara --due 2026-11-27 --share manager",
        "action add 'find a reviewer' --owner mara --due 2026-11-23 --share manager",
        "action add 'no concern of mine' -w mara",
        f"bundle make --for manager -o {bundle} -y",
    )  # fmt: skip
    growth.ok("people add lena --name 'Lena Ek' --relation direct --meets 'weekly tue 11:00'")
    growth.ok("action add 'The second draft.' --owner lena --due 2026-11-27")
    assert growth(f"bundle open {bundle} --as lena -y").code == 0
    return growth


def of(document: str, start: str) -> list[str]:
    """Return the lines of a document that begin so, without ids."""
    told = re.sub(r"`lena:[0-9a-z]{4}`", "`lena:7k3q`", without_ids(document))
    return [line for line in told.splitlines() if line.startswith(start)]


def test_they_stand_on_the_sheet_and_on_the_review(handed: Growth) -> None:
    told = [
        "- [ ] find a reviewer · **1 day late** · `lena:7k3q`",
        "- [ ] ask the \\*vendor\\* · **4 days late** · `lena:7k3q`",
        "- [ ] The second draft. · *due Fri 27 Nov* · `7k3q`",
    ]
    sheet = handed.ok("prep lena")
    assert of(sheet, "- [") == told == of(handed.ok("report review --about lena --period 2026-H2"), "- [")
    assert "## You promised · *1 overdue*" in sheet and "has shared nothing yet" not in sheet


def test_they_stand_on_the_page_of_the_team_and_can_be_verified(handed: Growth, tmp_path: Path) -> None:
    assert of(handed.ok("team"), "- **") == [
        "- **you owe** find a reviewer · **1 day late** · `lena:7k3q`",
        "- **owes you** ask the \\*vendor\\*, and 1 more · **4 days late** · `lena:7k3q`",
        "- **learning** none shared by Lena",
    ]
    for command in ("team", "prep lena", "report review --about lena --period 2026-H2"):
        path = tmp_path / "page.md"
        assert handed(f"{command} -o {path} -y").code == 0
        assert handed(f"verify {path}").code == 0


def test_they_stand_in_the_ledger_with_who_shared_them(handed: Growth) -> None:
    seen = re.sub(
        r"(?m)^(  [!.]  (lena:)?)[0-9a-z]{4}", r"\g<1>7k3q", plain(handed.terminal("action list").out)
    )
    assert seen.splitlines() == [
        "MINE  1 open, 1 overdue",
        "  !  lena:7k3q  find a reviewer",
        "           1 day late · shared by Lena, 2 weeks old",
        "THEIRS  2 open, 1 overdue",
        "  !  lena:7k3q  lena: ask the *vendor*",
        "           4 days late · shared by Lena, 2 weeks old",
        "  .  7k3q  lena: The second draft.",
        "           due Fri 27 Nov · by hand, new today",
    ]
    assert len(handed.ok("action list --source shared").splitlines()) == 2
    assert len(handed.ok("action list --source hand").splitlines()) == 1


def test_they_stand_on_the_start_page(handed: Growth) -> None:
    page = plain(handed.ok("status"))
    assert re.search(r"PROMISES +!  lena:\w{4}  find a reviewer \(with lena\)  1 day late", page)
    assert "today 11:00  lena  you owe 1, they 2  " in page
    assert "1 person owes you something (1 late)" in page
    assert "growth done" not in page


def test_they_are_not_mine_to_close(handed: Growth) -> None:
    mine, theirs, _ = (line.split()[0] for line in handed.ok("action list").splitlines())
    done = handed(f"done {mine}")
    assert (done.code, done.err) == (
        1,
        f"growth: {mine} is Lena Ek's record and stays as it is: find a reviewer\n"
        "        they close it and hand you a new bundle; to keep your own: "
        "growth action add 'find a reviewer' -w lena\n",
    )
    short = f"lena:{theirs[-4:]}"
    assert handed(f"action move {short} --due friday").err.endswith("'ask the *vendor*' --owner lena\n")
    handed.ok("action add 'find a reviewer' -w lena")
    kept = handed.ok("action list --mine").split()[0]
    handed.ok(f"done {kept}")
    assert handed.ok("action list --mine") == ""


def test_none_of_them_is_in_a_sheet_for_others(handed: Growth) -> None:
    assert "vendor" not in handed("prep lena --for @lena").out
