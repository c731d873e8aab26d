"""What must stay on one line is cut between words."""

from hypothesis import given
from hypothesis import strategies as st

from growth.terminal.cells import fit, width


def test_what_is_too_long_is_cut_between_words() -> None:
    assert fit("came prepared to three", 22) == "came prepared to three"
    assert fit("came prepared to three", 21) == "came prepared to …"
    assert fit("came prepared to three", 17) == "came prepared to…"
    assert fit("came  prepared\nto", 12) == "came …"


def test_a_long_word_is_cut_where_it_would_leave_the_line_empty() -> None:
    assert fit("a word-that-is-longer-than-any", 24) == "a word-that-is-longer-t…"
    assert fit("日本語日本語", 5) == "日本…"


@given(st.text(st.sampled_from("ab é日 "), max_size=60), st.integers(2, 40))
def test_it_is_never_wider_than_its_room(text: str, columns: int) -> None:
    assert width(fit(text, columns)) <= columns
