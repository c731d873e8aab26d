"""A title as it is told in a document: its `#tags`, `@people` and `+project` as words of a sentence."""

import re
from collections.abc import Callable, Collection

from growth.records.entry import Entry
from growth.rules.capture import SIGIL
from growth.text.fold import fold, folded
from growth.text.markdown import MINE

Name = Callable[[str], str | None]

# After one of these a mark is a word of the sentence: `cut the latency of +ranker`, `shipped +ranker`.
_SMALL = """
    a about across after against all an and any as at before behind between both by each every for from
    her his in into its like my new no of on onto or other our out over per some than that the their
    these this those through to toward towards under up use using versus via vs with within without your
    """
_DONE = """
    began built chose drew found gave got grew held kept knew led left made met read ran rewrote saw sent
    set shipped spoke taught took told thank thanks won wrote
    """
_WANTS_MORE = frozenset(f"{_SMALL} {_DONE}".split())
_VERB = re.compile(r"\w+(?<!e)ed")
# What may stand behind a label at the end of a title, and what then falls with it.
_END = re.compile(r"\)?[.!?…]*\s*")
# More labels than this at the end of a title are told as words.
MOST_LABELS = 20


def title_marks(entry: Entry) -> tuple[str, ...]:
    """Return the marks in the title of an entry that are its tags, people or project."""
    named = {
        "#": folded(*entry.tags),
        "@": folded(*entry.people),
        # A second project became a tag.
        "+": folded(entry.project, *entry.tags),
    }
    marks = (match[0] for match in _marks(entry.title) if fold(match[2]) in named[match[1]])
    return tuple(dict.fromkeys(marks))


def told_title(entry: Entry, name: Name) -> str:
    """Return the title of an entry as prose; `name` gives the name of a handle, where there is one."""
    return told(entry.title, title_marks(entry), name)


def told(title: str, marks: Collection[str], name: Name) -> str:
    """Return a title in which `marks` are words: people by name, labels bare, or left away at the end."""
    meant = frozenset(marks)
    those = [match for match in _marks(title) if match[0] in meant] if meant else []
    if not those:
        return title
    said, parts, at = _without_labels(title.rstrip(), those), [], 0
    for match in those:
        word = match[2] if match[1] != "@" else name(match[2]) or match[2]
        parts += [said[at : match.start()], word]
        at = match.end()
    return "".join([*parts, said[at:]])


def _marks(title: str) -> list[re.Match[str]]:
    """Return the marks of a title that stand in no code, link or address."""
    if not SIGIL.search(title):
        return []
    return [*SIGIL.finditer(MINE.sub(_hidden, title))]


def _hidden(match: re.Match[str]) -> str:
    """Return as many letters as what is no prose has, so that all else stays where it is."""
    return "x" * len(match[0]) if match["code"] or match["link"] or match["url"] else match[0]


def _without_labels(said: str, those: list[re.Match[str]]) -> str:
    """Return a title without the labels it ends with, which are taken from `those`, too."""
    for _ in range(MOST_LABELS):
        if not those or those[-1][1] == "@":
            break
        before, after = said[: those[-1].start()], said[those[-1].end() :]
        if not _END.fullmatch(after) or not _is_whole(before, after):
            break
        those.pop()
        if after.startswith(")"):
            before, after = before.removesuffix("("), after[1:]
        before = _ended(before)
        said = before + ("" if before.endswith((".", "!", "?", "…")) else after.strip())
    return said


def _ended(text: str) -> str:
    """Return a text without the spaces at its end, and without a dash that nothing follows."""
    text = text.rstrip()
    bare = text.rstrip("·|–—-")
    return bare.rstrip() if bare[-1:].isspace() else text


def _is_whole(before: str, after: str) -> bool:
    """Tell whether a title says all it has to say before the label that ends it."""
    words = [word for word in before.split() if any(char.isalnum() for char in word)]
    if len(words) < 2 or before.rstrip().endswith((",", ":", "/", "&", "+")):
        return False
    if after.startswith(")"):
        return before.endswith("(")
    return words[-1].lower() not in _WANTS_MORE and not _VERB.fullmatch(words[-1])
