"""The 1:1s of a year with one person: what was raised, said, promised, asked, and what became of it."""

import random
from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.session import AgendaItem, Session
from growth.rules.bank import Bank
from growth.rules.questions import Pick
from growth.rules.since import Material, prepare
from tests.year.days import NOW, WEEKS, Numbers, at, held, met
from tests.year.story import Promised, Story, promised

_DAY = timedelta(days=1)
_TOPICS = ("how {} goes", "help with {}", "{}: is it worth the time", "what comes after {}")
_SAID = (
    "Went through {}; nothing is stuck.", "We leave {} as it is until the end of the month.",
    "Looked at {} together; the idea is right.", "A week more for {}, nobody minds.",
)  # fmt: skip
_PROMISES = ("look through {}", "write a note on {}", "ask around about {}", "show {} to the others")
_MOODS = ((3, "as always"), (3, "fine"), (4, "good"), (4, "glad about the week"), (2, "short of sleep"))


class Talks:
    """The meetings with one person, told week after week, and the promises made in them."""

    def __init__(self, story: Story, person: Person, numbers: Numbers, chance: random.Random) -> None:
        self.story, self.person, self.numbers, self.chance = story, person, numbers, chance
        self.weeks = held(story)
        self.sessions: list[Session] = []
        self.actions: list[Action] = []

    def tell(self, goals: Sequence[Goal], bank: Bank) -> None:
        """Hold every meeting; its three questions are those of the sheet made for it."""
        for week in self.weeks:
            thing = self.chance.choice(self.story.objects)
            session = self._session(week, thing)
            picks = self._picks(session, goals, bank)
            self.sessions.append(replace(session, asked=tuple(pick.ref for pick in picks)))
            self._promise(session, week, thing)
        waiting = self._waiting(WEEKS + 1)
        if waiting:
            made = met(self.weeks[-1], self.story)
            ahead = Session(
                id=self.numbers.id("s", made), person=self.story.handle, agenda=waiting, created=at(made, 17)
            )
            self.sessions.append(ahead)

    def _session(self, week: int, thing: str) -> Session:
        """Return one meeting; in a week without a story they speak of an ordinary thing."""
        when = met(week, self.story)
        said = {
            word: "\n".join(line.text for line in self.story.in_week(week, word))
            for word in ("shared", "private", "mood", "load")
        }
        topics = [line.text for line in self.story.in_week(week, "topic") if not line.mark]
        if not topics:
            topics = [self.chance.choice(_TOPICS).format(thing)]
        mood, words = self._scale(said["mood"])
        if not said["mood"] and self.chance.random() < 0.2:
            mood, words = self.chance.choice(_MOODS)
        load, load_words = self._scale(said["load"])
        done = [
            AgendaItem(text=text, by=self.story.handle, state="done", added=when - _DAY) for text in topics
        ]
        return Session(
            id=self.numbers.id("s", when),
            person=self.story.handle,
            day=when,
            agenda=(*done, *(replace(item, state="carried") for item in self._waiting(week))),
            shared=said["shared"] or self.chance.choice(_SAID).format(thing),
            private=said["private"],
            mood=mood,
            mood_words=words,
            workload=load,
            workload_words=load_words,
            created=at(when, int(self.story.about["meets"].split()[2][:2]) + 1),
        )

    def _scale(self, text: str) -> tuple[int | None, str]:
        number, _, words = text.partition(" ")
        return (int(number), words) if text else (None, "")

    def _waiting(self, week: int) -> tuple[AgendaItem, ...]:
        """Return the topics raised before a week, after a meeting, that are still open today."""
        return tuple(
            AgendaItem(
                text=line.text,
                by=self.story.handle,
                added=met(line.week, self.story) + _DAY,
                carried=sum(line.week < one < week for one in self.weeks),
            )
            for line in self.story.of("topic")
            if line.mark == "+" and line.week < week
        )

    def _picks(self, session: Session, goals: Sequence[Goal], bank: Bank) -> tuple[Pick, ...]:
        """Return the three questions of the sheet for a meeting, made of what was known on its day."""
        assert session.day
        agenda = tuple(replace(item, state="open") for item in session.agenda)
        ahead = replace(session, day=None, agenda=agenda)
        material = Material(sessions=(*self.sessions, ahead), goals=as_of(goals, session.day), bank=bank)
        return prepare(self.person, material, session.day).questions

    def _promise(self, session: Session, week: int, thing: str) -> None:
        for word, owner in (("I", "me"), ("they", self.story.handle)):
            for line in self.story.in_week(week, word):
                self._act(session, owner, promised(line.text))
        if week < WEEKS - 3 and self.chance.random() < 0.3:
            due = week + self.chance.choice((1, 2))
            closed = due + self.chance.choice((-1, 0, 0, 0, 1, 2))
            text = self.chance.choice(_PROMISES).format(thing)
            owner = self.chance.choice(("me", self.story.handle))
            self._act(session, owner, Promised(text, due, None, "kept", max(week, closed)))

    def _act(self, session: Session, owner: str, made: Promised) -> None:
        assert session.day
        state = {"kept": "done", "dropped": "dropped", "open": "open"}[made.state]
        self.actions.append(
            Action(
                id=self.numbers.id("t", session.day),
                text=made.text,
                owner=owner,
                person=self.story.handle,
                day=session.day,
                due=met(made.due, self.story),
                state=state,  # type: ignore[arg-type]  # one of the three above
                moved=(met(made.moved, self.story),) if made.moved else (),
                closed=min(met(made.closed, self.story), NOW.date()) if made.closed else None,
                origin=session.id,
                share="person",
                created=session.created,
            )
        )


def as_of(goals: Sequence[Goal], when: Day) -> tuple[Goal, ...]:
    """Return goals as they stood before a day."""
    known = (goal for goal in goals if goal.day < when)
    return tuple(
        replace(
            goal,
            checkins=tuple(look for look in goal.checkins if look.day < when),
            state="open" if goal.closed and goal.closed >= when else goal.state,
            closed=None if goal.closed and goal.closed >= when else goal.closed,
        )
        for goal in known
    )
