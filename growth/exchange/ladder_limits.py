"""The bounds that a foreign ladder is held to, before it is parsed and after."""

import re

import msgspec

from growth.errors import Refused, WrongUsage
from growth.exchange import limits
from growth.records.ladder import Ladder

SIZE = 1_000_000
# A script is parsed with recovery from errors, which takes its time on what is none.
SCRIPT = 200_000
DEPTH = 40
NODES = 200_000
FILES = 200
MOST = {"levels": 60, "themes": 400, "criteria": 10_000}
LONGEST = 4_000
NAME = 200
ITEM = re.compile(r"(?:[-*•·–]|\d{1,3}[.)])\s")
SHAPES = (
    "read are YAML, JSON, TOML, CSV, JavaScript data, Markdown with a heading for each level, or a folder"
)


def decode(data: bytes, name: str, most: int = SIZE) -> str:
    """Return `data` as text if it is UTF-8 of a sane size."""
    if len(data) > most:
        raise WrongUsage(f"{name} has {len(data):,} bytes; a ladder has {most:,} at most", "split it")
    return limits.decode(data, name)


def check(ladder: Ladder, name: str) -> None:
    """Refuse a ladder that is too large to be one."""
    for field, most in MOST.items():
        count = len(getattr(ladder, field))
        if count > most:
            raise Refused(f"{name} has {count:,} {field}; a ladder has {most:,} at most", "split it")
    _check_text(ladder, name)
    long = next((one for one in ladder.criteria if _longest(one.summary, *one.examples) > LONGEST), None)
    if long is not None:
        raise Refused(
            f"{name}: a text of the criterion {long.id} has more than {LONGEST:,} characters", "shorten it"
        )


def _check_text(ladder: Ladder, name: str) -> None:
    try:
        msgspec.json.encode(ladder)
    except UnicodeEncodeError:
        # Half of a pair is no Unicode, and a record with it could not be stored.
        raise Refused(f"{name} holds text that is no Unicode", "save it again as UTF-8") from None


def _longest(*texts: str) -> int:
    return max(map(len, texts))


def tidy(text: str) -> str:
    """Return a text as one line for each paragraph or list item; lines that only wrap are joined."""
    lines: list[str] = []
    broken = True
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = " ".join(raw.split())
        if line and (broken or ITEM.match(line)):
            lines.append(line)
        elif line:
            lines[-1] += f" {line}"
        broken = not line
    return "\n".join(lines)
