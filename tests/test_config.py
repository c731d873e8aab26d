"""The settings file: what may stand in it, and that it is written whole."""

from pathlib import Path

import pytest

from growth import config
from growth.errors import WrongUsage


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    found = config.load(tmp_path / "none")
    assert (found.text("log.share"), found.texts("me.emails"), found.text("me.emails")) == ("private", (), "")
    assert found.texts("me.name") == ()
    assert {setting.name for setting, _, is_set in found.items() if is_set} == set()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    home = tmp_path / "home"
    config.save(home, "me.emails", ["a@example.org", "b@example.org"])
    config.save(home, "editor", "vim -n")
    config.save(home, "log.kind", "win")
    config.save(home, "log.kind", None)
    found = config.load(home)
    assert found.texts("me.emails") == ("a@example.org", "b@example.org")
    assert (found.text("editor"), found.text("log.kind")) == ("vim -n", "work")
    assert config.path(home).stat().st_mode & 0o777 == 0o600


def test_settings_that_cannot_be_read_are_told_with_the_place(tmp_path: Path) -> None:
    config.path(tmp_path).write_text("[me\n")
    with pytest.raises(WrongUsage, match=r"config.toml cannot be read: .*line 1"):
        config.load(tmp_path)
    config.path(tmp_path).write_bytes(b"\xff")
    with pytest.raises(WrongUsage, match="cannot be read"):
        config.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = 1", "there is no setting 'x'"),
        ("editor = 1", "editor is a text, not 1"),
        ("[me]\nemails = 'a'", "me.emails is a list of texts, not 'a'"),
        ("[me]\nemails = [1]", r"me.emails is a list of texts, not \[1\]"),
        ("[log]\nshare = 'all'", "log.share cannot be 'all'"),
        # An entry of a kind that there is not could never be read again.
        ("[log]\nkind = 'victory'", "log.kind cannot be 'victory'"),
        ("[me.name]\nx = 1", "there is no setting 'me.name.x'"),
    ],
)
def test_what_may_not_stand_there_is_refused(tmp_path: Path, text: str, why: str) -> None:
    config.path(tmp_path).write_text(text)
    with pytest.raises(WrongUsage, match=why):
        config.load(tmp_path)


def test_a_setting_that_cannot_be_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        config.save(tmp_path, "log.share", "all")
    assert not config.path(tmp_path).exists()
