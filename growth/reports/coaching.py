"""What was seen of a mentor as a template gets it."""

from growth.records.dates import Day
from growth.records.observation import RUBRIC, Observation
from growth.reports.period import words
from growth.reports.told import Refs, Strings, audience_line, beginning, cited
from growth.rules.coaching import ME, Coaching, Line
from growth.rules.day_words import ago, counted, day_words
from growth.text.markdown import inline, literal

# How many marks of a line, and how many observations word by word.
MARKS, TOLD = 6, 6


def context(found: Coaching, names: dict[str, str]) -> Strings:
    """Return what the template `mentor-coaching` may use, every text in it safe."""
    refs, myself = Refs(found.audience, found.cited), found.person == ME
    command = f"growth report mentor-coaching --about {found.person} --for @{found.person}"
    first = audience_line(found.audience, names, found.private, command)
    newest = found.observations[::-1]
    return {
        "audience": first.partition(". To send")[0] if myself else first,
        "for_me": found.audience == "me",
        "myself": myself,
        "name": "You" if myself else literal(names.get(found.person) or found.person),
        "handle": found.person,
        "period": words(found.label, found.start, found.end),
        "counts": _counts(found),
        "work": [_line(line) for line in found.work],
        "good": [_line(line) for line in found.good],
        "lines": [_line(line) for line in found.lines if line.marks],
        "unseen": [literal(line.says) for line in found.lines if not line.marks],
        "told": [_told(one, names, found.today, refs) for one in newest[:TOLD]],
        "more": max(0, len(newest) - TOLD),
        "cited": cited(found.cited, names),
    }


def _counts(found: Coaching) -> str:
    if not found.observations:
        return ""
    last = found.observations[-1].day
    return f"{counted(len(found.observations), 'observation')}, the last {ago(last, found.today)}"


def _line(line: Line) -> Strings:
    marks = [mark for _, mark in line.marks if mark.seen == line.last]
    said = next((mark.words for mark in reversed(marks) if mark.words), "")
    return {
        "says": line.says,
        "last": line.last or "",
        "way": line.way,
        "marks": " · ".join(mark.seen for _, mark in line.marks[-MARKS:]),
        "words": inline(beginning(said)) if said else "",
    }


def _told(one: Observation, names: dict[str, str], today: Day, refs: Refs) -> Strings:
    return {
        "day": day_words(one.day, today),
        "mentee": literal(names.get(one.mentee) or one.mentee),
        "words": inline(beginning(one.words)) if one.words else "",
        "marks": [
            {
                "says": RUBRIC[mark.item],
                "seen": mark.seen,
                "words": inline(beginning(mark.words)) if mark.words else "",
            }
            for mark in one.marks
        ],
        "ref": refs(one.id),
    }
