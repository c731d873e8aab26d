"""A company's own questions: what it asks, how long an answer may be, and where the answer comes from."""

import re
import tomllib
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from growth.errors import Refused

# What an answer can be made from; `theme:ID` stands for one theme of the ladder.
SOURCES = {
    "summary": "how many criteria are met, what is strong and what is to work on",
    "strengths": "what stands out, in your sentences and with what shows it",
    "gaps": "what is not there yet, in your sentences",
    "statements": "all your sentences, theme by theme",
    "theme:ID": "the sentences of one theme, and the records that show it",
    "impact": "the records with the strongest outcomes",
    "feedback": "what others said and may be quoted with",
    "goals": "the goals that are open",
    "reached": "the goals that were reached",
}
FIELDS = {
    "id": "a short name for the question",
    "text": "the question, as the company asks it",
    "limit": "how many characters an answer may have",
    "words": "how many words an answer may have",
    "from": "what the answer is made from: one source, or a list of them",
    "answer": "your own words, which begin the answer",
    "without": "ids of criteria, records and goals to leave out",
}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_THEME = "theme:"
_HEADER = re.compile(r"\s*\[\[\s*question\s*\]\]")
# The parser takes time by the square of the parts of a dotted key.
_DOTTED = re.compile(r"(?:[\w\"'-]+[ \t]*\.[ \t]*){16}")
_HINT = "mend it in an editor"


class FormQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One question. `sources` is what the answer is made from; without any it is mine to write."""

    id: str
    text: str
    limit: int | None = None
    words: int | None = None
    sources: tuple[str, ...] = ()
    answer: str = ""
    without: tuple[str, ...] = ()


class CompanyForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form: its title and its questions."""

    title: str
    questions: tuple[FormQuestion, ...]


def read(text: str, name: str) -> CompanyForm:
    """Read a form; refuse one with a fault, naming the file, the line and the field."""
    if _DOTTED.search(text):
        raise Refused(f"{name}: a dotted key has too many parts", _HINT)
    try:
        value = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name} is no TOML: {error}", _HINT) from None
    for field in value:
        if field not in ("title", "question"):
            line = _line(text, re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(field)}\b"))
            raise Refused(f"{name}, line {line}: there is no field {field!r} in a form", _HINT)
    title, tables = value.get("title", ""), value.get("question", [])
    if not isinstance(title, str):
        raise Refused(f"{name}: title is a text, not {title!r}", _HINT)
    if not isinstance(tables, list) or not tables or not all(isinstance(one, dict) for one in tables):
        raise Refused(
            f"{name} holds no question", f"begin each with [[question]]; it may have {', '.join(FIELDS)}"
        )
    return CompanyForm(title=title, questions=tuple(_questions(tables, text, name)))


def _questions(tables: Sequence[dict[str, Any]], text: str, name: str) -> list[FormQuestion]:
    found: list[FormQuestion] = []
    for number, table in enumerate(tables, start=1):
        field, fault = _fault(table, {one.id for one in found})
        if fault:
            called = table.get("id") if isinstance(table.get("id"), str) else ""
            which = f"question {number}" + (f" ({called})" if called and field != "id" else "")
            raise Refused(f"{name}, line {line_of(text, number, field)}, {which}: {field} {fault}", _HINT)
        sources = table.get("from", ())
        found.append(
            FormQuestion(
                id=table["id"], text=" ".join(table["text"].split()), limit=table.get("limit"),
                words=table.get("words"), answer=table.get("answer", "").strip(),
                sources=(sources,) if isinstance(sources, str) else tuple(sources),
                without=tuple(table.get("without", ())),
            )
        )  # fmt: skip
    return found


def _fault(table: dict[str, Any], taken: set[str]) -> tuple[str, str]:
    """Return the first field that is wrong, and what is wrong with it; two empty texts where none is."""
    for field in table:
        if field not in FIELDS:
            return field, f"is no field of a question; there are {', '.join(FIELDS)}"
    for field in ("id", "text"):
        if not isinstance(table.get(field), str) or not table[field].strip():
            return field, "is missing" if field not in table else f"is a text, not {table[field]!r}"
    if not _NAME.fullmatch(table["id"]) or table["id"] in taken:
        return "id", f"{table['id']!r} is " + (
            "there twice" if table["id"] in taken else "no name: letters, digits, - and _"
        )
    for field in ("limit", "words"):
        value = table.get(field, 1)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            return field, f"is a number above 0, not {value!r}"
    if not isinstance(table.get("answer", ""), str):
        return "answer", f"is a text, not {table['answer']!r}"
    return _list_fault(table)


def _list_fault(table: dict[str, Any]) -> tuple[str, str]:
    for field in ("from", "without"):
        value = table.get(field, [])
        values = [value] if isinstance(value, str) and field == "from" else value
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            return field, f"is a list of texts, not {value!r}"
        for one in values if field == "from" else ():
            if one == "theme:ID" or (one not in SOURCES and not theme_in(one)):
                return field, f"{one!r} is no source; there are {', '.join(SOURCES)}"
    return "", ""


def check_themes(form: CompanyForm, themes: Collection[str], text: str, name: str) -> None:
    """Refuse a form that asks for a theme that the ladder does not have."""
    for number, question in enumerate(form.questions, start=1):
        for source in question.sources:
            if (theme := theme_in(source)) and theme not in themes:
                where = f"{name}, line {line_of(text, number, 'from')}, question {number} ({question.id})"
                raise Refused(
                    f"{where}: from {source!r} names no theme of the ladder",
                    f"there are: {', '.join(themes)}",
                )


def theme_in(source: str) -> str:
    """Return the theme that a source names, or nothing."""
    return source.removeprefix(_THEME).strip() if source.startswith(_THEME) else ""


def line_of(text: str, number: int, field: str) -> int:
    """Return the line of a question's field; that of its beginning where the field is missing."""
    lines = text.splitlines()
    starts = [place for place, line in enumerate(lines) if _HEADER.match(line)]
    if len(starts) < number:
        return 1
    start = starts[number - 1]
    end = starts[number] if number < len(starts) else len(lines)
    key = re.compile(rf"\s*[\"']?{re.escape(field)}[\"']?\s*=")
    return next((place for place in range(start, end) if key.match(lines[place])), start) + 1


def _line(text: str, wanted: re.Pattern[str]) -> int:
    return next((place for place, line in enumerate(text.splitlines(), 1) if wanted.match(line)), 1)
