"""Ladders by tracks: each track has milestones, one for each level, with signals and examples."""

from typing import Any

from growth.exchange.ladder_draft import Draft
from growth.exchange.ladder_values import fields, first, listed, text, texts
from growth.exchange.ladder_yaml import line_of

FORM = "tracks with milestones"


def fits(value: Any) -> bool:
    """Tell whether some part of the data has this shape."""
    return isinstance(value, dict) and bool(_tracks(value))


def _tracks(value: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the tracks by name, from the first part that holds some."""
    for part in (value, *value.values()):
        pairs = list(part.items()) if isinstance(part, dict) else [("", one) for one in listed(part)]
        found = [(text(name), fields(one)) for name, one in pairs]
        tracks = [(name, one) for name, one in found if any(map(fields, listed(one.get("milestones"))))]
        if tracks:
            return tracks
    return []


def read(value: dict[str, Any], draft: Draft) -> None:
    """Take in the tracks as themes and the milestones, from the first up, as levels."""
    tracks = _tracks(value)
    for number in range(1, max(len(one["milestones"]) for _, one in tracks) + 1):
        draft.level(f"Milestone {number}", id=str(number), rank=number)
    for name, track in tracks:
        theme = draft.theme(
            first(track, "displayname", "name", "title") or name.replace("_", " ").capitalize(),
            id=name.casefold().replace("_", "-"), kind=text(track.get("category")),
        )  # fmt: skip
        draft.leave("description of a track", bool(track.get("description")))
        for number, raw in enumerate(track["milestones"], start=1):
            milestone = fields(raw)
            summary = first(milestone, "summary", "name", "title")
            if not summary:
                draft.misread(line_of(raw), str(raw)[:80], "is a milestone without a summary")
                continue
            said = [*texts(milestone.get("signals")), *texts(milestone.get("examples"))]
            draft.criterion(theme, str(number), summary, examples=said)
    for name, part in value.items():
        if isinstance(part, dict | list) and not _tracks({"": part}) and name != "milestones":
            draft.leave(f"{name}", len(part))
