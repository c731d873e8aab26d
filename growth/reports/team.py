"""The team page as a template gets it."""

import datetime
from collections.abc import Sequence

from growth.records.dates import Day
from growth.reports.told import Refs, Strings, beginning, cited
from growth.rules.day_words import ago, counted, day_words, near
from growth.rules.entry_words import hours_words, unseen_words
from growth.rules.goal_news import GoalNews
from growth.rules.persons import first_name
from growth.rules.team import Answers, Member, Mood, Owed, Team
from growth.rules.team_evidence import Shows
from growth.rules.team_spread import LOOK_BACK, Learned, Spread, Unseen, Unthanked
from growth.text.markdown import inline, literal

# A line of the page is a reminder; what goes beyond is on the sheet of each.
SHORT = 60
GOALS, THEMES = 2, 2
# Who shared less of it than this carries none.
CARRIED = 2
# A bundle older than this says little of the last weeks.
OLD = 21


def context(page: Team, names: dict[str, str]) -> Strings:
    """Return what the template `team` may use, every text in it safe."""
    refs = Refs("me", page.cited)
    called = _called(page)
    first = page.members[0].person if page.members and not page.discreet else ""
    private = counted(page.private, "private record")
    return {
        "audience": f"For you only: {private}" if page.private else "For you only",
        "day": day_words(page.today, page.today),
        "discreet": page.discreet,
        "members": [_member(one, called[one.person], page.today, names, refs) for one in page.members],
        "spread": _spread(page.spread, called, page),
        "first": first,
        "cited": cited(page.cited, names),
    }


def _called(page: Team) -> dict[str, str]:
    """Return how each is called on a line about several: by first name, by name where two have one."""
    if page.discreet:
        return {one.person: literal(one.name) for one in page.members}
    given = [first_name(one.name) for one in page.members]
    return {
        one.person: literal(short if short and given.count(short) == 1 else one.name or one.person)
        for one, short in zip(page.members, given, strict=True)
    }


def _member(one: Member, called: str, today: Day, names: dict[str, str], refs: Refs) -> Strings:
    found = {
        "person": one.person,
        "name": literal(one.name),
        "called": called,
        "when": _when(one, today),
        "missed": _missed(one),
        "mine": _owed(one.mine, refs),
        "theirs": _owed(one.theirs, refs),
        "answers": _answers(one.answers, called, names),
        "goals": _goals(one, refs),
        "evidence": _evidence(one.evidence, refs),
        "mood": _mood(one.mood, today),
    }
    pressing = ("missed", "mine", "theirs", "answers", "goals", "evidence", "mood")
    return found | {"quiet": not any(found[name] for name in pressing)}


def _when(one: Member, today: Day) -> str:
    words = []
    if one.next:
        words.append(f"{near(one.next, today)} {one.time}".rstrip())
    words.append(f"met {ago(one.last, today)}" if one.last else "no 1:1 noted yet")
    if one.cadence:
        lately = one.lately.replace("in the last", "in")
        counts = f", {one.held} of {one.due} held {lately}" if one.due else ""
        words.append(f"{one.cadence}{counts}")
    else:
        words.append("no rhythm set")
    return " · ".join(words)


def _missed(one: Member) -> str:
    if one.missed == 1 and one.overdue:
        return f"{counted(one.overdue, 'day')} overdue"
    return f"{one.missed} missed" if one.missed else ""


def _owed(owed: Owed, refs: Refs) -> Strings | None:
    if not owed.open:
        return None
    if owed.first is None:
        late = f", {owed.late} overdue" if owed.late else ""
        text, ref = f"{counted(owed.open, 'promise')}{late}", ""
    else:
        more = f", and {owed.open - 1} more" if owed.open > 1 else ""
        more += f", {owed.late} overdue" if owed.late > 1 else ""
        safe = literal if owed.first.whose else inline
        text, ref = safe(beginning(owed.first.action.text, SHORT)) + more, refs(owed.first.action.id)
    return {"text": text, "words": owed.words, "late": owed.late > 0, "ref": ref}


def _answers(found: Answers, called: str, names: dict[str, str]) -> Strings | None:
    said = []
    if found.asked:
        said.append(f"{found.came} of {found.asked} about {called} in")
        said += [
            f"{literal(first_name(names.get(one.person) or one.person))} {counted(one.days, 'day')} late"
            for one in found.by
        ]
        if found.late and not found.by:
            said.append(f"{found.late} late, by {counted(found.days, 'day')}")
    if found.owes:
        said.append(f"asked {called}: {found.owes}")
    return {"text": ", ".join(said), "late": bool(found.late or found.owes_late)} if said else None


def _goals(one: Member, refs: Refs) -> list[Strings]:
    """Return the lines of stuck goals; without a word of them they are counted."""
    if one.goals and not one.stuck:
        return [{"text": f"{one.goals} stuck", "words": "", "ref": ""}]
    lines = [_goal(news, one.person, refs) for news in one.stuck[:GOALS]]
    if len(one.stuck) > GOALS:
        lines.append({"text": f"and {len(one.stuck) - GOALS} more stuck", "words": "", "ref": ""})
    return lines


def _goal(news: GoalNews, person: str, refs: Refs) -> Strings:
    text = literal(beginning(news.goal.text, SHORT))
    return {"text": text, "words": news.words, "ref": refs(news.goal.id, person)}


def _evidence(found: Shows | None, refs: Refs) -> Strings | None:
    if found is None or not (found.none or found.stale):
        return None
    said = []
    if found.none:
        named = ", ".join(literal(theme) for theme in found.themes[:THEMES])
        more = " …" if len(found.themes) > THEMES else ""
        said.append(f"nothing shown for {found.none} of {found.asked}{': ' + named if named else ''}{more}")
    if found.stale:
        said.append(f"{found.stale} older than 90 days")
    ref = refs(found.cited.ref.rpartition(":")[2], found.cited.ref.partition(":")[0]) if found.cited else ""
    words = ", ".join(literal(word) for word in (found.target, found.period) if word)
    return {"text": "; ".join(said), "words": words, "ref": ref}


def _mood(found: Mood | None, today: Day) -> Strings | None:
    if found is None:
        return None
    parts = [_scale(found.mood, found.mood_words)]
    workload = _scale(found.workload, found.workload_words)
    parts += [f"workload {workload}"] if workload else []
    text = "; ".join(part for part in parts if part)
    return {"text": text, "words": f"as told {near(found.day, today)}"}


def _scale(value: int | None, words: str) -> str:
    said = f"“{inline(beginning(words, SHORT))}”" if words else ""
    if value is None:
        return said
    return f"{value} of 5, {said}" if said else f"{value} of 5"


def _spread(found: Spread, called: dict[str, str], page: Team) -> Strings:
    bundles = [one for one in page.members if one.bundle and (page.today - one.bundle).days > OLD]
    return {
        "when": _days(found, page.today),
        "unthanked": _unthanked(found.unthanked, called, page.today),
        "unseen": _listed([_unseen(one, called) for one in found.unseen if one.unseen >= CARRIED]),
        "learned": _listed([_learned(one, called) for one in found.learned if one.entries]),
        "unlearned": _listed([called[one.person] for one in found.learned if not one.entries]),
        "silent": _listed([called[one] for one in found.silent]),
        "old": "; ".join(
            [f"{called[one.person]}, of {day_words(one.bundle, page.today)}" for one in bundles if one.bundle]
        ),
    }


def _days(found: Spread, today: Day) -> str:
    """Return of which days that is told which was shared."""
    start = day_words(found.start, today) if found.start else ""
    if found.end is None or found.end > today:
        return f"shared since {start}"
    return f"{start} to {day_words(found.end - datetime.timedelta(days=1), today)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def _unthanked(those: Sequence[Unthanked], called: dict[str, str], today: Day) -> str:
    never = [called[one.person] for one in those if not one.last]
    said = [f"{called[one.person]} since {day_words(one.last, today)}" for one in those if one.last]
    words = [f"in {LOOK_BACK.days // 7} weeks: {_listed(never)}"] if never else []
    return "; ".join([*words, *said])


def _unseen(one: Unseen, called: dict[str, str]) -> str:
    words = unseen_words(one.sorts)
    if len(one.sorts) == 1 and "help" not in one.sorts:
        return f"{called[one.person]} {words} of {one.of}"
    return f"{called[one.person]} {one.unseen} of {one.of} ({words})"


def _learned(one: Learned, called: dict[str, str]) -> str:
    spent = hours_words(one.minutes) if one.minutes else ""
    return f"{called[one.person]} {spent or counted(one.entries, 'entry', 'entries')}"
