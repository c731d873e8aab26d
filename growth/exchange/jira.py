"""Jira's issues, as a search of its API returns them: what is resolved is work of who it is assigned to."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import forge, json_pages
from growth.exchange.forge import Deed, Place, Who
from growth.exchange.forge_entries import entry
from growth.exchange.formats import Head
from growth.records.imported import Misread, Reading, ReadOptions
from growth.text import parser_words

FORMAT = "jira"
_LISTS = ("issues", "values")
_SELF = re.compile(r"(?P<base>https?://(?P<host>[^/\s]+)(?:/[^/\s]+)*?)/rest/\S*")
# A resolution that names no work: what was declined, or was none.
_NOT_DONE = re.compile(
    r"(?:won.?t|will not|not|cannot|can.?t|duplicate|declined|cancell?ed|invalid|incomplete|obsolete"
    r"|abandoned|rejected)\b.*",
    re.IGNORECASE,
)
_ORDINARY = frozenset(("task", "sub-task", "subtask", "story"))


class _Named(msgspec.Struct):
    name: str | None = None
    key: str | None = None


class _Status(msgspec.Struct):
    name: str | None = None
    category: _Named | None = msgspec.field(name="statusCategory", default=None)


class _User(msgspec.Struct):
    display: str | None = msgspec.field(name="displayName", default=None)
    email: str | None = msgspec.field(name="emailAddress", default=None)
    account: str | None = msgspec.field(name="accountId", default=None)
    name: str | None = None
    key: str | None = None


class _Fields(msgspec.Struct):
    summary: str | None = None
    status: _Status | None = None
    resolution: _Named | None = None
    resolved: str | None = msgspec.field(name="resolutiondate", default=None)
    moved: str | None = msgspec.field(name="statuscategorychangedate", default=None)
    assignee: _User | msgspec.UnsetType | None = msgspec.UNSET
    project: _Named | None = None
    issuetype: _Named | None = None
    labels: list[str] | None = None


class _Issue(msgspec.Struct):
    key: str
    fields: _Fields
    id: str | int | None = None
    link: str | None = msgspec.field(name="self", default=None)


class _Sprint(msgspec.Struct):
    start: str = msgspec.field(name="startDate")
    end: str = msgspec.field(name="endDate")
    link: str = msgspec.field(name="self")


def is_one(head: Head) -> bool:
    """Tell whether a file is a search result of Jira's, some of its issues, or a list of sprints."""
    found = json_pages.first(head.text)
    if not isinstance(found, dict):
        return False
    inner = next((found[name] for name in _LISTS if isinstance(found.get(name), list)), [found])
    one = inner[0] if inner else None
    if not isinstance(one, dict):
        return False
    return ("key" in one and isinstance(one.get("fields"), dict)) or _is_sprint(one)


def _is_sprint(one: Any) -> bool:
    try:
        return "/sprint/" in msgspec.convert(one, _Sprint).link
    except msgspec.ValidationError:
        return False


def _refuse_sprints(raw: msgspec.Raw, name: str) -> None:
    try:
        one = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return
    if _is_sprint(one):
        raise WrongUsage(
            f"{name} lists sprints, which say nothing of anybody's work",
            "search for issues: assignee = currentUser() AND resolution IS NOT EMPTY",
        )


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the issues that I resolved; a line is an issue's number."""
    return forge.reading(FORMAT, _pieces(data, name), name=name, options=options)


def _pieces(data: bytes, name: str) -> Iterator[Deed | Misread]:
    for item in json_pages.items(data, name, lists=_LISTS):
        try:
            yield _deed(item.line, msgspec.json.decode(item.value, type=_Issue))
        except (msgspec.DecodeError, RecursionError) as error:
            _refuse_sprints(item.value, name)
            yield Misread(item.line, item.text, f"no issue of Jira's: {parser_words.plain(str(error))}")


def _deed(line: int, issue: _Issue) -> Deed:
    fields = issue.fields
    base = _SELF.fullmatch(issue.link or "")
    key = f"{base['host']}/{issue.id or issue.key}" if base else issue.key
    place = Place(key, (fields.project.key if fields.project else None) or issue.key.rpartition("-")[0])
    category = fields.status.category if fields.status else None
    done = fields.resolved or (category is not None and category.key == "done")
    declined = done and fields.resolution and _NOT_DONE.fullmatch(fields.resolution.name or "")
    kind = (fields.issuetype.name if fields.issuetype else None) or ""
    found, why = entry(
        line, FORMAT, key, title=fields.summary or issue.key, place=place,
        link=f"{base['base']}/browse/{issue.key}" if base else "", stamp=fields.resolved or fields.moved,
        labels=(*(fields.labels or ()), *((kind,) if kind.casefold() not in _ORDINARY else ())),
    )  # fmt: skip
    whose = _who(fields.assignee) if fields.assignee is not msgspec.UNSET else ()
    left = "open {}" if not done else "{} closed as not done" if declined else ""
    if not left and fields.assignee is None:
        left = "{} assigned to nobody"
    return Deed(line, key, "issue", whose, found, left, "" if left else why)


def _who(user: _User | None) -> tuple[Who, ...]:
    names = [user.email, user.name, user.display, user.key, user.account] if user else []
    given = [name for name in names if name]
    return (Who(frozenset(name.casefold() for name in given), given[0]),) if given else ()
