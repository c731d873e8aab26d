"""A request on paper: the plain text that is sent, and the text block that a filled-in form ends in.

Both have one grammar, which `filled_paper` reads. A question stands on a line that ends in its marker,
`[q7k3]`; so do the two consents, `[who]` and `[name]`; the last line ends in the id of the request.
What follows a marker, up to the next one, is its answer. The answer to a question with a scale starts
with the number of the step, `4 mostly`, or with `-` for none. Where the words of an answer look like a
marker, each run of `[` before it is written one longer.
"""

import re
from collections.abc import Iterable

import msgspec

from growth.records.answer import NAMINGS, Naming, Reader, Reply
from growth.records.dates import Day
from growth.records.ids import ALPHABET
from growth.records.request import Asked, Request
from growth.text.clean import one_line

WHO, NAME = "who", "name"
MARKER_LENGTH = 3
READER_WORDS: dict[Reader, str] = {
    "asker": "only who asks",
    "subject": "also whom it is about",
    "manager": "also their manager",
}
NAME_WORDS: dict[Naming, str] = {
    "hidden": "without it, counted only among three or more",
    "unquoted": "not quoted",
    "named": "named",
}
NONE = "-"
_HELLO = "Hi "
_TAIL = f"[{ALPHABET}]"
MARK = re.compile(
    rf"\\?(?<!\[)(?P<open>\[+)[ \t]*"
    rf"(?P<mark>q{_TAIL}{{{MARKER_LENGTH}}}|{WHO}|{NAME}|r\d{{6}}-{_TAIL}{{4}})[ \t]*\\?\]",
    re.IGNORECASE | re.ASCII,
)


class Filled(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stood on a filled-in paper. A consent is None where nothing was said.

    `unmatched` is what stood under no known marker; `unread` tells that what was said of consent, in
    words of one's own, was not understood.
    """

    request: str = ""
    replies: tuple[Reply, ...] = ()
    reader: Reader | None = None
    name: Naming | None = None
    unmatched: str = ""
    unread: bool = False


def readers(about: str) -> tuple[Reader, ...]:
    """Return the readers a giver may choose from; only a person other than me is one of their own."""
    return ("asker", "subject", "manager") if about.startswith("@") else ("asker", "manager")


def paper(request: Request, *, asker: str, giver: str, about: str = "", opening: str = "") -> str:
    """Return a request as plain text: twelve lines at most for three questions.

    `asker` is my name, `giver` who is asked, `about` how a sentence names what it is about; it is
    left out where that is me. `opening` is the first line where it is not the usual one.
    """
    lines = [
        opening or _greeting(request, hello(asker, giver), topic(about)),
        _use(request, one_line(about)),
        "Write under each line below, best with one moment: when it was, what was done, what came of it. "
        "Please keep the marks in brackets.",
        *([f"Earlier you said: {one_line(request.quoted)}"] if request.quoted else []),
        "",
        *(heading(number, asked) for number, asked in enumerate(request.questions, start=1)),
        "",
        who_line(readers(request.about)),
        name_line(),
        f"Request [{request.id}]",
    ]
    return "\n".join(lines) + "\n"


def hello(asker: str, giver: str) -> str:
    """Return how the first line begins; `greetings` knows it by that."""
    here = f"{one_line(asker)} here: " if asker else ""
    return f"{_HELLO}{one_line(giver)}, {here}"


def topic(about: str) -> str:
    """Return what feedback is wanted on; without a topic that is me."""
    return one_line(about) or "me and my work"


def greetings(papers: str) -> list[str]:
    """Return the lines that papers begin with."""
    return [line for line in papers.split("\n") if line.startswith(_HELLO)]


def _greeting(request: Request, hello: str, what: str) -> str:
    until = f" by {long_day(request.due)}" if request.due else ""
    return f"{hello}I would like your feedback on {what}{until}. Not answering is fine."


def long_day(day: Day) -> str:
    """Return a day as a letter says it: `Friday 27 November 2026`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _use(request: Request, about: str) -> str:
    whose = f"that of {about}" if "subject" in readers(request.about) else "mine"
    used = "A review will use it." if request.used_for == "review" else "It is for growth, not for a review."
    return (
        f"{used} Nobody but me reads it, unless you allow more below. "
        f"To withdraw it later, tell me, and I erase it. “Their manager” below is {whose}."
    )


def heading(number: int, asked: Asked) -> str:
    """Return the line a question stands on."""
    return f"{number}. {question_words(asked)} [{asked.marker}]"


def question_words(asked: Asked) -> str:
    """Return the words of a question, with the steps of its scale."""
    steps = ", ".join(f"{number} {one_line(step)}" for number, step in enumerate(asked.scale, start=1))
    return f"{one_line(asked.text)} ({steps})" if steps else one_line(asked.text)


def who_line(offered: Iterable[Reader]) -> str:
    """Return the line that asks who may read the answer."""
    return f"Who may read this? {_choices(READER_WORDS[reader] for reader in offered)} [{WHO}]"


def name_line() -> str:
    """Return the line that asks what may be done with the giver's name."""
    return f"My name? {_choices(NAME_WORDS.values())} [{NAME}]"


def _choices(words: Iterable[str]) -> str:
    numbered = "; ".join(f"{number} {word}" for number, word in enumerate(words, start=1))
    return f"{numbered}. No answer means 1."


def block(request: Request, replies: Iterable[Reply], reader: Reader, name: Naming) -> str:
    """Return the text block that a form yields, filled in with these answers."""
    given = {reply.marker: reply for reply in replies}
    parts = [
        f"{heading(number, asked)}\n{answer_lines(asked, given[asked.marker])}"
        for number, asked in enumerate(request.questions, start=1)
        if asked.marker in given
    ]
    offered = readers(request.about)
    who = f"{offered.index(reader) + 1} {READER_WORDS[reader]}"
    named = f"{NAMINGS.index(name) + 1} {NAME_WORDS[name]}"
    parts += [f"{who_line(offered)}\n{who}", f"{name_line()}\n{named}", f"Request [{request.id}]"]
    return "\n\n".join(parts) + "\n"


def answer_lines(asked: Asked, reply: Reply) -> str:
    """Return one answer as it stands under its question."""
    said = escaped(reply.text)
    if not asked.scale:
        return said
    step = f"{reply.rating} {one_line(asked.scale[reply.rating - 1])}" if reply.rating else NONE
    return f"{step}\n{said}".rstrip("\n")


def escaped(text: str) -> str:
    """Return words that hold no marker."""
    return MARK.sub(lambda found: found[0].replace("[", "[[", 1), text)


def unescaped(text: str) -> str:
    """Return words as they were before `escaped`."""
    return MARK.sub(lambda found: found[0].replace("[", "", 1) if len(found["open"]) > 1 else found[0], text)
