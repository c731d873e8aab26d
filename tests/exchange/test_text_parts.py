"""A text that comes in parts is the same text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange import jrnl, text_parts
from growth.records.dates import Day
from growth.records.imported import ReadOptions

OPTIONS = ReadOptions(today=Day(2026, 11, 24))
LINES = st.sampled_from(
    [
        "[2026-11-02 09:14] One. Two",
        "[2026-11-03 09:14]",
        "[ ] no day",
        "text",
        "",
        "é\r",
        "[03/11/2026 09:00] Other",
    ]
)


@given(st.text("aé\n\r\U0001f600", max_size=40), st.integers(1, 9), st.sampled_from(["", "\ufeff"]))
def test_parts_end_with_a_line(text: str, size: int, mark: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_parts, "_PART", size)
        found = [*text_parts.parts(f"{mark}{text}".encode())]
    assert "".join(found) == text
    assert all(part[-1] in "\n\r" for part in found[:-1])
    assert not any(one.endswith("\r") and other.startswith("\n") for one, other in itertools.pairwise(found))


@given(st.lists(LINES, max_size=20), st.integers(1, 60))
def test_a_journal_in_parts_is_the_same(lines: list[str], size: int) -> None:
    data = "\n".join(["[2026-11-01 08:00] The first", *lines]).encode()
    options = OPTIONS
    if any(line.startswith("[03") for line in lines):
        options = ReadOptions(today=OPTIONS.today, dates="%d/%m/%Y")
    whole = jrnl.read(data, name="a.txt", options=options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_parts, "_PART", size)
        assert jrnl.read(data, name="a.txt", options=options) == whole
