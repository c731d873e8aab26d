"""The folder that my bundles are written into, for others to find: what they are called there."""

import os
from pathlib import Path

from growth import files
from growth.app import App, named
from growth.commands.inbox import lying
from growth.errors import SystemRefused, WrongUsage
from growth.records.bundle import Header
from growth.rules.inbox import file_name, outdated, unread

# What it takes to find a file in a folder and to read it.
_GROUP, _ALL = 0o050, 0o005


def place(app: App, header: Header) -> Path:
    """Return where a bundle goes that nobody named a file for, in the place of nothing that is not mine."""
    folder = app.config.text("outbox")
    if not folder:
        raise WrongUsage(
            "the file to write is missing", "give it with -o FILE, or for good: growth config set outbox DIR"
        )
    path = named(folder) / file_name(header)
    taken = os.path.lexists(path) and not is_mine(path, header)
    return path.with_name(file_name(header, apart=True)) if taken else path


def is_mine(path: Path, header: Header) -> bool:
    """Tell whether at a place lies a bundle of mine for the same reader, which a newer one may replace."""
    return path.is_file() and any(
        one.name == path.name
        and one.header is not None
        and one.header.store == header.store
        and (one.header.to or one.header.audience) == (header.to or header.audience)
        for one in lying(path.parent)
    )


def tidy(app: App, path: Path, header: Header) -> None:
    """Take away what I made before for the same reader: what I withdrew since is still in it."""
    there = lying(path.parent)
    for name in outdated(there, header):
        if name != path.name:
            files.remove(path.parent / name)
            app.screen.say((f"taken away: {name}, which it takes the place of", "dim"))

    for name in unread(there, header):
        if name != path.name and _is_own(path.parent / name):
            raise SystemRefused(
                f"{name} cannot be read, and may hold what you withdrew since",
                f"look at it, or take it away: {path.parent / name}",
            )


def _is_own(path: Path) -> bool:
    try:
        return path.lstat().st_uid == os.getuid()
    except OSError as error:
        raise files.refusal(error, path) from None


def _readers(path: Path) -> str:
    """Give a file the readers that its folder has, and return who they are."""
    folder = path.parent.stat()
    group = folder.st_mode & _GROUP == _GROUP and _is_of(path, folder.st_gid)
    everybody = folder.st_mode & _ALL == _ALL
    path.chmod(0o600 | 0o040 * group | 0o004 * everybody)
    if everybody:
        return "everybody on this machine who can get there"
    return f"you and the group {_group_name(folder.st_gid)}" if group else "on this machine only you"


def _is_of(path: Path, group: int) -> bool:
    """Tell whether a file is of the folder's group; one that did not come to be so is given to it."""
    if path.stat().st_gid != group:
        try:
            os.chown(path, -1, group)
        except PermissionError:
            return False
    return True


def _group_name(number: int) -> str:
    import grp

    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)


def open_up(app: App, path: Path, header: Header) -> None:
    """Let those read mine who may read the folder; say who that is, and how its reader is known."""
    try:
        who = _readers(path)
    except OSError as error:
        raise files.refusal(error, path) from None
    app.screen.say(f"written: {path}; {who} may read it")
    if header.to and not header.readers:
        app.screen.say(
            ("warning: ", "late"),
            f"others may take it as theirs: growth people edit {header.to} --email {header.to}@example.com",
        )
