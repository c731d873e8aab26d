"""growth import of another store's folder: all of it, read as it lies there, and nothing in it touched."""

import hashlib
from pathlib import Path

import pytest

from tests.conftest import Growth


def records(home: Path) -> dict[str, bytes]:
    """Return the files of a store that hold records."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*.json"))
        if path.name != "meta.json" and "backups" not in path.parts
    }


def whole(home: Path) -> dict[str, tuple[int, str]]:
    """Return the mode and the content of everything in a folder."""
    return {
        str(path): (path.stat().st_mode, hashlib.md5(path.read_bytes()).hexdigest() if path.is_file() else "")
        for path in (home, *sorted(home.rglob("*")))
    }


@pytest.mark.parametrize("role", ["engineer", "manager"])
def test_all_of_a_store_comes_over(growth: Growth, demo: Path, role: str) -> None:
    other = demo / role
    before = whole(other)
    done = growth(["import", str(other)])
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("growth undo takes all of it back\n")
    assert records(growth.home) == records(other)
    again = growth(["import", "-f", "growth", str(other)])
    assert again.err.startswith("nothing new; ")
    assert whole(other) == before


@pytest.fixture
def other(growth: Growth, tmp_path: Path) -> Path:
    place = tmp_path / "other"
    for command in ("people add ana --name 'Ana Silva'", "log Shipped the cache -w ana", "log More of it"):
        assert growth(["--home", str(place), *_split(command)]).code == 0
    return place


def _split(command: str) -> list[str]:
    import shlex

    return shlex.split(command)


def test_what_is_here_is_counted_and_a_copy_may_be_open_to_others(growth: Growth, other: Path) -> None:
    other.chmod(0o755)
    assert growth(["import", str(other)]).err == "3 new; growth undo takes all of it back\n"
    assert growth(["--home", str(other), "log", "Since then"]).code == 0
    other.chmod(0o755)
    assert growth(["import", str(other)]).err == "1 new; 3 already here; growth undo takes all of it back\n"
    assert other.stat().st_mode & 0o777 == 0o755


def test_what_says_something_else_here_is_refused_with_a_list(growth: Growth, other: Path) -> None:
    assert growth(["import", str(other)]).code == 0
    before = records(growth.home)
    [entry] = growth.ok("list").splitlines()[:1]
    assert growth(["--home", str(other), "edit", entry.split()[0], "--impact", "Nobody waits"]).code == 0
    assert growth(["--home", str(other), "log", "Since then"]).code == 0
    found = growth(["import", str(other)])
    assert (found.code, found.out) == (1, "")
    assert f"{entry.split()[0]} is here already and says something else" in found.err
    assert records(growth.home) == before


def test_a_damaged_store_is_not_taken(growth: Growth, other: Path) -> None:
    path = other / "people.json"
    path.write_text(path.read_text().replace("Ana Silva", "Ana Sylva"))
    found = growth(["import", str(other)])
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        f"growth: {other}: people.json was changed by something other than growth\n"
        f"        nothing was imported; look first: growth --home {other} doctor\n"
    )
    (other / "meta.json").unlink()
    lost = growth(["import", str(other)])
    assert lost.code == 3 and "meta.json is missing" in lost.err
    assert growth.ok("list") == ""


def test_the_store_itself_is_no_other(growth: Growth, other: Path) -> None:
    found = growth(["--home", str(other), "import", str(other)])
    assert found.err.startswith(f"growth: {other} is this store itself\n") and found.code == 2


def test_a_folder_of_notes_is_none_and_a_store_in_one_is_left_out(growth: Growth, other: Path) -> None:
    notes = other.parent / "history"
    notes.mkdir()
    (notes / "2026-03-04.md").write_text("- Shipped the cache\n")
    (other.parent / "journal").mkdir()
    (other.parent / "meta.json").write_text("[]")
    found = growth(["import", "-f", "markdown", str(other.parent)])
    assert f"left out: {other} is a store of growth: growth import {other}\n" in found.err
    assert "2026-03-04  work       Shipped the cache" in growth.ok("list")
