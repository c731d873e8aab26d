"""growth doctor: check the store, and say what to do."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.store.accept import Difference, accept, difference
from growth.store.checks import Check, every
from growth.store.history import NOTHING, Turn

_STYLES = {"ok": "good", "minor": "hit", "damaged": "late"}
SHOWN = 8


@click.command()
@click.option(
    "--accept", "accepting", is_flag=True, help="Show what something else changed, and seal it after a yes."
)
@options.yes
@options.as_json
@pass_app
def doctor(app: App, /, accepting: bool, yes: bool, as_json: bool) -> int:
    """Check the store, and say what to do.

    Ends with 0 when all is well, 1 when there is something small, 3 when the store is damaged.
    """
    if accepting:
        _accept(app, yes)
    found = every(app.home)
    if as_json:
        from growth.commands.json_out import fields, text

        app.screen.exact(text([fields(check) for check in found]) + "\n")
    else:
        for check in found:
            _show(app, check)
    states = {check.state for check in found}
    return 3 if "damaged" in states else 1 if "minor" in states else 0


def _show(app: App, check: Check) -> None:
    first, *more = check.found
    state = f"{check.state:<8}"
    app.screen.out(f"{check.name:<11}", (state, _STYLES[check.state]), first)
    for words in more[: SHOWN - 1]:
        app.screen.out(" " * 19, words)
    if len(more) >= SHOWN:
        app.screen.out(" " * 19, f"and {len(more) - SHOWN + 1} more: growth doctor --json")
    if check.next:
        app.screen.out(" " * 19, ("next: ", "dim"), check.next)


def _accept(app: App, yes: bool) -> None:
    shown = difference(app.home)
    if shown.is_nothing:
        app.screen.say("there is nothing to accept")
        return
    _tell(app, shown)
    if not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, "Accept all of this as it is now?"):
            raise Refused("nothing was accepted", "growth restore brings back what was")
    accept(app.store, shown)
    app.screen.say("accepted; growth undo takes a changed record back")


def _tell(app: App, shown: Difference) -> None:
    say = app.screen.say
    for one in shown.mends:
        say((f"{one.name}: ", "title"), one.words)
    for stem in shown.stems:
        turns = [turn for turn in shown.turns if turn.file == stem]
        say((f"{stem}.json", "title"), "" if turns else ": the same records, written differently")
        for turn in turns:
            _tell_turn(app, turn)
    for path in shown.loose:
        say(f"{path}: open to others, becomes yours only")
    for identifier, field, target in shown.dangling:
        say(f"{identifier}: its {field} {target} is gone, the field is cleared")


def _tell_turn(app: App, turn: Turn) -> None:
    """Show a record's difference field by field."""
    import msgspec

    before, after = (msgspec.json.decode(side) or {} for side in (turn.before, turn.after))
    word = "added" if turn.before == NOTHING else "removed" if turn.after == NOTHING else "changed"
    app.screen.say(f"  {turn.id} {word}")
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field), after.get(field)
        if old != new:
            if old is not None:
                app.screen.say("    ", (f"- {field}: {_plain(old)}", "late"))
            if new is not None:
                app.screen.say("    ", (f"+ {field}: {_plain(new)}", "good"))


def _plain(value: object) -> str:
    from growth.commands.json_out import text

    return value if isinstance(value, str) else text(value)
