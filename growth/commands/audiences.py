"""What documents for somebody share: whom they are for, names, and what was withheld."""

from collections.abc import Callable

from growth.app import App
from growth.errors import WrongUsage
from growth.rules.audience import ME, Audience, audience
from growth.text.fold import fold

# With less than this part of the records to show, a document says more by what it lacks.
NEARLY_EMPTY = 5


def audience_of(app: App, text: str | None, include_former: bool = False) -> Audience:
    """Return whom --for means; without it, me. What was a former manager's is included only if wanted."""
    whom = audience(text, app.people.everyone if text else (), app.today)
    if include_former and whom.kind != "manager" and whom.relation != "manager":
        raise WrongUsage("--include-former is for your manager", "add --for manager, or leave it out")
    return whom.ever if include_former else whom


def names_of(app: App) -> dict[str, str]:
    """Return the names to show, by every handle in use; mine as `me` where it is set."""
    names = {handle: person.name for person in app.people.everyone for handle in person.handles}
    return names | {"me": app.config.text("me.name")}


def say_nameless(app: App, text: str | None) -> None:
    """Tell who sits there that a document for others, as --for names them, does not say whose it is."""
    for_others = bool(text) and fold((text or "").strip()) != ME.word
    if for_others and (app.screen.is_terminal or app.screen.asks) and not app.config.text("me.name"):
        app.screen.say(
            ("warning: ", "late"), "it does not say whose it is: growth config set me.name 'Ada Example'"
        )


def say_former(app: App, whom: Audience, withheld: Callable[[Audience], int]) -> None:
    """Say on stderr how many records were a former manager's, so that they are left out, and how to let
    them in. `withheld` counts what is kept from an audience.
    """
    if whom.since is None:
        return
    before = withheld(whom) - withheld(whom.ever)
    if before:
        are = "one record was" if before == 1 else f"{before} records were"
        app.screen.say(
            f"{are} shared with your manager before {whom.name or 'this one'}, "
            "and left out; to include: --include-former"
        )


def say_withheld(app: App, whom: Audience, visible: int, withheld: int, more: str) -> None:
    """Say on stderr what a document for somebody leaves out, and what lets more in, if anything does."""
    if whom.kind == "me" or not withheld:
        return
    records = "one record" if withheld == 1 else f"{withheld} records"
    app.screen.say(f"withheld from {whom.name or 'your ' + whom.word}: {records}")
    if not more:
        app.screen.say("that is as far as their givers let them go")
    elif visible * NEARLY_EMPTY < visible + withheld:
        app.screen.say(f"nearly all of it is withheld; to go through what may be shown: {more}")
