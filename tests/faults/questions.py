"""Every place in the source at which somebody at a terminal is asked, found by reading the source."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .harness import ROOT

# What asks, by module: questions, single keys, the editor's form, the live pager, and click's own.
ASKING = {
    "growth.terminal.prompts": ("confirm", "line", "choose", "text", "checked"),
    "growth.terminal.keys": ("key",),
    "growth.commands.editing": ("in_editor",),
    "growth.commands.lines": ("Lines",),
    "click": ("confirm", "prompt", "edit", "getchar", "pause", "echo_via_pager"),
}
# Where the questions are made, and nowhere else.
MADE_IN = ("growth/terminal/prompts.py", "growth/terminal/keys.py")
PAGED, TYPED = "Lines", "stdin"
# A question of questionary's own, past the functions above; nothing reaches it in a conversation.
PAST = ("ask", "unsafe_ask", "ask_async")


class Site(NamedTuple):
    """A call in the source that waits for somebody. What reads standard input itself is one, too."""

    file: str
    first: int
    last: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.first} {self.what}"


@functools.cache
def sites(tree: Path = ROOT) -> list[Site]:
    """Return every site of a source tree."""
    found = [
        site
        for path in sorted((tree / "growth").rglob("*.py"))
        for site in _of(str(path.relative_to(tree)), ast.parse(path.read_text("utf-8")))
    ]
    return sorted(set(found))


def site_at(known: list[Site], file: str, line: int, what: str) -> Site | None:
    """Return the site that a line of a file belongs to, the innermost one."""
    fitting = [
        one for one in known if one.file == file and one.what == what and one.first <= line <= one.last
    ]
    return min(fitting, key=lambda one: one.last - one.first, default=None)


def _of(file: str, module: ast.Module) -> Iterator[Site]:
    if file in MADE_IN:
        return
    names = _imported(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            what = names.get(called) or (called.rpartition(".")[2] if _is_past(node.func) else "")
            if what:
                yield Site(file, node.lineno, node.end_lineno or node.lineno, what)
        if isinstance(node, ast.FunctionDef) and _reads(node):
            yield Site(file, node.lineno, node.end_lineno or node.lineno, TYPED)


def _is_past(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr in PAST


def _imported(module: ast.Module) -> dict[str, str]:
    """Return what asks by the name that a module calls it, `confirm` or `prompts.confirm`."""
    names = {}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                here = alias.asname or alias.name
                if alias.name in ASKING.get(node.module or "", ()):
                    names[here] = alias.name
                whole = f"{node.module}.{alias.name}"
                names |= {f"{here}.{what}": what for what in ASKING.get(whole, ())}
        if isinstance(node, ast.Import):
            for alias in node.names:
                here = alias.asname or alias.name
                names |= {f"{here}.{what}": what for what in ASKING.get(alias.name, ())}
    return names


def _reads(function: ast.FunctionDef) -> bool:
    """Tell whether a function reads standard input itself."""
    called = [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(re.fullmatch(r"input|sys\.stdin\.(?:\w+\.)?read\w*", name) for name in called)
