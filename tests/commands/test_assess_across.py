"""Two people judge one of them, and hand each other how: what arrives, what it shows, what never leaves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

from .laddered import log, write_ladder

LATER = "2026-11-25T10:00:00+00:00"
X = "canary"


class Two:
    """Ana and Eva, her manager, each with a home of their own; `ana` and `eva` run a command there."""

    def __init__(self, ana: Growth, eva: Growth, place: Path) -> None:
        self.ana, self.eva, self.place = ana, eva, place

    def hand(self, giver: Growth, whom: str, taker: Growth, now: str = LATER) -> bytes:
        """Hand a bundle over; return what is in it."""
        path = self.place / "handed.bundle"
        made = giver(["bundle", "make", "--for", whom, "-o", str(path), "-y"], now=now)
        assert made.code == 0, made
        opened = taker(["bundle", "open", str(path)], now=now)
        assert opened.code == 0, opened
        return path.read_bytes()


@pytest.fixture
def two(growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    eva = Growth(tmp_path / "eva", monkeypatch)
    known = [("ana", "eva", "Eva Lund", "manager"), ("eva", "ana", "Ana Silva", "direct")]
    homes: dict[str, Any] = {"ana": At(growth, growth.home), "eva": At(growth, eva.home)}
    for me, other, name, relation in known:
        homes[me].ok(["people", "add", other, "--name", name, "--relation", relation])
        homes[me]("config set me.handle " + me)
        write_ladder(homes[me])
    return Two(homes["ana"], homes["eva"], tmp_path)


class At(Growth):
    """A home that is named on the command line."""

    def __init__(self, growth: Growth, home: Path) -> None:
        super().__init__(home, growth._patch)

    def _args(self, command: Any) -> list[str]:
        import shlex

        return ["--home", str(self.home), *(shlex.split(command) if isinstance(command, str) else command)]

    def __call__(self, command: Any, **more: Any) -> Any:
        return super().__call__(self._args(command), **more)

    def terminal(self, command: Any, **more: Any) -> Any:
        return super().terminal(self._args(command), **more)


def proposals(growth: Growth, criterion: str = "data-2") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth.ok(f"assess evidence {criterion} --json"))["proposals"]
    return [one["material"] for one in found]


def test_what_my_manager_saw_of_me_is_proposed_confirmed_and_counted(two: Two) -> None:
    two.eva.ok(["log", "Thanks: the pipeline runs at night", "-k", "kudos", "-w", "ana", "--share", "person"])
    two.eva(
        "feedback give ana --behaviour 'Built the pipeline that runs at night' --impact 'no page' "
        "--share person"
    )
    two.hand(two.eva, "@ana", two.ana)
    two.ana.ok("assess start --ladder small --target L2 --period 2026-H2")
    found = proposals(two.ana)
    assert [(one["kind"], one["source"], one["person"]) for one in found] == [
        ("thanks", "manager", "eva"), ("answer", "manager", "eva"),
    ]  # fmt: skip
    ref = found[0]["id"]
    assert ref.startswith("eva:j")
    shown = two.ana.terminal("assess evidence data-2").out
    assert f"--confirm eva:{ref[-4:]}" in shown
    two.ana.ok(f"assess evidence data-2 --confirm eva:{ref[-4:]}")
    two.ana.ok(f"thumb down data-2@{found[1]['id']} 'another pipeline'")
    assert proposals(two.ana) == []
    (gap,) = json.loads(two.ana.ok("assess gaps --theme data --json"))[:1]
    assert (gap["evidence"], gap["sources"], gap["flags"]) == (1, {"manager": 1}, ["one-person"])
    two.ana.ok("assess rate data-2 --as doing")
    # What she takes back is gone, and said to be.
    assert "Thanks: the pipeline" in two.ana.terminal("assess show").out
    two.eva(["delete", ref.partition(":")[2], "-y"])
    two.hand(two.eva, "@ana", two.ana)
    assert "(this record is gone)" in two.ana.terminal("assess show").out


def test_her_own_work_shows_what_my_direct_can_do_by_her_own_word(two: Two) -> None:
    log(two.ana, "The pipeline runs at night", "--share", "manager")
    log(two.ana, "The pipeline at night cost me sleep", "--share", "private")
    two.hand(two.ana, "manager", two.eva)
    two.eva.ok("assess start --about ana --ladder small --target L2 --period 2026-H2")
    two.eva.ok("note ana", stdin="Built the pipeline that runs at night, unasked\n")
    assert [(one["source"], one["person"]) for one in proposals(two.eva)] == [("manager", "me"), ("self", "")]
    (theirs,) = [one["id"] for one in proposals(two.eva) if one["id"].startswith("ana:")]
    two.eva.ok(f"assess evidence data-2 --confirm {theirs}")
    (gap,) = json.loads(two.eva.ok("assess gaps --theme data --json"))[:1]
    assert gap["flags"] == ["own-word"]


def test_what_cannot_show_anything_is_refused(two: Two) -> None:
    log(two.ana, "x", "--share", "manager")
    two.hand(two.ana, "manager", two.eva)
    two.eva.ok("assess start --ladder small --target L2 --period 2026-H2")
    (entry,) = json.loads(two.eva.ok("list --of ana --json"))
    result = two.eva(f"assess evidence data-2 --confirm ana:{entry['id']}")
    assert (result.code, result.err.splitlines()[0]) == (
        1, f"growth: ana:{entry['id']} cannot show anything",
    )  # fmt: skip
    assert two.eva("assess evidence data-2 --confirm kim:7k3q").err.startswith(
        "growth: nothing of kim was opened\n"
    )
