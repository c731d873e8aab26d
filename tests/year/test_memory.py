"""The sheets of the year remember: no question again within six meetings, no topic left for eight weeks."""

import datetime
import json
from collections import Counter

import pytest

from growth import shelf
from growth.records.session import Session
from growth.rules import bank
from growth.rules.bank import Question
from tests.conftest import Growth
from tests.year.cast import DIRECTS
from tests.year.days import WEEKS, at, held, met
from tests.year.home import write
from tests.year.story import read
from tests.year.year import Year, year

RECENT, LONGEST = 6, 8
SEEDS = (7, 8, 9)
KNOWN: dict[str, Question] = bank.read(
    (shelf.shipped() / "questions" / "1on1.toml").read_text("utf-8"), "the bank that ships"
).by_ref
TOPICS = {one.topic for one in KNOWN.values() if "manager" in one.roles}


def told(seed: int) -> Year:
    return year() if seed == 7 else year.__wrapped__(seed)


def meetings(of: Year, handle: str) -> list[Session]:
    """Return the meetings that took place, the oldest first."""
    return [one for one in of.mine if isinstance(one, Session) and one.person == handle and one.day]


def repeated(asked: list[tuple[str, ...]]) -> list[str]:
    """Return the questions that came again within six meetings."""
    return [
        ref for number, refs in enumerate(asked) for ref in refs
        if any(ref in before for before in asked[max(0, number - RECENT) : number])
    ]  # fmt: skip


def left(held: list[tuple[datetime.date, tuple[str, ...]]]) -> dict[str, float]:
    """Return for each topic the longest time in weeks in which it was not asked about."""
    days = {topic: [held[0][0]] for topic in TOPICS}
    for day, refs in held:
        for ref in refs:
            days[KNOWN[ref].topic].append(day)
    return {
        topic: max(
            (after - before).days / 7 for before, after in zip(seen, [*seen[1:], held[-1][0]], strict=True)
        )
        for topic, seen in days.items()
    }


@pytest.mark.uncounted
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("handle", DIRECTS)
def test_in_a_year_nothing_comes_again_soon_and_no_topic_starves(handle: str, seed: int) -> None:
    those = meetings(told(seed), handle)
    assert {len(one.asked) for one in those} == {3}
    assert repeated([one.asked for one in those]) == []
    weeks = left([(one.day, one.asked) for one in those if one.day])
    assert {topic: gap for topic, gap in weeks.items() if gap > LONGEST} == {}
    depths = Counter(KNOWN[ref].depth for one in those for ref in one.asked)
    assert 0.8 < depths["deep"] / depths["light"] < 1.25
    assert all({KNOWN[ref].depth for ref in one.asked} == {"light", "deep"} for one in those)


def topics_of(handle: str) -> dict[int, set[str]]:
    """Return what was asked about in each week, by topics."""
    those = zip(held(read(handle)), meetings(year(), handle), strict=True)
    return {week: {KNOWN[ref].topic for ref in one.asked} for week, one in those}


@pytest.mark.parametrize(
    ("handle", "week", "raised", "topic"),
    [
        ("gus", 2, "the rota is unfair to those with children", "workload"),
        ("dara", 2, "month-end takes my whole weekend", "workload"),
        ("fay", 27, "support does not trust the model", "team"),
        ("ana", 45, "the freshness design is stuck between two roadmaps", "project"),
        ("emil", 45, "nobody dares to touch the release script", "project"),
    ],
)
def test_what_somebody_raised_is_asked_about(handle: str, week: int, raised: str, topic: str) -> None:
    assert raised in [line.text for line in read(handle).in_week(week, "topic")]
    # What was asked about at the last meeting is not asked about again at this one.
    those = topics_of(handle)
    assert topic in those[week] | those.get(week - 1, set())


def test_a_goal_that_does_not_move_is_asked_about_within_two_meetings() -> None:
    stuck = [(handle, line.week) for handle in DIRECTS for line in read(handle).of("still")]
    assert len(stuck) == 6
    for handle, week in stuck:
        after = [topics for later, topics in topics_of(handle).items() if later > week][:2]
        assert any("growth" in topics for topics in after), (handle, week)


def test_the_program_asks_on_as_the_year_did(growth: Growth) -> None:
    """Nine more weeks, every step by its own command: the sheet, then the notes with what was asked."""
    of = write(growth.home)
    for handle in ("ana", "chi"):
        story = read(handle)
        then = [(one.day, one.asked) for one in meetings(of, handle) if one.day]
        for week in range(WEEKS + 1, WEEKS + 10):
            day = met(week, story)
            now = at(day, 8).isoformat()
            sheet = json.loads(growth.ok(f"prep {handle} --json", now=now))
            assert sheet["next"] == day.isoformat()
            refs = tuple(pick["ref"] for pick in sheet["questions"])
            asked = [word for ref in refs for word in ("--asked", ref)]
            growth.ok(
                ["1on1", "notes", handle, "--shared", "As always.", *asked], now=at(day, 18).isoformat()
            )
            then.append((day, refs))
        assert repeated([refs for _, refs in then]) == []
        assert max(left(then[-20:]).values()) <= LONGEST
        kept = json.loads(growth.ok(f"prep {handle} --json", now=at(day, 19).isoformat()))["last"]["asked"]
        assert tuple(kept) == then[-1][1]


def test_a_question_with_a_thumb_down_waits_for_the_others(growth: Growth) -> None:
    write(growth.home)
    first = [pick["ref"] for pick in json.loads(growth.ok("prep fay --json"))["questions"]]
    growth.ok(["thumb", "down", first[0], "nobody answers it"])
    second = [pick["ref"] for pick in json.loads(growth.ok("prep fay --json"))["questions"]]
    assert first[0] not in second
    assert [KNOWN[ref].topic for ref in second] == [KNOWN[ref].topic for ref in first]
