"""Cases of prompts in a folder of mine: read all of them, or make one of a run."""

from pathlib import Path

from growth import files
from growth.app import App, named
from growth.commands.draft_brief import brief_of
from growth.errors import Refused
from growth.exchange import prompt_case
from growth.records.draft import Draft
from growth.records.thumb import Thumb
from growth.rules.accepting import refs
from growth.rules.draft_names import Named
from growth.rules.prompt_cases import Case, Expected

ENDING = ".toml"
LIMIT = 4 << 20


def read_all(folder: str) -> dict[str, Case]:
    """Return the cases of a folder by the name of their file."""
    place = named(folder)
    paths = sorted(place.glob(f"*{ENDING}")) if place.is_dir() else []
    if not paths:
        raise Refused(
            f"{place} holds no case", f"make one of a run: growth prompt eval --from ID --cases {place}"
        )
    return {
        path.name.removesuffix(ENDING): prompt_case.read(files.read(path, limit=LIMIT), str(path))
        for path in paths
    }


def keep(app: App, one: Draft, folder: str, yes: bool) -> Path:
    """Write a case made of a run into a folder, and return where it lies."""
    from growth.commands.emit import check_place

    path = named(folder) / f"{one.id}{ENDING}"
    check_place(app, path, yes)
    case = _case(app, one)
    files.make_private(path.parent)
    files.write(path, prompt_case.write(case))
    return path


def _case(app: App, one: Draft) -> Case:
    """Return a run as a case: of a good one it asks for what is cited, and never again for what was wrong.

    Nothing is in it that the program was not given: a case may lie where others can read it.
    """
    brief = brief_of(app, one)
    given = brief.pieces
    now = {piece.ref: piece.hash for piece in given}
    if changed := [was.ref for was in one.given if now.get(was.ref) != was.hash]:
        raise Refused(
            f"{one.id} was written from what is gone or says something else now: {', '.join(changed)}",
            "draft it again, and make a case of that",
        )
    rated = next((thumb.up for thumb in app.store.all(Thumb) if thumb.target == one.id), None)
    wrong = (found.text for found in one.findings if found.rule not in ("private", "person"))
    expect = Expected(
        cites=refs(one.output) if rated is not False and not one.findings else (),
        never=tuple(dict.fromkeys(wrong)),
    )
    known = {name for piece in given for name in piece.people}
    people = (person for person in app.people.everyone if person.name in known)
    return Case(brief=brief, people=tuple(Named(name=who.name) for who in people), expect=expect)
