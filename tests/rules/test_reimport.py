"""An entry follows its source for as long as its words are the source's."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.imported import Found
from growth.records.session import Session
from growth.rules.reimport import followed, renewed, vanished

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
ENTRY = Entry(
    id="j261124-0001", day=NOON.date(), title="Add the cache", links=("https://git.example.com/1",),
    source="git:ranker:2026-11-24#aa", created=NOON,
)  # fmt: skip
FOUND = Found(
    line=1, day=NOON.date(), precision="day",
    title="Add the cache, and 1 more commit", body="- Add the cache\n- Tune it",
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


TASK = Action(id="t261124-0001", text="Ask", day=NOON.date(), source="task:1#aa", created=NOON)


def test_a_task_follows_until_it_is_done_or_was_changed_here() -> None:
    later = Found(
        line=1, title="Ask Dana", body="soon", project="ranker", becomes="action", source="task:1#bb"
    )
    assert followed(TASK, later, NOON.date(), str) == replace(
        TASK, text="Ask Dana", body="soon\nProject: ranker", source="task:1#bb"
    )
    done = replace(later, becomes="entry", day=NOON.date())
    assert followed(TASK, done, NOON.date(), str) == replace(
        TASK, state="done", closed=NOON.date(), source="task:1#bb"
    )
    mine = replace(TASK, changed=NOON)
    assert followed(mine, later, NOON.date(), str) is None
    assert followed(mine, done, NOON.date(), str) == replace(
        mine, state="done", closed=NOON.date(), source="task:1#bb"
    )
    dropped = replace(mine, state="dropped", closed=NOON.date())
    assert followed(dropped, done, NOON.date(), str) == replace(dropped, source="task:1#bb")


def test_a_session_follows_its_day() -> None:
    held = Session(id="s261124-0001", person="ana", day=NOON.date(), source="ics:1#aa", created=NOON)
    moved = Found(line=1, title="", day=NOON.date(), becomes="session", source="ics:1#bb")
    assert followed(held, moved, NOON.date(), str) == replace(held, source="ics:1#bb")


def test_a_line_that_vanished_is_told_with_what_is_like_it_and_nothing_else() -> None:
    def entry(title: str, source: str) -> Entry:
        return replace(ENTRY, title=title, source=source)

    here = [
        entry("Cut the queue by half", "md:2026-11-24:1"),
        entry("Wrote the guide", "md:2026-11-24:2"),
        entry("Cut the queue by thirds", "git:a#1"),
        entry("Cut the queue by quarters", "md:2026-11-24:3"),
    ]
    new = Found(line=1, day=NOON.date(), title="Cut the queue by two thirds", source="md:2026-11-24:9")
    kept = frozenset({"md:2026-11-24:3", new.source})
    assert vanished([new], here, kept) == [(here[0], new)]
    assert vanished([replace(new, day=None)], here, kept) == []


def test_of_what_was_edited_here_the_body_or_standing_alone_tells_what_it_became() -> None:
    mine = replace(ENTRY, title="Fewer pages", changed=NOON, source="md:2026-11-24:1")
    new = Found(line=1, day=NOON.date(), title="Cut the queue by two thirds", source="md:2026-11-24:9")
    other = replace(new, title="Drew the map", source="md:2026-11-24:8")
    assert vanished([new], [mine], ()) == [(mine, new)]
    assert vanished([new, other], [mine], ()) == []
    assert vanished([new], [replace(mine, changed=None)], ()) == []
    told = replace(mine, body="The queue was long, and nobody knew why.")
    same = replace(new, body="The queue was very long, and nobody knew why.")
    assert vanished([other, same], [told], ()) == [(told, same)]
