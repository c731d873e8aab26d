"""growth report growth-plan: goals, what they are for, what was learned, and when."""

import pytest

from tests.conftest import Growth

from .laddered import log, start


@pytest.fixture
def planned(growth: Growth) -> dict[str, str]:
    """Goals with and without a criterion, a mentor, a step from feedback, and things learned."""
    growth("config set me.name 'Ana Silva'")
    growth.ok("people add eva --name 'Eva Lindholm' --relation manager")
    growth.ok("people add mika --name 'Mika Rautio'")
    ids = {"assessment": start(growth)}
    growth.ok("assess rate data-2 --as with-help --statement 'Bo helps'")
    growth.ok("assess rate data-3 --as starting")
    ids["pipe"] = growth.ok("goal add --from small/data-2 --due 2026-12-18 --share manager").strip()
    ids["talk"] = growth.ok("goal add 'give a talk' --share manager").strip()
    ids["done"] = growth.ok("goal add 'read the paper' --share manager").strip()
    ids["secret"] = growth.ok("goal add 'a secret wish' --due 2026-11-30").strip()
    growth.ok(f"goal checkin {ids['pipe']} 'first night run'")
    growth.ok(f"goal checkin {ids['pipe']} 'no time' --stuck")
    growth.ok(f"goal checkin {ids['done']} 'read twice' --reached")
    growth.ok("mentor pair mika --role mentee --goal 'write shorter' --since 2026-09-01")
    ids["answer"] = growth.ok("feedback got eva 'cut your reviews to a page' --about me").strip()
    growth.ok(f"feedback act {ids['answer']} 'cut reviews to a page' --due 2026-12-01")
    ids["learned"] = log(growth, "Freed memory is not returned", "-k", "learning", "--share", "manager")
    return ids


def test_a_plan_for_me(growth: Growth, planned: dict[str, str]) -> None:
    document = growth.ok("report growth-plan").split("## Records cited")[0]
    step = growth.ok("action list").split()[0][-4:]
    short = {name: id[-4:] for name, id in planned.items()}
    assert (
        document
        == f"""\
*For you only: 3 private records. To send: `growth report growth-plan --for manager`*

# Ana Silva: growth plan · *Tue 24 Nov 2026*

Towards Two (L2) of the ladder Small ladder.

## Goals

### a secret wish · *due Mon 30 Nov* · `{short["secret"]}`

### Builds a pipeline that runs at night. · *due Fri 18 Dec* · `{short["pipe"]}`

Today: doing with help, under Data.

- Tue 24 Nov: first night run
- Tue 24 Nov: no time · *did not come nearer*

### give a talk · `{short["talk"]}`

## Not there yet, and no goal is open

- Data: Checks incoming tables. · *starting*
   - make it a goal: `growth goal add --from small/data-3 --due 3m`

## Steps from feedback and mentoring

- [ ] cut reviews to a page · *due Tue 1 Dec* · `{step}`

## Who helps

- **Mika Rautio** as a mentor: write shorter

## Learned · *2026-H2*

- Freed memory is not returned · *Tue 24 Nov* · `{short["learned"]}`

## Reached

- [x] read the paper · *reached Tue 24 Nov* · `{short["done"]}`

## Dates

- **Mon 30 Nov** a secret wish · `{short["secret"]}`
- **Tue 1 Dec** cut reviews to a page · `{step}`
- **Fri 18 Dec** Builds a pipeline that runs at night. · `{short["pipe"]}`
- **Thu 31 Dec** the end of 2026-H2, and of its assessment

"""
    )


def test_a_plan_for_my_manager_without_the_assessment(growth: Growth, planned: dict[str, str]) -> None:
    found = growth("report growth-plan --for manager")
    assert found.err == "withheld from Eva Lindholm: 3 records\n"
    assert (
        found.out.split("## Records cited")[0]
        == """\
*For my manager, from Ana Silva*

# Ana Silva: growth plan · *Tue 24 Nov 2026*

## Goals

### Builds a pipeline that runs at night. · *due Fri 18 Dec* · [1]

- Tue 24 Nov: first night run
- Tue 24 Nov: no time · *did not come nearer*

### give a talk · [2]

## Learned · *since 24 May 2026*

- Freed memory is not returned · *Tue 24 Nov* · [4]

## Reached

- [x] read the paper · *reached Tue 24 Nov* · [3]

## Dates

- **Fri 18 Dec** Builds a pipeline that runs at night. · [1]

"""
    )
    growth.ok(f"edit {planned['assessment']} --share manager")
    assert "Today: doing with help, under Data." in growth("report growth-plan --for manager").out
    assert growth(f"report growth-plan --for manager --assessment {planned['assessment']}").code == 0


def test_an_empty_plan_says_how_it_fills(growth: Growth) -> None:
    assert (
        growth.ok("report growth-plan")
        == """\
*For you only. To send: `growth report growth-plan --for manager`*

# Growth plan · *Tue 24 Nov 2026*

## Goals

No goal is open: `growth goal add 'what I want to be able to do' --due 3m`

No assessment says where you stand: `growth assess start --target L5`

## Learned

Nothing learned is logged since 24 May 2026: `growth log -k learning 'what I know now that I did not'`
"""
    )
    assert growth("report growth-plan --for team").out.endswith("\n\nThere is nothing to show.\n")


def test_a_goal_that_went_quiet_is_asked_for(growth: Growth) -> None:
    id = growth.ok("goal add 'give a talk' --due 2026-12-01", now="2026-09-01T10:00:00+00:00").strip()
    document = growth.ok("report growth-plan")
    assert f"not looked at it for a month: `growth goal checkin {id[-4:]} 'what moved" in document


def test_a_goal_is_shared_with_manager_or_team(growth: Growth) -> None:
    id = growth.ok("goal add 'give a talk'").strip()
    said = "growth: a goal is with nobody\n        --share manager, or --share team\n"
    assert growth(f"edit {id} --share person") == ("", said, 2)
    assert growth("goal add x --share person") == ("", said, 2)
    growth.ok(f"edit {id} --share team")
    assert "give a talk" in growth("report growth-plan --for team").out


def test_other_reports_are_of_no_assessment(growth: Growth) -> None:
    assert growth("report brag --assessment x") == (
        "", "growth: brag is of no assessment\n        leave --assessment out\n", 2
    )  # fmt: skip


def test_a_step_that_is_late_says_so(growth: Growth, planned: dict[str, str]) -> None:
    def step(now: str) -> str:
        plan = growth.ok("report growth-plan", now=now)
        return next(line for line in plan.splitlines() if line.startswith("- [ ]")).rpartition(" · ")[0]

    assert step("2026-12-01T10:00:00+00:00") == "- [ ] cut reviews to a page · *due Tue 1 Dec*"
    assert step("2026-12-02T10:00:00+00:00") == "- [ ] cut reviews to a page · **1 day late**"
