"""growth verify: does a document still say what the records say."""

import click

from growth import files
from growth.app import App, named, pass_app
from growth.errors import Refused
from growth.rules.cited import Citable, Claim, claims, is_cited
from growth.store.others import others

LIMIT = 16 << 20


@click.command()
@click.argument("file")
@pass_app
def verify(app: App, /, file: str) -> int:
    """Check that the records a document cites are still the same.

    It reads the section "Records cited" of a document that growth made, Markdown or HTML, and
    ends with 1 when a record is gone or says something else now.
    """
    path = named(file)
    cited = claims(files.read(path, limit=LIMIT).decode("utf-8", "replace"))
    if not cited:
        raise Refused(f"{path} cites no records", "name a document made by growth report or growth prep")
    states = [(claim, _state(app, claim)) for claim in cited]
    wrong = [(claim, state) for claim, state in states if state]
    for claim, state in wrong:
        app.screen.out((f"{state:<7}", "late"), "  ", (claim.ref, "id"))
    same = len(states) - len(wrong)
    app.screen.say(f"{same} of {len(states)} cited records are the same")
    return 1 if wrong else 0


def _state(app: App, claim: Claim) -> str:
    """Return what became of a cited record: `gone`, `changed`, or nothing."""
    owner, _, identifier = claim.ref.rpartition(":")
    found = _theirs(app, owner, identifier) if owner else app.store.get(identifier)
    if not isinstance(found, Citable):
        return "gone"
    return "" if is_cited(found, claim.hash) else "changed"


def _theirs(app: App, owner: str, identifier: str) -> Citable | None:
    for theirs in others(app.store):
        if app.people.same(theirs.owner, owner):
            for record in theirs.records:
                if record.id == identifier and isinstance(record, Citable):
                    return record
    return None
