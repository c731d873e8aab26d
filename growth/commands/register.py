"""The practice register of a store: its records, one of them by name, and what its checks find."""

from typing import TYPE_CHECKING

from growth.app import App
from growth.clock import following
from growth.errors import Refused
from growth.records.dates import Day, Period
from growth.records.practice import Practice
from growth.records.thumb import Thumb
from growth.rules.practices import Register, as_of, begun, typed
from growth.store.find import find
from growth.text.fold import fold

if TYPE_CHECKING:
    from growth.rules.practice_checks import Checked

ADD = "growth practice add dataset NAME"


def practices(app: App) -> list[Practice]:
    """Return the whole register, without reading a file where there is none."""
    return app.store.all(Practice) if app.store.stems("practice") else []


def register(app: App) -> Register:
    """Return the whole register, by name."""
    return Register(practices(app))


def one_of(app: App, text: str) -> Practice:
    """Return what a name, `kind:name` or an id means, or refuse with what it may mean."""
    known = register(app)
    those = known.named(text)
    if len(those) == 1:
        return those[0]
    if those:
        raise Refused(
            f"{len(those)} are called {text!r}", f"say which: {', '.join(typed(one) for one in those)}"
        )
    if not known.practices:
        raise Refused("there is nothing in the register", f"add the first: {ADD}")
    try:
        found = find(app.store, text)
    except Refused:
        found = None
    if not isinstance(found, Practice):
        near = _near(known, text)
        meant = f"did you mean {' or '.join(near)}? else " if near else ""
        raise Refused(f"there is no {text!r} in the register", f"{meant}see: growth practice list")
    return found


def _near(known: Register, text: str) -> list[str]:
    """Return at most two that are spelt like a name, as they are typed."""
    from difflib import get_close_matches

    spelt = {fold(one.name): one for one in known.practices}
    name = fold(text.rpartition(":")[2])
    return [typed(spelt[one]) for one in get_close_matches(name, spelt, n=2, cutoff=0.7)]


def checked(
    app: App, day: Day | None = None, since: Day | None = None, *, silenced: bool = True
) -> "Checked | None":
    """Return what the checks find in my register and my journal, or found at the end of a day.

    `since` leaves out what the journal claimed before; without `silenced` a thumb down counts for
    nothing. None where there is no register.
    """
    last = day or app.today
    those = as_of(practices(app), last) if day else practices(app)
    if not those:
        return None
    from growth.rules.practice_checks import check
    from growth.store.search import candidates

    # Nothing else of the journal is judged, and most entries have none.
    entries = candidates(
        app.store, ("metrics",), Period(max(begun(those), since or Day.min), following(last))
    )
    return check(those, entries, app.store.all(Thumb) if silenced else (), last)
