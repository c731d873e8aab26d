"""Sessions on a terminal: the agenda, what was noted, and who meets whom when."""

from collections.abc import Callable, Iterator, Sequence

from growth.records.dates import Day
from growth.records.ids import short
from growth.records.person import Person
from growth.records.session import AgendaItem, Session
from growth.rules.agenda import item_words
from growth.rules.day_words import ago, counted, day_words
from growth.rules.meetings import Meeting
from growth.rules.session_words import called
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

Namer = Callable[[str], str]
KINDS = {"1on1": "1:1", "mentoring": "mentoring"}


def when(meeting: Meeting, today: Day) -> str:
    """Return when two people meet next: `today 10:00`, `due since Fri 20 Nov`, or nothing."""
    if meeting.overdue:
        return f"due for {counted(meeting.overdue, 'day')}"
    if meeting.next is None:
        return ""
    day = "today" if meeting.next == today else day_words(meeting.next, today)
    return f"{day} {meeting.time}".rstrip()


def agenda(items: Sequence[AgendaItem], name: Namer) -> Iterator[tuple[Part, ...]]:
    """Yield a numbered line for each open topic."""
    texts = [topic(item, name) for item in items]
    wide = max((width(text) for text in texts), default=0)
    for number, (item, text) in enumerate(zip(items, texts, strict=True), start=1):
        words = item_words(item)
        yield (
            (f"{number:>3}", "id"),
            "  ",
            pad(text, wide) if words else text,
            "  " if words else "",
            (words, "dim"),
        )


def topic(item: AgendaItem, name: Namer) -> str:
    """Return a topic with who raised it, when that was not me."""
    by = "" if item.by == "me" else f"{name(item.by)}: "
    return f"{by}{item.text}{' [private]' if item.private else ''}"


def plain_agenda(number: int, item: AgendaItem, name: Namer) -> str:
    """Return one topic on one line for a pipe: number, who raised it, how often carried, text."""
    by = item.by if item.by == "me" else name(item.by)
    text = " ".join(item.text.split())
    return f"{number}  {by}  {item.carried}  {'[private] ' if item.private else ''}{text}"


def noted(session: Session, person: Person, today: Day) -> Iterator[tuple[Part, ...]]:
    """Yield what was noted of a session."""
    day = day_words(session.day, today) if session.day else "next"
    yield (
        (session.id, "id"),
        "  ",
        (f"{called(session) or KINDS[session.kind]} with {person.name}, {day}", "bold"),
    )
    words = topics(session)
    if words:
        yield (f"      agenda: {words}",)
    for one in session.advice:
        yield (f"      {'to try' if one.kind == 'try' else 'advised'}: {one.text}",)


def topics(session: Session) -> str:
    """Return what became of the agenda: `2 done, 1 carried on`."""
    states = [item.state for item in session.agenda]
    named = (("done", "done"), ("carried", "carried on"), ("dropped", "dropped"), ("open", "open"))
    return ", ".join(f"{states.count(state)} {words}" for state, words in named if state in states)


def line(session: Session, today: Day, columns: int) -> tuple[Part, ...]:
    """Return one session on one line: its day, agenda, and how its shared notes begin."""
    day = day_words(session.day, today) if session.day else "next"
    words = "  ".join(filter(None, (called(session), topics(session))))
    head = f"  {day:<11}  {words}{'  ' if words else ''}"
    return (short(session.id), "id"), head, (fit(session.shared, max(10, columns - len(head) - 4)), "dim")


def plain(session: Session, name: Namer) -> str:
    """Return one session on one line for a pipe: id, day, kind, with whom, how its shared notes begin."""
    shared = fit(session.shared, 60)
    return (
        f"{session.id}  {session.day or '-'!s:<10}  {session.kind}  {name(session.person)}  {shared}".rstrip()
    )


def overview(meetings: Sequence[Meeting], today: Day) -> Iterator[tuple[Part, ...]]:
    """Yield a line for each person I meet: how often, how many were held, the last one and the next."""
    cells = [
        (_whom(found), found.words or "-", held_words(found, ""), met(found, today), when(found, today))
        for found in meetings
    ]
    widths = [max(width(row[column]) for row in cells) for column in range(5)] if cells else []
    for row in cells:
        handle, words, held, last, coming = (pad(cell, wide) for cell, wide in zip(row, widths, strict=True))
        yield (handle, "id"), f"  {words}  {held}  {last}  ", (coming.rstrip(), "bold")


def _whom(found: Meeting) -> str:
    return f"{found.person.handle} ({found.role})" if found.role else found.person.handle


def held_words(found: Meeting, held: str = " held") -> str:
    """Return how many were held lately: `11 of 12 held in 12 weeks`, `3 of 4 held since 30 Sep`."""
    lately = found.lately.replace("in the last", "in")
    return f"{found.held} of {found.of}{held} {lately}" if found.of else ""


def met(meeting: Meeting, today: Day) -> str:
    """Return when we last met."""
    return f"last {ago(meeting.last, today)}" if meeting.last else "never yet"
