"""Ladders as themes by levels: one mapping of both, or a competency each with L1, L2 and so on."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from growth.exchange.ladder_draft import Draft
from growth.exchange.ladder_levels import is_level, mostly_levels
from growth.exchange.ladder_values import EXAMPLES, MANY, NAMES, SUMMARY, criteria, fields, first, text
from growth.exchange.ladder_yaml import line_of

FORM = "themes by levels"
ONE = "a competency with its levels"
_PARTS = {*SUMMARY, *MANY, *EXAMPLES}
_CALLED = ("level", "id", "name", "title")
THEMES = (
    "themes", "competencies", "skills", "areas", "dimensions", "categories", "topics", "matrix", "attributes",
    "pillars",
)  # fmt: skip


class Row(NamedTuple):
    """One theme, and what it asks at each level; `unread` is what was there in the place of a theme."""

    theme: str
    kind: str
    cells: dict[str, Any]
    id: str = ""
    unread: Any = None


def fits(value: Any) -> bool:
    """Tell whether data has this shape."""
    return bool(rows(value))


def is_one(value: Any) -> bool:
    """Tell whether data is a single competency, such as one file of many."""
    return _row(value, "x") is not None and isinstance(value, dict)


def rows(value: Any, fallback: str = "", told: Collection[str] = ()) -> list[Row]:
    """Return the themes that data holds; `fallback` names a single one that has no name.

    `told` are the levels that the data lists by themselves, in small letters.
    """
    single = _row(value, fallback)
    if single is not None:
        return [single]
    if isinstance(value, list):
        return _listed(value, told)
    known = fields(value)
    told = told or {one.casefold() for level in _levels(value) for one in level}
    for name in THEMES:
        if name in known and (found := rows(known[name], told=told)):
            return found + _empty(known[name])
    return _mapped(value) if isinstance(value, dict) else []


def _listed(value: list[Any], told: Collection[str]) -> list[Row]:
    """Return the themes of a list. One with a single level is one where its level is known from elsewhere."""
    sure = [_row(one, "") for one in value]
    known = {*told, *(name.casefold() for row in sure if row for name in row.cells)}
    found = [row or _row(one, "", known) for row, one in zip(sure, value, strict=True)]
    enough = 0 if told else len(value) // 2
    if sum(1 for row in found if row) <= enough:
        return []
    return [row or _without_levels(one) for row, one in zip(found, value, strict=True)]


def _without_levels(one: Any) -> Row:
    """Return what stands in a list of themes and names no level: a theme that asks nothing, or no theme."""
    inner = fields(one)
    theme = first(inner, *NAMES)
    says_more = any(isinstance(said, dict | list) and said for said in inner.values())
    return Row(theme, "", {}, text(inner.get("id")), one if says_more or not theme else None)


def _empty(themes: Any) -> list[Row]:
    """Return the themes of a mapping that say nothing yet."""
    pairs = themes.items() if isinstance(themes, dict) else ()
    return [Row(text(name), "", {}) for name, one in pairs if text(name) and one in (None, "", [], {})]


def _row(value: Any, fallback: str, told: Collection[str] = ()) -> Row | None:
    """Return one competency: a mapping with a name, and a field or an entry of `levels` for each level.

    A single level may be any field that is called like one, so that it takes two, or one of those `told`.
    """
    known = fields(value)
    theme = first(known, *NAMES) or fallback
    cells = _cells(value, known, told)
    if not theme or not (len(cells) > 1 or any(name.casefold() in told for name in cells)):
        return None
    kind = next((said for name in ("area", "category", "group", "kind", "pillar")
                 if (said := text(known.get(name))) and said != theme), "")  # fmt: skip
    return Row(theme, kind, cells, text(known.get("id")))


def _cells(value: Any, known: dict[str, Any], told: Collection[str]) -> dict[str, Any]:
    inner = known.get("levels")
    if isinstance(inner, list):
        pairs = [(first(fields(one), "level", "id", "name", "title"), one) for one in inner]
        cells = {name: _without(one) for name, one in pairs if name and isinstance(one, dict)}
        return cells if any(True for cell in cells.values() for _ in criteria(cell)) else {}
    if isinstance(inner, dict):
        return {text(name): one for name, one in inner.items()}
    if not isinstance(value, dict):
        return {}
    called = {text(name): one for name, one in value.items() if one is not None}
    found = {name: one for name, one in called.items() if _is_code(name) or name.casefold() in told}
    named = sum(1 for name in known if name in NAMES)
    alone = len(found) == len(value) and not any(map(_holds_themes, found.values()))
    return found if named or alone else {}


def _holds_themes(value: Any) -> bool:
    """Tell whether what stands at a level are themes, and not the parts of one criterion."""
    return bool(value) and isinstance(value, dict) and not _PARTS & fields(value).keys()


def _without(level: dict[Any, Any]) -> dict[Any, Any]:
    """Return what a level asks, without what it is called."""
    return {name: one for name, one in level.items() if text(name).casefold() not in _CALLED}


def _is_code(name: str) -> bool:
    """Tell whether a field is called as a level is by its number: a title could be any field."""
    return is_level(name) and any(char.isdigit() for char in name)


def _mapped(value: dict[Any, Any]) -> list[Row]:
    """Return the rows of a mapping of mappings: themes with levels in them, or levels with themes."""
    pairs = {text(name): one for name, one in value.items() if isinstance(one, dict) and len(one) > 0}
    inner = list(dict.fromkeys(text(name) for one in pairs.values() for name in one))
    if not pairs or not all(_is_cell(cell) for one in pairs.values() for cell in one.values()):
        return []
    if mostly_levels(inner) and not (mostly_levels(pairs) and len(pairs) > 1 and not _codes(inner)):
        cells = {name: {text(level): cell for level, cell in one.items()} for name, one in pairs.items()}
    elif mostly_levels(pairs):
        cells = {name: {level: one[name] for level, one in pairs.items() if name in one} for name in inner}
    else:
        cells = {}
    return [Row(theme, "", asked) for theme, asked in cells.items()]


def _codes(names: list[str]) -> bool:
    return all(_is_code(name) for name in names)


def _is_cell(value: Any) -> bool:
    return not (isinstance(value, dict) and value) or any(True for _ in criteria(value))


def read(value: Any, draft: Draft, fallback: str = "") -> None:
    """Take in the themes, and the levels in the order in which the data lists them."""
    for level in _levels(value):
        draft.level(level[1], id=level[0])
    take(rows(value, fallback), draft)


def _levels(value: Any) -> Iterator[tuple[str, str]]:
    """Yield id and name of the levels that the data lists by themselves."""
    top = value.get("levels") if isinstance(value, dict) else None
    if isinstance(top, list) and not _row(value, ""):
        for one in top:
            known = fields(one)
            name = first(known, "name", "title", "id", "level") if known else text(one)
            if name:
                yield first(known, "id", "level", "key") or name, name
    elif isinstance(top, dict) and not _row(value, ""):
        for key, one in top.items():
            yield text(key), first(fields(one), "name", "title") or text(one) or text(key)


def take(found: list[Row], draft: Draft) -> None:
    """Take in rows, with the levels that they name."""
    for row in found:
        if row.unread is not None:
            said = row.theme or str(row.unread)[:80]
            draft.misread(line_of(row.unread), said, "names no level" if row.theme else "is no theme")
        if not row.theme:
            continue
        theme = draft.theme(row.theme, id=row.id, kind=row.kind)
        for name, cell in row.cells.items():
            level = draft.level(name)
            before = draft.count
            for one in criteria(cell):
                draft.criterion(theme, level, one.summary, examples=one.examples)
            if draft.count == before and cell not in (None, "", [], {}):
                draft.misread(line_of(cell), f"{row.theme}, {name}: {str(cell)[:80]}", "says no criterion")
