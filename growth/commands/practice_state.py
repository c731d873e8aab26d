"""growth practice state: a new version, a run, or a value."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import happened
from growth.commands.practice import hashed, tell
from growth.commands.practice_options import state as options_of_state
from growth.commands.register import one_of, register
from growth.rules import practice_given as rules
from growth.rules.practices import STATES
from growth.store.change import changing


@click.command()
@click.argument("name")
@options_of_state
@click.option("--note", "said", metavar="TEXT", help="What is new about it.")
@options.date
@pass_app
def state(app: App, /, name: str, date: str | None, **given: Any) -> None:
    """Keep a new version, a run or a value.

    Of a pipeline it is a run, and needs nothing else. Of an eval it is a value, on the version that its
    test set had that day unless --on-version says another. Of all else it is a version, a hash or both; the
    hash of a file or a folder on this machine is computed.

    \b
      growth practice state reviews-test --version v2 --rows 1300 --note 'without duplicates'
      growth practice state train
      growth practice state 'ranker accuracy' --value 0.93
    """
    one = one_of(app, name)
    said = {key: value for key, value in given.items() if value not in (None, "")}
    rules.check_kind(one.kind, said)
    day = happened(app, date) if date else app.today
    known = register(app)
    new = rules.state(known, one, hashed(app, one, said), day)
    changed = rules.with_state(one, new, app.today)
    if changed == one:
        app.screen.say(f"nothing new: {one.name} has that {STATES[one.kind]} already")
        if not app.screen.is_terminal:
            app.screen.out(one.id)
        return
    with changing(app.store, "practice state") as change:
        changed = change.edit(one, changed)
    tell(app, changed, known)
