"""Invented records in the shapes that forges and trackers return."""

import datetime
import json
from typing import Any

from growth.records.imported import Found, Reading, ReadOptions

TODAY = datetime.date(2026, 11, 24)


def options(*me: str) -> ReadOptions:
    return ReadOptions(today=TODAY, me=frozenset(me))


def pages(*values: Any) -> bytes:
    """Return JSON documents one after another, as programs print their pages."""
    return "".join(json.dumps(value) for value in values).encode()


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(str(one.day), one.kind, one.title) for one in reading.found]


def source(found: Found) -> str:
    return f"{found.source}#{found.version}"


def user(login: str, type: str = "User") -> dict[str, Any]:
    return {"login": login, "id": 1, "type": type, "html_url": f"https://github.com/{login}"}


def pull(number: int, by: str = "ana", **more: Any) -> dict[str, Any]:
    """Return a pull request as GitHub's API does."""
    place = f"search/ranker/pull/{number}"
    return {
        "url": f"https://api.github.com/repos/{place}", "html_url": f"https://github.com/{place}",
        "number": number, "title": f"Part {number}", "body": "", "state": "closed", "user": user(by),
        "created_at": "2026-03-02T09:00:00Z", "merged_at": f"2026-03-{number:02}T09:00:00Z",
        "closed_at": f"2026-03-{number:02}T09:00:00Z", "labels": [], "assignees": [], "comments": 3,
    } | more  # fmt: skip


def issue(number: int, *assignees: str, **more: Any) -> dict[str, Any]:
    """Return an issue as GitHub's API does."""
    return {
        "url": f"https://api.github.com/repos/search/ranker/issues/{number}",
        "html_url": f"https://github.com/search/ranker/issues/{number}", "number": number,
        "title": f"Fault {number}", "body": "Said by somebody.", "state": "closed", "user": user("zoe"),
        "assignees": [user(login) for login in assignees], "assignee": None, "closed_by": None,
        "closed_at": f"2026-04-{number:02}T23:30:00Z", "labels": [{"id": 1, "name": "Good first issue"}],
    } | more  # fmt: skip


def review(number: int, by: str, state: str = "APPROVED", day: int = 5) -> dict[str, Any]:
    """Return a review as GitHub's API does: it names no title."""
    place = f"https://github.com/search/ranker/pull/{number}"
    return {
        "id": 1, "user": user(by), "body": "", "state": state, "submitted_at": f"2026-03-{day:02}T10:00:00Z",
        "html_url": f"{place}#pullrequestreview-{day}", "pull_request_url": "https://api.github.com/x",
    }  # fmt: skip


def commit(letter: str, text: str, by: str = "ana", stamp: str = "2026-03-04T12:00:00Z") -> dict[str, Any]:
    """Return a commit as GitHub's API does."""
    return {
        "sha": letter * 40, "html_url": f"https://github.com/search/ranker/commit/{letter * 40}",
        "url": "https://api.github.com/x", "author": user(by), "parents": [{"sha": "0" * 40}],
        "commit": {"message": text, "author": {"name": by, "email": f"{by}@example.org", "date": stamp}},
    }  # fmt: skip


def printed(number: int, by: str | None = "ana", **more: Any) -> dict[str, Any]:
    """Return a pull request as `gh pr list --json` prints it."""
    author = {"author": {"login": by, "is_bot": False, "name": ""}} if by else {}
    return {
        "number": number, "title": f"Part {number}", "state": "MERGED",
        "url": f"https://github.com/search/ranker/pull/{number}",
        "mergedAt": f"2026-03-{number:02}T09:00:00Z", "createdAt": "2026-03-01T09:00:00Z",
    } | author | more  # fmt: skip


def request(number: int, by: str = "ana", **more: Any) -> dict[str, Any]:
    """Return a merge request as GitLab's API and `glab -F json` do."""
    return {
        "id": 100 + number, "iid": number, "project_id": 5, "title": f"Part {number}", "description": "",
        "state": "merged", "merged_at": f"2026-03-{number:02}T09:00:00.000Z", "closed_at": None,
        "created_at": "2026-03-01T09:00:00.000Z", "source_branch": "part", "labels": ["Search team"],
        "author": {"id": 1, "username": by, "name": by.title(), "state": "active"},
        "web_url": f"https://gitlab.example.org/search/ranker/-/merge_requests/{number}",
    } | more  # fmt: skip


def note(by: str, body: str, *, system: bool = False, day: int = 5, **more: Any) -> dict[str, Any]:
    """Return a note on merge request 7 as GitLab's API does."""
    return {
        "id": 1, "body": body, "author": {"username": by, "name": by.title()}, "system": system,
        "created_at": f"2026-03-{day:02}T10:00:00.000Z", "noteable_type": "MergeRequest",
        "noteable_id": 107, "noteable_iid": 7, "project_id": 5,
    } | more  # fmt: skip


def exchange(path: str, response: Any, status: int = 200) -> dict[str, Any]:
    """Return a request and its answer as programs record them."""
    return {
        "scope": "https://gitlab.example.org:443", "method": "GET", "path": f"/api/v4/projects/{path}",
        "body": "", "status": status, "response": response, "rawHeaders": [],
    }  # fmt: skip


def jira(number: int, assignee: str | None = "ana", **more: Any) -> dict[str, Any]:
    """Return an issue as a search of Jira's does."""
    person = {
        "displayName": f"{assignee} Silva",
        "emailAddress": f"{assignee}@example.org",
        "accountId": "a1",
    }
    fields = {
        "summary": f"Fault {number}", "status": {"name": "Done", "statusCategory": {"key": "done"}},
        "resolution": {"name": "Done"}, "resolutiondate": f"2026-03-{number:02}T23:30:00.000-0800",
        "assignee": person if assignee else None, "project": {"key": "PAY", "name": "Payments"},
        "issuetype": {"name": "Bug"}, "labels": ["search"],
    } | more  # fmt: skip
    self = f"https://jira.example.org/rest/api/2/issue/{number}"
    return {"id": str(number), "self": self, "key": f"PAY-{number}", "fields": fields}
