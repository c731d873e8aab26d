"""All there is as JSON: entries as they are stored, so that much of it is soon taken out."""

from collections.abc import Iterator
from itertools import chain

from growth import __version__
from growth.app import App, named
from growth.commands.export_records import besides, tell
from growth.exchange import out_jsonl
from growth.rules import exporting
from growth.rules.audience import ME
from growth.store.as_stored import as_stored

# What has no share is private; within a string no quote stands as it does in these.
_SHARE, _PRIVATE = b'"share":"', b'"share":"private"'


def write(app: App, format_: str, output: str | None, yes: bool) -> None:
    """Write every record of mine as JSON Lines, or as one JSON document."""
    between = b"," if format_ == "json" else b""
    private, months = 0, []
    for stem in reversed(app.store.months()):
        documents = as_stored(app.store, stem)
        if documents:
            months.append(out_jsonl.stored(documents, between))
            private += len(documents) - months[-1].count(_SHARE) + months[-1].count(_PRIVATE)
    others = exporting.mine(besides(app))
    tell(app, exporting.Going(records=(), private=private + others.private), ME)
    blocks: Iterator[bytes] = chain(_given(months), out_jsonl.lines(others.records))
    if format_ == "json":
        blocks = out_jsonl.framed(blocks, {"version": __version__, "made": app.today, "for": ME.word})
    if output and output != "-":
        from growth.commands import export_folder

        export_folder.write_one(app, named(output), b"".join(blocks), yes)
        return
    for block in blocks:
        app.screen.exact(block.decode())


def _given(blocks: list[bytes]) -> Iterator[bytes]:
    """Yield the blocks, each let go of when it was given."""
    blocks.reverse()
    while blocks:
        yield blocks.pop()
