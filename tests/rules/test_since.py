"""What a sheet holds: what is new since the last meeting, and whose it is."""

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.rules.bank import Bank, Question, Role
from growth.rules.since import Material, News, Prep, prepare

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
MET = Day(2026, 11, 17)
_count = 0


def at(day: Day, hour: int = 10) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, hour, tzinfo=datetime.UTC)


def ana(relation: Any = "direct", meets: str = "weekly tue 10:00") -> Person:
    relations = (Relation(relation),) if relation else ()
    return Person(name="Ana Silva", handles=("ana", "asilva"), relations=relations, meets=meets, created=NOW)


def entry(title: str, day: Day, kind: Any = "work", **fields: Any) -> Entry:
    global _count
    _count += 1
    fields.setdefault("created", at(day))
    return Entry(id=f"j261101-{_count:04}", day=day, kind=kind, title=title, **fields)


def session(day: Day | None = MET, **fields: Any) -> Session:
    fields.setdefault("created", at(day or TODAY, 11))
    return Session(id=f"s261117-{day.day if day else 0:04}", person="ana", day=day, **fields)


def sheet(relation: Any = "direct", **material: Any) -> Prep:
    return prepare(ana(relation), Material(**material), TODAY)


def news(of: Prep) -> list[tuple[str, str]]:
    return [(one.whose, one.entry.title) for one in of.news]


def test_last_met_and_how_often() -> None:
    held = [session(MET - datetime.timedelta(weeks=n)) for n in (0, 1, 3)]
    made = sheet(sessions=held)
    assert (made.last, made.since, made.next, made.time) == (held[0], MET, TODAY, "10:00")
    assert (made.cadence, made.held, made.due) == ("weekly", 3, 4)


def test_news_says_whose_it_is() -> None:
    made = sheet(
        sessions=[session()],
        entries=[
            entry("mine with Ana", Day(2026, 11, 20), people=("asilva",)),
            entry("mine with Kim", Day(2026, 11, 20), people=("kim",)),
            entry("my note", Day(2026, 11, 20), "note", about="ana"),
            entry("note on Kim", Day(2026, 11, 20), "note", about="kim", people=("ana",)),
            entry("old note", Day(2026, 11, 10), "note", about="ana"),
        ],
        shared=[entry("hers", Day(2026, 11, 19)), entry("her old one", Day(2026, 11, 1))],
    )
    assert news(made) == [("theirs", "hers"), ("note", "my note"), ("mine", "mine with Ana")]
    assert made.shares
    assert made.tell == made.hard == ()


def test_on_the_day_of_the_meeting_what_came_after_it_is_new() -> None:
    made = sheet(
        sessions=[session(changed=at(MET, 12))],
        entries=[
            entry("before", MET, "note", about="ana", created=at(MET, 9)),
            entry("after", MET, "note", about="ana", created=at(MET, 17)),
        ],
    )
    assert news(made) == [("note", "after")]


def test_before_the_first_meeting_four_weeks_count() -> None:
    made = sheet(
        entries=[
            entry("last week", Day(2026, 11, 18), "note", about="ana"),
            entry("in summer", Day(2026, 7, 1), "note", about="ana"),
        ]
    )
    assert (made.last, made.since, news(made)) == (None, Day(2026, 10, 27), [("note", "last week")])
    assert (made.held, made.due) == (0, 0)


def test_promises_both_ways_and_those_just_kept() -> None:
    def action(text: str, owner: str, **fields: Any) -> Action:
        return Action(id=text, text=text, owner=owner, person="ana", day=MET, created=NOW, **fields)

    made = sheet(
        sessions=[session()],
        actions=[
            action("mine", "me"),
            action("hers", "asilva"),
            action("kept", "ana", state="done", closed=Day(2026, 11, 19)),
            action("kept long ago", "ana", state="done", closed=Day(2026, 11, 1)),
            action("dropped", "me", state="dropped", closed=Day(2026, 11, 19)),
            action("Kim's to Ana", "kim"),
        ],
    )
    assert [one.action.text for one in made.mine] == ["mine"]
    assert [one.action.text for one in made.theirs] == ["hers", "kept"]


def test_for_my_manager_it_is_what_i_tell() -> None:
    made = sheet(
        "manager",
        sessions=[session()],
        entries=[
            entry("work", Day(2026, 11, 20)),
            entry("win", Day(2026, 11, 18), "win", people=("ana",)),
            entry("starred", Day(2026, 11, 19), star=True),
            entry("stuck", Day(2026, 11, 19), "challenge"),
            entry("note on Kim", Day(2026, 11, 20), "note", about="kim"),
            entry("thanks", Day(2026, 11, 20), "kudos"),
        ],
    )
    assert [one.title for one in made.tell] == ["starred", "win", "work"]
    assert [one.title for one in made.hard] == ["stuck"]
    assert made.news == ()


ROLES: list[tuple[Role, str]] = [("manager", "a"), ("direct", "b"), ("mentor", "c"), ("mentee", "d")]
BANK = Bank(tuple(Question(n, topic, "light", f"{role}?", (role,)) for n, (role, topic) in enumerate(ROLES)))


@pytest.mark.parametrize(
    ("relation", "role", "asked"),
    [
        ("direct", "", "manager?"),
        ("manager", "", "direct?"),
        ("peer", "mentor", "mentor?"),
        ("other", "coach", "mentor?"),
        ("other", "mentee", "mentee?"),
        ("peer", "", ""),
        ("", "", ""),
    ],
)
def test_the_questions_fit_what_we_are_to_each_other(relation: str, role: Any, asked: str) -> None:
    pairs = [Mentorship(person="ana", role=role, since=MET, created=NOW)] if role else []
    made = sheet(relation, mentorships=pairs, bank=BANK)
    assert [one.text for one in made.questions] == ([asked] if asked else [])


def test_a_pair_without_a_one_on_one_meets_for_mentoring() -> None:
    pair = Mentorship(
        person="ana", role="mentor", cadence="2w", goals=("design one system",), since=MET, created=NOW
    )
    met = session(kind="mentoring")
    made = prepare(ana("peer", meets=""), Material(mentorships=[pair], sessions=[met]), TODAY)
    assert (made.kind, made.last, made.cadence, made.goals) == (
        "mentoring", met, "every 2 weeks", ("design one system",),
    )  # fmt: skip
    ended = replace(pair, until=MET)
    assert prepare(ana("peer"), Material(mentorships=[ended]), TODAY).kind == "1on1"
    both = Material(mentorships=[pair], sessions=[session()])
    assert prepare(ana("peer"), both, TODAY).kind == "1on1"


def test_topics_thanks_and_what_is_private() -> None:
    items = (AgendaItem(text="open", added=MET), AgendaItem(text="secret", added=MET, private=True))
    made = sheet(
        sessions=[session(), session(None, agenda=items)],
        entries=[
            entry("thanked", Day(2026, 10, 1), "kudos", people=("ana",), share="team"),
            entry("note", Day(2026, 11, 20), "note", about="ana"),
        ],
        shared=[entry("hers", Day(2026, 11, 20))],
    )
    assert made.topics == items
    assert made.thanked == Day(2026, 10, 1)
    assert made.private == 2
    assert [one.ref[:3] for one in made.cited] == ["ana", "j26", "s26"]


def test_news_holds_the_record() -> None:
    note = entry("note", Day(2026, 11, 20), "note", about="ana")
    assert sheet(entries=[note]).news == (News("note", note),)


def test_what_has_no_day_is_news_on_no_day() -> None:
    undated = {"precision": "none", "created": at(TODAY)}
    made = sheet(
        sessions=[session()],
        entries=[
            entry("imported note", TODAY, "note", about="ana", **undated),
            entry("imported on the day we met", MET, "note", about="ana", **undated),
            entry("imported thanks", TODAY, "kudos", people=("ana",), **undated),
        ],
        shared=[entry("imported", TODAY, "win", **undated)],
    )
    assert (made.news, made.thanked, made.shares) == ((), None, True)
    mirror = sheet("manager", entries=[entry("imported win", TODAY, "win", **undated)])
    assert mirror.tell == ()


def test_goals_that_moved_or_are_stuck_are_told_and_cited() -> None:
    stuck = Goal(id="g261001-0000", text="lead a design", day=Day(2026, 10, 20), created=NOW)
    made = sheet(goals=[stuck], as_of=TODAY)
    assert [(one.goal, one.state, one.words) for one in made.goal_news] == [
        (stuck, "stuck", "no movement for 5 weeks")
    ]
    assert [(one.ref, made.private) for one in made.cited] == [("ana:g261001-0000", 0)]
    mine = sheet("manager", goals=[stuck])
    assert [(one.ref, mine.private) for one in mine.cited] == [("g261001-0000", 1)]


def test_a_stuck_goal_and_their_topic_are_asked_about() -> None:
    bank = Bank(
        tuple(
            Question(n, topic, "light", f"{text}?", ("manager",))
            for n, (topic, text) in enumerate(
                [
                    ("team", "Who helped"),
                    ("growth", "Your goal"),
                    ("workload", "The pager"),
                    ("career", "Why"),
                ],
                1,
            )
        )
    )
    items = (
        AgendaItem(text="my pager", added=MET),
        AgendaItem(text="why", by="ana", added=MET),
        AgendaItem(text="on-call: the pager", by="ana", added=MET, carried=2),
    )
    stuck = Goal(id="g261001-0000", text="lead a design", day=Day(2026, 10, 20), created=NOW)
    made = sheet(sessions=[session(), session(None, agenda=items)], goals=[stuck], bank=bank)
    assert [(one.ref, one.source, one.why) for one in made.questions][:2] == [
        ("1on1/3", "topic", "on-call: the pager"), ("1on1/2", "goal", "lead a design"),
    ]  # fmt: skip


def test_career_and_thanks_are_remembered_for_me_alone() -> None:
    bank = Bank((Question(7, "career", "deep", "Where to?", ("manager",)),))
    weeks = [session(MET - datetime.timedelta(weeks=n)) for n in range(20)]
    weeks[8] = replace(weeks[8], asked=("1on1/7",))
    weeks[5] = replace(weeks[5], agenda=(AgendaItem(text="career, at last", added=MET, state="done"),))
    thanks = entry("thanks", Day(2026, 11, 20), "kudos", people=("kim",))
    material = Material(sessions=weeks, bank=bank, entries=[thanks])
    made = prepare(ana(), material, TODAY)
    assert (made.career, made.remembered) == (weeks[5].day, weeks[8].day)
    assert (made.thanked, made.thanks) == (None, True)
    theirs = prepare(ana(), material, TODAY, "@ana")
    assert (theirs.career, theirs.remembered, theirs.thanks) == (None, None, False)
