"""Make every character that could move, hide or command a terminal visible instead."""

import re

# C0 but newline and tab get their pictures from the block "Control Pictures"; what else can steer
# a terminal or reorder a line is written as its code point.
_STEERING = (
    *range(0x80, 0xA0),
    *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
)
_STEERING_IN_JSON = f"[{''.join(map(chr, (0x7F, *_STEERING)))}]"
_VISIBLE: dict[int, str] = (
    {code: f"<U+{code:04X}>" for code in _STEERING}
    | {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    | {0x7F: "\u2421"}
)


def clean(text: str) -> str:
    """Return `text` with terminal controls, bidi controls and lone surrogates made visible."""
    if text.isprintable():
        return text
    text = text.translate(_VISIBLE)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join(f"<U+{ord(c):04X}>" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, its runs of white space folded."""
    return " ".join(clean(text).split())


def escaped(json: str) -> str:
    """Return JSON that is safe to print: what could steer stands in it as an escape, and says the same."""
    if json.isprintable() or (json.isascii() and "\x7f" not in json):
        return json
    return re.sub(_STEERING_IN_JSON, _escape, json)


def _escape(match: re.Match[str]) -> str:
    code = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{code[place : place + 4]}" for place in range(0, len(code), 4))
