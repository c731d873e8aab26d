"""The sheets for 1:1s: what all of them share is read once."""

from functools import cached_property
from typing import TYPE_CHECKING

from growth import clock
from growth.app import App
from growth.commands.bank_file import the_bank
from growth.commands.learning_budget import budget
from growth.commands.lent import handed_promises
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.request import Request
from growth.records.session import Session, SessionKind
from growth.records.thumb import Thumb
from growth.records.wonder import Wonder
from growth.rules import agenda, learning_time, since
from growth.rules.audience import ME, Audience, cut
from growth.rules.bank import Bank
from growth.rules.day_words import ago
from growth.rules.feedback_since import Feedback, feedback
from growth.rules.learned import is_learning
from growth.rules.persons import means
from growth.rules.promises import Promise
from growth.rules.since import Material, Prep, prepare
from growth.store.others import Theirs, others

if TYPE_CHECKING:
    from growth.rules.practice_checks import Checked

# What was claimed longer ago is no topic for a 1:1 any more; growth practice check still tells it.
_CLAIMED = clock.DAY * 365


class Sheets:
    """Makes sheets of what a store holds."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._entries: dict[Day, list[Entry]] = {}

    @cached_property
    def _theirs(self) -> list[Theirs]:
        return others(self._app.store)

    @cached_property
    def _sessions(self) -> list[Session]:
        return self._app.store.all(Session)

    @cached_property
    def _pairs(self) -> list[Mentorship]:
        return self._app.store.all(Mentorship)

    @cached_property
    def _actions(self) -> list[Action]:
        return self._app.store.all(Action)

    @cached_property
    def _handed(self) -> tuple[Promise, ...]:
        return handed_promises(self._app, self._actions)

    @cached_property
    def _heard(self) -> tuple[list[Request], list[Answer]]:
        return self._app.store.all(Request), self._app.store.all(Answer)

    @cached_property
    def _bank(self) -> Bank:
        return the_bank(self._app)

    @cached_property
    def _thumbs(self) -> dict[str, bool]:
        return {one.target: one.up for one in self._app.store.all(Thumb)}

    @cached_property
    def _wonders(self) -> list[Wonder]:
        return self._app.store.all(Wonder)

    @cached_property
    def _checked(self) -> "Checked | None":
        from growth.commands.register import checked

        return checked(self._app, since=self._app.today - _CLAIMED)

    def _since(self, first: Day) -> list[Entry]:
        if first not in self._entries:
            self._entries[first] = list(self._app.store.entries(Period(first)))
        return self._entries[first]

    def of(
        self, other: Person, whom: Audience = ME, *, kind: SessionKind | None = None, theirs: bool = True
    ) -> Prep:
        """Return the sheet made of what the audience may see."""
        today = self._app.today
        sessions, _ = cut((one for one in self._sessions if means(one.person, other)), whom)
        pairs, _ = cut(self._pairs, whom)
        last = agenda.last_day(sessions, other, today, kind or since.kind_of(other, sessions, pairs))
        begin = since.start(last, today)
        mine = whom.kind == "me"
        look_back = min(begin, today - clock.DAY * since.LOOK_BACK)
        # What others shared was shared with me, and the questions are mine to ask.
        shared = [one for one in self._theirs if one.owner == other.handle] if mine and theirs else []
        material = Material(
            sessions=sessions,
            actions=cut(self._actions, whom)[0],
            entries=cut(self._since(look_back), whom)[0],
            given=[one for one in self._heard[1] if mine and one.day >= look_back],
            mentorships=pairs,
            shared=[entry for one in shared for entry in one.entries],
            handed=self._handed if shared else (),
            feedback=self._feedback(other, begin, whom),
            goals=self._goals(other, shared, whom),
            as_of=max((one.made.astimezone().date() for one in shared), default=None),
            bank=self._bank if mine else Bank(()),
            thumbs=self._thumbs if mine else {},
            wonders=self._wonders if mine else (),
            learning=self._learning(other, shared) if mine else "",
        )
        sheet = prepare(other, material, today, whom.word, kind)
        if not any(one.practices for one in shared) and not self._app.store.stems("practice"):
            return sheet
        from growth.commands.sheet_checks import checks
        from growth.rules.sheet_checks import with_checks

        return with_checks(sheet, checks(self._app, self._checked, other, shared, whom))

    def _learning(self, other: Person, shared: list[Theirs]) -> str:
        """Return what to say of the time to learn: of mine before my manager, else of what they shared."""
        today, relation = self._app.today, other.relation(self._app.today)
        if relation == "manager":
            planned = budget(self._app)
            first = learning_time.months_back(today, learning_time.MONTHS)
            return learning_time.standing(self._since(first), today, planned).words if planned else ""
        entries = [entry for one in shared for entry in one.entries if is_learning(entry)]
        if relation != "direct" or not entries:
            return ""
        stands = learning_time.standing(entries, today, None)
        last = ago(max(one.day for one in entries), today)
        return f"{stands.words if stands.used else f'the last one {last}'}, as shared"

    def _goals(self, other: Person, shared: list[Theirs], whom: Audience) -> tuple[Goal, ...]:
        """Return the goals of the one who reports: mine before my manager, else theirs."""
        if other.relation(self._app.today) == "manager":
            return cut(self._app.store.all(Goal), whom)[0]
        return tuple(goal for one in shared for goal in one.goals)

    def _feedback(self, other: Person, first: Day, whom: Audience) -> Feedback:
        shared = [answer for one in self._theirs if one.owner == other.handle for answer in one.answers]
        requests, answers = self._heard
        return feedback(other, requests, answers, shared, first, self._app.today, whom)
