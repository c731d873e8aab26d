"""A list as it is asked for: JSON, a line each on a pipe, rows for a terminal, or that there is nothing."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from growth.app import App
from growth.terminal.screen import Part

T = TypeVar("T")


def listing(
    app: App,
    format_: str | None,
    found: Sequence[T],
    plain: Callable[[T], str],
    rows: Callable[[], Iterable[tuple[Part, ...]]],
    nothing: str = "",
) -> None:
    """Print what was found; `rows` are made where a terminal shows them, `nothing` is said there of none."""
    if format_ in ("json", "jsonl"):
        from growth.commands.json_out import write

        write(app, found, lines=format_ == "jsonl")
    elif format_ or not app.screen.is_terminal:
        for one in found:
            app.screen.out(plain(one))
    elif found or not nothing:
        from growth.commands.lines import Lines

        with Lines(app) as lines:
            for parts in rows():
                lines.add(*parts)
    else:
        app.screen.say((nothing, "dim"))
