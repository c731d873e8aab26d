"""What was agreed: lines such as `- [ ] Ana: write the RFC by friday` in the notes of a session."""

import re
from collections.abc import Callable

import msgspec

from growth.records.dates import Day

# Told who a name means: `me`, a handle, or None for nobody.
Who = Callable[[str], str | None]
# Told which day words mean, or None where they mean none.
DayOf = Callable[[str], Day | None]

_LINE = re.compile(r"[ \t]*[-*+] ?\[([ xX])\][ \t]+(\S.*)")
_OWNER = re.compile(r"(@?[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*)?)[ \t]*:[ \t]+(\S.*)")
_DUE = re.compile(
    r"(?P<text>.*\S),?[ \t]+(?:(?:by|until|due)[ \t]+(?P<day>\S[^,;]*)|(?P<span>in \d+ ?[a-z]+))"
)
_SMALL = re.compile(r",?[ \t]+(?:by|until|due)$")
# A day is said in few words; `by` before more of them means something else.
_FEW = 4


class Agreement(msgspec.Struct, frozen=True):
    """A promise as it was understood: `owner` is `me` or a handle.

    `stranger` stands before a colon and is nobody known; `unread` is `by …` where that means no day.
    """

    text: str
    owner: str = "me"
    due: Day | None = None
    done: bool = False
    stranger: str = ""
    unread: str = ""


def agreement(text: str, who: Who, day_of: DayOf, *, done: bool = False) -> Agreement:
    """Understand one promise: who stands before a colon, and the day after `by`, where they mean one."""
    owner, rest = named(text, who)
    due, unread = None, ""
    match = _DUE.fullmatch(rest.rstrip(" ."))
    if match:
        said = (match["day"] or match["span"]).strip()
        due = day_of(said)
        if due:
            # Of `by in 1w` the words before the span belong to the day.
            rest = _SMALL.sub("", match["text"]).rstrip(",")
        elif match["day"] and len(said.split()) <= _FEW and not who(said):
            unread = rest.rstrip(" .")[match.end("text") :].strip(", \t")
    return Agreement(rest.strip(), owner or "me", due, done, "" if owner else stranger(text, who), unread)


def named(text: str, who: Who) -> tuple[str | None, str]:
    """Return who is named before a colon, and the rest; None and all of it where nobody is."""
    match = _OWNER.fullmatch(text.strip())
    owner = who(match[1]) if match else None
    return (owner, match[2]) if match and owner else (None, text.strip())


def stranger(text: str, who: Who) -> str:
    """Return what stands before a colon as a name would, where nobody is called so; else nothing."""
    match = _OWNER.fullmatch(text.strip())
    return match[1] if match and who(match[1]) is None else ""


def agreements(text: str, who: Who, day_of: DayOf) -> tuple[str, tuple[Agreement, ...]]:
    """Return a text without the lines that are promises, and the promises."""
    kept: list[str] = []
    found: list[Agreement] = []
    for line in text.split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        if match:
            found.append(agreement(match[2], who, day_of, done=match[1] != " "))
        else:
            kept.append(line)
    return "\n".join(kept).strip("\n"), tuple(found)
