"""Which kinds of record there are: letter, type, word and file of each, in one table."""

from typing import NamedTuple

from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session

Record = Entry | Person | Session | Mentorship | Action


class Kind(NamedTuple):
    """One kind of record. `file` is empty for entries, which lie in a file per month."""

    letter: str
    type: type[Record]
    word: str
    table: str
    file: str


KINDS = (
    Kind("j", Entry, "entry", "entries", ""),
    Kind("p", Person, "person", "people", "people"),
    Kind("s", Session, "session", "sessions", "sessions"),
    Kind("m", Mentorship, "mentorship", "mentorships", "mentorships"),
    Kind("t", Action, "action", "actions", "actions"),
)
BY_LETTER = {kind.letter: kind for kind in KINDS}
BY_TYPE: dict[type, Kind] = {kind.type: kind for kind in KINDS}
BY_WORD = {kind.word: kind for kind in KINDS}
