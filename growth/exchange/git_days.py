"""Commits as entries: those of a day and project in one, or each for itself."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from growth.exchange import git_references, git_subjects
from growth.exchange.git_commits import Commit
from growth.records.dates import Day
from growth.records.entry import EntryKind
from growth.records.imported import Found
from growth.records.packed import in_order
from growth.records.seen import Counted

REVERTED = ("commit reverted on the same day", "commits reverted on the same day")
# No calendar has a second that far off, and no history as many commits.
_FAR, _MANY = 1 << 38, 1 << 24
BUMPS = ("version bump", "version bumps")


def days(
    commits: Sequence[Commit], left: Counter[tuple[str, str]], *, project: str, key: str, web: str = "",
    me: frozenset[str] = frozenset(),
) -> Iterator[Found]:  # fmt: skip
    """Yield an entry for each day, and count in `left` what of the commits tells of no work.

    A day is judged by itself, so that it reads the same however far back one looks.
    """
    trackers = git_references.trackers(commits)
    for day, of_day in itertools.groupby(in_order(commits, _ordinal), lambda one: one.day):
        those = _in_order([*of_day])
        gone = git_subjects.undone(those)
        left[REVERTED] += len(gone)
        kept = [commit for commit in those if commit.line not in gone]
        told = [commit for commit in kept if not git_subjects.is_bump(commit.subject)]
        left[BUMPS] += len(kept) - len(told)
        if day and told:
            links = git_references.links(told, web, trackers)
            yield _day(told, day, project, f"{key}:{day.isoformat()}", links, me)


def _ordinal(commit: Commit) -> int:
    return commit.day.toordinal() if commit.day else 0


def _in_order(commits: Sequence[Commit]) -> list[Commit]:
    """Return commits, the newest of which is said first, the oldest first, also within one second."""
    ordered = list(reversed(commits))
    ordered.sort(key=lambda one: one.seconds)
    return ordered


def _second(commit: Commit) -> int:
    """Return the place of a commit by its time; of one second git says the newest first."""
    return max(-_FAR, min(commit.seconds, _FAR)) * _MANY - commit.line


def _day(
    commits: list[Commit], day: Day, project: str, source: str, links: tuple[str, ...], me: frozenset[str]
) -> Found:
    more = len(commits) - 1
    title = commits[0].subject
    return Found(
        line=min(commit.line for commit in commits),
        day=day,
        precision="day",
        kind=_kind(commits),
        title=f"{title}, and {more} more {'commit' if more == 1 else 'commits'}" if more else title,
        body="\n".join(f"- {commit.subject}" for commit in commits) if more else "",
        tags=_tags(commits),
        project=project,
        links=links,
        people=_people(commits, me),
        source=source,
        version=digest("\n".join(commit.subject for commit in commits), 4),
    )


def each(
    commits: Sequence[Commit], *, project: str, key: str, web: str = "", me: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """Yield an entry for each commit, the oldest first; nothing is folded, so that all are counted.

    Its key is the author's second and the subject: a rebase changes neither.
    """
    trackers = git_references.trackers(commits)
    seen = Counted()
    for commit in in_order(commits, _second):
        source = f"{key}:{commit.seconds}-{digest(commit.subject, 6)}"
        nth = seen.nth(source)
        yield Found(
            line=commit.line,
            day=commit.day,
            precision="day" if commit.day else "none",
            kind=_kind([commit]),
            title=commit.subject,
            body=commit.text,
            tags=_tags([commit]),
            project=project,
            links=git_references.links([commit], web, trackers),
            people=_people([commit], me),
            source=f"{source}-{nth}" if nth > 1 else source,
            version=digest(commit.text, 4),
        )


def _kind(commits: Iterable[Commit]) -> EntryKind:
    kinds = {git_subjects.kind_of(commit.subject) for commit in commits}
    return kinds.pop() if len(kinds) == 1 else "work"


def _tags(commits: Iterable[Commit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for commit in commits if (tag := git_subjects.tag_of(commit.subject))))


def _people(commits: Iterable[Commit], me: frozenset[str]) -> tuple[str, ...]:
    """Return who wrote it with me; programs sign themselves, too, and are nobody."""
    named = dict.fromkeys(raw for commit in commits for raw in commit.co_authors)
    return tuple(raw for raw in named if raw.partition("<")[2].rstrip("> ").casefold() not in me)


def digest(text: str, size: int) -> str:
    """Return what tells two texts apart; hashes of commits are in none, so that a rebase changes nothing."""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "replace"), digest_size=size).hexdigest()
