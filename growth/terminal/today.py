"""What needs me, at most a screen; on an empty store the three ways to start."""

from collections.abc import Callable, Iterator

from growth.records.dates import Day
from growth.records.ids import short
from growth.rules.day_words import counted, near
from growth.rules.promises import late
from growth.rules.today import Coming, Today
from growth.terminal.actions import rows
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

Namer = Callable[[str], str]
MOST = 6
# On a narrow terminal a line of these takes two.
NARROW, MOST_NARROW = 60, 3
LABEL = 12
# From Thursday on the week can be looked back on.
LATE_IN_WEEK = 3


def screen(found: Today, name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of the day, at most 20."""
    day = found.day
    yield ((f"{day:%a} {day.day} {day:%b %Y} · week {day.isocalendar().week}", "bold"),)
    for label, lines in (
        ("PROMISES", _promises(found, name, columns - LABEL)),
        ("NEXT 1:1s", _meetings(found, columns - LABEL)),
        ("WAITING", _waiting(found, name, columns - LABEL)),
        ("JOURNAL", _journal(found, columns - LABEL)),
    ):
        for number, parts in enumerate(lines):
            yield (pad("" if number else label, LABEL), "title"), *parts
    yield ("",)
    yield ((_ways(found, columns), "dim"),)


def _most(columns: int) -> int:
    return MOST if columns + LABEL >= NARROW else MOST_NARROW


def _promises(found: Today, name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    most = _most(columns)
    yield from rows(found.mine[:most], name, columns, "", brief=True)
    more = len(found.mine) - most
    if more > 0:
        yield ((f"and {more} more: growth action list --mine", "dim"),)


def _meetings(found: Today, columns: int) -> Iterator[tuple[Part, ...]]:
    coming = found.coming[: _most(columns)]
    cells = [(_when(one, found.day), one.meeting.person.handle, _holds(one), _next(one)) for one in coming]
    widths = [max((width(row[column]) for row in cells), default=0) for column in range(4)]
    for row in cells:
        when, handle, holds, command = (pad(cell, wide) for cell, wide in zip(row, widths, strict=True))
        head: tuple[Part, ...] = (when, "  ", (handle, "kind"), "  ")
        rest = columns - widths[0] - widths[1] - widths[2] - 6
        fits = rest >= width(row[3])
        yield (*head, holds, "  ", (command.rstrip(), "dim")) if fits else (*head, row[2])
    more = len(found.coming) - len(coming)
    if more > 0:
        yield ((f"and {more} more within a week: growth 1on1 list", "dim"),)


def _when(one: Coming, today: Day) -> str:
    day = one.meeting.next
    if one.meeting.overdue:
        return "due"
    if day is None:
        return "to begin"
    return f"{'today' if day == today else f'{day:%a}'} {one.meeting.time}".rstrip()


def _holds(one: Coming) -> str:
    words = ["your manager"] if one.manager else ["mentoring"] if one.meeting.kind == "mentoring" else []
    held = [f"you owe {one.mine}"] if one.mine and not one.manager else []
    held += [f"they {'' if held else 'owe '}{one.theirs}"] if one.theirs and not one.manager else []
    held += [counted(one.topics, "topic")] if one.topics else []
    held += [f"{counted(one.wins, 'win')} to tell"] if one.wins else []
    held += ["never met yet"] if one.meeting.next is None else []
    return ": ".join([*words, ", ".join(held) or "nothing prepared"])


def _next(one: Coming) -> str:
    handle = one.meeting.person.handle
    if one.meeting.kind == "1on1":
        return f"growth prep {handle}"
    return f"growth mentor agenda {handle}{f' --role {one.meeting.role}' if one.meeting.role else ''}"


def _waiting(found: Today, name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    owners = {name(one.action.owner) for one in found.theirs}
    owe = "owes" if len(owners) == 1 else "owe"
    words = f"{counted(len(owners), 'person', 'people')} {owe} you something{_late(late(found.theirs))}"
    feedback = [f"{found.asked} asked{_late(found.unanswered)}"] if found.asked else []
    feedback += [f"{found.unsent} to send"] if found.unsent else []
    feedback += [f"{found.unspoken} to talk over"] if found.unspoken else []
    rows = [(words, "growth action list --theirs")] if owners else []
    rows += [(f"feedback: {', '.join(feedback)}", "growth feedback list")] if feedback else []
    rows += [(bundles(*found.bundles), "growth bundle open")] if any(found.bundles) else []
    for said, command in rows:
        yield from _fitting(said, command, columns)


def _fitting(said: str, command: str, columns: int) -> Iterator[tuple[Part, ...]]:
    fits = columns >= width(said) + width(command) + 2
    yield (said, "  ", (command, "dim")) if fits else (said,)


def bundles(new: int, damaged: int) -> str:
    """Return how many bundles of others lie in my inbox, in words."""
    if not new:
        return counted(damaged, "damaged bundle")
    return f"{counted(new, 'new bundle')}{f', {damaged} damaged' if damaged else ''}"


def _late(number: int) -> str:
    return f" ({number} late)" if number else ""


def _journal(found: Today, columns: int) -> Iterator[tuple[Part, ...]]:
    last = f", last {_last(found.last, found.day)}" if found.last else ""
    said = f"{counted(found.week, 'entry', 'entries')} this week" if found.week else "nothing this week yet"
    back = "  growth week" if found.day.weekday() >= LATE_IN_WEEK else ""
    fits = len(said) + len(last) + len(back) <= columns
    yield (f"{said}{last}", (back, "dim")) if back and fits else (f"{said}{last}",)
    if found.wondering:
        weeks = (found.day - found.wondering).days // 7
        yield from _fitting(f"a question has been open for {weeks} weeks", "growth wonder list", columns)


def _last(day: Day, today: Day) -> str:
    days = (today - day).days
    return near(day, today) if days < 2 else f"on {day:%A}" if days < 7 else f"on {near(day, today)}"


def _ways(found: Today, columns: int) -> str:
    """Return what to type next, as much of it as there is room for."""
    ways = ["growth log 'text'"]
    mine = [one for one in found.mine if not one.whose]
    ways += [f"growth done {short(mine[0].action.id)}"] if mine else []
    ways += [_next(one) for one in found.coming if one.meeting.kind == "1on1"][:1]
    # len, not width: a handle is short, and measuring `·` would load rich for every bare `growth`.
    while len(ways) > 1 and len(" · ".join([*ways, "growth help"])) > columns:
        ways.pop()
    return " · ".join([*ways, "growth help"])


def line(found: Today, name: Namer, columns: int) -> str:
    """Return the day on one line, empty where nothing presses."""
    over = late(found.mine)
    due = sum(one.action.due == found.day for one in found.mine)
    words = [f"{over} late"] if over else []
    words += [f"{due} due today"] if due else []
    words += [
        f"{one.meeting.person.handle} {_when(one, found.day)}"
        for one in found.coming
        if one.meeting.next == found.day and not one.meeting.overdue
    ]
    return fit(" · ".join(words), columns)


def welcome(home: str) -> Iterator[tuple[Part, ...]]:
    """Yield the three ways to start."""
    yield ("Nothing here yet, and nothing to set up. Start with any of these:",)
    for command, what in (
        ("growth import -f git ~/src --since 6m", "your half year, from your own commits"),
        ("growth log 'what I finished today'", "one line; only you can read it"),
        ("growth --demo prep ana", "a finished 1:1 sheet, invented people"),
    ):
        yield "  ", (pad(command, 40), "bold"), what
    yield (f"Your words stay in {home} (plain JSON, no network).",)
