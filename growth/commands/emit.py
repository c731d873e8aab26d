"""A finished document goes where it was asked for: terminal, pipe or file, in one of five formats."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from growth import files
from growth.app import App, named
from growth.errors import Refused, SystemRefused, WrongUsage
from growth.text.clean import clean

if TYPE_CHECKING:
    from growth.rules.charts import Chart

ENDINGS = {".md": "md", ".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}
FORMATS = ("md", "html", "term", "json", "text")
PLAIN_WIDTH = 80


def emit(
    app: App,
    markdown: str,
    *,
    format_: str | None,
    output: str | None,
    context: Any,
    title: str,
    yes: bool = False,
    charts: "Mapping[str, Chart] | None" = None,
) -> None:
    """Print a document, or write it where `output` says. `context` is what JSON shows of it.

    `charts` holds what its fences ```` ```chart NAME ```` stand for.
    """
    path = named(output) if output and output != "-" else None
    wanted = format_ or _format_of(app, path)
    if path is None and wanted == "term":
        _show(app, markdown, charts)
    elif path is None:
        app.screen.exact(_text(markdown, wanted, context, title, charts))
    else:
        check_place(app, path, yes)
        text = _text(markdown, "text" if wanted == "term" else wanted, context, title, charts)
        files.write(path, text.encode("utf-8"))
        app.screen.say((f"written: {path}, readable by you only", "dim"))


def _format_of(app: App, path: Path | None) -> str:
    if path is None:
        return "term" if app.screen.is_terminal else "md"
    wanted = ENDINGS.get(path.suffix.lower())
    if wanted is None:
        known = ", ".join(ENDINGS)
        raise WrongUsage(f"{path} has no ending that says a format", f"end it in one of {known}, or give -f")
    return wanted


def check_place(app: App, path: Path, yes: bool, *, again: bool = False) -> None:
    """Refuse what is no file; ask before a file is replaced, or put where a commit would publish it.

    `again` says that replacing is what the user comes back for.
    """
    # A file takes its name by being renamed over it, which would do away with a pipe or a device.
    if path.exists() and not path.is_file():
        raise Refused(f"{path} is not a plain file", "name a file, or leave -o out and redirect")
    if _folder(path).is_relative_to(app.home.resolve()):
        raise Refused(f"{path} lies among the records of growth", "name a place outside of the home")
    if yes:
        return
    tree = _work_tree(path)
    question = f"{path} is there already. Replace it?" if path.exists() and not again else ""
    if tree is not None:
        question = f"{path} lies in the git work tree {tree}; a commit may publish it. Write it?"
    if not question:
        return
    from growth.terminal.prompts import confirm

    if not confirm(app.screen, question):
        raise Refused("nothing was written", "name another place with -o")


def _folder(path: Path) -> Path:
    try:
        return path.parent.resolve()
    except (OSError, RuntimeError) as error:
        raise SystemRefused(f"{path}: {error}", "check the path") from None


def _work_tree(path: Path) -> Path | None:
    folder = _folder(path)
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


def _text(markdown: str, wanted: str, context: Any, title: str, charts: "Mapping[str, Chart] | None") -> str:
    if wanted == "json":
        from growth.commands import json_out

        value = json_out.fields(context) if isinstance(context, msgspec.Struct) else context
        return json_out.text(value) + "\n"
    # The texts of records are clean; what a template adds to them need not be.
    return clean(_written(markdown, wanted, title, charts))


def _written(markdown: str, wanted: str, title: str, charts: "Mapping[str, Chart] | None") -> str:
    if wanted == "html":
        from growth.reports.html import page

        return page(markdown, title, charts)
    if wanted == "md":
        return _with_tables(markdown, charts) if charts else markdown
    from growth.terminal.document import lines
    from growth.terminal.screen import Screen

    return "".join(
        f"{Screen.render(parts, False).rstrip()}\n" for parts in lines(markdown, PLAIN_WIDTH, charts)
    )


def _with_tables(markdown: str, charts: "Mapping[str, Chart]") -> str:
    from growth.reports.charts import tables

    return tables(markdown, charts)


def _show(app: App, markdown: str, charts: "Mapping[str, Chart] | None") -> None:
    from growth.commands.lines import Lines
    from growth.terminal.document import lines

    with Lines(app) as sink:
        for parts in lines(markdown, app.screen.width, charts):
            sink.add(*parts)
