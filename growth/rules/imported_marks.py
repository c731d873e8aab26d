"""The `#tags`, `@people` and `+projects` of imported text, which count only where the user says so."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from growth.records.imported import Found, Reading
from growth.records.packed import packed
from growth.rules.capture import Captured, captured

# Code, and where links lead to: `#include`, `@property` and `(#part)` name nothing of mine.
_FENCE = r"^[ \t]*(?P<fence>```+|~~~+).*?(?:^[ \t]*(?P=fence)|\Z)"
_CODE = r"(?<!`)(?P<tick>`+)(?!`)[^\n]+?(?<!`)(?P=tick)(?!`)"
_TARGET = r"\]\([^()\n]*\)"
_NO_PROSE = re.compile(rf"{_FENCE}|{_CODE}|{_TARGET}", re.MULTILINE | re.DOTALL)


def has_marks(those: Iterable[Found]) -> bool:
    """Tell whether the text of one of these names a tag, somebody or a project that it does not have."""
    return any(with_marks(found) != found for found in those)


def marked(found: Found) -> bool:
    """Tell whether the text of an entry has marks."""
    seen = _named(found)
    return bool(seen.tags or seen.people or seen.projects)


def _named(found: Found) -> Captured:
    return captured(_NO_PROSE.sub(" ", f"{found.title}\n{found.body}"))


def with_marks(found: Found) -> Found:
    """Return an entry with what the marks in its text name; its headings' project stands before theirs."""
    seen = _named(found)
    project = found.project or next(iter(seen.projects), "")
    spare = (name for name in seen.projects if name != project)
    return replace(
        found,
        project=project,
        tags=tuple(dict.fromkeys((*found.tags, *seen.tags, *spare))),
        people=tuple(dict.fromkeys((*found.people, *seen.people))),
    )


def reading_marks(reading: Reading) -> Reading:
    """Return a reading whose entries, also those of its doubtful lines, have what their marks name."""
    kept = (replace(one, kept=with_marks(one.kept)) if one.kept else one for one in reading.misread)
    return replace(reading, found=packed(map(with_marks, reading.found)), misread=packed(kept))
