"""Ladders by topics: each topic has blocks of content, each block the criteria of one level."""

from typing import Any

from growth.exchange.ladder_draft import Draft
from growth.exchange.ladder_values import fields, first, listed, text, texts
from growth.exchange.ladder_yaml import line_of

FORM = "topics with the criteria of each level"


def fits(value: Any) -> bool:
    """Tell whether data has this shape."""
    topics = listed(value.get("topics")) if isinstance(value, dict) else []
    return any(isinstance(one, dict) and isinstance(one.get("content"), list) for one in topics)


def read(value: dict[str, Any], draft: Draft) -> None:
    """Take in the topics as themes; levels are numbers, as many as `levels` says or more."""
    count = value.get("levels")
    for place in range(1, min(count, 60) + 1 if isinstance(count, int) else 1):
        _level(draft, str(place))
    found = [(topic, block) for topic in listed(value["topics"]) for block in _blocks(topic)]
    numbers = {text(fields(block).get("level")).strip() for _, block in found}
    # In the order of the numbers, whichever topic names them first.
    for number in sorted((one for one in numbers if one), key=lambda one: (not one.isdigit(), one.zfill(3))):
        _level(draft, number)
    for topic in listed(value["topics"]):
        known = fields(topic)
        name = text(known.get("name")).strip()
        theme = draft.theme(first(known, "title") or name.capitalize(), id=name.casefold())
        for block in _blocks(topic):
            _block(block, theme, draft)


def _blocks(topic: Any) -> list[Any]:
    return listed(fields(topic).get("content"))


def _level(draft: Draft, name: str) -> str:
    return draft.level(f"Level {name}" if name.isdigit() else name, id=name)


def _block(block: Any, theme: str, draft: Draft) -> None:
    known = fields(block)
    number = text(known.get("level")).strip()
    if not number:
        draft.misread(line_of(block), str(block)[:80], "says no level")
        return
    level = _level(draft, number)
    for summary in texts(known.get("criteria")):
        draft.criterion(theme, level, summary)
    for one in listed(known.get("examplecriteria")):
        inner = fields(one)
        summary = first(inner, "criteria", "summary")
        if summary:
            draft.criterion(theme, level, summary, examples=texts(inner.get("examples")))
        else:
            draft.misread(line_of(one), str(one)[:80], "is an example of no criterion")
