"""A long file of Markdown in parts that end before a heading, where no block of code or comment is open."""

import re
from collections.abc import Iterator

from growth.errors import WrongUsage
from growth.exchange import limits, text_parts

_PART = 1 << 20
_SIGN = re.compile(
    r"^[ \t]*(?P<bullet>[-*+] +)?(?P<fence>`{3,20}|~{3,20})(?P<rest>[^\n]*)$"
    r"|(?P<open><!--)|(?P<close>-->)|^(?P<head>#{1,6}[ \t]+\S)",
    re.MULTILINE,
)


def parts(data: bytes, name: str) -> Iterator[tuple[int, str]]:
    """Yield the parts, each with the number of lines before it."""
    line, kept, size, open_ = 0, [""], 0, _Open()
    for text in text_parts.parts(data):
        last = 0
        for cut in open_.headings(text):
            if size + cut - last >= _PART:
                part = "".join((*kept, text[last:cut]))
                yield line, part
                line, last, kept, size = line + limits.lines(part.encode()), cut, [""], 0
        kept.append(text[last:])
        size += len(kept[-1])
        if size > limits.WHOLE:
            raise WrongUsage(
                f"{name}:{line + 1}: what begins here goes on for more than {limits.WHOLE:,} characters "
                "without a heading outside of code and comments",
                "split it into several files",
            )
    yield line, "".join(kept)


class _Open:
    """What is open at the end of what was read so far: a block of code, a comment."""

    def __init__(self) -> None:
        self._fence, self._comment = "", False

    def headings(self, text: str) -> Iterator[int]:
        """Yield where a heading begins that no block of code and no comment holds."""
        for match in _SIGN.finditer(text):
            sign, rest = match["fence"] or "", match["rest"] or ""
            if self._comment:
                self._comment = not match["close"]
            elif self._fence:
                if sign.startswith(self._fence) and not match["bullet"] and not rest.strip(f"{sign[0]} \t\r"):
                    self._fence = ""
            elif sign:
                self._fence = "" if sign[0] == "`" and "`" in rest else sign
            elif match["open"]:
                before = text.count("`", text.rfind("\n", 0, match.start()) + 1, match.start())
                self._comment = before % 2 == 0
            elif match["head"]:
                yield match.start()
