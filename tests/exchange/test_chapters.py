"""What is no entry, as chapters to read: mine with its marks, that of others literal."""

import datetime

from growth.exchange.chapters import TOLD, chapters
from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment, Rating
from growth.records.goal import Checkin, Goal
from growth.records.kinds import Record
from growth.records.mentorship import Look, Mentorship
from growth.records.observation import Mark, Observation
from growth.records.request import Asked, Request
from growth.records.session import Advice, AgendaItem, Session

DAY = datetime.date(2026, 3, 4)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
NAMES = {"ana": "Ana Ortiz"}
RECORDS: list[Record] = [
    Session(
        id="s260304-aaaa", person="ana", day=DAY, created=NOW, shared="We *agreed*.", private="To myself",
        agenda=(AgendaItem(text="on-call", added=DAY, state="done"), AgendaItem(text="pay", added=DAY)),
        mood=4, mood_words="fine",
    ),
    Session(
        id="s260305-aaaa", kind="mentoring", person="ana", created=NOW,
        advice=(Advice(text="ask first"), Advice(text="a round", kind="try", went="well")),
    ),
    Answer(
        id="f260304-aaaa", person="ana", day=DAY, created=NOW, unmatched="more",
        replies=(Reply(question="What?", text="# loud *words*", rating=3),),
    ),
    Answer(id="f260305-aaaa", person="me", about="@ana", manner="given", day=DAY, created=NOW,
           replies=(Reply(question="You", text="were *clear*"),)),
    Request(id="r260304-aaaa", person="ana", questions=(Asked(marker="q", text="What?"),), day=DAY,
            state="sent", created=NOW),
    Action(id="t260304-aaaa", text="write", person="ana", day=DAY, due=DAY, moved=(DAY,), state="dropped",
           closed=DAY, why="no use", created=NOW),
    Mentorship(id="m260304-aaaa", person="ana", role="mentor", goals=("Lead",), since=DAY, until=DAY,
               outcome="She leads", looks=(Look(goal="Lead", day=DAY, text="first"),), created=NOW),
    Observation(id="o260304-aaaa", person="ana", day=DAY, words="warm", created=NOW,
                marks=(Mark(item="asked", seen="yes", words="twice"),)),
    Goal(id="g260304-aaaa", text="Teach", day=DAY, due=DAY, created=NOW,
         checkins=(Checkin(day=DAY, text="no time", moved=False),)),
    Assessment(
        id="a260304-aaaa", ladder="small", target="L2", period="2026-H1", start=DAY, end=DAY, day=DAY,
        ratings=(Rating(criterion="craft-1", judgement="doing", statement="daily", day=DAY),), created=NOW,
    ),
]  # fmt: skip
MEETINGS = """\
## Meetings

### 2026-03-04 · 1:1 with Ana Ortiz

- on-call · *done*
- pay

We *agreed*.

*For me only:*

To myself

- Mood: 4 of 5, fine

### Next time · Mentoring with Ana Ortiz

- Advised: ask first
- To try: a round · *went: well*"""
FEEDBACK = """\
## Feedback

### 2026-03-04 · From Ana Ortiz

**What?** · *step 3*

\\# loud \\*words\\*

more

### 2026-03-04 · To Ana Ortiz

**You**

were *clear*"""


def test_each_kind_has_a_chapter() -> None:
    found = dict(chapters(RECORDS, NAMES))
    assert found["Meetings"] == MEETINGS
    assert found["Feedback"] == FEEDBACK
    assert found["Asked for"].endswith("### 2026-03-04 · Asked Ana Ortiz · *sent*\n\n- What?")
    assert found["Promises"].endswith(
        "### 2026-03-04 · I: write\n\n"
        "*with Ana Ortiz · due 2026-03-04 · due 2026-03-04 · dropped on 2026-03-04*\n\nno use"
    )
    assert found["Mentorships"].endswith(
        "### 2026-03-04 to 2026-03-04 · Ana Ortiz, I am mentor\n\n- Lead\n\n"
        "- 2026-03-04 · Lead: first\n\nShe leads"
    )
    assert found["What I saw of mentors"].endswith("\n\n- asked before told: yes, twice\n\nwarm")
    assert found["Goals"].endswith("· Teach\n\n*due 2026-03-04*\n\n- 2026-03-04 · no time · *stuck*")
    assert found["Assessments"].endswith(
        "### 2026-03-04 · me against small, L2, 2026-H1\n\n*open*\n\n- **doing** · craft-1: daily"
    )


def test_marked_they_say_that_they_are_not_read_back() -> None:
    assert [text.split("\n\n")[1] for _, text in chapters(RECORDS, NAMES, marked=True)] == [TOLD] * 8
    assert list(chapters([], NAMES)) == []
