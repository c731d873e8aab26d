"""Read what `git log` says: one entry a day and project, or one a commit."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable

from growth.exchange import git_days
from growth.exchange.git_commits import FORMAT as ONE
from growth.exchange.git_commits import UNIT, Commit, commit
from growth.exchange.git_references import web_address
from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading

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


def _commits(data: bytes) -> tuple[list[Commit], list[Misread]]:
    commits: list[Commit] = []
    misread: list[Misread] = []
    # Old commits hold bytes of any encoding: here alone a bad one is replaced and not refused.
    text = data.decode("utf-8", "replace")
    for number, record in enumerate(filter(None, text.split("\0")), 1):
        found = commit(record, number)
        if found is None:
            misread.append(Misread(number, " ".join(record.replace(UNIT, " ").split()), "not a commit"))
        else:
            commits.append(found)
    return commits, misread


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
    commits, misread = _commits(data)
    if since:
        commits = [one for one in commits if one.day is None or one.day >= since]
    told = [one for one in commits if merges or not one.is_merge]
    merged = len(commits) - len(told)
    left = [(MERGES[merged > 1], merged)] if merged else []
    key = f"git:{project}:{root[:ROOT]}" if root else f"git:{project}"
    mine = frozenset(email.casefold() for email in me)
    web, name = web_address(remote), f"git:{project}"
    undated = [one for one in told if one.day is None]
    misread += _undated(git_days.each(undated, project=project, key=name, web=web, me=mine))
    if each:
        dated = [one for one in told if one.day]
        found = git_days.each(dated, project=project, key=name, web=web, me=mine)
    else:
        found, folded = git_days.days(told, project=project, key=key, web=web, me=mine)
        left += folded
    misread.sort(key=lambda piece: piece.line)
    return Reading(format=FORMAT, found=tuple(found), misread=tuple(misread), left=tuple(left))
