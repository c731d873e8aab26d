"""Cases of prompts in a folder of mine: read all of them, or make one of a run."""

from pathlib import Path

from growth import files
from growth.app import App, named
from growth.commands.draft_run import every
from growth.errors import Refused
from growth.exchange import prompt_case
from growth.records.answer import Answer
from growth.records.draft import Draft
from growth.records.thumb import Thumb
from growth.rules import audience, consent
from growth.rules.accepting import refs
from growth.rules.brief import Brief
from growth.rules.draft_names import Named
from growth.rules.pieces import Given, pieces
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
    given = pieces(_given(app, one), app.people.name)
    now = {piece.ref: piece.hash for piece in given}
    if changed := [was.ref for was in one.given if now.get(was.ref) != was.hash]:
        raise Refused(
            f"{one.id} was written from what is gone or says something else now: {', '.join(changed)}",
            "draft it again, and make a case of that",
        )
    brief = Brief(
        writer=app.config.text("me.name"),
        reader=one.audience,
        about=app.people.name(one.about) if one.about else "",
        period=one.period,
        pieces=given,
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


def _given(app: App, one: Draft) -> list[Given]:
    """Return the records that a program was given, as they are now and as it was given them."""
    wanted = {was.ref for was in one.given}
    those = [record for record in every(app) if isinstance(record, Given) and record.id in wanted]
    if one.audience == "me":
        return those
    return [consent.open_side(it) if isinstance(it, Answer) else audience.open_side(it) for it in those]
