"""The foreign formats that are read: how each is called, and the module that knows and reads it."""

import functools
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast

import msgspec

from growth.errors import WrongUsage
from growth.exchange import limits
from growth.records.imported import Reading, ReadOptions

# The endings that say nothing but that there is text, mostly Markdown.
TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".txt", ".text")


class Head:
    """A file as its format is looked for: `text` is empty, and `fault` says why, where it is no UTF-8.

    `json` is the whole document, or None; `first` what its first line holds, or None.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        self.ending = name[name.rfind(".") :].lower() if "." in name else ""
        self.fault: WrongUsage | None = None
        try:
            self.text = limits.decode(data, name)
        except WrongUsage as fault:
            self.text, self.fault = "", fault

    @functools.cached_property
    def json(self) -> Any:
        """The whole document, where it is JSON within the bounds."""
        return _json(self.text)

    @functools.cached_property
    def first(self) -> Any:
        """The first line that is not blank, where that is JSON within the bounds."""
        return _json(self.text.lstrip().partition("\n")[0])


def _json(text: str) -> Any:
    data = text.encode("utf-8", "replace")
    if data.lstrip()[:1] not in (b"{", b"[") or limits.json_fault(data):
        return None
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None


class Reader(Protocol):
    """A module that knows one format, and reads it."""

    def is_one(self, head: Head) -> bool:
        """Tell from its content whether a file has the format."""

    def read(self, data: bytes, *, name: str, options: ReadOptions) -> Reading:
        """Return what a file of the format holds."""


class Format(NamedTuple):
    """One format: the word of `-f`, what it is called, its module of this package, the options it takes."""

    word: str
    label: str
    module: str
    takes: tuple[str, ...] = ()

    @property
    def reader(self) -> Reader:
        """The module, loaded when it is asked for."""
        return cast(Reader, import_module(f"growth.exchange.{self.module}"))


# The first that takes a file reads it: what has a shape of its own stands before what takes any text.
FORMATS = (
    Format("dayone", "Day One", "dayone"),
    Format("jrnl", "a jrnl journal", "jrnl", ("--date-format",)),
    Format("org", "Org", "org", ("--date-format",)),
    Format("watson", "Watson frames", "watson", ("--each",)),
    Format("timewarrior", "a timewarrior export", "timewarrior", ("--each",)),
    Format("taskwarrior", "a taskwarrior export", "taskwarrior"),
    Format("toggl", "a Toggl or Clockify report", "toggl", ("--each", "--author", "--date-format")),
    Format("todo.txt", "todo.txt", "todo_txt"),
    Format("github", "GitHub's records", "github", ("--author",)),
    Format("gitlab", "GitLab's records", "gitlab", ("--author",)),
    Format("jira", "Jira's issues", "jira", ("--author",)),
    Format("tsv", "TSV", "tsv_table", ("--map", "--date-format")),
    Format("csv", "CSV", "csv_table", ("--map", "--date-format")),
    Format("json", "JSON", "json_table", ("--map", "--date-format")),
    Format("markdown", "dated Markdown", "markdown_dated", ("--read-marks", "--lang", "--date-format")),
    Format("dvc", "a DVC project", "dvc"),
    Format("card", "a card of a dataset or model", "model_card"),
    Format("promptfoo", "a promptfoo configuration", "promptfoo"),
)  # fmt: skip
# What belongs into the practice register, and is told by several files together.
PRACTICES = ("dvc", "card", "promptfoo")
BY_WORD = {format.word: format for format in FORMATS}
# What is read elsewhere: by a program, or as records of our own.
OURS = {
    "git": "git history", "growth": "an export of growth", "ics": "a calendar",
    "jsonl": "JSON Lines of our records", "mlflow": "an MLflow file store", "reply": "replies",
}  # fmt: skip


TAKEN = {"git": ("--author", "--each", "--merges")} | {format.word: format.takes for format in FORMATS}
# Of these a file may be as long as can be read line by line.
LARGE = (
    "csv", "tsv", "toggl", "json", "jrnl", "org", "watson", "timewarrior", "taskwarrior", "todo.txt",
    "markdown", "github", "gitlab", "jira",
)  # fmt: skip


def label(word: str) -> str:
    """Return what a format is called."""
    return OURS[word] if word in OURS else BY_WORD[word].label
