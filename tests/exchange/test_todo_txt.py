"""todo.txt: what is done is work, what is open a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.formats import Head
from growth.exchange.todo_txt import is_one, read
from growth.records.dates import Day
from growth.records.imported import Found, Reading, ReadOptions

TODAY = Day(2026, 11, 24)
TODO = """\
x 2026-11-20 2026-11-18 Fix: the door at 10:30 +house @tools due:2026-11-21
(A) 2026-11-18 Call @bo about +roof plan due:2026-12-01 @phone

x Swept the yard
plain
plain
"""
SEEDS = [TODO.encode()]


def reading(text: str, today: Day = TODAY) -> Reading:
    return read(text.encode(), name="todo.txt", options=ReadOptions(today=today))


def test_done_and_open_lines() -> None:
    done, promise, undated, plain, again = reading(TODO).found
    assert done == Found(
        line=1, day=Day(2026, 11, 20), precision="day", title="Fix: the door at 10:30", tags=("tools",),
        project="house", source=done.source, version=done.version,
    )  # fmt: skip
    assert promise == Found(
        line=2, day=Day(2026, 11, 18), precision="day", title="(A) Call @bo about +roof plan @phone",
        tags=("bo", "phone"), project="roof", becomes="action", due=Day(2026, 12, 1),
        source=promise.source, version=promise.version,
    )  # fmt: skip
    assert (undated.title, undated.day, undated.source) == ("Swept the yard", None, "")
    assert (plain.title, plain.day, plain.becomes) == ("plain", TODAY, "action")
    assert again.source == f"{plain.source}.2"


def test_tomorrow_an_open_task_is_the_same() -> None:
    today, tomorrow = reading("plain\n").found[0], reading("plain\n", Day(2026, 11, 25)).found[0]
    assert (today.source, today.version) == (tomorrow.source, tomorrow.version)


def test_a_task_that_is_done_keeps_its_key() -> None:
    (before,) = reading("(B) 2026-11-18 Call Bo +roof due:2026-12-01").found
    (after,) = reading("x 2026-11-24 2026-11-18 Call Bo +roof pri:B").found
    assert before.source == after.source
    assert before.version != after.version
    assert (before.becomes, after.becomes, after.title) == ("action", "entry", "Call Bo")


def test_what_cannot_be_is_told() -> None:
    result = reading("x 2026-02-30 Bad\n(B)\nlater due:2026-02-30\nsoon due:friday\n")
    assert [
        (one.line, one.why, one.kept and (one.kept.title, one.kept.becomes)) for one in result.misread
    ] == [
        (1, "there is no day 2026-02-30", ("Bad", "entry")),
        (2, "a task without words", None),
        (3, "there is no day 2026-02-30", ("later due:2026-02-30", "action")),
        (4, "there is no day friday", ("soon due:friday", "action")),
    ]


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("buy milk\n", "todo.txt", True),
        ("buy milk\n", "Done.TXT", True),
        ("buy milk\n", "work.todo.txt", True),
        ("buy milk\n", "notes.txt", False),
        (TODO[:150], "list.txt", True),
        (TODO[:150], "standard input", True),
        (TODO[:150], "list.md", False),
        ("# 2026\n- one\n", "notes.txt", False),
        ("(A) plan of mine\nand prose\nand more\n", "notes.txt", False),
        ("2026-11-20 prose that begins with a day\n", "notes.txt", False),
        ("x marks the spot\n", "notes.txt", False),
        ("", "todo.txt", False),
    ],
)
def test_what_a_list_looks_like(text: str, name: str, known: bool) -> None:
    assert is_one(Head(text.encode(), name)) is known


LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@given(st.lists(LINES | st.sampled_from(TODO.split("\n")), max_size=6))
def test_every_line_is_read_or_told(lines: list[str]) -> None:
    text = "\n".join(lines).replace("\r", "")
    result = reading(text)
    seen = sorted([one.line for one in result.found] + [one.line for one in result.misread])
    assert seen == [at for at, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1) if line.strip()]
    assert all(one.title.strip() for one in result.found)
