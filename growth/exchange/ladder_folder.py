"""A folder that holds one ladder: split over files, a competency in each file, or in one of them."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from growth.errors import GrowthError, Refused
from growth.exchange import ladder_limits as limits
from growth.exchange import ladder_matrix, ladder_read, ladder_split, ladder_yaml
from growth.exchange.ladder_draft import Draft
from growth.records.dates import Instant
from growth.records.ladder_reading import LadderReading

DATA = ("yml", "yaml", "json")
READ = (*DATA, "toml", "csv", "tsv", "md", "markdown", "js", "ts", "mjs", "cjs")


def read(files: Mapping[str, bytes], *, name: str, created: Instant) -> LadderReading:
    """Return the ladder that files hold together; refuse files that hold none, or several."""
    data = {path: _load(content, path) for path, content in files.items() if _ending(path) in DATA}
    title = ladder_read.titled(name)
    if any(ladder_split.fits(value) for value in data.values()):
        draft = Draft(ladder_split.FORM, title, name)
        ladder_split.read(data, draft)
    elif sum(ladder_matrix.is_one(value) for value in data.values()) > 1:
        draft = Draft(ladder_matrix.ONE, title, name)
        for path, value in data.items():
            if ladder_matrix.is_one(value):
                ladder_matrix.take(ladder_matrix.rows(value, PurePath(path).stem), draft)
            else:
                draft.leave(f"file {path}")
    else:
        return _only(files, name, created)
    return draft.done(ladder_read.key_of(draft.name, name), created)


def _ending(path: str) -> str:
    return PurePath(path).suffix.removeprefix(".").lower()


def _load(content: bytes, path: str) -> Any:
    if _ending(path) == "json":
        return ladder_read.load_json(content, path)
    return ladder_yaml.load(limits.decode(content, path), path)


def _only(files: Mapping[str, bytes], name: str, created: Instant) -> LadderReading:
    """Return the ladder of the one file that holds one."""
    found: dict[str, LadderReading] = {}
    for path, content in files.items():
        try:
            found[path] = ladder_read.read(content, name=path, created=created)
        except GrowthError as error:
            last = error
    if len(found) > 1:
        listed = ", ".join(list(found)[:8])
        raise Refused(f"{name} holds {len(found)} ladders: {listed}", "import each file by itself")
    if not found:
        if len(files) == 1:
            raise last
        raise Refused(f"{name} holds no ladder in its {len(files)} files", limits.SHAPES)
    return next(iter(found.values()))
