"""growth practice check: whether habits with data, pipelines, evals and prompts are sound."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.listing import listing
from growth.commands.register import ADD, checked


@click.command()
@click.option("--good", is_flag=True, help="List what is good practice instead.")
@click.option("--strict", is_flag=True, help="End with 1 when something was found.")
@options.formats("text", "json", "jsonl")
@pass_app
def check(app: App, /, good: bool, strict: bool, format_: str | None, as_json: bool) -> int:
    """Find what is not sound in your register.

    Seven rules: a test set made of training data, a value on a test set that changed since, a quality
    claimed in the journal without a test set, data to fine-tune with without licence or owner, a
    pipeline that is overdue, a step by hand, and a prompt that was never evaluated. Of the journal it
    reads each --metric, not the words: a number in a title or a body is not looked at. What is right as
    it is gets a thumb down with a reason and is not told again.

    \b
      growth practice check --strict
      growth thumb down by-hand@7k3q 'twice a year, and an audit wants a person there'
    """
    from growth.terminal import practice_checks as display

    found = checked(app)
    if found is None:
        app.screen.say((f"nothing is in the register; add the first: {ADD}", "dim"))
        return 0
    those = found.good if good else found.findings
    listing(
        app, "json" if as_json else format_, those, display.plain,
        lambda: display.page(found, app.screen.width, good=good), display.nothing(found, good=good),
    )  # fmt: skip
    return 1 if strict and found.findings else 0
