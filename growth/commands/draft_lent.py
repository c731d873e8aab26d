"""What the one I am to meet handed me, as a draft for our talk is given it."""

from collections.abc import Collection, Iterable

from growth.app import App
from growth.commands.lent import lent
from growth.records.action import Action
from growth.records.dates import Period
from growth.records.draft import DraftKind
from growth.records.person import Person
from growth.rules import lent_pieces
from growth.rules.audience import Audience
from growth.rules.pieces import Given, Piece, pieces
from growth.store.store import OTHERS


class OfThem:
    """What one person handed me, and how it is told; nothing of it is in a draft that is for no talk."""

    def __init__(self, app: App, kind: DraftKind, person: Person | None) -> None:
        known = kind == "1on1" and person and app.store.stems(OTHERS)
        self._app = app
        self._person = person
        self._lent = lent(app).get(person.handle) if known and person else None

    def given(self, inputs: Collection[str], whom: Audience, period: Period) -> tuple[Given, ...]:
        """Return what of it a program is given."""
        if self._person is None:
            return ()
        return lent_pieces.given(self._records(), inputs, whom, period, self._person)

    def again(self, refs: Collection[str]) -> tuple[Piece, ...]:
        """Return what a program was given of it."""
        return self.pieces(one for one in self._records() if one.id in refs)

    def pieces(self, records: Iterable[Given]) -> tuple[Piece, ...]:
        """Return records as a program is given them."""
        if self._lent is None or self._person is None:
            return ()
        name = lent_pieces.namer(self._lent, self._person, self._app.config.text("me.name") or "me")
        return pieces(records, name, self._person.name)

    def _records(self) -> tuple[Given, ...]:
        if self._lent is None or self._person is None:
            return ()
        own = self._app.store.all(Action)
        return lent_pieces.records(self._lent, self._person, own, self._app.today)
