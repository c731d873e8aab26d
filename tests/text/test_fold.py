"""Words compare without regard to case or accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.text.fold import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Latency", "latency"),
        ("Grüße", "grusse"),
        ("CAFÉ café cafe\u0301", "cafe cafe cafe"),
        ("naïve Ångström", "naive angstrom"),
        ("ﬁne № ²", "fine no 2"),
        ("Ελλάς", "ελλασ"),
        ("", ""),
    ],
)
def test_case_and_accents_are_gone(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(st.characters(max_codepoint=0x24F), max_size=30))
def test_upper_and_lower_case_are_one(text: str) -> None:
    assert fold(text.lower()) == fold(text) or "İ" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The p99, again: 480 ms", ["the", "p99", "again", "480", "ms"]),
        ("on-call/évals", ["on", "call", "evals"]),
        ("...", []),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected
