"""growth mentor coach: what was seen of a mentor against a short rubric, and where it goes."""

import re
from typing import Any, cast

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.sessions import check_day
from growth.errors import WrongUsage
from growth.records.dates import EVER
from growth.records.entry import Share
from growth.records.observation import RUBRIC, Item, Mark, Observation, Seen
from growth.rules import coaching as rules
from growth.rules.audience import ME
from growth.rules.coaching import Coaching
from growth.store.change import changing

_SEEN: dict[str, Seen] = {"y": "yes", "p": "partly", "n": "no"}
_MARK = re.compile(r"(yes|y|partly|p|no|n)\b[\s:,;.-]*(.*)", re.IGNORECASE | re.DOTALL)
_HOW = "yes, partly or no, and words if there are any: 'partly: gave the answer twice'"

marks_options = options.together(
    *(
        click.option(f"--{item}", metavar="SEEN", help=f"{says[0].upper()}{says[1:]}.")
        for item, says in RUBRIC.items()
    )
)


@click.command()
@click.argument("person", required=False)
@click.option("--self", "myself", is_flag=True, help="You look at yourself; nobody else ever sees it.")
@click.option("--mentee", metavar="PERSON", help="Whom they mentored.")
@marks_options
@click.option("--words", metavar="TEXT", help="What to say besides.")
@click.option("--trend", is_flag=True, help="Show where each line goes, and note nothing.")
@options.date
@click.option("--share", type=click.Choice(("private", "person")), help="person: the mentor may see it.")
@options.formats("text", "json")
@pass_app
def coach(
    app: App,
    /,
    person: str | None,
    myself: bool,
    mentee: str | None,
    words: str | None,
    trend: bool,
    date: str | None,
    share: str | None,
    format_: str | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Note what you saw of a mentor, against five lines.

    SEEN is yes, partly or no, and words if there are any. Without options it asks line by line; what
    you did not see is left out. It is for you alone, unless you let the mentor see it. What is given
    as an option stays in the shell's history.

    \b
      growth mentor coach sam --asked yes --own-step 'partly: Kim named it, Sam wrote it'
      growth mentor coach --self
      growth mentor coach sam --trend
    """
    whom = _mentor(app, person, myself)
    said: dict[Item, str] = {item: text for item in RUBRIC if (text := given[item.replace("-", "_")])}
    if trend:
        _show_trend(app, whom, "json" if as_json else format_)
        return
    reach = cast(Share, share or "private")
    rules.check_share(whom, reach)
    day = check_day(app, date)
    with_ = app.people.require(mentee).handle if mentee else ""
    marks = tuple(_mark(item, text) for item, text in said.items()) or (() if words else _ask(app, whom))
    if not marks and not words:
        raise WrongUsage("nothing was seen", "say yes, partly or no to a line at least")
    with changing(app.store, "mentor coach") as change:
        new = change.add(
            Observation(
                person=whom, mentee=with_, day=day, marks=marks, words=" ".join((words or "").split()),
                share=reach, created=app.now(),
            )
        )  # fmt: skip
    _reply(app, new)


def _mentor(app: App, person: str | None, myself: bool) -> str:
    if myself and person:
        raise WrongUsage("--self is about you", f"leave {person} out; whom you mentored: --mentee {person}")
    if myself:
        return rules.ME
    return app.people.require(app.need(person, "the mentor", "PERSON, or --self")).handle


def _mark(item: Item, text: str) -> Mark:
    match = _MARK.fullmatch(text.strip())
    if not match:
        raise WrongUsage(f"cannot read {text!r} as whether it was seen", _HOW)
    return Mark(item=item, seen=_SEEN[match[1][0].lower()], words=" ".join(match[2].split()))


def _ask(app: App, whom: str) -> tuple[Mark, ...]:
    """Ask for each line in turn; an empty answer leaves it out, an unreadable one is asked again."""
    from growth.terminal.prompts import line, need_terminal

    need_terminal(app.screen, "what was seen", ", ".join(f"--{item}" for item in RUBRIC))
    name = "yourself" if whom == rules.ME else app.people.name(whom)
    app.screen.say(f"What did you see of {name} as a mentor?")
    app.screen.say(("yes, partly or no, and words if there are any; nothing where you did not see it", "dim"))
    found: list[Mark] = []
    for item, says in RUBRIC.items():
        while text := line(app.screen, f"{says}? ").strip():
            try:
                found.append(_mark(item, text))
                break
            except WrongUsage as wrong:
                app.screen.say(f"{wrong.message}; {wrong.hint}")
    return tuple(found)


def _reply(app: App, new: Observation) -> None:
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    from growth.terminal import coaching as display

    for parts in display.noted(new, app.people.name, app.today):
        app.screen.out(*parts)
    for parts in display.trend(_coaching(app, new.person)):
        app.screen.out(*parts)


def _coaching(app: App, person: str) -> Coaching:
    those = [one for one in app.store.all(Observation) if app.people.same(one.person, person)]
    return rules.coaching(those, person, EVER, app.today, ME)


def _show_trend(app: App, person: str, format_: str | None) -> None:
    found = _coaching(app, person)
    if format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
        return
    from growth.terminal import coaching as display

    if not found.observations:
        app.screen.say(("nothing was noted yet: growth mentor coach sam", "dim"))
    elif app.screen.is_terminal and not format_:
        for parts in display.trend(found):
            app.screen.out(*parts)
    else:
        for line in found.lines:
            app.screen.out(display.plain(line))
