"""The lines of a long text have the numbers that an editor shows, and none is too long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import limits, long_lines


@given(
    st.lists(st.sampled_from([b"a", b" ", b"\n", b"\r", b"\r\n", b"\t", b"b c"]), max_size=30).map(b"".join)
)
def test_lines_have_their_numbers(data: bytes) -> None:
    whole = enumerate(re.split(rb"\r\n|\n|\r", data), 1)
    assert [*long_lines.lines(data, "x")] == [(n, line.strip()) for n, line in whole if line.strip()]


def test_a_mark_of_the_byte_order_is_no_part_of_a_line() -> None:
    assert [*long_lines.lines(b"\xef\xbb\xbf\n{}", "x")] == [(2, b"{}")]


def test_a_line_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE", 10)
    with pytest.raises(WrongUsage, match="x:3: a line of 11 bytes; an import takes lines of 10 at most"):
        list(long_lines.lines(b"one\n\n" + b"a" * 11, "x"))
