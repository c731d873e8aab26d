"""What shows a criterion, as far as one audience may see it: records, what others said, and what is lacking.

Whatever the audience may not see is left out here, so that nothing made from it can show it.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.ladder import Criterion
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules import audience, consent
from growth.rules.assessment_sheet import Row, Shown
from growth.rules.audience import Audience
from growth.rules.cited import Citable
from growth.rules.gaps import flags
from growth.rules.practices import told
from growth.rules.stems import stems
from growth.text.fold import folded

# How much each thing says for a record, when the strongest are told first.
STAR, WIN, NUMBER, OUTCOME, LINK = 4, 2, 3, 3, 2
_LESS = {"session": 2, "practice": 2, "action": 1}


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One record that shows a criterion. `entry` is there where it is one of the journal."""

    ref: str
    day: Day
    kind: str
    text: str
    person: str = ""
    entry: Entry | None = None


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said that shows a criterion. `allowed` is what may be done with it, for me alone."""

    ref: str
    day: Day
    person: str
    text: str
    question: str = ""
    manager: bool = False
    allowed: str = ""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """All that shows one criterion, the strongest first.

    `counted` are people who said something that is not quoted, `more` is what is shown and not told
    of, `gone` the records that are no more.
    """

    pieces: tuple[Piece, ...] = ()
    quotes: tuple[Quote, ...] = ()
    counted: int = 0
    more: int = 0
    withheld: int = 0
    gone: int = 0
    flags: tuple[str, ...] = ()


class Prover:
    """Shows one audience what there is for a criterion. `records` holds the evidence by its reference."""

    def __init__(
        self, whom: Audience, records: Mapping[str, Citable], giver: Callable[[str], str], day: Day
    ) -> None:
        self.whom, self.giver, self.day = whom, giver, day
        self.records = records
        # By reference: one record may be evidence for several criteria.
        self.told: set[str] = set()
        self.kept: set[str] = set()

    def proof(self, row: Row) -> Proof:
        """Return what shows a criterion."""
        there = {one.record: one for one in row.evidence if one.record in self.records}
        said = {ref: record for ref in there if isinstance(record := self.records[ref], Answer)}
        quoted, counted = self._heard(said)
        quotes = [self._quote(said[ref], row, there[ref]) for ref in quoted]
        pieces = [piece for ref in there if ref not in said and (piece := self._piece(row, there[ref]))]
        visible = [*quoted, *(one.ref for one in pieces), *counted]
        self.told |= {*visible}
        self.kept |= there.keys() - {*visible}
        return Proof(
            pieces=tuple(sorted(pieces, key=_strongest)),
            quotes=tuple(sorted(quotes, key=_by_giver)),
            counted=len({self.giver(said[ref].person) for ref in counted}),
            withheld=len(there) - len(visible),
            gone=len(row.evidence) - len(there) if self.whom.kind == "me" else 0,
            flags=flags([there[ref] for ref in visible], self.day),
        )

    def _heard(self, said: Mapping[str, Answer]) -> tuple[list[str], list[str]]:
        """Return the references of what may be quoted, and of what may be counted."""
        mine = {answer.id: ref for ref, answer in said.items() if ":" not in ref}
        heard = consent.heard((said[ref] for ref in mine.values()), self.whom, self.giver)
        quoted = [ref for ref in said if ":" in ref and self._is_known(ref)]
        return [*(mine[one.id] for one in heard.quoted), *quoted], [mine[one.id] for one in heard.counted]

    def _is_known(self, ref: str) -> bool:
        """Tell whether what somebody handed me is known to the audience: it is theirs, or I am it."""
        return self.whom.kind == "me" or bool(folded(ref.rpartition(":")[0]) & self.whom.handles)

    def _piece(self, row: Row, shown: Shown) -> Piece | None:
        ref, record = shown.record, self.records[shown.record]
        if isinstance(record, Answer):
            return None
        open_ = audience.shown(record, self.whom)
        if ":" in ref:
            open_ = audience.open_side(record) if self._is_known(ref) else None
        if isinstance(open_, Entry):
            return Piece(
                ref=ref, day=open_.day, kind=open_.kind, text=open_.title, person=shown.person, entry=open_
            )
        if isinstance(open_, Session) and open_.day:
            text = nearest(row.criterion, open_.shared.splitlines())
            return Piece(ref=ref, day=open_.day, kind="session", text=text, person=self.giver(open_.person))
        if isinstance(open_, Action):
            return Piece(ref=ref, day=open_.closed or open_.day, kind="action", text=open_.text)
        if isinstance(open_, Practice):
            day = open_.last.day if open_.last else open_.day
            return Piece(ref=ref, day=day, kind="practice", text=told(open_))
        return None

    def _quote(self, answer: Answer, row: Row, shown: Shown) -> Quote:
        said = {reply.text.strip(): reply.question for reply in answer.replies if reply.text.strip()}
        text, for_me = nearest(row.criterion, [*said]), self.whom.kind == "me"
        return Quote(
            ref=shown.record,
            day=answer.day,
            person=self.giver(shown.person or answer.person),
            text=text or (answer.unmatched.strip() if for_me else ""),
            question=said.get(text, ""),
            manager=shown.source == "manager",
            allowed=answer.name if for_me and answer.manner != "given" else "",
        )


def nearest(criterion: Criterion, texts: Sequence[str]) -> str:
    """Return the text that has the most words in common with a criterion; of several the first."""
    those = [text.strip() for text in texts if text.strip()]
    if len(those) < 2:
        return "".join(those)
    wanted = set(stems(" ".join((criterion.summary, *criterion.examples, *criterion.markers))))
    return max(those, key=lambda text: len(wanted.intersection(stems(text))))


def _strongest(piece: Piece) -> tuple[int, int, str]:
    return -strength(piece), -piece.day.toordinal(), piece.ref


def _by_giver(quote: Quote) -> tuple[bool, int, str, str]:
    """Sort what was said: my manager first, then the newest."""
    return not quote.manager, -quote.day.toordinal(), quote.person, quote.ref


def strength(piece: Piece) -> int:
    """Return how much a record says: its star, numbers, outcome, and that it can be looked at."""
    entry = piece.entry
    if entry is None:
        return _LESS[piece.kind]
    told = NUMBER * bool(entry.metrics) + OUTCOME * bool(entry.impact) + LINK * bool(entry.links)
    return told + STAR * entry.star + WIN * (entry.kind == "win")
