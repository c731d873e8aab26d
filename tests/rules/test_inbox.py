"""What each bundle of a shared folder is to me, and what mine are called there."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.bundle import Header, Sender
from growth.rules.inbox import Lying, Me, Opened, file_name, inbox, mark, outdated, unread

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ME = Me(store="0" * 16, emails=("eva@example.com",), handle="eva")
ANA, BO = "a" * 16, "b" * 16


def head(store: str = ANA, day: int = 20, **more: Any) -> Header:
    fixed: dict[str, Any] = {
        "growth": "1", "store": store, "sender": Sender(name="Ana Silva", handle="ana"),
        "audience": "manager", "to": "boss", "readers": ("eva@example.com",), "made": NOW.replace(day=day),
    }  # fmt: skip
    whole = fixed | more
    return Header(**whole | {"readers": tuple(mark(email, store) for email in whole["readers"])})


def states(*headers: Header | None, opened: dict[str, Opened] | None = None, me: Me = ME) -> list[str]:
    """Return what each is, in the order they were given."""
    lying = [Lying(name=f"{number}.bundle", header=one) for number, one in enumerate(headers)]
    found = {one.name: one.state for one in inbox(lying, opened or {}, me, NOW)}
    return [found[one.name] for one in lying]


def test_the_newest_of_each_store_is_new() -> None:
    assert states(head(day=18), head(day=20), head(BO, 12)) == ["older", "new", "new"]


def test_a_copy_beside_it_is_no_second_one() -> None:
    assert states(head(), head()) == ["new", "opened"]


@pytest.mark.parametrize(("day", "state"), [(19, "older"), (20, "opened"), (21, "new")])
def test_what_is_no_newer_than_what_i_opened_is_not_new(day: int, state: str) -> None:
    before = Opened(made=NOW.replace(day=20), to="boss")
    assert states(head(day=day), opened={ANA: before}) == [state]


def test_my_own_is_mine_and_what_cannot_be_read_is_damaged() -> None:
    assert states(head(ME.store), None) == ["own", "damaged"]


def test_whom_one_is_for_the_address_says_and_else_the_handle() -> None:
    assert states(head(readers=("bo@example.com",)), head(BO, readers=("EVA@Example.com",))) == [
        "other",
        "new",
    ]
    assert states(head(), me=Me(store=ME.store)) == ["other"]
    unsaid = head(readers=())
    assert states(unsaid) == ["other"]
    assert states(unsaid, me=Me(store=ME.store, handle="Boss")) == ["new"]
    assert states(unsaid, me=Me(store=ME.store)) == ["new"]
    assert states(head(audience="team", to="", readers=())) == ["new"]


def test_one_from_tomorrow_shuts_out_none_of_today() -> None:
    far = head(made=NOW + datetime.timedelta(days=400))
    assert states(far, head()) == ["ahead", "new"]
    assert states(head(made=NOW + datetime.timedelta(hours=23))) == ["new"]


def test_one_for_the_team_does_not_take_the_place_of_one_for_me() -> None:
    team = head(day=22, audience="team", to="", readers=())
    assert states(team, head(day=20)) == ["wider", "new"]
    assert states(team, opened={ANA: Opened(made=NOW.replace(day=20), to="boss")}) == ["wider"]
    assert states(team, opened={ANA: Opened(made=NOW.replace(day=20))}) == ["new"]
    assert states(head(day=23), opened={ANA: Opened(made=NOW.replace(day=22))}) == ["new"]


HEADS = st.builds(
    head, st.sampled_from([ANA, BO, ME.store]), st.integers(10, 28),
    to=st.sampled_from(["", "boss"]),
    readers=st.sampled_from([(), ("eva@example.com",), ("bo@example.com",)]),
)  # fmt: skip
BEFORE = st.dictionaries(
    st.sampled_from([ANA, BO]),
    st.builds(
        Opened, made=st.integers(10, 28).map(lambda day: NOW.replace(day=day)), to=st.sampled_from(["", "x"])
    ),
)


@given(st.lists(st.one_of(st.none(), HEADS), max_size=8), BEFORE)
def test_new_is_one_of_a_store_and_newer_than_what_is_here(
    heads: list[Header | None], before: dict[str, Opened]
) -> None:
    lying = [Lying(name=f"{number}", header=one) for number, one in enumerate(heads)]
    found = inbox(lying, before, ME, NOW)
    assert sorted(one.name for one in found) == [str(number) for number in range(len(heads))]
    new = [one.header for one in found if one.state == "new" and one.header]
    assert len({one.store for one in new}) == len(new)
    assert all(one.store not in before or one.made > before[one.store].made for one in new)
    assert all(one.to or not (one.store in before and before[one.store].to) for one in new)


@given(st.lists(HEADS, max_size=8), BEFORE)
def test_once_opened_nothing_is_new(heads: list[Header], before: dict[str, Opened]) -> None:
    lying = [Lying(name=f"{number}", header=one) for number, one in enumerate(heads)]
    after = dict(before)
    for one in inbox(lying, before, ME, NOW):
        if one.state == "new" and one.header:
            after[one.header.store] = Opened(made=one.header.made, to=one.header.to)
    assert [one for one in inbox(lying, after, ME, NOW) if one.state == "new"] == []


@pytest.mark.parametrize(
    ("sender", "more", "name"),
    [
        (Sender(name="Ana Silva", handle="Ana"), {}, "ana-boss-2026-11-20.bundle"),
        (Sender(name="Ana", emails=("a.s@example.com",)), {"to": ""}, "a.s-manager-2026-11-20.bundle"),
        (Sender(name="Zoë Lefèvre"), {"to": "", "audience": "team"}, "zoë-lefèvre-team-2026-11-20.bundle"),
        (Sender(), {}, "aaaaaa-boss-2026-11-20.bundle"),
        (Sender(handle="../../etc\n/x"), {"to": "/"}, "etc--x-reader-2026-11-20.bundle"),
    ],
)  # fmt: skip
def test_a_name_says_from_whom_for_whom_and_when(sender: Sender, more: dict[str, Any], name: str) -> None:
    assert file_name(head(sender=sender, **more)) == name


def test_a_newer_one_takes_the_place_of_mine_for_the_same_reader() -> None:
    lying = [
        Lying(name="ana-boss-2026-11-18.bundle", header=head(day=18)),
        Lying(name="ana-boss-2026-11-19.bundle", header=head(day=19, audience="@boss")),
        Lying(name="kept.bundle", header=head(day=18)),
        Lying(name="ana-kim-2026-11-18.bundle", header=head(day=18, to="kim")),
        Lying(name="ana-team-2026-11-18.bundle", header=head(day=18, to="", audience="team")),
        Lying(name="ana-boss-2026-11-17.bundle", header=head(BO, day=17)),
        Lying(name="ana-boss-2026-11-21.bundle", header=head(day=21)),
        Lying(name="ana-boss-2026-11-16.bundle", header=None),
    ]
    assert outdated(lying, head(day=20)) == ("ana-boss-2026-11-18.bundle", "ana-boss-2026-11-19.bundle")


def test_what_is_called_like_mine_and_could_not_be_read_is_named() -> None:
    names = (
        "ana-boss-2026-11-16.bundle", "ana-boss-2026-11-17-aaaa.bundle", "ana-boss-lund-2026-11-16.bundle",
        "ana-boss-2026-11-16.txt", "bo-boss-2026-11-16.bundle",
    )  # fmt: skip
    assert unread([Lying(name=name, header=None, read=False) for name in names], head()) == names[:2]
    assert unread([Lying(name=name, header=None) for name in names], head()) == ()
