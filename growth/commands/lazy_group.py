"""A group of commands whose larger ones lie in modules of their own, loaded when they are called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group; `elsewhere` names a command's module and attribute: `{"ask": "feedback_ask.ask"}`."""

    def __init__(self, *args: Any, elsewhere: Mapping[str, str], **given: Any) -> None:
        super().__init__(*args, **given)
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *self._elsewhere]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, name = self._elsewhere[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"growth.commands.{module}"), name)
        return command
