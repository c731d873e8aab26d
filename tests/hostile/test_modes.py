"""Everything in the home is its owner's alone, and nothing in it may be something else in disguise."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from . import homes
from .running import NOW, Ran, piped

# A run of a day: every sort of file that there is gets made.
DAY = (
    "log -m first --share manager",
    "people add ana --relation direct",
    "people add eva --relation manager",
    "note ana",
    "1on1 agenda ana topic",
    "1on1 notes ana --shared said",
    "mentor pair ana",
    "action add promise",
    "config set me.name Eva",
    "template new mine",
    "backup",
    "edit --period 2026 --add-tag x -y",
    "undo -y",
    "bundle make --for manager -o {out}/a.json",
    "report brag -o {out}/b.html",
    "prep ana -o {out}/c.md",
    "prep --all -o {out}/sheets",
    "people about ana -o {out}/d.json",
    "demo {out}/demo",
    "import {out}/in.md",
    "bundle open {out}/theirs.json -y",
    "doctor",
)
# A file of the home, and a command that cannot do its work without it.
IN_HOME = {
    "journal/2026-11.json": "list",
    "people.json": "people list",
    "meta.json": "list",
    "history/2026-11.jsonl": "list",
    "config.toml": "config list",
    "lock": "log -m second",
}


def run(home: Path, command: str, umask: int, out: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run one command as its own process under an umask."""
    return subprocess.run(
        [sys.executable, "-m", "growth", *command.format(out=out).split()],
        input="words\n",
        text=True,
        capture_output=True,
        umask=umask,
        timeout=60,
        cwd=out,
        env=os.environ | {"GROWTH_HOME": str(home), "GROWTH_NOW": NOW} | env,
    )


def modes(folder: Path) -> set[str]:
    """Return what is not its owner's alone below a folder, the folder itself too."""
    return {
        f"{path}: {stat.filemode(path.lstat().st_mode)}"
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) != (0o700 if path.is_dir() else 0o600)
    }


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077], ids=["000", "022", "077"])
def test_files_are_0600_and_folders_0700_under_any_umask(umask: int, tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    out.mkdir()
    (out / "in.md").write_text("# 2026-11-20\n- words\n")
    (out / "theirs.json").write_bytes(homes.of_theirs(5, "zoe", "words"))
    given = {path.name for path in out.iterdir()}
    for command in DAY:
        done = run(home, command, umask, out, TMPDIR=str(out))
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (command, done)
    assert modes(home) == set()
    for path in out.iterdir():
        if path.name not in given:
            assert modes(path) == set()


def test_an_open_home_is_closed_with_a_notice(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert piped(home, ["log", "-m", "first"]).code == 0
    home.chmod(0o755)
    ran = piped(home, ["list"])
    assert (ran.code, "is now yours only" in ran.err) == (0, True)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    (home / "people.json").touch(0o644)
    (home / "journal" / "2026-11.json").chmod(0o666)
    (home / "journal").chmod(0o777)
    ran = piped(home, ["doctor"])
    assert ran.code != 0
    assert "open to others" in ran.out
    (home / "people.json").unlink()
    assert piped(home, ["doctor", "--accept", "-y"]).code == 0
    assert modes(home) == set()


def linked(path: Path, place: Path) -> None:
    kept = place / "elsewhere"
    if path.exists():
        shutil.move(path, kept)
    else:
        kept.write_bytes(b"")
    path.symlink_to(kept)


def dangling(path: Path, place: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(place / "made by following a link")


def pipe(path: Path, place: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path, 0o600)


def device(path: Path, place: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def folder(path: Path, place: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def foreign(path: Path, place: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to somebody else")
    path.touch()
    os.chown(path, 12345, 12345)


def real_device(path: Path, place: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a device")
    path.unlink(missing_ok=True)
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("no device can be made here")


DISGUISES: tuple[Callable[[Path, Path], None], ...] = (
    linked,
    dangling,
    pipe,
    device,
    folder,
    foreign,
    real_device,
)


@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", IN_HOME)
def test_something_else_in_the_place_of_a_file_is_refused(
    name: str, disguise: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    home, place = tmp_path / "home", tmp_path / "place"
    place.mkdir()
    _begun(home)
    disguise(home / name, place)
    before = _contents(place)
    ran = _bounded(home, IN_HOME[name])
    assert (ran.out, ran.code in (3, 4), Path(name).name in ran.err) == ("", True, True), ran
    for command in (
        "list",
        "log -m second",
        "people add kim",
        "people list",
        "status",
        "config set me.name X",
        "backup",
        "doctor",
        "undo -y",
    ):
        ran = _bounded(home, command)
        assert "Traceback" not in ran.err
        assert ran.code in (0, 1, 3, 4), (command, ran)
    assert _contents(place) == before
    assert not (place / "made by following a link").exists()


def _begun(home: Path) -> None:
    for command in ("log -m first", "people add ana", "config set me.name Eva"):
        assert piped(home, command.split()).code == 0


def _bounded(home: Path, command: str) -> Ran:
    """Run a command in a process of its own: on a pipe that nobody writes to it must not hang."""
    done = (
        subprocess.run(
            [sys.executable, "-m", "growth", *command.split()],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            env=os.environ | {"GROWTH_HOME": str(home), "GROWTH_NOW": NOW},
        )
        if _may_hang(home)
        else None
    )
    if done is None:
        return piped(home, command.split())
    return Ran(done.stdout, done.stderr, done.returncode)


def _may_hang(home: Path) -> bool:
    return any(stat.S_ISFIFO(path.lstat().st_mode) for path in home.rglob("*"))


def _contents(place: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_a_home_of_somebody_else_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _begun(home)
    foreign(home, tmp_path)
    for command in ("list", "log -m x", "status", "people list"):
        ran = piped(home, command.split())
        assert (ran.code, "belongs to another user" in ran.err) == (3, True), ran


@pytest.mark.parametrize("kind", ["file", "pipe", "dangling"])
def test_a_home_that_is_no_folder_is_refused(kind: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    {
        "file": lambda: home.write_bytes(b""),
        "pipe": lambda: os.mkfifo(home),
        "dangling": lambda: home.symlink_to(tmp_path / "nothing"),
    }[kind]()
    for command in ("list", "log -m x"):
        ran = piped(home, command.split())
        assert "Traceback" not in ran.err
        assert ran.code in (
            (0, 3, 4) if command == "list" else (0, 3, 4) if kind == "dangling" else (3, 4)
        ), ran


@pytest.mark.parametrize("role", ["manager", "engineer"])
def test_the_demo_leaves_nothing_in_the_temporary_folder(role: str, tmp_path: Path) -> None:
    for command in ("prep ana", "status", "report brag", "no-such-command", "list -k no-such-kind"):
        run(tmp_path / "home", f"--demo --as {role} {command}", 0o022, tmp_path, TMPDIR=str(tmp_path))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("growth", "tmp"))] == []
    assert not (tmp_path / "home").exists()
