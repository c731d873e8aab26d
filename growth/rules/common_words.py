"""What several people said independently of each other: words and pairs of words that they share.

It is modest: no meaning is guessed. A word counts once for each giver, and words of the question
that was asked count for nobody.
"""

from collections.abc import Iterable, Iterator

import msgspec

from growth.text.fold import words

FEWEST = 2
MOST = 8
SHORTEST = 4
# Words that say nothing by themselves; the shorter ones are left out by their length.
_SAYING_NOTHING = """
    about above across after again against ahead almost along also although always among another
    anybody anything around away back became because become been before began being below best better
    between both bring came cannot come could days deal didn does doing done down during each early
    either else enough even ever every everybody everything felt find first from gave general gets give
    given gives going good great have having help helped helps here hers high himself however into isn
    itself just keep kept kind know knew known last late later least less like likely little long look
    looked looks made make makes making many maybe mean meant might more most much must myself need
    needed needs never next nobody nothing often once only onto other others ours over part perhaps
    quite rather really right said same says seem seemed seen several shall should show since small some
    somebody something sometimes soon still such sure take taken takes tell than that their them then
    there these they thing things think this those though thought three through time times together
    told took toward towards until upon used useful using usually very want wanted wants wasn week weeks
    well went were what when where whether which while whole will with within without work worked works
    would wouldn year years your yours
"""
_PLAIN = frozenset(_SAYING_NOTHING.split())


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
    asked = {_stem(word) for word in words(text.question)}
    before = ("", "")
    for word in words(text.text):
        stem = _stem(word)
        if len(word) < SHORTEST or word in _PLAIN or word.isdigit() or stem in asked:
            before = ("", "")
            continue
        yield stem, word
        if before[0]:
            yield f"{before[0]} {stem}", f"{before[1]} {word}"
        before = (stem, word)


def _stem(word: str) -> str:
    """Return a word without the mark of the plural: `docs` and `doc` are one."""
    return word[:-1] if word[-1] == "s" and word[-2:] not in ("ss", "us", "is") else word
