"""Stems: what of a text says something, and words of one stem as one."""

from hypothesis import given
from hypothesis import strategies as st

from growth.rules.stems import stems, written


def test_words_of_one_stem_are_one() -> None:
    assert stems("Queues of reviewed predictions") == stems("queue review prediction")


def test_stop_words_numbers_and_single_letters_say_nothing() -> None:
    assert stems("We had 40 of them, and I did it for the team") == ["team"]


def test_a_word_with_marks_is_each_of_its_words() -> None:
    assert stems("human-in-the-loop on_call") == ["human", "loop", "call"]


def test_case_and_accents_do_not_matter() -> None:
    assert stems("CAFÉ") == stems("cafe")


def test_each_stem_is_kept_as_it_was_first_written() -> None:
    assert written("Splits by time; a Split, splitting") == {"split": "Splits", "time": "time"}


@given(st.text())
def test_what_is_written_has_the_stems_of_the_text(text: str) -> None:
    assert set(written(text)) <= set(stems(text)) or not text.isascii()
    assert all(stems(text))
