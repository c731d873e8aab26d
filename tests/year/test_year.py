"""The year itself: always the same one, whole, and nothing private in what the eight hand over."""

import time
from pathlib import Path

from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.store.others import find_theirs, others
from growth.store.store import Store
from tests.year.cast import DIRECTS
from tests.year.days import NOW
from tests.year.home import hand_over, write
from tests.year.planted import LOOK_ALIKES, OVERLAPS
from tests.year.year import year


def test_the_same_seed_tells_the_same_year() -> None:
    assert year.__wrapped__() == year()
    assert year.__wrapped__(8) != year()


def test_each_of_the_eight_has_a_year_to_tell_of() -> None:
    told = year()
    for handle in DIRECTS:
        held = [one for one in told.mine if isinstance(one, Session) and one.person == handle and one.day]
        assert len(held) == 50
        promised = [one for one in told.mine if isinstance(one, Action) and one.person == handle]
        assert {one.state for one in promised} >= {"open", "done"}
        assert any(one.closed and one.due and one.closed > one.due for one in promised)
        mine = [one for one in told.mine if isinstance(one, Entry)]
        assert any(one.about == handle for one in mine)
        assert any(one.kind == "kudos" and handle in one.people for one in mine)
        shared = told.bundles[handle]
        assert [one.role for one in shared.mentorships] == ["mentor", "mentee"]
        assert len([one for one in shared.goals if isinstance(one, Goal)]) in (1, 2)
        assert len(shared.entries) > 40
    assert len([one for one in told.mine if isinstance(one, Mentorship)]) == 2


def test_ten_overlaps_and_ten_look_alikes_stand_in_the_store(tmp_path: Path) -> None:
    told = write(tmp_path / "home")
    store = Store(tmp_path / "home", lambda: NOW, lambda fault: None)
    assert (len(OVERLAPS), len(LOOK_ALIKES)) == (10, 10)
    there = {f"{theirs.owner}:{record.id}" for theirs in others(store) for record in theirs.records}
    hidden = [ref for one in told.planted for ref in (one.a, one.b) if ref not in there]
    assert len(told.planted) == 20 and len({(one.a, one.b) for one in told.planted}) == 20
    assert len(hidden) == 1, "of the pair of which one is private"
    assert hidden[0] in [one.b for one in told.planted if one.why.startswith("one of the two is private")]
    for one in told.planted:
        assert find_theirs(store, one.a)[1].id == one.a.partition(":")[2]


def test_nothing_private_is_handed_over(tmp_path: Path) -> None:
    told = year()
    write(tmp_path / "home")
    hand_over(tmp_path / "bundles")
    seen = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    kept = [one for records in told.kept.values() for one in records if isinstance(one, Entry)]
    private = [one for one in kept if one.share == "private"]
    assert len(private) > 50
    assert not [one.id for one in private if one.id.encode() in seen]
    assert b"Wrote to a head hunter" not in seen


def test_it_is_written_in_less_than_two_seconds(tmp_path: Path) -> None:
    begun = time.process_time()
    write(tmp_path / "home", year.__wrapped__())
    assert time.process_time() - begun < 2
