"""Evidence: what is proposed for a criterion, in which order, and why."""

import datetime
from typing import Any

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Learning, Shown
from growth.records.ladder import Criterion, Theme
from growth.records.session import Session
from growth.rules.evidence import Ranking, Reason
from growth.rules.material import Material, materials, of_entry

TODAY = Day(2026, 11, 24)
AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
PERIOD = Period(Day(2026, 7, 1), Day(2027, 1, 1), "2026-H2")
THEMES = [Theme(id="human", name="Human review"), Theme(id="craft", name="Craft")]
CRITERIA = [
    Criterion(
        id="human-L3-1", theme="human", level="L3", markers=("review-queue",),
        summary="Builds a queue in which people check unsure predictions.",
    ),
    Criterion(id="craft-L3-1", theme="craft", level="L3", summary="Runs a model with alerts on delay."),
]  # fmt: skip


def entry(name: str, title: str, day: Day = TODAY, **fields: Any) -> Entry:
    return Entry(id=name, title=title, day=day, created=AT, **fields)


def ranking(*found: Entry | Material) -> Ranking:
    these = [one if isinstance(one, Material) else of_entry(one) for one in found]
    return Ranking(these, CRITERIA, THEMES, TODAY)


def ids(found: Ranking, criterion: str = "human-L3-1", **more: Any) -> list[str]:
    return [one.material.id for one in found.propose(criterion, **more)]


def test_words_in_common_rank_and_what_has_none_is_not_proposed() -> None:
    found = ranking(
        entry("j1", "A queue of predictions nobody was sure of, checked by people"),
        entry("j2", "Checked predictions"),
        entry("j3", "Moved desks"),
    )
    assert ids(found) == ["j1", "j2"]
    assert ids(found, limit=1) == ["j1"]


def test_one_common_word_is_chance_but_a_label_is_meant() -> None:
    assert ids(ranking(entry("j1", "The queue at lunch"))) == []
    assert ids(ranking(entry("j1", "Shaky ones first", tags=("Review-Queues",)))) == ["j1"]


def test_what_was_confirmed_or_rejected_is_not_proposed_again() -> None:
    found = ranking(entry("j1", "Queue of predictions"), entry("j2", "Predictions in a queue"))
    assert ids(found, without={"j1"}) == ["j2"]


def test_having_done_it_counts_more_than_having_learnt_of_it_and_new_more_than_old() -> None:
    title = "A queue for predictions"
    found = ranking(
        entry("j1", title, kind="learning"),
        entry("j2", title, Day(2025, 11, 24)),
        entry("j3", title),
        entry("j4", title, kind="win"),
        entry("j5", title, kind="kudos"),
    )
    assert ids(found) == ["j4", "j3", "j2", "j1"]


def test_why_names_words_labels_kind_source_and_day() -> None:
    one = ranking(
        entry(
            "j1", "Queue for shaky predictions", kind="win", tags=("review-queue",),
            links=("https://example.org/1",),
        )
    ).propose("human-L3-1")[0]  # fmt: skip
    assert [(reason.what, reason.factor) for reason in one.why] == [
        ("both say queue", 1.0),
        ("both say review", 1.0),
        ("both say predictions", 1.0),
        ("the label review-queue belongs to it", 1.0),
        ("it is a win", 1.1),
        ("it comes from something to look at", 1.05),
        ("it is of 2026-11-24", 1.0),
    ]
    points = sum(reason.points for reason in one.why)
    assert abs(points * 1.1 * 1.05 - one.points) < 0.05
    assert isinstance(one.why[0], Reason)


def test_everything_that_says_something_of_me_is_material_and_nothing_else() -> None:
    said = (Reply(question="?", text="Your queue helps"),)
    again = (Reply(question="?", text="Again"),)
    answers = [
        Answer(id="f1", person="ana", day=TODAY, replies=said, created=AT),
        Answer(id="f2", person="ana", day=TODAY, replies=again, revises="f1", created=AT),
        Answer(id="f3", person="me", manner="given", about="@bo", day=TODAY, replies=(), created=AT),
        Answer(id="f4", person="ana", about="@bo", day=TODAY, unmatched="of Bo", created=AT),
        Answer(id="f5", person="bo", day=Day(2026, 1, 1), unmatched="too old", created=AT),
        Answer(id="f6", person="bo", day=TODAY, unmatched="in time", created=AT),
    ]  # fmt: skip
    sessions = [
        Session(id="s1", person="ana", day=TODAY, shared="We spoke", private="not this", created=AT),
        Session(id="s2", person="ana", shared="To come", created=AT),
        Session(id="s3", person="ana", day=TODAY, created=AT),
    ]
    actions = [
        Action(id="t1", text="Write it", day=TODAY, state="done", closed=TODAY, created=AT),
        Action(id="t2", text="Open", day=TODAY, created=AT),
        Action(id="t3", text="Theirs", owner="ana", day=TODAY, state="done", closed=TODAY, created=AT),
    ]
    mine = [entry("j1", "Mine"), entry("j2", "Seen of Ana", kind="note", about="ana")]
    found = materials(
        PERIOD, mine, answers, sessions, actions, relation=lambda who, _: "manager" if who == "bo" else ""
    )
    assert [(one.id, one.title, one.source, one.person) for one in found] == [
        ("j1", "Mine", "self", ""),
        ("f2", "Again", "peer", "ana"),
        ("f6", "in time", "manager", "bo"),
        ("s1", "We spoke", "self", ""),
        ("t1", "Write it", "self", ""),
    ]
    theirs = materials(PERIOD, mine, answers, sessions, actions, about=frozenset({"ana"}))
    assert [one.id for one in theirs] == ["j2", "s1", "t3"]


RUNBOOKS = [
    Criterion(id="ops-L3", theme="ops", level="L3", summary="Reads the runbooks."),
    Criterion(id="ops-L4", theme="ops", level="L4", summary="Writes the runbooks others use"),
    Criterion(id="ops-L5", theme="ops", level="L5",
              summary="Decides which runbooks the group needs first of all"),
    Criterion(id="people-L4", theme="people", level="L4", summary="Mentors one person"),
]  # fmt: skip


def of_runbooks(criterion: str, *found: Entry) -> list[str]:
    ranked = Ranking([of_entry(one) for one in found], RUNBOOKS, [], TODAY)
    return [one.material.id for one in ranked.propose(criterion)]


def test_one_rare_word_is_enough_where_it_is_much_of_what_the_criterion_says() -> None:
    those = (
        entry("j1", "The alert runbook for payments is used by three teams", kind="win"),
        entry("j2", "Mentored Noor: she shipped her first service"),
        entry("j3", "Moved desks"),
    )
    assert of_runbooks("ops-L4", *those) == ["j1"]
    assert of_runbooks("people-L4", *those) == ["j2"]
    # One word of many is chance still.
    assert of_runbooks("ops-L5", *those) == []


def test_one_word_that_many_records_hold_is_chance() -> None:
    those = [entry(f"j{number}", f"Runbook {number} read aloud at lunch") for number in range(8)]
    assert of_runbooks("ops-L4", *those) == []


def test_a_tag_with_a_word_of_the_criterion_is_enough_however_long_the_sentence() -> None:
    assert of_runbooks("ops-L5", entry("j1", "Payments, at last", tags=("runbooks",))) == ["j1"]
    assert of_runbooks("people-L4", entry("j1", "A first service", skills=("mentoring",))) == ["j1"]


def test_a_tag_with_a_word_that_every_theme_has_says_nothing() -> None:
    those = [
        Criterion(
            id=f"{theme}-L3", theme=theme, level="L3", summary=f"Reviews the {theme} of a design in depth"
        )
        for theme in ("costs", "risks", "names")
    ]
    ranked = Ranking([of_entry(entry("j1", "Payments", tags=("design",)))], those, [], TODAY)
    assert ranked.propose("costs-L3") == ()


def test_what_was_led_for_others_shows_leading_whatever_its_words_and_is_no_mere_learning() -> None:
    leading = Criterion(id="lead-L3-1", theme="lead", level="L3", summary="Grows people around them.")
    themes = [*THEMES, Theme(id="lead", name="People", kind="mentoring")]
    led = entry(
        "j1", "Lunch on drift", kind="learning", learning=Learning(led=True, takeaway="alerts on delay")
    )
    heard = entry("j2", "Lunch on drift", kind="learning", learning=Learning(takeaway="alerts on delay"))
    found = Ranking([of_entry(led), of_entry(heard)], [*CRITERIA, leading], themes, TODAY)
    [proposal] = found.propose("lead-L3-1")
    assert (proposal.material.id, proposal.points) == ("j1", 2.0)
    assert proposal.why == (
        Reason("it was led for others", 2.0), Reason("it is of 2026-11-24", factor=1.0),
    )  # fmt: skip
    # Its takeaway says something of a craft, and there it counts as any other.
    assert ids(found, "craft-L3-1") == ["j1", "j2"]
    named = [Theme(id="lead", name="Leadership and communication")]
    assert ids(Ranking([of_entry(led)], [leading], named, TODAY), "lead-L3-1") == ["j1"]
    other = [Theme(id="lead", name="Craft", kind="technical")]
    assert ids(Ranking([of_entry(led)], [leading], other, TODAY), "lead-L3-1") == []


def test_a_talk_that_was_given_shows_leading_and_for_whom_and_one_attended_is_learning() -> None:
    leading = Criterion(id="lead-L3-1", theme="lead", level="L3", summary="Grows people around them.")
    themes = [*THEMES, Theme(id="lead", name="People", kind="mentoring")]
    slides = "https://example.com/slides"
    given = entry(
        "j1", "Drift in production", kind="talk",
        shown=Shown(state="given", audience="the search team", artefact=slides, reuse="alerts on delay"),
    )  # fmt: skip
    attended = replace(given, id="j2", shown=Shown(state="attended", reuse="alerts on delay"))
    planned = replace(given, id="j3", shown=Shown(state="planned"))
    every = materials(Period(), [given, attended, planned])
    assert [one.id for one in every] == ["j1", "j2"]
    assert every[0].source == "artefact"
    found = Ranking(every, [*CRITERIA, leading], themes, TODAY)
    [proposal] = found.propose("lead-L3-1")
    assert proposal.why == (
        Reason("it was led for the search team", 2.0),
        Reason("it comes from something to look at", factor=1.05),
        Reason("it is of 2026-11-24", factor=1.0),
    )
    both = {one.material.id: one.why for one in found.propose("craft-L3-1")}
    assert list(both) == ["j1", "j2"]
    assert Reason("it was attended", factor=0.6) in both["j2"]
