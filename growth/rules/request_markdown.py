"""A request in Markdown, to be filled in under its headings, which are those of `request_paper`."""

from growth.records.request import Request
from growth.rules import request_paper
from growth.text.markdown import inline


def markdown(request: Request, *, asker: str, giver: str, about: str = "") -> str:
    """Return a request as a Markdown document."""
    paper = request_paper.paper(request, asker=asker, giver=giver, about=about)
    opening, _, ending = paper.rstrip("\n").split("\n\n")
    *consents, last = ending.split("\n")
    questions = [
        f"## {number}. {inline(request_paper.question_words(asked))} [{asked.marker}]"
        for number, asked in enumerate(request.questions, start=1)
    ]
    # No title: whatever the paper does not say would be read as an answer.
    parts = [
        *(inline(line) for line in opening.split("\n")),
        *questions,
        *(f"## {line}" for line in consents),
        last,
    ]
    return "\n\n".join(parts) + "\n"
