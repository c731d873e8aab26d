"""Read a ladder in any form that is known: tell the form from the content, and refuse the others politely."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from growth.errors import Refused
from growth.exchange import ladder_limits as limits
from growth.exchange import ladder_toml
from growth.exchange.ladder_draft import Draft, slug
from growth.records.dates import Instant
from growth.records.imported import Misread
from growth.records.ladder_reading import LadderReading
from growth.rules.ladders import KEY
from growth.text import parser_words
from growth.text.fold import fold

ENDINGS = {
    "toml": ("toml",), "json": ("json",), "yaml": ("yml", "yaml"), "table": ("csv", "tsv"),
    "script": ("js", "mjs", "cjs", "ts", "jsx", "tsx"), "markdown": ("md", "markdown", "mdown", "txt"),
    "page": ("html", "htm", "xhtml", "vue", "svelte", "xml"), "latex": ("tex", "latex"),
    "document": ("pdf", "docx", "doc", "odt", "rtf", "pptx", "epub"), "sheet": ("xlsx", "xls", "ods"),
    "code": ("py", "rb", "go", "java", "c", "h", "cpp", "rs", "php", "sh", "swift", "kt", "ipynb"),
}  # fmt: skip
BY_ENDING = {ending: form for form, endings in ENDINGS.items() for ending in endings}
REFUSED = {
    "page": ("is a page", "copy its text into Markdown: a heading for each level, and bullets"),
    "latex": ("is LaTeX", "turn it into Markdown, as with pandoc, and import that"),
    "document": ("is a document", "copy its text into Markdown: a heading for each level, and bullets"),
    "sheet": ("is a spreadsheet", "save it as CSV, and import that"),
    "code": ("is a program", "write what it holds as YAML, JSON or CSV, and import that"),
}  # fmt: skip
_SCRIPT = re.compile(r"^(?:export\s|const\s|let\s|var\s|import\s.*from\s|module\.exports)", re.MULTILINE)
_YAML = re.compile(r"^(?:- +)?[\w\"'][\w \"'-]{0,60}:(?:\s|$)", re.MULTILINE)
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n(?P<data>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n(?P<body>.*))?\Z", re.DOTALL)


def form_of(data: bytes, name: str) -> str:
    """Return which form a file has: by its ending, else by what it begins with."""
    ending = name[name.rfind(".") + 1 :].lower() if "." in name else ""
    if ending in BY_ENDING and ending != "txt":
        return BY_ENDING[ending]
    if data[:4] in (b"%PDF", b"PK\x03\x04"):
        return "document"
    text = limits.decode(data, name).lstrip()
    if text.startswith("<"):
        return "page"
    if text.startswith("#!"):
        return "code"
    if re.search(r"^\\(?:documentclass|section|begin)\b", text, re.MULTILINE):
        return "latex"
    if ladder_toml.is_ladder(text):
        return "toml"
    if text[:1] in "{[" and text:
        return "json"
    if text.startswith("---") or _MARKDOWN.search(text):
        return "markdown" if _FRONT.match(text) or _MARKDOWN.search(text) else "yaml"
    if _SCRIPT.search(text):
        return "script"
    if _YAML.match(text):
        return "yaml"
    return "table" if re.search(r"[,;\t]", text.split("\n")[0]) else "markdown"


def read(data: bytes, *, name: str, created: Instant) -> LadderReading:
    """Return the ladder that a file holds, or refuse it and say what to do."""
    form = form_of(data, name)
    if form in REFUSED:
        what, hint = REFUSED[form]
        raise Refused(f"{name} {what}, which is not read as a ladder", hint)
    if not data.strip():
        raise Refused(f"{name} is empty", limits.SHAPES)
    if form == "toml":
        return ladder_toml.read(data, name=name, created=created)
    if form == "json" and (own := own_json(load_json(data, name), name, created)):
        return own
    draft = READERS[form](data, name, titled(name))
    return draft.done(key_of(draft.name, name), created)


def titled(name: str) -> str:
    """Return what a ladder is called whose file says no more than its own name."""
    return " ".join(re.split(r"[-_ ]+", PurePath(name).stem)).strip().capitalize() or "Ladder"


def key_of(*names: str) -> str:
    """Return what a ladder can be called by: the first of some names that makes one."""
    made = (slug(fold(name))[:64] for name in names)
    return next((key for key in made if KEY.fullmatch(key)), "ladder")


def load_json(data: bytes, name: str) -> Any:
    """Return what JSON holds; one with a name given twice, or nested too deeply, is refused."""
    import json

    import msgspec

    from growth.exchange.limits import json_fault

    text = limits.decode(data, name)
    fault = json_fault(data)
    if fault:
        raise Refused(f"{name} cannot be read: {fault}", "write it flatter")
    try:
        msgspec.json.decode(text)
        return json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        why = parser_words.plain(str(error))
        raise Refused(f"{name} is no JSON: {why}", "mend it in an editor") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(one for one in names if names.count(one) > 1)!r} is there twice")
    return value


def own_json(value: Any, name: str, created: Instant) -> LadderReading | None:
    """Return a ladder of ours as `growth ladder show --json` prints it, or None where it is another's."""
    if not (isinstance(value, dict) and {"key", "levels", "themes", "criteria"} <= value.keys()):
        return None
    head = {word: value[word] for word in ("name", "version", "source", "licence") if word in value}
    rows = {"level": value["levels"], "theme": value["themes"], "criterion": value["criteria"]}
    return ladder_toml.made({"id": value["key"], **head, **rows}, name=name, created=created)


def _json(data: bytes, name: str, stem: str) -> Draft:
    from growth.exchange import ladder_data

    return ladder_data.read(load_json(data, name), name=name, stem=stem)


def _yaml(data: bytes, name: str, stem: str) -> Draft:
    from growth.exchange import ladder_data, ladder_yaml

    return ladder_data.read(ladder_yaml.load(limits.decode(data, name), name), name=name, stem=stem)


def _script(data: bytes, name: str, stem: str) -> Draft:
    from growth.exchange import ladder_data, ladder_javascript

    value, misread = ladder_javascript.load(limits.decode(data, name, limits.SCRIPT), name)
    whole = value.get("default") if len(value) == 1 else value
    draft = ladder_data.read(whole, name=name, stem=stem)
    _note(misread, draft)
    return draft


def _note(misread: tuple[Misread, ...], draft: Draft) -> None:
    for piece in misread:
        draft.misread(piece.line, piece.text, piece.why)


def _table(data: bytes, name: str, stem: str) -> Draft:
    from growth.exchange import ladder_csv_grid, ladder_csv_long, ladder_table

    rows = ladder_table.load(limits.decode(data, name), name)
    for shape in (ladder_csv_long, ladder_csv_grid):
        if shape.fits(rows):
            draft = Draft(shape.FORM, stem, name)
            shape.read(rows, draft)
            return draft
    raise Refused(
        f"{name} is a table without levels",
        "name the columns Level, Competency and Behavior, or give each level a column of its own",
    )


def _markdown(data: bytes, name: str, stem: str) -> Draft:
    from growth.exchange import ladder_data, ladder_markdown, ladder_yaml

    text = limits.decode(data, name).replace("\r\n", "\n")
    front = _FRONT.match(text)
    value = ladder_yaml.load(f"\n{front['data']}", name) if front else None
    if isinstance(value, dict) and any(isinstance(one, list) for one in value.values()):
        draft = ladder_data.read(value, name=name, stem=stem)
        body = [line for line in (front["body"] or "").split("\n") if line.strip()] if front else []
        draft.leave("line after the front matter", len(body))
        return draft
    draft = Draft(ladder_markdown.FORM, stem, name)
    # What stands before keeps its lines, so that a place in the file is told right.
    before = "\n" * text[: front.start("body")].count("\n") if front and front["body"] else ""
    ladder_markdown.read(before + (front["body"] or "") if front else text, draft)
    return draft


READERS: dict[str, Callable[[bytes, str, str], Draft]] = {
    "json": _json, "yaml": _yaml, "script": _script, "table": _table, "markdown": _markdown,
}  # fmt: skip
