"""What was shared with a former manager: left out of what is for the next one, and counted."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth

from .laddered import write_ladder

SAID = "shared with your manager before Greta Holm, and left out; to include: --include-former\n"


@pytest.fixture
def moved(growth: Growth) -> Growth:
    """Somebody whose manager was Max until October, and is Greta now."""
    growth.ok("people add max --name 'Max Roth' --relation manager --since 2025-01-01")
    growth.ok("people edit max --until 2026-10-01")
    growth.ok("people add greta --name 'Greta Holm' --relation manager --since 2026-10-01")
    for number, day in enumerate(("2026-09-01", "2026-09-30", "2026-10-01")):
        growth.ok(["log", f"Tamed queue {number}", "-k", "win", "-d", day, "--share", "manager"])
    return growth


@pytest.mark.parametrize("report", ["brag --period 2026-H2", "summary --period 2026-H2"])
def test_a_report_leaves_it_out_and_says_how_much(moved: Growth, report: str) -> None:
    done = moved(f"report {report} --for manager")
    assert "queue 2" in done.out and "queue 1" not in done.out
    assert done.err.endswith(f"2 records were {SAID}")
    whole = moved(f"report {report} --for manager --include-former")
    assert "queue 0" in whole.out and "queue 1" in whole.out
    assert whole.err == ""


def test_a_sheet_and_a_growth_plan_leave_it_out(moved: Growth) -> None:
    moved.ok("goal add 'lead a design' --share manager", now="2026-09-01T10:00:00+00:00")
    plan = moved("report growth-plan --for manager")
    assert "lead a design" not in plan.out
    assert plan.err.endswith(f"one record was {SAID}")
    assert "lead a design" in moved("report growth-plan --for manager --include-former").out
    moved(["log", "Asked for help", "-k", "challenge", "-d", "2026-09-20", "--share", "manager"])
    sheet = moved("prep greta --for @greta")
    assert "Asked for help" not in sheet.out
    assert "Greta Holm" in moved("prep greta --for @greta --include-former").out


def test_an_assessment_of_that_time_is_refused(moved: Growth) -> None:
    write_ladder(moved)
    made = moved.ok(
        "assess start --ladder small --target L2 --period 2026-H1 --share manager",
        now="2026-07-01T10:00:00+00:00",
    ).strip()
    done = moved("report self-review --for manager")
    assert (done.out, done.code) == ("", 1)
    assert done.err == (
        f"growth: the assessment {made} was shared with your manager before Greta Holm\n"
        "        if they may read it, too: --include-former\n"
    )
    assert moved("report self-review --for manager --include-former").code == 0


def test_it_means_nothing_for_anybody_else(moved: Growth) -> None:
    done = moved("report brag --for team --include-former")
    assert (done.code, done.err) == (
        2,
        "growth: --include-former is for your manager\n        add --for manager, or leave it out\n",
    )


def test_a_bundle_leaves_it_out_and_says_how_much(moved: Growth, tmp_path: Path) -> None:
    path = tmp_path / "greta.bundle"
    done = moved(f"bundle make --for manager -o {path} -y")
    assert f"2 records were {SAID}" in done.err
    assert "queue 2" in path.read_text() and "queue 1" not in path.read_text()
    whole = moved(f"bundle make --for manager --include-former -o {path} -y")
    assert "former" not in whole.err and "queue 0" in path.read_text()


def test_a_digest_leaves_it_out(moved: Growth) -> None:
    moved.ok("people add kim --name 'Kim Okafor'")
    moved("feedback got kim 'Quick help' --named --share manager --may-tell manager -d 2026-09-20")
    done = moved("feedback digest --for manager --period 2026-H2")
    assert "Quick help" not in done.out
    assert done.err.endswith(f"one record was {SAID}")
    whole = moved("feedback digest --for manager --period 2026-H2 --include-former")
    assert ("Quick help" in whole.out, whole.err) == (True, "")


def test_a_mentorship_shared_with_the_former_one_is_refused(moved: Growth) -> None:
    moved.ok("people add kim --name 'Kim Okafor'")
    made = moved.ok("mentor pair kim --goal 'lead a design' --since 2026-08-01 --role mentor").strip()
    moved.ok(f"edit {made} --share manager")
    done = moved("report mentorship --about kim --for manager")
    assert (done.code, done.err) == (
        1,
        f"growth: {made} was shared with your manager before Greta Holm\n"
        "        if they may read it, too: --include-former\n",
    )
    assert "lead a design" in moved("report mentorship --about kim --for manager --include-former").out


def test_a_recap_leaves_it_out_and_says_how_much(moved: Growth) -> None:
    moved.ok("1on1 notes greta -d 2026-11-17 --shared 'the on-call load'")
    promised = moved.ok("action add write the runbook -w greta", now="2026-09-20T10:00:00+00:00").strip()
    moved.ok(f"edit {promised} --share manager")
    begun = "Our 1:1 on Tue 17 Nov 2026 (Greta Holm)\n\nthe on-call load\n"
    assert moved("1on1 recap greta") == (begun, f"one record was {SAID}", 0)
    still = "\nStill open:\n- me: write the runbook\n"
    assert moved("1on1 recap greta --include-former") == (begun + still, "", 0)
    assert moved("1on1 recap max --include-former").code == 2


def test_a_session_of_that_time_has_no_recap(moved: Growth) -> None:
    moved.ok("1on1 notes greta -d 2026-09-15 --shared 'the on-call load'")
    session = json.loads(moved.ok("1on1 list greta --json"))[0]["id"]
    moved.ok(f"edit {session} --share manager")
    assert moved("1on1 recap greta") == (
        "",
        f"growth: {session} was shared with your manager before Greta Holm\n"
        "        if they may read it, too: --include-former\n",
        1,
    )
    assert moved("1on1 recap greta --include-former").out.endswith("the on-call load\n")
