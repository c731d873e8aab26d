"""Feedback on a 1:1 sheet: what was asked about somebody and came in, and what may be told them.

The sheet for me holds no more words than the other may read: it lies on the table between us.
"""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.person import Person
from growth.records.request import Request
from growth.rules import consent
from growth.rules.audience import Audience
from growth.rules.follow_ups import earlier_words
from growth.rules.persons import means
from growth.rules.requests import Standing, standing


class Late(msgspec.Struct, frozen=True):
    """Somebody who was asked, and by how many days the answer is late."""

    person: str
    days: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said, in an answer of mine or of that `owner`."""

    answer: Answer
    owner: str = ""

    @property
    def text(self) -> str:
        """The words of it, on one line."""
        return earlier_words(self.answer)


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet tells of feedback: `came` of `asked` requests about somebody are in, these are
    late, this was said; `kept` more answers are for me alone. `theirs` is what they owe me.
    """

    asked: int = 0
    came: int = 0
    late: tuple[Late, ...] = ()
    said: tuple[Told, ...] = ()
    kept: int = 0
    theirs: Standing | None = None


def feedback(
    person: Person,
    requests: Iterable[Request],
    answers: Sequence[Answer],
    shared: Iterable[Answer],
    since: Day,
    today: Day,
    whom: Audience,
) -> Feedback:
    """Return what a sheet for a meeting with somebody tells of feedback from `since` on."""
    told = [one for one in consent.standing(answers) if _is_about(one, person) and one.day >= since]
    told = [one for one in told if one.manner != "given"]
    if whom.kind != "me":
        return Feedback(said=_said(consent.heard(told, whom).quoted))
    open_to = [one for one in told if consent.readable(one, "subject") and consent.quotable(one)]
    theirs = [Told(answer=one, owner=person.handle) for one in shared if one.day >= since]
    # What was talked over or closed is no news, nor is what nobody answered in time or was sent at all.
    every = [(one, standing(one, (), today)) for one in requests]
    alive = [now for one, now in every if _is_about(one, person) and now.state in ("sent", "answered")]
    owed = [now for one, now in every if means(one.person, person) and now.state in ("sent", "answered")]
    return Feedback(
        asked=len(alive),
        came=sum(now.state == "answered" for now in alive),
        late=tuple(Late(now.request.person, now.days_late) for now in alive if now.days_late),
        said=(*_said(open_to), *theirs),
        kept=len(told) - len(open_to),
        theirs=max(owed, key=lambda now: (now.days_late, now.request.id), default=None),
    )


def _is_about(record: Request | Answer, person: Person) -> bool:
    return record.about.startswith("@") and means(record.about, person)


def _said(answers: Iterable[Answer]) -> tuple[Told, ...]:
    newest = sorted(answers, key=lambda one: (one.day, one.id), reverse=True)
    return tuple(Told(answer=consent.open_side(one)) for one in newest if earlier_words(one))
