"""Where somebody stands as a template gets it: the parts that a self-review and a promotion case share."""

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Mapping

from growth.records.assessment import JUDGEMENTS
from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.ids import short
from growth.reports.told import NOBODY, Refs, Strings, audience_line, beginning, cited, line
from growth.rules.assessing import ORDER
from growth.rules.day_words import counted, day_words
from growth.rules.entry_words import entry_day
from growth.rules.proof import Piece, Quote
from growth.rules.standing import Judged, Standing, Theme
from growth.rules.told_title import told_title
from growth.text.clean import one_line
from growth.text.fold import fold
from growth.text.markdown import inline, literal

# A criterion of another's ladder may be a page; a quote is cut later than a title.
LONGEST_CRITERION, LONGEST_QUOTE, LONGEST_LINE, CALLED = 500, 600, 200, 56
_SENTENCE = "what I do, and what came of it"
CITED = "Records cited"
LACKS = {
    "none": "a record that shows it",
    "stale": "anything of the last 90 days",
    "own-word": "somebody else's word",
    "one-person": "a second person's word",
}
_ALLOWED = {"hidden": "not to be named", "unquoted": "not to be quoted", "named": ""}


class Page:
    """Turns the parts of a standing into safe strings, with their citations."""

    def __init__(self, found: Standing, names: Mapping[str, str]) -> None:
        self.found, self.names = found, names
        self.for_me = found.audience == "me"
        self.refs = Refs(found.audience, found.cited)
        self.told: set[tuple[str, str]] = set()
        self.rows = {row.criterion: (theme, row) for theme in found.themes for row in theme.rows}

    def common(self, report: str, *, met: bool = False) -> Strings:
        """Return what stands in both documents; `met` leaves out the criteria that are not."""
        found = self.found
        mine = found.about == "me"
        command = f"growth report {report} --for {'manager' if mine else f'@{found.about}'}"
        return {
            "audience": audience_line(found.audience, dict(self.names), found.private, command),
            "for_me": self.for_me,
            "mine": mine,
            "name": literal(self.names.get(found.about, "") or ("" if mine else found.about)),
            "role": role(found),
            "level": literal(found.level),
            "period": literal(found.period),
            "judged": found.judged,
            "asked": found.asked,
            "counts": self.counts(),
            "enough": found.is_enough,
            "state": self.state(),
            "open": found.finished is None,
            "assessment": short(found.assessment),
            "themes": [
                {
                    "name": heading(theme.name),
                    "rows": [self.row(row, theme) for row in theme.rows if row.is_met or not met],
                }
                for theme in found.themes
            ],
            "charts": tuple(found.charts),
            "cited": cited(found.cited, self.names),
        }

    def counts(self) -> str:
        """Return how often each judgement was given, the highest first: `doing (7), starting (2)`."""
        given = [row.judgement for row in self.found.rows]
        return ", ".join(
            f"{JUDGEMENTS[name]} ({given.count(name)})" for name in reversed(ORDER) if name in given
        )

    def state(self) -> str:
        """Return in a sentence whether the assessment is finished, and when it was opened again."""
        found = self.found
        again = ", ".join(day_words(day, found.today) for day in found.reopened)
        again = f", opened again {again}" if again else ""
        if found.finished:
            return f"It was finished on {day_words(found.finished, found.today)}{again}"
        return f"It is a draft: the assessment is still open{again}"

    def called(self, criteria: Iterable[str]) -> list[str]:
        """Return what criteria are called."""
        return [literal(theme.called(row, CALLED)) for theme, row in (self.rows[name] for name in criteria)]

    def gathered(self, criteria: Iterable[str]) -> str:
        """Return the themes of criteria, with how many of theirs where it is not all of them."""
        count = Counter(self.rows[name][0].id for name in criteria)
        return "; ".join(
            literal(one.name)
            + (f" ({count[one.id]} of {len(one.rows)})" if count[one.id] < len(one.rows) else "")
            for one in self.found.themes
            if count[one.id]
        )

    def row(self, row: Judged, theme: Theme) -> Strings:
        """Return one criterion."""
        proof = row.proof
        return {
            "rate": code(shlex.join(("growth", "assess", "rate", row.criterion))),
            "say": code(shlex.join(("growth", "assess", "rate", row.criterion, "--statement", _SENTENCE))),
            "called": literal(theme.called(row, CALLED)),
            "theme": literal(theme.name),
            "summary": literal(beginning(row.summary, LONGEST_CRITERION)),
            "since": literal(row.level_called) if row.level != self.found.target else "",
            "judgement": JUDGEMENTS.get(row.judgement, ""),
            "met": row.is_met,
            "reached": row.reached,
            "beside": self.beside(row),
            "statement": inline(row.statement),
            "pieces": [self.piece(one) for one in proof.pieces],
            "quotes": [self.quote(one) for one in proof.quotes],
            "more": proof.more,
            "counted": counted(proof.counted, "person", "people") if proof.counted else "",
            "gone": counted(proof.gone, "record") if proof.gone else "",
            "lacks": [LACKS[flag] for flag in proof.flags],
            "goals": [self.goal(one, row.summary) for one in row.goals],
            "steps": [{"why": literal(step.why), "command": code(step.command)} for step in row.steps],
        }

    def beside(self, row: Judged) -> str:
        """Return how it was judged last time, and by my manager."""
        last = f"last time {JUDGEMENTS[row.last]}" if row.last and row.last != row.judgement else ""
        same = "as last time" if row.last and row.last == row.judgement else ""
        manager = f"my manager says {JUDGEMENTS[row.manager]}" if row.manager else ""
        if row.manager and row.manager == row.judgement:
            manager = "and my manager agrees"
        return ", ".join(part for part in (last, same, manager) if part)

    def piece(self, one: Piece) -> Strings:
        """Return one record, in one line; told before, it is named again, and no more."""
        today, safe = self.found.today, literal if ":" in one.ref else inline
        day = entry_day(one.entry, today) if one.entry else day_words(one.day, today)
        names = NOBODY if ":" in one.ref else self.names
        if self.again(one.ref, one.text):
            words = told_title(one.entry, names.get) if one.entry else one.text
            text = safe(beginning(words, CALLED))
        elif one.entry:
            by = f"{literal(self.names.get(one.person) or one.person)}: " if one.person else ""
            text = by + line(one.entry, names, safe)
        else:
            lead = "promise kept"
            if one.kind == "session":
                lead = f"talked over with {literal(self.names.get(one.person) or one.person)}"
            text = f"{lead}: {safe(beginning(one.text, LONGEST_LINE))}"
        return {"text": text, "day": day, "ref": self.refs(one.ref), "kind": one.kind}

    def quote(self, one: Quote) -> Strings:
        """Return what somebody said; for me with what may be done with it."""
        name = "me" if one.person == "me" else self.names.get(one.person) or one.person
        parts = (f"{name}, my manager" if one.manager else name, day_words(one.day, self.found.today))
        longest = CALLED if self.again(one.ref, one.text) else LONGEST_QUOTE
        return {
            "text": literal(beginning(one.text, longest)),
            "words": literal(", ".join((*parts, *filter(None, [_ALLOWED.get(one.allowed, "")])))),
            "name": literal(name),
            "ref": self.refs(one.ref),
        }

    def again(self, ref: str, text: str) -> bool:
        """Tell whether a record was told of before with that text, and remember that it is now."""
        before = (ref, text) in self.told
        self.told.add((ref, text))
        return before

    def goal(self, one: Goal, summary: str = "") -> Strings:
        """Return a goal, when it is due, and what was said of it last."""
        last = one.checkins[-1] if one.checkins else None
        return {
            "text": "to do just that" if one.text == summary else inline(beginning(one.text, LONGEST_LINE)),
            "words": due(one, self.found.today, self.found.seen_on),
            "state": one.state,
            "last": inline(last.text) if last else "",
            "ref": f"`{short(one.id)}`" if self.for_me else "",
        }


def heading(name: str) -> str:
    """Return the name of a theme as a heading; none takes the place of the section that ends a document."""
    return literal(f"Theme: {name}" if fold(" ".join(name.split())) == fold(CITED) else name)


def role(found: Standing) -> str:
    """Return the level that is judged against: `Staff engineer (L5) of the ladder Software engineer`."""
    return level_words(found.target_name, found.level, found.ladder_name)


def level_words(name: str, called: str, ladder: str) -> str:
    """Return a level with what it is called in short where its name does not say it, and its ladder."""
    level = name if fold(called) in fold(name) else f"{name} ({called})"
    return literal(f"{level} of the ladder {ladder}")


def due(goal: Goal, today: Day, seen_on: Day | None = None) -> str:
    """Return when a goal is due, or was by the day that it is seen from, or how it ended."""
    if goal.state != "open":
        return f"{goal.state} {day_words(goal.closed, today)}" if goal.closed else goal.state
    was = "was " if goal.due and goal.due < (seen_on or today) else ""
    return f"{was}due {day_words(goal.due, today)}" if goal.due else ""


def code(command: str) -> str:
    """Return a command as code, whatever ticks stand in it."""
    text = one_line(command)
    ticks = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{ticks}{text}{ticks}" if len(ticks) == 1 else f"{ticks} {text} {ticks}"
