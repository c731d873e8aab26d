"""Reads are bounded, writes are all or nothing."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from growth import files
from growth.errors import Damaged, Refused, SystemRefused

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
not_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "make room on the disk and run it again"),
        (errno.EACCES, "check who owns it and its permissions"),
        (errno.EROFS, "the file system is mounted read-only"),
        (errno.EIO, "the disk could not do it: look after the disk first"),
    ],
)
def test_what_the_system_said_is_told_in_words(number: int, hint: str) -> None:
    error = files.refusal(OSError(number, os.strerror(number)), "x")
    assert (error.message, error.hint) == (f"x: {os.strerror(number).lower()}", hint)
    assert error.exit_code == 4
    assert files.refusal(OSError("odd"), "x").message == "x: odd"


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    assert files.read(path, limit=5) == b"12345"
    link = tmp_path / "link"
    link.symlink_to(path)
    assert files.read(link, limit=5) == b"12345"
    with pytest.raises(Refused, match="is larger than 0 MB"):
        files.read(path, limit=4)
    with pytest.raises(Refused, match="is larger than"):
        files.read_own(path, limit=4)


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match="is a directory"):
        files.read(tmp_path, limit=5)
    with pytest.raises(Refused, match="pipe is not a plain file"):
        files.read(tmp_path / "pipe", limit=5)
    with pytest.raises(SystemRefused, match="no such file or directory"):
        files.read(tmp_path / "none", limit=5)


def test_a_file_of_ours_is_a_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert files.read_own(path) is None
    path.write_bytes(b"12345")
    assert files.read_own(path) == b"12345"
    assert files.read_own(path, start=3) == b"45"
    assert files.read_own(path, start=9) == b""
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("link", "pipe", "folder", "/dev/null"):
        with pytest.raises(Damaged, match="is not a plain file"):
            files.read_own(tmp_path / name)
    with pytest.raises(SystemRefused, match="not a directory"):
        files.read_own(path / "y")


@as_root
def test_a_file_of_somebody_else_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    os.chown(tmp_path / "x", 12345, -1)
    with pytest.raises(Damaged, match="belongs to another user"):
        files.read_own(tmp_path / "x")


def test_a_write_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old and longer")
    path.chmod(0o644)
    files.temporary(path).write_bytes(b"left by a run that was killed")
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "x"
    files.write(path, b"old")

    def failing(*given):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing)
        with pytest.raises(SystemRefused, match="no space left on device"):
            files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_short_writes_are_gone_on_with_and_none_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:3])))
    files.write(tmp_path / "x", b"12345678")
    assert (tmp_path / "x").read_bytes() == b"12345678"
    monkeypatch.setattr(os, "write", lambda descriptor, data: 0)
    with pytest.raises(SystemRefused, match="input/output error"):
        files.write(tmp_path / "x", b"1")


def test_an_append_that_fails_is_cut_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    files.append(path, b"one\n")
    assert path.stat().st_mode & 0o777 == 0o600

    def failing(descriptor):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(SystemRefused, match="input/output error"):
            files.append(path, b"two\n")
        assert path.read_bytes() == b"one\n"
        patch.setattr(os, "ftruncate", lambda descriptor, size: failing(descriptor))
        with pytest.raises(SystemRefused, match="whether it was recorded is not certain"):
            files.append(path, b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"
    files.cut(path, 4)
    assert path.read_bytes() == b"one\n"
    with pytest.raises(SystemRefused):
        files.cut(tmp_path / "none", 4)
    with pytest.raises(SystemRefused):
        files.append(tmp_path / "no" / "x", b"")


def test_a_directory_that_cannot_be_synced_is_no_matter_but_other_errors_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(number):
        def fsync(descriptor):
            raise OSError(number, os.strerror(number))

        return fsync

    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    files.sync_directory(tmp_path)
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        files.sync_directory(tmp_path)


def test_directories_are_private_with_their_parents(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.make_private(tmp_path / "a" / "b" / "c")
        files.make_private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    for name in ("a", "a/b", "a/b/c"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(SystemRefused, match="not a directory"):
        files.make_private(tmp_path / "file" / "x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(SystemRefused, match="no such file"):
        files.make_private(tmp_path / "dangling" / "x")


def test_a_deleted_directory_is_an_error_and_no_endless_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(SystemRefused):
        files.make_private(Path("a/b"))


def test_removing(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    files.remove(tmp_path / "x")
    files.remove(tmp_path / "x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/y").touch()
    with pytest.raises(SystemRefused):
        files.remove(tmp_path / "folder")
    files.remove_tree(tmp_path / "folder")
    with pytest.raises(SystemRefused):
        files.remove_tree(tmp_path / "folder")
    (tmp_path / "folder").mkdir()
    for name in ("folder", "folder"):
        files.discard(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_syncing_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    files.sync(tmp_path / "x")
    with pytest.raises(SystemRefused):
        files.sync(tmp_path / "none")


@not_root
def test_a_directory_without_permission_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SystemRefused, match="permission denied"):
        files.write(tmp_path / "x", b"")


def test_pieces_are_written_one_behind_another(tmp_path: Path) -> None:
    path = tmp_path / "x"
    files.write(path, iter([b"one\n", b"", b"two\n"]))
    assert files.append(path, iter([b"three", b"\n"])) == 6
    assert files.append(path, b"four\n") == 5
    assert path.read_bytes() == b"one\ntwo\nthree\nfour\n"


def test_pieces_that_end_in_a_fault_leave_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ValueError

    path = tmp_path / "x"
    files.write(path, b"before")
    for attempt in (files.write, files.append):
        with pytest.raises(ValueError):
            attempt(path, pieces())
        assert [one.name for one in tmp_path.iterdir()] == ["x"]
        assert path.read_bytes() == b"before"
