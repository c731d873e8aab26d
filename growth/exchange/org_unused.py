"""What an Org file says that no record of ours has a place for, each by its name."""

from growth.exchange.org_lines import Headline, Line
from growth.exchange.org_text import is_comment

_USED = frozenset(
    {
        "ID", "PROJECT", "CATEGORY", "MINUTES", "LINKS", "SKILLS", "IMPACT", "STAR", "LAST_REPEAT",
        "CREATED", "DATE", "TIMESTAMP",
    }
)  # fmt: skip
# More names than anybody reads.
_MOST = 200
_COMMENTS = "comment lines"


class Unused:
    """Collects those names, in the order of the file."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}

    def look(self, headline: Headline) -> None:
        """Take the names of a headline; one of our own export is known by its kind."""
        if "KIND" in headline.properties or len(self._names) > _MOST:
            return
        if headline.priority:
            self._names["[#A]"] = None
        if headline.state and headline.body and "SCHEDULED: <" in headline.body[0].text:
            self._names["SCHEDULED"] = None
        for name in headline.properties:
            if name not in _USED:
                self._names[f":{name}:"] = None
        if _COMMENTS not in self._names and _has_comment(headline.body):
            self._names[_COMMENTS] = None

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The names, each with the field it was read as: none."""
        return tuple((name, "") for name in self._names)


def _has_comment(lines: list[Line]) -> bool:
    inside = False
    for _, text in lines:
        sign = text.lstrip()
        if sign[:2] == "#+":
            inside = sign[:8].lower() == "#+begin_" or (inside and sign[:6].lower() != "#+end_")
        elif not inside and sign[:1] == "#" and is_comment(text):
            return True
    return False
