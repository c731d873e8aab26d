"""What is to mend of practice, on the sheet of whom it concerns."""

from pathlib import Path

import pytest

from tests.conftest import Growth


@pytest.fixture
def kept(growth: Growth) -> dict[str, str]:
    """A register of mine, in which one pipeline is Bo's; Dana leads me."""
    growth.ok("people add dana --name 'Dana Ortiz' --relation manager")
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    made = {
        "mine": "pipeline train --trigger by-hand --share manager",
        "bo": "pipeline sync --trigger by-hand --owner bo --share person",
        "data": "dataset answers --role fine-tuning",
    }
    return {name: growth.ok(f"practice add {words}").strip()[-4:] for name, words in made.items()}


def section(text: str) -> str:
    return text.partition("## Practice to mend")[2].partition("\n\n## ")[0].partition("\n\nThen")[0]


def test_what_is_mine_stands_on_the_sheet_for_my_manager(growth: Growth, kept: dict[str, str]) -> None:
    assert section(growth.ok("prep dana")) == (
        " · *2*\n\n"
        f"- **untraced-data** answers: it has no licence and no owner · `{kept['data']}`\n"
        f"- **by-hand** train: somebody starts it · `{kept['mine']}`"
    )
    shared = growth("prep dana --for @dana").out
    assert "train: somebody starts it" in shared and "answers" not in shared
    assert "practice check" not in shared
    growth.ok(f"thumb down by-hand@{kept['mine']} twice a year")
    assert "by-hand" not in growth.ok("prep dana")


def test_what_is_somebody_elses_stands_on_theirs(growth: Growth, kept: dict[str, str]) -> None:
    assert section(growth.ok("prep bo")) == (
        f" · *1*\n\n- **by-hand** sync: somebody starts it · `{kept['bo']}`"
    )
    assert "sync: somebody starts it" in growth("prep bo --for @bo").out


def test_without_a_register_a_sheet_has_no_such_part(growth: Growth) -> None:
    growth.ok("people add dana --relation manager")
    assert "Practice" not in growth.ok("prep dana")


def test_what_a_direct_shared_stands_on_theirs_for_me(
    growth: Growth, kept: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growth("config set me.handle ana")
    growth.ok("practice add prompt judge --share manager")
    growth(f"bundle make --for manager -o {tmp_path}/out.json")
    monkeypatch.setenv("GROWTH_HOME", str(tmp_path / "other"))
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    assert growth(f"bundle open {tmp_path}/out.json -y").code == 0
    text = growth.ok("prep ana")
    # That a prompt was never evaluated may only not have been shared.
    assert section(text) == (f" · *1*\n\n- **by-hand** train: somebody starts it · `ana:{kept['mine']}`")
    assert "pipeline, by hand" in growth(f"show ana:{kept['mine']}").out
    assert "Practice to mend" not in growth("prep ana --for @ana").out


def test_a_summary_tells_what_was_to_mend_at_the_end_of_its_time(growth: Growth) -> None:
    october, november = "2026-10-20T10:00:00+00:00", "2026-11-10T10:00:00+00:00"
    growth.ok("people add dana --name 'Dana Ortiz' --relation manager")
    one = growth.ok(
        "practice add pipeline train --trigger automated --every 30d --share manager -d 2026-09-20",
        now=october,
    ).strip()[-4:]
    growth.ok("practice state train -d 2026-11-03", now=november)
    two = growth.ok("practice add dataset answers --role fine-tuning -d 2026-11-05", now=november).strip()[
        -4:
    ]
    other = growth.ok("practice add pipeline sync --trigger by-hand --owner dana --share team").strip()[-4:]

    def told(command: str) -> str:
        return section(growth(f"report summary {command}").out).partition("\n\n*")[0].rstrip()

    assert told("--period 2026-10") == (
        f" · *1*\n\n- **overdue-run** train: it is to run every 30 days, it has not run in 41 days · `{one}`"
    )
    assert told("--period 2026-09") == ""
    assert told("--period 2026-11") == (
        f" · *1*\n\n- **untraced-data** answers: it has no licence and no owner · `{two}`"
    )
    assert told("--period 2026-11 --for manager") == ""
    assert told("--period 2026-10 --for manager").endswith("it has not run in 41 days · [1]")
    assert other not in growth("report summary --period 2026-11").out
    assert told("--period 2026-10 --project x") == ""


def test_what_was_claimed_long_ago_is_told_by_the_check_alone(growth: Growth) -> None:
    growth.ok("people add dana --name 'Dana Ortiz' --relation manager")
    growth.ok("practice add model ranker --share manager -d 2025-01-10")
    claim = "log 'Better answers' -k win --metric 'accuracy: 0.8 -> 0.9' --share manager"
    growth.ok(f"{claim} -d 2025-06-01")
    assert "bare-claim" not in growth.ok("prep dana")
    assert "bare-claim" not in growth.ok("report summary --period 2025-07")
    assert "bare-claim" in growth.ok("report summary --period 2025-06")
    assert "bare-claim" in growth.ok("practice check")
    growth.ok(f"{claim} -d 2026-06-01")
    assert section(growth.ok("prep dana")).count("bare-claim") == 1
