"""Questions to a person at a terminal. Ctrl-C and Ctrl-D leave, with KeyboardInterrupt.

Plain questions are asked with `input`; questionary, which takes longer to load than most commands
to run, is for picking from lists and editing in place.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any, cast

from growth.errors import GrowthError, WrongUsage
from growth.terminal.screen import Screen, talk
from growth.text.clean import clean

# What leaves a list elsewhere, so that hands know it.
LEAVE_A_LIST = ("escape", "q")
# Whoever types something else has not understood the question, and agrees to nothing by it.
ANSWERS = {"y": True, "yes": True, "n": False, "no": False}


def need_terminal(screen: Screen, what: str, flag: str) -> None:
    """Refuse to ask where nobody can answer, naming the option that answers instead."""
    if not screen.asks:
        raise WrongUsage(f"{what} is missing, and there is no terminal to ask on", f"give it with {flag}")


def confirm(screen: Screen, question: str, *, flag: str = "--yes", default: bool = False) -> bool:
    """Ask a yes-or-no question; Enter alone is the default, and what is neither is asked again."""
    need_terminal(screen, f"the answer to «{question}»", flag)
    answers = ANSWERS | {"": default}
    prompt = f"{question} {'[Y/n]' if default else '[y/N]'} "
    while (answer := line(screen, prompt).strip().lower()) not in answers:
        talk(f"y or n; Enter alone is {'yes' if default else 'no'}")
    return answers[answer]


def line(screen: Screen, prompt: str) -> str:
    """Ask for one line of text."""
    sys.stderr.write("\n".join(screen.render(row, False) for row in screen.rows((_shown(prompt),))))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    # Without Enter it is no answer: Ctrl-D hands over what is typed so far.
    if not answer.endswith("\n"):
        raise KeyboardInterrupt
    return _text(answer.rstrip("\n"))


def _shown(text: str) -> str:
    """Return a question, or what can be chosen, on one line: a second one could pass for another."""
    return clean(text).replace("\n", " ")


def _text(answer: str) -> str:
    """Return what was typed; a terminal may send bytes that are no text."""
    if any("\ud800" <= char <= "\udfff" for char in answer):
        raise WrongUsage("the answer is no UTF-8", "set the terminal to UTF-8, then run it again")
    return answer


def choose(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Let the user pick one of several (key, words) and return its key."""
    import questionary

    options = [questionary.Choice(title=_shown(words), value=key) for key, words in choices]
    return cast("str", _ask(questionary.select(_shown(question), choices=options), *LEAVE_A_LIST))


def text(question: str, default: str = "") -> str:
    """Ask for a text that can be edited in place."""
    import questionary

    return _text(cast("str", _ask(questionary.text(_shown(question), default=clean(default)))))


def checked(question: str, check: Callable[[str], object]) -> str:
    """Ask for a text until `check` does not raise on it; what is wrong with one is said before the next."""
    answer = ""
    while True:
        answer = text(question, answer)
        try:
            check(answer.strip())
        except GrowthError as wrong:
            talk(clean(f"{wrong.message}; {wrong.hint}" if wrong.hint else wrong.message))
        else:
            return answer


def _ask(question: Any, *keys: str) -> Any:
    """Ask; `keys` leave, too, where no text is typed."""
    _leave_at_end(question.application, keys)
    try:
        return question.unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None


def _leave_at_end(application: Any, keys: Sequence[str]) -> None:
    """Have Ctrl-D leave: a list does not know it, and in a text it deletes what is under the cursor."""
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings

    bindings = KeyBindings()
    at_end = Condition(lambda: application.current_buffer.document.is_cursor_at_the_end)

    def leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    bindings.add("c-d", eager=True, filter=at_end)(leave)
    for key in keys:
        bindings.add(key)(leave)

    application.key_bindings = merge_key_bindings([application.key_bindings, bindings])
