"""What Logseq keeps between the lines of a page: its properties, and times that it took."""

import re

from growth.exchange.markdown_blocks import Source

_PAGE = re.compile(r"(?:- )?([A-Za-z][\w-]{0,40}):: ?(.*)$")
_OURS = re.compile(r"\s*(?:id|collapsed|created-at|updated-at|heading|public|file|file-path|icon):: ")
_DRAWER, _END = (
    re.compile(r"\s*:(?:LOGBOOK|PROPERTIES):\s*$", re.IGNORECASE),
    re.compile(r"\s*:END:\s*$", re.I),
)
MOST = 50


def page_properties(source: Source) -> dict[str, str]:
    """Take the properties at the top of a page out, and those of single notes; return the first ones."""
    lines, found = source.lines, dict[str, str]()
    for at in range(min(len(lines), MOST)):
        match = _PAGE.match(lines[at])
        if not match:
            break
        found.setdefault(match[1].lower(), match[2].strip())
        _hide(source, at)
    fenced = {line for start, end in source.fences.items() for line in range(start, end + 1)}
    at = 0
    while at < len(lines):
        if at not in fenced and _DRAWER.match(lines[at]):
            end = next(
                (line for line in range(at, min(len(lines), at + MOST)) if _END.match(lines[line])), -1
            )
            for line in range(at, end + 1):
                _hide(source, line)
        elif at not in fenced and _OURS.match(lines[at]):
            _hide(source, at)
        at += 1
    return found


def _hide(source: Source, at: int) -> None:
    if source.lines[at].strip():
        source.lines[at] = ""
        source.hidden.append(at)
