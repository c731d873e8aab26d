"""Where the words of a search stand."""

from collections.abc import Iterable

from growth.rules.select import snippet
from growth.terminal.screen import Part


def matched(
    texts: dict[str, str], where: tuple[str, ...], phrases: tuple[str, ...], width: int
) -> Iterable[tuple[Part, ...]]:
    """Yield a line for each phrase that stands elsewhere than in the title, showing where."""
    for field, phrase in zip(where, phrases, strict=True):
        if field != "title":
            text = " ".join(texts[field].split())
            before, hit, after = snippet(text, phrase, max(20, width - 20))
            yield (f"      {field}: ", "dim"), before, (hit, "hit"), after
