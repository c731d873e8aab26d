"""growth feedback withdraw: take back what somebody said, on their word."""

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.request import Request
from growth.records.thumb import Thumb
from growth.rules import requests, withdrawal
from growth.rules.day_words import counted
from growth.rules.erasure import Target, lines_of
from growth.store import erase
from growth.store import forget as store
from growth.store.change import changing
from growth.store.find import find


@click.command()
@click.argument("id")
@options.yes
@pass_app
def withdraw(app: App, /, id: str, yes: bool) -> None:
    """Erase an answer for good, because its giver takes it back.

    ID is the answer or its request. It goes with what it was revised from and what you noted on
    it, from the store, the history, backups and drafts; undo cannot bring it back. A request that
    nobody answered yet is taken back, and what still comes is not filed under it.
    """
    record = find(app.store, id)
    if not isinstance(record, Answer | Request):
        raise Refused(f"{record.id} is neither an answer nor a request", "see: growth feedback list --all")
    answers = withdrawal.given(record, app.store.all(Answer))
    request = record if isinstance(record, Request) else _request(app, record)
    target = _target(app, answers)
    if answers:
        _ask(app, answers, target, yes)
    if request is not None and request.state != "withdrawn":
        with changing(app.store, "feedback withdraw") as change:
            change.edit(request, requests.entered(request, "withdrawn"))
    if answers:
        store.forget(app.store, target)
        app.screen.say("erased, also from the history, the backups and the drafts")
    elif app.screen.is_terminal and request is not None:
        app.screen.say(f"{request.id} is withdrawn: what still comes is not filed under it")


def _request(app: App, answer: Answer) -> Request | None:
    found = app.store.get(answer.request) if answer.request else None
    return found if isinstance(found, Request) else None


def _target(app: App, answers: tuple[Answer, ...]) -> Target:
    going = withdrawal.target(answers, app.store.all(Thumb), app.store.all(Action), app.store.all(Request))
    documents = [held for _, name, held in store.documents(app.store) if name in going.ids]
    words = tuple(dict.fromkeys(line for held in documents for line in lines_of(held)))
    return replace(going, words=words)


def _ask(app: App, answers: tuple[Answer, ...], target: Target, yes: bool) -> None:
    say = app.screen.say
    for answer in answers:
        say(("erases ", "late"), f"{answer.id}  what {app.people.name(answer.person)} said on {answer.day}")
    thumbs = len(target.ids) - len(answers)
    if thumbs:
        say(("erases ", "late"), f"{counted(thumbs, 'thumb')} on it")
    if any(request.quoted in target.quotes for request in app.store.all(Request)):
        say("takes the words out of what was asked again")
    say(f"cleans {counted(erase.past(app.home, target), 'change')} in the history")
    say("what was exported, sent or copied elsewhere is out of reach")
    if not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, "Erase this for good?"):
            raise Refused("nothing was erased")
