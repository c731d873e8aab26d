"""The radar: what counts as a topic, when somebody was there, and how far I lag."""

import datetime

from msgspec.structs import replace

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.radar import Radar, named, radar

TODAY = datetime.date(2026, 11, 24)
LATELY = Period(TODAY - datetime.timedelta(weeks=26))
_BLANK = Entry(id="j261101-0000", day=TODAY, title="Something", created=datetime.datetime(2026, 11, 1))


def ago(days: int) -> Day:
    return TODAY - datetime.timedelta(days=days)


def entry(days: int, title: str = "Something", **fields: object) -> Entry:
    return replace(_BLANK, id=f"j261101-{days:04d}", day=ago(days), title=title, **fields)


def found(mine: tuple[Entry, ...] = (), **theirs: tuple[Entry, ...]) -> Radar:
    return radar(theirs, mine, TODAY, LATELY)


def test_tags_skills_and_projects_are_topics_and_signs_between_words_make_no_other() -> None:
    one = found(
        ana=(entry(9, tags=("on-call",)), entry(5, skills=("On call",))), bo=(entry(3, project="on_call"),)
    )
    (topic,) = one.new
    assert (topic.name, topic.sorts, topic.entries) == ("on-call", ("tag", "skill", "project"), 3)
    assert [(who.person, who.entries, who.last) for who in topic.people] == [
        ("ana", 2, ago(5)),
        ("bo", 1, ago(3)),
    ]
    assert (topic.team_first, topic.team_last, topic.me_last, topic.lag) == (ago(9), ago(3), None, None)
    assert named(one, "#On-Call") == topic and named(one, "call") is None


def test_an_entry_with_a_label_twice_is_one_entry() -> None:
    (topic,) = found(ana=(entry(2, tags=("search",), project="search"),)).new
    assert topic.entries == 1


def test_the_lag_is_from_my_last_day_to_theirs_and_never_below_nothing() -> None:
    theirs = (entry(10, tags=("queues", "caches", "locks")),)
    mine = (entry(40, tags=("queues",)), entry(30, tags=("queues",)), entry(10, tags=("caches",)))
    one = found(mine, ana=theirs)
    assert [(topic.name, topic.me_last, topic.lag) for topic in one.topics] == [
        ("locks", None, None), ("queues", ago(30), 20), ("caches", ago(10), 0),
    ]  # fmt: skip
    assert (len(one.new), len(one.behind), len(one.level)) == (1, 1, 1)


def test_the_largest_lag_stands_first() -> None:
    theirs = (entry(1, tags=("a-one",)), entry(2, tags=("b-two",)), entry(3, tags=("b-two",)))
    one = found((entry(50, tags=("a-one",)), entry(40, tags=("b-two",))), ana=theirs)
    assert [(topic.name, topic.lag) for topic in one.behind] == [("a-one", 49), ("b-two", 38)]


def test_i_was_there_when_my_words_say_so_in_one_or_many_but_not_in_a_part_of_the_words() -> None:
    theirs = (entry(1, tags=("gpu", "on-call", "cost", "reading")),)
    mine = (
        entry(8, "Asked for GPUs"), entry(7, "A weekend of on-call"), entry(6, "Called Cosette"),
        entry(5, "Read it"),
    )  # fmt: skip
    one = found(mine, ana=theirs)
    assert {topic.name: topic.me_last for topic in one.topics} == {
        "gpu": ago(8), "on-call": ago(7), "cost": None, "reading": None,
    }  # fmt: skip


def test_thanks_notes_what_is_undated_and_what_is_to_come_were_not_done_by_anybody() -> None:
    hidden = (
        entry(5, tags=("thanks",), kind="kudos"), entry(5, tags=("plan",), kind="note"),
        entry(5, tags=("imported",), precision="none"), entry(-3, tags=("ahead",)),
        entry(5, tags=("watched",), about="bo"), entry(200, tags=("long-ago",)),
    )  # fmt: skip
    assert found(ana=hidden) == Radar(today=TODAY, start=LATELY.start, end=None)
    (topic,) = found(hidden, ana=(entry(4, tags=("thanks",)),)).new
    assert topic.name == "thanks"


def test_what_the_team_moved_to_in_the_period_is_told_from_what_it_long_does() -> None:
    one = found(ana=(entry(300, tags=("old",)), entry(3, tags=("old",)), entry(3, tags=("young",))))
    assert [(topic.name, topic.moved, topic.team_first) for topic in one.new] == [
        ("old", False, ago(300)), ("young", True, ago(3)),
    ]  # fmt: skip


def test_what_was_learned_under_no_tag_is_told_by_its_title() -> None:
    one = found(
        ana=(entry(9, "Queues", kind="learning"), entry(4, "Locks", kind="learning", project="search")),
        bo=(entry(2, "Caches", kind="learning", tags=("caches",)),),
    )
    assert [(each.person, each.ref, each.title) for each in one.learned] == [
        ("ana", "ana:j261101-0004", "Locks"), ("ana", "ana:j261101-0009", "Queues"),
    ]  # fmt: skip
    assert one.new[0].people[0].learning == 1
