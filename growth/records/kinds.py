"""Which kinds of record there are: letter, word and file of each, in one table.

The type of a kind is loaded when it is asked for: most commands meet one or two kinds.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from growth.records.action import Action
    from growth.records.answer import Answer
    from growth.records.assessment import Assessment
    from growth.records.draft import Draft
    from growth.records.entry import Entry
    from growth.records.goal import Goal
    from growth.records.ladder import Ladder
    from growth.records.mentorship import Mentorship
    from growth.records.observation import Observation
    from growth.records.person import Person
    from growth.records.practice import Practice
    from growth.records.request import Request
    from growth.records.session import Session
    from growth.records.thumb import Thumb
    from growth.records.wonder import Wonder

    Record = (
        Entry | Person | Session | Mentorship | Action | Request | Answer | Thumb
        | Ladder | Assessment | Goal | Observation | Wonder | Practice
        | Draft
    )  # fmt: skip
else:
    # Naming the types here would load them all; only a type checker needs to know them.
    Record = object


class Kind(NamedTuple):
    """One kind of record. `file` is empty for entries, which lie in a file per month."""

    letter: str
    word: str
    table: str
    file: str

    @property
    def type(self) -> "type[Record]":
        """The type of its records."""
        from importlib import import_module

        found: type[Record] = getattr(import_module(f"growth.records.{self.word}"), self.word.capitalize())
        return found


KINDS = (
    Kind("j", "entry", "entries", ""),
    Kind("p", "person", "people", "people"),
    Kind("s", "session", "sessions", "sessions"),
    Kind("m", "mentorship", "mentorships", "mentorships"),
    Kind("t", "action", "actions", "actions"),
    Kind("r", "request", "requests", "feedback"),
    Kind("f", "answer", "answers", "feedback"),
    Kind("v", "thumb", "thumbs", "thumbs"),
    Kind("l", "ladder", "ladders", "ladders"),
    Kind("a", "assessment", "assessments", "assessments"),
    Kind("g", "goal", "goals", "goals"),
    Kind("o", "observation", "observations", "observations"),
    Kind("w", "wonder", "wonders", "wonders"),
    Kind("x", "practice", "practices", "practice"),
    # The folder drafts/ holds what was never saved; these were.
    Kind("d", "draft", "drafts", "drafted"),
)
BY_LETTER = {kind.letter: kind for kind in KINDS}
BY_WORD = {kind.word: kind for kind in KINDS}


def kind_of(record: type) -> Kind:
    """Return the kind that a type of record is."""
    return BY_WORD[record.__name__.lower()]
