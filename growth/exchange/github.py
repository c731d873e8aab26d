"""GitHub's records, saved or piped: what `gh pr list --json`, `gh search` and `gh api` print.

What was merged, reviewed or closed is work; what is open, or somebody else's, is counted.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from growth.exchange import forge, github_reviews, json_pages
from growth.exchange.forge import MYSELF, Deed, Who
from growth.exchange.forge_entries import entry
from growth.exchange.formats import Head
from growth.exchange.git_commits import Commit, message
from growth.exchange.github_records import Read, Record, Role, where, who
from growth.exchange.instants import instant
from growth.records.imported import Misread, Reading, ReadOptions
from growth.text import parser_words

FORMAT = "github"
_LISTS = ("items",)
_NO_URL = "nothing says in which repository it is: add url to what --json lists"
_UNTOLD = "closed {} not known to be merged"
_NOT_DONE = ("not_planned", "duplicate")


def is_one(head: Head) -> bool:
    """Tell whether a file begins with a record of GitHub's."""
    found = json_pages.first(head.text)
    if isinstance(found, dict) and isinstance(found.get("items"), list) and found["items"]:
        found = found["items"][0]
    if not isinstance(found, dict):
        return False
    link = found.get("html_url") or found.get("url")
    return isinstance(link, str) and where(link) is not None


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return my merged pull requests, reviews, closed issues and commits; a line is a record's number."""
    return read_parts([("", data)], name=name, options=options)


def read_parts(parts: Sequence[tuple[Role, bytes]], *, name: str, options: ReadOptions) -> Reading:
    """Return what several searches found, each with what it was for."""
    pieces = _deeds(lambda: _read(parts, name), options)
    return forge.reading(FORMAT, pieces, name=name, options=options)


def _read(parts: Sequence[tuple[Role, bytes]], name: str) -> Iterator[Read | Misread]:
    number = 0
    for role, data in parts:
        for item in json_pages.items(data, name, lists=_LISTS):
            number += 1
            try:
                record = msgspec.json.decode(item.value, type=Record)
            except (msgspec.DecodeError, RecursionError) as error:
                yield Misread(number, item.text, f"no record of GitHub's: {parser_words.plain(str(error))}")
                continue
            place = where(record.link)
            if place is None:
                yield Misread(number, record.title or item.text, _NO_URL)
            else:
                yield Read(number, role, record, place)


def _deeds(read: Callable[[], Iterator[Read | Misread]], options: ReadOptions) -> Iterator[Deed | Misread]:
    """Yield what each record tells; what is read anew each time need not be held."""
    yield from github_reviews.alone(lambda: (one for one in read() if isinstance(one, Read)))
    for one in read():
        if isinstance(one, Misread):
            yield one
        elif one.is_review:
            continue
        elif one.is_comment:
            yield Deed(one.line, one.where.key + one.where.rest, "comment", _author(one), left="{}")
        elif one.where.what == "commit":
            yield _commit(one)
        elif not one.is_pull:
            yield _issue(one)
        elif one.role == "reviewer":
            yield github_reviews.searched(one, options.today)
        else:
            yield _pull(one)
            yield from github_reviews.inside(one)


def _author(one: Read) -> tuple[Who, ...]:
    return who(one.record.user or one.record.author)


def _pull(one: Read) -> Deed:
    record, line, key = one.record, one.line, one.where.key
    linked = record.pull_request.merged_at if record.pull_request else None
    stamp = record.merged_at or record.merged or (linked if isinstance(linked, str) else None)
    state = (record.state or "").lower()
    if state == "merged":
        stamp = stamp or record.closed or record.closed_at
    left = ""
    if not stamp and state != "merged":
        untold = linked is msgspec.UNSET and record.pull_request is not None
        left = "open {}" if state == "open" else _UNTOLD if untold else "{} closed without a merge"
    found, why = entry(
        line, FORMAT, key, title=record.title or "", body=record.body or "", labels=one.labels,
        place=one.where.place, link=record.link, stamp=stamp,
    )  # fmt: skip
    whose = (*_author(one), *((Who(frozenset({MYSELF}), MYSELF),) if one.role == "author" else ()))
    return Deed(line, key, "pull request", whose, found, left, "" if left else why)


def _issue(one: Read) -> Deed:
    record, line, key = one.record, one.line, one.where.key
    told = record.assignees is not None or record.closed_by is not None
    users = [*(record.assignees or ()), record.assignee, record.closed_by]
    whose = tuple(found for user in users for found in who(user))
    if one.role == "assignee":
        whose = (*whose, Who(frozenset({MYSELF}), MYSELF))
    left = ""
    if (record.state or "").lower() == "open":
        left = "open {}"
    elif (record.state_reason or record.reason or "").lower() in _NOT_DONE:
        left = "{} closed as not planned"
    elif told and not whose:
        left = "{} assigned to nobody"
    # What an issue says, whoever opened it has written.
    found, why = entry(
        line, FORMAT, key, title=record.title or "", labels=one.labels,
        place=one.where.place, link=record.link, stamp=record.closed_at or record.closed,
    )  # fmt: skip
    return Deed(line, key, "issue", whose, found, left, "" if left else why)


def _commit(one: Read) -> Deed:
    record = one.record
    said = record.commit.author if record.commit else None
    text = record.commit.message if record.commit else ""
    stamp = said.date if said else ""
    moment = instant(stamp) if stamp else None
    commit = Commit(
        one.line, record.sha or one.where.id, int(moment.timestamp()) if moment else 0,
        moment.date() if moment else None, said.email if said else "", *message(text),
        is_merge=len(record.parents or ()) > 1,
    )  # fmt: skip
    whose = who(record.user or record.author, *((said.email, said.name) if said else ()))
    why = "" if moment else f"{stamp!r} is no day"
    left = "{}" if commit.is_merge else ""
    noun = "merge" if commit.is_merge else "commit"
    return Deed(one.line, one.where.key, noun, whose, None, left, why, commit=commit, place=one.where.place)
