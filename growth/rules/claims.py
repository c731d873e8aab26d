"""Claims: what entries and statements say I did, and how much rests on each."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from growth.records.assessment import Assessment, Rating
from growth.records.dates import Day
from growth.records.entry import Entry, Metric
from growth.rules.assessing import SHOWN, confirmed
from growth.rules.brag import is_highlight, is_label

# How much rests on a claim: none is ordinary work, and is judged for little.
PLAIN, TOLD, WIN, STARRED, EVIDENCE = range(5)
# What these hold is no claim of something done: they are judged where somebody gave them a star.
_NO_CLAIM = frozenset(("learning", "challenge", "review", "kudos"))
# Work that took less than this many minutes is not asked what it was.
LEAST_SPENT = 240


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One text that says what I did. `judgement` is set where it is a statement of an assessment.

    `shown` says that the records beside it hold a number, so that it need not repeat one.
    """

    record: str
    criterion: str = ""
    day: Day
    worth: int
    title: str
    body: str = ""
    impact: str = ""
    metrics: tuple[Metric, ...] = ()
    people: tuple[str, ...] = ()
    judgement: str = ""
    shown: bool = False

    @property
    def told(self) -> str:
        """What it says did happen, all in one."""
        return "\n".join(text for text in (self.title, self.body, self.impact) if text)

    @property
    def strong(self) -> bool:
        """Tell whether it has to stand on its own: a win, a star, a statement, what counts as evidence."""
        return self.worth >= WIN


def of_entries(entries: Iterable[Entry], evidence: Collection[str] = ()) -> Iterator[Claim]:
    """Yield the entries that claim something, in their order; `evidence` are the ids that count as some."""
    for entry in entries:
        worth = _worth(entry, evidence)
        if worth is None:
            continue
        yield Claim(
            record=entry.id, day=entry.day, worth=worth, title=entry.title, body=entry.body,
            impact=entry.impact, metrics=entry.metrics, people=entry.people,
        )  # fmt: skip


def _worth(entry: Entry, evidence: Collection[str]) -> int | None:
    if entry.about or entry.kind in ("note", "kudos"):
        return None
    if entry.star:
        return STARRED
    if entry.kind == "win":
        return WIN
    if entry.kind in _NO_CLAIM:
        return None
    if entry.id in evidence:
        return EVIDENCE if entry.kind == "work" else TOLD
    if is_highlight(entry):
        return TOLD
    small = entry.spent is not None and entry.spent < LEAST_SPENT
    return PLAIN if entry.kind == "work" and not small and not is_label(entry) else None


def of_statements(assessment: Assessment, found: Mapping[str, Entry]) -> Iterator[Claim]:
    """Yield the statements of an assessment; `found` holds its evidence among my entries."""
    for rating in assessment.ratings:
        if rating.statement:
            yield _of_rating(assessment, rating, found)


def _of_rating(assessment: Assessment, rating: Rating, found: Mapping[str, Entry]) -> Claim:
    beside = [found[link.record] for link in confirmed(assessment, rating.criterion) if link.record in found]
    return Claim(
        record=assessment.id,
        criterion=rating.criterion,
        day=rating.day,
        # What is judged as not there yet claims nothing that has to be shown.
        worth=EVIDENCE if rating.judgement in SHOWN else TOLD,
        title=rating.statement,
        judgement=rating.judgement,
        shown=any(entry.metrics or entry.impact for entry in beside),
    )
