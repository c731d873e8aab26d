"""Whom a draft names: who is in no record that the program was given has no place in it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from growth.records.draft import Finding
from growth.rules.brief import Brief
from growth.rules.draft_words import Word, spelt, words_of
from growth.rules.pieces import Piece
from growth.rules.stems import STOP_WORDS
from growth.text.fold import fold

# First names that are words, too: they name somebody where they have a capital within a sentence.
_ALSO = """
    amber art bill bob chance chase chip christian dale dawn dean drew earl faith frank gene grace grant guy
    hope hunter iris ivy jack jade jay joy june lance mark max may melody mercy miles nick olive page pat
    patience pearl penny ray rich rob robin rose ruby rusty sage sandy stone sue summer sunny violet wade
    will young
    """
_WORDS_TOO = frozenset(_ALSO.split())
_HANDLE = re.compile(r"(?<![\w@.])@([A-Za-z0-9_][\w.-]*\w|\w)")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody known: the name that is shown, and the handles; of a stranger both are one word."""

    name: str
    handles: tuple[str, ...] = ()


class Names:
    """Finds who is named in a text, and who of them may be."""

    def __init__(self, people: Sequence[Named], brief: Brief) -> None:
        self._people = people
        self._frame = spelt(" ".join((brief.writer, brief.reader, brief.about)))
        self._by_piece = {one.ref: self._in_piece(one) for one in brief.pieces}
        self._open = {word for one in brief.pieces for word in spelt(one.text).split()} | set(
            self._frame.split()
        )

    def _in_piece(self, one: Piece) -> frozenset[str]:
        named = (who.name for who, _ in self._named(one.text))
        return frozenset((*one.people, *named))

    def strangers(self, at: int, text: str, pieces: Sequence[Piece]) -> Iterator[Finding]:
        """Yield who is named in a text that begins at `at` and is in none of the pieces it rests on."""
        for who, word in self._absent(text, pieces):
            elsewhere = any(who.name in names for names in self._by_piece.values())
            where = "the record it cites" if elsewhere else "any record it was given"
            said = text[word.start : word.end]
            yield Finding(rule="person", at=at + word.start, text=said, why=f"{who.name} is not in {where}")
        known = {fold(handle) for who in self._people for handle in who.handles}
        for match in _HANDLE.finditer(text):
            if fold(match[1]) not in known and fold(match[1]) not in self._open:
                place = at + match.start()
                yield Finding(rule="person", at=place, text=match[0], why="nobody is called that")

    def other_than(self, text: str, pieces: Sequence[Piece]) -> str:
        """Return who is named in a text and is in none of the pieces; or nothing."""
        return next((who.name for who, _ in self._absent(text, pieces)), "")

    def _absent(self, text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Named, Word]]:
        """Yield who is named in a text, but for whom it is for or about, and those in the pieces."""
        there = frozenset(name for one in pieces for name in self._by_piece.get(one.ref, ()))
        # A word of a name may mean whoever of those it may speak of has it, too.
        words = {word for name in there for word in spelt(name).split()} | set(self._frame.split())
        for who, word in self._named(text):
            if who.name in there or spelt(who.name) in self._frame:
                continue
            if word.folded not in words or len(spelt(text[word.start : word.end]).split()) > 1:
                yield who, word

    def _named(self, text: str) -> Iterator[tuple[Named, Word]]:
        """Yield who is named in a text, and where: by name, by one word of it, or by a handle."""
        words = words_of(text)
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            places.setdefault(word.folded, []).append(place)
        for who in self._people:
            for key in self._keys(who):
                for place in places.get(key[0], ()):
                    those = words[place : place + len(key)]
                    if tuple(word.folded for word in those) == key and (
                        len(key) > 1 or _is_name(text, those[0])
                    ):
                        yield who, Word(key[0], those[0].start, those[-1].end)

    def _keys(self, who: Named) -> Iterator[tuple[str, ...]]:
        """Yield the words that name somebody; one that also names another of a record names that one."""
        whole = tuple(spelt(who.name).split())
        if len(whole) > 1:
            yield whole
        single = [*whole, *(fold(handle) for handle in who.handles)]
        for word in dict.fromkeys(single):
            if len(word) > 1 and (word not in STOP_WORDS or word in _WORDS_TOO):
                yield (word,)


def _is_name(text: str, word: Word) -> bool:
    """Tell whether one word of a text stands there as a name."""
    written, before = text[word.start : word.end], text[: word.start].rstrip(" *_“\"'([")
    if text[: word.start].endswith("@") or word.folded not in _WORDS_TOO:
        return True
    begins = not before or before[-1] in ".!?:;\n-•"
    return written[:1].isupper() and not begins
