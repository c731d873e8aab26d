"""A file of Markdown as its blocks, and what stands beside them: front matter, links, what was left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from growth.exchange import limits, markdown_parts
from growth.exchange.front_matter import front_matter
from growth.exchange.markdown_blocks import Block, Heading, Item, Source, blocks, prepare
from growth.exchange.markdown_text import References
from growth.exchange.month_names import Names
from growth.exchange.note_frames import without_frames
from growth.exchange.page_properties import page_properties
from growth.exchange.wiki_links import unlinked

_OUTERMOST = re.compile(r"^ {0,3}(?:#(?!#)|=+[ \t\r]*$)", re.MULTILINE)
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]^]", re.MULTILINE)


class Note:
    """One file. A long one is held a part at a time: then its blocks can be walked once.

    `outermost` are its headings of level 1, or the first two of them. `left`, `hidden` and what the
    references tell are complete when the blocks were walked.
    """

    def __init__(self, data: bytes, name: str, names: Names) -> None:
        self._names = names
        self.left: Counter[str] = Counter()
        self.hidden: list[int] = []
        self.references = References()
        self.is_long = limits.is_long(data)
        self.blocks: Iterable[Block]
        if self.is_long:
            limits.check_lines(data, name, limits.TEXT_LINES)
            self.outermost = self._surveyed(markdown_parts.parts(data, name))
            self.blocks = self._read(markdown_parts.parts(data, name))
        else:
            self.blocks = list(self._read([(0, limits.decode(data, name))]))
            self.outermost = [block for block in self.blocks if _is_outermost(block)]

    def _surveyed(self, texts: Iterable[tuple[int, str]]) -> list[Block]:
        """Return the first headings of level 1, and learn the references of all parts."""
        found: list[Block] = []
        for before, text in texts:
            looked_for = len(found) < 2 and _OUTERMOST.search(text)
            if not before or looked_for or _REFERENCE.search(text):
                source = self._prepared(text, before, Counter())
                found += filter(_is_outermost, _moved(blocks(source), before)) if looked_for else ()
        return found[:2]

    def _read(self, texts: Iterable[tuple[int, str]]) -> Iterator[Block]:
        for before, text in texts:
            source = self._prepared(text, before, self.left)
            self.references.put(source, before)
            if not self.is_long:
                self.hidden += source.hidden
            yield from _moved(blocks(source), before)

    def _prepared(self, text: str, before: int, left: Counter[str]) -> Source:
        source = prepare(text)
        if before:
            page_properties(source)
        else:
            matter = front_matter(source.lines)
            source.lines[: matter.lines] = [""] * matter.lines
            self.matter = matter.beside(page_properties(source))
        left.update(without_frames(source, self._names))
        unlinked(source)
        self.references.learn(source, before)
        return source


def _is_outermost(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _moved(those: Iterable[Block], by: int) -> Iterable[Block]:
    """Return blocks with the lines of the whole file."""
    return (_below(block, by) for block in those) if by else those


def _below(block: Block, by: int) -> Block:
    if isinstance(block, Item):
        return block._replace(line=block.line + by, body_line=block.body_line + by)
    return block._replace(line=block.line + by)
