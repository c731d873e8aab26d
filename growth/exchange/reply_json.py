"""A reply that a program of somebody's wrote: one JSON object instead of a filled-in paper.

`{"request": "r261124-5gq1", "answers": [{"marker": "q7k3", "text": "…", "rating": 4}], "reader": "manager",
"name": "named"}`. It is turned into the text block that a form yields, and read as one.
"""

import re

import msgspec

from growth.errors import WrongUsage
from growth.exchange import limits
from growth.records.answer import Naming, Reader
from growth.rules.request_paper import NAME, NAME_WORDS, READER_WORDS, WHO, escaped
from growth.text import parser_words

_START = re.compile(r'\s*\{\s*"(?:request|answers)"\s*:')


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    marker: str
    text: str = ""
    rating: int | None = None


class _Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    request: str
    answers: list[_Said]
    reader: Reader | None = None
    name: Naming | None = None


def is_reply(text: str) -> bool:
    """Tell whether a text starts as such an object does."""
    return _START.match(text) is not None


def read(text: str, name: str) -> str:
    """Return the text block that says the same; a field of the wrong type is named with its path."""
    fault = limits.json_fault(text.encode())
    if fault:
        raise WrongUsage(f"{name} cannot be read: {fault}", "paste the text of the reply instead")
    try:
        found = msgspec.json.decode(text, type=_Reply)
    except (msgspec.DecodeError, RecursionError) as error:
        why = parser_words.plain(str(error))
        raise WrongUsage(f"{name} is no reply: {why}", "mend it, or paste the text instead") from None
    parts = [_said(one) for one in found.answers]
    parts += [f"[{WHO}] {READER_WORDS[found.reader]}"] if found.reader else []
    parts += [f"[{NAME}] {NAME_WORDS[found.name]}"] if found.name else []
    return "\n\n".join([*parts, f"Request [{found.request}]"]) + "\n"


def _said(one: _Said) -> str:
    step = [] if one.rating is None else [str(one.rating)]
    return "\n".join([f"[{one.marker}]", *step, escaped(one.text)])
