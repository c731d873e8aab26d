"""A ladder as TOML, in the normal form: what ships, what is exported and what a user may edit."""

import re
from typing import Any

import msgspec

from growth.errors import Refused
from growth.exchange import ladder_limits as limits
from growth.records.dates import Instant
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.ladder_reading import LadderReading
from growth.text import parser_words

FORMAT = "toml"
LISTS = {"level": ("levels", Level), "theme": ("themes", Theme), "criterion": ("criteria", Criterion)}
# The parser takes time by the square of the parts of a dotted key.
_DOTTED = re.compile(
    r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){20}""",
)
_ID = re.compile(r"[^\W_][\w.+-]{0,99}")


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as a whole; the records themselves take unknown fields, which a file must not have."""

    id: str
    name: str
    version: str = "1"
    source: str = ""
    licence: str = ""
    level: tuple[dict[str, Any], ...] = ()
    theme: tuple[dict[str, Any], ...] = ()
    criterion: tuple[dict[str, Any], ...] = ()


def is_ladder(text: str) -> bool:
    """Tell whether TOML is meant to be a ladder."""
    return re.search(r"^\s*\[\[\s*(?:level|criterion)\s*\]\]", text, re.MULTILINE) is not None


def read(data: bytes, *, name: str, created: Instant) -> LadderReading:
    """Return the ladder that TOML in the normal form holds; refuse what has another shape, and say where."""
    import tomllib

    text = limits.decode(data, name)
    if _DOTTED.search(text):
        raise Refused(f"{name} is nested too deeply", "write it as growth ladder export does")
    try:
        value = tomllib.loads(text)
    except RecursionError:
        raise Refused(f"{name} is nested too deeply", "write it as growth ladder export does") from None
    except ValueError as error:
        raise Refused(f"{name} is no ladder: {error}", "mend it in an editor") from None
    return made(value, name=name, created=created)


def made(value: dict[str, Any], *, name: str, created: Instant) -> LadderReading:
    """Return the ladder that the tables of the normal form make."""
    try:
        head = msgspec.convert(value, _Head)
        parts: dict[str, Any] = {
            field: _rows(getattr(head, word), word, kind) for word, (field, kind) in LISTS.items()
        }
    except ValueError as error:
        why = parser_words.plain(str(error))
        raise Refused(f"{name} is no ladder: {why}", "mend it in an editor") from None
    ladder = Ladder(
        key=head.id, name=head.name, version=head.version, source=head.source, licence=head.licence,
        created=created, **parts,
    )  # fmt: skip
    limits.check(ladder, name)
    return LadderReading(format=FORMAT, ladder=ladder)


def _rows(rows: tuple[dict[str, Any], ...], word: str, kind: Any) -> tuple[Any, ...]:
    found = []
    for number, row in enumerate(rows, start=1):
        unknown = next((field for field in row if field not in kind.__struct_fields__), None)
        if unknown is not None:
            raise ValueError(f"{word} {number} has an unknown field {unknown!r}")
        try:
            found.append(msgspec.convert(row, kind))
        except msgspec.ValidationError as error:
            raise ValueError(f"{word} {number}: {parser_words.plain(str(error))}") from None
        if not _ID.fullmatch(found[-1].id):
            raise ValueError(
                f"the id of {word} {number} is {found[-1].id!r}; one has letters, digits, - . _ and +"
            )
    return tuple(found)


def write(ladder: Ladder) -> bytes:
    """Return a ladder as TOML that `read` makes the same ladder of."""
    head = {"id": ladder.key, "name": ladder.name, "version": ladder.version}
    head |= {word: value for word in ("source", "licence") if (value := getattr(ladder, word))}
    parts = [_table(head)]
    for word, (field, _) in LISTS.items():
        parts += [f"[[{word}]]\n{_table(msgspec.to_builtins(one))}" for one in getattr(ladder, field)]
    return "\n".join(parts).encode()


def _table(fields: dict[str, Any]) -> str:
    import tomli_w

    # A carriage return would be lost where a text is written over several lines.
    written = tomli_w.dumps(fields, multiline_strings=not any("\r" in text for text in _texts(fields)))
    return "".join(char if char.isprintable() or char in "\n\t" else _escaped(char) for char in written)


def _escaped(char: str) -> str:
    """Return a sign that nobody would see, or that steers a terminal, so that it can be seen."""
    code = ord(char)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _texts(fields: dict[str, Any]) -> list[str]:
    values = (value if isinstance(value, list | tuple) else [value] for value in fields.values())
    return [text for those in values for text in those if isinstance(text, str)]
