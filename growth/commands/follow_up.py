"""What a question about an earlier answer is put about: the action it led to, and its words."""

from typing import NamedTuple

from growth.app import App
from growth.errors import Refused
from growth.records.action import Action
from growth.records.answer import Answer
from growth.rules.day_words import day_words
from growth.rules.follow_ups import led_to, quoted_words
from growth.store.find import find
from growth.store.people import People


class Follow(NamedTuple):
    """What is asked about again: an action, what its giver wrote, and that it is `early` for it."""

    action: str = ""
    text: str = ""
    about: str = ""
    giver: str = ""
    quoted: str = ""
    early: str = ""


def follow(app: App, people: People, id: str) -> Follow:
    """Return what `--follow-up` names: an action that an answer led to, or that answer."""
    record = find(app.store, id)
    answers = app.store.all(Answer)
    if isinstance(record, Answer):
        given = record.id
        action = next((one for one in app.store.all(Action) if one.origin == given), None)
        if action is None:
            raise Refused(
                f"nothing was done about {given} yet", f"growth feedback act {given} 'a first step'"
            )
    elif isinstance(record, Action):
        action = record
    else:
        raise Refused(f"{record.id} is no action", "see: growth action list --all")
    answer = led_to(action, answers)
    if answer is None:
        raise Refused(f"{action.id} came from no feedback: {action.text}", "ask without --follow-up")
    return Follow(
        action.id, action.text, answer.about, people.canonical(answer.person), quoted_words(answer),
        _early(app, action),
    )  # fmt: skip


def _early(app: App, action: Action) -> str:
    """Return that it is early to ask, where the step is not done."""
    if action.state != "open":
        return ""
    from growth.rules.loops import ask_again

    when = day_words(ask_again(action), app.today)
    return f"{action.id} is not done yet; whether it changed anything shows from {when}"
