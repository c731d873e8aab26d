"""Find a named template, question bank or the like: the user's own first, then the one shipped."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from growth import files
from growth.errors import Refused, WrongUsage

LIMIT = 1 << 20
# Files of these rooms end as those of another do: the user's own lie in a folder of that name.
APART = {"ladders", "company", "prompts"}
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")


class Found(NamedTuple):
    """A file from the shelf. `mine` tells the user's own from the shipped."""

    path: Path
    text: str
    mine: bool


@cache
def shipped() -> Path:
    """Return the folder of what ships with the program.

    An installed package holds it as `growth/templates`; in a checkout and an editable install it
    lies beside the package.
    """
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def own(home: Path, room: str = "") -> Path:
    """Return the folder of the user's own, which is one for all rooms but a few."""
    return home / "templates" / room if room in APART else home / "templates"


def has_own(home: Path, name: str, room: str = "") -> bool:
    """Tell whether the user has a file of that name on the shelf."""
    _check(name)
    return (own(home, room) / name).exists()


def _check(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise WrongUsage(f"{name!r} is no name of a template", "use letters, digits, - and _")


def read(home: Path, room: str, name: str) -> Found | None:
    """Return the file called `name`: the user's own, else the one shipped in `room`, else None."""
    _check(name)
    mine = own(home, room) / name
    data = files.read_own(mine, limit=LIMIT)
    return ships(room, name) if data is None else Found(mine, _decode(data, mine), True)


def ships(room: str, name: str) -> Found | None:
    """Return the file called `name` that ships in `room`, or None."""
    _check(name)
    path = shipped() / room / name
    return Found(path, _decode(files.read(path, limit=LIMIT), path), False) if path.is_file() else None


def names(home: Path, room: str, ending: str) -> dict[str, bool]:
    """Return the names there are, without their ending, each with whether the user has an own one."""
    found: dict[str, bool] = {}
    for folder, mine in ((shipped() / room, False), (own(home, room), True)):
        for path in sorted(folder.glob(f"*{ending}")):
            name = path.name.removesuffix(ending)
            if _NAME.fullmatch(name) and not name.startswith("_"):
                found[name] = mine
    return dict(sorted(found.items()))


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: byte {error.start} is no UTF-8", "save it as UTF-8") from None


def need(room: str, name: str, home: Path) -> str:
    """Return the text of a file that ships with the program, or of the user's own in its place."""
    found = read(home, room, name)
    if found is None:
        raise Refused(f"there is no {room}/{name}", "install growth again")
    return found.text
