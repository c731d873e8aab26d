"""Replies before they are kept: each answer under its question, and what stood under none."""

from collections.abc import Callable, Iterator

from growth.records.answer import NAMINGS, READERS, Answer, Reply
from growth.rules import consent
from growth.rules.answering import Outcome
from growth.rules.day_words import counted
from growth.terminal.cells import fit
from growth.terminal.screen import Part

LINES = 6
_VERDICTS = {
    "new": "new",
    "revision": "another answer than before, which it takes the place of",
    "more": "already here, with more below",
    "already": "already here",
    "unasked": "said unasked",
}


def lines(outcome: Outcome, name: Callable[[str], str], columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield what a reply says, as it would be kept."""
    answer, request = outcome.answer, outcome.request
    yield (name(answer.person), "title"), f"  {_VERDICTS[outcome.verdict]}"
    if outcome.verdict == "already":
        return
    if request:
        said = f"{len(answer.replies) - len(outcome.kept)} of {counted(len(request.questions), 'question')}"
        yield (f"  {said} answered, {request.id}", "dim"), ""
    yield (f"  {consent.in_words(answer)}{_narrower(outcome)}", "dim"), ""
    if outcome.unread:
        yield from _unread(outcome, name)
    before = outcome.old.replies if outcome.old else ()
    for reply in answer.replies:
        if reply not in before:
            yield from _reply(reply, columns)
    if outcome.kept:
        yield ("  said before and kept, since nothing is said of it now:", "dim"), ""
        for reply in outcome.kept:
            yield from _reply(reply, columns)
    if unmatched := _unmatched(outcome, answer):
        yield ("  under no question, and kept:", "late"), ""
        yield from _text(unmatched, columns)


def _narrower(outcome: Outcome) -> str:
    """Return that a revision goes less far than what it takes the place of, where it does."""
    old, new = outcome.old, outcome.answer
    if outcome.verdict != "revision" or old is None:
        return ""
    less = READERS.index(new.reader) < READERS.index(old.reader)
    less = less or NAMINGS.index(new.name) < NAMINGS.index(old.name)
    return ", which is less than before" if less else ""


def _unread(outcome: Outcome, name: Callable[[str], str]) -> Iterator[tuple[Part, ...]]:
    """Yield that a consent was not understood, and how what was meant is set."""
    yield (f"  what {name(outcome.answer.person)} allows could not be read, so the safest holds", "late"), ""
    if outcome.request:
        command = f"growth feedback answer {outcome.request.id} --may-tell manager --named"
        yield (f"  what they allow is set by: {command}", "dim"), ""


def _unmatched(outcome: Outcome, answer: Answer) -> str:
    known = outcome.old.unmatched if outcome.old and outcome.verdict == "more" else ""
    return answer.unmatched.removeprefix(known).strip()


def _reply(reply: Reply, columns: int) -> Iterator[tuple[Part, ...]]:
    yield (f"  {fit(reply.question or 'in passing', columns - 2)}", "dim"), ""
    if reply.rating:
        yield f"    {reply.rating}", ""
    yield from _text(reply.text, columns)


def _text(text: str, columns: int) -> Iterator[tuple[Part, ...]]:
    shown = [line for line in text.split("\n") if line.strip()]
    for line in shown[:LINES]:
        yield f"    {fit(line, columns - 4)}", ""
    if len(shown) > LINES:
        yield (f"    … and {counted(len(shown) - LINES, 'line')} more", "dim"), ""


def amounts(outcomes: tuple[Outcome, ...]) -> list[str]:
    """Return how many answers of each sort there are, in words."""
    count = {verdict: sum(one.verdict == verdict for one in outcomes) for verdict in _VERDICTS}
    words = [counted(count["new"], "answer")] if count["new"] else []
    words += [counted(count["revision"], "revision")] if count["revision"] else []
    words += [f"{count['unasked']} said unasked"] if count["unasked"] else []
    words += [f"more of {counted(count['more'], 'answer')}"] if count["more"] else []
    return words
