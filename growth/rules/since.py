"""What a 1:1 sheet holds: promises, topics, and what happened since two people last met."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import AgendaItem, Session, SessionKind
from growth.records.wonder import Wonder
from growth.rules import advice, agenda
from growth.rules.advice import Waiting
from growth.rules.audience import open_side
from growth.rules.bank import Bank
from growth.rules.cited import Cited, cite
from growth.rules.feedback_since import Feedback
from growth.rules.findings import Red
from growth.rules.goal_news import GoalNews, goal_news
from growth.rules.meetings import Meeting, meeting
from growth.rules.pair_goals import aims
from growth.rules.persons import handles, means
from growth.rules.promises import Promise, kept, of_two, promises
from growth.rules.questions import Memory, Pick, pick
from growth.rules.select import falls_in
from growth.rules.spoken_of import last_spoken, remembered
from growth.rules.thanks import last_thanked, thanks
from growth.rules.wonders import oldest
from growth.text.fold import folded

# How far back a first sheet looks, and how far back thanks are looked for.
FIRST = 28
LOOK_BACK = 91
_TO_TELL = ("win", "design", "talk", "decision", "incident", "work", "review", "learning")
_BEST = ("win", "incident", "design", "talk", "decision", "challenge", "learning", "review", "work", "kudos")


class News(msgspec.Struct, frozen=True):
    """Something that happened since: shared by them, my note about them, or an entry of mine."""

    whose: str
    entry: Entry


class Prep(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a sheet shows, already cut for whom it is.

    `held` of `due` meetings took place `lately`, a time in words. `news` is what names or comes from
    the other; `tell` and `hard` are mine for my manager: what to tell, and where I want help. `goals` are
    those of a mentorship, `goal_news` what became of theirs; of mine, on the sheet for my manager.
    `checks` is what is to mend of practice, `career` when we last spoke of it, `remembered` since when I
    note what I ask, `thanks` whether I note thanks.
    """

    audience: str
    today: Day
    person: str
    name: str
    relation: str
    kind: SessionKind
    next: Day | None = None
    time: str = ""
    cadence: str = ""
    held: int = 0
    due: int = 0
    lately: str = ""
    last: Session | None = None
    since: Day
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()
    topics: tuple[AgendaItem, ...] = ()
    news: tuple[News, ...] = ()
    feedback: Feedback = Feedback()
    tell: tuple[Entry, ...] = ()
    hard: tuple[Entry, ...] = ()
    goals: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    goal_news: tuple[GoalNews, ...] = ()
    career: Day | None = None
    remembered: Day | None = None
    thanked: Day | None = None
    thanks: bool = False
    shares: bool = False
    questions: tuple[Pick, ...] = ()
    wonder: Wonder | None = None
    learning: str = ""
    checks: tuple[Red, ...] = ()
    private: int = 0
    cited: tuple[Cited, ...] = ()


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet is made from. `given` is feedback of mine, `shared` are entries of theirs,
    `handed` the promises between us that they shared, `bank` the questions, `learning` how much was learned.

    `goals` are theirs as of a day; mine, on the sheet for my manager. `wonders` are mine, for me alone.
    """

    sessions: Sequence[Session] = ()
    actions: Sequence[Action] = ()
    entries: Sequence[Entry] = ()
    given: Sequence[Answer] = ()
    mentorships: Sequence[Mentorship] = ()
    shared: Sequence[Entry] = ()
    handed: Sequence[Promise] = ()
    feedback: Feedback = Feedback()
    goals: Sequence[Goal] = ()
    as_of: Day | None = None
    bank: Bank = Bank(())
    thumbs: Mapping[str, bool] = {}
    wonders: Sequence[Wonder] = ()
    learning: str = ""


def kind_of(person: Person, sessions: Iterable[Session], pairs: Iterable[Mentorship]) -> SessionKind:
    """Return which kind of session the two have: mentoring where there is a pair and no 1:1."""
    if any(means(pair.person, person) and pair.until is None for pair in pairs):
        return "1on1" if agenda.with_person(sessions, person) else "mentoring"
    return "1on1"


def start(last: Day | None, today: Day) -> Day:
    """Return the day from which a sheet tells."""
    return last or Day.fromordinal(today.toordinal() - FIRST)


def prepare(
    person: Person, material: Material, today: Day, audience: str = "me", kind: SessionKind | None = None
) -> Prep:
    """Return the sheet for the next meeting with somebody; without a `kind`, of the one they have."""
    kind = kind or kind_of(person, material.sessions, material.mentorships)
    held = [one for one in agenda.held(material.sessions, person, kind) if one.day and one.day <= today]
    last = held[0] if held else None
    since = start(last.day if last else None, today)
    relation = person.relation(today)
    happened = [entry for entry in material.entries if _is_new(entry, since, last)]
    news = _news(person, happened, [one for one in material.shared if _is_new(one, since, last)])
    telling = relation == "manager"
    rhythm = _rhythm(person, material, kind, today)
    open_ = of_two(promises(material.actions, today, person, material.handed), person)
    done = of_two(kept(material.actions, since, today, person, material.handed), person)
    thanked = thanks(material.entries, material.given, today)
    sheet = Prep(
        audience=audience,
        today=today,
        person=person.handle,
        name=person.name,
        relation=relation,
        kind=kind,
        next=rhythm.next or (today if rhythm.words else None),
        time=rhythm.time,
        cadence=rhythm.words,
        held=rhythm.held,
        due=rhythm.of,
        lately=rhythm.lately,
        last=last,
        since=since,
        mine=open_.mine + done.mine,
        theirs=open_.theirs + done.theirs,
        topics=agenda.open_items(material.sessions, person, kind),
        news=tuple(one for one in news if not (telling and one.whose == "mine")),
        feedback=material.feedback,
        tell=_best(entry for entry in happened if telling and not entry.about and entry.kind in _TO_TELL),
        hard=_best(entry for entry in happened if telling and not entry.about and entry.kind == "challenge"),
        goals=_goals(person, material.mentorships),
        waiting=_waiting(person, material, today, kind),
        goal_news=goal_news(material.goals, since, today, material.as_of),
        career=last_spoken(held, "career", material.bank),
        remembered=remembered(held),
        thanked=last_thanked(person, thanked),
        thanks=bool(thanked),
        shares=bool(material.shared or material.handed) or material.as_of is not None,
        learning=material.learning,
        wonder=oldest(material.wonders) if audience == "me" and _leads(person, material, today) else None,
    )
    sheet = msgspec.structs.replace(sheet, questions=_questions(person, material, sheet, held))
    if audience != "me":
        # How I keep count of the two of us is no matter of anybody else.
        sheet = msgspec.structs.replace(
            sheet, held=0, due=0, lately="", thanked=None, thanks=False, career=None, remembered=None
        )
    return _cited(sheet)


def _questions(person: Person, material: Material, sheet: Prep, held: Sequence[Session]) -> tuple[Pick, ...]:
    topics = sorted((item for item in sheet.topics if item.by != "me"), key=lambda item: -item.carried)
    memory = Memory(
        held=held,
        role=_role(person, sheet.relation, sheet.kind, material),
        seed=person.handle,
        topics=[item.text for item in topics],
        goals=[one.goal.text for one in sheet.goal_news if one.state == "stuck"],
        thumbs=material.thumbs,
    )
    return pick(material.bank, memory, sheet.today)


def _rhythm(person: Person, material: Material, kind: SessionKind, today: Day) -> Meeting:
    """Return how it stands with the meetings of a kind; those of a pair are counted since it began."""
    pairs = [one for one in material.mentorships if means(one.person, person) and one.until is None]
    pair = next((one for one in pairs if one.cadence), None) if kind == "mentoring" else None
    if pair is None:
        return meeting(material.sessions, person, person.meets, today, kind)
    its = agenda.of_pair(material.sessions, pair.id, [one.id for one in pairs if one is not pair])
    return meeting(its, person, pair.cadence, today, kind, pair.since)


def _is_new(entry: Entry, since: Day, last: Session | None) -> bool:
    if last is None or entry.day != last.day:
        # What has no day was imported some day; that is not when it happened.
        return falls_in(entry, Period(since))
    # On the day of the meeting itself: what was written after its notes is new.
    return entry.precision != "none" and entry.created > (last.changed or last.created)


def _news(person: Person, mine: Iterable[Entry], shared: Iterable[Entry]) -> tuple[News, ...]:
    names = handles(person)
    theirs = [News("theirs", entry) for entry in shared]
    notes = [News("note", entry) for entry in mine if folded(entry.about) & names]
    with_them = [News("mine", entry) for entry in mine if not entry.about and names & folded(*entry.people)]
    every = (theirs, notes, with_them)
    return tuple(one for those in every for one in sorted(those, key=lambda news: _order(news.entry)))


def _order(entry: Entry) -> tuple[bool, int, int, str]:
    rank = _BEST.index(entry.kind) if entry.kind in _BEST else len(_BEST)
    return not entry.star, rank, -entry.day.toordinal(), entry.id


def _best(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_order))


def _waiting(person: Person, material: Material, today: Day, kind: SessionKind) -> tuple[Waiting, ...]:
    """Return what was advised or tried in mentoring; whom I mentor beside our 1:1s is asked there, too."""
    is_pair = any(means(pair.person, person) and pair.until is None for pair in material.mentorships)
    return advice.waiting(material.sessions, person, today) if is_pair or kind == "mentoring" else ()


def _goals(person: Person, pairs: Iterable[Mentorship]) -> tuple[str, ...]:
    return tuple(
        aim.text
        for pair in pairs
        if means(pair.person, person) and pair.until is None
        for aim in aims(pair)
        if aim.state != "reached"
    )


def _role(person: Person, relation: str, kind: SessionKind, material: Material) -> str:
    """Return as whom I ask: the bank's word for what I am to the other."""
    pairs = [pair for pair in material.mentorships if means(pair.person, person) and pair.until is None]
    if relation in ("direct", "manager") and not (pairs and kind == "mentoring"):
        return "manager" if relation == "direct" else "direct"
    return ("mentee" if pairs[0].role == "mentee" else "mentor") if pairs else ""


def _leads(person: Person, material: Material, today: Day) -> bool:
    """Tell whether somebody is my manager or my mentor."""
    pairs = (pair for pair in material.mentorships if pair.role == "mentee" and pair.until is None)
    return person.relation(today) == "manager" or any(means(pair.person, person) for pair in pairs)


def _cited(sheet: Prep) -> Prep:
    """Return the sheet with the records it rests on, and how many of them are private."""
    found: dict[str, tuple[Cited, bool]] = {}
    for promised in (*sheet.mine, *sheet.theirs):
        hidden = not promised.whose and promised.action.share == "private"
        found[promised.action.id] = cite(promised.record, promised.whose), hidden
    for entry in (*sheet.tell, *sheet.hard):
        found[entry.id] = cite(entry), entry.share == "private"
    for news in sheet.news:
        theirs = news.whose == "theirs"
        owner = sheet.person if theirs else ""
        found[f"{owner}:{news.entry.id}"] = (
            cite(news.entry, owner),
            not theirs and news.entry.share == "private",
        )
    for one in sheet.goal_news:
        owner = "" if sheet.relation == "manager" else sheet.person
        found[f"{owner}:{one.goal.id}"] = cite(one.goal, owner), not owner and one.goal.share == "private"
    for told in sheet.feedback.said:
        answer = told.answer
        found[f"{told.owner}:{answer.id}"] = (
            cite(answer, told.owner),
            not told.owner and answer.share == "private",
        )
    for asked in sheet.waiting:
        found[asked.session.id] = cite(asked.session), open_side(asked.session) != asked.session
    if sheet.last is not None:
        found[sheet.last.id] = cite(sheet.last), open_side(sheet.last) != sheet.last
    private = sum(is_private for _, is_private in found.values())
    private += sum(item.private for item in sheet.topics) + (sheet.wonder is not None)
    return msgspec.structs.replace(sheet, private=private, cited=tuple(one for one, _ in found.values()))
