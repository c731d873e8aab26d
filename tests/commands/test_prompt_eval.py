"""A prompt on trial: cases made of runs, versions side by side, and another tool that tries the same."""

import json
import sys
from pathlib import Path

import yaml

from growth.rules.prompt import version
from tests.commands.test_draft import ASKED, honest, lived, lying, program
from tests.commands.test_draft_accept import drafted
from tests.conftest import Growth

CASE = """\
withheld = ["The merger is called off and nobody knows"]

[[people]]
name = "Zed Quill"

[brief]
writer = "Ada Example"
reader = "my manager"

[[brief.records]]
ref = "j260301-0001"
day = "2026-03-01"
head = "win: Cut the p99 of the ranker"
lines = ["number: p99, from 480 ms to 210 ms"]

[expect]
cites = ["j260301-0001"]
contains = ["210 ms"]
never = ["synergy"]
words = 20
"""


def cases(tmp_path: Path) -> str:
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "one.toml").write_text(CASE)
    return str(folder)


def by_prompt(tmp_path: Path, new: str, old: str) -> str:
    """Return a program that answers one thing where the prompt asks for two sentences, else another."""
    script = tmp_path / "both.py"
    script.write_text(f"import sys\nprint({new!r} if 'two sentences' in sys.stdin.read() else {old!r})\n")
    return f"{sys.executable} {script}"


GOOD = "The p99 went from 480 to 210 ms [j260301-0001]."
BAD = "Synergy with Zed Quill: the merger is called off and nobody knows, 37 % of it."


def test_a_case_says_what_does_not_hold(growth: Growth, tmp_path: Path) -> None:
    folder = cases(tmp_path)
    now = version(ASKED.text)
    passed = growth(["prompt", "eval", "brag", "--cases", folder, "--run", program(tmp_path, GOOD)])
    assert passed == (
        f"{'case':<24}  {now}\n{'one':<24}  passed  \n{'passed':<24}  1 of 1  \n", "", 0
    )  # fmt: skip
    failed = growth(["prompt", "eval", "brag", "--cases", folder, "--run", program(tmp_path, BAD)])
    assert failed.code == 1
    assert failed.out.splitlines()[2:] == [
        f"  {now}  does not cite j260301-0001",
        f"  {now}  does not say: 210 ms",
        f"  {now}  says: synergy",
        f"  {now}  person: Zed Quill: Zed Quill is not in any record it was given",
        f"  {now}  private: the merger is called off and nobody knows: these words stand in a record that it "
        "was not given",
        f"  {now}  number: 37 %: this number is not in any record it was given",
        f"{'passed':<24}  0 of 1  ",
    ]


def test_two_versions_stand_side_by_side_and_the_worse_one_is_told(growth: Growth, tmp_path: Path) -> None:
    folder, before = cases(tmp_path), version(ASKED.text)
    growth("prompt new brag")
    path = growth.home / "templates" / "prompts" / "brag.md"
    path.write_text(ASKED.text.replace("three sentences", "two sentences"))
    line = ["prompt", "eval", "brag", "--cases", folder, "--against", before, "--run"]
    worse = growth([*line, by_prompt(tmp_path, "Nothing.", GOOD)])
    assert worse.code == 1
    assert worse.out.splitlines()[1] == f"{'one':<24}  failed    passed    worse than before"
    better = growth([*line, by_prompt(tmp_path, GOOD, "Nothing.")])
    assert (better.code, better.out.splitlines()[-1]) == (0, f"{'passed':<24}  1 of 1    0 of 1  ")
    told = json.loads(growth([*line, by_prompt(tmp_path, GOOD, "Nothing."), "--json"]).out)
    assert [(one["version"], one["amiss"]) for one in told] == [
        (version(path.read_text()), []),
        (before, ["does not cite j260301-0001", "does not say: 210 ms"]),
    ]


def test_a_run_becomes_a_case_that_holds_nothing_withheld(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    folder = tmp_path / "made"
    good = drafted(growth, tmp_path, honest(ids))
    bad = drafted(growth, tmp_path, lying(ids))
    growth(f"thumb up {good}")
    kept = growth.ok(["prompt", "eval", "--from", good, "--cases", str(folder)]).strip()
    assert kept == str(folder / f"{good}.toml")
    assert f'cites = [\n    "{ids["cut"]}",\n    "{ids["loader"]}",\n]' in Path(kept).read_text()
    lies = Path(growth.ok(["prompt", "eval", "--from", bad, "--cases", str(folder)]).strip()).read_text()
    assert 'never = [\n    "37 %",\n]' in lies
    assert "Zed" not in lies and "leave before" not in lies
    line = ["prompt", "eval", "brag", "--cases", str(folder), "--run"]
    assert growth([*line, program(tmp_path, honest(ids))]).code == 0
    assert growth([*line, program(tmp_path, lying(ids))]).code == 1
    growth(f"edit {ids['cut']} -m 'Cut something else'")
    assert (
        "says something else now"
        in growth(["prompt", "eval", "--from", good, "--cases", str(tmp_path / "x")]).err
    )


def test_what_is_no_case_is_refused_with_its_field(growth: Growth, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    assert growth(["prompt", "eval", "brag", "--cases", str(folder), "--run", "cat"]).err == (
        f"growth: {folder} holds no case\n"
        f"        make one of a run: growth prompt eval --from ID --cases {folder}\n"
    )
    (folder / "a.toml").write_text("[expect]\nwordz = 3\n")
    refused = growth(["prompt", "eval", "brag", "--cases", str(folder), "--run", "cat"])
    assert (refused.code, "a.toml is no case: expect: there is no field wordz" in refused.err) == (1, True)
    assert growth("prompt eval brag --run cat").code == 2
    assert growth(["prompt", "eval", "--cases", str(folder), "--run", "cat"]).code == 2


def test_a_prompt_of_the_register_is_evaluated_by_its_cases(growth: Growth, tmp_path: Path) -> None:
    growth.ok("practice add prompt brag --version old --share manager")
    assert "no eval has a value for it" in growth("practice check").out
    now = version(ASKED.text)
    line = ["prompt", "eval", "brag", "--cases", cases(tmp_path), "--run"]
    failed = growth([*line, program(tmp_path, BAD)])
    assert (failed.err, failed.code) == (
        f"in the register: brag on cases: pass rate 0.00%, of {now}, 0 of 1 passed\n", 1
    )  # fmt: skip
    assert growth([*line, program(tmp_path, GOOD)]).err == (
        f"in the register: brag on cases: pass rate 100.00%, of {now}, 1 of 1 passed\n"
    )
    assert growth([*line, program(tmp_path, GOOD)]).err == ""
    assert "no eval has a value for it" not in growth("practice check").out
    (one,) = [it for it in json.loads(growth.ok("practice list --json")) if it["kind"] == "eval"]
    assert (one["prompts"], one["share"]) == (["brag"], "manager")
    assert [(it["version"], it["value"]) for it in one["states"]] == [(now, "0.00%"), (now, "100.00%")]


def test_promptfoo_gets_the_prompt_and_the_cases(growth: Growth, tmp_path: Path) -> None:
    folder = cases(tmp_path)
    text = growth.ok(["prompt", "export", "brag", "--promptfoo", "--cases", folder, "--run", "llm -m local"])
    config = yaml.safe_load(text)
    assert config["providers"] == ["exec: llm -m local"]
    assert config["prompts"][0]["id"] == f"brag@{version(ASKED.text)}"
    assert config["prompts"][0]["raw"].endswith("{% endraw %}\n\n{{brief}}")
    (test,) = config["tests"]
    assert "[j260301-0001] 2026-03-01, win: Cut the p99 of the ranker" in test["vars"]["brief"]
    assert test["assert"] == [
        {"type": "contains", "value": "j260301-0001"},
        {"type": "contains", "value": "210 ms"},
        {"type": "not-icontains", "value": "synergy"},
        {"type": "javascript", "value": "output.trim().split(/\\s+/).length <= 20"},
    ]
    out = tmp_path / "promptfooconfig.yaml"
    growth(["prompt", "export", "brag", "--promptfoo", "-o", str(out)])
    assert out.stat().st_mode & 0o777 == 0o600
    assert growth("prompt export brag").code == 2
