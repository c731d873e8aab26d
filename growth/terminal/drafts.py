"""Drafts on a terminal: the text with what was found in it, and what it was made from."""

from collections.abc import Iterable, Iterator

from growth.records.draft import Draft, Finding
from growth.records.ids import short
from growth.rules.day_words import counted
from growth.rules.draft_marks import parts
from growth.terminal import layout
from growth.terminal.cells import fit, pad
from growth.terminal.entries import READERS
from growth.terminal.layout import Known, Line
from growth.terminal.screen import Part

NOTHING = "nothing in it is without its record"


def text(one: Draft) -> Iterator[Line]:
    """Yield the text line by line, each finding with its number, and then what they are."""
    line: list[Part] = []
    for part in parts(one.output, one.findings):
        for number, piece in enumerate(part.text.split("\n")):
            if number:
                yield tuple(line)
                line = []
            line.append((piece, "late") if part.number else piece)
        if part.number:
            line.append((f"[^{part.number}]", "late"))
    yield tuple(line)
    yield ("",)
    if not one.findings:
        yield ((f"checked: {NOTHING}", "good"),)
    yield from found(one.findings)


def found(findings: Iterable[Finding]) -> Iterator[Line]:
    """Yield a line for each finding, with the number that it has in the text."""
    for number, one in enumerate(findings, start=1):
        yield (f"[^{number}]", "late"), " ", (one.rule, "bold"), f": {fit(one.text, 60)}: {one.why}"


def state(one: Draft) -> str:
    """Return how a draft stands, in words."""
    found = counted(len(one.findings), "finding", "findings") if one.findings else "nothing found"
    return f"accepted, {found}" if one.accepted else found


def rows(drafts: list[Draft], columns: int) -> Iterator[Line]:
    """Yield a line for each draft."""
    for one in drafts:
        whom = f"{one.kind}{f' {one.about}' if one.about else ''} for {one.audience}"
        lead = f"  {one.day}  {pad(fit(whom, 28), 28)}  "
        yield (
            (short(one.id), "id"),
            lead,
            fit(f"{one.prompt}@{one.version} · {state(one)}", max(10, columns - 48)),
        )


def plain(one: Draft) -> str:
    """Return a draft on one line for a pipe: id, day, kind, prompt, how many findings, what became of it."""
    prompt = f"{one.prompt}@{one.version}"
    return f"{one.id}  {one.day}  {one.kind}  {prompt}  {len(one.findings)}  {one.accepted or '-'}"


def whole(one: Draft, known: Known) -> Iterator[Line]:
    """Yield the lines of a draft: what it was made from, by what, and its text."""
    title = f"{one.kind} about {known.name(one.about)}" if one.about else one.kind
    yield from layout.head(one.id, "draft", title, str(one.day), READERS["private"])
    yield from layout.rows(
        [
            ("for", one.audience),
            ("period", one.period),
            ("prompt", f"{one.prompt}@{one.version}"),
            ("given", counted(len(one.given), "record", "records")),
            ("program", f"{one.command}, {one.took / 1000:.1f} s"),
            ("became", known.ref(one.accepted) if one.accepted else ""),
            ("although", one.why),
            ("mended", "by you" if one.mended else ""),
        ]
    )
    yield ("",)
    yield from text(one)
