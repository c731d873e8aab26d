"""Write the README's command reference from `--help`; with --check, fail where it is not of today."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from growth.cli import root
from growth.commands.table import COMMANDS

README = Path(__file__).resolve().parent.parent / "README.md"
START, END = "<!-- reference: written by docs/make_reference.py -->", "<!-- reference ends -->"


def pages(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the help of a command and of all below it."""
    context = click.Context(
        command, info_name=path, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from pages(child, f"{path} {name}")


def reference() -> str:
    """Return the whole reference: a section for each group of commands, a fold for each command."""
    parts = []
    context = click.Context(root, info_name="growth")
    for section, entrances in COMMANDS.items():
        parts.append(f"### {section.capitalize()}\n")
        for name, entrance in entrances.items():
            command = root.get_command(context, name)
            assert command is not None
            helps = "\n\n".join(text for _, text in pages(command, f"growth {name}"))
            summary = f"<summary><code>growth {name}</code> {entrance.help}</summary>"
            parts.append(f"<details>{summary}\n\n```text\n{helps}\n```\n\n</details>\n")
    return "\n".join(parts)


def main() -> None:
    """Write the reference, or compare it."""
    os.environ.pop("COLUMNS", None)
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    wanted = f"{before}{START}\n\n{reference()}\n{END}{after}"
    if "--check" in sys.argv[1:]:
        if wanted != text:
            sys.exit("README.md: the reference is not of today; run: python docs/make_reference.py")
    else:
        README.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()
