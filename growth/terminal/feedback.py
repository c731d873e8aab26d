"""Feedback on a terminal: requests by what comes next, and sets of questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.ids import short
from growth.records.request import Request
from growth.rules.day_words import counted, day_words
from growth.rules.question_sets import QuestionSet, SetQuestion, Use
from growth.rules.requests import Standing, Standings
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

Namer = Callable[[str], str]
LEAST = 16


def lists(found: Standings, name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield the requests under what comes next; an empty part is left out."""
    late = f", {found.late} late" if found.late else ""
    for title, said, those in (
        ("TO SEND", f"{len(found.drafted)} drafted", found.drafted),
        ("WAITING", f"{len(found.waiting)} asked{late}", found.waiting),
        ("TO TALK OVER", f"{len(found.answered)} answered", found.answered),
        ("TALKED OVER", f"{len(found.discussed)}", found.discussed),
        ("OVER", f"{len(found.over)}", found.over),
    ):
        if those:
            yield (title, "title"), "  ", (said, "dim")
            yield from _rows(those, name, columns)


def _rows(those: Sequence[Standing], name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    cells = [(name(one.request.person), topic(one.request, name), _said(one)) for one in those]
    who, _, said = (max(width(row[column]) for row in cells) for column in range(3))
    room = max(LEAST, columns - who - said - 13)
    room = min(room, max(width(row[1]) for row in cells))
    for one, (person, about, words) in zip(those, cells, strict=True):
        mark = "!" if one.days_late else "."
        yield (
            f"  {mark}  ", (short(one.request.id), "id"), "  ", pad(person, who), "  ",
            pad(fit(about, room), room), "  ", (words, "late" if one.days_late else "dim"),
        )  # fmt: skip


def _said(one: Standing) -> str:
    answers = f": {', '.join(short(identifier) for identifier in one.answers)}" if one.answers else ""
    return f"{one.words}{answers}"


def topic(request: Request, name: Namer) -> str:
    """Return what a request is about, and the aims of its questions: `me (collaboration)`."""
    about = f"@{name(request.about[1:])}" if request.about.startswith("@") else request.about
    aims = dict.fromkeys(asked.aim for asked in request.questions if asked.aim)
    return f"{about} ({', '.join(aims) or counted(len(request.questions), 'question')})"


def plain(one: Standing, name: Namer) -> str:
    """Return one request on one line for a pipe: id, due day, state, days late, whom, about."""
    request = one.request
    due = f"{request.due or '-'!s:<10}"
    about = (
        f"@{name(request.about[1:])}" if request.about.startswith("@") else " ".join(request.about.split())
    )
    return f"{request.id}  {due}  {one.state:<9}  {one.days_late}  {name(request.person)}  {about}"


def changed(request: Request, name: Namer) -> tuple[Part, ...]:
    """Return the line that says what became of a request."""
    what = f"  {name(request.person)} about {topic(request, name)}: "
    return (short(request.id), "id"), what, (request.state, "good")


def answers(those: Sequence[Answer], name: Namer, today: Day, columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield answers on one line each: id, day, how it came, from whom, how it begins."""
    cells = [(day_words(one.day, today), one.manner, _giver(one, name)) for one in those]
    widths = [max((width(row[column]) for row in cells), default=0) for column in range(3)]
    for one, row in zip(those, cells, strict=True):
        day, manner, who = (pad(cell, wide) for cell, wide in zip(row, widths, strict=True))
        head = f"  {day}  {manner}  {who}  "
        yield (short(one.id), "id"), head, fit(_begins(one), max(LEAST, columns - 4 - width(head)))


def plain_answer(one: Answer, name: Namer) -> str:
    """Return one answer on one line for a pipe: id, day, how it came, from whom, how it begins."""
    words = " ".join(_begins(one).split())
    return f"{one.id}  {one.day}  {one.manner:<6}  {_giver(one, name)}  {words}".rstrip()


def _giver(one: Answer, name: Namer) -> str:
    return f"to {name(one.about[1:])}" if one.manner == "given" else name(one.person)


def _begins(one: Answer) -> str:
    """Return the first words of an answer; without any, the steps that it gave."""
    words = next((reply.text for reply in one.replies if reply.text.strip()), one.unmatched)
    rated = [str(reply.rating) for reply in one.replies if reply.rating is not None]
    return words if words.strip() else f"rated {', '.join(rated)}" if rated else ""


def set_line(name: str, found: QuestionSet, mine: bool, fault: str) -> tuple[Part, ...]:
    """Return one set of questions on one line."""
    count = f"{len(found.questions):>2}" if found.questions else "  "
    head = f"{name:<14}  {'yours  ' if mine else 'shipped'}  {count}  "
    return (head, (" ".join(fault.split()), "late")) if fault else (head, " ".join(found.title.split()))


def whole_set(name: str, found: QuestionSet, used: Mapping[str, Use]) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of a set, each question with how it did."""
    yield (name, "kind"), "  ", (" ".join(found.title.split()), "bold")
    for text in (found.whom, found.guidance):
        if text:
            yield ((f"      {' '.join(text.split())}", "dim"),)
    for question in found.questions:
        use = used.get(f"{name}/{question.id}")
        yield from _question(question, use or Use())


def _question(question: SetQuestion, use: Use) -> Iterator[tuple[Part, ...]]:
    yield (f"{question.id:>4}  ", "id"), " ".join(question.text.split())
    if question.scale:
        yield ((f"      {' · '.join(' '.join(step.split()) for step in question.scale)}", "dim"),)
    if question.hint:
        yield ((f"      {' '.join(question.hint.split())}", "dim"),)
    words = [f"asked {use.asked}"] if use.asked else []
    words += [f"answered {use.answered}"] if use.answered else []
    words += [f"useful {use.up}"] if use.up else []
    words += [f"not useful {use.down}"] if use.down else []
    if words:
        yield ((f"      {', '.join(words)}", "good"),)
