"""What people type into their own Markdown export: a new entry, or told with its line, and never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.journal_markdown import Notes, Style, months, note, read
from growth.records.entry import Entry
from growth.text import verbatim
from tests.exchange.journals import ANY, ENTRY, NOW, entries

HEAD = "*For you only: 1 private record. To send: `growth export --for manager`*\n\n# Journal of Ana\n\n"
TYPED = "### My worry\n\n*2026-03-05 · note*\n\nI may quit.\n\n- soon\n\n#### Why\n\nTired."
DOCUMENT = HEAD + months([ENTRY], Style({}), 2) + "\n"
MEETING = "### 2026-11-03 · 1:1 with Ana\n\n- words\n\n*open*"
MEETINGS = f"\n## Meetings\n\n<!-- growth told -->\n\n{MEETING}\n\n<!-- growth end -->\n"


def typed(notes: Notes) -> list[tuple[int, str, str, str, str]]:
    return [(one.line, str(one.day), one.kind, one.title, one.body) for one in notes.found]


def untaken(notes: Notes) -> list[tuple[int, str, str]]:
    return [(one.line, one.text, one.why) for one in notes.unread]


def documents() -> list[str]:
    """Return a document with an entry typed above the first one, below the last, and after a chapter."""
    above = DOCUMENT.replace("### Cut", f"{TYPED}\n\n### Cut")
    return [above, f"{DOCUMENT}\n{TYPED}\n", f"{DOCUMENT}\n  {TYPED}\n", f"{DOCUMENT}{MEETINGS}\n{TYPED}\n"]


@pytest.mark.parametrize("text", documents())
def test_what_is_typed_as_an_entry_is_one_and_no_part_of_another(text: str) -> None:
    notes = read(text, "x.md", NOW)
    line = text[: text.index("### My worry")].count("\n") + 1
    body = "I may quit.\n\n- soon\n\n#### Why\n\nTired."
    assert typed(notes) == [(line, "2026-03-05", "note", "My worry", body)]
    assert [one.share for one in notes.found] == [None]
    assert (notes.entries, notes.misread, notes.unread) == ((ENTRY,), (), ())


def test_an_entry_whose_comment_was_deleted_is_not_swallowed_by_the_one_before() -> None:
    other = Entry(
        id="j261121-aaaa", day=ENTRY.day, title="Other", body="its text", project="ranker",
        links=("https://a.example",), share="team", created=NOW,
    )  # fmt: skip
    text = HEAD + months([ENTRY, other], Style({}), 2)
    text = "\n".join(line for line in text.split("\n") if "j261121-aaaa" not in line)
    notes = read(text, "x.md", NOW)
    assert notes.entries == (ENTRY,)
    assert [(one[1:]) for one in typed(notes)] == [
        ("2026-11-20", "work", "Other", "- https://a.example\n\nits text")
    ]
    why = "without its comment only day and kind are read here"
    assert [one[1:] for one in untaken(notes)] == [("ranker · shared with my team", why)]


@pytest.mark.parametrize(
    ("typed_in", "line", "text", "why"),
    [
        ("### No day\n\nWords.\n\nMore.", 7, "### No day",
         "not read up to line 11, no line such as *2026-03-05 · win* stands under it"),
        ("### Odd\n*2026-02-30 · win*", 7, "### Odd", "not read up to line 8, there is no day 2026-02-30"),
        ("### Odd\n*2026-02-03 · party*", 7, "### Odd", "not read up to line 8, there is no kind party"),
        ("###\n*2026-02-03*", 7, "###", "not read up to line 8, it has no title"),
        ("Words under a month.\n\n- 2026-03-03 a bullet", 7, "Words under a month.",
         "not read up to line 9, it belongs to no entry"),
        ("## Ideas\n- one", 7, "## Ideas", "not read up to line 8, it belongs to no entry"),
    ],
)  # fmt: skip
def test_what_is_no_entry_is_told_with_its_line(typed_in: str, line: int, text: str, why: str) -> None:
    whole = DOCUMENT.replace("### Cut", f"{typed_in}\n\n### Cut")
    notes = read(whole, "x.md", NOW)
    assert untaken(notes) == [(line, text, why)]
    assert (notes.entries, notes.misread, notes.found) == ((ENTRY,), (), ())


def test_words_at_the_top_and_at_the_end_are_told() -> None:
    notes = read(f"Mine.\n{DOCUMENT}{MEETINGS}\n## 2026-11-24\n\n- last words\n", "x.md", NOW)
    assert [one[1] for one in untaken(notes)] == ["Mine.", "## 2026-11-24"]


def test_words_below_the_last_chapter_are_told_and_the_chapter_is_not() -> None:
    notes = read(f"{DOCUMENT}{MEETINGS}\n- last words\n\nMore.\n", "x.md", NOW)
    line = f"{DOCUMENT}{MEETINGS}".count("\n") + 2
    why = f"not read up to line {line + 2}, it belongs to no entry"
    assert untaken(notes) == [(line, "- last words", why)]
    older = f"{DOCUMENT}{MEETINGS}".replace("<!-- growth end -->", "- last words")
    assert untaken(read(older, "x.md", NOW)) == []


def test_lines_that_only_tell_the_fields_of_an_entry_are_told_when_they_say_more() -> None:
    text = DOCUMENT.replace("- Impact: half the wait", "- Impact: none\nand words")
    notes = read(text, "x.md", NOW)
    assert notes.entries == (ENTRY,)
    assert [one[1:] for one in untaken(notes)] == [
        (line, "not read, the comment above says the fields") for line in ("- Impact: none", "and words")
    ]


def test_what_stands_in_a_fence_belongs_to_its_entry() -> None:
    fence = "```py\n# a comment\n### another\n```\n\nAfter."
    [entry] = read(DOCUMENT.replace("- in front", fence), "x.md", NOW).entries
    assert entry.body == f"- a cache\n{fence}"
    text = DOCUMENT + "\n```py\n\n" + TYPED
    notes = read(text, "x.md", NOW)
    assert notes.entries[0].body == "- a cache\n- in front\n\n```py"
    assert [one.title for one in notes.found] == ["My worry"]


def test_in_a_note_what_has_a_day_of_its_own_is_an_entry() -> None:
    text = note(ENTRY, Style({})) + "\n# More of it\n\nwords\n\n" + TYPED.replace("###", "#", 1)
    notes = read(text, "x.md", NOW)
    assert notes.entries[0].body == f"{ENTRY.body}\n\n# More of it\n\nwords"
    assert [(one.line, one.title) for one in notes.found] == [
        (text[: text.index("# My")].count("\n") + 1, "My worry")
    ]


@given(st.lists(entries(ANY), max_size=3), entries(ANY), st.integers(0, 3))
def test_an_entry_typed_anywhere_changes_no_other(those: list[Entry], new: Entry, where: int) -> None:
    whole = [*those, ENTRY]
    text = HEAD + months(whole, Style({}), 2) + MEETINGS
    heads = [at for at, line in enumerate(text.split("\n")) if line.startswith("### ")]
    lines = text.split("\n")
    at = heads[min(where, len(heads) - 1)]
    title = verbatim.title(new.title)
    mine = [f"### {title}", "", "*2026-03-05 · win*", "", *verbatim.written(new.body).split("\n"), ""]
    before, after = read(text, "x.md", NOW), read("\n".join([*lines[:at], *mine, *lines[at:]]), "x.md", NOW)
    assert (after.entries, after.misread, before.unread) == (before.entries, (), ())
    assert [one.title for one in after.found] == [verbatim.read(title).strip()]
