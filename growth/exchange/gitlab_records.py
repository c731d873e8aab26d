"""The fields that GitLab's records have, as its API returns them and as `glab -F json` prints them."""

import re
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec

from growth.exchange.forge import Place, Who

_WHERE = re.compile(
    r"(?P<web>https?://(?P<host>[^/\s]+)/(?P<repo>[^\s?#]+?))"
    r"/(?:-/)?(?P<what>merge_requests|issues|commit)/(?P<id>[0-9a-f]+)(?:[/#?]\S*)?"
)
_PATH = re.compile(r"/api/v4/projects/(?P<repo>[^/?]+)(?:/(?P<what>merge_requests|issues)/(?P<id>\d+))?")
_HOME = "gitlab.com"
_BOT = re.compile(r"(?:.*[-_.])?bot(?:[-_.\d].*)?", re.IGNORECASE | re.DOTALL)


class User(msgspec.Struct):
    username: str = ""
    name: str | None = None
    email: str | None = None
    public_email: str | None = None
    bot: bool | None = None


class Label(msgspec.Struct):
    name: str = ""


class References(msgspec.Struct):
    full: str = ""


class Approval(msgspec.Struct):
    user: User | None = None
    approved_at: str | None = None


class Record(msgspec.Struct):
    """Any of them: a merge request, an issue, a note, the approvals of a request, a commit, a user."""

    id: int | str | None = None
    iid: int | None = None
    title: str | None = None
    description: str | None = None
    state: str | None = None
    web_url: str | None = None
    references: References | None = None
    project_id: int | None = None
    author: User | None = None
    created_at: str | None = None
    merged_at: str | None = None
    closed_at: str | None = None
    closed_by: User | None = None
    assignee: User | None = None
    assignees: list[User] | None = None
    labels: list[Label | str] | None = None
    source_branch: str | None = None
    approved_by: list[Approval] | None = None
    approvals_required: int | None = None
    noteable_type: str | None = None
    noteable_iid: int | None = None
    system: bool = False
    body: str | None = None
    short_id: str | None = None
    message: str | None = None
    author_name: str | None = None
    author_email: str | None = None
    authored_date: str | None = None
    parent_ids: list[Any] | None = None
    username: str | None = None


class Exchange(msgspec.Struct, forbid_unknown_fields=False):
    """A request and its answer, as programs record them to be played again."""

    scope: str
    method: str
    path: str
    response: msgspec.Raw
    status: int = 200


class Where(NamedTuple):
    """What a record is about: `what` is merge_requests, issues, commit or nothing."""

    place: Place
    what: str
    id: str

    @property
    def key(self) -> str:
        return f"{self.place.full}/{self.what}/{self.id}"

    @property
    def link(self) -> str:
        return f"{self.place.web}/-/{self.what}/{self.id}" if self.place.web else ""


NOWHERE = Where(Place("", ""), "", "")


class Read(NamedTuple):
    """One record as it was read, its number, and what it is about."""

    line: int
    record: Record
    where: Where

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label if isinstance(label, str) else label.name for label in self.record.labels or ())


def who(user: User | None, *more: str | None) -> tuple[Who, ...]:
    """Return somebody by all that they are called; nobody where no name is given."""
    own = (user.username, user.email, user.public_email, user.name) if user else ()
    names = [name for name in (*own, *more) if name]
    if not names:
        return ()
    is_bot = user is not None and (bool(user.bot) or _BOT.fullmatch(user.username) is not None)
    return (Who(frozenset(name.casefold() for name in names), names[0], is_bot),)


def where(record: Record, around: Where) -> Where:
    """Return what a record is about: by its own address, else by that of the request that got it."""
    match = _WHERE.fullmatch(record.web_url or "") if len(record.web_url or "") < 1000 else None
    if match:
        return Where(_place(match["host"], match["repo"], match["web"]), match["what"], match["id"])
    what = around.what
    if record.noteable_type:
        what = "merge_requests" if record.noteable_type == "MergeRequest" else "issues"
    elif record.short_id:
        return Where(around.place, "commit", str(record.id))
    elif record.iid is not None and not what:
        is_request = record.source_branch is not None or record.approvals_required is not None
        what = "merge_requests" if is_request else "issues"
    number = record.noteable_iid if record.noteable_iid is not None else record.iid
    place = around.place
    if not place.full and record.project_id is not None:
        place = Place(str(record.project_id), "")
    if record.references and not place.web:
        full = re.split(r"[!#]", record.references.full)[0]
        place = Place(full, full.rpartition("/")[2]) if full else place
    return Where(place, what, around.id if number is None else str(number))


def asked(exchange: Exchange) -> Where:
    """Return what a recorded request was about."""
    match = _PATH.match(exchange.path)
    if match is None:
        return NOWHERE
    scope = exchange.scope.removesuffix(":443").removesuffix(":80")
    host, repo = scope.partition("://")[2], unquote(match["repo"])
    place = Place(repo, "") if repo.isdigit() else _place(host, repo, f"{scope}/{repo}")
    return Where(place, match["what"] or "", match["id"] or "")


def _place(host: str, repo: str, web: str) -> Place:
    full = repo if host == _HOME else f"{host}/{repo}"
    return Place(full, repo.rpartition("/")[2], web)
