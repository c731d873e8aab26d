"""What a bundle takes: nothing but what its audience may see."""

import datetime
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.answer import NAMINGS, READERS, Answer
from growth.records.assessment import Assessment, Evidence, Rating
from growth.records.bundle import Header, Sender
from growth.records.entry import SHARES, Entry, Shown
from growth.records.goal import Checkin, Goal
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.rules import bundling, consent
from growth.rules.audience import audience, may_see

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
HEADER = Header(growth="0", store="0" * 16, sender=Sender(), audience="x", made=NOON)


def person(handle: str, kind: str, until: datetime.date | None = None) -> Person:
    return Person(
        name=handle.title(), handles=(handle,), relations=(Relation(kind, None, until),), created=NOON
    )


EVERYONE = [person("eva", "manager"), person("max", "manager", TODAY), person("kim", "peer")]
handles = st.sampled_from(("eva", "max", "kim", "nobody"))
shares = st.sampled_from(SHARES)
ids = st.integers(0, 10**6).map(str)
days = st.dates(datetime.date(2026, 1, 1), TODAY)
made = st.just(NOON)
items = st.builds(AgendaItem, text=st.just("topic"), private=st.booleans(), added=days)
mine = st.builds(
    bundling.Mine,
    entries=st.lists(
        st.builds(
            Entry,
            id=ids,
            day=days,
            title=st.just("x"),
            about=st.sampled_from(("", "kim")),
            people=st.lists(handles, max_size=2).map(tuple),
            share=shares,
            source=st.just("md:1"),
            created=made,
        )
    ).map(tuple),
    sessions=st.lists(
        st.builds(
            Session,
            id=ids,
            person=handles,
            day=st.none() | days,
            agenda=st.lists(items, max_size=2).map(tuple),
            private=st.just("secret"),
            mood=st.just(1),
            share=shares,
            mentorship=ids,
            created=made,
        )
    ).map(tuple),
    mentorships=st.lists(
        st.builds(
            Mentorship, id=ids, person=handles, role=st.just("mentor"), since=days, share=shares, created=made
        )
    ).map(tuple),
    actions=st.lists(
        st.builds(
            Action,
            id=ids,
            text=st.just("x"),
            person=handles,
            day=days,
            origin=ids,
            share=shares,
            created=made,
        )
    ).map(tuple),
    answers=st.lists(
        st.builds(
            Answer,
            id=ids,
            person=handles,
            about=st.sampled_from(("me", "@kim", "+queue")),
            manner=st.sampled_from(("asked", "praise", "given")),
            day=days,
            unmatched=st.just("a signature"),
            request=ids,
            reader=st.sampled_from(READERS),
            name=st.sampled_from(NAMINGS),
            share=shares,
            source=st.just("reply:1"),
            created=made,
        )
    ).map(tuple),
    assessments=st.lists(
        st.builds(
            Assessment,
            id=ids,
            about=st.just("me") | handles,
            ladder=st.just("small"),
            target=st.just("L2"),
            period=st.just("2026-H2"),
            start=days,
            end=days,
            day=days,
            finished=st.none() | days,
            evidence=st.lists(
                st.builds(
                    Evidence,
                    criterion=st.just("c"),
                    record=ids | st.sampled_from(("eva:7", "kim:7")),
                    up=st.booleans(),
                    why=st.just("a thought of mine"),
                    day=days,
                ),
                max_size=3,
            ).map(tuple),
            share=shares,
            source=st.just("jsonl:1"),
            created=made,
        )
    ).map(tuple),
    goals=st.lists(
        st.builds(
            Goal,
            id=ids,
            text=st.just("x"),
            day=days,
            closed=st.none() | days,
            checkins=st.lists(st.builds(Checkin, day=days, text=st.just("x")), max_size=2).map(tuple),
            share=shares,
            source=st.just("jsonl:1"),
            created=made,
        )
    ).map(tuple),
)


@given(mine, st.sampled_from(("manager", "team", "@eva", "@max", "@kim")), st.none() | days)
def test_nothing_goes_that_the_audience_may_not_see(
    mine: bundling.Mine, text: str, since: datetime.date | None
) -> None:
    whom = audience(text, EVERYONE, TODAY)
    made = bundling.bundle(mine, HEADER, whom, since)
    going = {record.id for record in made.records}
    for record in made.records:
        assert record.source == ""
        seen = consent.may_read(record, whom) if isinstance(record, Answer) else may_see(record, whom)
        assert seen
        assert getattr(record, "origin", "") in going | {""}
        assert getattr(record, "mentorship", "") in going | {""}
    assert not any(entry.about for entry in made.entries)
    for session in made.sessions:
        assert (session.private, session.mood, session.asked) == ("", None, ())
        assert not any(item.private for item in session.agenda)
    for answer in made.answers:
        assert answer.manner == "given" or answer.name == "named"
        assert (answer.unmatched, answer.request, answer.revises) == ("", "", "")
    for one in made.assessments:
        assert one.finished
        assert one.about == "me" or one.share == "manager" or one.about in whom.handles
        assert (one.about == "me") or text != "team"
        assert all(link.up and not link.why and link.record in going for link in one.evidence)
    for name, go, stay in bundling.counts(mine, made):
        assert go + stay == len(getattr(mine, name)) and go >= 0 <= stay


def test_a_manager_of_today_gets_what_is_between_us_and_a_former_one_does_not() -> None:
    between = [Session(id=handle, person=handle, day=TODAY, created=NOON) for handle in ("eva", "max")]
    whom = audience("manager", EVERYONE, TODAY)
    made = bundling.bundle(bundling.sorted_out(between), HEADER, whom, None)
    assert [session.person for session in made.sessions] == ["eva"]


def test_a_newer_bundle_is_compared_record_by_record() -> None:
    def entry(identifier: str, title: str) -> Entry:
        return Entry(id=identifier, day=TODAY, title=title, created=NOON)

    before = {name: entry(name, "x") for name in ("a", "b", "c")}
    after = {"b": entry("b", "x"), "c": entry("c", "y"), "d": entry("d", "x"), "e": entry("e", "x")}
    assert bundling.changes(before, after) == bundling.Changes(new=2, changed=1, withdrawn=1)


def test_a_bundle_since_a_day_tells_nothing_of_what_is_older() -> None:
    day, later = TODAY.replace(day=1), TODAY.replace(day=2)
    open_ = Action(id="t261101-0000", text="x", day=day, created=NOON)
    before = [
        Entry(id="j261101-0000", day=day, title="x", created=NOON),
        Entry(id="j261102-0000", day=later, title="x", created=NOON),
        open_,
        msgspec.structs.replace(open_, id="t261101-0001", state="done", closed=day),
        Goal(id="g261101-0000", text="x", day=day, created=NOON),
        Goal(id="g261101-0001", text="x", day=day, created=NOON),
    ]
    gone = ("j261102-0000", "t261101-0000", "g261101-0000")
    assert bundling.withdrawn([*before, before[1]], {"g261101-0001"}, later) == gone
    assert len(bundling.withdrawn(before, {"g261101-0001"}, None)) == 5
    made = {one.id: one for one in before}
    assert bundling.changes(made, {"g261101-0001": before[5]}, later) == bundling.Changes(0, 0, 3, 2)


def test_between_two_managers_nothing_is_handed_on() -> None:
    both = [person("eva", "manager"), person("max", "manager")]
    met = Session(id="s1", person="eva", day=TODAY, shared="between Eva and me", created=NOON)
    told = Entry(id="j1", day=TODAY, title="for whoever is my manager", share="manager", created=NOON)
    mine = bundling.Mine(sessions=(met,), entries=(told,))
    for people, sessions in ((both, ()), (both[:1], ("s1",))):
        made = bundling.bundle(mine, HEADER, audience("manager", people, TODAY), None)
        assert tuple(one.id for one in made.sessions) == sessions
        assert [one.id for one in made.entries] == ["j1"]


ANA = Person(
    name="Ana", handles=("ana", "asilva"), relations=(Relation("direct"),), created=NOON
)  # fmt: skip


def judged(**fields: Any) -> Assessment:
    base: dict[str, Any] = {
        "id": "a1", "about": "asilva", "ladder": "small", "target": "L2", "period": "2026-H2",
        "start": TODAY, "end": TODAY, "day": TODAY, "finished": TODAY, "share": "person", "created": NOON,
        "ratings": (Rating(criterion="c", judgement="doing", statement="Ran the class.", day=TODAY),),
    }  # fmt: skip
    return Assessment(**(base | fields))


def test_whom_it_is_for_is_called_one_thing_in_it() -> None:
    header = msgspec.structs.replace(HEADER, to="ana")
    given = Answer(
        id="f1", person="me", about="@Asilva", manner="given", day=TODAY, share="person", created=NOON
    )
    thanks = Entry(id="j1", day=TODAY, title="thanks", people=("asilva", "kim"), share="person", created=NOON)
    links = tuple(
        Evidence(criterion="c", record=record, up=True, day=TODAY)
        for record in ("f1", "j1", "j9", "asilva:j2", "kim:j3")
    )
    mine = bundling.Mine(entries=(thanks,), answers=(given,), assessments=(judged(evidence=links),))
    made = bundling.bundle(mine, header, audience("@ana", [*EVERYONE, ANA], TODAY), None)
    assert [one.about for one in made.answers] == ["@ana"]
    assert [one.people for one in made.entries] == [("ana", "kim")]
    (one,) = made.assessments
    assert (one.about, one.ratings) == ("ana", judged().ratings)
    # What goes along, and what she handed me herself, she can look at; what Kim did, she cannot.
    assert [link.record for link in one.evidence] == ["f1", "j1", "ana:j2"]


def test_what_is_built_on_leads_to_its_owner_alone() -> None:
    header, everyone = msgspec.structs.replace(HEADER, to="ana"), [*EVERYONE, ANA]
    entries = tuple(
        Entry(
            id=f"j{number}", day=TODAY, title="x", share="team", created=NOON, built_on=ref,
            shown=Shown(reused_by=("search team", "asilva")),
        )
        for number, ref in enumerate(("asilva:j8", "kim:j9", ""))
    )  # fmt: skip
    mine = bundling.Mine(entries=entries)
    hers = bundling.bundle(mine, header, audience("@ana", everyone, TODAY), None)
    assert [one.built_on for one in hers.entries] == ["ana:j8", "", ""]
    assert [one.shown.reused_by for one in hers.entries if one.shown] == [("search team", "ana")] * 3
    evas = bundling.bundle(mine, HEADER, audience("manager", everyone, TODAY), None)
    assert [one.built_on for one in evas.entries] == ["", "", ""]


def test_an_open_assessment_stays_and_is_named() -> None:
    mine = bundling.Mine(assessments=(judged(finished=None), judged(id="a2", share="private")))
    whom = audience("@ana", [*EVERYONE, ANA], TODAY)
    assert bundling.bundle(mine, HEADER, whom, None).assessments == ()
    assert [one.id for one in bundling.unfinished(mine, whom)] == ["a1"]
    assert bundling.unfinished(mine, audience("team", [ANA], TODAY)) == ()


def test_a_pair_goes_with_the_outcomes_alone_that_go_too() -> None:
    def won(number: int, share: Any) -> Entry:
        return Entry(
            id=f"j261120-000{number}", day=TODAY, title="x", share=share, people=("kim",), created=NOON
        )

    entries = (won(1, "person"), won(2, "private"))
    pair = Mentorship(
        id="m261120-0001", person="kim", role="mentor", since=TODAY, created=NOON,
        outcomes=(*(one.id for one in entries), "j261120-gone"),
    )  # fmt: skip
    whom = audience("@kim", EVERYONE, TODAY)
    going = bundling.bundle(bundling.Mine(entries=entries, mentorships=(pair,)), HEADER, whom, None)
    assert [one.outcomes for one in going.mentorships] == [("j261120-0001",)]
