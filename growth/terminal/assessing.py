"""Assessments on a terminal: one criterion on a card, proposals with their reasons, the whole sheet."""

from collections.abc import Iterator, Sequence

from growth.records.assessment import JUDGEMENTS, Assessment, Rating
from growth.records.dates import Day
from growth.records.ids import short
from growth.records.ladder import Criterion, Ladder
from growth.rules import ladders
from growth.rules.assessing import ORDER
from growth.rules.assessment_sheet import Row, Sheet, Shown
from growth.rules.day_words import counted
from growth.rules.evidence import Proposal, Reason
from growth.rules.material import Material
from growth.terminal.cells import fit, pad
from growth.terminal.entries import READERS
from growth.terminal.screen import Part

BLOCKS = len(ORDER)
Line = tuple[Part, ...]


def blocks(rating: Rating | None) -> str:
    """Return a judgement as blocks: `■■■··`; nothing judged is all dots."""
    filled = ORDER.index(rating.judgement) + 1 if rating else 0
    return "■" * filled + "·" * (BLOCKS - filled)


def words(rating: Rating | None) -> str:
    """Return a judgement in words."""
    return JUDGEMENTS[rating.judgement] if rating else "not judged"


def started(new: Assessment, ladder: Ladder, asked: int) -> Iterator[Line]:
    """Yield what was begun, and who may see it."""
    yield (new.id, "id"), "  ", (f"{ladder.name}, {new.target}, {new.period}", "bold")
    yield ((f"      {counted(asked, 'criterion', 'criteria')} to judge · {READERS[new.share]}", "dim"),)
    yield (("      next: growth assess rate, or: growth assess gaps", "dim"),)


def card(
    ladder: Ladder, row: Row, proposed: Sequence[Material], place: tuple[int, int], columns: int
) -> Iterator[Line]:
    """Yield one criterion with all there is to judge it by, on one screen."""
    one = row.criterion
    yield ("",)
    yield (f"{row.theme}", "title"), (f"  {one.id}  [{place[0]} of {place[1]}]", "dim")
    yield from folded(one.summary, columns, "  ", "bold")
    for example in one.examples[:2]:
        yield from folded(f"such as: {example}", columns, "    ", "dim")
    yield from _beside(ladder, one, columns)
    for shown in row.evidence:
        yield from _confirmed(shown, columns)
    for number, material in enumerate(proposed, start=1):
        yield _found(number, material, columns)
    if not proposed and not row.evidence:
        yield (("  nothing found that may show it", "dim"),)
    if row.last:
        yield (f"  last time: {words(row.last)}", "dim"), *_said(row.last, columns)
    if row.rating:
        yield (f"  now:       {words(row.rating)}", "good"), *_said(row.rating, columns)
    yield ("  ".join(f"{number} {JUDGEMENTS[name]}" for number, name in enumerate(ORDER, start=1)),)


def _said(rating: Rating, columns: int) -> Line:
    return ("  ", fit(f"«{rating.statement}»", max(10, columns - 38))) if rating.statement else ()


def _beside(ladder: Ladder, one: Criterion, columns: int) -> Iterator[Line]:
    level = next((level for level in ladder.levels if level.id == one.level), None)
    if level is None:
        return
    for word, those in (("below", ladders.below(ladder, level)), ("above", ladders.above(ladder, level))):
        for other in those[:1]:
            found = ladders.beside(ladder, one, other.id)
            if found:
                yield "  ", (fit(f"{word} ({other.id}): {found.summary}", columns - 2), "dim")


def _confirmed(shown: Shown, columns: int) -> Iterator[Line]:
    title = shown.title or "(this record is gone)"
    day = str(shown.day) if shown.day else ""
    ref = short(shown.record)
    yield ("  + ", "good"), (ref, "id"), f"  {day}  ", fit(title, max(10, columns - 20 - len(ref)))


def _found(number: int, material: Material, columns: int) -> Line:
    by = f"{material.person}: " if material.person else ""
    ref = short(material.id)
    return (
        (f"  {number} ", "id"), (ref, "id"), f"  {material.day}  ",
        fit(f"{by}{material.title}", max(10, columns - 20 - len(ref))),
    )  # fmt: skip


def folded(text: str, columns: int, indent: str, style: str) -> Iterator[Line]:
    """Yield a text over as many lines as it takes."""
    from textwrap import wrap

    for line in wrap(" ".join(text.split()), max(20, columns - len(indent))):
        yield indent, (line, style)


def judged(row: Row) -> Iterator[Line]:
    """Yield how a criterion is judged now."""
    yield (row.criterion.id, "id"), f"  {blocks(row.rating)}  ", (words(row.rating), "bold")
    if row.rating and row.rating.statement:
        yield (f"      «{row.rating.statement}»",)


def proposals(
    row: Row, proposed: Sequence[Proposal], today: Day, columns: int, *, why: bool
) -> Iterator[Line]:
    """Yield what shows a criterion and what may show it, with reasons where `why` asks for them."""
    one = row.criterion
    yield (one.id, "id"), "  ", (row.theme, "title")
    yield from folded(one.summary, columns, "      ", "")
    for shown in row.evidence:
        yield from _confirmed(shown, columns)
    for number, proposal in enumerate(proposed, start=1):
        yield _found(number, proposal.material, columns)
        if why:
            yield from (reason_line(reason) for reason in proposal.why)
            yield ((f"           {proposal.points:>6.2f}  in all", "dim"),)
    if not proposed:
        yield (("      nothing more is proposed; log it if it happened: growth log", "dim"),)
    else:
        name = short(proposed[0].material.id)
        yield ((f"      it shows it: growth assess evidence {one.id} --confirm {name}", "dim"),)


def reason_line(reason: Reason) -> Line:
    """Return one reason: what it adds, or by what it multiplies."""
    number = f"{reason.points:+6.2f}" if reason.points else f"{'×':>2}{reason.factor:>4.2f}"
    return ((f"           {number:>6}  {reason.what}", "dim"),)


def plain_proposal(proposal: Proposal) -> str:
    """Return a proposal on one line for a pipe: id, day, points, kind, title."""
    one = proposal.material
    return f"{one.id}  {one.day}  {proposal.points:.2f}  {one.kind}  {' '.join(one.title.split())}"


def thumbed(one: Criterion, up: int, down: int, counts: int) -> Iterator[Line]:
    """Yield what was noted, and what counts now."""
    done = [f"{up} confirmed"] if up else []
    done += [f"{down} rejected, not proposed again"] if down else []
    yield (one.id, "id"), f"  {', '.join(done)}; {counted(counts, 'piece')} of evidence now"


def whole(sheet: Sheet, today: Day, columns: int) -> Iterator[Line]:
    """Yield a whole assessment, theme by theme, and what it comes to."""
    about = "" if sheet.about == "me" else f"{sheet.about}: "
    yield (
        (sheet.id, "id"),
        "  ",
        (f"{about}{sheet.ladder} {sheet.version}, {sheet.target}, {sheet.period}", "bold"),
    )
    theme = ""
    for row in sheet.rows:
        if row.theme != theme:
            theme = row.theme
            yield ((theme, "title"),)
        mark = f"{blocks(row.rating)}  {pad(words(row.rating), 20)}"
        yield f"  {mark}  ", (row.criterion.id, "id"), "  ", fit(row.criterion.summary, max(10, columns - 47))
        if row.rating and row.rating.statement:
            yield from folded(f"«{row.rating.statement}»", columns, "      ", "")
        for shown in row.evidence:
            yield from _confirmed(shown, columns)
    yield from verdict(sheet)


def verdict(sheet: Sheet) -> Iterator[Line]:
    """Yield what an assessment comes to; where too little is judged, what is missing instead."""
    if sheet.verdict:
        yield ((sheet.verdict, "bold"),)
    else:
        yield (f"no verdict: {sheet.judged} of {sheet.asked} criteria are judged. Missing:",)
        yield (f"  {', '.join(sheet.missing[:8])}{' …' if len(sheet.missing) > 8 else ''}",)
    if sheet.finished:
        yield ((f"finished {sheet.finished}{_trace(sheet)}", "dim"),)
    else:
        yield ((f"open{_trace(sheet)}; go on with: growth assess rate", "dim"),)


def _trace(sheet: Sheet) -> str:
    return f", opened again {', '.join(map(str, sheet.reopened))}" if sheet.reopened else ""


def plain(row: Row) -> str:
    """Return one criterion on one line for a pipe: id, judgement, pieces of evidence, statement."""
    said = " ".join(row.rating.statement.split()) if row.rating else ""
    judgement = row.rating.judgement if row.rating else "-"
    return f"{row.criterion.id}  {judgement}  {len(row.evidence)}  {said}".rstrip()


def plain_assessment(one: Assessment, about: str) -> str:
    """Return an assessment on one line: id, whose, ladder, target, period, judged, state."""
    state = f"finished {one.finished}" if one.finished else "open"
    return f"{one.id}  {about}  {one.ladder}  {one.target}  {one.period}  {len(one.ratings)} judged  {state}"
