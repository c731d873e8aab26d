"""Words in a picture are cut to the room there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.reports.drawing import LETTER, fit, room
from growth.text.clean import one_line


@pytest.mark.parametrize(
    ("text", "letters", "drawn"),
    [
        ("train", 5, "train"),
        ("training", 5, "trai…"),
        ("one two", 5, "one…"),
        ("你好世界", 5, "你好…"),
        ("", 1, ""),
        ("ab", 0, "…"),
    ],
)
def test_what_does_not_fit_is_cut_with_an_ellipsis(text: str, letters: int, drawn: str) -> None:
    assert fit(text, letters * LETTER) == drawn


@given(st.text(max_size=60), st.integers(1, 30))
def test_as_much_stands_as_there_is_room_for(text: str, letters: int) -> None:
    wide, whole = letters * LETTER, one_line(text)
    drawn = fit(text, wide)
    if drawn != whole:
        kept = drawn[:-1]
        assert room(drawn) <= wide
        assert whole.startswith(kept)
        assert room(whole[: len(whole) - len(whole[len(kept) :].lstrip()) + 1]) > wide - LETTER
