"""What the names of columns say of their fields, in English as people head their tables."""

import re

from growth.text.fold import fold

# Each field with the names it goes by, the surest first.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "uuid", "guid", "key", "issue key", "issue id", "task id", "record id"),
    "day": (
        "date", "day", "when", "date completed", "completed", "completed at", "completed on",
        "completed date", "completion date", "done", "done on", "done at", "finished", "finished on",
        "finished at", "date done", "closed", "closed at", "closed on", "resolved", "resolved at",
        "merged at", "end date", "spent date", "work date", "start date", "started", "started at", "start",
        "datetime", "date time", "timestamp", "published", "published at", "created", "created at",
        "created on", "created date", "date created", "creation date",
    ),
    "due": ("due", "due date", "due on", "due at", "due by", "deadline"),
    "title": (
        "title", "summary", "headline", "what", "what i did", "what i have done", "accomplishment",
        "achievement", "win", "task", "task name", "subject", "topic", "activity", "work", "item", "entry",
        "event", "description", "text", "message", "content", "note", "notes", "comment", "details", "name",
    ),
    "body": (
        "body", "description", "details", "detail", "notes", "note", "text", "content", "comment",
        "comments", "context", "message", "more",
    ),
    "kind": ("kind", "type", "category"),
    "tags": ("tags", "tag", "labels", "label", "keywords", "topics", "categories"),
    "project": ("project", "project name", "repository", "repo", "product"),
    "people": (
        "people", "with", "with whom", "who", "collaborators", "attendees", "participants", "co authors",
    ),
    "skills": ("skills", "skill", "competencies", "competency"),
    "impact": ("impact", "business impact", "outcome", "result", "results"),
    "links": (
        "links", "link", "url", "urls", "html url", "web url", "permalink", "evidence", "href", "pr",
        "pull request",
    ),
    "spent": (
        "spent", "time spent", "hours", "hours spent", "minutes", "minutes spent", "duration", "effort",
        "hrs", "mins", "duration h", "duration hours", "duration minutes", "duration decimal", "seconds",
        "duration seconds",
    ),
    "share": ("share", "shared with"),
}  # fmt: skip
# Names that hold a day whatever stands below them, so that what is unreadable there is told.
SURE_DAYS = ("date", "day", "when")
# The name of a thing is a title only where it was done on a day; else it may be anybody's.
WITH_A_DAY = ("name",)
# An object within which the fields of a record stand.
_WRAPPERS = ("fields", "data", "attributes", "properties", "node", "item", "task", "entry", "record", "issue")
_UNITS = {
    60.0: {"h", "hr", "hrs", "hour", "hours", "decimal"},
    1.0: {"min", "mins", "minute", "minutes"},
    1 / 60: {"s", "sec", "secs", "second", "seconds"},
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")


def plain(name: str) -> str:
    """Return the name of a column for comparing: lower case, words apart, no signs."""
    return " ".join(_WORD.findall(fold(_CAMEL.sub(" ", name[:100]))))


def called(column: str) -> str:
    """Return what a column is called, without the object it stands in where that says nothing."""
    wrapper, _, last = column.partition(".")
    return plain(last if last and plain(wrapper) in _WRAPPERS else column)


def unit(column: str) -> float:
    """Return the minutes that 1 is in a column, as its name says, or 0."""
    words = set(plain(column).split())
    return next((worth for worth, names in _UNITS.items() if words & names), 0.0)
