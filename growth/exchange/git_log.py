"""Read what `git log` says: one entry a day and project, or one a commit."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from growth.exchange import git_days
from growth.exchange.git_commits import FORMAT as ONE
from growth.exchange.git_commits import UNIT, Commit, commit
from growth.exchange.git_references import web_address
from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading
from growth.records.packed import Packing, packed

FORMAT = "git"
MERGES = ("merge", "merges")
_COUNTED = re.compile(r"\s*(?P<n>\d+)\t.*<(?P<email>[^<>]*)>")
COUNT_AUTHORS = ("shortlog", "--summary", "--email", "--no-merges", "HEAD", "--")
ROOTS = ("rev-list", "--max-parents=0", "HEAD", "--")
ROOT = 8
# An author's day may be over, or not begun, where I am: git is asked for more, and the day decides.
MARGIN = datetime.timedelta(days=2)
_NO_DAY = "a commit with no date that a calendar has"


def arguments(since: Day | None, emails: Iterable[str]) -> list[str]:
    """Return the arguments of the `git` that `read` reads: my commits, the newest first.

    The mailmap is on, so `emails` are compared with what it makes of an author.
    """
    wanted = ["log", "--use-mailmap", "--no-color", "--no-show-signature", "--encoding=UTF-8"]
    wanted += ["-z", "--date=raw", f"--format={ONE}"]
    if since:
        # Without a time git takes the time of day that it is now.
        wanted.append(f"--since={_before(since).isoformat()}T00:00:00")
    wanted += ["--fixed-strings", "--regexp-ignore-case"]
    wanted += [f"--author=<{email}>" for email in emails]
    return [*wanted, "HEAD", "--"]


def _before(day: Day) -> Day:
    return day - MARGIN if day - Day.min > MARGIN else Day.min


def authors(data: bytes) -> list[tuple[str, int]]:
    """Return the e-mails in what `COUNT_AUTHORS` prints and their commits, the most first."""
    counts: Counter[str] = Counter()
    for line in data.decode("utf-8", "replace").splitlines():
        if found := _COUNTED.fullmatch(line):
            counts[found["email"].casefold()] += int(found["n"])
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _commits(data: bytes, misread: list[Misread]) -> Iterator[Commit]:
    place, number = 0, 0
    while place < len(data):
        end = data.find(b"\0", place)
        end = len(data) if end < 0 else end
        # Old commits hold bytes of any encoding: here alone a bad one is replaced and not refused.
        record = data[place:end].decode("utf-8", "replace")
        place = end + 1
        if not record:
            continue
        number += 1
        found = commit(record, number)
        if found:
            yield found
        else:
            misread.append(Misread(number, " ".join(record.replace(UNIT, " ").split()), "not a commit"))


def _undated(found: Iterable[Found]) -> list[Misread]:
    return [Misread(one.line, one.title, _NO_DAY, one) for one in found if one.day is None]


def read(
    data: bytes, *, project: str, remote: str = "", root: str = "", each: bool = False, merges: bool = False,
    since: Day | None = None, me: Iterable[str] = (),
) -> Reading:  # fmt: skip
    """Return an entry for each day on which its author made commits, or for each of them.

    `root` is the first commit of all, which tells the days of two repositories of one name apart; a
    commit's own second does so without it. `me` are the addresses that are nobody else's. A line is a
    commit's number.
    """
    misread: list[Misread] = []
    dated, undated = Packing[Commit](), Packing[Commit]()
    merged = 0
    for one in _commits(data, misread):
        if since and one.day and one.day < since:
            continue
        if one.is_merge and not merges:
            merged += 1
        else:
            (dated if one.day else undated).add(one)
    left = [(MERGES[merged > 1], merged)] if merged else []
    key = f"git:{project}:{root[:ROOT]}" if root else f"git:{project}"
    mine = frozenset(email.casefold() for email in me)
    web, name = web_address(remote), f"git:{project}"
    misread += _undated(git_days.each(undated.done(), project=project, key=name, web=web, me=mine))
    if each:
        found = packed(git_days.each(dated.done(), project=project, key=name, web=web, me=mine))
    else:
        folded = Counter[tuple[str, str]]()
        found = packed(git_days.days(dated.done(), folded, project=project, key=key, web=web, me=mine))
        left += [(words[count > 1], count) for words, count in folded.items() if count]
    misread.sort(key=lambda piece: piece.line)
    return Reading(format=FORMAT, found=found, misread=tuple(misread), left=tuple(left))
