"""The bank of 1:1 questions on a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from growth.records.dates import Day
from growth.rules.bank import NAME, OWN, ROLES, Question
from growth.rules.day_words import ago
from growth.terminal.screen import Part

Line = tuple[Part, ...]


def by_topic(questions: Sequence[Question], notes: Mapping[str, str], *, roles: bool) -> Iterator[Line]:
    """Yield questions under their topics; `notes` is what there is to say of one, by its name.

    With `roles` it is said who asks a question that not everybody does.
    """
    for topic in dict.fromkeys(one.topic for one in questions):
        those = [one for one in questions if one.topic == topic]
        yield (topic.upper(), "title"), "  ", (str(len(those)), "dim")
        for one in those:
            yield f"{one.id:>6}  ", (f"{one.depth:<5}", "dim"), "  ", one.text, *_said(one, notes, roles)


def _said(one: Question, notes: Mapping[str, str], roles: bool) -> Iterator[Part]:
    words = [notes[one.ref]] if one.ref in notes else []
    if roles and set(one.roles) != set(ROLES):
        words.insert(0, f"by a {' or '.join(one.roles)}")
    if one.id >= OWN:
        words.append("yours")
    if words:
        yield (f"  {', '.join(words)}", "dim")


def plain(one: Question) -> str:
    """Return one question on one line for a pipe: name, topic, depth, who asks it, text."""
    return f"{one.ref}  {one.topic}  {one.depth}  {','.join(one.roles)}  {one.text}"


def stored(one: Question) -> Iterator[Line]:
    """Yield what was put into the bank."""
    yield (one.ref, "id"), "  ", (one.text, "bold")
    yield ((f"      {one.topic}, {one.depth}, asked by a {' or '.join(one.roles)}", "dim"),)


def asked(days: Mapping[str, Day], name: str, today: Day) -> dict[str, str]:
    """Return for each question that was asked of somebody when that was."""
    return {ref: f"asked {name} {ago(day, today)}" for ref, day in days.items() if ref.startswith(f"{NAME}/")}
