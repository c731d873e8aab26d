"""The story of one person: a text of a few dozen lines, each a week, a word for what happened, and words."""

import re
from pathlib import Path
from typing import NamedTuple

PLACE = Path(__file__).with_name("stories")
_BEAT = re.compile(r"(?P<week>\d\d?) (?P<word>[a-zI]+)(?P<mark>[+!]?) (?P<text>.+)")
_PROMISE = re.compile(
    r"due (?P<due>\d+)(?: moved (?P<moved>\d+))? "
    r"(?:(?P<state>kept|dropped) (?P<closed>\d+)|open): (?P<text>.+)"
)


class Beat(NamedTuple):
    """One thing of one week. `mark` is `+` for what is still open, `!` for what stays private."""

    week: int
    word: str
    mark: str
    text: str


class Promised(NamedTuple):
    """A promise in weeks: due, the due week before it was moved, when it was kept or dropped."""

    text: str
    due: int
    moved: int | None
    state: str
    closed: int | None


class Story(NamedTuple):
    """Somebody's year. `about` holds the lines before the first week."""

    handle: str
    about: dict[str, str]
    beats: list[Beat]

    def of(self, *words: str) -> list[Beat]:
        """Return the beats of these kinds."""
        return [beat for beat in self.beats if beat.word in words]

    def in_week(self, week: int, word: str) -> list[Beat]:
        """Return the beats of one kind in one week."""
        return [beat for beat in self.beats if beat.week == week and beat.word == word]

    @property
    def objects(self) -> list[str]:
        """What this person works on in an ordinary week."""
        return self.about["objects"].split("; ")


def beat(line: str) -> Beat:
    """Read one line of a story."""
    found = _BEAT.fullmatch(line)
    assert found, f"no line of a story: {line!r}"
    return Beat(int(found["week"]), found["word"], found["mark"], found["text"])


def promised(text: str) -> Promised:
    """Read what a promise says: `due 4 kept 6: write it down`."""
    found = _PROMISE.fullmatch(text)
    assert found, f"no promise: {text!r}"
    weeks = {name: int(found[name]) if found[name] else None for name in ("moved", "closed")}
    return Promised(
        found["text"], int(found["due"]), weeks["moved"], found["state"] or "open", weeks["closed"]
    )


def read(handle: str) -> Story:
    """Read the story of somebody."""
    lines = (PLACE / f"{handle}.txt").read_text(encoding="utf-8").splitlines()
    about = dict(line.split(": ", 1) for line in lines if not line[0].isdigit())
    return Story(handle, about, [beat(line) for line in lines if line[0].isdigit()])
