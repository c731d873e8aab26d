"""Text of mine where there is no Markdown: the words stay, the marks go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.text.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cut `p99` to **210 ms**, *finally*", "cut p99 to 210 ms, finally"),
        ("[the PR](https://git.example.com/pull/7) is in", "the PR (https://git.example.com/pull/7) is in"),
        ("see <https://a.example/b_c>.", "see https://a.example/b_c."),
        ("snake_case, 3 * 4 and a * b stay", "snake_case, 3 * 4 and a * b stay"),
        ("two\n\nlines", "two lines"),
        ("``a `b` c``", "a `b` c"),
    ],
)
def test_marks_go_and_words_stay(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_it_is_one_line_and_never_longer_than_the_text_made_clean(text: str) -> None:
    from growth.text.clean import one_line

    assert "\n" not in plain(text)
    assert len(plain(text)) <= len(one_line(text)) + 3 * text.count("(")
