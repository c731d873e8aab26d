"""Votes of users in a file: day, vote and comment, and nobody's name."""

import pytest

from growth.errors import WrongUsage
from growth.exchange import votes
from growth.exchange.votes import read
from growth.records.dates import Day
from growth.records.imported import Misread
from growth.records.practice import Vote, Votes

TABLE = """\
Date,Thumb,Comment,User
2026-11-03,down,it takes a poster for a sign,u1
2026-11-03,up,,u2
2026-11-20T10:00:00Z,👍,quick,u3
2026-11-20,perhaps,,u4
,up,,u5
"""
SEEDS = [
    TABLE.encode(),
    b'{"day": "2026-11-03", "vote": "down", "comment": "slow"}\n{"day": "2026-11-04", "vote": 1}\n',
    b'[{"created_at": "2026-11-03T09:00:00Z", "rating": "+1"}]',
]


def test_a_table_is_the_votes_of_each_day() -> None:
    found = read(SEEDS[0], name="votes.csv")
    third, twentieth = Day(2026, 11, 3), Day(2026, 11, 20)
    said = Vote(up=False, comment="it takes a poster for a sign", day=third)
    assert found.votes == (
        Votes(period="2026-11-03", start=third, end=Day(2026, 11, 4), up=1, down=1, said=(said,)),
        Votes(
            period="2026-11-20", start=twentieth, end=Day(2026, 11, 21), up=1, down=0,
            said=(Vote(up=True, comment="quick", day=twentieth),),
        ),
    )  # fmt: skip
    assert found.misread == (
        Misread(5, "2026-11-20, perhaps, , u4", "the vote is neither up nor down"),
        Misread(6, ", up, , u5", "there is no day"),
    )
    assert (found.aside, found.beyond) == (("User",), 0)


@pytest.mark.parametrize(("data", "counts"), [(SEEDS[1], [(0, 1), (1, 0)]), (SEEDS[2], [(1, 0)])])
def test_json_lines_and_a_list_say_the_same(data: bytes, counts: list[tuple[int, int]]) -> None:
    assert [(one.up, one.down) for one in read(data, name="votes.jsonl").votes] == counts


@pytest.mark.parametrize(
    ("word", "up"),
    [("Up", True), ("YES", True), ("1", True), ("true", True), ("thumbs up", True), ("👎", False),
     ("-1", False), ("No", False), ("thumbs_down", None), ("", None)],
)  # fmt: skip
def test_what_a_vote_may_be(word: str, up: bool | None) -> None:
    data = f"day,vote\n2026-11-03,up\n2026-11-04,{word}\n".encode()
    found = read(data, name="votes.csv")
    assert [one.up == 1 for one in found.votes[1:]] == ([] if up is None else [up])
    assert len(found.misread) == (up is None)


def test_days_that_can_be_read_in_two_ways_are_asked_about() -> None:
    data = b"day,vote\n04/03/2026,up\n"
    with pytest.raises(WrongUsage, match=r"can be 4 March or 3 April"):
        read(data, name="votes.csv")
    assert read(data, name="votes.csv", form="%d/%m/%Y").votes[0].period == "2026-03-04"


def test_more_comments_than_the_bound_lose_the_oldest_praise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "COMMENTS", 2)
    data = b"day,vote,comment\n2026-11-01,up,first\n2026-11-02,down,bad\n2026-11-03,up,last\n"
    found = read(data, name="votes.csv")
    assert [vote.comment for one in found.votes for vote in one.said] == ["bad", "last"]
    assert found.beyond == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"a,b\n1,2\n", "has no column day and no column vote"), (b"day,vote\n", "holds no vote"),
     (b"day,rating\n2026-11-03,7\n", "holds no vote")],
)  # fmt: skip
def test_what_holds_no_votes_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(WrongUsage, match=message):
        read(data, name="votes.csv")


def test_more_days_than_ten_years_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "DAYS", 1)
    with pytest.raises(WrongUsage, match=r"votes.csv has votes of 2 days; 1 are taken at most"):
        read(SEEDS[0], name="votes.csv")
