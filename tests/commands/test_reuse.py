"""growth reuse: found in every bundle before it is built, taken once, and seen by whose it is."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Growth

LOADER = (
    "log Loads shards of parquet --reuse 'the shard loader' --problem 'slow starts' "
    "--artefact https://example.com/loader --share team"
)


@pytest.fixture
def dana(growth: Growth, tmp_path: Path) -> str:
    """Open Dana's bundle, in which she offers a loader; return its reference."""
    hers = ["--home", str(tmp_path / "dana")]
    growth([*hers, "people", "add", "kim", "--name", "Kim Roth", "--relation", "peer"])
    made = growth([*hers, *shlex.split(LOADER)]).out.strip()
    growth([*hers, "bundle", "make", "--for", "@kim", "-o", str(tmp_path / "dana.bundle")])
    growth.ok("people add dana --name 'Dana Lee' --relation peer --email dana@example.com")
    growth(["bundle", "open", str(tmp_path / "dana.bundle"), "--as", "dana", "-y"])
    return f"dana:{made}"


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", text.replace("\r\n", "\n"))


def test_it_is_found_with_who_has_it_and_how_to_ask(growth: Growth, dana: str) -> None:
    short = f"dana:{dana[-4:]}"
    mine = growth.ok("log Read of a shard loader --kind learning").strip()
    assert growth.ok("reuse search shard loaders") == (
        f"{dana}  2026-11-24  work       Loads shards of parquet  the shard loader\n"
        f"{mine}  2026-11-24  learning   Read of a shard loader\n"
    )
    assert plain(growth.terminal("reuse search shard loaders").out) == (
        f"{short}  Loads shards of parquet\n"
        "  Dana Lee, dana@example.com, as of Tue 24 Nov · work, Tue 24 Nov\n"
        "  to reuse: the shard loader\n"
        "  problem: slow starts\n"
        "  look at: https://example.com/loader\n"
        "\n"
        f"{mine[-4:]}  Read of a shard loader\n"
        "  you · learning, Tue 24 Nov\n"
        "to ask: growth 1on1 agenda dana 'may I build on it? Loads shards of parquet'\n"
        f"to build on it: growth reuse take {short}\n"
    )
    assert plain(growth.terminal("reuse search shard -n 1").out).splitlines()[-3] == "and 1 more: -n 2"
    [one, _] = json.loads(growth.ok("reuse search shard loader --json"))
    assert (one["owner"], one["ref"], one["entry"]["shown"]["reuse"]) == ("dana", dana, "the shard loader")


def test_where_nothing_is_found_it_says_where_it_looked(growth: Growth, dana: str) -> None:
    assert growth("reuse search annealer") == growth("reuse search annealer -f text")
    assert plain(growth.terminal("reuse search annealer", columns=120).out) == (
        "nothing in your journal and the bundles of 1 person is about annealer; "
        "what nobody handed you cannot be found\n"
    )


def test_words_that_say_nothing_are_refused(growth: Growth) -> None:
    for empty in ("", " "):
        assert growth(["reuse", "search", empty]) == (
            "", "growth: what you look for is empty\n        growth reuse search feature store\n", 2,
        )  # fmt: skip


def test_it_is_taken_once_and_they_are_thanked(growth: Growth, dana: str) -> None:
    work, thanks = growth.ok(f"reuse take dana:{dana[-4:]} --share person").split()
    assert growth.ok(f"show {work}") == (
        f"{work}  work  Built on Dana's shard loader instead of writing one\n"
        "      Tue 24 Nov · for the person it is with\n"
        "      @dana\n"
        f"      built on: {dana}\n"
    )
    assert growth.ok(f"show {thanks}") == (
        f"{thanks}  kudos  Thanks for the shard loader, which I built on instead of writing one\n"
        "      Tue 24 Nov · for the person it is with\n"
        "      @dana\n"
    )
    again = growth(f"reuse take {dana} --private")
    assert (again.code, again.err) == (1, (
        f"growth: you built on {dana} already: {work}, Tue 24 Nov\n"
        f"        to say more of it: growth edit {work}\n"
    ))  # fmt: skip
    growth("undo -y")
    assert growth(f"reuse take {dana} --private Nightly runs on it").code == 0
    assert growth.ok("list -k work").splitlines()[-1].endswith("Nightly runs on it  @dana")


def test_who_may_read_it_is_asked(growth: Growth, dana: str) -> None:
    assert growth(f"reuse take {dana}").err == (
        "growth: who may read it is missing, and there is no terminal to ask on\n"
        "        give it with --share person, or --private\n"
    )
    out = plain(growth.terminal(f"reuse take {dana}", keys=["\r"]).out)
    assert "for Dana Lee" in out
    assert out.endswith(
        "they hear of it with your next bundle:\ngrowth bundle make --for @dana -o dana.bundle\n"
    )
    growth("undo -y")
    kept = plain(growth.terminal(f"reuse take {dana} --private", columns=120).out)
    assert "they hear nothing of it; to tell them: growth edit j" in kept


@pytest.mark.parametrize(
    ("ref", "says"),
    [
        ("last", "growth: last would be your own\n"),
        ("dana:zzzz", "growth: dana shared no record 'zzzz'\n"),
        ("kim:zzzz", "growth: nothing of kim was opened\n"),
    ],
)
def test_what_nobody_made_cannot_be_taken(growth: Growth, dana: str, ref: str, says: str) -> None:
    result = growth(f"reuse take {ref} --private")
    assert result.code == 1
    assert result.err.startswith(says)


def test_whom_it_is_from_sees_who_reused_it_and_others_see_no_reference(
    growth: Growth, dana: str, tmp_path: Path
) -> None:
    work, _ = growth.ok(f"reuse take {dana} --share team").split()
    growth.ok("people add eva --name 'Eva Berg' --relation manager")
    for whom in ("@dana", "manager"):
        growth(["bundle", "make", "--for", whom, "-o", str(tmp_path / f"{whom}.bundle")])
    hers, evas = (
        {one["id"]: one for one in json.loads((tmp_path / f"{whom}.bundle").read_text())["entries"]}
        for whom in ("@dana", "manager")
    )
    assert hers[work]["built_on"] == dana
    assert "built_on" not in evas[work]


def test_it_stands_in_what_its_giver_tells_of_it(growth: Growth, dana: str, tmp_path: Path) -> None:
    growth("config set me.handle kim")
    growth.ok(f"reuse take {dana} --share person")
    growth(["bundle", "make", "--for", "@dana", "-o", str(tmp_path / "kim.bundle")])
    hers = ["--home", str(tmp_path / "dana")]
    growth([*hers, "people", "add", "eva", "--name", "Eva Berg", "--relation", "manager"])
    opened = growth([*hers, "bundle", "open", str(tmp_path / "kim.bundle"), "--as", "kim", "-y"])
    assert opened.err.splitlines()[1:] == [
        f"reused: Loads shards of parquet ({dana[-4:]}): Built on Dana's shard loader instead of writing one"
    ]
    shown = growth([*hers, "show", dana[-4:]]).out
    assert "      reused by kim\n" in shown
    told = "- Loads shards of parquet: reused by Kim Roth ([example.com/loader](https://example.com/loader))"
    assert told in growth([*hers, "report", "brag"]).out
    assert told in growth([*hers, "report", "summary"]).out
    # It was shared with her, and with nobody that she tells of it.
    sent = growth([*hers, "report", "summary", "--for", "manager"]).out
    assert "- Loads shards of parquet ([example.com/loader]" in sent
    assert "Kim" not in sent


def test_who_is_forgotten_is_nobody_that_it_is_built_on(growth: Growth, dana: str) -> None:
    work, _ = growth.ok(f"reuse take {dana} --private").split()
    growth("forget dana -y")
    assert json.loads(growth.ok(f"show {work} --json"))["built_on"] == ""
