"""Everything held about a person as a template gets it."""

from collections.abc import Sequence

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import JUDGEMENTS, Assessment
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.ids import short
from growth.records.mentorship import Mentorship
from growth.records.observation import RUBRIC, Observation
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Advice, AgendaItem, Session
from growth.records.thumb import Thumb
from growth.reports.told import NOBODY, Names, Safe, Strings, line
from growth.rules import consent
from growth.rules.about import About, Shared
from growth.rules.day_words import counted, day_words
from growth.rules.entry_words import entry_day
from growth.rules.goals import words
from growth.rules.practices import fields, state_words, what
from growth.rules.promises import promise
from growth.rules.relations import relation_words
from growth.rules.session_form import scale
from growth.text.markdown import block, inline, literal, literal_block


def context(found: About, names: dict[str, str]) -> Strings:
    """Return what the template `about` may use, every text in it safe."""
    person, today = found.person, found.today
    return {
        "audience": f"For you only: {counted(found.count, 'record')}, private ones among them",
        "name": literal(person.name),
        "handle": person.handle,
        "record": [
            {"label": label, "text": literal(text)}
            for label, text in (
                ("handles", ", ".join(person.handles)),
                ("e-mail", ", ".join(person.emails)),
                ("relation", "; ".join(relation_words(person, today))),
                ("meets", person.meets),
            )
            if text
        ],
        "notes": _entries(found.notes, today, names, inline),
        "naming": _entries(found.entries, today, names, inline),
        "topics_ahead": [_topic(item, names, inline) for one in found.ahead for item in one.agenda],
        "promises": [_action(one, names, today, inline) for one in found.actions],
        "sessions": [_session(one, names, today) for one in found.sessions],
        "mentorships": [_mentorship(one, names, today, inline) for one in found.mentorships],
        "requests": [_request(one, names, today) for one in found.requests],
        "answers": [
            # What I gave is text of mine, all else that of others.
            _answer(one, names, today, inline if one.manner == "given" else literal)
            for one in found.answers
        ],
        "thumbs": [_thumb(one, today) for one in found.thumbs],
        "assessments": [_assessment(one, names, today, inline) for one in found.assessments],
        "observations": [_observation(one, names, today) for one in found.observations],
        "wonders": [
            {
                "question": inline(one.question),
                "answer": inline(one.answer),
                "day": day_words(one.answered or one.day, today),
                "ref": f"`{short(one.id)}`",
            }
            for one in found.wonders
        ],
        "practices": [_practice(one, inline) for one in found.practices],
        "drafts": [
            {
                "output": literal_block(one.output),
                "kind": literal(one.kind),
                "day": day_words(one.day, today),
                "ref": f"`{short(one.id)}`",
            }
            for one in found.drafts
        ],
        "shared": [_shared(one, names, today) for one in found.shared],
    }


def _entries(entries: Sequence[Entry], today: Day, names: Names, safe: Safe) -> list[Strings]:
    whole = block if safe is inline else literal_block
    return [
        {
            "day": entry_day(entry, today),
            "kind": entry.kind,
            "text": line(entry, names, safe),
            "body": _indented(whole(entry.body)) if entry.body else "",
            "share": entry.share,
            "ref": f"`{short(entry.id)}`",
        }
        for entry in entries
    ]


def _indented(text: str) -> str:
    """Return a text so that it belongs to the list item above it."""
    return "\n".join(f"  {row}" if row else "" for row in text.split("\n"))


def _topic(item: AgendaItem, names: dict[str, str], safe: Safe) -> Strings:
    return {
        "by": literal(names.get(item.by) or item.by),
        "text": safe(item.text),
        "private": item.private,
        "state": item.state,
    }


def _action(one: Action, names: dict[str, str], today: Day, safe: Safe) -> Strings:
    return {
        "owner": literal(names.get(one.owner) or one.owner),
        "text": safe(one.text),
        "words": literal(promise(one, today).words),
        "share": one.share,
        "ref": f"`{short(one.id)}`",
    }


def _session(one: Session, names: dict[str, str], today: Day) -> Strings:
    return {
        "day": day_words(one.day, today) if one.day else "",
        "kind": "1:1" if one.kind == "1on1" else "mentoring",
        "agenda": [_topic(item, names, inline) for item in one.agenda],
        "shared": block(one.shared),
        "private": block(one.private),
        "mood": literal(scale(one.mood, one.mood_words)),
        "workload": literal(scale(one.workload, one.workload_words)),
        "asked": literal(", ".join(one.asked)),
        "advice": [_advice(said, inline) for said in one.advice],
        "ref": f"`{short(one.id)}`",
    }


def _advice(one: Advice, safe: Safe) -> Strings:
    return {
        "kind": "advised" if one.kind == "advice" else "to try",
        "text": safe(one.text),
        "went": safe(one.went) if one.went else "",
    }


def _observation(one: Observation, names: dict[str, str], today: Day) -> Strings:
    return {
        "who": literal(names.get(one.person) or one.person),
        "mentee": literal(names.get(one.mentee) or one.mentee),
        "day": day_words(one.day, today),
        "marks": [
            {"item": RUBRIC[mark.item], "seen": mark.seen, "words": inline(mark.words) if mark.words else ""}
            for mark in one.marks
        ],
        "words": inline(one.words) if one.words else "",
        "share": one.share,
        "ref": f"`{short(one.id)}`",
    }


def _mentorship(one: Mentorship, names: dict[str, str], today: Day, safe: Safe) -> Strings:
    return {
        "with": literal(names.get(one.person) or one.person),
        "role": one.role,
        "since": day_words(one.since, today),
        "until": day_words(one.until, today) if one.until else "",
        "cadence": literal(one.cadence),
        "mentees": [literal(names.get(handle) or handle) for handle in one.mentees],
        "goals": [safe(goal) for goal in one.goals],
        "looks": [
            {"day": day_words(look.day, today), "goal": safe(look.goal), "text": safe(look.text)}
            for look in one.looks
        ],
        "outcome": safe(one.outcome) if one.outcome else "",
        "ref": f"`{short(one.id)}`",
    }


def _shared(one: Shared, names: dict[str, str], today: Day) -> Strings:
    # The names in it are those that its owner gave, who is `me` there.
    called = {"me": names.get(one.owner) or one.owner}
    return {
        "owner": literal(called["me"]),
        "entries": _entries(one.entries, today, NOBODY, literal),
        "sessions": [
            {
                "day": day_words(session.day, today) if session.day else "next",
                "agenda": [_topic(item, called, literal) for item in session.agenda],
                "advice": [_advice(said, literal) for said in session.advice],
                "shared": _indented(literal_block(session.shared)),
            }
            for session in one.sessions
        ],
        "actions": [_action(action, called, today, literal) for action in one.actions],
        "answers": [_answer(answer, called, today, literal) for answer in one.answers],
        "assessments": [_assessment(judged, called, today, literal) for judged in one.assessments],
        "goals": [_goal(goal, today) for goal in one.goals],
        "mentorships": [_mentorship(pair, called, today, literal) for pair in one.mentorships],
        "practices": [_practice(kept, literal) for kept in one.practices],
    }


def _practice(one: Practice, safe: Safe) -> Strings:
    states = [(str(state.day), state_words(state) or "ran") for state in one.states]
    votes = [(part.period, f"thumbs: {part.up} up, {part.down} down") for part in one.votes]
    said = [(vote.comment for vote in part.said) for part in one.votes]
    return {
        "kind": one.kind,
        "name": safe(one.name),
        "words": literal(what(one)),
        "lines": [f"{safe(label)}: {safe(text)}" for label, text in (*fields(one), *states, *votes) if text],
        "said": [literal(comment) for those in said for comment in those if comment],
        "ref": f"`{short(one.id)}`",
    }


def _goal(one: Goal, today: Day) -> Strings:
    return {
        "text": literal(one.text),
        "words": literal(words(one, today)),
        "looks": [{"day": day_words(look.day, today), "text": literal(look.text)} for look in one.checkins],
        "ref": f"`{short(one.id)}`",
    }


def _assessment(one: Assessment, names: dict[str, str], today: Day, safe: Safe) -> Strings:
    return {
        "about": literal(names.get(one.about) or one.about),
        "what": literal(f"{one.ladder} {one.target}, {one.period}"),
        "state": f"finished {day_words(one.finished, today)}" if one.finished else "open",
        "ratings": [
            {
                "criterion": literal(rating.criterion),
                "judgement": JUDGEMENTS[rating.judgement],
                "statement": safe(rating.statement),
            }
            for rating in one.ratings
        ],
        "ref": f"`{short(one.id)}`",
    }


def _request(one: Request, names: dict[str, str], today: Day) -> Strings:
    return {
        "to": literal(names.get(one.person) or one.person),
        "about": literal(_about(one.about, names)),
        "questions": [literal(asked.text) for asked in one.questions],
        "words": literal(f"{one.state}, {day_words(one.day, today)}"),
        "ref": f"`{short(one.id)}`",
    }


def _answer(one: Answer, names: dict[str, str], today: Day, safe: Safe) -> Strings:
    return {
        "by": literal(names.get(one.person) or one.person),
        "about": literal(_about(one.about, names)),
        "manner": one.manner,
        "said": [
            {"question": literal(reply.question), "step": reply.rating or "", "text": safe(reply.text)}
            for reply in one.replies
        ],
        "unmatched": literal(one.unmatched),
        "consent": "" if one.manner == "given" else consent.in_words(one),
        "day": day_words(one.day, today),
        "ref": f"`{short(one.id)}`",
    }


def _about(about: str, names: dict[str, str]) -> str:
    return (names.get(about[1:]) or about) if about.startswith("@") else about


def _thumb(one: Thumb, today: Day) -> Strings:
    return {
        "up": one.up,
        "why": inline(one.why),
        "target": f"`{short(one.target)}`",
        "day": day_words(one.day, today),
        "ref": f"`{short(one.id)}`",
    }
