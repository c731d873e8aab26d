"""A request as a form: what the page shows, and the lines its text block is put together from.

The lines are those of `request_paper`, so that what a form yields is read like any other answer.
"""

from collections.abc import Iterator

import msgspec

from growth.records.answer import Naming, Reader
from growth.records.request import Asked, Request
from growth.rules import request_paper as paper
from growth.text.clean import one_line

SOMEBODY = "the person who asks"
_NAME: dict[Naming, tuple[str, str]] = {
    "hidden": ("Leave my name out", "counted only among at least three answers"),
    "unquoted": ("Do not quote me", "counted, but my words stand in no document"),
    "named": ("Quote me by name", "my words may stand in a document, with my name"),
}


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of several to choose from. `line` is how the text block says it."""

    line: str
    words: str
    detail: str = ""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A question or a consent. `line` is the one it stands on in the text block."""

    marker: str
    line: str
    words: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """What a form shows. `end` is the last line of the text block, `facts` what to know first."""

    id: str
    title: str
    asker: str
    facts: tuple[tuple[str, str], ...]
    quoted: str
    questions: tuple[Field, ...]
    consents: tuple[Field, ...]
    end: str


def title(asker: str, about: str) -> str:
    """Return what a request is called; `about` is left out where that is the asker."""
    if about:
        return f"Feedback on {one_line(about)}"
    return f"Feedback for {one_line(asker)}" if asker else "Your feedback"


def form(request: Request, *, asker: str, about: str = "") -> Form:
    """Return a request as a form. Nothing of the asker is in it but the name and the questions."""
    name = one_line(asker) or SOMEBODY
    return Form(
        id=request.id,
        title=title(asker, about),
        asker=name,
        facts=tuple(_facts(request, name)),
        quoted=one_line(request.quoted),
        questions=tuple(_question(number, one) for number, one in enumerate(request.questions, start=1)),
        consents=(_who(request, name, one_line(about)), _name(name)),
        end=f"Request [{request.id}]",
    )


def _facts(request: Request, asker: str) -> Iterator[tuple[str, str]]:
    due = "Whenever it suits you"
    if request.due:
        due = f"Until {request.due:%A} {request.due.day} {request.due:%B %Y}"
    yield "Asked by", asker
    yield "When", f"{due}; not answering is fine"
    yield "Used for", "A review" if request.used_for == "review" else "Growth, not a review"
    yield "Read by", f"{_upper(asker)} alone, unless you allow more below"
    yield "Withdraw", f"At any time: tell {asker}, and it is erased"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:] if words == SOMEBODY else words


def _question(number: int, asked: Asked) -> Field:
    return Field(
        marker=asked.marker,
        line=paper.heading(number, asked),
        words=one_line(asked.text),
        hint=one_line(asked.hint),
        choices=tuple(
            Choice(line=f"{step} {one_line(words)}", words=one_line(words))
            for step, words in enumerate(asked.scale, start=1)
        ),
    )


def _who(request: Request, asker: str, about: str) -> Field:
    offered = paper.readers(request.about)
    # The manager of whom it is about; that is the asker, unless it is about another person.
    theirs = about if "subject" in offered and about else asker
    words: dict[Reader, str] = {
        "asker": f"Only {asker}",
        "subject": f"Also {about}" if about else "Also the person it is about",
        "manager": f"Also the manager of {theirs}",
    }
    return Field(
        marker=paper.WHO,
        line=paper.who_line(offered),
        words="Who may read this?",
        choices=tuple(
            Choice(line=f"{number} {paper.READER_WORDS[one]}", words=words[one])
            for number, one in enumerate(offered, start=1)
        ),
    )


def _name(asker: str) -> Field:
    return Field(
        marker=paper.NAME,
        line=paper.name_line(),
        words="What about my name?",
        hint=f"{_upper(asker)} knows that it is from you. This is about everybody else.",
        choices=tuple(
            Choice(line=f"{number} {words}", words=_NAME[one][0], detail=_NAME[one][1])
            for number, (one, words) in enumerate(paper.NAME_WORDS.items(), start=1)
        ),
    )
