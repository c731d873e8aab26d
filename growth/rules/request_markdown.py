"""A request in Markdown, to be filled in under its headings, which are those of `request_paper`."""

from growth.records.request import Request
from growth.rules import request_paper
from growth.text.markdown import inline, literal


def markdown(request: Request, *, asker: str, giver: str, about: str = "") -> str:
    """Return a request as a Markdown document."""
    paper = request_paper.paper(request, asker=asker, giver=giver, about=about)
    opening = paper.partition("\n\n")[0].split("\n")
    questions = [
        f"{number}. {inline(request_paper.question_words(asked))} [{literal(asked.marker)}]"
        for number, asked in enumerate(request.questions, start=1)
    ]
    consents = [request_paper.who_line(request_paper.readers(request.about)), request_paper.name_line()]
    # No title: whatever the paper does not say would be read as an answer.
    parts = [*map(inline, opening), *(f"## {line}" for line in (*questions, *consents))]
    return "\n\n".join([*parts, f"Request [{literal(request.id)}]"]) + "\n"
