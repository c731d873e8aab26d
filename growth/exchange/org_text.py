"""The text under a headline of Org as Markdown: links, code and quoted lines; the rest as it was written."""

import re
import textwrap

from growth.exchange.org_lines import Line

_LINK = re.compile(r"\[\[([^\[\]\n]{1,2000})\](?:\[([^\[\]\n]{1,2000})\])?\]")
_WEB = re.compile(r"(?:https?://|mailto:)\S+$")
_BLOCK = re.compile(r"([ \t]*)#\+(begin|end)_(src|example)\b[ \t]*(\S*)", re.IGNORECASE)
_COMMENT = re.compile(r"[ \t]*#(?:[ \t]|$)")
_KEYWORD = re.compile(r"[ \t]*#\+(?:(?:begin|end)_\w{1,40}|\w{1,40}:)", re.IGNORECASE)
_QUOTED = re.compile(r"(?<![^\s]),(?=\*|#\+)")
PGP = "-----BEGIN PGP MESSAGE-----"


def _link(match: re.Match[str]) -> str:
    target, words = match[1], match[2]
    if not _WEB.match(target):
        return match[0]
    address = target.replace("(", "%28").replace(")", "%29")
    return f"[{words}]({address})" if words and words != target else target


def inline(text: str) -> str:
    """Return a line with its links as those of Markdown."""
    return _LINK.sub(_link, text) if "[[" in text else text


def markdown(lines: list[Line]) -> str:
    """Return lines as Markdown; comments are left out."""
    found: list[str] = []
    inside = False
    for _, text in lines:
        mark = _BLOCK.match(text)
        if mark:
            inside = mark[2].lower() == "begin"
            found.append(f"{mark[1]}```{mark[4].lower() if inside else ''}")
        elif inside:
            found.append(_QUOTED.sub("", text, count=1))
        elif not _COMMENT.match(text) and not _KEYWORD.match(text):
            found.append(inline(text).rstrip())
    return textwrap.dedent("\n".join(found).expandtabs()).strip("\n").rstrip()


def is_comment(text: str) -> bool:
    """Tell whether a line is a comment."""
    return _COMMENT.match(text) is not None


def is_encrypted(lines: list[Line]) -> bool:
    """Tell whether the text of a headline is encrypted."""
    first = next((line.text.strip() for line in lines if line.text.strip()), "")
    return first == PGP
