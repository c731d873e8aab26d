"""What a brag document says: wins first, by project or theme; unseen work with its share; the rest folded."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.cited import Cited, cite
from growth.text.fold import fold

# A group with few highlights is filled up to this many lines, so that it says what the work was.
LEAST = 3
UNSEEN_LINES = 3
LISTED = 7
_DOCS = frozenset(("docs", "doc", "documentation", "runbook", "runbooks", "onboarding-guide"))
_HELP = frozenset(
    (
        "help",
        "helping",
        "mentoring",
        "onboarding",
        "pairing",
        "support",
        "on-call",
        "oncall",
        "glue",
        "hiring",
    )
)
_WEIGHT = {"win": 4, "design": 3, "talk": 3, "decision": 3, "incident": 2, "challenge": 2}


class Group(msgspec.Struct, frozen=True):
    """The work of one project or theme: what is told, and how much smaller work is behind it."""

    name: str
    entries: tuple[Entry, ...]
    folded: int
    total: int


class Unseen(msgspec.Struct, frozen=True):
    """One sort of work that others rarely see."""

    name: str
    entries: tuple[Entry, ...]
    folded: int


class Brag(msgspec.Struct, frozen=True, kw_only=True):
    """What a brag document shows, already cut for whom it is. `unseen_percent` is of all entries."""

    audience: str
    today: Day
    label: str
    start: Day | None
    end: Day | None
    project: str = ""
    total: int = 0
    wins: int = 0
    measured: int = 0
    days: int = 0
    private: int = 0
    groups: tuple[Group, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    unseen_total: int = 0
    unseen_percent: int = 0
    learning: tuple[Entry, ...] = ()
    learning_folded: int = 0
    thanks: tuple[Entry, ...] = ()
    thanks_folded: int = 0
    cited: tuple[Cited, ...] = ()


def brag(
    entries: Iterable[Entry], period: Period, today: Day, *, audience: str = "me", project: str = ""
) -> Brag:
    """Return the document over the entries of a period; notes about somebody are no part of it."""
    mine = [entry for entry in entries if not entry.about and entry.day in period]
    unseen = [entry for entry in mine if unseen_name(entry)]
    told: list[Entry] = []
    sections = _sections(mine)
    groups, others = _groups(sections["work"]), _unseen(sections["unseen"])
    learning, thanks = _ranked(sections["learning"]), _newest(sections["thanks"])
    for group in groups:
        told += group.entries
    for sort in others:
        told += sort.entries
    told += [*learning[:LISTED], *thanks[:LISTED]]
    return Brag(
        audience=audience,
        today=today,
        label=period.label,
        start=period.start,
        end=period.end,
        project=project,
        total=len(mine),
        wins=sum(entry.kind == "win" for entry in mine),
        measured=sum(bool(entry.metrics) for entry in mine),
        days=len({entry.day for entry in mine}),
        private=sum(entry.share == "private" for entry in told),
        groups=groups,
        unseen=others,
        unseen_total=len(unseen),
        unseen_percent=round(100 * len(unseen) / len(mine)) if mine else 0,
        learning=tuple(learning[:LISTED]),
        learning_folded=max(0, len(learning) - LISTED),
        thanks=tuple(thanks[:LISTED]),
        thanks_folded=max(0, len(thanks) - LISTED),
        cited=tuple(cite(entry) for entry in told),
    )


def is_highlight(entry: Entry) -> bool:
    """Tell whether an entry is one of those that a document is written for."""
    return entry.star or entry.kind == "win" or bool(entry.impact) or bool(entry.metrics)


def unseen_name(entry: Entry) -> str:
    """Return what sort of work that others rarely see an entry is, or nothing."""
    tags = {fold(tag) for tag in entry.tags}
    if entry.kind in ("review", "incident"):
        return entry.kind
    if entry.kind in ("learning", "kudos"):
        return ""
    return "docs" if tags & _DOCS else "help" if tags & _HELP else ""


def _sections(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {"work": [], "unseen": [], "learning": [], "thanks": []}
    for entry in entries:
        if entry.star or entry.kind == "win":
            name = "work"
        elif entry.kind == "kudos":
            name = "thanks"
        elif unseen_name(entry):
            name = "unseen"
        else:
            name = "learning" if entry.kind == "learning" else "work"
        found[name].append(entry)
    return found


def _weight(entry: Entry) -> int:
    told = 3 * bool(entry.impact) + 3 * bool(entry.metrics)
    return 16 * entry.star + told + _WEIGHT.get(entry.kind, 0) + bool(entry.links) + bool(entry.body)


def _ranked(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(
        entries,
        key=lambda entry: (
            not is_highlight(entry), -_weight(entry), -(entry.spent or 0), -entry.day.toordinal(), entry.id
        ),
    )  # fmt: skip


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-entry.day.toordinal(), entry.id))


def theme(entry: Entry) -> str:
    """Return what an entry is told under: its project, else its first tag, else nothing."""
    return entry.project or (entry.tags[0] if entry.tags else "")


def _groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    by_theme: dict[str, list[Entry]] = {}
    for entry in entries:
        by_theme.setdefault(fold(theme(entry)), []).append(entry)
    loose: list[Entry] = []
    for name in list(by_theme):
        # A theme that was tagged once, and nothing to show for it, is no heading of its own.
        if len(by_theme[name]) == 1 and not by_theme[name][0].project and name:
            loose += by_theme.pop(name)
    if loose:
        by_theme.setdefault("", []).extend(loose)
    made = [_group(name, those) for name, those in by_theme.items()]
    return tuple(sorted(made, key=lambda group: (not group.name, -_score(group), fold(group.name))))


def _group(key: str, entries: Sequence[Entry]) -> Group:
    ranked = _ranked(entries)
    shown = max(LEAST, sum(is_highlight(entry) for entry in ranked))
    name = theme(ranked[0]) if key else ""
    return Group(name, tuple(ranked[:shown]), len(ranked[shown:]), len(ranked))


def _score(group: Group) -> int:
    return sum(_weight(entry) for entry in group.entries if is_highlight(entry)) + group.total


def _unseen(entries: Iterable[Entry]) -> tuple[Unseen, ...]:
    found: dict[str, list[Entry]] = {"review": [], "incident": [], "help": [], "docs": []}
    for entry in entries:
        found[unseen_name(entry)].append(entry)
    return tuple(
        Unseen(name, tuple(ranked[:UNSEEN_LINES]), len(ranked[UNSEEN_LINES:]))
        for name, those in found.items()
        if (ranked := _ranked(those))
    )
