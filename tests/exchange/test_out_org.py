"""The journal as an Org file: a date tree whose texts bring no headings, drawers or blocks of their own."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.exchange.out_org import mark, write
from growth.records.entry import Entry
from tests.exchange.journals import ANY, ENTRY, NOW, UNDATED, entries

TREE = """\
#+TITLE: Journal
# For you only
* 2026
** 2026-11 November
*** 2026-11-20 Friday
**** Cut p99 by half :latency:
:PROPERTIES:
:ID: j261120-7k3q
:KIND: win
:PROJECT: ranker
:PEOPLE: Ana Ortiz
:IMPACT: half the wait
:METRICS: p99 480 -> 210 ms
:LINKS: https://a.example/pull/1
:MINUTES: 90
:EXPORTED: {}
:SHARE: team
:STAR: yes
:END:
  - a cache
  - in front
* Without a day
** Some day
:PROPERTIES:
:ID: j261121-x0x0
:KIND: work
:EXPORTED: {}
:SHARE: private
:END:
"""


def test_a_date_tree() -> None:
    names = {"ana": "Ana Ortiz"}
    assert write([ENTRY, UNDATED], "Journal", "For you only", names, for_me=True) == TREE.format(
        mark(ENTRY), mark(UNDATED)
    )


def test_days_of_a_month_stand_under_it_once() -> None:
    those = [replace(ENTRY, day=ENTRY.day.replace(day=day), body="") for day in (20, 20, 21)]
    text = write(those, "x", "y", {}, for_me=False)
    assert [line for line in text.split("\n") if line.startswith("*")] == [
        "* 2026", "** 2026-11 November", "*** 2026-11-20 Friday", "**** Cut p99 by half :latency:",
        "**** Cut p99 by half :latency:", "*** 2026-11-21 Saturday", "**** Cut p99 by half :latency:",
    ]  # fmt: skip
    assert "ID:" not in text and "SHARE" not in text


def test_what_org_would_read_as_its_own_is_text() -> None:
    entry = Entry(
        day=ENTRY.day, title="TODO the rest :", tags=("a b", "#x"), created=NOW,
        body="* no heading\n#+begin_src\n:END:\n| a |\nCLOCK: x",
    )  # fmt: skip
    assert write([entry], "x", "y", {}, for_me=False).split("\n")[5:] == [
        "**** \u200bTODO the rest :\u200b :a_b:#x:",
        ":PROPERTIES:", ":KIND: work", ":TAGS_AS_WRITTEN: a b; #x", ":END:",
        "  * no heading", "  \u200b#+begin_src", "  \u200b:END:", "  \u200b| a |",
        "  \u200bCLOCK: x", "",
    ]  # fmt: skip


@given(st.lists(entries(ANY), max_size=4))
def test_no_text_brings_a_heading_or_a_drawer(those: list[Entry]) -> None:
    text = write(sorted(those, key=lambda one: one.day), "x", "y", {}, for_me=True)
    lines = text.split("\n")
    assert sum(bool(re.match(r"\*+ ", line)) for line in lines) >= len(those)
    assert sum(line == ":PROPERTIES:" for line in lines) == len(those)
    assert sum(line == ":END:" for line in lines) == len(those)
    assert sum(line.startswith("#+") for line in lines) == 1
