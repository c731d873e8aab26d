"""Text of a record as Markdown that cannot break out of the place it is put in.

Mine keeps code, emphasis, links and lists. Text of others is literal but for line breaks, dashes and
bare URLs. Headings, fences, tables, images and HTML are literal in both. `inline` and `literal` give
one line, `block` and `literal_block` keep the lines.
"""

import re
from collections.abc import Callable, Iterable

from growth.text.clean import clean, one_line

URL = r"https?://[^\s<>\"\\`]*[^\s<>\"\\`.,;:!?'*_)\]]"
TARGET = r"(?:https?://|mailto:)[^\s<>()\\`]+(?:\([^\s<>()\\`]*\)[^\s<>()\\`]*)*"
_ENTITY = r"&(?=#?[0-9A-Za-z]+;)"
# What Markdown would read as its own, and what looks like it but is none: `a_b`, `3 * 4`.
MARK = rf"[\\`*_\[\]]|<(?=[A-Za-z/!?])|~(?![\d\s])|{_ENTITY}"
HARMLESS = r"(?P<word>(?<=[^\W_])_+(?=[^\W_])|(?<=\s)[*_](?=\s))"
MINE = re.compile(
    rf"(?P<code>(?<!`)(?P<tick>`+)(?!`)[^\n]+?(?<!`)(?P=tick)(?!`))"
    rf"|(?P<link>(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<target>{TARGET})\))"
    rf"|<?(?P<url>{URL})>?"
    rf"|(?P<strong>\*\*(?=[^\s*])(?P<loud>[^*\n]*[^\s*])\*\*(?!\*))"
    rf"|(?P<em>(?<!\*)\*(?=[^\s*])(?P<soft>[^*\n]*[^\s*])\*(?!\*))"
    rf"|(?P<under>(?<![\w*])(?P<bar>__?)(?=[^\s_])(?P<said>[^_\n]*[^\s_])(?P=bar)(?![\w*]))"
    rf"|{HARMLESS}|(?P<plain>{MARK})"
)
ADDRESS = re.compile(URL)
_THEIRS = re.compile(rf"<?(?P<url>{URL})>?|{HARMLESS}|(?P<plain>{MARK})")
# A text without one of these holds nothing that either expression finds, and is spared them.
_SIGN = re.compile(r"[\\`*_\[\]<~&:]")
# What would start a block at a line's start: heading, quote, bullet, number, rule or table line.
_OPENING = re.compile(r"(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|[-=|:+](?=[-=|:+ \t]*$))")
BULLET = re.compile(r"([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
RULE = re.compile(r"[-=|:+*_ \t]+")
_FORGE = {
    r"/pull/(\d+)": "PR #",
    r"/merge_requests/(\d+)": "MR !",
    r"/issues/(\d+)": "issue #",
    r"/commit/([0-9a-f]{7})": "commit ",
}
# A label is as long as this at most; a longer address in a text of mine gets one.
LONGEST_LABEL = 40
LONGEST_URL = 80
Marker = Callable[[str], str]


def inline(text: str) -> str:
    """Return text of mine on one line; code, emphasis and links stay what they are."""
    return unopened(_mine(one_line(text)))


def literal(text: str) -> str:
    """Return text of others on one line, literal but for bare URLs."""
    return unopened(_theirs(one_line(text)))


def block(text: str) -> str:
    """Return text of mine, its lines and lists kept."""
    return "\n".join(_blocks(text, _mine, numbers=True))


def literal_block(text: str) -> str:
    """Return text of others, its line breaks and dashes kept, all else literal."""
    lines = list(_blocks(text, _theirs, numbers=False))
    # Two spaces at a line's end are Markdown's line break.
    return "\n".join(
        f"{line}  " if line and after and not BULLET.match(after.lstrip()) else line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    )


def link(url: str, words: str = "") -> str:
    """Return a Markdown link; a target that is not http, https or mailto stays text."""
    target = url.strip()
    if not re.fullmatch(TARGET, target) or not target.isprintable():
        return literal(url)
    return f"[{literal(words or label(target)).replace('<', '').replace('>', '')}]({target})"


def label(url: str) -> str:
    """Return the words for a link: what a forge calls it, else its host and the end of its path."""
    if named := forge_label(url):
        return named
    rest = re.sub(r"^(https?://(www\.)?|mailto:)", "", url).split("?")[0].split("#")[0].rstrip("/")
    host, _, path = rest.partition("/")
    if len(host) > LONGEST_LABEL:
        # The end of a host says whose it is.
        return f"…{host[1 - LONGEST_LABEL :]}"
    last = _readable(path.rsplit("/", 1)[-1])
    named = f"{host}/{'…/' if '/' in path else ''}{last}" if last else host
    return named if len(named) <= LONGEST_LABEL else f"{named[: LONGEST_LABEL - 1]}…"


def _readable(part: str) -> str:
    """Return a part of a path as it is read: `%E0%B8%9B` as its letter."""
    if "%" not in part:
        return part
    from urllib.parse import unquote_to_bytes

    try:
        plain = unquote_to_bytes(part).decode()
    except UnicodeDecodeError:
        return part
    return plain if plain.isprintable() and "/" not in plain else part


def forge_label(url: str) -> str:
    """Return what a forge calls the place a URL leads to, or nothing."""
    found = next((re.search(pattern, url) for pattern in _FORGE if re.search(pattern, url)), None)
    return _FORGE[found.re.pattern] + found[1] if found else ""


def _mine(text: str) -> str:
    return MINE.sub(_keep, text) if _SIGN.search(text) else text


def _keep(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["link"]:
        return f"[{escaped(found['words'])}]({found['target']})"
    if found["url"]:
        return link(found["url"]) if len(found["url"]) > LONGEST_URL else _bare(match)
    for name, mark in (("loud", "**"), ("soft", "*"), ("said", found["bar"] or "")):
        if found[name]:
            return f"{mark}{escaped(found[name])}{mark}"
    if found["code"] or found["word"]:
        return match[0]
    return f"\\{match[0]}"


def escaped(text: str) -> str:
    """Return text with every mark that Markdown would read made literal."""
    return re.sub(MARK, lambda match: f"\\{match[0]}", text)


def _theirs(text: str) -> str:
    return _THEIRS.sub(_escape, text) if _SIGN.search(text) else text


def _escape(match: re.Match[str]) -> str:
    if match["url"]:
        return _bare(match)
    return match[0] if match["word"] else f"\\{match[0]}"


def _bare(match: re.Match[str]) -> str:
    return f"<{match['url']}>"


def unopened(line: str) -> str:
    """Return a line that opens no block."""
    found = _OPENING.match(line)
    if not found:
        return line
    end = found.end()
    return f"{line[:end]}\\{line[end:]}" if found[0].isdigit() else f"\\{line}"


def _blocks(text: str, safe: Marker, *, numbers: bool) -> Iterable[str]:
    """Yield safe lines. Bullets keep their nesting; any other line loses its indent."""
    indents: list[int] = []
    for raw in clean(text).expandtabs(4).strip("\n").split("\n"):
        line = raw.strip()
        bullet = None if RULE.fullmatch(line) else BULLET.match(line)
        if not line or not bullet or (bullet[1] != "-" and not numbers):
            if not line:
                indents = []
            yield unopened(safe(line))
            continue
        depth = len(raw) - len(raw.lstrip())
        while indents and indents[-1] >= depth:
            indents.pop()
        # Three spaces are enough for both `-` and `1.`; a deeper jump than one level is one level.
        pad = "   " * len(indents)
        indents.append(depth)
        yield f"{pad}{bullet[1]} {unopened(safe(line[bullet.end() :]))}"
