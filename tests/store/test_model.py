"""Any sequence of commands leaves the store as a plain dictionary would have it."""

import datetime
import shutil
import tempfile
from pathlib import Path

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from growth.errors import Refused
from growth.records.action import Action
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.store import checks
from growth.store.change import changing
from growth.store.find import find
from growth.store.store import Store
from growth.store.undo import newest, undo

FIRST = datetime.datetime(2026, 10, 30, 12, 0, tzinfo=datetime.UTC)
days = st.dates(datetime.date(2026, 8, 1), datetime.date(2026, 11, 30))
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=5)


class Commands(RuleBasedStateMachine):
    """The store beside the dictionary, and beside what the dictionary was before each change."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="growth-model-"))
        self.now = FIRST
        self.model: dict[str, Record] = {}
        self.before: list[dict[str, Record]] = []

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    def store(self) -> Store:
        return Store(self.home, lambda: self.now, lambda fault: self.fail(fault))

    def fail(self, fault: str) -> None:
        if "yours only" not in fault:
            raise AssertionError(fault)

    def remember(self) -> None:
        self.before.append(dict(self.model))

    def forget_nothing(self) -> None:
        """Take back what was remembered of an edit that changed nothing, which is no change to undo."""
        if self.before[-1] == self.model:
            self.before.pop()

    @rule(target=ids, title=words, days=st.lists(days, min_size=1, max_size=3))
    def add(self, title: str, days: list[datetime.date]) -> object:
        self.remember()
        with changing(self.store(), "log") as change:
            added = [change.add(Entry(day=day, title=title, created=self.now)) for day in days]
        self.model |= {entry.id: entry for entry in added}
        return multiple(*(entry.id for entry in added))

    @rule(target=ids, text=words)
    def promise(self, text: str) -> str:
        self.remember()
        with changing(self.store(), "action add") as change:
            action = change.add(Action(text=text, day=self.now.date(), created=self.now))
        self.model[action.id] = action
        return action.id

    @rule(identifier=ids, text=words, day=days)
    def edit(self, identifier: str, text: str, day: datetime.date) -> None:
        old = self.model.get(identifier)
        if old is None:
            return
        wanted = {"title": text} if isinstance(old, Entry) else {"text": text}
        self.remember()
        with changing(self.store(), "edit") as change:
            self.model[identifier] = change.edit(old, msgspec.structs.replace(old, day=day, **wanted))
        self.forget_nothing()

    @rule(identifier=consumes(ids))
    def remove(self, identifier: str) -> None:
        old = self.model.get(identifier)
        if old is None:
            return
        self.remember()
        del self.model[identifier]
        with changing(self.store(), "delete") as change:
            change.remove(old)

    @rule(some=st.lists(ids, max_size=4, unique=True), text=words)
    def edit_many(self, some: list[str], text: str) -> None:
        entries = [self.model[name] for name in some if isinstance(self.model.get(name), Entry)]
        if not entries:
            return
        self.remember()
        with changing(self.store(), "edit") as change:
            for old in entries:
                self.model[old.id] = change.edit(old, msgspec.structs.replace(old, title=text, star=True))
        self.forget_nothing()

    @rule(identifier=ids)
    def fail_midway(self, identifier: str) -> None:
        old = self.model.get(identifier)
        try:
            with changing(self.store(), "edit") as change:
                if old is not None:
                    change.remove(old)
                change.add(Entry(day=self.now.date(), title="never", created=self.now))
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @rule()
    def take_back(self) -> None:
        try:
            undo(self.store(), newest(self.store()))
        except Refused:
            assert self.before == []
        else:
            self.model = self.before.pop()

    @rule(days=st.integers(-3, 20))
    def time_passes(self, days: int) -> None:
        self.now += datetime.timedelta(days=days)

    @invariant()
    def the_store_is_the_dictionary(self) -> None:
        store = self.store()
        entries = {entry.id: entry for entry in store.entries()}
        actions = {action.id: action for action in store.all(Action)}
        assert entries | actions == self.model
        for identifier, record in self.model.items():
            assert store.get(identifier) == record
        period = Period(datetime.date(2026, 9, 15), datetime.date(2026, 11, 1))
        assert {entry.id for entry in store.entries(period)} == {
            name for name, entry in entries.items() if entry.day in period
        }
        if len(self.model) == 1:
            [identifier] = self.model
            assert find(store, identifier[-3:]).id == find(store, "last").id == identifier

    @invariant()
    def the_doctor_is_content(self) -> None:
        assert [check for check in checks.every(self.home) if check.state != "ok"] == []


TestCommands = Commands.TestCase
TestCommands.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
