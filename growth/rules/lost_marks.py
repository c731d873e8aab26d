"""A reply whose marks were lost on the way, such as in a page it was copied from: its questions tell it.

A line that is a question of mine word for word, wrapped or quoted or not, gets its mark back; so do
the two lines that ask for consent and the one with the id of the request, once a question is found.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from growth.records.ids import ALPHABET
from growth.records.request import Request
from growth.rules.paper_sections import MOST_LINES, marks, readings
from growth.rules.request_paper import NAME, WHO, name_line, question_words, readers, who_line
from growth.text.clean import one_line
from growth.text.fold import words

# So many words of questions tell a reply; a short one may stand in anybody's notes.
LEAST = 8
# How many signs of quoting, numbers and blanks stand before a question at most.
MOST_SIGNS = 40
# A point of a list is one in somebody's notes: no paper puts a question so.
_POINT = re.compile(r"[> ]*[-*+•] +(?![*_ ])")
_ID = re.compile(rf"(?<![\[\w])r\d{{6}}-[{ALPHABET}]{{4}}(?![\]\w])")


class _Place(NamedTuple):
    """The line that a question of mine ends on, its words, and whose it may be."""

    line: int
    words: tuple[str, ...]
    asked: tuple[tuple[Request, str], ...]


def is_reply(text: str, requests: Sequence[Request]) -> bool:
    """Tell whether enough questions of mine stand in a text for it to be a reply."""
    return bool(meant(text, requests))


def meant(text: str, requests: Sequence[Request]) -> tuple[Request, ...]:
    """Return the requests whose questions stand in a text; those alone whose id does, where one does."""
    said: dict[str, int] = {}
    for place in _places(_apart(text, requests), requests) if requests else ():
        for request, _ in place.asked:
            said[request.id] = said.get(request.id, 0) + len(place.words)
    found = {request.id: request for request in requests if said.get(request.id, 0) >= LEAST}
    named = [found[one] for one in dict.fromkeys(_ID.findall(text)) if one in found]
    return tuple(named or found.values())


def one_each(requests: Sequence[Request]) -> tuple[Request, ...]:
    """Return of requests that put the same questions the one that waits, else the newest."""
    kept: dict[tuple[str, ...], Request] = {}
    for request in sorted(requests, key=lambda one: (one.state in ("drafted", "sent"), one.created)):
        kept[tuple(asked.text for asked in request.questions)] = request
    return tuple(kept.values())


def marked(text: str, requests: Sequence[Request], there: Collection[str] = ()) -> str:
    """Return a text with the marks of these requests put back; those that are `there` stand already."""
    lines = _apart(text, requests)
    places = _places(lines, requests)
    for place in places:
        mark = next((mark for request, mark in place.asked if mark not in there), "")
        lines[place.line] += f" [{mark}]" if mark else ""
    if places:
        for number, mark in _consents(lines, requests):
            lines[number] += f" [{mark}]" if mark not in there else ""
        lines = [_ID.sub(lambda found: f"[{found[0]}]", line) for line in lines]
    return "\n".join(lines)


def _apart(text: str, requests: Sequence[Request]) -> list[str]:
    """Return lines, what is written behind a heading of a paper on one of its own."""
    headings = {name_line().removesuffix(f" [{NAME}]")}
    for request in requests:
        headings.add(who_line(readers(request.about)).removesuffix(f" [{WHO}]"))
        headings |= {one_line(asked.text) for asked in request.questions}
        headings |= {question_words(asked) for asked in request.questions}
    said = "|".join(re.escape(one) for one in sorted(headings, key=len, reverse=True))
    whole = re.compile(rf"(?P<head>[\W\d_]{{0,{MOST_SIGNS}}}(?>{said}))[ \t]+(?P<rest>\S.*)")
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        found = None if marks(line) else whole.match(line)
        lines += [found["head"], found["rest"]] if found else [line]
    return lines


def _places(lines: Sequence[str], requests: Iterable[Request]) -> list[_Place]:
    known: dict[tuple[str, ...], list[tuple[Request, str]]] = {}
    for request in requests:
        for asked in request.questions:
            for said in dict.fromkeys((asked.text, question_words(asked))):
                known.setdefault(tuple(words(said)), []).append((request, asked.marker))
    known.pop((), None)
    return [_Place(end, said, tuple(known[said])) for end, said in _stands(lines, known)] if known else []


def _stands(lines: Sequence[str], known: Collection[tuple[str, ...]]) -> list[tuple[int, tuple[str, ...]]]:
    """Return the lines that something known ends on; the longest reading of one counts."""
    starts, longest = {said[0] for said in known}, max(map(len, known))
    found: list[tuple[int, tuple[str, ...]]] = []
    after = 0
    for number, line in enumerate(lines):
        here = [
            match
            for reading in dict.fromkeys(map(tuple, readings(line)))
            if number >= after and reading and reading[0] in starts and not _POINT.match(line)
            if (match := _longest(reading, lines, number, known, longest))
        ]
        if here:
            found.append(max(here))
            after = found[-1][0] + 1
    return found


def _longest(
    said: tuple[str, ...], lines: Sequence[str], number: int, known: Collection[tuple[str, ...]], longest: int
) -> tuple[int, tuple[str, ...]] | None:
    found = (number, said) if said in known else None
    for end in range(number + 1, min(number + MOST_LINES, len(lines))):
        more = tuple(words(lines[end]))
        said += more
        if not more or len(said) > longest:
            break
        found = (end, said) if said in known else found
    return found


def _consents(lines: Sequence[str], requests: Sequence[Request]) -> list[tuple[int, str]]:
    known: dict[tuple[str, ...], str] = {}
    for request in requests:
        who = who_line(readers(request.about))
        for line, mark in ((who, WHO), (name_line(), NAME)):
            whole = line.removesuffix(f" [{mark}]")
            known |= {tuple(words(whole)): mark, tuple(words(whole.partition("?")[0])): mark}
    return [(end, known[said]) for end, said in _stands(lines, known)]
