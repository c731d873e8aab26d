"""Try a template on invented records, and say what is wrong with it."""

from pathlib import Path

from growth.errors import Refused
from growth.reports import engine, sample


def try_out(name: str, *, home: Path) -> None:
    """Refuse a template that is no Jinja, is of no kind, or asks for what there never is."""
    found = engine.check(name, home=home)
    kind = engine.kind_of(name, home=home)
    if kind not in engine.COMMANDS_OF:
        raise Refused(f"{found.path} does not say what it is for", engine.first_line())
    for context in sample.contexts(kind):
        engine.render(name, context, home=home)
