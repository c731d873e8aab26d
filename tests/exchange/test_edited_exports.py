"""An export in which one text was edited: that entry is another one, and the others are what they were."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.exchange import exported, journal_markdown, org, org_edits, out_org, record_csv
from growth.exchange.journal_markdown import Style
from growth.records.entry import Entry
from growth.records.imported import Found, ReadOptions
from growth.rules import own_records
from growth.text.clean import clean
from tests.exchange.journals import ANY, ENTRY, NOW, PLAIN, UNDATED, entries

WORDS = st.text(alphabet="abcdef", min_size=8, max_size=20)
Written = Callable[[list[Entry]], list[Entry]]
TITLES = PLAIN.map(lambda text: " ".join(text.split())).filter(bool)
BODIES = PLAIN.map(lambda text: text.strip("\n"))


def by_document(those: list[Entry]) -> list[Entry]:
    text = journal_markdown.months(those, Style({}), 2)
    return list(journal_markdown.read(text, "x.md", NOW).entries)


def by_notes(those: list[Entry]) -> list[Entry]:
    notes = (journal_markdown.note(one, Style({})) for one in those)
    return [entry for text in notes for entry in journal_markdown.read(text, "x.md", NOW).entries]


def by_table(those: list[Entry]) -> list[Entry]:
    return list(record_csv.read(record_csv.write(those).encode("utf-8", "surrogatepass"), "x.csv", NOW)[0])


@pytest.mark.parametrize("through", [by_document, by_notes, by_table])
@settings(max_examples=30)
@given(one=entries(ANY), title=TITLES, body=BODIES)
def test_what_was_edited_is_taken_and_all_else_stays(
    through: Written, one: Entry, title: str, body: str
) -> None:
    one = replace(one, id="j261120-0001")
    those = {entry.id: entry for entry in (ENTRY, one, UNDATED)}
    read = through([ENTRY, replace(one, title=title, body=body), UNDATED])
    found = own_records.plan(
        read, here=those.get, sources=(), people=(), alike=exported.alike, told=lambda _: True
    )
    fields = Entry.__struct_fields__
    changed = [exported.edited(here, told, fields).entry for _, here, told in found.differing]
    assert not any(exported.edited(here, told, fields).since for _, here, told in found.differing)
    # What reads the same in an export was not edited.
    after = one if exported.alike(one, replace(one, title=title)) else replace(one, title=title)
    after = after if exported.alike(one, replace(one, body=body)) else replace(after, body=body)
    assert (list(found.new), found.clashes) == ([], ())
    assert found.already + len(changed) == len(those)
    assert changed == ([] if exported.alike(one, after) else [after])


def by_org(those: list[Entry]) -> dict[str, Found]:
    text = out_org.write(those, "Journal", "For you only", {}, for_me=True)
    reading = org.read(clean(text).encode(), name="x.org", options=ReadOptions(today=NOW.date()))
    pieces = [*reading.found, *(one.kept for one in reading.misread if one.kept)]
    return {org_edits.own_id(found): found for found in pieces}


@settings(max_examples=30)
@given(one=entries(ANY), title=WORDS, body=WORDS)
def test_what_was_edited_in_org_is_taken_and_all_else_stays(one: Entry, title: str, body: str) -> None:
    one = replace(one, id="j261120-0001", precision="day")
    read = by_org([ENTRY, one, UNDATED])
    assert not any(
        org_edits.edits([(ENTRY, read[ENTRY.id]), (UNDATED, read[UNDATED.id])], "x.org", NOW.date())
    )
    edited = by_org([ENTRY, replace(one, title=title, body=body), UNDATED])
    pairs = [(here, edited[here.id]) for here in (ENTRY, one, UNDATED)]
    found = list(org_edits.edits(pairs, "x.org", NOW.date()))
    assert [edit.here for edit in found] in ([one], [])
    for edit in found:
        assert edit.told == replace(one, title=edit.told.title, body=edit.told.body)
        assert edit.told.title in (title, one.title) and edit.told.body in (body, one.body)
