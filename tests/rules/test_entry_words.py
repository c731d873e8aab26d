"""Entries in words."""

import pytest

from growth.records.entry import Shown
from growth.rules.entry_words import shown_words, unseen_words


@pytest.mark.parametrize(
    ("sorts", "words"),
    [
        ({}, ""),
        ({"review": 1}, "1 review"),
        ({"help": 1, "review": 3}, "3 reviews, helped others"),
        ({"docs": 2, "incident": 1, "help": 2}, "1 incident, 2 pages of docs, helped others twice"),
        ({"docs": 1, "": 7}, "1 page of docs"),
    ],
)
def test_work_that_is_rarely_seen_is_counted_by_its_sort(sorts: dict[str, int], words: str) -> None:
    assert unseen_words(sorts) == words


PEOPLE = {"kim": "Kim Roth", "bo": "Bo Lind"}


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (Shown(), ""),
        (Shown(problem="slow", reuse="the cache"), ""),
        (Shown(state="given"), ""),
        (Shown(state="given", audience="the search team"), "given to the search team"),
        (Shown(state="planned", audience="everybody"), "planned, for everybody"),
        (Shown(audience="new hires"), "for new hires"),
        (Shown(state="attended"), "attended"),
        (Shown(state="given", reused_by=("search team",)), "reused by search team"),
        (Shown(reused_by=("kim",)), "reused by Kim Roth"),
        (Shown(reused_by=("search", "ads")), "reused by 2 teams"),
        (Shown(reused_by=("search", "kim")), "reused by 2 others"),
    ],
)
def test_what_was_made_for_others_says_for_whom_and_who_reused_it(shown: Shown, words: str) -> None:
    assert shown_words(shown, PEOPLE) == words


def test_where_nobody_is_known_only_what_is_called_a_team_is_one() -> None:
    assert shown_words(Shown(reused_by=("search team", "Ads team")), {}) == "reused by 2 teams"
    assert shown_words(Shown(reused_by=("search", "ads")), {}) == "reused by 2 others"
    both = Shown(reused_by=("search", "kim"))
    assert shown_words(Shown(state="given"), {}, listed=True) == "given"
    assert shown_words(both, PEOPLE, listed=True) == "reused by search, Kim Roth"
