"""What an answer in a company's form can be made from: pieces of a self-review as plain text."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from growth.records.assessment import JUDGEMENTS
from growth.records.goal import Goal
from growth.records.ids import short
from growth.rules.company_form import theme_in
from growth.rules.day_words import day_words
from growth.rules.entry_words import metric_words
from growth.rules.proof import Piece, strength
from growth.rules.self_review import SelfReview
from growth.rules.standing import Judged, Theme
from growth.rules.told_title import Name, told_title
from growth.text.excerpt import beginning
from growth.text.plain import plain

# A record or a quote of more characters is told by its beginning.
LONGEST = 400
# How many records stand under one sentence, how many criteria a summary names, and how much of each.
UNDER, NAMED, CALLED = 2, 3, 56
# Whom a record of others names, only they know.
NOBODY: Mapping[str, str] = {}
# From so many records with an outcome on, those without are no results.
FEW = 3


class Part(msgspec.Struct, frozen=True):
    """One part of an answer. `mine` are my sentences, which are never left out for want of room.

    `name` is the id that leaves it out; `rank` tells in which turn it is taken, the lowest first.
    """

    name: str
    text: str
    mine: bool = True
    bullet: bool = False
    rank: int = 0


class Sources:
    """Gives the parts of an answer, source by source. `name` turns a handle into a name."""

    def __init__(self, found: SelfReview, name: Callable[[str], str]) -> None:
        self.found, self.name = found, name
        self.rows = {row.criterion: (theme, row) for theme in found.themes for row in theme.rows}

    def parts(self, source: str) -> list[Part]:
        """Return what a source gives; nothing where there is nothing to tell yet."""
        if theme := theme_in(source):
            return [part for one in self.found.themes if one.id == theme for part in self._theme(one)]
        those: Mapping[str, Callable[[], Iterator[Part]]] = {
            "summary": self._summary,
            "strengths": self._strengths,
            "gaps": self._gaps,
            "statements": self._statements,
            "impact": self._impact,
            "feedback": self._feedback,
            "goals": lambda: self._goals("open"),
            "reached": lambda: self._goals("reached"),
        }
        return list(those[source]())

    def _summary(self) -> Iterator[Part]:
        found = self.found
        if not found.is_enough:
            return
        met = sum(row.is_met for row in found.rows)
        words = f"Of the {found.judged} criteria judged for {plain(found.target_name)}, {met} are met."
        for label, those in (("Strong", found.strengths), ("To work on", found.work_on)):
            names = [plain(theme.called(row, CALLED)) for theme, row in (self.rows[one] for one in those)]
            words += f" {label}: {'; '.join(names[:NAMED])}." if names else ""
        yield Part("summary", words)

    def _theme(self, theme: Theme) -> Iterator[Part]:
        for row in theme.rows:
            yield from self._row(row)

    def _row(self, row: Judged, lead: str = "") -> Iterator[Part]:
        """Yield a criterion: my sentence, then the records that show it as far as there is room."""
        if row.statement:
            yield Part(row.criterion, f"{lead}{plain(row.statement)}")
        for place, piece in enumerate(row.proof.pieces[:UNDER]):
            yield _record(piece, self.name, place)

    def _strengths(self) -> Iterator[Part]:
        for name in self.found.strengths:
            theme, row = self.rows[name]
            yield from self._row(row, f"{plain(theme.name)}: ")

    def _gaps(self) -> Iterator[Part]:
        for name in self.found.work_on:
            theme, row = self.rows[name]
            # Where no sentence of mine says which it is, the ladder's does.
            lead = theme.name if row.statement else theme.called(row, CALLED)
            said = plain(row.statement) or f"{JUDGEMENTS[row.judgement]}."
            yield Part(row.criterion, f"{plain(lead)}: {said}")
            for goal in row.goals:
                if goal.state == "open":
                    yield self._goal(goal, "Next: ")

    def _statements(self) -> Iterator[Part]:
        for theme, row in self.rows.values():
            if row.statement:
                yield Part(row.criterion, f"{plain(theme.name)}: {plain(row.statement)}")

    def _impact(self) -> Iterator[Part]:
        those = {piece.ref: piece for row in self.found.rows for piece in row.proof.pieces if piece.entry}
        ranked = sorted(those.values(), key=lambda one: (-strength(one), -one.day.toordinal(), one.ref))
        told = [one for one in ranked if one.entry and (one.entry.metrics or one.entry.impact)]
        # Where hardly anything says what came of it, the best there is has to do.
        for place, piece in enumerate(told if len(told) >= FEW else ranked):
            yield _record(piece, self.name, place)

    def _feedback(self) -> Iterator[Part]:
        seen: set[str] = set()
        for place, quote in enumerate(one for row in self.found.rows for one in row.proof.quotes):
            # A form goes to others: for that a giver has to allow both the words and the name.
            if quote.text and quote.allowed in ("", "named") and quote.ref not in seen:
                seen.add(quote.ref)
                words = beginning(quote.text, LONGEST)
                yield Part(_short(quote.ref), f"“{words}” ({self.name(quote.person)})", False, True, place)

    def _goals(self, state: str) -> Iterator[Part]:
        yield from (self._goal(goal) for goal in self.found.goals if goal.state == state)

    def _goal(self, goal: Goal, lead: str = "") -> Part:
        due = ""
        if goal.due and goal.state == "open":
            word = "was due" if goal.due < self.found.seen_on else "by"
            due = f" ({word} {day_words(goal.due, self.found.today)})"
        last = goal.checkins[-1].text if goal.checkins and goal.state != "open" else ""
        return Part(
            _short(goal.id), f"{lead}{plain(goal.text)}{due}{': ' + plain(last) if last else ''}", bullet=True
        )


def _record(piece: Piece, name: Name, rank: int) -> Part:
    entry = piece.entry
    words = piece.text
    if entry is not None:
        words = told_title(entry, NOBODY.get if ":" in piece.ref else name)
        proof = [metric_words(metric) for metric in entry.metrics]
        proof += [entry.impact.rstrip(".")] if entry.impact else []
        words = f"{words.rstrip('.')}{'; ' if ':' in words else ': '}{'; '.join(proof)}" if proof else words
    return Part(_short(piece.ref), plain(beginning(words, LONGEST)), False, True, rank)


def _short(ref: str) -> str:
    owner, _, identifier = ref.rpartition(":")
    return f"{owner}:{short(identifier)}" if owner else short(identifier)
