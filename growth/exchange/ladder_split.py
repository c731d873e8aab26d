"""Ladders split over files: levels, capabilities with skills, behaviours, and disciplines that join them.

A discipline puts each skill in a tier, and a level says how well the skills of a tier are done. So
the criteria of a level are, skill by skill, what is described for that proficiency.
"""

from pathlib import PurePath
from typing import Any, NamedTuple

from growth.errors import Refused
from growth.exchange.ladder_draft import Draft, slug
from growth.exchange.ladder_values import fields, first, listed, text, texts

FORM = "levels, capabilities, behaviours and disciplines in files"
TIERS = {"core": "coreskills", "supporting": "supportingskills", "broad": "broadskills"}


class Theme(NamedTuple):
    """A skill or a behaviour: what each step of its scale describes, and examples of it."""

    id: str
    name: str
    kind: str
    steps: dict[str, str]
    examples: dict[str, list[str]]


class Pieces(NamedTuple):
    """What the files hold, sorted by what they are."""

    levels: list[dict[str, Any]]
    skills: list[Theme]
    behaviours: list[Theme]
    disciplines: dict[str, dict[str, Any]]
    others: list[str]


def fits(value: Any) -> bool:
    """Tell whether data is one of the pieces."""
    found = _sorted({"x.yaml": value})
    return not found.others


def _sorted(parts: dict[str, Any]) -> Pieces:
    found = Pieces([], [], [], {}, [])
    for path, value in parts.items():
        stem, known = PurePath(path).stem, fields(value)
        if levels := _levels(value):
            found.levels.extend(levels)
        elif skills := _skills(known, first(known, "name") or stem):
            found.skills.extend(skills)
        elif steps := _steps(known, "maturitydescriptions"):
            name = first(known, "name") or stem
            found.behaviours.append(Theme(slug(stem), name, "behaviour", steps, {}))
        elif any(field in known for field in TIERS.values()):
            found.disciplines[stem] = known
        else:
            found.others.append(path)
    return found


def _levels(value: Any) -> list[dict[str, Any]]:
    inner = value if isinstance(value, list) else listed(fields(value).get("levels"))
    found = [known for one in inner if (known := fields(one)) and "baseskillproficiencies" in known]
    return sorted(found, key=lambda one: rank if isinstance(rank := one.get("ordinalrank"), int) else 0)


def _skills(known: dict[str, Any], kind: str) -> list[Theme]:
    found = []
    for raw in listed(known.get("skills")):
        skill = fields(raw)
        steps = _steps(skill, "proficiencydescriptions")
        if steps:
            markers = skill.get("markers")
            pairs = markers.items() if isinstance(markers, dict) else ()
            examples = {text(name): texts(fields(one).get("human")) for name, one in pairs}
            name = first(skill, "name", "id")
            found.append(Theme(slug(first(skill, "id", "name")), name, kind, steps, examples))
    return found


def _steps(known: dict[str, Any], name: str) -> dict[str, str]:
    steps = fields(known.get("human")).get(name) or known.get(name)
    pairs = steps.items() if isinstance(steps, dict) else ()
    return {text(step): said for step, one in pairs if (said := text(one).strip())}


def read(parts: dict[str, Any], draft: Draft) -> None:
    """Take in files by their paths."""
    found = _sorted(parts)
    if not found.skills and not found.behaviours:
        raise Refused(
            f"{draft.source} holds one part of a ladder that is split over files", "import the whole folder"
        )
    if len(found.disciplines) > 1:
        raise Refused(
            f"{draft.source} holds {len(found.disciplines)} disciplines: {', '.join(found.disciplines)}",
            "leave the file of one of them there, and import the folder again",
        )
    if found.levels and found.disciplines:
        _job(found, next(iter(found.disciplines.values())), draft)
    else:
        _scale(found, draft)
    for path in found.others:
        draft.leave(f"file {path}")


def _job(found: Pieces, discipline: dict[str, Any], draft: Draft) -> None:
    """Take in what one discipline asks at each of the levels."""
    draft.name = first(discipline, "specialization", "roletitle") or draft.name
    tier_of = {slug(one): tier for tier, field in TIERS.items() for one in texts(discipline.get(field))}
    themes = [*found.skills, *found.behaviours]
    loose = [one.name for one in found.skills if one.id not in tier_of]
    if loose and tier_of:
        draft.notes.append(f"in no tier of the discipline, so taken as broad: {', '.join(loose)}")
    known = {one.id for one in themes}
    for name in tier_of:
        draft.leave(f"skill {name}, which no file describes", name not in known)
    modifiers = {slug(name): step for name, step in _pairs(discipline.get("behaviourmodifiers"))}
    for level in found.levels:
        rank = level.get("ordinalrank")
        identifier = draft.level(
            first(level, "professionaltitle", "name", "id"), id=first(level, "id", "professionaltitle"),
            rank=rank if isinstance(rank, int) else None,
        )  # fmt: skip
        bases = fields(level.get("baseskillproficiencies"))
        for theme in found.skills:
            step = text(bases.get(tier_of.get(theme.id, "broad")))
            _criterion(theme, step, identifier, draft)
        base = text(level.get("basebehaviourmaturity"))
        for theme in found.behaviours:
            _criterion(theme, _moved(theme, base, modifiers.get(theme.id, 0)), identifier, draft)
        draft.leave("expectations of a level", len(fields(level.get("expectations"))))


def _pairs(value: Any) -> list[tuple[str, int]]:
    pairs = value.items() if isinstance(value, dict) else ()
    return [(text(name), step) for name, step in pairs if isinstance(step, int)]


def _moved(theme: Theme, step: str, by: int) -> str:
    """Return the step of a scale that lies `by` steps from another, within the scale."""
    steps = list(theme.steps)
    return steps[max(0, min(len(steps) - 1, steps.index(step) + by))] if step in steps else step


def _criterion(theme: Theme, step: str, level: str, draft: Draft) -> None:
    identifier = draft.theme(theme.name, id=theme.id, kind=theme.kind)
    if step in theme.steps:
        draft.criterion(identifier, level, theme.steps[step], examples=theme.examples.get(step, []))
    elif step:
        draft.misread(0, f"{theme.name}: {step}", "is a step that nothing describes")


def _scale(found: Pieces, draft: Draft) -> None:
    """Take in the steps of the scale as levels, where nothing says which level asks for which."""
    themes = [*found.skills, *found.behaviours]
    longest = max(themes, key=lambda one: len(one.steps))
    steps = list((found.skills or themes)[0].steps) if found.skills else list(longest.steps)
    levels = [
        draft.level(step.replace("-", " ").capitalize(), id=step, rank=number)
        for number, step in enumerate(steps, start=1)
    ]
    for theme in themes:
        for number, step in enumerate(theme.steps):
            place = steps.index(step) if step in steps else min(number, len(steps) - 1)
            _criterion(theme, step, levels[place], draft)
    draft.leave("levels, which no discipline joins to the skills", len(found.levels))
