"""The shelf: the user's own first, then what ships, and nothing from anywhere else."""

from pathlib import Path

import pytest

from growth import shelf
from growth.errors import Damaged, Refused, WrongUsage


def own(home: Path, name: str, data: bytes) -> Path:
    folder = home / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def test_what_ships_is_found_beside_the_package_or_in_it(tmp_path: Path) -> None:
    assert (shelf.shipped() / "reports" / "brag.md.j2").is_file()
    found = shelf.read(tmp_path, "reports", "brag.md.j2")
    assert found is not None
    assert (found.mine, found.path) == (False, shelf.shipped() / "reports" / "brag.md.j2")


def test_the_users_own_wins_by_name(tmp_path: Path) -> None:
    path = own(tmp_path, "brag.md.j2", b"\xef\xbb\xbfmine")
    assert shelf.read(tmp_path, "reports", "brag.md.j2") == (path, "mine", True)
    assert shelf.names(tmp_path, "reports", ".md.j2") == {
        "1on1": False, "brag": True, "feedback": False, "growth-plan": False,
        "mentor-coaching": False, "mentoring-programme": False, "mentorship": False, "practice": False,
        "promotion": False, "review": False, "self-review": False, "summary": False, "team": False,
    }  # fmt: skip
    assert shelf.has_own(tmp_path, "brag.md.j2")
    assert not shelf.has_own(tmp_path, "1on1.md.j2")


def test_what_is_nowhere_is_none(tmp_path: Path) -> None:
    assert shelf.read(tmp_path, "reports", "nothing.md.j2") is None


@pytest.mark.parametrize("name", ["../config.toml", "/etc/passwd", ".hidden", "", "a/b", "a" * 200])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUsage, match="is no name of a template"):
        shelf.read(tmp_path, "reports", name)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    own(tmp_path, "x", b"").with_name("brag.md.j2").symlink_to(secret)
    with pytest.raises(Damaged, match="is not a plain file"):
        shelf.read(tmp_path, "reports", "brag.md.j2")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    own(tmp_path, "brag.md.j2", b"ab\xff")
    with pytest.raises(Refused, match="byte 2 is no UTF-8"):
        shelf.read(tmp_path, "reports", "brag.md.j2")


def test_what_must_be_there_is_named_when_it_is_not(tmp_path: Path) -> None:
    assert "[[question]]" in shelf.need("questions", "1on1.toml", tmp_path)
    with pytest.raises(Refused, match=r"there is no questions/other\.toml"):
        shelf.need("questions", "other.toml", tmp_path)


def test_a_ladder_of_the_users_own_lies_in_a_folder_apart_from_sets_of_questions(tmp_path: Path) -> None:
    own(tmp_path, "questions.toml", b"")
    folder = tmp_path / "templates" / "ladders"
    folder.mkdir()
    (folder / "tech-lead.toml").write_bytes(b"mine")
    assert shelf.read(tmp_path, "ladders", "tech-lead.toml") == (folder / "tech-lead.toml", "mine", True)
    assert shelf.has_own(tmp_path, "tech-lead.toml", "ladders")
    assert "questions" not in shelf.names(tmp_path, "ladders", ".toml")
    assert "tech-lead" not in shelf.names(tmp_path, "questions", ".toml")
