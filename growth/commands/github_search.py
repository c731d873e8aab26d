"""What GitHub knows of my work, asked through `gh`, its own program, which the user has signed in."""

import datetime
from collections.abc import Iterator

from growth import programs
from growth.app import App
from growth.errors import Refused, SystemRefused
from growth.exchange import github, json_pages
from growth.exchange.github_records import Role
from growth.records.dates import Day
from growth.records.imported import Reading, ReadOptions

NAME = "gh"
# GitHub's search finds no more than that.
MOST = 1000
_FIELDS = "number,title,url,author,repository,state,createdAt,closedAt,labels,body"
# GitHub's days are those of UTC; mine decides.
_MARGIN = datetime.timedelta(days=1)
_SECONDS = 300.0
_SIGNED_OUT = ("auth login", "GH_TOKEN", "HTTP 401", "GITHUB_TOKEN")
_INSTALL = "see https://cli.github.com"
_BY_FILE = "or save it elsewhere: gh pr list --json number,title,url,author,state,mergedAt > prs.json"


def reading(app: App, authors: tuple[str, ...], options: ReadOptions) -> Reading:
    """Return what `gh` finds of mine, or of the logins named; it says what it runs before it does."""
    parts: list[tuple[Role, bytes]] = []
    for login in dict.fromkeys(authors or ("me",)):
        for role, arguments in _searches("@me" if login == "me" else login, options.since):
            app.screen.say(f"running: gh {' '.join(arguments[: arguments.index('--limit')])}")
            parts.append((role, _run([NAME, *arguments])))
    found = github.read_parts(parts, name=NAME, options=options)
    for role, data in parts:
        if sum(1 for _ in json_pages.items(data, NAME)) >= MOST:
            app.screen.say(f"as {role} gh finds {MOST} and no more: name a later --since, or a file")
    return found


def _searches(login: str, since: Day | None) -> Iterator[tuple[Role, list[str]]]:
    day = f">={since - _MARGIN}" if since and since - Day.min > _MARGIN else ""
    yield "author", _search("prs", "--author", login, "--merged", *(("--merged-at", day) if day else ()))
    # Of a review itself a search tells no day; one's own pull requests are none.
    reviewed = _search("prs", "--reviewed-by", login, *(("--updated", day) if day else ()))
    yield "reviewer", [*reviewed, "--", f"-author:{login}"]
    closed = ("--closed", day) if day else ()
    yield "assignee", _search("issues", "--assignee", login, "--state", "closed", *closed)


def _search(what: str, *arguments: str) -> list[str]:
    return ["search", what, *arguments, "--limit", str(MOST), "--json", _FIELDS]


def _run(arguments: list[str]) -> bytes:
    try:
        return programs.run(arguments, seconds=_SECONDS)
    except SystemRefused as refusal:
        raise SystemRefused(refusal.message, f"{_INSTALL}, {_BY_FILE}") from None
    except Refused as refusal:
        if any(word in refusal.message for word in _SIGNED_OUT):
            raise Refused("gh is not signed in to GitHub", f"gh auth login; {_BY_FILE}") from None
        raise Refused(refusal.message, f"try that command by itself; {_BY_FILE}") from None
