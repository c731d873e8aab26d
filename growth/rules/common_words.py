"""What several people said independently of each other: words and pairs of words that they share.

It is modest: no meaning is guessed. A word counts once for each giver, and words of the question
that was asked count for nobody.
"""

from collections.abc import Iterable, Iterator

import msgspec

from growth.rules.stems import stem, stems
from growth.text.fold import words

FEWEST = 2
MOST = 8
SHORTEST = 4
# Besides the stop words: what anybody writes who answers a question about somebody.
_SAYING_NOTHING = """
    across ahead almost along although always among around ask asked asking back became become began
    best better bring days deal didn early enough even felt find first gave general gives good great
    help helped helps high however isn kind knew know known last late later least less likely little
    long look looked looks making maybe mean meant need needed needs never next often part perhaps
    really right said says seem seemed seen several shall show small sometimes soon sure tell think
    though thought time times together told useful usually want wanted wants wasn week weeks work worked
    works wouldn year years
    """
# When something was, and for how long, is no theme; nor that something moved or is written.
_WHEN = """
    afternoon april august century december decade earlier evening february friday half
    hour hourly hours january july june march minute minutes moment moments monday month months
    morning night november october quarter quarterly quarters saturday second seconds september spring
    summer sunday thursday today tomorrow tonight tuesday wednesday weekend weekends
    winter yesterday
    """
_MOVING = "move moved moves moving written"
_PLAIN = frozenset(f"{_SAYING_NOTHING} {_WHEN} {_MOVING}".split())


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """A word, or two in a row, and the answers of different people that it stands in."""

    words: str
    givers: int
    answers: tuple[str, ...]


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """What one person wrote, in which answer, to which question."""

    giver: str
    answer: str
    text: str
    question: str = ""


def common(texts: Iterable[Text]) -> tuple[Common, ...]:
    """Return what at least two people said, what most said first; a pair goes before its words."""
    found: dict[str, dict[str, list[str]]] = {}
    written: dict[str, str] = {}
    for text in texts:
        for term, words_ in _terms(text):
            written.setdefault(term, words_)
            found.setdefault(term, {}).setdefault(text.giver, []).append(text.answer)
    shared = {term: by for term, by in found.items() if len(by) >= FEWEST}
    within = {(word, frozenset(by)) for term, by in shared.items() if " " in term for word in term.split()}
    kept = [
        Common(words=written[term], givers=len(by), answers=tuple(answers[0] for answers in by.values()))
        for term, by in shared.items()
        if (term, frozenset(by)) not in within
    ]
    return tuple(sorted(kept, key=lambda one: (-one.givers, " " not in one.words, one.words))[:MOST])


def _terms(text: Text) -> Iterator[tuple[str, str]]:
    """Yield what is compared, and how it is written."""
    asked = set(stems(text.question))
    before = ("", "")
    for word in words(text.text):
        found = stem(word)
        if not found or len(word) < SHORTEST or word in _PLAIN or found in asked:
            before = ("", "")
            continue
        yield found, word
        if before[0]:
            yield f"{before[0]} {found}", f"{before[1]} {word}"
        before = (found, word)
