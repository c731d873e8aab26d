"""Questions for 1:1s out of foreign files: JSON with categories, and Markdown lists under headings."""

from typing import Any

import msgspec

from growth.errors import Refused
from growth.exchange import limits
from growth.exchange.markdown_blocks import Heading, Item, blocks, prepare
from growth.rules.bank import LONGEST, tidy
from growth.store.strict import parse
from growth.text import parser_words

SHAPES = "read are JSON with a list 'questions', and Markdown lists"
SIZE = 5_000_000
MARKDOWN = (".md", ".markdown", ".txt")


class Listed(msgspec.Struct, frozen=True):
    """One question as a file lists it, and the category or heading that it stands under."""

    category: str
    text: str


class Reading(msgspec.Struct, frozen=True):
    """What a file holds; `left` counts what is no question, or not in the language."""

    questions: tuple[Listed, ...]
    left: int = 0


def read(data: bytes, name: str, language: str = "") -> Reading:
    """Return the questions of a file; refuse one that holds none."""
    if len(data) > SIZE:
        raise Refused(f"{name} has {len(data):,} bytes; a list of questions has {SIZE:,} at most", "split it")
    text = limits.decode(data, name)
    if text.lstrip()[:1] in ("{", "[") and not name.lower().endswith(MARKDOWN):
        found = _json(data, name, language)
    elif language:
        raise Refused(f"{name} is in one language only", "leave --language out")
    else:
        found = _markdown(text)
    if not found.questions:
        raise Refused(f"{name} holds no question", SHAPES)
    return found


def _json(data: bytes, name: str, language: str) -> Reading:
    fault = limits.json_fault(data)
    try:
        value: Any = (
            None if fault else parse(data) if data.lstrip()[:1] == b"{" else msgspec.json.decode(data)
        )
    except ValueError as error:
        fault = parser_words.plain(str(error))
    if fault:
        raise Refused(f"{name} cannot be read: {fault}", "mend it, or ask for it again")
    rows = value.get("questions") if isinstance(value, dict) else value
    if not isinstance(rows, list):
        raise Refused(f"{name} holds no list 'questions'", SHAPES)
    spoken = _languages(rows)
    if language and language not in spoken:
        known = ", ".join(spoken) or "none"
        raise Refused(f"{name} has no language {language!r}", f"its languages: {known}")
    chosen = language or ("en" if "en" in spoken else next(iter(spoken), ""))
    found = tuple(one for row in rows if (one := _row(row, chosen)))
    return Reading(found, len(rows) - len(found))


def _languages(rows: list[Any]) -> dict[str, None]:
    texts = (_text(row) for row in rows)
    return dict.fromkeys(code for text in texts if isinstance(text, dict) for code in text)


def _text(row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return next((row[name] for name in ("question", "text") if name in row), None)


def _row(row: Any, language: str) -> Listed | None:
    text = _text(row)
    if isinstance(text, dict):
        text = text.get(language)
    if not isinstance(text, str) or not _fits(text):
        return None
    names = (row.get(name) for name in ("category", "topic")) if isinstance(row, dict) else ()
    category = next((name for name in names if isinstance(name, str)), "")
    return Listed(tidy(category), tidy(text))


def _fits(text: str) -> bool:
    return 0 < len(tidy(text)) <= LONGEST


def _markdown(text: str) -> Reading:
    """Return the bullets that ask something, each with the heading above it."""
    heading = ""
    found: list[Listed] = []
    left = 0
    for block in blocks(prepare(text)):
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Item):
            for line in (block.text, *_nested(block.body)):
                if "?" in line and _fits(line):
                    found.append(Listed(tidy(heading), tidy(line)))
                else:
                    left += 1
    return Reading(tuple(found), left)


def _nested(body: str) -> list[str]:
    return [block.text for block in blocks(prepare(body)) if isinstance(block, Item)]
