"""What is no entry, as chapters of Markdown for people to read: meetings, feedback, promises, goals …

They are told and not read back; JSON Lines hold them whole. Text of mine keeps its marks, text of others
is literal.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from growth.exchange.told_entry import Names
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import JUDGEMENTS, Assessment
from growth.records.draft import Draft
from growth.records.goal import Goal
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.observation import RUBRIC, Observation
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Session
from growth.records.wonder import Wonder
from growth.rules.practices import fields, state_words, what
from growth.text.markdown import block, inline, link, literal, literal_block

# What an import passes over.
TOLD = "<!-- growth told -->"
# What stands below it was typed since.
END = "<!-- growth end -->"


def chapters(
    records: Sequence[Record], names: Names, level: int = 2, *, marked: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the title of each chapter that has something in it, and its Markdown.

    `marked` says in each that an import passes over it, and where it ends.
    """
    mark, end = ((TOLD,), (END,)) if marked else ((), ())
    for title, kind, tell in _CHAPTERS:
        found = sorted((one for one in records if isinstance(one, kind)), key=_by_day)
        if found:
            told = [_part(tell(one, names), level + 1) for one in found]
            yield title, "\n\n".join((f"{'#' * level} {title}", *mark, *told, *end))


def _part(parts: Iterable[str], level: int) -> str:
    heading, *rest = (part for part in parts if part)
    return "\n\n".join((f"{'#' * level} {heading}", *rest))


def _name(handle: str, names: Names) -> str:
    bare = handle.removeprefix("@")
    return literal("me" if handle == "me" else names.get(bare, handle))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _session(one: Session, names: Names) -> Iterator[str]:
    kind = "1:1" if one.kind == "1on1" else "Mentoring"
    yield f"{one.day or 'Next time'} · {kind} with {_name(one.person, names)}"
    yield _list(
        inline(item.text) + ("" if item.state == "open" else f" · *{item.state}*") for item in one.agenda
    )
    yield block(one.shared) if one.shared else ""
    yield _list(
        f"{'To try' if said.kind == 'try' else 'Advised'}: {inline(said.text)}"
        + (f" · *went: {inline(said.went)}*" if said.went else "")
        for said in one.advice
    )
    yield f"*For me only:*\n\n{block(one.private)}" if one.private else ""
    yield _list(
        f"{what}: {number} of 5" + (f", {inline(words)}" if words else "")
        for what, number, words in (
            ("Mood", one.mood, one.mood_words), ("Workload", one.workload, one.workload_words)
        )
        if number is not None
    )  # fmt: skip


def _answer(one: Answer, names: Names) -> Iterator[str]:
    if one.manner == "given":
        yield f"{one.day} · To {_name(one.about, names)}"
    else:
        yield f"{one.day} · From {_name(one.person, names)}{_about(one.about, names)}"
    whole = block if one.manner == "given" else literal_block
    for reply in one.replies:
        rating = f" · *step {reply.rating}*" if reply.rating is not None else ""
        yield f"**{inline(reply.question)}**{rating}"
        yield whole(reply.text) if reply.text else ""
    yield literal_block(one.unmatched) if one.unmatched else ""


def _about(about: str, names: Names) -> str:
    return "" if about == "me" else f" about {_name(about, names)}"


def _request(one: Request, names: Names) -> Iterator[str]:
    yield f"{one.day} · Asked {_name(one.person, names)}{_about(one.about, names)} · *{one.state}*"
    yield _list(inline(asked.text) for asked in one.questions)


def _action(one: Action, names: Names) -> Iterator[str]:
    owner = "I" if one.owner == "me" else _name(one.owner, names)
    yield f"{one.day} · {owner}: {inline(one.text)}"
    days = [f"due {day}" for day in (*one.moved, one.due) if day]
    ended = [] if one.state == "open" else [f"{one.state}{f' on {one.closed}' if one.closed else ''}"]
    whom = [f"with {_name(one.person, names)}"] if one.person not in ("", "me", one.owner) else []
    said = [*whom, *days, *ended]
    yield f"*{' · '.join(said)}*" if said else ""
    yield inline(one.why) if one.why else ""


def _pair(one: Mentorship, names: Names) -> Iterator[str]:
    until = f" to {one.until}" if one.until else " on"
    yield f"{one.since}{until} · {_name(one.person, names)}, I am {one.role}"
    yield _list(map(inline, one.goals))
    yield _list(f"{look.day} · {inline(look.goal)}: {inline(look.text)}" for look in one.looks)
    yield inline(one.outcome) if one.outcome else ""


def _goal(one: Goal, names: Names) -> Iterator[str]:
    yield f"{one.day} · {inline(one.text)}"
    said = [f"due {one.due}" if one.due else "", "" if one.state == "open" else one.state]
    yield f"*{' · '.join(filter(None, said))}*" if any(said) else ""
    yield _list(
        f"{look.day} · {inline(look.text)}{'' if look.moved else ' · *stuck*'}" for look in one.checkins
    )


def _assessment(one: Assessment, names: Names) -> Iterator[str]:
    yield (
        f"{one.day} · {_name(one.about, names)} against {literal(one.title or one.ladder)}, "
        f"{literal(one.target)}, {literal(one.period)}"
    )
    texts = {criterion.id: criterion.summary for criterion in one.criteria}
    yield "*finished " + f"{one.finished}*" if one.finished else "*open*"
    yield _list(
        f"**{JUDGEMENTS[rating.judgement]}** · "
        + literal(texts.get(rating.criterion, rating.criterion).rstrip("."))
        + (f": {inline(rating.statement)}" if rating.statement else "")
        for rating in one.ratings
    )


def _observation(one: Observation, names: Names) -> Iterator[str]:
    yield f"{one.day} · {_name(one.person, names)} as a mentor"
    yield _list(
        f"{RUBRIC[mark.item]}: {mark.seen}" + (f", {inline(mark.words)}" if mark.words else "")
        for mark in one.marks
    )
    yield block(one.words) if one.words else ""


def _wonder(one: Wonder, names: Names) -> Iterator[str]:
    yield f"{one.day} · {inline(one.question)}"
    by = f", {_name(one.by, names)}" if one.by else ""
    yield f"*answered {one.answered}{by}*" if one.answered else "*open*"
    yield block(one.answer) if one.answer else ""
    yield _list(map(link, one.links))


def _practice(one: Practice, names: Names) -> Iterator[str]:
    yield f"{one.day} · {literal(one.name)}"
    over = f", retired {one.retired}" if one.retired else ""
    owner = f", {_name(one.owned_by, names)}" if one.owned_by else ""
    yield f"*{what(one)}{owner}{over}*"
    yield _list(f"{label}: {inline(text)}" for label, text in fields(one) if text)
    yield _list(f"{state.day} · {inline(state_words(state) or 'ran')}" for state in one.states)
    yield _list(f"{literal(said.period)} · thumbs: {said.up} up, {said.down} down" for said in one.votes)


def _draft(one: Draft, names: Names) -> Iterator[str]:
    about = f" about {_name(one.about, names)}" if one.about else ""
    yield f"{one.day} · {literal(one.kind)}{about}, by {literal(f'{one.prompt}@{one.version}')}"
    yield literal_block(one.output)
    yield _list(
        f"{literal(found.rule)}: {literal(found.text)}: {literal(found.why)}" for found in one.findings
    )


def _by_day(one: Record) -> tuple[str, str]:
    day = getattr(one, "day", None) or getattr(one, "since", None)
    return str(day or "9999"), one.id


_CHAPTERS: tuple[tuple[str, type[Record], Callable[..., Iterator[str]]], ...] = (
    ("Meetings", Session, _session),
    ("Feedback", Answer, _answer),
    ("Asked for", Request, _request),
    ("Promises", Action, _action),
    ("Mentorships", Mentorship, _pair),
    ("What I saw of mentors", Observation, _observation),
    ("Goals", Goal, _goal),
    ("Assessments", Assessment, _assessment),
    ("Questions", Wonder, _wonder),
    ("Practice register", Practice, _practice),
    ("Drafts", Draft, _draft),
)
