"""Entries in words."""

import pytest

from growth.rules.entry_words import unseen_words


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
