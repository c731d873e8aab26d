"""GitLab's records, saved or piped: what `glab mr list -F json`, `glab api` and its API return.

Requests that a program recorded with their answers are read as their answers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from growth.errors import WrongUsage
from growth.exchange import forge, gitlab_reviews, json_pages
from growth.exchange.forge import Deed, Place
from growth.exchange.forge_entries import entry
from growth.exchange.formats import Head
from growth.exchange.git_commits import Commit, message
from growth.exchange.gitlab_records import NOWHERE, Exchange, Read, Record, Where, asked, where, who
from growth.exchange.gitlab_reviews import request
from growth.exchange.instants import instant
from growth.exchange.json_items import Item
from growth.records.imported import Misread, Reading, ReadOptions
from growth.text import parser_words

FORMAT = "gitlab"
_FAILED = 400
_NO_RECORD = "no merge request, issue, note, approval or commit"


def is_one(head: Head) -> bool:
    """Tell whether a file begins with a record of GitLab's, or with a recorded request for some."""
    found = json_pages.first(head.text)
    if not isinstance(found, dict):
        return False
    if isinstance(found.get("path"), str) and "response" in found and "scope" in found:
        return str(found["path"]).startswith("/api/v4/")
    link = str(found.get("web_url"))
    known = "/merge_requests/" in link or "/-/" in link
    return (
        ("iid" in found and (known or "project_id" in found))
        or "noteable_type" in found
        or ("short_id" in found and "parent_ids" in found)
    )


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return my merged requests, reviews, closed issues and commits; a line is a record's number."""
    places, users, told = _looked_at(_read(data, name))
    if users and not told:
        raise WrongUsage(
            f"{name} says who somebody is at GitLab, and nothing of their work",
            "save merge requests: glab mr list --author @me --merged -F json > merged.json",
        )

    def read() -> Iterator[Read | Misread]:
        return (_placed(one, places) for one in _read(data, name) if one is not None)

    found = forge.reading(FORMAT, _deeds(read), name=name, options=options)
    left = (("user" if users == 1 else "users", users),) if users else ()
    return msgspec.structs.replace(found, left=(*found.left, *left))


def _read(data: bytes, name: str) -> Iterator[Read | Misread | None]:
    """Yield each record; nothing for a user."""
    for item, around in _answers(data, name):
        if item.fault:
            yield Misread(item.line, item.text, item.fault)
            continue
        try:
            record = msgspec.json.decode(item.value, type=Record)
        except (msgspec.DecodeError, RecursionError) as error:
            yield Misread(item.line, item.text, f"no record of GitLab's: {parser_words.plain(str(error))}")
            continue
        place = where(record, around)
        if record.username is not None and not place.id:
            yield None
        elif not place.what or not place.id:
            yield Misread(item.line, record.title or item.text, _NO_RECORD)
        else:
            yield Read(item.line, record, place)


def _looked_at(read: Iterable[Read | Misread | None]) -> tuple[dict[int | None, Place], int, bool]:
    """Return where each project is as far as one tells, how many users there are, and if more is told."""
    places: dict[int | None, Place] = {}
    users, told = 0, False
    for one in read:
        users, told = users + (one is None), told or one is not None
        if isinstance(one, Read) and one.where.place.web:
            places[one.record.project_id] = one.where.place
    return places, users, told


def _placed(one: Read | Misread, places: Mapping[int | None, Place]) -> Read | Misread:
    """Return a record that names its project by its number alone with the place that others tell of it."""
    if isinstance(one, Misread) or one.where.place.web or one.record.project_id not in places:
        return one
    return one._replace(where=one.where._replace(place=places[one.record.project_id]))


def _answers(data: bytes, name: str) -> Iterator[tuple[Item, Where]]:
    """Yield each record, and what was asked for where its request was recorded, too."""
    number = 0
    for item in json_pages.items(data, name):
        try:
            exchange = msgspec.json.decode(item.value, type=Exchange)
        except msgspec.DecodeError:
            number += 1
            yield item._replace(line=number), NOWHERE
            continue
        answer = bytes(exchange.response).strip()
        if exchange.status >= _FAILED or answer[:1] not in (b"[", b"{"):
            number += 1
            yield (
                item._replace(line=number, fault=f"{exchange.path} was answered by {exchange.status}"),
                NOWHERE,
            )
            continue
        for each in json_pages.items(answer, name):
            number += 1
            yield each._replace(line=number), asked(exchange)


def _deeds(read: Callable[[], Iterator[Read | Misread]]) -> Iterator[Deed | Misread]:
    """Yield what each record tells; what is read anew each time need not be held."""
    notes = gitlab_reviews.Notes()
    for one in read():
        if isinstance(one, Misread):
            yield one
        elif one.record.noteable_type:
            yield from notes.add(one)
        elif _is_approvals(one):
            notes.wanted.add(one.where.key)
    records = (one for one in read() if isinstance(one, Read) and _is_request(one)) if notes.wanted else ()
    told = {one.where.key: request(one.record) for one in records if one.where.key in notes.wanted}
    again = (one for one in read() if isinstance(one, Read) and one.record.noteable_type)
    yield from notes.deeds(again if notes.wanted else (), told)
    for one in read():
        if isinstance(one, Misread) or one.record.noteable_type:
            continue
        if _is_approvals(one):
            yield from gitlab_reviews.approved(one, told)
        elif one.where.what == "commit":
            yield _commit(one)
        elif _is_request(one):
            yield _request(one)
        else:
            yield _issue(one)


def _is_approvals(one: Read) -> bool:
    return one.record.approved_by is not None or one.record.approvals_required is not None


def _is_request(one: Read) -> bool:
    return one.where.what == "merge_requests" and not one.record.noteable_type and not _is_approvals(one)


def _request(one: Read) -> Deed:
    record, key = one.record, one.where.key
    left = ""
    if record.state != "merged" and not record.merged_at:
        left = "{} closed without a merge" if record.state == "closed" else "open {}"
    found, why = entry(
        one.line, FORMAT, key, title=record.title or "", body=record.description or "", labels=one.labels,
        place=one.where.place, link=record.web_url or one.where.link, stamp=record.merged_at,
    )  # fmt: skip
    return Deed(one.line, key, "merge request", who(record.author), found, left, "" if left else why)


def _issue(one: Read) -> Deed:
    record, key = one.record, one.where.key
    told = record.assignees is not None or record.closed_by is not None
    users = [*(record.assignees or ()), record.assignee, record.closed_by]
    whose = tuple(found for user in users for found in who(user))
    left = "open {}" if record.state != "closed" else "{} assigned to nobody" if told and not whose else ""
    # What an issue says, whoever opened it has written.
    found, why = entry(
        one.line, FORMAT, key, title=record.title or "", labels=one.labels, place=one.where.place,
        link=record.web_url or one.where.link, stamp=record.closed_at,
    )  # fmt: skip
    return Deed(one.line, key, "issue", whose, found, left, "" if left else why)


def _commit(one: Read) -> Deed:
    record = one.record
    stamp = record.authored_date or record.created_at or ""
    moment = instant(stamp) if stamp else None
    commit = Commit(
        one.line, one.where.id, int(moment.timestamp()) if moment else 0, moment.date() if moment else None,
        record.author_email or "", *message(record.message or record.title or ""),
        is_merge=len(record.parent_ids or ()) > 1,
    )  # fmt: skip
    whose = who(None, record.author_email, record.author_name)
    noun, left = ("merge", "{}") if commit.is_merge else ("commit", "")
    why = "" if moment else f"{stamp!r} is no day"
    return Deed(one.line, one.where.key, noun, whose, None, left, why, commit=commit, place=one.where.place)
