"""The journal as Markdown: what it looks like, and that it reads back as it was."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.exchange.journal_markdown import Style, by_month, is_ours, months, note, read
from growth.records.entry import Entry
from growth.text.clean import clean, one_line
from tests.exchange.journals import ANY, ENTRY, NOW, UNDATED, entries

DOCUMENT = """\
## November 2026

### Cut p99 by half

<!-- growth {"id":"j261120-7k3q","day":"2026-11-20","kind":"win","tags":["latency"],"project":"ranker",\
"people":["ana"],"metrics":[{"name":"p99","after":"210","before":"480","unit":"ms"}],\
"impact":"half the wait","links":["https://a.example/pull/1"],"spent":90,"share":"team","star":true,\
"created":"2026-11-24T10:00:00Z"} -->
*2026-11-20 · win · ranker · with Ana Ortiz · #latency · 1.5 hours · shared with my team · starred*
- Impact: half the wait
- p99 480 -> 210 ms
- <https://a.example/pull/1>

- a cache
- in front

## Without a day

### Some day

<!-- growth {"id":"j261121-x0x0","day":"2026-11-21","precision":"none","created":"2026-11-24T10:00:00Z",\
"kind":"work","share":"private"} -->
*undated · work*"""
NOTE = """\
---
growth: entry
id: j261120-7k3q
day: 2026-11-20
kind: win
tags: [latency]
project: ranker
people: [ana]
metrics: [{name: p99, after: "210", before: "480", unit: ms}]
impact: half the wait
links: ["https://a.example/pull/1"]
spent: 90
share: team
star: true
created: 2026-11-24T10:00:00Z
---

# Cut p99 by half

- a cache
- in front
"""


def kept(entry: Entry) -> Entry:
    """Return an entry as Markdown keeps it."""
    return msgspec.structs.replace(
        entry, title=one_line(entry.title), body=clean(entry.body).strip("\n")
    )  # fmt: skip


def test_a_document_by_month_as_it_is_read() -> None:
    assert months([ENTRY, UNDATED], Style({"ana": "Ana Ortiz"}), 2) == DOCUMENT


def test_a_note_with_front_matter() -> None:
    assert note(ENTRY, Style({})) == NOTE
    assert is_ours(NOTE)
    assert read(NOTE, "note.md", NOW).entries == (ENTRY,)


def test_for_others_it_has_neither_marks_nor_shares() -> None:
    style = Style({}, for_me=False, exact=False)
    text = months([ENTRY], style, 2) + note(ENTRY, style)
    assert "growth" not in text and "j261120" not in text and "shared" not in text and "starred" not in text
    assert not is_ours(text)


@given(st.lists(entries(ANY), max_size=3))
def test_a_document_reads_back_as_it_was(those: list[Entry]) -> None:
    more = "\n\n## Meetings\n\n<!-- growth told -->\n\nwords\n"
    text = "# Journal\n\n" + months(those, Style({}), 2) + more
    notes = read(text, "journal.md", NOW)
    assert (notes.misread, notes.left) == ((), (("chapters that only JSON Lines bring back", 1),))
    assert list(notes.entries) == [kept(one) for _, month in by_month(those) for one in month]


@given(entries(ANY))
def test_a_note_reads_back_as_it_was(one: Entry) -> None:
    text = note(one, Style({}))
    assert is_ours(text)
    assert read(text, "note.md", NOW).entries == (kept(one),)


def test_what_was_typed_into_a_document_since_belongs_to_its_entry() -> None:
    text = DOCUMENT.replace("- in front", "- in front\n\n#### Later\n\n> quoted")
    text = text.replace("### Cut p99", "### Halved p99")
    found = read(text, "journal.md", NOW).entries[0]
    assert found == msgspec.structs.replace(
        ENTRY, title="Halved p99 by half", body="- a cache\n- in front\n\n#### Later\n\n> quoted"
    )


def test_front_matter_as_another_editor_writes_it() -> None:
    text = """---\r
tags:\r
  - latency\r
  - "2026"\r
growth: entry\r
project: 42\r
aliases: [x]\r
people: ana\r
spent: 90\r
star: true\r
day: 2026-11-20\r
impact:\r
---\r
\r
# Cut p99\r
\r
body\r
"""
    notes = read(text, "note.md", NOW)
    assert notes.entries == (
        Entry(day=ENTRY.day, title="Cut p99", body="body", tags=("latency", "2026"), project="42",
              people=("ana",), spent=90, star=True, created=NOW),
    )  # fmt: skip
    assert notes.left == (("keys of front matter that no entry has", 1),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ngrowth: entry\nday: 2026-02-30\n---\n# x\n",
         "day: no day that a calendar has; one is written as 2026-03-04"),
        ("---\ngrowth: entry\n---\n# x\n", "its day is missing"),
        ("---\ngrowth: entry\nday: 2026-02-03\n---\n", "title: empty"),
        ("---\ngrowth: entry\nday: 2026-02-03\nid: p260101-aaaa\n---\n# x\n",
         "id: 'p260101-aaaa' is not the id of a record of kind entry"),
        ("<!-- growth {} -->\n", "no title stands above it"),
        ("# x\n\n<!-- growth {\"day\":} -->\n",
         "a quote or a comma is missing, or one is too many, near byte 7"),
        ("# x\n\n<!-- growth {\"day\":\"2026-02-03\",\"titel\":\"x\"} -->\n", "titel: no such field"),
        ("# x\n\n<!-- growth {" + '"a":{' * 101 + "} -->\n", "nested deeper than 100 levels"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(text: str, why: str) -> None:
    assert is_ours(text)
    notes = read(text, "note.md", NOW)
    assert ([piece.why for piece in notes.misread], notes.entries) == ([why], ())


@pytest.mark.parametrize("matter", ["a: *b", "[", "growth: entry\na: !!python/object:os.system x"])
def test_front_matter_that_is_no_yaml_is_refused(matter: str) -> None:
    with pytest.raises(Refused, match=r"note\.md"):
        read(f"---\ngrowth: entry\n{matter}\n---\n# x\n", "note.md", NOW)


@given(st.text(alphabet="-#growth: enty{}[]\"'\n<!> &*", max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (f"---\ngrowth: entry\n{text}\n---\n{text}", f"{text}\n<!-- growth {{{text}}} -->\n{text}"):
        try:
            read(whole, "x.md", NOW)
        except Refused as error:
            assert error.hint
