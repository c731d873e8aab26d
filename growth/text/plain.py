"""Text of mine as plain words, for a place that knows no Markdown."""

import re

from growth.text.clean import one_line
from growth.text.markdown import MINE


def plain(text: str) -> str:
    """Return text of mine on one line without its marks; a link keeps its address."""
    return MINE.sub(_said, one_line(text))


def _said(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["link"]:
        return f"{found['words']} ({found['target']})"
    if found["code"]:
        return match[0].strip("`").strip()
    return found["url"] or found["loud"] or found["soft"] or found["said"] or match[0]
