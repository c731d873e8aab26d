"""A ladder as a table with a row for each criterion: Track, Level, Area, Competency, Behavior."""

from collections.abc import Sequence

from growth.exchange.ladder_draft import Draft, slug
from growth.exchange.ladder_table import Row
from growth.exchange.ladder_values import lines

FORM = "table with a row for each criterion"
COLUMNS = {
    "track": ("track", "ladder", "path", "role", "job family", "family", "discipline"),
    "level": ("level", "grade", "band", "career level", "job level"),
    "area": ("area", "category", "pillar", "group", "dimension", "domain"),
    "competency": ("competency", "competence", "skill", "theme", "capability", "attribute", "topic"),
    "behavior": (
        "behavior", "behaviour", "behaviors", "behaviours", "criterion", "criteria", "expectation",
        "expectations", "description", "statement", "indicator", "summary",
    ),
    "examples": ("example", "examples", "evidence"),
    "id": ("id", "key", "code"),
}  # fmt: skip
# In a table that people read, what is the same as in the row above is left empty.
MERGED = ("track", "level", "area", "competency")


def columns(header: Row) -> dict[str, int]:
    """Return the column of each part of a criterion that the header names."""
    names = [" ".join(cell.casefold().split()) for cell in header.cells]
    found = {}
    for part, words in COLUMNS.items():
        place = next((names.index(word) for word in words if word in names), None)
        if place is not None:
            found[part] = place
    return found


def fits(rows: Sequence[Row]) -> bool:
    """Tell whether the first row names the parts of a criterion."""
    found = columns(rows[0])
    return {"level", "behavior"} <= found.keys() and bool({"competency", "area"} & found.keys())


def read(rows: Sequence[Row], draft: Draft) -> None:
    """Take in a criterion for each row, or several where its cell holds a list."""
    places = columns(rows[0])
    for column in rows[0].filled:
        if column not in places.values():
            draft.leave(f"column {rows[0].cells[column]}", sum(1 for row in rows[1:] if row.cell(column)))
    above: dict[str, str] = {}
    found = []
    for row in rows[1:]:
        said = {part: row.cell(column) for part, column in places.items()}
        said |= {part: said[part] or above.get(part, "") for part in MERGED if part in said}
        above = said
        found.append((row, said))
    levels = {(said.get("track", ""), said["level"]) for _, said in found}
    for row, said in found:
        _take(row, said, levels, draft)


def _take(row: Row, said: dict[str, str], levels: set[tuple[str, str]], draft: Draft) -> None:
    track, level = said.get("track", ""), said["level"]
    name = said.get("competency") or said.get("area", "")
    criteria = lines(said["behavior"])
    if not (level and name):
        draft.misread(row.line, said["behavior"] or " ".join(row.cells), "names no level or no competency")
        return
    # The same level of two tracks is two levels.
    shared = sum(1 for _, other in levels if other == level) > 1
    here = draft.level(level, id=f"{track}-{level}" if shared else level, track=track)
    area = said.get("area", "") if said.get("competency") else ""
    theme = draft.theme(name, id=_theme_id(name, area, draft), kind=area)
    examples = lines(said.get("examples", ""))
    for number, summary in enumerate(criteria):
        identifier = said.get("id", "") if len(criteria) == 1 else ""
        draft.criterion(theme, here, summary, id=identifier, examples=examples if number == 0 else ())


def _theme_id(name: str, area: str, draft: Draft) -> str:
    """Return the id of a theme; the same name in another area is another theme."""
    plain = slug(name).lower()
    kind = draft.kind_of(plain)
    return plain if kind is None or kind == area else f"{slug(area).lower()}-{plain}"
