"""What a bundle takes: nothing but what its audience may see."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.answer import NAMINGS, READERS, Answer
from growth.records.bundle import Header, Sender
from growth.records.entry import SHARES, Entry
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


def test_between_two_managers_nothing_is_handed_on() -> None:
    both = [person("eva", "manager"), person("max", "manager")]
    met = Session(id="s1", person="eva", day=TODAY, shared="between Eva and me", created=NOON)
    told = Entry(id="j1", day=TODAY, title="for whoever is my manager", share="manager", created=NOON)
    mine = bundling.Mine(sessions=(met,), entries=(told,))
    for people, sessions in ((both, ()), (both[:1], ("s1",))):
        made = bundling.bundle(mine, HEADER, audience("manager", people, TODAY), None)
        assert tuple(one.id for one in made.sessions) == sessions
        assert [one.id for one in made.entries] == ["j1"]
