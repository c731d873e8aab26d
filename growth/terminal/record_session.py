"""Sessions, and what was seen of one, each whole."""

from collections.abc import Iterator

from growth.records.observation import RUBRIC, Observation
from growth.records.session import Advice, AgendaItem, Session
from growth.rules.day_words import day_words, times
from growth.rules.session_words import called
from growth.terminal.layout import Known, Line, head, rows
from growth.terminal.sessions import KINDS


def session(one: Session, known: Known) -> Iterator[Line]:
    """Yield the lines of a session: its agenda, what became of each topic, and the notes."""
    day = day_words(one.day, known.today) if one.day else "the next one"
    what = called(one) or KINDS[one.kind]
    yield from head(one.id, "session", f"{what} with {known.name(one.person)}", day, known.reach)
    yield from rows(
        [
            *(("agenda", _topic(item, known)) for item in one.agenda),
            ("shared", one.shared),
            *(("advice", _advice(given, known)) for given in one.advice),
            ("private", one.private),
            ("mood", _felt(one.mood, one.mood_words)),
            ("workload", _felt(one.workload, one.workload_words)),
            ("asked", ", ".join(one.asked)),
            *(("promised", text) for text in known.came_of(one.id)),
            ("of", one.mentorship),
        ]
    )


def _topic(item: AgendaItem, known: Known) -> str:
    by = "" if item.by == "me" else f"{known.name(item.by)}: "
    state = f"carried on {times(item.carried + 1)}" if item.carried else "carried on"
    said = [state if item.state == "carried" else item.state, *(["private"] if item.private else [])]
    return f"{by}{item.text} ({', '.join(said)})"


def _advice(given: Advice, known: Known) -> str:
    told = f", told {day_words(given.told, known.today)}" if given.told else ""
    went = f"\nhow it went: {given.went}{told}" if given.went else ""
    return f"{'to try: ' if given.kind == 'try' else ''}{given.text}{went}"


def _felt(step: int | None, words: str) -> str:
    said = f"“{words}”" if words else ""
    return ", ".join(part for part in (f"{step} of 5" if step is not None else "", said) if part)


def observation(one: Observation, known: Known) -> Iterator[Line]:
    """Yield the lines of what was seen of a mentoring session, line by line of the rubric."""
    with_ = f" with {known.name(one.mentee)}" if one.mentee else ""
    title = f"{known.name(one.person)} mentoring{with_}"
    yield from head(one.id, "observation", title, day_words(one.day, known.today), known.reach)
    marks = [
        (mark.seen, f"{RUBRIC[mark.item]}{f': {mark.words}' if mark.words else ''}") for mark in one.marks
    ]
    yield from rows([*marks, ("besides", one.words)])
