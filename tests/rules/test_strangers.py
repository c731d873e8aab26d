"""Names of nobody known, told from words that many a line begins with."""

import pytest

from growth.rules.strangers import is_ordinary, looks_like_name


@pytest.mark.parametrize(
    "text", ["Anna", "Anna-Lena", "Anna Berg", "O'Neil", "J.Berg", "@anna", "Zoë", "Łukasz"]
)
def test_what_is_written_as_a_name(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["RFC", "note", "GitHub", "Next week", "iOS", "P99", "API docs", "アナ"])
def test_what_is_not(text: str) -> None:
    assert not looks_like_name(text)


def test_words_that_many_a_line_begins_with() -> None:
    assert [word for word in ("Note", "TODO", "Follow-up", "Anna") if is_ordinary(word)] == [
        "Note", "TODO", "Follow-up",
    ]  # fmt: skip
