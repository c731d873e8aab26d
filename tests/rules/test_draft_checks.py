"""A draft that lies is caught at every lie, and an honest one at none."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growth.rules.brief import Brief
from growth.rules.draft_checks import checked
from growth.rules.draft_names import Named
from growth.rules.pieces import Piece

Day = datetime.date
CUT = Piece(
    ref="j261102-0001", day=Day(2026, 11, 2), head="win: Cut the p99 of the ranker", people=("Dana Weiss",),
    lines=("project: ranker", "number: p99, from 480 ms to 210 ms", "changed: 1,200 more orders a week"),
)  # fmt: skip
LOADER = Piece(
    ref="j261109-0002", day=Day(2026, 11, 9), head="work: Taught the loader to resume",
    lines=("changed: two teams lost no run since; retries fell by half",),
)  # fmt: skip
SAID = Piece(
    ref="f261112-0003", day=Day(2026, 11, 12), head="feedback from Omar Said", people=("Omar Said",),
    lines=("asked: What helped?", "said: You asked for the numbers before anybody had an opinion"),
)  # fmt: skip
SHARE = Piece(
    ref="j261115-0004", day=Day(2026, 11, 15), head="work: Raised the share of labelled rows to 37 %",
    people=("Ana Silva",),
)  # fmt: skip
BRIEF = Brief(
    writer="Ada Example", reader="my manager, Eva Stone", period="2026-Q4", pieces=(CUT, LOADER, SAID, SHARE)
)
PEOPLE = (
    Named(name="Dana Weiss", handles=("dana",)), Named(name="Omar Said", handles=("omar",)),
    Named(name="Ana Silva", handles=("ana",)), Named(name="Zed Quill", handles=("zed", "zquill")),
    Named(name="Eva Stone", handles=("eva",)), Named(name="Ana Pohl", handles=("pohl",)),
    Named(name="Will Grant", handles=("will",)),
)  # fmt: skip
WITHHELD = (
    "Zed wants to leave before the spring release and has told nobody else",
    "Salary talk",
    "My manager doubts that the platform team survives the year",
)
HONEST = """# What I did in 2026-Q4

I cut the p99 of the ranker from 480 to 210 ms with Dana Weiss, which brought 1200 more orders a week
[j261102-0001]. Two teams have lost no run since I taught the loader to resume. [j261109-0002]

## Ranker

1. On 2 November the p99 stood at 210 ms, and Dana was part of it [j261102-0001].
2. Retries fell by half, or 50 %, with the loader [0002].

Omar Said told me in November 2026: “you asked for the numbers before anybody had an opinion” [f261112-0003].
Will the share of labelled rows hold? It stands at 37 per cent, says Ana [j261115-0004]. I will tell Eva.
"""
LIES = {
    "an invented number": ("It saved 9 servers.", "number", "9"),
    "a changed number": ("The p99 fell to 120 ms [j261102-0001].", "number", "120 ms"),
    "a percentage worked out": ("The p99 fell by 56 % [j261102-0001].", "number", "56 %"),
    "a number of another record": ("The loader made 1200 more orders [j261109-0002].", "number", "1200"),
    "another unit": ("The p99 is 210 s now [j261102-0001].", "number", "210 s"),
    "a number in words": ("Seventeen teams use the loader [j261109-0002].", "number", "Seventeen"),
    "a multiple": ("The orders doubled [j261102-0001].", "number", "doubled"),
    "a larger thousand": ("It brought 12k more orders a week [j261102-0001].", "number", "12k"),
    "money": ("That is worth $ 1200 [j261102-0001].", "number", "$ 1200"),
    "another percentile": ("The p95 of the ranker fell [j261102-0001].", "number", "p95"),
    "another day": ("On 3 November I cut it [j261102-0001].", "number", "3 November"),
    "a link of its own": ("See https://example.com/wins/9.", "number", "https://example.com/wins/9."),
    "a foreign id": ("I rewrote the index [j261103-9zzz].", "citation", "j261103-9zzz"),
    "an id that was cut": ("I rewrote the index [9zzz].", "citation", "9zzz"),
    "an id of somebody else": ("I rewrote the index [ana:j261102-0001].", "citation", "ana:j261102-0001"),
    "a private name": ("Zed Quill helped with it.", "person", "Zed Quill"),
    "a private first name": ("I did it with zed.", "person", "zed"),
    "a handle": ("Thanks to @zquill for that.", "person", "zquill"),
    "a handle of nobody": ("Thanks to @mallory for that.", "person", "@mallory"),
    "a name of another record": ("I cut the p99 with Omar [j261102-0001].", "person", "Omar"),
    "a name that is a word": ("Then Will and I cut it.", "person", "Will"),
    "a private sentence": (
        "Zed wants to leave before the spring release.", "private",
        "Zed wants to leave before the spring release",
    ),
    "half a private sentence": (
        "Some say the platform team survives the year.", "private", "the platform team survives the year"
    ),
    "a short private record": ("Then came the salary talk.", "private", "salary talk"),
    "an invented quote": ("Dana Weiss said “nobody else could have done it”.", "quote",
                          "“nobody else could have done it”"),
    "a changed quote": ('Omar said "you asked for the numbers after everybody" [f261112-0003].', "quote",
                        '"you asked for the numbers after everybody"'),
    "a quote of somebody else": (
        "Dana said “You asked for the numbers before anybody had an opinion” [f261112-0003].", "quote",
        "“You asked for the numbers before anybody had an opinion”",
    ),
}  # fmt: skip


def test_an_honest_draft_has_nothing_wrong() -> None:
    assert checked(HONEST, BRIEF, PEOPLE, WITHHELD) == ()


@pytest.mark.parametrize("name", LIES)
def test_a_planted_lie_is_caught_at_its_place(name: str) -> None:
    sentence, rule, text = LIES[name]
    for output in (
        sentence,
        f"{HONEST}\n{sentence}\n",
        f"{sentence} {HONEST}",
        HONEST.replace("## R", f"{sentence}\n\n## R"),
    ):
        found = checked(output, BRIEF, PEOPLE, WITHHELD)
        assert (rule, text) in [(one.rule, one.text) for one in found], found
        assert all(output[one.at : one.at + len(one.text)] == one.text for one in found)
        start = output.index(sentence)
        assert all(start <= one.at < start + len(sentence) for one in found), found


@example(["a short private record", "a private sentence"])
@given(st.lists(st.sampled_from(sorted(LIES)), min_size=1, max_size=6, unique=True))
def test_many_lies_are_each_caught(names: list[str]) -> None:
    output = HONEST + "\n\n" + "\n\n".join(LIES[name][0] for name in names)
    found = {(one.rule, one.text) for one in checked(output, BRIEF, PEOPLE, WITHHELD)}
    assert {LIES[name][1:] for name in names} <= found


@given(st.lists(st.sampled_from(BRIEF.pieces), min_size=1))
def test_who_repeats_the_records_says_nothing_else(those: list[Piece]) -> None:
    output = "\n\n".join(f"{one.text}\n[{one.ref}]" for one in those)
    assert checked(output, BRIEF, PEOPLE, WITHHELD) == ()


@given(st.text(max_size=300))
def test_any_text_can_be_checked(output: str) -> None:
    for one in checked(output, BRIEF, PEOPLE, WITHHELD):
        assert one.text and output[one.at : one.at + len(one.text)] == one.text
