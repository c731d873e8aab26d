"""The folder that bundles lie in: what is looked at there, and what is left in peace."""

import os
import re
from pathlib import Path

import pytest

from growth import config
from growth.commands.inbox import lying
from growth.errors import Refused, SystemRefused
from tests.conftest import Growth, Result


@pytest.fixture
def folder(growth: Growth, tmp_path: Path) -> Path:
    place = tmp_path / "team"
    place.mkdir()
    place.chmod(0o755)
    config.save(growth.home, "inbox", str(place))
    config.save(growth.home, "outbox", str(place))
    return place


def lay(growth: Growth, home: Path, path: Path) -> Path:
    """Lay a bundle for the team there, made in another store; return its path."""
    other = ["--home", str(home)]
    growth([*other, "log", "one", "--share", "team"])
    growth([*other, "bundle", "make", "--for", "team", "-o", str(path)])
    return path


def test_without_a_file_and_an_inbox_it_says_how(growth: Growth) -> None:
    assert growth("bundle open") == Result(
        "",
        "growth: the bundle is missing\n"
        "        name a FILE, or the folder they lie in: growth config set inbox DIR\n",
        2,
    )


def test_whose_they_all_are_cannot_be_said_at_once(growth: Growth, folder: Path) -> None:
    assert growth("bundle open --as ana") == Result(
        "", "growth: --as says whose one file is\n        growth bundle open FILE --as ana\n", 2
    )


def test_an_empty_folder_holds_nothing_new(growth: Growth, folder: Path) -> None:
    assert growth("bundle open") == Result("", f"nothing new in {folder}\n", 0)
    assert not (growth.home / "meta.json").exists()


def test_a_folder_that_is_gone_is_named_and_never_stops_the_day(growth: Growth, folder: Path) -> None:
    folder.rmdir()
    growth.ok("log something")
    assert growth.ok("status").splitlines()[1].startswith("JOURNAL")
    assert growth("bundle open") == Result(
        "", f"growth: {folder}: no such file or directory\n        check the path\n", 4
    )


def test_what_is_no_bundle_is_left_in_peace(folder: Path) -> None:
    (folder / "notes.md").write_text("# Notes\n")
    (folder / "code.bundle").write_bytes(b"# v2 git bundle\n")
    (folder / ".half.bundle").write_text('{"bundle":')
    (folder / "more").mkdir()
    (folder / "more" / "deep.bundle").write_text('{"bundle":')
    (folder / "link.bundle").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.bundle")
    assert lying(folder) == []
    (folder / "torn.json").write_text('{"bundle":{"growth"')
    (folder / "empty.bundle").write_text("")
    assert [(one.name, one.header) for one in lying(folder)] == [("empty.bundle", None), ("torn.json", None)]


def test_a_folder_of_thousands_of_files_is_no_inbox(folder: Path) -> None:
    for number in range(2001):
        (folder / f"{number}.txt").touch()
    with pytest.raises(Refused, match="holds 2,001 files"):
        lying(folder)
    with pytest.raises(SystemRefused):
        lying(folder / "none")


def test_an_inbox_on_an_empty_store_is_told_of_besides_the_ways_to_start(
    growth: Growth, folder: Path, tmp_path: Path
) -> None:
    lay(growth, tmp_path / "ana", folder / "ana.bundle")
    assert growth.ok("status").splitlines()[-1] == "1 new bundle, to be opened with: growth bundle open"
    assert growth.ok("status --short") == ""


def test_one_that_is_damaged_below_its_first_line_is_said_to_be(
    growth: Growth, folder: Path, tmp_path: Path
) -> None:
    for name in ("ana", "bo"):
        lay(growth, tmp_path / name, folder / f"{name}.bundle")
    growth.ok("log something")
    assert "WAITING     2 new bundles  growth bundle open\n" in growth.ok("status")
    flipped = (folder / "ana.bundle").read_text().replace('"title":"one"', '"title":"two"')
    (folder / "ana.bundle").write_text(flipped)
    assert "WAITING     1 new bundle, 1 damaged  growth bundle open\n" in growth.ok("status")
    (folder / "bo.bundle").write_bytes((folder / "bo.bundle").read_bytes()[:-40])
    assert "WAITING     2 damaged bundles  growth bundle open\n" in growth.ok("status")
    assert growth("bundle open").err.count("not opened: ") == 2


def test_a_copy_that_was_damaged_since_it_was_opened_is_said_to_be(
    growth: Growth, folder: Path, tmp_path: Path
) -> None:
    path = lay(growth, tmp_path / "ana", folder / "ana.bundle")
    growth(["bundle", "open", str(path), "--as", "ana", "-y"])
    path.write_bytes(path.read_bytes()[:-40])
    assert growth("bundle open").err == (
        "left alone: ana.bundle is damaged; what it was made as was opened before\n"
        f"nothing new in {folder}: 1 opened before\n"
    )


def test_one_too_large_to_be_looked_through_at_once_counts_as_new(
    growth: Growth, folder: Path, tmp_path: Path
) -> None:
    lay(growth, tmp_path / "ana", folder / "ana.bundle")
    with (folder / "ana.bundle").open("ab") as file:
        file.write(b" " * 2_000_001)
    growth.ok("log something")
    assert "1 new bundle  growth" in growth.ok("status")


def test_one_that_another_program_laid_out_is_opened_only_by_name(
    growth: Growth, folder: Path, tmp_path: Path
) -> None:
    import json

    path = lay(growth, tmp_path / "ana", folder / "ana.bundle")
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    assert growth("bundle open").err.splitlines()[:2] == [
        "not opened: ana.bundle was laid out anew by another program",
        f"        if you know whose it is: growth bundle open {path}",
    ]
    assert growth(["bundle", "open", str(path), "--as", "ana", "-y"]).code == 0


def test_make_puts_it_into_the_outbox_and_never_in_the_place_of_what_is_not_mine(
    growth: Growth, folder: Path
) -> None:
    growth("config set me.handle ana")
    growth.ok("people add eva --name 'Eva Brandt' --relation manager")
    growth.ok("log one --share manager")
    path = folder / "ana-eva-2026-11-24.bundle"
    for _ in range(2):
        assert growth("bundle make --for manager").err.splitlines()[-2:] == [
            f"written: {path}; everybody on this machine who can get there may read it",
            "warning: others may take it as theirs: growth people edit eva --email eva@example.com",
        ]
        assert [one.name for one in folder.iterdir()] == [path.name]
    path.write_text("of another Ana")
    assert growth("bundle make --for manager -y").code == 0
    other, mine = sorted(one.name for one in folder.iterdir())[::-1]
    assert (other, path.read_text()) == (path.name, "of another Ana")
    assert re.fullmatch(r"ana-eva-2026-11-24-[0-9a-f]{4}\.bundle", mine)
    done = growth("bundle make --for manager", now="2026-11-25T10:00:00+00:00")
    assert done.err.splitlines()[-1] == f"taken away: {mine}, which it takes the place of"
    assert sorted(one.name for one in folder.iterdir()) == [path.name, "ana-eva-2026-11-25.bundle"]


def test_make_without_a_file_and_an_outbox_says_how(growth: Growth) -> None:
    growth.ok("log one")
    assert growth("bundle make --for team") == Result(
        "",
        "growth: the file to write is missing\n"
        "        give it with -o FILE, or for good: growth config set outbox DIR\n",
        2,
    )
