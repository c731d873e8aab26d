"""Titles in documents: prose for who reads them, while the list and JSON keep what was typed."""

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth

TYPED = "Paired with @dana on the `@eval` harness of +ranker #evals"
TOLD = "Paired with Dana Okafor on the `@eval` harness of ranker"


@pytest.fixture
def logged(growth: "Growth") -> "Growth":
    growth.ok("people add dana --name 'Dana Okafor' --relation peer")
    growth.ok("people add ana --name 'Ana Silva' --relation manager")
    growth.ok(["log", TYPED, "-k", "win", "--star", "--share", "manager"])
    return growth


@pytest.mark.parametrize("command", ["report brag", "report summary", "prep dana", "people about dana"])
def test_a_document_tells_prose(logged: "Growth", command: str) -> None:
    page = logged.ok(command)
    assert TOLD in page
    assert "with @dana" not in page and "+ranker" not in page and "#evals" not in page


def test_also_where_it_says_what_it_rests_on(logged: "Growth") -> None:
    page = logged.ok("report brag --for manager")
    end = page.split("## Records cited")[1]
    assert "Paired with Dana Okafor on the \\`@eval\\` harness of ranker · `" in end
    # Who stands in the title is not told of once more.
    assert page.count("Dana Okafor") == 2


def test_the_list_and_json_keep_what_was_typed(logged: "Growth") -> None:
    assert TYPED in logged.ok("list")
    brag = json.loads(logged.ok("report brag --json"))
    assert brag["groups"][0]["entries"][0]["title"] == brag["cited"][0]["title"] == TYPED
    assert brag["cited"][0]["marks"] == ["@dana", "+ranker", "#evals"]


def test_a_record_they_shared_gets_no_name_of_mine(logged: "Growth", tmp_path: Path) -> None:
    hers, bundle = ["--home", str(tmp_path / "hers")], tmp_path / "ana.bundle"
    for command in (
        "config set me.handle kim",
        "people add eva --name 'Eva Lund' --relation manager",
        "log 'Paired with @dana on +ranker' -k win --share manager",
        f"bundle make --for manager -o {bundle} -y",
    ):
        assert logged([*hers, *shlex.split(command)]).code == 0
    logged.ok("people add kim --name 'Kim Okafor' --relation direct")
    assert logged(["bundle", "open", str(bundle), "--as", "kim", "-y"]).code == 0
    for command in ("prep kim", "report review --about kim --period 2026", "report brag --about kim"):
        page = logged.ok(command)
        assert "Paired with dana on ranker" in page and "Paired with Dana" not in page
