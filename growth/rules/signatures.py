"""What mail programs and companies put below a letter: its signature, and the footer of its lawyers."""

import re

from growth.text.fold import fold

_SIGN = re.compile(r"[> ]*--\s*")
_PROGRAM = re.compile(r"[> ]*(?:sent from my |sent from a phone|get outlook for |sent with )")
_FOOTER = re.compile(
    r"\b(?:confidential\w*|privileged|intended (?:only |solely )?for|intended recipients?|unauthori[sz]ed"
    r"|disclaimer|received (?:this|it) in error|delete (?:this|it)|virus\w*|registered (?:office|in)"
    r"|vertraulich\w*|irrtumlich|confidentiel\w*|destinataires?)\b"
)
# One such word may be the giver's own; a footer has several.
FEWEST = 2


def apart(text: str) -> tuple[str, str]:
    """Return what somebody wrote, and what stands below it by itself."""
    said: list[str] = []
    below: list[str] = []
    for part in re.split(r"\n[> ]*\n", text):
        lines = part.split("\n")
        signed = next((number for number, line in enumerate(lines) if _signs(line)), len(lines))
        if len({found[0] for found in _FOOTER.finditer(fold(part))}) >= FEWEST:
            signed = 0
        said.append("\n".join(lines[:signed]))
        below.append("\n".join(lines[signed:]))
    return _joined(said), _joined(below)


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip())


def _signs(line: str) -> bool:
    return _SIGN.fullmatch(line) is not None or _PROGRAM.match(fold(line)) is not None
