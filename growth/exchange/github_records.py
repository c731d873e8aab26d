"""The fields that GitHub's records have, as its API returns them and as `gh --json` prints them."""

import re
from typing import Literal, NamedTuple

import msgspec
from msgspec import field

from growth.exchange.forge import Place, Who

# Gitea and Forgejo, which return the same records, say `pulls`.
_WHERE = re.compile(
    r"(?P<web>https?://(?P<host>[^/\s]+)/(?P<repo>[^/\s]+/(?P<name>[^/\s]+)))"
    r"/(?P<what>pulls?|issues|commits?)/(?P<id>[0-9a-f]+)(?P<rest>[/#?]\S*)?"
)
# What a search was for, which its results do not say: my own, what I reviewed, what is assigned to me.
Role = Literal["", "author", "reviewer", "assignee"]
_HOME = "github.com"
_BOT = re.compile(r"app/.*|.*\[bot\]|(?:.*[-_.])?bot(?:[-_.\d].*)?", re.IGNORECASE | re.DOTALL)


class User(msgspec.Struct):
    login: str = ""
    name: str | None = None
    email: str | None = None
    type: str | None = None
    is_bot: bool = False


class Label(msgspec.Struct):
    name: str = ""


class Linked(msgspec.Struct):
    """What an issue that is a pull request has of it."""

    merged_at: str | msgspec.UnsetType | None = msgspec.UNSET


class Review(msgspec.Struct):
    author: User | None = None
    state: str = ""
    submitted: str | None = field(name="submittedAt", default=None)


class Signed(msgspec.Struct):
    name: str = ""
    email: str = ""
    date: str = ""


class Message(msgspec.Struct):
    message: str = ""
    author: Signed | None = None


class Record(msgspec.Struct):
    """Any of them: a pull request, an issue, a review, a commit or a comment."""

    html_url: str | None = None
    url: str | None = None
    number: int | None = None
    title: str | None = None
    body: str | None = None
    state: str | None = None
    user: User | None = None
    author: User | None = None
    created_at: str | None = None
    created: str | None = field(name="createdAt", default=None)
    merged_at: str | None = None
    merged: str | None = field(name="mergedAt", default=None)
    closed_at: str | None = None
    closed: str | None = field(name="closedAt", default=None)
    submitted_at: str | None = None
    state_reason: str | None = None
    reason: str | None = field(name="stateReason", default=None)
    closed_by: User | None = None
    assignee: User | None = None
    assignees: list[User] | None = None
    labels: list[Label | str] | None = None
    pull_request: Linked | None = None
    reviews: list[Review] | None = None
    sha: str | None = None
    commit: Message | None = None
    parents: list[msgspec.Raw] | None = None

    @property
    def link(self) -> str:
        """Return where a browser finds it."""
        return self.html_url or self.url or ""


def who(user: User | None, *more: str) -> tuple[Who, ...]:
    """Return somebody by all that they are called; nobody for an account that is gone."""
    names = [name for name in ((user.login, user.email or "") if user else ()) if name]
    names += [name for name in more if name]
    if not names:
        return ()
    is_bot = user is not None and (
        user.is_bot or user.type == "Bot" or _BOT.fullmatch(user.login) is not None
    )
    return (Who(frozenset(name.casefold() for name in names), names[0].removeprefix("app/"), is_bot),)


class Where(NamedTuple):
    """The place that the address of a record names: `what` is pull, issues or commit."""

    place: Place
    what: str
    id: str
    rest: str

    @property
    def key(self) -> str:
        return f"{self.place.full}/{self.what}/{self.id}"


def where(url: str) -> Where | None:
    """Return what an address of a record names, or None where it is none of a forge."""
    match = _WHERE.fullmatch(url)
    if match is None or len(url) > 1000:
        return None
    full = match["repo"] if match["host"] == _HOME else f"{match['host']}/{match['repo']}"
    what = match["what"] if match["what"] == "issues" else match["what"].removesuffix("s")
    return Where(Place(full, match["name"], match["web"]), what, match["id"], match["rest"] or "")


class Read(NamedTuple):
    """One record as it was read, its number, and what it was searched for."""

    line: int
    role: Role
    record: Record
    where: Where

    @property
    def is_comment(self) -> bool:
        return self.where.rest.startswith(("#issuecomment", "#discussion", "#commitcomment"))

    @property
    def is_review(self) -> bool:
        return self.where.rest.startswith("#pullrequestreview")

    @property
    def is_pull(self) -> bool:
        return not self.where.rest.startswith("#") and (
            self.where.what == "pull" or self.record.pull_request is not None
        )

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label if isinstance(label, str) else label.name for label in self.record.labels or ())
