"""Read journals of jrnl: its text in any form of date, folders with a file a day, and its JSON."""

import re

from growth.exchange import encrypted, jrnl_json, jrnl_text, limits, source_ids, text_parts
from growth.exchange.formats import Head
from growth.records.imported import Reading, ReadOptions

FORMAT = "jrnl"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")


def is_one(head: Head) -> bool:
    """Tell whether a file is a journal of jrnl; an encrypted one too, so that it is refused by name."""
    cipher = encrypted.cipher(head.data, head.name)
    if cipher:
        return "jrnl" in cipher.what
    if head.text.lstrip()[:1] == "{":
        return jrnl_json.is_one(head.json)
    return jrnl_text.is_one(head.text, head.name)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the entries of a journal; tags stay in their text."""
    encrypted.refuse(data, name, FORMAT)
    if _JSON.match(data):
        limits.check_long(data, name)
        return source_ids.reading(FORMAT, jrnl_json.read(data, name))
    limits.check_lines(data, name, limits.TEXT_LINES)
    return source_ids.reading(FORMAT, jrnl_text.read(lambda: text_parts.parts(data), name, options))
