"""Which question of the bank fits a text: by the words that lead to its topic, and by shared words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from growth.rules.bank import Bank, Question
from growth.text.fold import words

# A goal speaks of growth, whatever it is about; these questions speak of a goal.
GOAL, GROWTH = "goal", "growth"
_ABOUT_A_GOAL = 3.0
# A word that more questions share than four says nothing of what any of them is about.
LEAST = 0.25


@cache
def marks(text: str) -> frozenset[str]:
    """Return the words of a text by how they begin, so that `meeting` meets `meetings`."""
    return frozenset(word.removesuffix("s")[:6] for word in words(text) if len(word) > 2)


def leads_to(text: str, topic: str, bank: Bank) -> bool:
    """Tell whether a text holds a word of a topic, or its name."""
    return bool(marks(text) & marks(f"{topic} {bank.words.get(topic, '')}"))


def topic_of(text: str, bank: Bank) -> str:
    """Return the topic that most words of a text lead to, or an empty string."""
    topics = dict.fromkeys(one.topic for one in bank.questions)
    hits = {topic: _hits(text, topic, bank) for topic in topics}
    best = max(hits, key=lambda topic: hits[topic], default="")
    return best if hits.get(best) else ""


def _hits(text: str, topic: str, bank: Bank) -> int:
    return len(marks(text) & marks(f"{topic} {bank.words.get(topic, '')}"))


def scores(text: str, those: Sequence[Question], bank: Bank, *, goal: bool = False) -> dict[str, float]:
    """Return how well each question fits a text, by its name; those that do not are left out."""
    spread = _spread(one.text for one in bank.questions)
    # Short words are in questions for their grammar; as the words of a topic they count.
    said = {mark for mark in marks(text) if len(mark) > 3}
    hits = {topic: _hits(text, topic, bank) for topic in {one.topic for one in those}}
    found: dict[str, float] = {}
    for one in those:
        score = hits[one.topic] + sum(1 / spread[mark] for mark in said & marks(one.text))
        if goal and one.topic == GROWTH and GOAL in marks(one.text):
            score += _ABOUT_A_GOAL
        if score >= LEAST:
            found[one.ref] = score
    return found


def _spread(texts: Iterable[str]) -> Counter[str]:
    return Counter(mark for text in texts for mark in marks(text))
