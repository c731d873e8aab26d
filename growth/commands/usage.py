"""What is wrong with how a command was called, in words, and what to do instead."""

import re
from difflib import get_close_matches

import click

_COMMAND = re.compile(r"No such command '(.*)'\.", re.DOTALL)
_CHOICE = re.compile(r"'(.*)' is not one of ", re.DOTALL)


def told(error: click.UsageError) -> tuple[str, str]:
    """Return what is wrong, and a hint, which may be empty."""
    message, context = error.format_message(), error.ctx
    if context is None:
        return message, ""
    command = context.command
    unknown = _COMMAND.match(message)
    if unknown and isinstance(command, click.Group):
        return _no_command(unknown[1], command, context), ""
    wrong = _CHOICE.match(error.message)
    if wrong and isinstance(error, click.BadParameter) and error.param is not None:
        return _no_choice(wrong[1], error.param)
    return message, f"{_usage(error, context)}; help: {context.command_path} --help"


def _no_command(name: str, group: click.Group, context: click.Context) -> str:
    path = context.command_path.partition(" ")[2]
    near = get_close_matches(name, group.list_commands(context), n=1, cutoff=0.6)
    hint = f"did you mean: growth {path} {near[0]}" if near else f"see: growth help {path}"
    return f"there is no command {f'{path} {name}'!r}; {hint}"


def _no_choice(value: str, param: click.Parameter) -> tuple[str, str]:
    choices = [str(choice) for choice in param.type.choices] if isinstance(param.type, click.Choice) else []
    near = get_close_matches(value, choices, n=1, cutoff=0.6)
    meant = f"did you mean {near[0]}? " if near else ""
    name = "/".join(param.opts) if isinstance(param, click.Option) else "it"
    return f"{name} cannot be {value!r}", f"{meant}it is one of {', '.join(choices)}"


def _usage(error: click.UsageError, context: click.Context) -> str:
    """Return how the command is used, or how words that look like an option are given to it."""
    takes_words = any(one.nargs == -1 for one in context.command.params if isinstance(one, click.Argument))
    if isinstance(error, click.NoSuchOption) and takes_words and not error.possibilities:
        return "if that is part of your text, put the text in quotes, or -- before it"
    return context.get_usage().replace("Usage: ", "usage: ")
