"""What a brag document says: wins first, by project or theme; unseen work with its share; the rest folded."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.cited import Cited, cite
from growth.rules.select import falls_in
from growth.rules.shown import is_attended, is_planned, is_reused
from growth.text.fold import fold

# A group with few highlights is filled up to this many lines, so that it says what the work was.
LEAST = 3
# Where no entry stands out and the time spent is known, the longest are told, up to this many.
LONGEST = 5
# As long is what only names something: `Monitoring`, `Data catalog`.
LABEL_WORDS, LONGEST_LABEL = 3, 30
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
    """The work of one project or theme: what is told, and how much smaller work is behind it.

    `spent` are the minutes of those `timed` entries that say them; `by_time` that the longest are told.
    """

    name: str
    entries: tuple[Entry, ...]
    folded: int
    total: int
    spent: int = 0
    timed: int = 0
    by_time: bool = False


class Unseen(msgspec.Struct, frozen=True):
    """One sort of work that others rarely see."""

    name: str
    entries: tuple[Entry, ...]
    folded: int


class Brag(msgspec.Struct, frozen=True, kw_only=True):
    """What a brag document shows, already cut for whom it is. `unseen_percent` is of all entries.

    `unseen_sorts` counts the rarely seen ones by their sort, those told as work among them.

    `about` is whose work it is, where it is not mine: they shared it.
    """

    audience: str
    today: Day
    label: str
    start: Day | None
    end: Day | None
    project: str = ""
    about: str = ""
    total: int = 0
    wins: int = 0
    measured: int = 0
    days: int = 0
    spent: int = 0
    timed: int = 0
    reused: int = 0
    private: int = 0
    groups: tuple[Group, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    unseen_total: int = 0
    unseen_percent: int = 0
    unseen_sorts: dict[str, int] = {}
    learning: tuple[Entry, ...] = ()
    learning_folded: int = 0
    thanks: tuple[Entry, ...] = ()
    thanks_folded: int = 0
    cited: tuple[Cited, ...] = ()


def brag(
    entries: Iterable[Entry],
    period: Period,
    today: Day,
    *,
    audience: str = "me",
    project: str = "",
    about: str = "",
) -> Brag:
    """Return the document over the entries of a period; only a note with a star is part of it."""
    mine = [entry for entry in entries if is_told(entry) and falls_in(entry, period)]
    unseen = [entry for entry in mine if unseen_name(entry)]
    told: list[Entry] = []
    sections = by_section(mine)
    groups, others = _groups(sections["work"]), _unseen(sections["unseen"])
    learning, thanks = best_first(sections["learning"]), _newest(sections["thanks"])
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
        about=about,
        total=len(mine),
        wins=sum(entry.kind == "win" for entry in mine),
        measured=sum(bool(entry.metrics) for entry in mine),
        days=len({entry.day for entry in mine}),
        spent=sum(entry.spent or 0 for entry in mine),
        timed=sum(bool(entry.spent) for entry in mine),
        reused=sum(is_reused(entry) for entry in mine),
        private=sum(entry.share == "private" for entry in told),
        groups=groups,
        unseen=others,
        unseen_total=len(unseen),
        unseen_percent=round(100 * len(unseen) / len(mine)) if mine else 0,
        unseen_sorts=dict(Counter(map(unseen_name, unseen))),
        learning=tuple(learning[:LISTED]),
        learning_folded=max(0, len(learning) - LISTED),
        thanks=tuple(thanks[:LISTED]),
        thanks_folded=max(0, len(thanks) - LISTED),
        cited=tuple(cite(entry, about) for entry in told),
    )


def is_highlight(entry: Entry) -> bool:
    """Tell whether an entry is one of those that a document is written for."""
    return entry.star or entry.kind == "win" or bool(entry.impact) or bool(entry.metrics)


def is_told(entry: Entry) -> bool:
    """Tell whether an entry is something done: no plan, and no note, which may be one or about somebody."""
    return not entry.about and not is_planned(entry) and (entry.kind != "note" or entry.star)


def is_label(entry: Entry) -> bool:
    """Tell whether an entry only names something: a word or two of an imported list, or a list's heading."""
    if entry.kind != "work" or is_highlight(entry) or entry.links:
        return False
    words = [word for word in entry.title.split() if any(char.isalnum() for char in word)]
    short = len(words) < LABEL_WORDS and len(entry.title) <= LONGEST_LABEL
    # A list's heading may be longer where it is written like one: `Identity & User Management`.
    heading = short or (len(words) < 2 * LABEL_WORDS and all(word[0].isupper() for word in words))
    lines = entry.body.splitlines()
    listed = bool(lines) and all(line.lstrip().startswith(("- ", "* ", "+ ")) for line in lines)
    return (listed and heading) or (short and entry.source.startswith("md:"))


def unseen_name(entry: Entry) -> str:
    """Return what sort of work that others rarely see an entry is, or nothing."""
    tags = {fold(tag) for tag in entry.tags}
    if entry.kind in ("review", "incident"):
        return entry.kind
    if entry.kind in ("learning", "kudos"):
        return ""
    return "docs" if tags & _DOCS else "help" if tags & _HELP else ""


def by_section(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return entries by where they are told: work, unseen, learning, thanks."""
    found: dict[str, list[Entry]] = {"work": [], "unseen": [], "learning": [], "thanks": []}
    for entry in entries:
        if entry.kind == "kudos":
            name = "thanks"
        elif entry.star or entry.kind == "win":
            name = "work"
        elif unseen_name(entry):
            name = "unseen"
        else:
            name = "learning" if entry.kind == "learning" or is_attended(entry) else "work"
        found[name].append(entry)
    return found


def _weight(entry: Entry) -> int:
    told = 3 * bool(entry.impact) + 3 * bool(entry.metrics)
    return 16 * entry.star + told + _WEIGHT.get(entry.kind, 0) + bool(entry.links) + bool(entry.body)


def best_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with the highlights first, then what says most of itself."""
    return sorted(
        entries,
        key=lambda entry: (
            not is_highlight(entry), -_weight(entry), -(entry.spent or 0), -entry.day.toordinal(), entry.id
        ),
    )  # fmt: skip


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (not entry.star, -entry.day.toordinal(), entry.id))


def theme(entry: Entry) -> str:
    """Return what an entry is told under: its project, else its first tag, else nothing."""
    return entry.project or (entry.tags[0] if entry.tags else "")


def _groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    by_theme: dict[str, list[Entry]] = {}
    for entry in entries:
        by_theme.setdefault(fold(theme(entry)), []).append(entry)
    loose: list[Entry] = []
    for name in list(by_theme):
        first, *more = by_theme[name]
        # A theme that was tagged once is no heading of its own, nor is a project that says its entry again.
        if name and not more and (not first.project or fold(first.title) == name):
            loose += by_theme.pop(name)
    if loose:
        by_theme.setdefault("", []).extend(loose)
    made = [_group(name, those) for name, those in by_theme.items()]
    return tuple(sorted(made, key=lambda group: (not group.name, -_score(group), fold(group.name))))


def _group(key: str, entries: Sequence[Entry]) -> Group:
    ranked = best_first(entries)
    name = theme(ranked[0]) if key else ""
    # Labels are told only where there is nothing else.
    worth = [entry for entry in ranked if not is_label(entry)] or ranked
    standing_out = sum(is_highlight(entry) for entry in worth)
    timed = sum(bool(entry.spent) for entry in entries)
    by_time = not standing_out and 2 * timed > len(entries)
    if by_time:
        worth.sort(key=lambda entry: -(entry.spent or 0))
    told = worth[: LONGEST if by_time else max(LEAST, standing_out)]
    spent = sum(entry.spent or 0 for entry in entries)
    return Group(name, tuple(told), len(entries) - len(told), len(entries), spent, timed, by_time)


def _score(group: Group) -> int:
    return sum(_weight(entry) for entry in group.entries if is_highlight(entry)) + group.total


def _unseen(entries: Iterable[Entry]) -> tuple[Unseen, ...]:
    found: dict[str, list[Entry]] = {"review": [], "incident": [], "help": [], "docs": []}
    for entry in entries:
        found[unseen_name(entry)].append(entry)
    return tuple(
        Unseen(name, tuple(ranked[:UNSEEN_LINES]), len(ranked[UNSEEN_LINES:]))
        for name, those in found.items()
        if (ranked := best_first(those))
    )
