"""growth config, as a user sees it."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth


def test_every_setting_is_listed_with_what_it_means(growth: Growth) -> None:
    growth("config set me.emails kim@example.org kim@example.com")
    lines = growth.ok("config list").splitlines()
    assert lines[0] == "me.name      -                        my name, as documents show it"
    assert lines[2].startswith("me.emails    kim@example.org kim@example.com ")
    assert lines[4] == "log.share    private                  how far a new entry may travel"


def test_a_setting_is_set_read_and_given_up(growth: Growth) -> None:
    assert growth("config set log.share team").err == "log.share is now team\n"
    assert growth.ok("config get log.share") == "team\n"
    growth("config set me.name 'Kim Okafor'")
    assert growth.ok("config get me.name") == "Kim Okafor\n"
    assert (growth.home / "config.toml").read_text() == (
        '[log]\nshare = "team"\n\n[me]\nname = "Kim Okafor"\n'
    )
    assert growth("config unset log.share").err == "log.share is now private, as when it was never set\n"
    assert growth("config unset me.name").err == "me.name is now empty, as when it was never set\n"
    assert growth.ok("config get me.name") == ""
    assert growth.ok("config get log.share") == "private\n"


def test_a_list_is_printed_an_item_a_line(growth: Growth) -> None:
    growth("config set me.emails a@example.org b@example.org")
    assert growth.ok("config get me.emails") == "a@example.org\nb@example.org\n"
    growth("config unset me.emails")
    assert growth.ok("config get me.emails") == ""


@pytest.mark.parametrize(
    ("command", "err"),
    [
        (
            "config get log.sahre",
            "growth: there is no setting 'log.sahre'\n"
            "        did you mean log.share? all of them: growth config list\n",
        ),
        (
            "config set zzz x",
            "growth: there is no setting 'zzz'\n        all of them: growth config list\n",
        ),
        (
            "config set log.share everybody",
            "growth: log.share cannot be 'everybody'\n        it is one of private, person, manager, team\n",
        ),
        (
            "config set me.name A B",
            "growth: me.name takes one value, not 2\n        growth config set me.name 'A B'\n",
        ),
    ],
)
def test_what_cannot_be_set_is_named(growth: Growth, command: str, err: str) -> None:
    assert growth(command) == ("", err, 2)


def test_the_path_and_a_schema(growth: Growth) -> None:
    assert growth.ok("config path") == f"{growth.home}/config.toml\n"
    schema = json.loads(growth.ok("config schema entry"))
    assert schema["$ref"] == "#/$defs/Entry"
    assert schema["$defs"]["Entry"]["properties"]["share"]["enum"] == ["manager", "person", "private", "team"]
    assert growth("config schema novel").code == 2


def test_on_a_terminal_no_word_of_it_is_cut(growth: Growth) -> None:
    growth("config set lint.off no-outcome no-number recent-only")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", growth.terminal("config list").out).splitlines()
    assert "lint.off     no-outcome no-number recent-only" in lines
    assert "                                      rules that growth lint leaves out" in lines
    assert lines[2:4] == [
        "me.emails    -                        my e-mail addresses; import -f git looks",
        "                                      for their commits",
    ]


def test_a_folder_is_kept_as_a_whole_path_and_must_be_there(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("inbox", "outbox"):
        assert growth(f"config set {name} team").err == f"{name} is now {tmp_path}/team\n"
        assert growth.ok(f"config get {name}") == f"{tmp_path}/team\n"
    done = growth("config set inbox gone")
    assert (done.code, done.err) == (
        1,
        f"growth: {tmp_path}/gone is no folder\n        make it first, then: growth config set inbox gone\n",
    )
