"""What a parser of JSON or TOML says of a fault, in plain words: which field, what is wrong, what fits."""

import re

_DAY, _INSTANT = "2026-03-04", "2026-03-04T10:00:00+01:00"
_TYPES = {
    "int": "a whole number", "float": "a number", "str": "text", "bool": "true or false", "null": "nothing",
    "array": "a list", "list": "a list", "object": "an object with names", "dict": "an object with names",
    "NoneType": "nothing", "date": f"a day such as {_DAY}", "datetime": f"an instant such as {_INSTANT}",
}  # fmt: skip
# How a fault begins, and what is said of it; the first that fits.
_FAULTS = {
    "Input data was truncated": "it is cut off before its end",
    "invalid character in unicode escape": r"a \u in a text has no four digits behind it",
    "unexpected end of hex escape": r"a \u in a text has no four digits behind it",
    "unexpected end of escaped utf-16": r"a \u in a text is half of a sign",
    "invalid utf-16 surrogate pair": r"a \u in a text is half of a sign",
    "invalid escape": "a backslash stands alone in a text; write two for one",
    "invalid character": "a quote or a comma is missing, or one is too many",
    "trailing characters": "more follows where it should end",
    "trailing comma": "a comma stands before the closing bracket",
    "expected ':'": "a colon is missing behind a name",
    "expected ','": "a comma or the closing bracket is missing",
    "invalid number": "a number is not written as JSON has it, such as 12 or 0.5",
    "object keys must be strings": "a name is not in double quotes",
    "Number out of range": "a number is too large",
    "Integer value out of range": "a number is too large",
    "Invalid RFC3339 encoded datetime": f"no instant; one is written as {_INSTANT}",
    "Invalid RFC3339 encoded date": f"no day that a calendar has; one is written as {_DAY}",
    "Expected `datetime` with a timezone": f"an instant needs its offset, such as {_INSTANT}",
    "maximum recursion depth": "nested too deeply",
}
# Looked at only where there is a fault: to compile them takes longer than most of what loads this.
_SAID = r"(?s)(?P<why>.*?)(?: - at `(?P<path>[^`]*)`)?(?: \(byte (?P<byte>\d+)\))?"
_EXPECTED = r"Expected `([^`]*)`, got `([^`]*)`"
_MISSING = r"Object missing required field `([^`]*)`"
_UNKNOWN = r"Object contains unknown field `([^`]*)`"
_CHOICE = r"(?s)Invalid enum value (.*)"
_RECORD = r"\$(?:\.records)?\[(\d+)\]\.?"
_MALFORMED = "JSON is malformed: "


def plain(fault: str) -> str:
    """Return a fault in plain words, behind the field it is about."""
    path, why = parted(fault)
    return at(path, why)


def parted(fault: str) -> tuple[str, str]:
    """Return the path of the field that a fault is about, `$` for the whole, and what is wrong with it."""
    match = re.fullmatch(_SAID, fault.removeprefix(_MALFORMED))
    why, path, byte = match.group("why", "path", "byte") if match else (fault, None, None)
    return path or "$", _why(why) + (f", near byte {byte}" if byte else "")


def at(path: str, why: str) -> str:
    """Return what is wrong behind where that is: `day`, `record 2, day`; nothing for the whole."""
    record = re.match(_RECORD, path)
    inner = path[record.end() :] if record else path.removeprefix("$").removeprefix(".")
    parts = [f"record {int(record[1]) + 1}"] if record else []
    if inner and inner != "[...]":
        parts.append(inner)
    return f"{', '.join(parts)}: {why}" if parts else why


def thing(type_: str) -> str:
    """Return what values of a type are called."""
    return _TYPES.get(type_, f"something of the type {type_}")


def _why(why: str) -> str:
    if match := re.fullmatch(_EXPECTED, why):
        should = " or ".join(thing(one) for one in match[1].split(" | "))
        return f"{thing(match[2])}, where {should} should be"
    if match := re.fullmatch(_MISSING, why):
        return f"its {match[1]} is missing"
    if match := re.fullmatch(_UNKNOWN, why):
        return f"there is no field {match[1]}"
    if match := re.fullmatch(_CHOICE, why):
        return f"{match[1]} is none of the words for it"
    return next((said for begins, said in _FAULTS.items() if why.startswith(begins)), why)
