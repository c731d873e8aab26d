"""Tell from its content which format a file has, and hold it to the bounds of that format."""

import re
from collections.abc import Callable, Container

from growth.errors import WrongUsage
from growth.exchange import limits

MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".txt", ".text")
_ORG = re.compile(r"^(?:#\+\w+:|[ \t]*:PROPERTIES:|\*+ .*<\d{4}-\d\d-\d\d)", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?: {0,3}#{1,6} +\S|[ \t]*[-*+•] +\S|---[ \t]*$)", re.MULTILINE)
# Notes under days are mine, whatever questions stand in them.
_DATED = re.compile(r"^ {0,3}#{1,6} +.*\b\d{4}\b", re.MULTILINE)
_BUNDLE = re.compile(r'\s*\{\s*"bundle"\s*:')
_LIST = re.compile(r"\s*\[\s*(?:\{|\]\s*$)")
_FIELD = re.compile(rb"\s*[!-9;-~]+:|(?:\xef\xbb\xbf)?From ")
KNOWN = (
    "Markdown (brag documents, worklogs, weeknotes), replies to requests for feedback (text, mail, HTML), "
    "JSON Lines of our records, bundles, git (with -f git)"
)


def _unknown(name: str, why: str) -> WrongUsage:
    return WrongUsage(f"{name} {why}", f"read are: {KNOWN}")


def _is_mail(data: bytes, name: str) -> bool:
    if not _FIELD.match(data):
        return False
    from growth.exchange import mail

    return mail.is_mail(data)


def _is_reply(
    text: str, name: str, markers: Callable[[], Container[str]], asks: Callable[[str], bool]
) -> bool:
    if "[" not in text and "<" not in text:
        return not _DATED.search(text) and asks(text)
    from growth.exchange import html_text, reply_json
    from growth.rules.paper_sections import is_reply

    if reply_json.is_reply(text) or name.lower().endswith((".html", ".htm")):
        return True
    # Markdown, too, may start with a tag.
    page = html_text.is_html(text) and not name.lower().endswith(MARKDOWN_ENDINGS)
    return page or is_reply(text, markers) or (not _DATED.search(text) and asks(text))


def _nothing(text: str) -> bool:
    return False


def recognise(
    data: bytes,
    name: str,
    markers: Callable[[], Container[str]] = frozenset,
    asks: Callable[[str], bool] = _nothing,
    *,
    reply: bool = False,
) -> str:
    """Return `markdown`, `jsonl`, `bundle` or `reply`; what is none of them is refused, and why.

    `markers` returns those of the questions I asked: only they make a reply of a text without the id
    of a request. `asks` tells whether questions of mine stand in a text without their marks. With
    `reply` whatever somebody may have written is one.
    """
    if _is_mail(data, name):
        return "reply"
    text = limits.decode(data, name)
    if not text.strip():
        raise _unknown(name, "is empty")
    start = text.lstrip()[:1]
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if _is_reply(text, name, markers, asks):
        return "reply"
    if start == "{" or _LIST.match(text) or ending in (".json", ".jsonl", ".ndjson"):
        fault = limits.json_fault(data)
        if fault:
            raise _unknown(name, f"cannot be read: {fault}")
        if start in ("{", "["):
            return "bundle" if _BUNDLE.match(text) else "jsonl"
        raise _unknown(name, "is not JSON: it starts with neither { nor [")
    if reply:
        return "reply"
    if text.startswith("BEGIN:VCALENDAR"):
        raise _unknown(name, "is a calendar, which is not read")
    if ending == ".org" or (ending not in MARKDOWN_ENDINGS and _ORG.search(text)):
        raise _unknown(name, "is Org text, which is not read")
    if ending in MARKDOWN_ENDINGS or (ending in ("", name.lower()) and _MARKDOWN.search(text)):
        return "markdown"
    raise _unknown(name, "has no format that is known here")
