"""Which records may be evidence for a criterion: ranked by words in common and by fixed weights."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from operator import mul

import msgspec

from growth.records.dates import Day
from growth.records.ladder import Criterion, Theme
from growth.rules.bm25 import Index
from growth.rules.day_words import a
from growth.rules.material import SOURCES, Material
from growth.rules.stems import stems, written

# How much a word counts by where it stands in a record, and in a criterion.
IN_RECORD = {
    "title": 2.0, "body": 1.0, "impact": 1.0, "takeaway": 1.0, "labels": 1.5, "project": 0.5,
    "problem": 1.0, "reuse": 1.0, "audience": 0.5,
}  # fmt: skip
IN_CRITERION = {"summary": 1.0, "examples": 0.7, "markers": 1.5, "theme": 0.5}
# A tag or a skill that is a marker of the criterion, or its theme, was set by somebody who meant it.
LABEL = 2.0
# What somebody led for others shows something of these themes, by their kind, or else by their name.
LED, LED_NAMES = ("leadership", "mentoring", "interpersonal"), "leadership mentoring communication"
# To have read, watched, found hard or thanked somebody for a thing is not to have done it.
KINDS = {
    "win": 1.1,
    "learning": 0.6,
    "challenge": 0.2,
    "kudos": 0.2,
    "note": 1.0,
    "session": 0.7,
    "action": 0.8,
}
FROM = {"self": 1.0, "artefact": 1.05, "peer": 1.1, "manager": 1.15}
# What is a year old counts this much less than what is of today.
AGE, YEAR = 0.1, 365
# One common word is chance, so that it takes two, or a label; and a share of what the best one has.
WORDS, SHARE = 2, 0.2
# One that few themes speak of is none where somebody made it a tag, or where few records hold it and it
# is much of what the criterion says.
THEMES, FEW, RARE, MUCH = 2, 5, 0.05, 0.3
MOST_WORDS = 6
# How many times what is asked for is sorted at first.
AHEAD = 4


class Reason(msgspec.Struct, frozen=True):
    """One thing that made a record rank as it does: points that it adds, or a factor."""

    what: str
    points: float = 0.0
    factor: float = 1.0


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A record that may be evidence for a criterion, with its points; `why` they are what they are."""

    criterion: str
    material: Material
    points: float
    why: tuple[Reason, ...] = ()


class _Query(msgspec.Struct, frozen=True):
    """A criterion made ready: its stems with their weights, and as written; the labels that hit it.

    `summary` are the stems of its sentence, `own` those of them that hardly any other theme speaks
    of, `alone` those of these that are much of the sentence.
    """

    weights: dict[str, float]
    words: dict[str, str]
    labels: frozenset[str]
    summary: frozenset[str]
    own: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


class Ranking:
    """Records and criteria made ready once, to be asked for each criterion.

    `ladder` holds every criterion of the ladder: a word that stands in many of them says little.
    """

    def __init__(
        self, materials: Sequence[Material], ladder: Iterable[Criterion], themes: Iterable[Theme], today: Day
    ) -> None:
        self._materials = materials
        self._today = today
        self._factors = [self._factor(material) for material in materials]
        self._numbers = {material.id: number for number, material in enumerate(materials)}
        self._index = Index(_document(material) for material in materials)
        asked, known = list(ladder), list(themes)
        names = {theme.id: theme.name for theme in known}
        leading = {theme.id for theme in known if _is_of_leading(theme)}
        self._leading = {one.id for one in asked if one.theme in leading}
        self._themes = {one.id: one.theme for one in asked}
        self._showing = {theme.id: _showing(theme, materials) for theme in known}
        self._led = [number for number, material in enumerate(materials) if material.led]
        raw = {one.id: _query(one, names.get(one.theme, one.theme)) for one in asked}
        spread = Counter(word for query in raw.values() for word in query.weights)
        told = {(one.theme, word) for one in asked for word in raw[one.id].weights}
        common = {word for word, count in Counter(word for _, word in told).items() if count > THEMES}
        self._queries = {name: _weighed(query, spread, len(raw), common) for name, query in raw.items()}
        self._labelled: dict[str, set[int]] = {}
        self._tagged: dict[str, set[int]] = {}
        for number, material in enumerate(materials):
            for label in material.labels:
                self._labelled.setdefault(_label(label), set()).add(number)
                for word in stems(label):
                    self._tagged.setdefault(word, set()).add(number)

    def propose(
        self, criterion: str, without: Collection[str] = (), limit: int | None = None
    ) -> tuple[Proposal, ...]:
        """Return the records that may be evidence, best first, but for those `without`."""
        query = self._queries[criterion]
        scores = self._index.scores(query.weights)
        hits = Counter(number for label in query.labels for number in self._labelled.get(label, ()))
        hits.update(self._led if criterion in self._leading else ())
        hits.update(self._showing.get(self._themes[criterion], ()))
        for number, count in hits.items():
            scores[number] += LABEL * count
        points = list(map(mul, scores, self._factors))
        for name in without:
            if name in self._numbers:
                points[self._numbers[name]] = 0.0
        found: list[Proposal] = []
        for number in self._best(points, limit):
            if hits[number] or self._enough(query, number):
                found.append(self._proposal(criterion, query, number, points[number]))
                if len(found) == limit:
                    break
        return tuple(found)

    def _enough(self, query: _Query, number: int) -> bool:
        """Tell whether the words that a record has in common with a criterion are no chance."""
        parts = self._index.parts(query.weights, number)
        few = max(FEW, RARE * len(self._materials))
        return len(parts) >= WORDS or any(
            (word in query.own and number in self._tagged.get(word, ()))
            or (word in query.alone and self._index.spread(word) <= few)
            for word, _ in parts
        )

    def _best(self, points: Sequence[float], limit: int | None) -> Iterator[int]:
        """Yield the numbers of the records with a share of the most points, best first."""
        least = max(points, default=0.0) * SHARE
        if not least:
            return
        # Sorting ten thousand for each criterion would be felt, and few are asked for.
        cut = nlargest(limit * AHEAD, points)[-1] if limit else least
        for low, high in ((max(cut, least), math.inf), (least, cut)):
            those = [number for number, one in enumerate(points) if low <= one < high]
            yield from sorted(those, key=lambda number: (-points[number], self._materials[number].id))

    def _factor(self, material: Material) -> float:
        return _kind(material) * FROM[material.source] * self._newness(material)

    def _newness(self, material: Material) -> float:
        return 1 - AGE * min(max((self._today - material.day).days, 0) / YEAR, 1.0)

    def _proposal(self, criterion: str, query: _Query, number: int, points: float) -> Proposal:
        material = self._materials[number]
        reasons = list(_words(query, self._index.parts(query.weights, number)))
        reasons += [
            Reason(f"the label {label} belongs to it", LABEL)
            for label in dict.fromkeys(material.labels)
            if _label(label) in query.labels
        ]
        if material.led and criterion in self._leading:
            reasons.append(Reason(f"it was led for {material.audience or 'others'}", LABEL))
        if number in self._showing.get(self._themes[criterion], ()):
            reasons.append(Reason("it is good practice, and there is data behind it", LABEL))
        if _kind(material) != 1:
            what = "it was attended" if material.attended else f"it is {a(material.kind)}"
            reasons.append(Reason(what, factor=_kind(material)))
        if material.source != "self":
            reasons.append(Reason(f"it comes from {SOURCES[material.source]}", factor=FROM[material.source]))
        reasons.append(Reason(f"it is of {material.day}", factor=round(self._newness(material), 2)))
        return Proposal(criterion=criterion, material=material, points=round(points, 2), why=tuple(reasons))


def _kind(material: Material) -> float:
    """Return how much a record counts by what it is; to have been at a talk is to have learned."""
    if material.led:
        return 1.0
    return KINDS["learning"] if material.attended else KINDS.get(material.kind, 1.0)


def _showing(theme: Theme, materials: Sequence[Material]) -> list[int]:
    """Return the numbers of those that are good practice of what a theme is about."""
    words = set(stems(f"{theme.id} {theme.name}"))
    return [
        number
        for number, one in enumerate(materials)
        if one.shows and not words.isdisjoint(stems(" ".join(one.shows)))
    ]


def _is_of_leading(theme: Theme) -> bool:
    """Tell whether a theme is one that those show who lead something for others."""
    return theme.kind in LED or not set(stems(LED_NAMES)).isdisjoint(stems(theme.name))


def _words(query: _Query, parts: Sequence[tuple[str, float]]) -> Iterable[Reason]:
    for word, points in parts[:MOST_WORDS]:
        yield Reason(f"both say {query.words[word]}", round(points, 2))
    rest = parts[MOST_WORDS:]
    if rest:
        yield Reason(f"{len(rest)} more words in common", round(sum(points for _, points in rest), 2))


def _document(material: Material) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for field, text in (("title", material.title), *material.texts, ("labels", " ".join(material.labels))):
        weight = IN_RECORD[field]
        for word in stems(text):
            found[word] = found.get(word, 0.0) + weight
    return found


def _query(criterion: Criterion, theme: str) -> _Query:
    texts = {
        "theme": theme,
        "examples": " ".join(criterion.examples),
        "summary": criterion.summary,
        "markers": " ".join(criterion.markers),
    }
    weights: dict[str, float] = {}
    words: dict[str, str] = {}
    for part, text in texts.items():
        for word, shown in written(text).items():
            weights[word] = max(weights.get(word, 0.0), IN_CRITERION[part])
            words[word] = shown
    labels = frozenset(_label(text) for text in (*criterion.markers, criterion.theme, theme))
    return _Query(weights, words, labels, frozenset(written(criterion.summary)))


def _weighed(query: _Query, spread: Mapping[str, int], every: int, common: Collection[str]) -> _Query:
    """Return a query in which a word counts the less the more criteria hold it."""
    most = math.log(1 + every)
    weights = {
        word: weight * math.log(1 + every / spread[word]) / most for word, weight in query.weights.items()
    }
    own = query.summary.difference(common)
    whole = sum(weights[word] for word in query.summary)
    alone = frozenset(word for word in own if weights[word] >= MUCH * whole)
    return msgspec.structs.replace(query, weights=weights, own=own, alone=alone)


def _label(text: str) -> str:
    """Return a tag, skill or marker for comparing: `Test set` is `test-sets`."""
    return " ".join(stems(text))
