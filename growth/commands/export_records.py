"""Which records an export takes up, and what is said of them before they go out."""

from growth.app import App
from growth.commands.audiences import say_withheld
from growth.records.kinds import KINDS, Record
from growth.rules import exporting
from growth.rules.audience import Audience
from growth.rules.day_words import counted
from growth.rules.exporting import Going
from growth.rules.select import Selection


def of_store(app: App, wanted: Selection) -> list[Record]:
    """Return all records of mine that filters may let through, by kind, the oldest first."""
    records: list[Record] = [*reversed(list(app.store.entries(wanted.period)))]
    return records if exporting.of_journal(wanted) else records + besides(app)


def besides(app: App) -> list[Record]:
    """Return all records of mine that are no entries, by kind, the oldest first."""
    return [one for kind in KINDS if kind.file for one in app.store.all(kind.type)]


def tell(app: App, going: Going, whom: Audience) -> None:
    """Say first what of it is for nobody else, or how much was kept from its reader."""
    if whom.kind == "me" and going.private:
        app.screen.say(f"holds {counted(going.private, 'private record')}, for you only")
    say_withheld(app, whom, len(going.records), going.withheld, "growth curate")
