"""Feedback that I give: situation, behaviour, impact; hints on its words, and the text to send.

A hint is no judgement and blocks nothing: it names a word, and what could stand in its place.
"""

import re

import msgspec

from growth.records.answer import Reply
from growth.text.clean import one_line
from growth.text.fold import fold

# Each part with the question that asks for it, in the order in which it is told.
PARTS = {
    "situation": "When and where was it?",
    "behaviour": "What did you see or hear being done?",
    "impact": "What did it mean, for you or for the work?",
    "suggestion": "What would you suggest, or ask to be kept?",
}
_ABSOLUTE = re.compile(r"\b(?:always|never|constantly|every (?:single )?time|all the time)\b")
_ADJECTIVES = (
    "aggressive arrogant bossy brilliant careless clumsy difficult disorganised disorganized emotional "
    "genius gifted hopeless incompetent insecure irresponsible lazy messy moody naive negative passive "
    "pushy rude selfish sensitive sloppy smart stubborn stupid talented toxic uncooperative unhelpful "
    "unprofessional unreliable weak"
)
_LABEL = re.compile(rf"\b(?:{'|'.join(_ADJECTIVES.split())})\b")
_NATURE = re.compile(r"\byou(?:'re| are) (?:just |simply |such |so |too |an? |the kind of )")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What I say to somebody, in its parts."""

    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    suggestion: str = ""


def hints(given: Given, *, thanks: bool = False) -> tuple[str, ...]:
    """Return what could be said more plainly, each a sentence; thanks need no suggestion."""
    found = []
    whole = fold("\n".join((given.situation, given.behaviour, given.impact, given.suggestion)))
    # A quotation mark as it is typed on a phone is the same sign.
    whole = whole.replace("’", "'")
    if word := _ABSOLUTE.search(whole):
        found.append(f"{word[0]!r} invites a counterexample; name the time that you saw it")
    if word := _LABEL.search(whole) or _NATURE.search(whole):
        found.append(f"{word[0].strip()!r} says what somebody is; say what was done, which can change")
    if not given.situation:
        found.append("no situation: a day and a place help to remember it")
    if not given.impact:
        found.append("no impact: what it meant is why it is worth saying")
    if not given.suggestion and not thanks:
        found.append("no suggestion: what would you ask for next time, or to be kept")
    return tuple(found)


def replies(given: Given) -> tuple[Reply, ...]:
    """Return the parts as an answer keeps them, with the words as typed."""
    said = ((PARTS[name], getattr(given, name)) for name in PARTS)
    return tuple(Reply(question=question, text=text) for question, text in said if text)


def letter(given: Given, name: str) -> str:
    """Return the text to send, a part a paragraph."""
    parts = [getattr(given, part).strip() for part in PARTS]
    return "\n\n".join([f"Hi {one_line(name)},", *(part for part in parts if part)]) + "\n"
