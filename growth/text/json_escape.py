"""JSON that is safe to print: what could steer a terminal stands in it as an escape."""

import re

_STEERING = re.compile(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def escaped(json: str) -> str:
    """Return JSON that its readers find the very same text in."""
    return json if json.isascii() and "\x7f" not in json else _STEERING.sub(_escape, json)


def _escape(match: re.Match[str]) -> str:
    code = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{code[place : place + 4]}" for place in range(0, len(code), 4))
