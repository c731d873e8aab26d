"""Replies to requests for feedback: what each is to the requests I made, and how it is kept."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from growth.app import App
from growth.commands.feedback_paper import every_paper
from growth.commands.sources import Source
from growth.errors import Refused, WrongUsage
from growth.exchange import reply
from growth.exchange.mail import Letter
from growth.records.answer import NAMINGS, READERS, Answer, Reply
from growth.records.dates import Day
from growth.records.entry import Share
from growth.records.request import Request
from growth.rules import answering, consent, lost_marks, requests, signatures
from growth.rules.answering import Outcome
from growth.rules.paper_sections import asked_in, marks, trimmed
from growth.rules.request_paper import Filled, readers
from growth.store.change import Change
from growth.store.people import People
from growth.text.fold import fold

T = TypeVar("T")
SHOWN = 3
MOMENT = datetime.timedelta(microseconds=1)
NEW = ("new", "revision", "more", "unasked")


class Replies(NamedTuple):
    """What the replies of an import would do; `unmarked` letters of mailboxes are no replies.

    `doubts` say what was left out or is to be looked at, and why.
    """

    outcomes: tuple[Outcome, ...] = ()
    unmarked: int = 0
    doubts: tuple[str, ...] = ()

    @property
    def todo(self) -> int:
        return sum(one.verdict in NEW for one in self.outcomes)

    @property
    def already(self) -> int:
        return sum(one.verdict == "already" for one in self.outcomes)


def plan(app: App, read: Sequence[Source], giver: str | None, share: Share | None) -> Replies:
    """Return what importing the replies would do; refuse what is nobody's or somebody else's."""
    if not any(source.letters for source in read):
        if giver:
            raise WrongUsage("--from goes with replies to requests for feedback", "leave it out")
        return Replies()
    desk = _Desk(app, giver, share)
    for source in read:
        if source.letters:
            desk.take(source)
    if all(one.verdict == "empty" for one in desk.outcomes):
        names = ", ".join(source.name for source in read if source.letters)
        raise Refused(f"nothing is filled in in {names}", "answers stand below the line they belong to")
    told = tuple(one for one in desk.outcomes if one.verdict != "empty")
    return Replies(told, desk.unmarked, tuple(desk.doubts))


class _Desk:
    """Where letters are opened one after the other: a later one may revise an earlier one."""

    def __init__(self, app: App, giver: str | None, share: Share | None) -> None:
        self.outcomes: list[Outcome] = []
        self.unmarked = 0
        self.doubts: list[str] = []
        self._app = app
        self._people: People = app.people
        self._giver = self._people.require(giver).handle if giver else ""
        self._share: Share = share or "private"
        self._requests = app.store.all(Request)
        self._answers = app.store.all(Answer)

    def take(self, source: Source) -> None:
        """Open the letters of a source; in a mailbox one that is refused is left out, and said to be."""
        refused: list[Refused] = []
        letters = [*self._each(source.letters, lambda one: self._marked(source.name, one), refused)]
        chosen = [one for one in letters if marks(one.text)] or (letters if self._giver else [])
        opened = [*self._each(chosen, lambda one: self._take(source.name, one), refused)]
        if not opened:
            none = Refused(
                f"{source.name} carries no marker of a request",
                "what somebody said unasked: add --from PERSON",
            )
            raise next(iter(refused), none)
        self.doubts += [f"left out: {fault.message}; import that message by itself" for fault in refused]
        self.unmarked += len(letters) - len(chosen)

    def _each(
        self, letters: Iterable[Letter], do: Callable[[Letter], T], refused: list[Refused]
    ) -> Iterator[T]:
        for letter in letters:
            try:
                yield do(letter)
            except Refused as fault:
                refused.append(fault)

    def _take(self, name: str, letter: Letter) -> None:
        for outcome in self._opened(name, letter):
            self._keep(outcome)

    def _marked(self, name: str, letter: Letter) -> Letter:
        """Return a letter with the marks that were lost on the way put back where its questions stand."""
        there = marks(letter.text)
        found = answering.meant(there, self._requests) if there else self._recognised(name, letter)
        if not found:
            return letter
        return msgspec.structs.replace(letter, text=lost_marks.marked(letter.text, found, there))

    def _recognised(self, name: str, letter: Letter) -> tuple[Request, ...]:
        """Return the requests to one person whose questions stand in a letter without any mark."""
        live = [one for one in self._requests if one.state != "withdrawn"]
        found = lost_marks.meant(letter.text, live)
        sender = self._people.get(letter.sender) if letter.sender else None
        who = self._giver or (sender.handle if sender else "")
        if who:
            found = tuple(one for one in found if self._people.same(one.person, who)) or found
        whom = sorted({self._people.canonical(one.person) for one in found})
        if len(whom) > 1:
            raise Refused(
                f"{name} holds questions put to {_some(whom)}, and their marks are lost",
                f"say whose reply it is: add --from {whom[0]}",
            )
        return lost_marks.one_each(found)

    def _opened(self, name: str, letter: Letter) -> Iterator[Outcome]:
        found = answering.meant(marks(letter.text), self._requests)
        live = [request for request in found if request.state != "withdrawn"]
        if not live:
            yield self._unasked(name, letter, found)
            return
        person = self._check(name, letter, live)
        papers = "\n".join(every_paper(self._app, self._people, request) for request in live)
        asked = [one for request in live for one in request.questions]
        filled = reply.filled(letter.text, asked, readers(live[0].about), papers)
        if not self._giver and not self._is_of(letter, person):
            self._doubt_sender(name, letter, person, any(self._widens(one, filled) for one in live))
        if filled.request and filled.request not in {one.id for one in self._requests}:
            ids = " and ".join(one.id for one in live)
            self.doubts.append(
                f"{name} names {filled.request}, which is no request here; its marks are of {ids}"
            )
        for request, part in zip(live, answering.shared_out(filled, live), strict=True):
            yield answering.answered(
                request, part, self._answers, day=self._day(letter), created=self._created()
            )

    def _is_of(self, letter: Letter, person: str) -> bool:
        """Tell whether nothing speaks against a letter being from somebody; one that I sent on is theirs."""
        mine = {fold(address) for address in self._app.config.texts("me.emails")}
        sender = letter.sender
        return not sender or fold(sender) in mine or self._people.same(sender, person)

    def _widens(self, request: Request, filled: Filled) -> bool:
        """Tell whether a reply allows more than what its giver said before."""
        reader, name = filled.reader or "asker", filled.name or "hidden"
        return any(
            READERS.index(reader) > READERS.index(one.reader) or NAMINGS.index(name) > NAMINGS.index(one.name)
            for one in consent.standing(one for one in self._answers if one.request == request.id)
        )

    def _doubt_sender(self, name: str, letter: Letter, person: str, widens: bool) -> None:
        """Say that a letter comes from an address of nobody known; refuse it where that matters."""
        known = self._people.get(person)
        said = f"{name} came from {letter.sender}, which is not known as {self._people.name(person)}"
        if (known and known.emails) or widens:
            more = ", and it allows more than before" if widens else ""
            raise Refused(said + more, f"if {person} wrote it: add --from {person}")
        self.doubts.append(f"{said}; if it is: growth people edit {person} --email {letter.sender}")

    def _check(self, name: str, letter: Letter, live: Sequence[Request]) -> str:
        """Return who a reply is from; refuse one that is not from whom the question was put to."""
        whom = {self._people.canonical(request.person): request for request in live}
        if len(whom) > 1:
            raise Refused(
                f"{name} carries markers of requests to {' and to '.join(whom)}",
                "one reply is of one person: import them apart",
            )
        (person, request), = whom.items()  # fmt: skip
        sender = self._people.get(letter.sender) if letter.sender else None
        said = self._giver or (sender.handle if sender else person)
        if not self._people.same(said, person):
            raise Refused(
                f"{name} is from {said}, but {request.id} was put to {person}",
                f"if {person} wrote it: add --from {person}",
            )
        return person

    def _unasked(self, name: str, letter: Letter, found: Sequence[Request]) -> Outcome:
        """Return a reply to no request that stands, as something said unasked, if the user wants it."""
        person = self._giver or self._offered(name, letter, found)
        about = found[0].about if found else "me"
        if marks(letter.text):
            filled = reply.filled(letter.text, asked_in(letter.text), readers(about))
        else:
            # Where nothing was asked, all but a signature is what was said: praise or advice in passing.
            said, below = signatures.apart(trimmed(letter.text))
            filled = Filled(
                replies=(Reply(question="", text=said or below),), unmatched=below if said else ""
            )
        return answering.unasked(
            person, about, filled, self._answers, day=self._day(letter), created=self._created()
        )

    def _offered(self, name: str, letter: Letter, found: Sequence[Request]) -> str:
        sender = self._people.get(letter.sender) if letter.sender else None
        person = found[0].person if found else sender.handle if sender else "PERSON"
        why = f"{found[0].id}, which is withdrawn" if found else "no request that is known here"
        said = f"{name} answers {why}"
        if not self._app.screen.asks or person == "PERSON":
            raise Refused(said, f"to keep it as said unasked: add --from {person}")
        from growth.terminal.prompts import confirm

        self._app.screen.say(said)
        if not confirm(self._app.screen, f"Keep it as said by {person} unasked?", flag="--from"):
            raise Refused("nothing was imported")
        return person

    def _day(self, letter: Letter) -> Day:
        if letter.sent is None:
            return self._app.today
        return min(letter.sent.astimezone(self._app.now().tzinfo).date(), self._app.today)

    def _created(self) -> datetime.datetime:
        # A moment apart, so that of two answers to one request it is known which came later.
        return self._app.now() + MOMENT * len(self.outcomes)

    def _keep(self, outcome: Outcome) -> None:
        if outcome.verdict in ("new", "revision", "unasked"):
            outcome = msgspec.structs.replace(
                outcome, answer=msgspec.structs.replace(outcome.answer, share=self._share)
            )
            self._answers.append(outcome.answer)
        elif outcome.verdict == "more" and outcome.old and not outcome.old.id:
            # It belongs to an answer of this very import.
            place = next(at for at, one in enumerate(self.outcomes) if one.answer == outcome.old)
            self.outcomes[place] = msgspec.structs.replace(self.outcomes[place], answer=outcome.answer)
            self._answers[self._answers.index(outcome.old)] = outcome.answer
            return
        self.outcomes.append(outcome)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return (", ".join(names[:SHOWN]) if more else " and to ".join(names)) + more


def save(change: Change, replies: Replies) -> None:
    """Store the answers; a request that was answered says so."""
    stored: dict[datetime.datetime, str] = {}
    answered: dict[str, Request] = {}
    for one in replies.outcomes:
        if one.verdict == "more" and one.old:
            change.edit(one.old, one.answer)
        elif one.verdict in NEW:
            answer = one.answer
            if one.old and not one.old.id:
                answer = msgspec.structs.replace(answer, revises=stored[one.old.created])
            stored[answer.created] = change.add(answer).id
            if one.request and answer.replies:
                answered[one.request.id] = one.request
    for request in answered.values():
        if request.state != "answered":
            change.edit(request, requests.entered(request, "answered"))
