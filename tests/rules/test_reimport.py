"""An entry follows its source for as long as its words are the source's."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.entry import Entry
from growth.records.imported import Found
from growth.rules.reimport import renewed

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
ENTRY = Entry(
    id="j261124-0001", day=NOON.date(), title="Add the cache", links=("https://git.example.com/1",),
    source="git:ranker:2026-11-24#aa", created=NOON,
)  # fmt: skip
FOUND = Found(
    line=1, day=NOON.date(), precision="day", title="Add the cache, and 1 more commit", body="- Add the cache\n- Tune it",
    links=("https://git.example.com/2",), source="git:ranker:2026-11-24#bb",
)  # fmt: skip


def test_an_entry_never_changed_follows_its_source() -> None:
    assert renewed(ENTRY, FOUND) == replace(
        ENTRY, title=FOUND.title, body=FOUND.body, links=FOUND.links, source=FOUND.source
    )


def test_a_changed_share_or_link_is_kept() -> None:
    mine = replace(ENTRY, share="manager", tags=("cache",), changed=NOON)
    assert renewed(mine, FOUND) == replace(
        mine, title=FOUND.title, body=FOUND.body, links=(*FOUND.links, *ENTRY.links), source=FOUND.source
    )


@pytest.mark.parametrize("words", [{"title": "Made checkout fast"}, {"body": "- Add the cache\n- and why"}])
def test_words_of_my_own_are_left_alone(words: dict[str, str]) -> None:
    assert renewed(replace(ENTRY, changed=NOON, **words), FOUND) is None
