"""What is advised in a mentoring session, what the mentee will try, and how that went."""

from collections.abc import Iterator
from typing import Any

import click

from growth.app import App
from growth.commands import options
from growth.commands.sessions import Pair
from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.session import Advice, AdviceKind
from growth.rules import advice
from growth.rules.advice import Waiting
from growth.rules.session_form import Line

_KINDS: tuple[tuple[str, AdviceKind], ...] = (("advised", "advice"), ("try", "try"))
# Nobody is asked after more than this.
_DIGITS = 4

advice_options = options.together(
    click.option(
        "--went", multiple=True, metavar="N=TEXT",
        help="How number N of last time went: '1=they asked first'; repeatable.",
    ),
    click.option("--advised", multiple=True, metavar="TEXT", help="What was advised; repeatable."),
    click.option("--try", "try", multiple=True, metavar="TEXT", help="What the mentee will try; repeatable."),
    click.option(
        "--owe", multiple=True, metavar="TEXT",
        help="What you owe them: 'send the notes by friday'; repeatable.",
    ),
)  # fmt: skip


def waiting(app: App, pair: Pair, day: Day) -> tuple[Waiting, ...]:
    """Return what was advised before a day, and nobody has told yet how it went."""
    return advice.waiting(pair.sessions(app), pair.person, day) if pair.kind == "mentoring" else ()


def advised(given: dict[str, Any]) -> Iterator[Advice]:
    """Yield what options say was advised or will be tried; a 1:1 has neither."""
    for option, kind in _KINDS:
        for text in given.get(option, ()):
            yield Advice(text=_text(option, text), kind=kind)


def owed(given: dict[str, Any]) -> list[str]:
    """Return the promises of mine that options name."""
    return [f"me: {_text('owe', text)}" for text in given.get("owe", ())]


def _text(option: str, text: str) -> str:
    words = advice.bare(text)
    if not words:
        raise WrongUsage(f"the text of --{option} is empty", "say it in a few words")
    return words


def went(given: dict[str, Any]) -> tuple[Line, ...]:
    """Return the lines of the form that options say: which number, and how it went."""
    return tuple(_went(text) for text in given.get("went", ()))


def _went(text: str) -> Line:
    number, sign, said = text.partition("=")
    if not sign or not number.strip().isdecimal() or len(number) > _DIGITS or not said.strip():
        raise WrongUsage(f"{text!r} does not say what it tells of", "such as --went '1=they asked first'")
    return Line("", number.strip(), f"{advice.ARROW} {said.strip()}")


def say_waiting(app: App, pair: Pair, day: Day) -> None:
    """Say what is still to be told, and how to tell it."""
    left = waiting(app, pair, day)
    for number, one in enumerate(left, start=1):
        app.screen.say((f"how did it go? {number}. {one.advice.text}", "dim"))
    if left:
        app.screen.say((f"to tell: growth {pair.command} notes {pair.named} --went '1=…'", "dim"))
