"""growth practice: what the register keeps, how it is told, and what its checks find."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from tests.conftest import Growth


def add(growth: Growth, command: str) -> str:
    return growth.ok(f"practice add {command}").strip()


@pytest.fixture
def register(growth: Growth) -> dict[str, str]:
    """A ranker, trained by hand on data that is split from reviews, and measured once."""
    return {
        "reviews": add(growth, "dataset reviews --version v1 --rows 12000 -d 2026-09-01 --owner 'data team'"),
        "train": add(growth, "dataset reviews-train --role training --derived-from reviews "
                             "--by 'split 90/10' --version v1 -d 2026-09-02"),
        "test": add(growth, "dataset reviews-test --role test --derived-from reviews --by 'split 90/10' "
                            "--version v1 -d 2026-09-02"),
        "model": add(growth, "model ranker --owner me --version r7 -d 2026-10-03"),
        "run": add(growth, "pipeline train --data reviews-train --trains ranker --trigger by-hand "
                           "--every 30d -d 2026-09-05"),
        "eval": add(growth, "eval 'ranker accuracy' --model ranker --on reviews-test --metric accuracy "
                            "--value 0.91 -d 2026-10-04"),
    }  # fmt: skip


def test_each_kind_is_kept_and_listed_with_its_newest_state(growth: Growth, register: dict[str, str]) -> None:
    growth.ok("practice state train -d 2026-10-03")
    growth.ok("practice state reviews-test --version v2 --note 'without duplicates' -d 2026-11-10")
    assert growth.ok("practice list") == (
        f"{register['reviews']}  dataset  2026-09-01  reviews  dataset, v1, 12,000 rows\n"
        f"{register['test']}  dataset  2026-11-10  reviews-test  test set, v2, without duplicates\n"
        f"{register['train']}  dataset  2026-09-02  reviews-train  training set, v1\n"
        f"{register['run']}  pipeline  2026-10-03  train  pipeline, by hand, last run 2026-10-03\n"
        f"{register['model']}  model  2026-10-03  ranker  model, r7\n"
        f"{register['eval']}  eval  2026-10-04  ranker accuracy  eval, accuracy 0.91 on v1\n"
    )
    assert len(growth.ok("practice list --kind dataset").splitlines()) == 3
    shown = growth.terminal("practice list --kind pipeline", env={"NO_COLOR": "1"}).out
    assert shown == (f"{register['run'][-4:]}  pipeline  train  by hand  7 weeks ago\n")
    assert [one["kind"] for one in json.loads(growth.ok("practice list --json"))] == [
        "dataset", "dataset", "dataset", "pipeline", "model", "eval"
    ]  # fmt: skip
    assert growth.ok("practice show reviews-test") == (
        f"{register['test']}  dataset  reviews-test\n"
        "      test set, there since Wed 2 Sep · only you can read it\n"
        "      made of     reviews (split 90/10)\n"
        "      Wed 2 Sep   v1\n"
        "      Tue 10 Nov  v2, without duplicates\n"
    )


def test_an_empty_register_says_how_to_begin(growth: Growth) -> None:
    hint = "nothing is in the register; add the first: growth practice add dataset NAME\n"
    assert growth("practice check") == ("", hint, 0)
    assert growth("practice list").out == ""
    assert growth("practice show ranker").err == (
        "growth: there is nothing in the register\n        add the first: growth practice add dataset NAME\n"
    )


def test_what_is_named_and_not_there_is_told_on_a_terminal(growth: Growth) -> None:
    told = growth.terminal(
        "practice add pipeline train --data reviews --trains ranker", env={"NO_COLOR": "1"}
    )
    assert told.out.splitlines()[1:] == [
        "      pipeline · only you can read it",
        "      reviews is not in the register yet: growth practice add dataset reviews",
        "      ranker is not in the register yet: growth practice add model ranker",
    ]


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("add model other --role test", 2, "--role does not go with a model\n        it goes with: dataset"),
        ("add dataset Reviews", 1, "there is a dataset reviews already"),
        ("add dataset new --derived-from a --derived-from b --derived-from c --by x --by y", 2,
         "2 transformations for 3 that it was made of"),
        ("add dataset new --by x", 2, "--by says how something was made of another"),
        ("add dataset ' '", 2, "the name is empty"),
        ("add pipeline other --every 0d", 2, ""),
        ("edit reviews --derived-from reviews-test", 2,
         "reviews would be made of itself: reviews ← reviews-test ← reviews"),
        ("edit reviews-test --name reviews", 1, "there is a dataset reviews already"),
        ("edit reviews --retired --in-use", 2, "--retired and --in-use exclude each other"),
        ("state ranker", 2, "there is nothing new of ranker\n        give --version VERSION, or --hash HASH"),
        ("state 'ranker accuracy' --version r8", 2, "an eval has a value, and none is given"),
        ("state 'ranker accuracy' --value abc", 2,
         "there is no number in the value 'abc'\n        such as --value 0.91, or 91%"),
        ("add eval other --value abc", 2, "there is no number in the value 'abc'"),
        ("add eval 'Ranker accuracy'", 1, "there is an eval ranker accuracy already"),
        ("edit 'ranker accuracy' --role test", 2, "--role does not go with an eval"),
        ("state ranker --value 0.9", 2, "--value does not go with a model"),
        ("show nothing", 1, "there is no 'nothing' in the register\n        see: growth practice list"),
        ("show rnker", 1,
         "there is no 'rnker' in the register\n"
         "        did you mean model:ranker? else see: growth practice list"),
        ("state model:rankr --version r8", 1, "did you mean model:ranker? else see"),
        ("state 'ranker accuracy' --value 0.95 --on-version v9", 1,
         "reviews-test has no version v9; there is v1\n"
         "        where it is a new one: growth practice state dataset:reviews-test --version v9"),
        ("add eval other --on reviews-test --value 0.95 --on-version v9", 1,
         "has no version v9; there is v1"),
        ("add dataset x --owner @nobody", 1, "I know nobody called 'nobody'\n"),
        ("edit ranker --owner @nobody", 1,
         "I know nobody called 'nobody'\n        growth people add nobody"),
        ("add model x --share team --private", 2, "--private and --share team exclude each other"),
    ],
)  # fmt: skip
def test_what_is_refused(
    growth: Growth, register: dict[str, str], command: str, code: int, said: str
) -> None:
    ran = growth(f"practice {command}")
    assert (ran.code, said in ran.err) == (code, True), ran


def test_the_versions_of_a_test_set_are_named_where_a_value_is_on_none(
    growth: Growth, register: dict[str, str]
) -> None:
    growth.ok("practice state reviews-test --version v2 -d 2026-11-10")
    refused = growth("practice state 'ranker accuracy' --value 0.95 --on-version v9").err
    assert "reviews-test has no version v9; there are v1, v2\n" in refused
    growth.ok("practice state 'ranker accuracy' --value 0.95 --on-version v1")
    growth.ok("practice edit ranker --owner @me")
    assert growth("practice add eval other --on elsewhere --value 0.95 --on-version v9").code == 0


def test_what_is_made_of_a_model_is_linked_to_it_and_follows_its_name(
    growth: Growth, register: dict[str, str]
) -> None:
    made = growth("practice add dataset synth --role fine-tuning --derived-from ranker --by sampled")
    assert made.err == ""
    missing = growth("practice add dataset more --derived-from model:zirconet").err
    assert missing == "      zirconet is not in the register yet: growth practice add model zirconet\n"
    growth.ok("practice edit more --derived-from model:ranker")
    growth.ok("practice edit ranker --name sorter")
    for name in ("synth", "more"):
        drawn = growth.ok(f"practice lineage {name} -f text")
        assert "└─ sorter · model, r7" in drawn and "not in the register" not in drawn
    assert "made of  model:sorter" in growth.ok("practice show more")


def test_a_model_may_be_trained_with_what_an_older_version_of_it_made(
    growth: Growth, register: dict[str, str]
) -> None:
    growth.ok("practice add dataset synth --derived-from ranker")
    growth.ok("practice edit train --data synth")
    assert "synth · dataset" in growth.ok("practice lineage ranker -f text")
    assert growth.ok("practice lineage ranker").endswith("- in a circle: ranker ← train ← synth ← ranker\n")
    assert growth("practice edit ranker --data synth").code == 2


def test_one_name_of_two_kinds_is_told_apart(growth: Growth, register: dict[str, str]) -> None:
    add(growth, "prompt ranker")
    assert growth("practice show ranker").err == (
        "growth: 2 are called 'ranker'\n        say which: model:ranker, prompt:ranker\n"
    )
    assert register["model"] in growth.ok("practice show model:ranker")
    assert register["model"] in growth.ok(f"practice show {register['model'][-4:]}")


def test_a_hash_is_computed_of_what_lies_on_this_machine(growth: Growth, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "inner").mkdir(parents=True)
    (data / "b.csv").write_text("1\n")
    (data / "inner" / "a.csv").write_text("2\n")
    (data / "link").symlink_to("b.csv")
    growth(f"practice add dataset all --location {data}")
    growth(f"practice add dataset one --location {data / 'b.csv'}")
    every, one = json.loads(growth.ok("practice list --json"))
    assert one["states"][0]["hash"] == f"sha256:{hashlib.sha256(b'1' + chr(10).encode()).hexdigest()}"
    again = growth("practice state all")
    assert (again.code, again.err.splitlines()[-1]) == (0, "nothing new: all has that version already")
    growth("practice state one --version v1")
    assert growth("practice state one").err.endswith(
        "growth: one has not changed since Tue 24 Nov\n        nothing was stored\n"
    )
    (data / "inner" / "a.csv").rename(data / "inner" / "c.csv")
    assert growth("practice state all").code == 0
    assert (
        json.loads(growth.ok("practice show all --json"))["states"][1]["hash"] != every["states"][0]["hash"]
    )
    growth.ok("practice add dataset far --location s3://bucket/b.csv --hash abc")
    growth("practice add dataset gone --location nowhere/b.csv --version v1")
    os.mkfifo(data / "pipe")
    refused = growth("practice state all")
    assert (refused.code, f"{data / 'pipe'} is not a plain file" in refused.err) == (1, True)


def test_edit_changes_renames_and_retires(growth: Growth, register: dict[str, str]) -> None:
    growth.ok("practice edit train --trigger automated --owner me")
    growth.ok("practice edit reviews --name 'all reviews' --licence 'CC BY 4.0'")
    shown = growth.ok("practice show reviews-train")
    assert "made of    all reviews (split 90/10)\n" in shown
    growth.ok("practice edit train --retired")
    assert register["run"] not in growth.ok("practice list")
    assert register["run"] in growth.ok("practice list --all")
    growth.ok("practice edit train --in-use --by-hand 'copy it'")
    growth.ok("practice edit train --by-hand ''")
    assert json.loads(growth.ok("practice show train --json"))["by_hand"] == []
    assert growth("undo -y").code == 0


def test_a_value_is_on_the_version_that_the_test_set_had_that_day(
    growth: Growth, register: dict[str, str]
) -> None:
    growth.ok("practice state reviews-test --version v2 -d 2026-11-10")
    growth.ok("practice state 'ranker accuracy' --value 0.92 -d 2026-11-01")
    growth.ok("practice state 'ranker accuracy' --value 0.93")
    states = json.loads(growth.ok("practice show 'ranker accuracy' --json"))["states"]
    assert [(one["value"], one["on_version"]) for one in states] == [
        ("0.91", "v1"), ("0.92", "v1"), ("0.93", "v2")
    ]  # fmt: skip


def test_the_same_state_given_twice_adds_nothing(growth: Growth, register: dict[str, str]) -> None:
    def states(name: str) -> int:
        return len(json.loads(growth.ok(f"practice show '{name}' --json"))["states"])

    growth.ok("practice state 'ranker accuracy' --value 0.93")
    again = growth("practice state 'ranker accuracy' --value 0.93")
    said = "nothing new: ranker accuracy has that value already\n"
    assert again == (f"{register['eval']}\n", said, 0)
    assert growth("practice state reviews-test --version v1").err == (
        "nothing new: reviews-test has that version already\n"
    )
    assert (states("ranker accuracy"), states("reviews-test")) == (2, 1)
    # Measured again on another day, or run once more, it is something new.
    growth.ok("practice state 'ranker accuracy' --value 0.91 -d 2026-10-05")
    growth.ok("practice state train")
    growth.ok("practice state train")
    assert (states("ranker accuracy"), states("train")) == (3, 2)


def test_the_lineage_is_a_tree_a_graph_and_a_picture(growth: Growth, register: dict[str, str]) -> None:
    assert growth.ok("practice lineage ranker -f text") == (
        "For you only. To send: growth report practice --for manager\n"
        "Lineage of ranker\n"
        "Runs, data and evals of ranker\n"
        "ranker · model, r7\n"
        "└─ train · pipeline, by hand\n"
        "   └─ reviews-train · training set, v1\n"
        "      └─ reviews · dataset, v1, 12,000 rows · by split 90/10\n"
        "ranker accuracy · eval, accuracy 0.91 on v1\n"
        "├─ ranker · as above\n"
        "└─ reviews-test · test set, v1\n"
        "   └─ reviews · as above · by split 90/10\n"
    )
    assert growth.ok("practice lineage ranker") == (
        "*For you only. To send: `growth report practice --for manager`*\n\n"
        "# Lineage of ranker\n\n"
        "```mermaid\n"
        "flowchart TD\n"
        '  n0["ranker<br/>model, r7"]\n'
        '  n1["ranker accuracy<br/>eval, accuracy 0.91 on v1"]\n'
        '  n2["train<br/>pipeline, by hand"]\n'
        '  n3["reviews-test<br/>test set, v1"]\n'
        '  n4["reviews-train<br/>training set, v1"]\n'
        '  n5["reviews<br/>dataset, v1, 12,000 rows"]\n'
        "  n2 --> n0\n"
        "  n0 --> n1\n"
        "  n3 --> n1\n"
        "  n4 --> n2\n"
        '  n5 -->|"split 90/10"| n3\n'
        '  n5 -->|"split 90/10"| n4\n'
        "```\n"
    )
    page = growth.ok("practice lineage ranker -f html")
    assert page.count('<rect class="node"') == 6
    assert "<desc" in page and "reviews-train comes from reviews (split 90/10)." in page
    assert json.loads(growth.ok("practice lineage ranker --json"))["boxes"][0]["name"] == "ranker"


def test_the_checks_name_what_is_wrong_and_what_mends_it(growth: Growth, register: dict[str, str]) -> None:
    growth.ok("practice state train -d 2026-10-03")
    growth.ok("practice state reviews-test --version v2 -d 2026-11-10")
    claim = growth.ok("log 'Better than before' -k win --metric 'accuracy: 0.88 -> 0.93'").strip()
    run, value = register["run"][-4:], register["eval"][-4:]
    expected = (
        f"stale-eval@{value}  ranker accuracy  accuracy 0.91 was measured on v1; reviews-test is v2 since "
        "Tue 10 Nov  growth practice state 'eval:ranker accuracy' --value VALUE\n"
        f"bare-claim@{claim[-4:]}  “Better than before”  it claims accuracy 0.93; ranker accuracy says "
        "0.91 on v1, of 2026-10-04  measure it: growth practice state 'eval:ranker accuracy' --value VALUE "
        f"-d 2026-11-24, or correct the entry: growth edit {claim[-4:]}\n"
        f"overdue-run@{run}  train  it is to run every 30 days, the last run was 52 days ago  "
        "once it has run: growth practice state pipeline:train\n"
        f"by-hand@{run}  train  somebody starts it  "
        "once something starts it: growth practice edit pipeline:train --trigger automated\n"
    )
    assert growth("practice check") == (expected, "", 0)
    assert growth("practice check --strict").code == 1
    assert growth.ok("practice check --good") == (
        f"leaked-test@{register['test'][-4:]}  reviews-test  "
        "the test set reviews-test holds no training data\n"
    )
    growth.ok(f"thumb down by-hand@{run} 'an audit wants a person there'")
    assert "by-hand" not in growth.ok("practice check")
    slip = f"growth: there is no finding by-hnd@{run}\n        did you mean by-hand@{run}?\n"
    assert growth(f"thumb down by-hnd@{run} x") == ("", slip, 1)
    assert growth(f"thumb up by-hnd@{run} x") == ("", slip, 1)
    assert "no open assessment" in growth(f"thumb down data-1@{run} x").err
    assert growth("thumb down overdue-run x") == (
        "",
        "growth: overdue-run is a rule, not what it found\n"
        "        name RULE@ID, as growth practice check tells it\n",
        2,
    )
    assert "as growth lint tells it" in growth("thumb down vague x").err
    assert growth(f"thumb down overdue-run@{run} ' '") == (
        "",
        "growth: what is set aside needs a reason\n"
        f"        growth thumb down overdue-run@{run} 'why it is right'\n",
        2,
    )
    assert growth(f"thumb down untried-prompt@{run} x").err == (
        f"growth: untried-prompt finds nothing to mend in {register['run']}\n"
        "        see: growth practice check\n"
    )
    shown = growth.terminal("practice check", env={"NO_COLOR": "1"}, columns=100).out
    assert shown.splitlines()[-6:] == [
        "overdue-run  a pipeline that has not run for longer than its cadence",
        f"  {run}  train",
        "    it is to run every 30 days, the last run was 52 days ago",
        "    once it has run: growth practice state pipeline:train",
        "3 findings in 6 things of the register, 1 set aside; good practice: 1 (--good)",
        "right as it is: growth thumb down RULE@ID 'why'",
    ]
    growth.ok("practice state train")
    growth.ok("practice state 'ranker accuracy' --value 0.93")
    assert growth("practice check").out == ""


def test_a_pipe_hears_of_what_is_not_there_too(growth: Growth) -> None:
    made = growth("practice add dataset test --derived-from reveiws --location data/test.csv")
    assert made.out.count("\n") == 1
    assert made.err == (
        "data/test.csv is not on this machine, so that it has no hash of yours\n"
        "      reveiws is not in the register yet: growth practice add dataset reveiws\n"
    )
    gone = "~/nowhere is not on this machine, so that it has no hash of yours\n"
    assert gone in growth("practice edit test --location ~/nowhere").err
    assert "machine" not in growth("practice edit test --location 'warehouse: clicks'").err


def test_what_was_set_aside_is_told_again_with_a_new_cause(growth: Growth, register: dict[str, str]) -> None:
    run = register["run"][-4:]
    growth.ok(f"thumb down by-hand@{run} 'an audit wants a person there'")
    growth.ok("practice edit train --by-hand 'copy the weights'")
    assert "somebody starts it; by hand: copy the weights" in growth.ok("practice check")
    growth.ok(f"thumb down by-hand@{run} 'that too'")
    assert "by-hand" not in growth.ok("practice check")
    growth.ok(f"thumb up by-hand@{run} 'mend it'")
    assert "by-hand" in growth.ok("practice check")


def test_the_help_says_that_words_are_not_read_for_claims(growth: Growth, register: dict[str, str]) -> None:
    growth.ok("log 'Accuracy is 0.99 now' -k win")
    assert "bare-claim" not in growth.ok("practice check")
    said = " ".join(growth.ok("practice check --help").split())
    assert "reads each --metric, not the words" in said


def test_what_is_shared_goes_into_a_bundle_and_stays_theirs(
    growth: Growth, register: dict[str, str], tmp_path: Path
) -> None:
    growth.ok("people add eva --relation manager")
    growth.ok("practice edit train --share manager --owner eva")
    growth.ok("practice add prompt judge --share team --owner 'search team'")
    made = growth(f"bundle make --for manager -o {tmp_path}/out.json")
    assert "  practices       2 go     5 stay\n" in made.err
    handed = json.loads((tmp_path / "out.json").read_text())["practices"]
    assert sorted((one["name"], one["owned_by"]) for one in handed) == [
        ("judge", "search team"), ("train", "eva")
    ]  # fmt: skip


def test_what_is_somebodys_is_held_about_them_and_forgotten_with_them(
    growth: Growth, register: dict[str, str]
) -> None:
    growth.ok("people add dana --name 'Dana Ortiz'")
    growth.ok("practice edit reviews-train --owner dana")
    assert (
        "## In the practice register · *1*\n\n"
        f"- **dataset** reviews-train · *training set* · `{register['train'][-4:]}`\n"
        "   - made of: reviews (split 90/10)\n   - 2026-09-02: v1\n"
    ) in growth.ok("people about dana")
    assert growth("forget @dana -y").code == 0
    assert json.loads(growth.ok("practice show reviews-train --json"))["owned_by"] == ""


def test_of_many_runs_the_last_are_shown(growth: Growth) -> None:
    growth.ok("practice add pipeline train -d 2026-11-01")
    for day in range(1, 15):
        growth.ok(f"practice state train -d 2026-11-{day:02}")
    shown = growth.ok("practice show train").splitlines()
    assert shown[2:4] == ["      before      2 more", "      Tue 3 Nov   ran"]
    assert len(shown) == 15


def test_an_import_that_brings_a_circle_has_it_named(growth: Growth) -> None:
    lines = "".join(
        f'{{"record":"practice","kind":"dataset","name":"{a}","day":"2026-11-01","derived":[{{"of":"{b}"}}]}}\n'
        for a, b in (("a", "b"), ("b", "a"))
    )
    assert growth("import -f jsonl - -y", stdin=lines).code == 0
    assert growth.ok("practice lineage a").endswith("```\n\n- in a circle: a ← b ← a\n")
    assert growth("practice check").code == 0


def test_without_options_it_is_edited_as_its_own_fields(
    growth: Growth, register: dict[str, str], tmp_path: Path
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i \'s/"purpose": ""/"purpose": "rank"/\' "$1"\n')
    editor.chmod(0o755)
    shown = growth.terminal("practice edit ranker", env={"EDITOR": str(editor)}).out
    assert f"{register['model']} changed" in shown
    assert "purpose    rank\n" in growth.ok("practice show ranker")
    assert growth("practice edit ranker").code == 2
