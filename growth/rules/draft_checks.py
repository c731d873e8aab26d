"""What a draft says that its records do not: citations, numbers, days, quotes, names, and what was withheld.

What a sentence cites has to hold what it says; where it cites nothing, any of the records may.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from growth.records.draft import Finding
from growth.records.ids import is_id
from growth.rules.brief import Brief
from growth.rules.draft_names import Named, Names
from growth.rules.draft_numbers import Number, known, numbers
from growth.rules.draft_period import names_of, without_period
from growth.rules.draft_words import Word, runs_in, spelt, words_of
from growth.rules.pieces import Piece
from growth.rules.stems import STOP_WORDS

_REF = r"(?:[\w.-]+:)?[a-z]\d{6}-[0-9a-z]{4}"
_CITED = re.compile(
    rf"(?<![\w-]){_REF}(?![\w-])|(?<=\[)(?=[a-z0-9:-]*\d)[a-z0-9][a-z0-9:-]{{3,20}}(?=\])", re.IGNORECASE
)
_END = re.compile(
    r"(?<=[.!?])[\"”’)*_]*\s+(?=[^\s\[])|(?<=\])\s+(?=[A-Z“\"])"
    r"|\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)])\s)"
)
_QUOTE = re.compile(r"“(?P<curly>[^”\n]{3,})”|\"(?P<plain>[^\"\n]{3,})\"|„(?P<low>[^“\n]{3,})“")
_PAUSE = re.compile(r"[.!?]\s|\n\s*\n")
# As many words in a row are no chance; of a shorter text, all of it. Two of them must tell something.
RUN = 5
SHORT = 2


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, where it begins, and the pieces it cites; all of them where it cites none."""

    at: int
    text: str
    pieces: tuple[Piece, ...]


def checked(
    output: str,
    brief: Brief,
    people: Sequence[Named] = (),
    withheld: Iterable[str] = (),
    hidden: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what is wrong with a draft, in its order.

    `people` is everybody known, `withheld` the texts of all records that the program was not given,
    `hidden` the names, of one word each, of such records.
    """
    by_ref = {one.ref: one for one in brief.pieces}
    names = Names(people, brief)
    found = [*_citations(output, by_ref)]
    for sentence in _sentences(output, by_ref):
        found += _numbers(sentence, brief)
        found += _quotes(sentence, brief, names)
        found += names.strangers(sentence.at, sentence.text, sentence.pieces)
    found += _private(output, brief, withheld)
    found += _hidden(output, brief, hidden)
    return tuple(sorted(_once(found), key=lambda one: (one.at, one.rule)))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what lies within another finding of the same rule."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.rule, one.at, -len(one.text))):
        last = kept[-1] if kept else None
        if last is None or last.rule != one.rule or one.at >= last.at + len(last.text):
            kept.append(one)
    return iter(kept)


def cited(output: str) -> list[re.Match[str]]:
    """Return what stands in a text as a citation."""
    return list(_CITED.finditer(output))


def _meant(text: str, by_ref: dict[str, Piece]) -> Piece | None:
    """Return the piece that a citation means: by its whole id, or by an ending that only one has."""
    word = text.lower()
    if word in by_ref:
        return by_ref[word]
    those = [] if is_id(word) else [one for ref, one in by_ref.items() if ref.endswith(word)]
    return those[0] if len(those) == 1 else None


def _citations(output: str, by_ref: dict[str, Piece]) -> Iterator[Finding]:
    for match in cited(output):
        if _meant(match[0], by_ref) is None:
            yield Finding(rule="citation", at=match.start(), text=match[0], why="it was given no such record")


def _sentences(output: str, by_ref: dict[str, Piece]) -> Iterator[Sentence]:
    """Yield the sentences of a text; a citation behind the full stop belongs to the one before it."""
    starts = [0, *(match.end() for match in _END.finditer(output)), len(output)]
    for start, end in itertools.pairwise(starts):
        text = output[start:end]
        those = [one for match in cited(text) if (one := _meant(match[0], by_ref))]
        yield Sentence(start, _without_refs(text), tuple(those or by_ref.values()))


def _without_refs(text: str) -> str:
    """Return a text with blanks for its citations, so that all else stays where it is."""
    return _CITED.sub(lambda match: " " * len(match[0]), text)


def _numbers(sentence: Sentence, brief: Brief) -> Iterator[Finding]:
    frame = [*names_of(brief.period), *(one.id for one in brief.criteria)]
    days = [str(one.day) for one in sentence.pieces if one.day]
    there = known([*(one.text for one in sentence.pieces), *days, *frame])
    anywhere = known(
        [*(one.text for one in brief.pieces), *(str(one.day) for one in brief.pieces if one.day)]
    )
    for one in numbers(without_period(sentence.text, brief.period)):
        if (one.value, one.unit) in there or _is_name_of_frame(one, frame):
            continue
        what = {"day": "day", "name": "name with a number", "link": "link"}.get(one.unit, "number")
        where = "the record it cites" if (one.value, one.unit) in anywhere else "any record it was given"
        yield _finding("number", sentence, one, f"this {what} is not in {where}")


def _is_name_of_frame(one: Number, frame: Collection[str]) -> bool:
    return one.unit == "name" and any(one.value == text.lower() for text in frame)


def _finding(rule: str, sentence: Sentence, one: Number, why: str) -> Finding:
    text = sentence.text[one.start : one.end]
    return Finding(rule=rule, at=sentence.at + one.start, text=text.strip(), why=why)


def _quotes(sentence: Sentence, brief: Brief, names: Names) -> Iterator[Finding]:
    """Yield the quotations that stand in no record, or in that of somebody else than is named."""
    for match in _QUOTE.finditer(sentence.text):
        said = match["curly"] or match["plain"] or match["low"]
        if len(words_of(said)) < 3:
            continue
        at, text = sentence.at + match.start(), match[0]
        those = [one for one in sentence.pieces if spelt(said) in spelt(one.text)]
        if not those:
            there = any(spelt(said) in spelt(one.text) for one in brief.pieces)
            why = "these words are not in the record it cites" if there else "nobody said this in these words"
            yield Finding(rule="quote", at=at, text=text, why=why)
        elif other := names.other_than(sentence.text, those):
            yield Finding(rule="quote", at=at, text=text, why=f"these words are not in what {other} said")


def _private(output: str, brief: Brief, withheld: Iterable[str]) -> Iterator[Finding]:
    """Yield what stands word for word in a record that the program was not given."""
    said = words_of(output)
    open_ = [word.folded for word in words_of("\n".join(_given(brief)))]
    at: dict[tuple[str, ...], list[int]] = {}
    for length in range(SHORT, RUN + 1):
        may = runs_in(open_, length)
        for place in range(len(said) - length + 1):
            run = tuple(word.folded for word in said[place : place + length])
            if run not in may and _tells(run):
                at.setdefault(run, []).append(place)
    hit: set[int] = set()
    for text in withheld:
        private = [word.folded for word in words_of(text)]
        length = min(len(private), RUN)
        for run in runs_in(private, length) if length >= SHORT else ():
            hit.update(place + step for place in at.get(run, ()) for step in range(length))
    yield from _marked(output, said, sorted(hit))


def _hidden(output: str, brief: Brief, hidden: Collection[str]) -> Iterator[Finding]:
    """Yield the names of records that the program was not given, where nothing given holds the word."""
    open_ = {word.folded for word in words_of("\n".join(_given(brief)))}
    for word in words_of(output) if hidden else ():
        if word.folded in hidden and word.folded not in open_:
            why = "this is the name of a record that it was not given"
            yield Finding(rule="private", at=word.start, text=output[word.start : word.end], why=why)


def _tells(run: Sequence[str]) -> bool:
    return sum(_is_telling(word) for word in run) >= SHORT


def _is_telling(word: str) -> bool:
    return word not in STOP_WORDS and len(word) > 2


def _given(brief: Brief) -> Iterator[str]:
    yield from (one.text for one in brief.pieces)
    yield from (one.text for one in brief.criteria)


def _marked(output: str, said: Sequence[Word], hit: Sequence[int]) -> Iterator[Finding]:
    """Yield the words that were hit, each run of them within a sentence once."""
    begin = 0
    for place, word in enumerate(hit):
        after = hit[place + 1] if place + 1 < len(hit) else None
        if after != word + 1 or _PAUSE.search(output, said[word].end, said[after].start):
            start, end = said[hit[begin]].start, said[word].end
            why = "these words stand in a record that it was not given"
            yield Finding(rule="private", at=start, text=output[start:end], why=why)
            begin = place + 1
