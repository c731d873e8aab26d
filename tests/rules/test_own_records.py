"""Our own records coming back: once in, they are in."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.person import Person
from growth.rules import own_records

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
DAY = NOON.date()

words = st.sampled_from(("one", "two", "three"))
records = st.lists(
    st.one_of(
        st.builds(Entry, title=words, day=st.just(DAY), created=st.just(NOON)),
        st.builds(Action, text=words, day=st.just(DAY), created=st.just(NOON)),
        st.builds(
            lambda word: Person(name=word.title(), handles=(word,), created=NOON), words
        ),
    )
)  # fmt: skip


def plan(incoming: list[Record], stored: tuple[Record, ...] = ()) -> own_records.OwnPlan:
    return own_records.plan(
        incoming,
        here={record.id: record for record in stored if record.id}.get,
        sources={record.source for record in stored if not isinstance(record, Person) and record.source},
        people=[record for record in stored if isinstance(record, Person)],
    )


@given(records)
def test_again_nothing_is_new(incoming: list[Record]) -> None:
    first = plan(incoming)
    assert len(first.new) + first.already == len(incoming) and not first.clashes
    again = plan(incoming, first.new)
    assert again == own_records.OwnPlan(already=len(incoming))


def test_two_alike_in_one_file_are_two() -> None:
    entry = Entry(title="fixed a flaky test", day=DAY, created=NOON)
    assert len({record.source for record in plan([entry, entry]).new}) == 2


def test_the_same_id_is_the_same_record_or_a_clash() -> None:
    entry = Entry(id="j261124-0001", title="one", day=DAY, created=NOON)
    later = replace(entry, created=NOON + datetime.timedelta(1), changed=NOON)
    assert plan([later], (entry,)) == own_records.OwnPlan(already=1)
    assert plan([entry, replace(entry, title="two")]).clashes == (
        (1, "j261124-0001 is here already and says something else"),
    )


def test_what_was_imported_from_elsewhere_is_known_by_its_source() -> None:
    here = Entry(id="j261124-0001", title="one", day=DAY, source="md:2026-11-24:abc", created=NOON)
    assert plan([replace(here, id="j261124-0002")], (here,)) == own_records.OwnPlan(already=1)


def test_a_handle_is_one_person() -> None:
    ana = Person(name="Ana Silva", handles=("ana", "asilva"), created=NOON)
    assert plan([replace(ana, name="Ana Lima", handles=("ASILVA",))], (ana,)).clashes == (
        (0, "ASILVA is here already as Ana Silva, with other details"),
    )


def test_two_of_one_store_that_came_from_one_source_are_two() -> None:
    one = Entry(id="j261124-aaaa", title="one", day=DAY, source="md:1", created=NOON)
    others = replace(one, id="j261124-bbbb"), replace(one, id="j261124-cccc", title="two")
    incoming: list[Record] = [one, *others]
    assert plan(incoming).new == tuple(incoming)
    # Under another id it is here already where it came in from the same source.
    assert plan([replace(one, id="j261124-dddd")], (one,)).new == ()
