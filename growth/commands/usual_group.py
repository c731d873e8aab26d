"""A group of commands, one of which is meant where none is named: `growth learning --period 2026`."""

from typing import Any

import click

HELP = ("-h", "--help")


class UsualGroup(click.Group):
    """A group; `usual` is the command that options alone are for."""

    def __init__(self, *args: Any, usual: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self._usual = usual

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in HELP):
            args = [self._usual, *args]
        return super().parse_args(ctx, args)
