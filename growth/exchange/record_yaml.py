"""Fields of an entry as YAML front matter, and back: what was edited in between may be written otherwise."""

import re
from typing import Any, NamedTuple

import msgspec

from growth.errors import Refused
from growth.exchange.jsonl import Bad, record
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.text.clean import escaped

FENCE = "---"
MARKER = "growth"
WORD = "entry"
# What stands under the front matter, as Markdown.
TOLD = ("title", "body")
# A plain word of YAML that is nothing but text, a day or an instant.
_PLAIN = re.compile(
    r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w/-]*(?: [\w/-]+)*"
    r"|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?|-?(?:0|[1-9]\d{0,8})",
    re.ASCII | re.IGNORECASE,
)
_MARKED = re.compile(rf"{MARKER} *: *[\"']?{WORD}\b")
_NONE = re.compile("[\ufffe\uffff]")
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")
_LISTS = ("tags", "people", "skills", "links")
_TEXTS = ("project", "impact", "about", "source", "kind", "share", "precision", "id")
# How far the front matter of a note may go on.
LONGEST = 400


class Matter(NamedTuple):
    """The front matter of a note: the record's fields, other keys, and how many lines it takes."""

    fields: dict[str, Any]
    strange: tuple[str, ...]
    lines: int


def write(entry: Entry) -> str:
    """Return an entry's fields as front matter, all but its title and body."""
    fields = {MARKER: WORD} | told(entry)
    return "\n".join((FENCE, *(f"{name}: {_value(value)}" for name, value in fields.items()), FENCE))


def told(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry that are not at their defaults, but for its title and body."""
    return {name: value for name, value in msgspec.to_builtins(entry).items() if name not in TOLD} | {
        "kind": entry.kind, "share": entry.share,
    }  # fmt: skip


def _value(value: Any) -> str:
    """Return a value as YAML on one line; a list or a mapping as JSON is YAML, too."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_value(part)}' for name, part in value.items())}}}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and not value.lstrip("-").isdigit():
        return str(value)
    # YAML takes no signs that are none, and does not join the halves of a pair.
    quoted = _NONE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", escaped(msgspec.json.encode(value).decode()))
    return _PAIR.sub(lambda pair: f"\\U{ord(_joined(pair)):08x}", quoted)


def _joined(pair: re.Match[str]) -> str:
    return bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")


def is_ours(text: str) -> bool:
    """Tell whether a text begins with the front matter of an entry of ours."""
    return bool(_lines(text))


def _lines(text: str) -> list[str]:
    lines = re.split(r"\r\n|\n|\r", text, maxsplit=LONGEST)
    if lines[0].rstrip() != FENCE:
        return []
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    return lines[1:end] if any(map(_MARKED.match, lines[1:end])) else []


def matter(text: str, name: str) -> Matter | None:
    """Return the front matter of an entry of ours; None where a text begins with none of that kind."""
    lines = _lines(text)
    if not lines:
        return None
    from growth.exchange import ladder_yaml

    whole = ladder_yaml.load("\n".join(lines), name)
    if not isinstance(whole, dict):
        raise Refused(f"{name}: its front matter is no mapping", "write key: value in each line of it")
    whole = _plain(whole)
    known = {key: value for key, value in whole.items() if key in Entry.__struct_fields__}
    fields = {key: _fitting(key, value) for key, value in known.items() if value is not None}
    strange = tuple(key for key in whole if key not in known and key != MARKER)
    return Matter(fields, strange, len(lines) + 2)


def entry(fields: dict[str, Any], title: str, body: str, created: Instant) -> Entry:
    """Return the entry that front matter and the text under it make; raise Bad where they make none."""
    whole = {name: value for name, value in fields.items() if name not in TOLD}
    title = title or str(fields.get("title", ""))
    found = record({"record": WORD, "title": title, "body": body} | whole, created)
    if not isinstance(found, Entry):
        raise Bad("$.id", "it is no entry")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def _fitting(name: str, value: Any) -> Any:
    """Return a value as its field has it: an editor may write a list of one without brackets."""
    if name in _LISTS:
        return [str(part) for part in (value if isinstance(value, list) else [value])]
    if name == "metrics" and isinstance(value, list):
        return [{key: str(part) for key, part in one.items()} if isinstance(one, dict) else one
                for one in value]  # fmt: skip
    return str(value) if name in _TEXTS else value
