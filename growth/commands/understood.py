"""What notes were understood as: told to whom it concerns, and refused where nobody is meant."""

from collections.abc import Iterator, Sequence

from growth.app import App
from growth.errors import WrongUsage
from growth.records.action import Action
from growth.records.dates import Day
from growth.records.ids import short
from growth.rules.agreements import Agreement
from growth.rules.day_words import day_words
from growth.rules.persons import first_name
from growth.rules.session_notes import Noted
from growth.rules.strangers import is_ordinary, looks_like_name
from growth.store.people import People
from growth.text.fold import fold

# So close to a name that is known, a word is a slip of it, and no word of its own.
SLIP = 0.8


def check_names(people: People, noted: Noted) -> None:
    """Refuse a promise or a topic of somebody whom nobody knows, before it is taken for mine.

    A topic begins with a word and a colon more often than with a name; there a slip alone is refused.
    """
    promised = [one.stranger for one in noted.agreements if one.stranger]
    for name in (*promised, *noted.strangers):
        if _is_slip(people, name) or (name in promised and looks_like_name(name) and not is_ordinary(name)):
            raise _nobody(people, name)


def _is_slip(people: People, name: str) -> bool:
    return name.startswith("@") or bool(people.near(name, SLIP))


def _nobody(people: People, before: str) -> WrongUsage:
    name = before.removeprefix("@")
    same = sorted(one.handle for one in people.everyone if fold(first_name(one.name)) == fold(name))
    mine = f"'me: {before}: …' for a text of yours"
    if len(same) > 1:
        return WrongUsage(f"{name!r} may be {' or '.join(same[:4])}", f"write which one, or {mine}")
    near = people.near(name)
    meant = f"did you mean {' or '.join(near)}? else: " if near else ""
    add = f"growth people add {fold(name).split()[0]} --name 'Their Name'"
    return WrongUsage(f"I know nobody called {name!r}", f"{meant}{add}, or {mine}")


def lines(agreements: Sequence[Agreement], today: Day) -> Iterator[str]:
    """Yield the promises as they were understood, each on one line."""
    if agreements:
        yield "Understood as promises:"
    for one in agreements:
        due = day_words(one.due, today) if one.due else "no day"
        unread = f": {one.unread!r} is none that I can read" if one.unread else ""
        yield f"  {one.owner}: {one.text} ({'done' if one.done else due + unread})"


def doubts(agreements: Sequence[Agreement], new: Sequence[Action]) -> Iterator[str]:
    """Yield what was kept as text although it might have been meant as a day or a name."""
    for one, action in zip(agreements, new, strict=True):
        if one.unread and not one.done:
            move = f"growth action move {short(action.id)} --due DAY"
            yield f"{one.unread!r} is no day that I can read, so none is set; to set one: {move}"
        if one.stranger and looks_like_name(one.stranger):
            yield f"taken as a promise of yours, with {one.stranger + ':'!r} as part of its text"


def say(app: App, agreements: Sequence[Agreement], new: Sequence[Action]) -> None:
    """Tell whoever gave the notes by options or a pipe what was understood."""
    if app.screen.talks and not app.screen.is_terminal:
        for line in lines(agreements, app.today):
            app.screen.say(line)
    for doubt in doubts(agreements, new):
        app.screen.say(("warning: ", "late"), doubt)
