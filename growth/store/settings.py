"""config.toml beside the records: whether it can be read, and the newest good copy of it."""

from pathlib import Path

from growth import config, files
from growth.errors import Damaged, Refused, WrongUsage
from growth.store import backup

NAME = "config.toml"


def fault(home: Path) -> str:
    """Say what is wrong with the settings of a home, or of a backup; an empty text where nothing is."""
    try:
        config.load(home)
    except WrongUsage as wrong:
        return f"{NAME}: {wrong.message.removeprefix(f'{config.path(home)} ')}"
    except (Damaged, Refused) as error:
        return error.message
    return ""


def copies(home: Path) -> tuple[str, bytes]:
    """Return the newest backup with settings that can be read, and these; two empty ones without any."""
    for name in reversed(backup.all_of(home)):
        folder = backup.directory(home) / name
        if not fault(folder) and (data := files.read_own(folder / NAME)) is not None:
            return name, data
    return "", b""


def put_back(home: Path) -> None:
    """Put the newest good copy in its place; without any, every setting has its default again."""
    name, data = copies(home)
    if name:
        files.write(home / NAME, data)
    else:
        files.remove(home / NAME)
