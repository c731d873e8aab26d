"""Consent: what of an answer goes to whom."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from growth.records.answer import NAMINGS, READERS, Answer
from growth.records.entry import SHARES
from growth.rules.audience import ME, Audience
from growth.rules.consent import heard, in_words, may_read, quotable, readable, share_for, standing

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
MANAGER = Audience(kind="manager", word="manager")
EVA = Audience(kind="person", handles=frozenset({"eva"}), name="Eva", relation="manager", word="@eva")
BOB = Audience(kind="person", handles=frozenset({"bob", "rob"}), name="Bob", relation="direct", word="@bob")
DANA = Audience(kind="person", handles=frozenset({"dana"}), name="Dana", relation="peer", word="@dana")
TEAM = Audience(kind="team", word="team")
OTHERS = (MANAGER, EVA, BOB, DANA, TEAM)


def answer(**fields: Any) -> Answer:
    base: dict[str, Any] = {
        "id": "f261124-aaaa", "person": "ana", "day": NOW.date(), "created": NOW,
        "share": "team", "reader": "manager", "name": "named",
    }  # fmt: skip
    return Answer(**(base | fields))


def seen_by(one: Answer) -> list[str]:
    return [whom.word for whom in (ME, *OTHERS) if may_read(one, whom)]


def test_a_reader_includes_those_who_stand_nearer() -> None:
    found = {
        reader: [who for who in READERS if readable(answer(reader=reader), who)]  # type: ignore[arg-type]  # of READERS
        for reader in READERS
    }
    assert found == {
        "asker": ["asker"],
        "subject": ["asker", "subject"],
        "manager": ["asker", "subject", "manager"],
    }


@pytest.mark.parametrize(
    ("fields", "readers"),
    [
        ({}, ["me", "manager", "@eva"]),
        ({"share": "manager"}, ["me", "manager", "@eva"]),
        ({"share": "person"}, ["me"]),
        ({"share": "private"}, ["me"]),
        ({"reader": "subject"}, ["me"]),
        ({"reader": "asker"}, ["me"]),
        ({"about": "+ranker"}, ["me", "manager", "@eva"]),
        ({"about": "the ranker launch", "reader": "subject"}, ["me"]),
        ({"about": "@rob"}, ["me", "@bob"]),
        ({"about": "@rob", "share": "person", "reader": "subject"}, ["me", "@bob"]),
        ({"about": "@rob", "share": "private"}, ["me"]),
        ({"about": "@rob", "reader": "asker"}, ["me"]),
        ({"about": "@zoe"}, ["me"]),
        ({"about": "@eva", "reader": "subject"}, ["me", "@eva"]),
        ({"about": "@bob", "person": "me", "manner": "given", "reader": "asker"}, ["me", "@bob"]),
    ],
)  # fmt: skip
def test_both_the_giver_and_i_have_to_let_somebody_read_it(
    fields: dict[str, Any], readers: list[str]
) -> None:
    assert seen_by(answer(**fields)) == readers


def test_one_may_be_quoted_one_counted_and_one_hidden_answer_is_not_there() -> None:
    named, unquoted, hidden = (
        answer(id=f"f261124-{name}", person=name, name=name) for name in ("named", "unquoted", "hidden")
    )
    found = heard([named, unquoted, hidden], MANAGER)
    assert (found.quoted, found.counted, found.withheld, found.count) == ((named,), (unquoted,), 1, 2)
    assert [quotable(one) for one in (named, unquoted, hidden)] == [True, False, False]
    assert heard([named, unquoted, hidden], ME).quoted == (named, unquoted, hidden)


def test_hidden_ones_count_among_three_people_not_among_three_answers() -> None:
    three = [answer(id=f"f261124-{who}", person=who, name="hidden") for who in ("ana", "bo", "cem")]
    same = [*three[:2], answer(id="f261124-asilva", person="asilva", name="hidden")]
    assert heard(three[:2], MANAGER).count == 0
    assert heard(three, MANAGER).counted == tuple(three)
    assert heard(same, MANAGER, {"ana": "ana", "asilva": "ana", "bo": "bo"}.__getitem__).count == 0
    assert heard([*three[:2], answer(id="f261124-sign", person="@Ana", name="hidden")], MANAGER).count == 0
    unread = [*three[:2], answer(person="dee", name="hidden", reader="subject")]
    assert (heard(unread, MANAGER).count, heard(unread, MANAGER).withheld) == (0, 3)


def test_a_revision_stands_for_what_it_revises() -> None:
    first, second = answer(), answer(id="f261125-bbbb", revises="f261124-aaaa")
    assert standing([first, second]) == (second,)


def test_consent_in_words() -> None:
    assert in_words(answer(reader="asker", name="hidden")) == (
        "only who asked may read it; without the name, counted only among three or more"
    )
    assert in_words(answer(reader="subject", name="unquoted", about="@bob")) == (
        "who asked and whom it is about may read it; counted, not quoted"
    )
    assert in_words(answer(about="@bob")) == (
        "who asked, whom it is about and that person's manager may read it; may be quoted with the name"
    )


def test_where_who_asked_is_whom_it_is_about_they_are_one() -> None:
    assert in_words(answer()) == "who asked and their manager may read it; may be quoted with the name"
    assert in_words(answer(reader="subject", about="+ranker", name="unquoted")) == (
        "only who asked may read it; counted, not quoted"
    )


ANSWERS = some.lists(
    some.builds(
        answer,
        id=some.uuids().map(str),
        person=some.sampled_from(["ana", "bo", "cem", "dee"]),
        about=some.sampled_from(["me", "@bob", "@eva", "+ranker", "the launch"]),
        reader=some.sampled_from(READERS),
        name=some.sampled_from(NAMINGS),
        share=some.sampled_from(SHARES),
    ),
    max_size=12,
)


@given(ANSWERS, some.sampled_from(OTHERS))
def test_consent_is_never_exceeded(answers: list[Answer], whom: Audience) -> None:
    found = heard(answers, whom)
    assert len(found.quoted) + len(found.counted) + found.withheld == len(answers)
    assert all(one.name == "named" and may_read(one, whom) for one in found.quoted)
    hidden = {one.person for one in found.counted if one.name == "hidden"}
    assert not hidden or len(hidden) >= 3
    for one in (*found.quoted, *found.counted):
        assert one.share != "private" and one.reader != "asker"


@given(
    some.sampled_from(READERS), some.sampled_from(("me", "@bob", "+ranker")),
    some.sampled_from(("asked", "given")), some.sampled_from(OTHERS),
)  # fmt: skip
def test_the_share_for_somebody_lets_them_read_it_and_no_lesser_one_does(
    reader: str, about: str, manner: str, whom: Audience
) -> None:
    shares = [one for one in ("person", "manager", "team")
              if may_read(answer(reader=reader, about=about, manner=manner, share=one), whom)]  # fmt: skip
    found = share_for(answer(reader=reader, about=about, manner=manner, share="private"), whom)
    assert found == (shares[0] if shares else None)
    if whom is TEAM:
        assert found is None
