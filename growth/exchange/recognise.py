"""Tell from its content which format a file has, and hold it to the bounds of that format."""

import re
from collections.abc import Callable, Container

from growth.errors import WrongUsage
from growth.exchange import exported, journal_markdown, json_start, jsonl, limits, own_json, record_csv
from growth.exchange.formats import BY_WORD, FORMATS, LARGE, PRACTICES, TEXT_ENDINGS, Head
from growth.exchange.not_read import not_read
from growth.exchange.zipped import is_zip

# Notes under days are mine, whatever questions stand in them.
_DATED = re.compile(r"^ {0,3}#{1,6} +.*\b\d{4}\b", re.MULTILINE)
_BUNDLE = re.compile(r'\s*\{\s*"bundle"\s*:')
# A text may begin with `[x]` or `[[a page]]`.
_JSON = re.compile(r"""\s*(?:\{|\[\s*(?:\{|\[\s*["\d{]|"|\]\s*$))""")
_BEGINNING = 1 << 20
_YAML = (".yaml", ".yml", ".dvc", ".lock")
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_FIELD = re.compile(rb"\s*[!-9;-~]+:|(?:\xef\xbb\xbf)?From ")
OURS = "calendars, replies to requests for feedback, JSON Lines of our records, bundles, git (with -f git)"


def _unknown(name: str, why: str) -> WrongUsage:
    known = ", ".join(dict.fromkeys(format.label for format in FORMATS))
    return WrongUsage(f"{name} {why}", f"read are: {known}, {OURS}")


def is_json(text: str) -> bool:
    """Tell whether a text begins as JSON does."""
    return _JSON.match(text) is not None


def _is_calendar(head: Head) -> bool:
    return _CALENDAR.match(head.text) is not None or head.ending in (".ics", ".ical")


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

    if reply_json.is_reply(text):
        return True
    if is_json(text):
        # Records hold whatever was written once, also the marks of a form.
        return False
    if name.lower().endswith((".html", ".htm")):
        return True
    # Markdown, too, may start with a tag.
    page = html_text.is_html(text) and not name.lower().endswith(TEXT_ENDINGS)
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
    """Return the word of a format, `growth`, `ics` … or `reply`; what is none is refused, and why.

    `markers` returns those of the questions I asked: only they make a reply of a text without the id
    of a request. `asks` tells whether questions of mine stand in a text without their marks. With
    `reply` whatever somebody may have written is one.
    """
    if _is_mail(data, name):
        return "reply"
    if limits.is_long(data) and not is_zip(data):
        return _long(data, name)
    head = Head(data, name)
    if exported.is_one(head):
        return exported.FORMAT
    if found := _of_practice(head):
        return found
    if refused := not_read(head):
        raise refused
    if head.fault:
        found = _of_table(head)
        if not found:
            raise head.fault
        return found
    text = head.text
    if not text.strip():
        raise _unknown(name, "is empty")
    if _is_calendar(head):
        return "ics"
    if _is_reply(text, name, markers, asks):
        return "reply"
    if is_json(text) or head.ending in (".json", ".jsonl", ".ndjson"):
        lines = own_json.is_ours(head.first) and "\n" in text.strip()
        fault = "" if lines else limits.json_fault(data)
        if fault:
            raise _unknown(name, f"cannot be read: {fault}")
        if not is_json(text):
            raise _unknown(name, "is not JSON: it starts with neither { nor [")
        return "bundle" if _BUNDLE.match(text) else _of_table(head) or "jsonl"
    if reply:
        return "reply"
    found = _of_table(head)
    if found:
        return found
    raise _unknown(name, "has no format that is known here")


def _long(data: bytes, name: str) -> str:
    """Return the format of a text that is too long to be held as a whole, from how it begins."""
    limits.check_long(data, name)
    # Many short lines are looked at in part, one long line nearly whole.
    end = data.rfind(b"\n", 0, _BEGINNING // 4) + 1 or data.rfind(b"\n", 0, _BEGINNING) + 1
    head = Head(json_start.begun(data[: end or _BEGINNING]), name)
    if jsonl.is_document(head.text) or record_csv.is_ours(head.text):
        return exported.FORMAT
    if journal_markdown.is_ours(head.text):
        raise WrongUsage(
            f"{name} is Markdown that growth exported, and too long to be read as a whole:"
            f" {limits.WHOLE:,} bytes or {limits.LINES:,} lines at most",
            "export it in parts: growth export --split month; or as JSON Lines",
        )
    if own_json.is_ours(head.first) or own_json.is_ours(head.json):
        return "jsonl"
    if _is_calendar(head):
        return "ics"
    found = _of_table(head)
    if found not in LARGE and len(data) <= limits.WHOLE:
        raise limits.many_lines(name, limits.lines(data))
    if found not in LARGE:
        labels = dict.fromkeys(BY_WORD[word].label for word in LARGE)
        raise WrongUsage(
            f"{name} has {len(data):,} bytes; an import takes {limits.WHOLE:,} of all but "
            f"{', '.join(labels)}, calendars and JSON Lines of our records",
            "split it into several files",
        )
    return found


def _of_practice(head: Head) -> str:
    """Return the format of a file about data, models or prompts: YAML, which is read of nothing else."""
    if not (head.text.startswith("---") or head.ending in _YAML):
        return ""
    those = (BY_WORD[word] for word in PRACTICES)
    return next((format.word for format in those if format.reader.is_one(head)), "")


def _of_table(head: Head) -> str:
    return next((format.word for format in FORMATS if format.reader.is_one(head)), "")
