"""A draft with what was found in it: each place gets a footnote, and the footnotes say what is wrong."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from growth.records.draft import Finding

_NOTE = re.compile(r"^\[\^\d+\]: .*\n?", re.MULTILINE)
_MARK = re.compile(r"\[\^\d+\](?!:)")


class Part(NamedTuple):
    """A piece of a draft; `number` is that of the finding that it is, or 0."""

    text: str
    number: int = 0


def parts(output: str, findings: Sequence[Finding]) -> list[Part]:
    """Return a draft in pieces, in its order; of findings that overlap the later one begins where it can."""
    found: list[Part] = []
    at = 0
    for number, one in enumerate(findings, start=1):
        start, end = max(at, one.at), max(at, one.at + len(one.text))
        found += [Part(output[at:start]), Part(output[start:end], number)]
        at = end
    return [*found, Part(output[at:])]


def marked(output: str, findings: Sequence[Finding]) -> str:
    """Return a draft in Markdown with its findings as footnotes."""
    text = "".join(
        f"{part.text}[^{part.number}]" if part.number else part.text for part in parts(output, findings)
    )
    notes = [f"[^{number}]: {one.rule}: {one.why}" for number, one in enumerate(findings, start=1)]
    return "\n\n".join(filter(None, (text.rstrip("\n"), "\n".join(notes)))) + "\n"


def without_notes(text: str) -> str:
    """Return a text without the footnotes that `marked` put into it."""
    return _NOTE.sub("", _MARK.sub("", text))
