"""A review as a template gets it: what I know of somebody over a season, and where I know nothing."""

from collections.abc import Sequence

from growth.records.assessment import JUDGEMENTS
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.reports import period
from growth.reports.told import NOBODY, Names, Refs, Strings, beginning, cited, headline, line, proof
from growth.rules.assessment_compare import Pair
from growth.rules.assessment_sheet import Row, Sheet
from growth.rules.brag import Brag
from growth.rules.day_words import counted, day_words, near, times
from growth.rules.entry_words import entry_day, hours_words, unseen_words
from growth.rules.feedback_since import Feedback, Told
from growth.rules.persons import first_name
from growth.rules.promises import Promise
from growth.rules.review import Kept, Month, Review, Silence
from growth.text.markdown import forge_label, inline, link, literal

# A line of a review reminds me of something; its id leads to the rest.
SHORT, PROVEN, SAID = 100, 70, 200
GROUPS, LINES, NAMING, CLOSED, MEETINGS = 6, 3, 4, 3, 3
CITED = 40
# After so many days a bundle says little of what happened since.
OLD = 21
_SILENT = {"note": "no note", "1:1": "no meeting noted", "shared": "nothing shared"}


def context(found: Review, names: dict[str, str]) -> Strings:
    """Return what the template `review` may use, every text in it safe."""
    refs = Refs("me", found.cited)
    called = literal(first_name(found.name) or found.person)
    private = f": {counted(found.private, 'private record')}" if found.private else ""
    return {
        "audience": f"For you only{private}",
        "name": literal(found.name),
        "called": called,
        "handle": found.person,
        "period": period.words(found.label, found.start, found.end),
        "known": _known(found),
        "warnings": _warnings(found, called),
        "judged": _judged(found, called, refs),
        "shared": _shared(found.shared, found.today, found.person, refs),
        "months": [_month(one, found.today, names, refs) for one in found.months],
        "notes": found.noted,
        "naming": [_mine(one, found.today, names, refs) for one in found.naming[:NAMING]],
        "naming_more": max(0, len(found.naming) - NAMING),
        "feedback": _feedback(found.feedback, names, found.today, refs),
        "mine": _kept(found.mine, refs),
        "theirs": _kept(found.theirs, refs),
        "goals": [
            {"text": literal(beginning(one.goal.text, SHORT)), "words": literal(one.words),
             "said": literal(beginning(one.said, SHORT)), "ref": refs(one.goal.id, found.person)}
            for one in found.goals
        ],
        "cited": cited(found.cited, names, CITED),
    }  # fmt: skip


def known_words(found: Review) -> list[str]:
    """Return how much I know, in counts."""
    words = [f"met {times(found.met)}" if found.met else "never met"]
    words += [counted(found.noted, "note"), f"{counted(found.shared.total, 'entry', 'entries')} shared"]
    said = len(found.feedback.said) + found.feedback.kept
    words += [counted(said, "answer")] if said else []
    words += [f"thanked {times(found.thanked)}" if found.thanked else "never thanked"]
    return words


def _known(found: Review) -> str:
    words = " · ".join(known_words(found))
    return words[0].upper() + words[1:]


def _warnings(found: Review, called: str) -> list[str]:
    """Return where I know nothing, and what weighs more than it should."""
    said = [silence_words(one) for one in found.silences]
    if found.recency:
        said.append(f"{found.recency.late} of {found.recency.of} notes are of the last month")
    if not (found.asked or found.feedback.said or found.feedback.kept):
        said.append(f"nobody was asked about {called}: `growth feedback ask PERSON --about @{found.person}`")
    if found.as_of is None:
        said.append(f"no bundle of {called} is opened: `growth bundle open FILE`")
    elif (min(found.today, found.end) - found.as_of).days > OLD:
        said.append(
            f"what {called} shared ends on {day_words(found.as_of, found.today)}: ask for a new bundle"
        )
    open_ = _unjudged(found.judged.mine)
    return [*said, *([open_] if open_ else [])]


def silence_words(one: Silence) -> str:
    """Return `no note in July and August`."""
    if one.all:
        return f"{_SILENT[one.what]} at all"
    return f"{_SILENT[one.what]} {_months_words(one.months)}"


def _months_words(months: Sequence[Day]) -> str:
    """Return `in July`, `in July and August`, `from June to September`, `in May, July and August`."""
    named = [f"{first:%B}" for first in months]
    first, last = months[0], months[-1]
    apart = (last.year - first.year) * 12 + last.month - first.month
    if len(months) > 2 and apart == len(months) - 1:
        return f"from {named[0]} to {named[-1]}"
    return f"in {' and '.join((', '.join(named[:-1]), named[-1])) if len(named) > 1 else named[0]}"


def _unjudged(sheet: Sheet | None) -> str:
    if sheet is None or not sheet.missing:
        return ""
    themes = dict.fromkeys(literal(row.theme) for row in sheet.rows if row.rating is None)
    return f"not judged by you yet: {len(sheet.missing)} of {sheet.asked}, in {', '.join(themes)}"


def _judged(found: Review, called: str, refs: Refs) -> Strings:
    """Return how I judge beside how they do: what is apart first, then what is alike."""
    judged = found.judged
    one = judged.mine or judged.theirs
    lines: list[Strings] = []
    if judged.apart:
        rows = [*judged.apart.apart, *(row for row in judged.apart.rows if not row.steps)]
        lines = [_pair(row, called) for row in rows if row.first or row.second]
    elif one:
        lines = [_alone(row, mine=one is judged.mine) for row in one.rows if row.rating]
    return {
        "lines": lines,
        "words": literal(f"{one.ladder} {one.target}, {one.period}") if one else "",
        "mine": _sheet(judged.mine, refs, ""),
        "theirs": _sheet(judged.theirs, refs, found.person),
        "apart": len(judged.apart.apart) if judged.apart else 0,
        "both": sum(bool(row.first and row.second) for row in judged.apart.rows) if judged.apart else 0,
    }


def _sheet(sheet: Sheet | None, refs: Refs, owner: str) -> Strings | None:
    if sheet is None:
        return None
    ref = refs(sheet.id.rpartition(":")[2], owner)
    return {"ref": ref, "state": "finished" if sheet.finished else "open"}


def _pair(row: Pair, called: str) -> Strings:
    """Return one criterion in both; the first are theirs, the second mine."""
    theirs, mine = _word(row.first), _word(row.second)
    apart = f"{called}: {theirs or 'not judged'}, you: {mine or 'not judged'}"
    return {
        "theme": literal(row.theme),
        "text": literal(beginning(row.summary, SHORT)),
        "words": f"both {mine}" if row.steps == 0 else apart,
        "apart": bool(row.steps),
        "theirs": literal(beginning(row.first_said, SAID)) if row.steps else "",
        "mine": inline(beginning(row.second_said, SAID)) if row.steps else "",
    }


def _alone(row: Row, *, mine: bool) -> Strings:
    assert row.rating is not None
    said = beginning(row.rating.statement, SAID)
    return {
        "theme": literal(row.theme),
        "text": literal(beginning(row.criterion.summary, SHORT)),
        "words": _word(row.rating.judgement),
        "apart": False,
        "theirs": "" if mine else literal(said),
        "mine": inline(said) if mine else "",
    }


def _word(judgement: str) -> str:
    return {str(name): words for name, words in JUDGEMENTS.items()}.get(judgement, "")


def _shared(shared: Brag, today: Day, owner: str, refs: Refs) -> Strings:
    """Return the work they shared, group by group, and what is rarely seen of it in one line."""

    def one(entry: Entry) -> Strings:
        links = [link(url) for url in entry.links if forge_label(url)][:1]
        return {
            "text": literal(headline(entry, NOBODY, SHORT, PROVEN)) + proof(entry, literal, SHORT),
            "words": ", ".join([entry_day(entry, today), *links]),
            "ref": refs(entry.id, owner),
        }

    groups = [
        {
            "name": literal(group.name) or "other work",
            "count": counted(group.total, "entry", "entries"),
            "lines": [one(entry) for entry in group.entries[:LINES]],
            "more": group.total - len(group.entries[:LINES]),
        }
        for group in shared.groups[:GROUPS]
    ]
    return {
        "total": shared.total,
        "groups": groups,
        "more": sum(group.total for group in shared.groups[GROUPS:]),
        "unseen": unseen_words(shared.unseen_sorts),
        "unseen_words": _unseen_words(shared),
        "learned": [one(entry) for entry in shared.learning[:LINES]],
        "learned_more": len(shared.learning[LINES:]) + shared.learning_folded,
        "thanked": [one(entry) for entry in shared.thanks[:LINES]],
        "thanked_more": len(shared.thanks[LINES:]) + shared.thanks_folded,
        "spent": hours_words(shared.spent) if shared.spent else "",
    }


def _unseen_words(shared: Brag) -> str:
    """Return how many are rarely seen, and how many of those stand among the work already."""
    above = shared.unseen_total - sum(len(sort.entries) + sort.folded for sort in shared.unseen)
    of = counted(shared.total, "entry", "entries")
    told = f", {above} of them told above" if above else ""
    return f"{shared.unseen_total} of {of}, {shared.unseen_percent} %{told}"


def _month(month: Month, today: Day, names: Names, refs: Refs) -> Strings:
    """Return what I noted in a month, by day; of meetings no more than tells them apart."""
    told = [
        (one.day, {"text": line(one, names), "body": inline(beginning(one.body, SAID)),
                   "words": entry_day(one, today), "ref": refs(one.id)})
        for one in month.notes
    ] + [
        (one.day or today, {"text": inline(beginning(one.private, SHORT)), "body": "",
                            "words": f"when you met {day_words(one.day or today, today)}",
                            "ref": refs(one.id)})
        for one in month.sessions[:MEETINGS]
    ]  # fmt: skip
    return {
        "name": f"{month.first:%B %Y}" if month.first.year != today.year else f"{month.first:%B}",
        "lines": [one for _, one in sorted(told, key=lambda pair: pair[0])],
        "more": max(0, len(month.sessions) - MEETINGS),
    }


def _mine(entry: Entry, today: Day, names: Names, refs: Refs) -> Strings:
    return {
        "kind": "you thanked" if entry.kind == "kudos" else entry.kind,
        "text": inline(headline(entry, names, SHORT, PROVEN)) + proof(entry, inline, SHORT, names),
        "words": entry_day(entry, today),
        "ref": refs(entry.id),
    }


def _feedback(found: Feedback, names: dict[str, str], today: Day, refs: Refs) -> Strings:
    def one(told: Told) -> Strings:
        # In what they shared the names are those that they gave.
        giver = told.answer.person
        by = giver if told.owner else names.get(giver) or giver
        lent = ", shared with you" if told.owner else ""
        return {
            "text": literal(beginning(told.text, SAID)),
            "words": literal(f"{by}, {near(told.answer.day, today)}{lent}"),
            "ref": refs(told.answer.id, told.owner),
        }

    return {
        "said": [one(told) for told in found.said],
        "kept": counted(found.kept, "more answer" if found.said else "answer") if found.kept else "",
    }


def _kept(side: Kept, refs: Refs) -> Strings:
    """Return one side's promises: in counts, and those that are broken, dropped or still open."""
    counts = [f"{len(side.kept)} kept"] if side.kept else []
    counts += [f"{len(side.dropped)} dropped"] if side.dropped else []
    counts += [f"{len(side.open)} open"] if side.open else []
    counts += [f"{side.late} overdue"] if side.late else []
    shown = (*side.open, *side.dropped, *_last(side.kept))
    return {
        "counts": ", ".join(counts),
        "lines": [
            {"text": (literal if one.whose else inline)(beginning(one.action.text, SHORT)),
             "words": literal(one.words), "late": one.days_late > 0,
             "done": one.action.state == "done", "ref": refs(one.action.id)}
            for one in shown
        ],
        "more": max(0, len(side.kept) - CLOSED),
    }  # fmt: skip


def _last(kept: Sequence[Promise]) -> Sequence[Promise]:
    return kept[-CLOSED:][::-1]


def index(those: Sequence[Review], ending: str) -> str:
    """Return the page that leads to the reviews of all, of whom I noted the fewest first."""
    when = period.words(those[0].label, those[0].start, those[0].end)
    lines = [f"*For you only*\n\n# Reviews · *{when}*\n\nOrder: fewest notes first.\n"]
    for one in sorted(those, key=lambda one: (one.noted, one.person)):
        said = [*known_words(one)[:3], *(silence_words(silence) for silence in one.silences[:1])]
        lines.append(f"- [{literal(one.name)}]({one.person}.{ending}) · *{', '.join(said)}*")
    return "\n".join(lines) + "\n"
