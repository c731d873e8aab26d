"""growth feedback act: a first step from what was said, with a day."""

from typing import cast

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import consents, options
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.entry import Share
from growth.records.request import Request
from growth.rules import consent, requests
from growth.rules.day_words import day_words
from growth.rules.loops import ask_again
from growth.store.change import changing
from growth.store.find import find


@click.command()
@click.argument("id")
@click.argument("words", nargs=-1)
@options.due
@options.date
@consents.share
@pass_app
def act(
    app: App, /, id: str, words: tuple[str, ...], due: str | None, date: str | None, share: str | None
) -> None:
    """Take a first step from an answer, with a day.

    ID is the answer, or its request. The step is a promise like any other, and private until you say
    otherwise; once it is done, ask the same person whether it changed anything: growth feedback ask
    ana --follow-up ID.

    \b
      growth feedback act 7k3q pair on design docs first --due 'in 2w'
    """
    answer = _answer(app, id)
    line = f"growth feedback act {id} 'pair first' --due 2w"
    text = " ".join(" ".join(words).split()) or _asked(app, "What is the first step?", "the step", line)
    day = due or _asked(app, "Until when?", "the day", "--due DAY")
    new = Action(
        text=text,
        # A promise names whom it was made to, in more places than this answer may be.
        person=answer.person if consent.quotable(answer) and answer.manner != "given" else "",
        day=clock.day(date, app.today) if date else app.today,
        due=clock.day(day, app.today, "ahead"),
        origin=answer.id,
        # Whatever may be read of the answer: what I set out to do is mine to tell.
        share=cast(Share, share or "private"),
        created=app.now(),
    )
    request = app.store.get(answer.request) if answer.request else None
    with changing(app.store, "feedback act") as change:
        new = change.add(new)
        if isinstance(request, Request) and request.state == "answered":
            change.edit(request, requests.entered(request, "discussed"))
    _tell(app, new, answer)


def _answer(app: App, id: str) -> Answer:
    """Return the answer that an id names: itself, or the one to a request that counts."""
    record = find(app.store, id)
    if isinstance(record, Request):
        standing = consent.standing(one for one in app.store.all(Answer) if one.request == record.id)
        if not standing:
            raise Refused(f"nobody has answered {record.id} yet", f"growth feedback answer {record.id}")
        return max(standing, key=lambda one: one.created)
    if not isinstance(record, Answer):
        raise Refused(f"{record.id} is no answer", "see: growth feedback list --answers")
    return record


def _asked(app: App, question: str, what: str, flag: str) -> str:
    from growth.terminal.prompts import line, need_terminal

    need_terminal(app.screen, what, flag)
    text = " ".join(line(app.screen, f"{question} ").split())
    if not text:
        raise WrongUsage(f"{what} is empty", f"give it with {flag}")
    return text


def _tell(app: App, new: Action, answer: Answer) -> None:
    from growth.commands.action import show_new

    people = app.people
    show_new(app, [new], people)
    if app.screen.is_terminal:
        again = day_words(ask_again(new), app.today)
        giver = people.canonical(answer.person)
        app.screen.say((f"      then, from {again}: growth feedback ask {giver} --follow-up {new.id}", "dim"))
