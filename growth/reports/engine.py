"""A template and a context become Markdown.

There is no escaping here, for the output is Markdown: every text in a context has gone through
growth.text.markdown before. Templates are sandboxed and strict about unknown names. One of the
user's own runs bounded in time, memory and output, and reads nothing but other templates.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from growth import shelf
from growth.errors import Refused, WrongUsage
from growth.reports.bounds import bounded

if TYPE_CHECKING:
    from jinja2 import Environment

_KIND = re.compile(r"\s*\{#-?\s*growth:\s*([\w-]+)\s*-?#\}")
ROOM = "reports"
ENDING = ".md.j2"
# Which command makes a document of a kind.
COMMANDS_OF = {
    "1on1": "growth prep ana --template {name}",
    "brag": "growth report {name}",
    "summary": "growth report {name}",
    "feedback": "growth report {name}",
    "self-review": "growth report {name}",
    "promotion": "growth report {name}",
    "growth-plan": "growth report {name}",
    "team": "growth team --template {name}",
    "review": "growth report {name} --about ana",
    "mentorship": "growth report {name} --about kim",
    "mentoring-programme": "growth report {name}",
    "mentor-coaching": "growth report {name} --about sam",
    "practice": "growth report {name}",
}


def render(name: str, context: dict[str, Any], *, home: Path) -> str:
    """Return the document that the template `name` makes of a context."""
    found = source_of(name, home=home)
    # A template of the user's own may also stand in the place of a part that a shipped one includes.
    if found.mine or any(shelf.own(home).glob(f"*{ENDING}")):
        text = bounded(lambda: _render(name, context, home), f"the template {found.path}")
    else:
        text = _render(name, context, home, shipped=True)
    _check_charts(found, text, context.get("charts", ()))
    return text


def _check_charts(found: shelf.Found, text: str, there: Collection[str]) -> None:
    """Refuse a chart that this kind of document does not have; `charts` in its context names those it has."""
    if "```chart" not in text:
        return
    from growth.rules.charts import FENCE

    for name in FENCE.findall(text):
        if name not in there:
            lines = found.text.split("\n")
            line = next((n for n, one in enumerate(lines, 1) if name in one and "```chart" in one), 0)
            known = f"there are: {', '.join(there)}" if there else "this kind of document has none"
            raise Refused(
                f"{found.path}{f', line {line}' if line else ''}: there is no chart {name!r}", known
            )


def kind_of(name: str, *, home: Path) -> str:
    """Return what a template is made for, as its first line says: `{# growth: brag #}`."""
    found = _KIND.match(source_of(name, home=home).text)
    return found[1] if found else ""


def need_kind(name: str, kind: str, *, home: Path) -> None:
    """Refuse a template that is made for another document than one of that kind."""
    found = kind_of(name, home=home)
    if found == kind:
        return
    command = COMMANDS_OF.get(found)
    if command is None:
        raise WrongUsage(f"the template {name!r} does not say what it is for", first_line())
    raise WrongUsage(f"the template {name!r} is for {command.split()[1]}", command.format(name=name))


def first_line() -> str:
    """Return how a template says what it is for."""
    return f"begin it with {{# growth: brag #}}, or for brag one of: {', '.join(COMMANDS_OF)}"


def check(name: str, *, home: Path) -> shelf.Found:
    """Refuse a template that is no Jinja; return it otherwise."""
    from jinja2 import TemplateSyntaxError

    found = source_of(name, home=home)
    try:
        _environment(home, {}).parse(found.text)
    except TemplateSyntaxError as error:
        raise _refusal(found.path, error.lineno, error) from None
    return found


def source_of(name: str, *, home: Path) -> shelf.Found:
    """Return the text of a template, or refuse with those there are."""
    found = shelf.read(home, ROOM, f"{name}{ENDING}")
    if found is None:
        there = ", ".join(shelf.names(home, ROOM, ENDING))
        raise Refused(f"there is no template {name!r}", f"there are: {there}")
    return found


def _environment(home: Path, loaded: dict[str, Path], *, shipped: bool = False) -> "Environment":
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from growth.reports.compiled import cache

    def load(name: str) -> tuple[str, str, None] | None:
        found = shelf.read(home, ROOM, f"{name.removesuffix(ENDING)}{ENDING}")
        if found is None:
            return None
        loaded[str(found.path)] = found.path
        return found.text, str(found.path), None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=cache() if shipped else None,
    )
    # A random choice would make two documents of the same records differ; lipsum belongs to nobody.
    environment.filters.pop("random")
    environment.globals.pop("lipsum")
    return environment


def _render(name: str, context: dict[str, Any], home: Path, *, shipped: bool = False) -> str:
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    loaded: dict[str, Path] = {}
    try:
        text = _environment(home, loaded, shipped=shipped).get_template(name).render(context)
    except TemplateNotFound as error:
        raise Refused(f"there is no template {error.name!r}", "see: growth template list") from None
    except TemplateSyntaxError as error:
        raise _refusal(Path(error.filename or name), error.lineno, error) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        path, line = _place(error, loaded)
        raise _refusal(path or Path(name), line, error) from None
    return tidy(text)


def _place(error: Exception, loaded: dict[str, Path]) -> tuple[Path | None, int]:
    """Return the template and the line in which an error came up."""
    place: tuple[Path | None, int] = (None, 0)
    trace = error.__traceback__
    while trace is not None:
        path = loaded.get(trace.tb_frame.f_code.co_filename)
        if path is not None:
            place = (path, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _refusal(path: Path, line: int, error: Exception) -> Refused:
    where = f"{path}, line {line}" if line else str(path)
    return Refused(
        f"{where}: {error}", f"mend it, then: growth template check {path.name.removesuffix(ENDING)}"
    )


def tidy(text: str) -> str:
    """Return a document with single empty lines and one newline at its end."""
    lines: list[str] = []
    for line in text.split("\n"):
        # Two spaces at the end are a line break of Markdown; any other number is an accident.
        line = line.rstrip() + ("  " if line.endswith("  ") and line.strip() else "")
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip() + "\n"
