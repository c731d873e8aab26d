"""Which entries somebody asked for: filters that all have to hold, and words to be found."""

import msgspec

from growth.records.dates import EVER, Period
from growth.records.entry import Entry
from growth.text.fold import fold, folded


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Filters, each empty where it does not matter. `people` holds all handles of each one meant.

    Notes about somebody are not my journal: they pass only with `about`, or with `notes`.
    """

    period: Period = EVER
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    people: tuple[frozenset[str], ...] = ()
    about: frozenset[str] = frozenset()
    notes: bool = False
    skills: tuple[str, ...] = ()
    share: str = ""
    star: bool = False
    undated: bool = False

    def matches(self, entry: Entry) -> bool:
        """Tell whether an entry passes every filter."""
        return (
            self._in_time(entry)
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.share or entry.share == self.share)
            and (not self.star or entry.star)
            and (self.notes or bool(self.about) == bool(entry.about))
            and (not self.about or not folded(entry.about).isdisjoint(self.about))
            and (not self.projects or fold(entry.project) in {fold(name) for name in self.projects})
            and _has_all(self.tags, entry.tags)
            and _has_all(self.skills, entry.skills)
            and self._has_people(entry)
        )

    def _in_time(self, entry: Entry) -> bool:
        if self.undated:
            return entry.precision == "none" and entry.day in self.period
        return falls_in(entry, self.period)

    def _has_people(self, entry: Entry) -> bool:
        if not self.people:
            return True
        named = folded(*entry.named, *entry.reusers, entry.about)
        return all(named & handles for handles in self.people)


def falls_in(entry: Entry, period: Period) -> bool:
    """Tell whether an entry is of a period; one without a day is of none that begins or ends."""
    if entry.precision == "none":
        return period.start is None and period.end is None
    return entry.day in period


def _has_all(wanted: tuple[str, ...], present: tuple[str, ...]) -> bool:
    return not wanted or {fold(word) for word in wanted} <= {fold(word) for word in present}


def texts(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return every text of an entry that a search looks through, with the name of its field."""
    metrics = "; ".join(f"{m.name} {m.before} {m.after} {m.unit}" for m in entry.metrics)
    takeaway = (("takeaway", entry.learning.takeaway),) if entry.learning else ()
    said = entry.shown
    shown = (
        (("reuse", said.reuse), ("problem", said.problem), ("artefact", said.artefact),
         ("audience", said.audience), ("reused by", " ".join(entry.reusers)))
        if said else ()
    )  # fmt: skip
    return (
        ("title", entry.title),
        ("body", entry.body),
        ("impact", entry.impact),
        *takeaway,
        *shown,
        ("tags", " ".join(entry.tags)),
        ("project", entry.project),
        ("people", " ".join((*entry.named, entry.about))),
        ("skills", " ".join(entry.skills)),
        ("metrics", metrics),
        ("links", " ".join(entry.links)),
    )


def found(entry: Entry, phrases: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the fields in which the folded `phrases` stand, or None when one stands nowhere."""
    where: list[str] = []
    folded = [(name, fold(text)) for name, text in texts(entry) if text]
    for phrase in phrases:
        field = next((name for name, text in folded if phrase in text), None)
        if field is None:
            return None
        where.append(field)
    return tuple(where)


def snippet(text: str, phrase: str, width: int) -> tuple[str, str, str]:
    """Return what stands before, at and after a folded phrase in a text, about `width` wide."""
    start = fold(text).find(phrase)
    if start < 0 or len(fold(text)) != len(text):
        # Folding changed lengths (ß, ligatures), so the place cannot be pointed at: show the start.
        return text[:width], "", ""
    end = start + len(phrase)
    left = max(0, start - max(0, width - len(phrase)) // 2)
    before = ("…" if left else "") + text[left:start]
    after = text[end : left + width] + ("…" if left + width < len(text) else "")
    return before, text[start:end], after
