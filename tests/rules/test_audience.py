"""Nobody but me sees a record whose share does not say so."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.assessment import Assessment, Evidence
from growth.records.dates import Day
from growth.records.entry import SHARES, Entry
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.rules.audience import ME, Audience, audience, cut, may_see, shown

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def person(handle: str, relation: Any, until: Day | None = None) -> Person:
    return Person(
        name=handle.title(),
        handles=(handle, f"{handle}.old"),
        relations=(Relation(relation, Day(2025, 1, 1), until),),
        created=NOW,
    )


EVA, ANA, PIA = person("eva", "manager"), person("ana", "direct"), person("pia", "peer")
MIA = person("mia", "other")
OLD = person("old", "manager", Day(2026, 6, 1))
EVERYONE = (EVA, ANA, PIA, MIA, OLD)
TEAM = {"@eva", "@ana", "@pia"}


def who(word: str) -> Audience:
    return audience(word, EVERYONE, TODAY)


def entry(share: Any, *people: str, about: str = "") -> Entry:
    return Entry(day=TODAY, title="x", share=share, people=people, about=about, created=NOW)


@pytest.mark.parametrize(
    ("share", "people", "seen_by"),
    [
        ("private", ("ana", "eva"), {"me"}),
        ("person", ("ana",), {"me", "@ana"}),
        ("person", ("Ana.Old", "mia"), {"me", "@ana", "@mia"}),
        ("person", (), {"me"}),
        ("person", ("eva.old",), {"me", "manager", "@eva"}),
        ("manager", (), {"me", "manager", "@eva"}),
        ("manager", ("ana",), {"me", "manager", "@eva"}),
        ("team", (), {"me", "manager", "team", *TEAM}),
    ],
)
def test_who_sees_an_entry(share: str, people: tuple[str, ...], seen_by: set[str]) -> None:
    everybody = {"me", "manager", "team", "@eva", "@ana", "@pia", "@mia", "@old"}
    assert {word for word in everybody if may_see(entry(share, *people), who(word))} == seen_by


def test_what_is_with_one_of_two_managers_is_not_the_others() -> None:
    two = audience("manager", (EVA, person("max", "manager")), TODAY)
    assert not may_see(entry("person", "eva"), two)
    assert may_see(entry("manager"), two)


@pytest.mark.parametrize("share", SHARES)
def test_a_note_about_somebody_is_for_me_alone(share: str) -> None:
    note = entry(share, "ana", about="ana")
    for word in ("manager", "team", "@ana", "@eva"):
        assert not may_see(note, who(word))
    assert may_see(note, ME)


def test_a_session_is_shown_without_what_never_leaves() -> None:
    items = (AgendaItem(text="a", added=TODAY), AgendaItem(text="secret", added=TODAY, private=True))
    session = Session(
        person="ana", day=TODAY, agenda=items, shared="agreed", private="secret", mood=2, mood_words="secret",
        workload=5, workload_words="secret", asked=("1on1/9",), created=NOW,
    )  # fmt: skip
    assert shown(session, ME) == session
    assert shown(session, who("@eva")) is None
    assert shown(session, who("@ana")) == Session(
        person="ana", day=TODAY, agenda=items[:1], shared="agreed", created=NOW
    )


def test_a_promise_is_shown_to_who_made_it_and_to_whom() -> None:
    action = Action(text="x", owner="pia", person="ana", day=TODAY, share="person", created=NOW)
    assert [word for word in ("@ana", "@pia", "@eva", "manager", "team") if may_see(action, who(word))] == [
        "@ana", "@pia",
    ]  # fmt: skip


def test_a_mentorship_is_for_its_two() -> None:
    pair = Mentorship(person="mia", role="mentor", since=TODAY, created=NOW)
    assert may_see(pair, who("@mia"))
    assert not may_see(pair, who("manager"))


@pytest.mark.parametrize(
    ("share", "of", "seen_by"),
    [
        ("private", "mia", {"me"}),
        ("person", "mia", {"me", "@mia"}),
        ("manager", "mia", {"me"}),
        ("team", "mia", {"me"}),
        ("person", "eva", {"me", "manager", "@eva"}),
        ("person", "me", {"me"}),
        ("team", "me", {"me"}),
    ],
)
def test_who_sees_what_was_seen_of_a_mentor(share: Any, of: str, seen_by: set[str]) -> None:
    everybody = {"me", "manager", "team", "@eva", "@ana", "@pia", "@mia", "@old"}
    one = Observation(person=of, mentee="ana", day=TODAY, share=share, created=NOW)
    assert {word for word in everybody if may_see(one, who(word))} == seen_by


def assessment(share: Any, about: str = "me") -> Assessment:
    return Assessment(
        about=about, share=share, ladder="x", target="L1", period="2026-H2", start=TODAY, end=TODAY,
        day=TODAY, created=NOW, source="jsonl:1",
        evidence=(
            Evidence(criterion="c", record="j1", up=True, why="between us", day=TODAY),
            Evidence(criterion="c", record="j2", up=False, why="only a draft", day=TODAY),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("share", "about", "seen_by"),
    [
        ("private", "me", {"me"}),
        ("person", "me", {"me"}),
        ("manager", "me", {"me", "manager", "@eva"}),
        ("team", "me", {"me", "manager", "team", *TEAM}),
        ("private", "ana", {"me"}),
        ("person", "ana", {"me", "@ana"}),
        ("person", "Ana.Old", {"me", "@ana"}),
        ("person", "eva", {"me", "manager", "@eva"}),
        ("manager", "ana", {"me", "manager", "@eva"}),
        ("team", "ana", {"me"}),
    ],
)
def test_who_sees_how_somebody_was_judged(share: str, about: str, seen_by: set[str]) -> None:
    everybody = {"me", "manager", "team", "@eva", "@ana", "@pia", "@mia", "@old"}
    assert {word for word in everybody if may_see(assessment(share, about), who(word))} == seen_by


def test_a_judgement_is_shown_without_what_was_rejected_on_the_way_to_it() -> None:
    one = assessment("manager")
    assert shown(one, ME) == one
    seen = shown(one, who("manager"))
    assert seen is not None and seen.source == ""
    assert seen.evidence == (Evidence(criterion="c", record="j1", up=True, day=TODAY),)


def test_what_is_withheld_is_counted() -> None:
    those = [entry("private"), entry("manager"), entry("team"), entry("person", "ana")]
    assert cut(those, who("manager")) == ((those[1], those[2]), 2)
    assert cut(those, ME) == (tuple(those), 0)


ENTRIES = st.builds(
    Entry,
    day=st.just(TODAY),
    title=st.just("x"),
    about=st.sampled_from(["", "ana"]),
    people=st.lists(st.sampled_from(["ana", "eva", "pia", "mia", "old", "nobody"])).map(tuple),
    share=st.sampled_from(SHARES),
    created=st.just(NOW),
)


@given(ENTRIES, st.sampled_from(["manager", "team", "@eva", "@ana", "@pia", "@mia", "@old"]))
def test_visible_to_nobody_but_me_unless_its_share_says_so(record: Entry, word: str) -> None:
    whom = who(word)
    if not may_see(record, whom):
        return
    assert not record.about
    assert record.share != "private"
    if record.share == "person":
        # My manager is Eva: what I share with her as a person is hers under that name, too.
        assert {"manager": "eva"}.get(word, word.removeprefix("@")) in record.people
    if record.share == "manager":
        assert word in ("manager", "@eva")
    if record.share == "team":
        assert word in {"manager", "team", *TEAM}


def test_a_person_is_meant_with_and_without_the_sign() -> None:
    assert who("ana") == who("@Ana.old")
    assert (who("@ana").word, who("@ana").name, who("@ana").relation) == ("@ana", "Ana", "direct")
    assert who("@old").relation == ""
    assert audience(None, (), TODAY) == ME


def test_who_is_not_known_is_refused() -> None:
    with pytest.raises(Refused, match="I know nobody called 'zoe'"):
        who("@zoe")
    with pytest.raises(WrongUsage, match="'everybody' is no audience"):
        who("everybody")


def manager(handle: str, since: Day | None, until: Day | None = None) -> Person:
    return Person(
        name=handle.title(), handles=(handle,), relations=(Relation("manager", since, until),), created=NOW
    )


CHANGE = Day(2026, 10, 1)
BEFORE = manager("max", Day(2025, 1, 1), CHANGE)
AFTER = manager("greta", CHANGE)


def of_day(day: Day, share: Any = "manager", **fields: Any) -> Entry:
    return Entry(day=day, title="x", share=share, created=NOW, **fields)


@pytest.mark.parametrize("word", ["manager", "@greta"])
def test_what_was_shared_with_a_former_manager_is_not_the_next_ones(word: str) -> None:
    whom = audience(word, (BEFORE, AFTER), TODAY)
    last, first = of_day(Day(2026, 9, 30)), of_day(CHANGE)
    assert cut([last, first], whom) == ((first,), 1)
    assert cut([last, first], whom.ever) == ((last, first), 0)
    # What is for a team, or with them, is not bound to who was my manager.
    assert may_see(of_day(Day(2026, 9, 30), "team"), whom)
    assert may_see(of_day(Day(2026, 9, 30), "person", people=("greta",)), whom)
    # A record without a day was made when it was imported, and is theirs from then on.
    assert may_see(of_day(Day(2026, 1, 1), precision="none"), whom)
    assert not may_see(Action(text="x", day=Day(2026, 9, 30), share="manager", created=NOW), whom)
    assert not may_see(
        Mentorship(person="pia", role="mentee", since=Day(2026, 9, 1), share="manager", created=NOW), whom
    )


def test_a_manager_after_whom_none_came_keeps_what_they_were_told() -> None:
    whom = audience("manager", (AFTER, manager("gone", Day(2027, 1, 1))), TODAY)
    assert whom.since is None
    assert may_see(of_day(Day(2026, 9, 30)), whom)


def test_without_a_first_day_a_manager_follows_on_the_last_day_of_the_one_before() -> None:
    assert audience("manager", (BEFORE, manager("greta", None)), TODAY).since == CHANGE


def test_of_two_managers_the_earlier_one_counts() -> None:
    two = (BEFORE, AFTER, manager("eva", Day(2026, 3, 1)))
    assert audience("manager", two, TODAY).since == Day(2026, 3, 1)


def test_a_former_manager_sees_nothing_for_a_manager() -> None:
    whom = audience("@max", (BEFORE, AFTER), TODAY)
    assert not may_see(of_day(Day(2026, 9, 1)), whom)
    assert not may_see(of_day(CHANGE), whom)
