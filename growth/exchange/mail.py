"""Mail as it is saved or exported: .eml, mbox and HTML, down to the text that somebody wrote."""

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from growth.errors import WrongUsage
from growth.exchange import html_text, limits, reply_json
from growth.records.dates import Instant
from growth.rules.paper_sections import marks

if TYPE_CHECKING:
    from email.message import Message

SIZE = 5_000_000
DEPTH = 20
MOST_PARTS = 200
MOST_MESSAGES = 1_000
HEAD = 20_000
_FIELD = re.compile(rb"([!-9;-~]+):")
_BESIDE = {b"date", b"to", b"subject", b"message-id", b"received", b"mime-version", b"content-type"}
_START = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n(?=[!-9;-~]+:)")
# Anything else a mail could name would be a codec for other things, some of them slow on purpose.
_CHARSETS = ("utf-8", "ascii", "iso8859", "cp", "koi8", "gb", "big5", "euc", "shift_jis", "iso2022", "mac")
_TEXTS = ("text/plain", "text/html", "text/markdown")


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What one message says. `sender` is an address; `sent` and it are known of mail alone."""

    text: str
    sender: str = ""
    sent: Instant | None = None


def is_mail(data: bytes) -> bool:
    """Tell whether `data` starts as a message or a mailbox does."""
    lines = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").split(b"\n")
    if lines[0].startswith(b"From ") and len(lines) > 1:
        return _FIELD.match(lines[1]) is not None
    names = set()
    for line in lines:
        found = _FIELD.match(line)
        if found:
            names.add(found[1].lower())
        elif not line.strip() or line[:1] not in b" \t" or not names:
            # A head ends in a blank line; at anything else this was none.
            return not line.strip() and b"from" in names and bool(names & _BESIDE)
    return b"from" in names and bool(names & _BESIDE)


def read(data: bytes, name: str) -> tuple[Letter, ...]:
    """Return the letters in a message, a mailbox, a page or plain text."""
    if len(data) > SIZE:
        raise WrongUsage(
            f"{name} has {len(data):,} bytes; a reply may have {SIZE:,}", "save the text of the reply alone"
        )
    if not is_mail(data):
        text = limits.decode(data, name)
        return (Letter(text=_plain(text, name)),)
    messages = _messages(data)
    if len(messages) > MOST_MESSAGES:
        raise WrongUsage(f"{name} holds {len(messages):,} messages", "save the reply alone")
    return tuple(_letter(message, name) for message in messages)


def _plain(text: str, name: str) -> str:
    if reply_json.is_reply(text):
        return reply_json.read(text, name)
    return html_text.read(text, name) if html_text.is_html(text) else text


def _messages(data: bytes) -> list[bytes]:
    """Return the messages of a mailbox, or the one that `data` is."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").replace(b"\r\n", b"\n")
    if not data.startswith(b"From "):
        return [data]
    starts = [found.span() for found in _START.finditer(data)]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    # A line of the text that starts as a message does was written with a sign before it.
    return [
        re.sub(rb"(?m)^>(?=>*From )", b"", data[start:end])
        for (_, start), end in zip(starts, ends, strict=True)
    ]


def _letter(data: bytes, name: str) -> Letter:
    from email import message_from_bytes

    try:
        # The older policy: the newer one parses headers with care enough to fail on hostile ones.
        message = message_from_bytes(data)
        texts = list(_texts(message, name, 0))
    except RecursionError:
        raise _too_deep(name) from None
    text = "\n\n".join(text for text in texts if text.strip())
    return Letter(text=text, sender=_sender(message), sent=_sent(message))


def _too_deep(name: str) -> WrongUsage:
    return WrongUsage(f"{name} is nested deeper than {DEPTH} levels", "save the text of the reply alone")


def _texts(message: "Message", name: str, depth: int) -> Iterator[str]:
    """Yield the texts of a message; of several versions of one text the first that has markers."""
    if depth > DEPTH:
        raise _too_deep(name)
    parts = message.get_payload()
    if isinstance(parts, list):
        if len(parts) > MOST_PARTS:
            raise WrongUsage(f"{name} has {len(parts):,} parts", "save the text of the reply alone")
        found = [list(_texts(part, name, depth + 1)) for part in parts if not isinstance(part, str)]
        if message.get_content_type() == "multipart/alternative":
            found = [_version(found)]
        for texts in found:
            yield from texts
    elif message.get_content_type() in _TEXTS:
        yield _text(message, name)


def _version(versions: Sequence[list[str]]) -> list[str]:
    marked = [texts for texts in versions if any(marks(text) for text in texts)]
    full = [texts for texts in versions if any(text.strip() for text in texts)]
    return next(iter([*marked, *full]), [])


def _text(part: "Message", name: str) -> str:
    data = part.get_payload(decode=True)
    text = _decoded(data if isinstance(data, bytes) else b"", part.get_content_charset("utf-8"), name)
    if part.get_content_type() == "text/html":
        return html_text.read(text, name)
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _decoded(data: bytes, charset: str, name: str) -> str:
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        codec = ""
    if not codec.startswith(_CHARSETS):
        raise WrongUsage(f"{name} is in {charset!r}, which is not read here", "save its text as UTF-8")
    if codec not in ("utf-8", "ascii"):
        try:
            data = data.decode(codec).encode()
        except UnicodeDecodeError as error:
            raise WrongUsage(
                f"{name} is not {charset}: byte {data[error.start]:#04x} at offset {error.start} of its text",
                "save its text as UTF-8",
            ) from None
    return limits.decode(data, name)


def _unflowed(text: str) -> str:
    """Return text whose lines were broken for the way, each with a blank at its end, in whole lines."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if lines and lines[-1].endswith(" ") and lines[-1] != "-- " and _quotes(lines[-1]) == _quotes(line):
            lines[-1] += line[len(_quotes(line)) :].removeprefix(" ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _quotes(line: str) -> str:
    return line[: len(line) - len(line.lstrip(">"))]


def _sender(message: "Message") -> str:
    from email.utils import parseaddr

    return parseaddr(str(message.get("from", "")))[1]


def _sent(message: "Message") -> Instant | None:
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(str(message.get("date", "")))
        return found.astimezone() if found.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        return None
