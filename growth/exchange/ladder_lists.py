"""Ladders that list levels, themes and competencies, each competency naming its level and its theme."""

from typing import Any

from growth.exchange.ladder_draft import Draft, slug
from growth.exchange.ladder_values import fields, first, listed, text, texts
from growth.exchange.ladder_yaml import line_of

FORM = "lists of levels, themes and competencies"
KEPT = {"id", "level", "theme", "summary", "examples", "name", "kind", "rank", "track"}


def fits(value: Any) -> bool:
    """Tell whether data has this shape."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("levels"), list)
        and isinstance(value.get("themes"), list)
        and any(isinstance(value.get(name), list) for name in ("competencies", "criteria"))
    )


def read(value: dict[str, Any], draft: Draft) -> None:
    """Take in what the lists hold; the ids of the source are kept."""
    for raw in value["levels"]:
        level = fields(raw) or {"id": text(raw)}
        rank = level.get("rank")
        draft.level(
            first(level, "name", "title"), id=text(level.get("id")), track=text(level.get("track")),
            rank=rank if isinstance(rank, int) else None, new=True,
        )  # fmt: skip
        _left(draft, level, "level")
    for raw in value["themes"]:
        theme = fields(raw) or {"id": text(raw)}
        draft.theme(
            first(theme, "name", "title"), id=text(theme.get("id")), kind=text(theme.get("kind")), new=True
        )
        _left(draft, theme, "theme")
    for raw in listed(value.get("competencies")) or listed(value.get("criteria")):
        _competency(raw, draft)


def _competency(raw: Any, draft: Draft) -> None:
    one = fields(raw)
    summary = first(one, "summary", "name", "description")
    theme, level = slug(text(one.get("theme"))), slug(text(one.get("level")))
    if not (summary and theme and level):
        lacks = "summary" if not summary else "theme" if not theme else "level"
        draft.misread(line_of(raw), summary or text(one.get("id")) or str(raw)[:80], f"has no {lacks}")
        return
    draft.criterion(theme, level, summary, id=text(one.get("id")), examples=texts(one.get("examples")))
    _left(draft, one, "competency")


def _left(draft: Draft, one: dict[str, Any], what: str) -> None:
    kept = KEPT if what == "competency" else KEPT - {"summary"}
    for name, value in one.items():
        if name not in kept and value not in (None, "", [], {}):
            draft.leave(f"{what} {name}")
