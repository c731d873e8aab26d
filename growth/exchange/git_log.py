"""Read what `git log` says: one entry a day and project, the subjects of its commits as the body."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading

FORMAT = "git"
UNIT = "\x1f"
_FORMAT = "%x1f".join(("%H", "%ad", "%aE", "%s"))
# The farthest clocks of the world; a zone beyond them is a broken commit, and read as UTC.
_FARTHEST = 14 * 60
_RAW_DATE = re.compile(r"(?P<seconds>-?\d{1,15}) (?P<sign>[-+])(?P<hours>\d{2,})(?P<minutes>\d\d)")
_SCP = re.compile(r"(?:[^@/\s]+@)?(?P<host>[^:/\s]+\.[^:/\s]+):(?!//)(?P<path>[^\s]+)")
_URL = re.compile(r"(?:https?|ssh|git)://(?:[^@/\s]*@)?(?P<host>[^:/\s]+)(?P<port>:\d+)?/(?P<path>\S+)")
_COUNTED = re.compile(r"\s*(?P<n>\d+)\t.*<(?P<email>[^<>]*)>")
COUNT_AUTHORS = ("shortlog", "--summary", "--email", "--no-merges", "HEAD", "--")
ROOTS = ("rev-list", "--max-parents=0", "HEAD", "--")
LINKS = 5
ROOT = 8


class _Commit(NamedTuple):
    hash: str
    seconds: int
    day: Day
    subject: str


def arguments(since: Day | None, emails: Iterable[str], *, branches: bool = False) -> list[str]:
    """Return the arguments of the `git` that `read` reads: my commits without merges, oldest last.

    The mailmap is on, so `emails` are compared with what it makes of an author. `branches` takes
    every local branch in place of the one that is checked out.
    """
    wanted = ["log", "--no-merges", "--use-mailmap", "--no-color", "--no-show-signature", "--encoding=UTF-8"]
    wanted += ["-z", "--date=raw", f"--format={_FORMAT}"]
    if since:
        # Without a time git takes the time of day that it is now.
        wanted.append(f"--since={since.isoformat()}T00:00:00")
    wanted += ["--fixed-strings", "--regexp-ignore-case"]
    wanted += [f"--author=<{email}>" for email in emails]
    return [*wanted, "--branches" if branches else "HEAD", "--"]


def authors(data: bytes) -> list[tuple[str, int]]:
    """Return the e-mails in what `COUNT_AUTHORS` prints and their commits, the most first."""
    counts: Counter[str] = Counter()
    for line in data.decode("utf-8", "replace").splitlines():
        if found := _COUNTED.fullmatch(line):
            counts[found["email"].casefold()] += int(found["n"])
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def web_address(remote: str) -> str:
    """Return the address of a repository for a browser, without anybody's password, or an empty string."""
    match = _URL.fullmatch(remote.strip()) or _SCP.fullmatch(remote.strip())
    if match is None:
        return ""
    web = remote.strip().startswith(("http://", "https://"))
    port = (match.groupdict().get("port") or "") if web else ""
    scheme = "http" if remote.strip().startswith("http://") else "https"
    return f"{scheme}://{match['host']}{port}/{match['path'].strip('/').removesuffix('.git')}"


def _local_day(raw: str) -> Day | None:
    match = _RAW_DATE.fullmatch(raw.strip())
    if match is None:
        return None
    minutes = int(match["hours"]) * 60 + int(match["minutes"])
    if minutes > _FARTHEST or int(match["minutes"]) > 59:
        minutes = 0
    offset = -minutes if match["sign"] == "-" else minutes
    try:
        epoch = datetime.datetime(1970, 1, 1)
        return (epoch + datetime.timedelta(seconds=int(match["seconds"]) + offset * 60)).date()
    except OverflowError:
        return None


def _commits(data: bytes) -> tuple[list[_Commit], list[Misread]]:
    commits: list[_Commit] = []
    misread: list[Misread] = []
    # Old commits hold bytes of any encoding: here alone a bad one is replaced and not refused.
    text = data.decode("utf-8", "replace")
    for number, record in enumerate(filter(None, text.split("\0")), 1):
        fields = record.strip("\n").split(UNIT, 3)
        day = _local_day(fields[1]) if len(fields) == 4 else None
        if day is None:
            why = "a commit with no date that a calendar has" if len(fields) == 4 else "not a commit"
            misread.append(Misread(number, " ".join(record.replace(UNIT, " ").split()), why))
            continue
        seconds = int(fields[1].split()[0])
        commits.append(_Commit(fields[0], seconds, day, " ".join(fields[3].split()) or "(no subject)"))
    return commits, misread


def _digest(commits: list[_Commit]) -> str:
    """Return what tells two states of a day apart; a rebase, which changes hashes alone, is none."""
    from hashlib import blake2b

    return blake2b("\n".join(commit.subject for commit in commits).encode(), digest_size=4).hexdigest()


def _title(commits: list[_Commit]) -> str:
    more = len(commits) - 1
    if not more:
        return commits[0].subject
    return f"{commits[0].subject}, and {more} more {'commit' if more == 1 else 'commits'}"


def _day(commits: list[_Commit], day: Day, project: str, name: str, web: str, line: int) -> Found:
    # git says the newest first: turned round before sorting, commits of one second stay in their order.
    commits = commits[::-1]
    commits.sort(key=lambda commit: commit.seconds)
    several = len(commits) > 1
    folder = "-/commit" if "gitlab" in web else "commit"
    return Found(
        line=line,
        day=day,
        precision="day",
        kind="work",
        title=_title(commits),
        body="\n".join(f"- {commit.subject}" for commit in commits) if several else "",
        project=project,
        links=tuple(f"{web}/{folder}/{commit.hash}" for commit in commits[:LINKS]) if web else (),
        source=f"git:{name}:{day.isoformat()}",
        version=_digest(commits),
    )


def read(data: bytes, *, project: str, remote: str = "", root: str = "") -> Reading:
    """Return an entry for each day on which its author made commits; a line is a commit's number.

    `root` is the first commit of all, which tells two repositories of one name apart.
    """
    commits, misread = _commits(data)
    days: dict[Day, list[_Commit]] = {}
    first: dict[Day, int] = {}
    for number, commit in enumerate(commits, 1):
        days.setdefault(commit.day, []).append(commit)
        first.setdefault(commit.day, number)
    web = web_address(remote)
    name = f"{project}:{root[:ROOT]}" if root else project
    found = tuple(_day(days[day], day, project, name, web, first[day]) for day in sorted(days))
    return Reading(format=FORMAT, found=found, misread=tuple(misread))
