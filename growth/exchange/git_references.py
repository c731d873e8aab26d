"""Where the commits and issues of a repository are on the web."""

import re
from collections.abc import Iterable, Iterator

from growth.exchange.git_commits import Commit

_SCP = re.compile(r"(?:[^@/\s]+@)?(?P<host>[^:/\s]+\.[^:/\s]+):(?!//)(?P<path>[^\s]+)")
_URL = re.compile(r"(?:https?|ssh|git)://(?:[^@/\s]*@)?(?P<host>[^:/\s]+)(?P<port>:\d+)?/(?P<path>\S+)")
_NUMBER = re.compile(
    r"(?P<pull>\bpull request |\bmerge request |(?<!\w)!)?"
    r"(?:(?<![\w/])(?P<repo>[\w.-]+/[\w.-]+)#|(?<![\w&/])#|\bGH-|(?<=!))(?P<number>\d{1,9})\b"
)
# A forge that joins the commits of a pull request into one ends its subject so.
_SQUASHED = re.compile(r"\(#(?P<number>\d{1,9})\)$")
_KEY = re.compile(r"\b(?P<project>[A-Z][A-Z0-9]{1,9})-\d{1,7}\b")
_PLACE = re.compile(
    r"https?://[^\s<>()\"']+/(?:(?P<browse>browse/(?P<project>[A-Z][A-Z0-9]+)-\d+)"
    r"|(?:-/)?(?:issues|pull|merge_requests)/\d+)"
)
_REFERS = re.compile(r"(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references?|see(?:-also)?|issues?|"
                     r"bug|part-of|related(?:-to)?|relates-to|link|jira|ticket)", re.IGNORECASE)  # fmt: skip
_SENTENCE = re.compile(rf"^{_REFERS.pattern}:?\s+\S+(?:,\s*\S+)*\.?$", re.IGNORECASE | re.MULTILINE)
LINKS = 5
# How much of a message is looked at.
LONGEST = 4000


def web_address(remote: str) -> str:
    """Return the address of a repository for a browser, without anybody's password, or an empty string."""
    match = _URL.fullmatch(remote.strip()) or _SCP.fullmatch(remote.strip())
    if match is None:
        return ""
    web = remote.strip().startswith(("http://", "https://"))
    port = (match.groupdict().get("port") or "") if web else ""
    scheme = "http" if remote.strip().startswith("http://") else "https"
    return f"{scheme}://{match['host']}{port}/{match['path'].strip('/').removesuffix('.git')}"


def links(commits: Iterable[Commit], web: str, trackers: dict[str, str]) -> tuple[str, ...]:
    """Return the first addresses of these commits, then of the issues that they name."""
    commits = tuple(commits)
    folder = "-/commit" if _is_gitlab(web) else "commits" if "bitbucket" in web else "commit"
    own = [f"{web}/{folder}/{commit.hash}" for commit in commits] if web else []
    issues = dict.fromkeys(place for commit in commits for place in _issues(commit, web, trackers))
    return tuple(dict.fromkeys((*own[:LINKS], *list(issues)[:LINKS])))


def trackers(commits: Iterable[Commit]) -> dict[str, str]:
    """Return where the issues of a project are, by its letters, as far as a message writes one out."""
    found: dict[str, set[str]] = {}
    for commit in commits:
        for match in _PLACE.finditer(f"{commit.subject}\n{commit.text}"[:LONGEST]):
            if match["browse"]:
                found.setdefault(match["project"], set()).add(match[0].removesuffix(match["browse"]))
    return {project: places.pop() for project, places in found.items() if len(places) == 1}


def _issues(commit: Commit, web: str, trackers: dict[str, str]) -> Iterator[str]:
    said = [value for key, value in commit.trailers if _REFERS.fullmatch(key)]
    said += [match[0] for match in _SENTENCE.finditer(commit.body[:LONGEST])]
    text = "\n".join((commit.subject, *said))[:LONGEST]
    for match in _PLACE.finditer(text):
        yield match[0]
    text = _PLACE.sub(" ", text)
    squashed = _SQUASHED.search(commit.subject)
    for match in _NUMBER.finditer(text) if web else ():
        pulled = match["pull"] or (squashed and squashed["number"] == match["number"] and not match["repo"])
        yield _place(web, match["repo"] or "", bool(pulled), match["number"])
    for match in _KEY.finditer(text):
        if match["project"] in trackers:
            yield f"{trackers[match['project']]}browse/{match[0]}"


def _place(web: str, repository: str, is_pull: bool, number: str) -> str:
    if repository:
        scheme, _, rest = web.partition("://")
        web = f"{scheme}://{rest.partition('/')[0]}/{repository}"
    if _is_gitlab(web):
        return f"{web}/-/{'merge_requests' if is_pull else 'issues'}/{number}"
    return f"{web}/{'pull' if is_pull else 'issues'}/{number}"


def _is_gitlab(web: str) -> bool:
    return "gitlab" in web
