"""What it takes to forget a record or a person: which documents go, and what others lose."""

import re
from collections.abc import Collection
from typing import Any

import msgspec

from growth.text.fold import fold, folded

Document = dict[str, Any]
# Fields that say whose a document is, and fields that point at another record.
_WHOSE = ("about", "person", "owner")
_LISTS = (("people", ""), ("agenda", "by"), ("evidence", "record"), ("mentees", ""), ("outcomes", ""))
_POINTERS = (
    "origin", "mentorship", "request", "revises", "follows", "promoted", "accepted", "assessment", "source",
)  # fmt: skip
# Fields that name who was there, told me or owns it; what I wrote of it stays mine.
_NAMED = ("mentee", "by", "owned_by")
_OTHERS = "others/"


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what is forgotten. `handles` and `words` are folded; `stores` are the bundles that go.

    `theirs` are records of bundles that stay, as `others/STORE/ID`: those that their owner withdrew.
    `words` is what a draft is known by, `quotes` are the words that go where a request quotes them.
    """

    ids: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def lent(self) -> tuple[str, ...] | None:
        """The files in which all of it lies, where none of it is mine; None where it may be anywhere."""
        if self.ids or self.handles or self.words or self.quotes:
            return None
        return tuple(dict.fromkeys((*self.stores, *(one.rpartition("/")[0] for one in self.theirs))))


def scrubbed(target: Target, stem: str, identifier: str, document: Document) -> Document | None:
    """Return a document without what is to be forgotten; None when all of it is."""
    if stem in target.stores:
        return None
    if stem.startswith(_OTHERS):
        if f"{stem}/{identifier}" in target.theirs:
            return None
        if identifier == "about" or not target.handles:
            return document
        # An id in it is theirs, whatever mine are.
        target = Target(handles=target.handles)
    # What was written from a record may say all of it.
    if any(one.get("ref") in target.ids for one in document.get("given", ()) if isinstance(one, dict)):
        return None
    # A thumb says nothing without what it is on; on a finding of lint that is `rule@record`.
    if identifier in target.ids or str(document.get("target", "")).rpartition("@")[2] in target.ids:
        return None
    named = (*(document.get(field, "") for field in _WHOSE), *document.get("handles", ()))
    # Whom a draft was for; without the sign it is no person.
    named += (audience,) if str(audience := document.get("audience", "")).startswith("@") else ()
    if any(_means(target, handle) for handle in named):
        return None
    left = {field: value for field, value in document.items() if not _points(target, field, value)}
    if isinstance(left.get("learning"), dict):
        left["learning"] = _without(target, left["learning"], "taught_back")
    if isinstance(left.get("shown"), dict):
        left["shown"] = _without(target, left["shown"], "reused_by")
    if "ratings" in left:
        left["ratings"] = [_undrafted(target, one) for one in left["ratings"]]
    for field, name in _LISTS:
        if field in left:
            left[field] = [item for item in left[field] if not _is_theirs(target, item, name)]
            if not left[field]:
                del left[field]
    return document if left == document else left


def came_of(drafts: Collection[str], document: Document) -> bool:
    """Tell whether a document, or a sentence in it, is what one of some drafts became."""
    ratings = document.get("ratings", ())
    return document.get("source") in drafts or any(one.get("drafted") in drafts for one in ratings)


def _undrafted(target: Target, rating: Document) -> Document:
    return {field: value for field, value in rating.items() if field != "drafted" or value not in target.ids}


def _without(target: Target, part: Document, field: str) -> Document:
    """Return a part of an entry without those who are forgotten among the names in one of its fields."""
    kept = [name for name in part.get(field, ()) if not _means(target, name)]
    return {name: value for name, value in part.items() if name != field} | ({field: kept} if kept else {})


def _points(target: Target, field: str, value: object) -> bool:
    if field in _NAMED:
        return _means(target, value)
    if field == "built_on":
        owner, _, record = str(value).rpartition(":")
        return record in target.ids or _means(target, owner)
    return (field in _POINTERS and value in target.ids) or (field == "quoted" and value in target.quotes)


def _is_theirs(target: Target, item: Any, name: str) -> bool:
    value = str(item.get(name, "") if name and isinstance(item, dict) else item)
    # Evidence is a reference: to a record of mine, or to one with its owner before it.
    owner, _, record = value.rpartition(":")
    return record in target.ids or _means(target, owner or value)


def _means(target: Target, handle: object) -> bool:
    return bool(folded(str(handle)).intersection(target.handles))


def names(words: tuple[str, ...], document: Document) -> bool:
    """Tell whether the text of a document holds one of the folded words, as a whole word."""
    return mentions(words, "\n".join(_texts(document)))


def mentions(words: tuple[str, ...], text: str) -> bool:
    """Tell whether a text holds one of the folded words, as a whole word."""
    folded = fold(text)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words if word in folded)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _texts(item)]
    return []


def lines_of(document: Document) -> tuple[str, ...]:
    """Return the folded lines of a document's text that are long enough to know a draft by."""
    lines = (line.strip() for text in _texts(document) for line in fold(text).splitlines())
    return tuple(dict.fromkeys(line for line in lines if len(line) >= 12 and " " in line))
