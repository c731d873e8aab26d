"""Two people judge one of them, and hand each other how: what arrives, what it shows, what never leaves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

from .laddered import SUMMARY, log, write_ladder

LATER = "2026-11-25T10:00:00+00:00"
X = "canary"


class Two:
    """Ana and Eva, her manager, each with a home of their own; `ana` and `eva` run a command there."""

    def __init__(self, ana: Growth, eva: Growth, place: Path) -> None:
        self.ana, self.eva, self.place = ana, eva, place
        self.said: list[str] = []

    def hand(self, giver: Growth, whom: str, taker: Growth, now: str = LATER) -> bytes:
        """Hand a bundle over; return what is in it."""
        path = self.place / "handed.bundle"
        made = giver(["bundle", "make", "--for", whom, "-o", str(path), "-y"], now=now)
        assert made.code == 0, made
        opened = taker(["bundle", "open", str(path)], now=now)
        assert opened.code == 0, opened
        self.said = opened.err.splitlines()
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
    two.hand(two.eva, "@ana", two.ana, now="2026-11-25T11:00:00+00:00")
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
    two.eva.ok("people add kim --name 'Kim Okafor' --relation direct")
    gap, empty = json.loads(two.eva.ok("assess gaps --theme data --json"))
    assert gap["flags"] == ["own-word"]
    (id,) = [line.split()[0] for line in two.eva.ok("assess list").splitlines()]
    assert [step["command"] for step in gap["next"]] == [
        f"growth assess evidence data-2 --assessment {id}",
        "growth feedback ask kim --about @ana --question "
        f"'When did you see @ana do this, and what came of it: {SUMMARY}'",
    ]
    assert empty["next"][0] == {"why": "note it if you saw it", "command": "growth note ana -t data"}
    shown = two.eva.terminal("assess gaps", env={"NO_COLOR": "1"}).out
    assert "only their own word" in " ".join(shown.split())


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


def rate(growth: Growth, *said: str) -> None:
    for one in said:
        growth.ok(f"assess rate {one}")
    assert growth("assess finish --yes").code == 0


@pytest.fixture
def judged(two: Two) -> Two:
    """Both have judged Ana at L2, and neither has seen how the other did."""
    two.ana.ok("assess start --ladder small --target L2 --period 2026-H2 --share manager")
    rate(
        two.ana,
        "data-2 --as doing --statement 'It runs each night since March'",
        "data-3 --as starting",
        "talk-1 --as with-help",
    )
    two.eva.ok("assess start --about ana --ladder small --target L2 --period 2026-H2 --share person")
    rate(
        two.eva,
        "data-2 --as with-help --statement 'Bo helped with the alarms'",
        "data-3 --as starting --statement 'The first check is in'",
    )
    return two


def test_mine_beside_my_managers(judged: Two) -> None:
    judged.hand(judged.eva, "@ana", judged.ana)
    assert judged.said == [
        "Eva Lund, made 2026-11-25 10:00: 1 new, 0 changed, 0 withdrawn",
        "how they judge is among it: growth assess list, growth assess compare",
    ]
    mine, hers = judged.ana.ok("assess list").splitlines()
    assert mine.endswith("  me  small  L2  2026-H2  3 judged  finished 2026-11-24")
    assert hers.startswith("eva:a261124-")
    assert hers.endswith("  me, by Eva Lund  small  L2  2026-H2  2 judged  finished 2026-11-24")
    expected = "data-2  doing  with-help  -1\ndata-3  starting  starting  0\ntalk-1  with-help  -  -\n"
    assert judged.ana.ok("assess compare") == expected
    assert judged.ana.ok(f"assess compare {mine.split()[0]} --with eva") == expected
    assert judged.ana.ok(f"assess compare {mine.split()[0]} {hers.split()[0]}") == expected
    found = json.loads(judged.ana.ok("assess compare --json"))
    assert (found["by"], found["second"]) == (["me", "eva"], hers.split()[0])
    assert found["rows"][0]["second_said"] == "Bo helped with the alarms"
    assert judged.ana.terminal("assess compare", env={"NO_COLOR": "1"}).out == (
        "me, 2026-H2 L2  beside  Eva Lund, 2026-H2 L2\n"
        "1 alike; Eva Lund: 0 higher, 1 lower; 1 by one alone\n"
        "to talk about: data-2\n"
        "Data\n"
        f"≠ data-2  {SUMMARY}\n"
        "      ■■■■·  doing                 me\n"
        "             «It runs each night since March»\n"
        "      ■■■··  doing with help       Eva Lund\n"
        "             «Bo helped with the alarms»\n"
        "  data-3  Checks incoming tables.\n"
        "      ■■···  starting              both\n"
        "             Eva Lund: «The first check is in»\n"
        "Talking\n"
        "  talk-1  Explains a result to the people who asked.\n"
        "      ■■■··  doing with help       me\n"
        "      ·····  not judged            Eva Lund\n"
    )


def test_where_none_is_named_it_is_the_newest_that_both_judged(judged: Two) -> None:
    judged.hand(judged.eva, "@ana", judged.ana)
    (mine, _) = judged.ana.ok("assess list").splitlines()
    new = judged.ana.ok("assess start --ladder small --target L2 --period 2026-H1").strip()
    judged.ana.ok("assess rate data-2 --as starting")
    for command in ("assess compare", "assess compare --with eva"):
        found = json.loads(judged.ana.ok(f"{command} --json"))
        assert (found["first"], found["titles"]) == (mine.split()[0], ["2026-H2 L2", "2026-H2 L2"])
    assert (
        "has handed you no finished assessment of you" in judged.ana(f"assess compare {new} --with eva").err
    )


def test_hers_of_ana_beside_how_ana_judges_herself(judged: Two) -> None:
    judged.hand(judged.ana, "manager", judged.eva)
    assert judged.eva.ok("assess list").splitlines()[1].split("  ")[1] == "Ana Silva, themselves"
    assert judged.eva.ok("assess compare").splitlines()[0] == "data-2  with-help  doing  +1"


def test_theirs_is_shown_by_their_words_and_never_changed(judged: Two) -> None:
    judged.hand(judged.eva, "@ana", judged.ana)
    hers = judged.ana.ok("assess list").splitlines()[1].split()[0]
    # Ana has lost the ladder: what she was handed brings its texts along.
    (judged.ana.home / "templates" / "ladders" / "small.toml").unlink()
    shown = judged.ana.terminal(f"assess show {hers}").out
    assert "Eva Lund handed you this; it is read-only" in shown
    assert "Builds a pipeline" in shown and "«Bo helped with the alarms»" in shown
    assert "L2: doing 0 of the 2 judged" in shown
    for command in (
        "rate data-2 --as doing --assessment",
        "finish",
        "reopen",
        "evidence data-2 --confirm last --assessment",
    ):
        result = judged.ana(f"assess {command} {hers}")
        assert (result.code, result.err.splitlines()[0]) == (
            1, f"growth: {hers} is not yours: what others shared stays as it is",
        ), command  # fmt: skip


def test_a_ladder_that_changed_in_between_is_said(judged: Two) -> None:
    write_ladder(judged.eva, "Builds a pipeline that heals itself.", "2")
    judged.eva.ok("assess reopen")
    judged.eva.ok(
        "assess start --about ana --ladder small --target L2 --period 2026-Q4 --share person", now=LATER
    )
    judged.eva.ok("assess rate data-2 --as doing --statement 'It healed'", now=LATER)
    assert judged.eva("assess finish --yes", now=LATER).code == 0
    judged.hand(judged.eva, "@ana", judged.ana)
    result = judged.ana("assess compare")
    assert (result.code, result.err) == (
        0, "warning: the ladder changed between 1 and 2; other words: data-2\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("assess compare", 1, "Eva Lund has handed you no finished assessment of you on small in 2026-H2"),
        (
            "assess compare --with kim",
            1,
            "kim has handed you no finished assessment of you on small in 2026-H2",
        ),
        ("assess compare last last --with eva", 2, "two assessments are named, and a person"),
        ("assess compare eva:7k3q", 1, "nothing of eva was opened"),
        ("assess start --target L2 --about eva --share team", 2, "how you judge eva is never for the team"),
        ("assess start --target L2 --share person", 2, "an assessment of yourself is with nobody"),
        ("edit last --share person", 2, "an assessment of yourself is with nobody"),
    ],
)
def test_what_cannot_be(judged: Two, command: str, code: int, message: str) -> None:
    result = judged.ana(command)
    assert (result.code, result.err.splitlines()[0]) == (code, f"growth: {message}")


def test_without_a_manager_it_asks_whose(growth: Growth) -> None:
    write_ladder(growth)
    growth.ok("assess start --ladder small --target L2")
    assert growth("assess compare").err == (
        "growth: you have no manager here whose ratings could stand beside yours\n"
        "        say whose: growth assess compare --with eva; or two of yours: growth assess compare ID ID\n"
    )


# -- what never leaves ---------------------------------------------------------------------------------


def test_how_somebody_is_judged_goes_to_nobody_else_and_never_to_a_team(judged: Two) -> None:
    """Whatever its share is, set by hand in the file too, and whoever asks."""
    judged.eva.ok("people add max --name 'Max Berg' --relation manager")
    judged.eva.ok("people add bo --name 'Bo Tran' --relation direct")
    (one,) = [line.split()[0] for line in judged.eva.ok("assess list").splitlines()]
    words = ("Bo helped with the alarms", "The first check is in")
    seen = {"private": "", "person": "@ana", "manager": "manager @max"}
    for share, readers in seen.items():
        judged.eva.ok(f"edit {one} --share {share}")
        for whom in ("team", "manager", "@max", "@ana", "@bo"):
            path = judged.place / f"{share}{whom}.bundle"
            assert judged.eva(["bundle", "make", "--for", whom, "-o", str(path), "-y"]).code == 0
            text = path.read_text()
            assert all((word in text) == (whom in readers.split()) for word in words), (share, whom)
            assert ("a261124" in text) == (whom in readers.split())
    refused = judged.eva(f"edit {one} --share team")
    assert (refused.code, refused.err.splitlines()[0]) == (
        2, "growth: how you judge ana is never for the team",
    )  # fmt: skip


def test_what_is_not_finished_stays_and_is_named(judged: Two) -> None:
    judged.eva.ok("assess reopen")
    (one,) = [line.split()[0] for line in judged.eva.ok("assess list").splitlines()]
    path = judged.place / "open.bundle"
    result = judged.eva(["bundle", "make", "--for", "@ana", "-o", str(path), "-y"])
    assert f"{one} stays until it is finished: growth assess finish {one}\n" in result.err
    assert "alarms" not in path.read_text()
    assert "stays until" not in judged.eva(["bundle", "make", "--for", "team", "-o", str(path), "-y"]).err


def test_nothing_goes_along_that_helped_to_judge(judged: Two) -> None:
    """Reasons, rejected evidence, and evidence that Ana may not see stay with Eva."""
    judged.eva.ok("assess reopen")
    judged.eva.ok("note ana", stdin=f"Builds a pipeline for the night, {X}-note\n")
    judged.eva.ok(["log", f"The pipeline of Ana {X}-entry", "-w", "ana"])
    judged.eva.ok(["log", "The pipeline runs at night", "-w", "ana", "--share", "person"])
    judged.eva.ok("people add bo --name 'Bo Tran' --relation direct")
    said = judged.eva(
        "feedback got bo 'The pipeline never wakes me at night' --about @ana --may-tell subject --named"
        " --share person"
    ).out.strip()
    judged.eva.ok(f"feedback got bo 'The night pipeline {X}-answer' --about @ana")
    ids = [one["id"] for one in proposals(judged.eva)]
    assert len(ids) == 3
    shared = [one["id"] for one in json.loads(judged.eva.ok("list --json")) if one["title"].endswith("night")]
    for identifier in [*ids, *shared]:
        judged.eva.ok(f"assess evidence data-2 --confirm {identifier} {X}-reason")
    judged.eva.ok(f"thumb down data-3@{shared[0]} {X}-down")
    judged.eva("assess finish --yes")
    handed = judged.hand(judged.eva, "@ana", judged.ana).decode()
    assert X not in handed
    (hers,) = [one for one in json.loads(judged.ana.ok("assess list --json")) if one["id"].startswith("eva:")]
    assert {link["record"] for link in hers["evidence"]} == {f"eva:{shared[0]}", f"eva:{said}"}
    # And what Ana was handed, she does not hand on.
    path = judged.place / "on.bundle"
    for whom in ("manager", "team", "@eva"):
        assert judged.ana(["bundle", "make", "--for", whom, "-o", str(path), "-y"]).code == 0
        assert "alarms" not in path.read_text()


# -- what is held, and how it goes ---------------------------------------------------------------------


def test_how_somebody_is_judged_is_held_about_them(judged: Two) -> None:
    judged.hand(judged.ana, "manager", judged.eva)
    (mine,) = [line.split()[0] for line in judged.eva.ok("assess list").splitlines()[:1]]
    held = judged.eva.ok("people about ana")
    assert (
        "## How I judge · *1*\n\n"
        f"- **assessment** of Ana Silva on small L2, 2026-H2 · *finished Tue 24 Nov* · `{mine[-4:]}`\n"
        "   - data-2: doing with help “Bo helped with the alarms”\n"
        "   - data-3: starting “The first check is in”\n"
    ) in held
    assert "## Shared with me by Ana Silva\n\n- **assessment** of Ana Silva on small L2, 2026-H2" in held
    assert "   - data-2: doing “It runs each night since March”\n" in held


def test_who_is_forgotten_takes_along_how_they_were_judged_and_what_they_showed(judged: Two) -> None:
    log(judged.ana, "The pipeline runs at night", "--share", "manager", "-w", "eva")
    judged.hand(judged.ana, "manager", judged.eva)
    judged.eva.ok("assess start --ladder small --target L2 --period 2026-H2", now=LATER)
    ref = proposals(judged.eva)[0]["id"]
    kept = log(judged.eva, "The pipeline runs at night")
    judged.eva.ok(f"assess evidence data-2 --confirm {ref} --confirm {kept}")
    assert judged.eva("forget @ana -y").code == 0
    (mine,) = json.loads(judged.eva.ok("assess list --json"))
    assert [link["record"] for link in mine["evidence"]] == [kept]
    assert judged.eva("forget " + kept + " -y").code == 0
    (mine,) = json.loads(judged.eva.ok("assess list --json"))
    assert mine["evidence"] == []
    assert judged.eva("doctor").code == 0
    left = [path for path in judged.eva.home.rglob("*.json*") if b"alarms" in path.read_bytes()]
    assert left == []


def without_ladder(growth: Growth) -> None:
    (growth.home / "templates/ladders/small.toml").unlink()


@pytest.fixture
def handed(two: Two) -> Two:
    """Ana has judged herself by a ladder that Eva does not have, and handed it to her."""
    without_ladder(two.eva)
    two.ana.ok("assess start --ladder small --target L2 --period 2026-H2 --share manager")
    rate(two.ana, "data-2 --as doing --statement 'It runs each night since March'")
    two.hand(two.ana, "manager", two.eva)
    return two


def test_what_they_judged_by_came_with_it(handed: Two) -> None:
    assert handed.said[-1] == "so is the ladder they judge by: growth ladder show ana:small"
    listed = handed.eva.ok("ladder list").splitlines()
    assert [line.split()[:2] for line in listed if "small" in line] == [["ana:small", "ana"]]
    for name in ("ana:small", "small"):
        assert SUMMARY in handed.eva.ok(f"ladder show {name}")
    assert 'id = "small"' in handed.eva.ok("ladder export ana:small")


def test_their_ladder_is_judged_by_without_importing_it(handed: Two) -> None:
    id = handed.eva.ok("assess start --about ana --period 2026-H2").strip()
    handed.eva.ok("assess rate data-2 --as with-help")
    assert handed.eva.ok("assess compare").splitlines()[0] == "data-2  with-help  doing  +1"
    # It stays, whatever they withdraw.
    hers = handed.ana.ok("assess list").split()[0]
    handed.ana.ok(f"edit {hers} --share private")
    handed.hand(handed.ana, "manager", handed.eva, now="2026-11-26T10:00:00+00:00")
    assert "talk-1  -  0" in handed.eva.ok(f"assess show {id}").splitlines()
    handed.eva.ok("assess rate data-3 --as starting")
    assert handed.eva("ladder show small").err.startswith("growth: there is no ladder 'small'\n")


def test_a_ladder_of_mine_goes_before_theirs_of_the_same_name(handed: Two) -> None:
    write_ladder(handed.eva, "Builds it in another way.", "2")
    assert "Builds it in another way." in handed.eva.ok("ladder show small")
    assert SUMMARY in handed.eva.ok("ladder show ana:small")
    handed.eva.ok("assess start --about ana --ladder ana:small --target L2")
    assert json.loads(handed.eva.ok("assess list --json"))[0]["version"] == "1"
    write_ladder(handed.eva)
    assert "ana:small" not in handed.eva.ok("ladder list")
