"""Assessments and ladders, each whole."""

from collections.abc import Iterator

from growth.records.assessment import Assessment, Evidence, Rating
from growth.records.ids import short
from growth.records.ladder import Ladder
from growth.rules.day_words import day_words
from growth.terminal import ladders
from growth.terminal.assessing import blocks, words
from growth.terminal.layout import INDENT, Known, Line, head, rows


def assessment(one: Assessment, known: Known) -> Iterator[Line]:
    """Yield the lines of an assessment: each judgement, and what was confirmed or rejected for it."""
    title = f"{one.title or one.ladder} {one.version}, {one.target}, {one.period}"
    yield from head(one.id, "assessment", title, f"begun {day_words(one.day, known.today)}", known.reach)
    reopened = ", ".join(day_words(day, known.today) for day in one.reopened)
    yield from rows(
        [
            ("of", known.name(one.about) if one.about != "me" else ""),
            ("state", f"finished {day_words(one.finished, known.today)}" if one.finished else "open"),
            ("opened again", reopened),
        ]
    )
    texts = {criterion.id: criterion.summary for criterion in one.criteria}
    ratings = {rating.criterion: rating for rating in one.ratings}
    for criterion in dict.fromkeys((*ratings, *(link.criterion for link in one.evidence))):
        yield from _criterion(criterion, texts.get(criterion, ""), ratings.get(criterion))
        for link in one.evidence:
            if link.criterion == criterion:
                yield from _evidence(link, known)
    if not one.criteria:
        yield ((f"{'':{INDENT}}what each criterion says: growth assess show {short(one.id)}", "dim"),)


def _criterion(criterion: str, text: str, rating: Rating | None) -> Iterator[Line]:
    yield f"{'':{INDENT}}{blocks(rating)}  ", (criterion, "id"), "  ", (words(rating), "bold")
    if text:
        yield (" " * (INDENT + 2), (" ".join(text.split()), "dim"))
    if rating and rating.statement:
        yield " " * (INDENT + 2), f"«{rating.statement}»", (" drafted" if rating.drafted else "", "dim")


def _evidence(link: Evidence, known: Known) -> Iterator[Line]:
    mark = ("+ ", "good") if link.up else ("- ", "late")
    yield " " * (INDENT + 2), mark, known.ref(link.record)
    if link.why:
        yield " " * (INDENT + 4), (link.why, "dim")


def ladder(one: Ladder, known: Known) -> Iterator[Line]:
    """Yield the lines of a ladder: its levels, and what each asks for, theme by theme."""
    yield (one.id, "id"), "  ", ("ladder", "kind"), (f"  {known.reach}", "dim")
    yield from ladders.whole(one, "yours", None, None)
