"""Any record whole: every kind reads as words, never as the fields it is kept in."""

import datetime

import pytest

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment, Evidence, Rating
from growth.records.dates import Day
from growth.records.goal import Checkin, Goal
from growth.records.kinds import KINDS, Record
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.mentorship import Look, Mentorship
from growth.records.observation import Mark, Observation
from growth.records.person import Person, Relation
from growth.records.practice import Derived, Practice, State
from growth.records.request import Asked, Request
from growth.records.session import Advice, AgendaItem, Session
from growth.records.thumb import Thumb
from growth.terminal.layout import Known
from growth.terminal.record import PLACES, whole
from growth.terminal.screen import Screen

NOW = datetime.datetime(2026, 11, 3, 9, tzinfo=datetime.UTC)
TODAY = Day(2026, 11, 24)
NAMES = {"ana": "Ana Silva", "bo": "Bo Tran"}
SESSION = Session(
    id="s261103-7k3q",
    person="ana",
    day=Day(2026, 11, 3),
    agenda=(
        AgendaItem(text="on-call load", state="carried", added=Day(2026, 10, 1), carried=2),
        AgendaItem(text="the talk", by="ana", private=True, state="done", added=Day(2026, 11, 2)),
    ),
    shared="We agreed on Friday.\nBo joins.",
    private="Looked tired.",
    mood=3,
    mood_words="fine, she says",
    workload=4,
    asked=("1on1/107",),
    advice=(Advice(text="write it down first", kind="try", went="two pages", told=Day(2026, 11, 10)),),
    created=NOW,
)
ACTION = Action(
    id="t261103-7k3q",
    text="find a guild slot",
    owner="ana",
    person="ana",
    day=Day(2026, 11, 3),
    due=Day(2026, 11, 20),
    moved=(Day(2026, 11, 6),),
    state="dropped",
    closed=Day(2026, 11, 21),
    why="the guild is full",
    origin=SESSION.id,
    created=NOW,
)
REQUEST = Request(
    id="r261103-7k3q",
    person="bo",
    about="@ana",
    questions=(
        Asked(
            marker="qsh9",
            text="How much has changed?",
            question="follow-up/1",
            scale=("not yet", "some", "clearly"),
            hint="Since October.",
        ),
        Asked(marker="qtz1", text="What should stay?"),
    ),
    day=Day(2026, 11, 3),
    sent=Day(2026, 11, 4),
    due=Day(2026, 11, 27),
    state="answered",
    reminded=(Day(2026, 11, 10),),
    follows=ACTION.id,
    created=NOW,
)
ANSWER = Answer(
    id="f261120-7k3q",
    person="bo",
    about="@ana",
    request=REQUEST.id,
    day=Day(2026, 11, 20),
    replies=(
        Reply(marker="qsh9", question="How much has changed?", text="Twice as fast.\nAnd calm.", rating=2),
        Reply(marker="qzzz", question="And now?", rating=9),
    ),
    unmatched="Greetings",
    reader="asker",
    name="named",
    created=NOW,
)
GOAL = Goal(
    id="g261103-7k3q",
    text="hold a class",
    day=Day(2026, 11, 3),
    due=Day(2026, 12, 18),
    criterion="data-L5-1",
    checkins=(
        Checkin(day=Day(2026, 11, 10), text="sketched it"),
        Checkin(day=Day(2026, 11, 17), text="no time", moved=False),
    ),
    created=NOW,
)
RECORDS: dict[str, Record] = {one.id: one for one in (SESSION, ACTION, REQUEST, ANSWER, GOAL)}
LED_TO: dict[str, list[Record]] = {REQUEST.id: [ANSWER], SESSION.id: [ACTION]}


def shown(record: Record, word: str) -> str:
    """Return a record as it is printed where nothing is too long."""
    known = Known(
        today=TODAY,
        reach="only you can read it",
        name=lambda handle: NAMES.get(handle.removeprefix("@"), handle),
        get=RECORDS.get,
        led_to=lambda identifier: LED_TO.get(identifier, []),
    )
    return "".join(f"{Screen.render(line, False)}\n" for line in whole(record, word, known))


def test_every_kind_has_its_place() -> None:
    assert {kind.word for kind in KINDS} == {"entry", *PLACES}


def test_a_session() -> None:
    assert shown(SESSION, "session") == (
        "s261103-7k3q  session  1:1 with Ana Silva\n"
        "      Tue 3 Nov · only you can read it\n"
        "      agenda    on-call load (carried on 3 times)\n"
        "                Ana Silva: the talk (done, private)\n"
        "      shared    We agreed on Friday.\n"
        "                Bo joins.\n"
        "      advice    to try: write it down first\n"
        "                how it went: two pages, told Tue 10 Nov\n"
        "      private   Looked tired.\n"
        "      mood      3 of 5, “fine, she says”\n"
        "      workload  4 of 5\n"
        "      asked     1on1/107\n"
        "      promised  find a guild slot (t261103-7k3q)\n"
    )


def test_an_action() -> None:
    assert shown(ACTION, "action") == (
        "t261103-7k3q  action  find a guild slot\n"
        "      promised Tue 3 Nov · only you can read it\n"
        "      owner  Ana Silva\n"
        "      due    Fri 20 Nov, before that Fri 6 Nov\n"
        "      state  dropped Sat 21 Nov\n"
        "      why    the guild is full\n"
        "      from   1:1 with Ana Silva (s261103-7k3q)\n"
    )


def test_an_imported_task_shows_what_it_said_besides() -> None:
    from msgspec.structs import replace

    noted = replace(ACTION, body="Dana has some\nProject: ranker", moved=(), why="", origin="")
    assert shown(noted, "action") == (
        "t261103-7k3q  action  find a guild slot\n"
        "      promised Tue 3 Nov · only you can read it\n"
        "      note   Dana has some\n"
        "             Project: ranker\n"
        "      owner  Ana Silva\n"
        "      due    Fri 20 Nov\n"
        "      state  dropped Sat 21 Nov\n"
    )


def test_a_request() -> None:
    assert shown(REQUEST, "request") == (
        "r261103-7k3q  request  to Bo Tran about Ana Silva\n"
        "      drafted Tue 3 Nov · only you can read it\n"
        "      state     answered\n"
        "      sent      Wed 4 Nov\n"
        "      due       Fri 27 Nov\n"
        "      reminded  Tue 10 Nov\n"
        "      used for  growth\n"
        "      follows   find a guild slot (t261103-7k3q)\n"
        "      answered  Twice as fast. And calm. (f261120-7k3q)\n"
        "  1.  How much has changed?\n"
        "      1 not yet · 2 some · 3 clearly\n"
        "      Since October.\n"
        "      follow-up/1, marked qsh9\n"
        "  2.  What should stay?\n"
        "      marked qtz1\n"
    )


def test_an_answer() -> None:
    assert shown(ANSWER, "answer") == (
        "f261120-7k3q  answer  from Bo Tran about Ana Silva\n"
        "      Fri 20 Nov · only you can read it\n"
        "      allowed  only who asked may read it; may be quoted with the name\n"
        "      request  r261103-7k3q\n"
        "      How much has changed?\n"
        "        2 of 3, some\n"
        "        Twice as fast.\n"
        "        And calm.\n"
        "      And now?\n"
        "        9, counted from the lowest step\n"
        "      under no question:\n"
        "        Greetings\n"
    )


def test_praise_and_what_i_gave() -> None:
    praise = Answer(
        id="f1",
        person="bo",
        manner="praise",
        day=TODAY,
        replies=(Reply(question="", text="Quick"),),
        created=NOW,
    )
    assert shown(praise, "answer").startswith("f1  answer  praise in passing, from Bo Tran about me\n")
    given = Answer(
        id="f2", person="me", about="@ana", manner="given", day=TODAY,
        replies=(Reply(question="", text="Calm"),), created=NOW,
    )  # fmt: skip
    assert shown(given, "answer") == (
        "f2  answer  feedback of mine to Ana Silva\n      Tue 24 Nov · only you can read it\n        Calm\n"
    )


def test_a_goal() -> None:
    assert shown(GOAL, "goal") == (
        "g261103-7k3q  goal  hold a class\n"
        "      set Tue 3 Nov · only you can read it\n"
        "      due         Fri 18 Dec\n"
        "      state       open\n"
        "      from        data-L5-1\n"
        "      Tue 10 Nov  sketched it (moved)\n"
        "      Tue 17 Nov  no time (did not move)\n"
    )


@pytest.mark.parametrize(
    ("target", "title"),
    [
        (ACTION.id, "up on find a guild slot (t261103-7k3q)"),
        ("collaboration/3", "up on collaboration/3"),
        ("t261103-0000", "up on t261103-0000"),
    ],
)
def test_a_thumb(target: str, title: str) -> None:
    thumb = Thumb(id="v261103-7k3q", target=target, up=True, why="an example", day=TODAY, created=NOW)
    assert shown(thumb, "thumb") == (
        f"v261103-7k3q  thumb  {title}\n      Tue 24 Nov · only you can read it\n      why  an example\n"
    )


def test_a_person() -> None:
    ana = Person(
        id="p261103-7k3q",
        name="Ana Silva",
        handles=("ana", "asilva"),
        emails=("ana@example.org", "a.silva@example.org"),
        relations=(Relation("peer", None, Day(2026, 3, 1)), Relation("direct", Day(2026, 3, 1))),
        meets="weekly tue 10:00",
        created=NOW,
    )
    known = Known(TODAY, "", str, RECORDS.get, lambda _: ())
    assert "".join(f"{Screen.render(line, False)}\n" for line in whole(ana, "person", known)) == (
        "p261103-7k3q  person  Ana Silva\n"
        "      known as ana, asilva\n"
        "      is     peer until Sat 28 Feb\n"
        "             direct since Sun 1 Mar\n"
        "      meets  weekly tue 10:00\n"
        "      mail   ana@example.org\n"
        "             a.silva@example.org\n"
    )


def test_a_mentorship() -> None:
    pair = Mentorship(
        id="m261103-7k3q",
        person="ana",
        role="coach",
        goals=("ship one tool",),
        cadence="2w",
        mentees=("bo",),
        since=Day(2026, 5, 18),
        until=Day(2026, 11, 20),
        looks=(Look(goal="ship one tool", day=Day(2026, 6, 9), text="in use by two", reached=True),),
        outcomes=(ACTION.id,),
        outcome="In use by 17 people.",
        created=NOW,
    )
    assert shown(pair, "mentorship") == (
        "m261103-7k3q  mentorship  I coach Ana Silva\n"
        "      since Mon 18 May, until Fri 20 Nov · only you can read it\n"
        "      meets       every 2 weeks\n"
        "      mentees     Bo Tran\n"
        "      goal        ship one tool\n"
        "      Tue 9 Jun   in use by two (ship one tool: reached)\n"
        "      on the way  find a guild slot (t261103-7k3q)\n"
        "      outcome     In use by 17 people.\n"
    )


def test_an_observation() -> None:
    seen = Observation(
        id="o261103-7k3q",
        person="ana",
        mentee="bo",
        day=TODAY,
        marks=(Mark(item="asked", seen="yes", words="twice"), Mark(item="concrete", seen="partly")),
        words="A calm hour.",
        created=NOW,
    )
    assert shown(seen, "observation") == (
        "o261103-7k3q  observation  Ana Silva mentoring with Bo Tran\n"
        "      Tue 24 Nov · only you can read it\n"
        "      yes      asked before told: twice\n"
        "      partly   the feedback was concrete\n"
        "      besides  A calm hour.\n"
    )


ASSESSMENT = Assessment(
    id="a261103-7k3q",
    about="ana",
    ladder="small",
    target="L2",
    period="2026-H2",
    start=Day(2026, 7, 1),
    end=Day(2027, 1, 1),
    day=Day(2026, 11, 3),
    ratings=(Rating(criterion="data-1", judgement="doing", statement="Four teams signed it.", day=TODAY),),
    evidence=(
        Evidence(criterion="data-1", record=ACTION.id, up=True, why="it is the page", day=TODAY),
        Evidence(criterion="data-2", record="j261103-0000", up=False, day=TODAY),
    ),
    created=NOW,
)


def test_an_assessment() -> None:
    assert shown(ASSESSMENT, "assessment") == (
        "a261103-7k3q  assessment  small 1, L2, 2026-H2\n"
        "      begun Tue 3 Nov · only you can read it\n"
        "      of     Ana Silva\n"
        "      state  open\n"
        "      ■■■■·  data-1  doing\n"
        "        «Four teams signed it.»\n"
        "        + find a guild slot (t261103-7k3q)\n"
        "          it is the page\n"
        "      ·····  data-2  not judged\n"
        "        - j261103-0000\n"
        "      what each criterion says: growth assess show 7k3q\n"
    )


def test_a_finished_assessment_says_what_each_criterion_says() -> None:
    from msgspec.structs import replace

    done = replace(
        ASSESSMENT,
        title="Small ladder",
        finished=TODAY,
        reopened=(Day(2026, 11, 5),),
        evidence=(),
        criteria=(Criterion(id="data-1", theme="data", level="L2", summary="Reads a table."),),
    )
    assert shown(done, "assessment") == (
        "a261103-7k3q  assessment  Small ladder 1, L2, 2026-H2\n"
        "      begun Tue 3 Nov · only you can read it\n"
        "      of            Ana Silva\n"
        "      state         finished Tue 24 Nov\n"
        "      opened again  Thu 5 Nov\n"
        "      ■■■■·  data-1  doing\n"
        "        Reads a table.\n"
        "        «Four teams signed it.»\n"
    )


def test_a_ladder() -> None:
    small = Ladder(
        id="l261103-7k3q",
        key="small",
        name="Small ladder",
        levels=(Level(id="L1", name="One", rank=1),),
        themes=(Theme(id="data", name="Data"),),
        criteria=(Criterion(id="data-1", theme="data", level="L1", summary="Reads a table."),),
        created=NOW,
    )
    assert shown(small, "ladder") == (
        "l261103-7k3q  ladder  only you can read it\n"
        "small  Small ladder  version 1, yours\n"
        "\n"
        "L1  One\n"
        "\n"
        "Data  data\n"
        "  data-1  Reads a table.\n"
    )


def test_a_dataset_of_the_register() -> None:
    one = Practice(
        id="x261103-7k3q", kind="dataset", name="reviews-test", day=Day(2026, 11, 3), owned_by="ana",
        location="s3://reviews/test", licence="CC BY 4.0", role="test",
        derived=(Derived("reviews-raw", "split 90/10 by customer"),),
        states=(
            State(day=Day(2026, 11, 3), version="v1", rows=1200, hash="sha256:0123456789abcdef0123"),
            State(day=Day(2026, 11, 20), version="v2", rows=1, note="without duplicates"),
        ),
        created=NOW,
    )  # fmt: skip
    assert shown(one, "practice") == (
        "x261103-7k3q  dataset  reviews-test\n"
        "      test set, there since Tue 3 Nov · only you can read it\n"
        "      owner       Ana Silva\n"
        "      where       s3://reviews/test\n"
        "      licence     CC BY 4.0\n"
        "      made of     reviews-raw (split 90/10 by customer)\n"
        "      Tue 3 Nov   v1, 1,200 rows, 0123456789ab\n"
        "      Fri 20 Nov  v2, 1 row, without duplicates\n"
    )


def test_a_pipeline_and_an_eval_of_the_register() -> None:
    runs = Practice(
        id="x261103-7k3r", kind="pipeline", name="train", day=Day(2026, 11, 3), data=("reviews", "extra"),
        trains="ranker", trigger="automated", cadence=30, by_hand=("copy the weights",),
        states=(State(day=Day(2026, 11, 3)),), retired=Day(2026, 11, 20), created=NOW,
    )  # fmt: skip
    assert shown(runs, "practice") == (
        "x261103-7k3r  pipeline  train\n"
        "      pipeline, automated, there since Tue 3 Nov · only you can read it\n"
        "      data       reviews\n"
        "                 extra\n"
        "      trains     ranker\n"
        "      runs       automatically, every 30 days\n"
        "      by hand    copy the weights\n"
        "      Tue 3 Nov  ran\n"
        "      retired    Fri 20 Nov\n"
    )
    value = Practice(
        id="x261103-7k3s", kind="eval", name="ranker accuracy", day=Day(2026, 11, 3), model="ranker",
        on="reviews-test", metric="accuracy",
        states=(State(day=Day(2026, 11, 3), value="0.91", on_version="v2", version="r7"),), created=NOW,
    )  # fmt: skip
    assert shown(value, "practice") == (
        "x261103-7k3s  eval  ranker accuracy\n"
        "      eval, there since Tue 3 Nov · only you can read it\n"
        "      measures   accuracy of ranker on reviews-test\n"
        "      Tue 3 Nov  0.91 on v2, of r7\n"
    )
