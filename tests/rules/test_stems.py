"""Stems: what of a text says something, and words of one stem as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.stems import beginning, stems, written


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


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", max_size=6),
    st.sampled_from(
        ("", "s", "ies", "ying", "ied", "ational", "ibility", "izer", "iveness", "ogist", "ably")
    ),
)
def test_every_word_of_a_stem_begins_as_it_says(start: str, ending: str) -> None:
    assert all((start + ending).startswith(beginning(one)) for one in stems(start + ending))


@pytest.mark.parametrize("word", ["skies", "dying", "possibility", "reliably", "happiness", "ml", "hopping"])
def test_no_ending_hides_how_a_word_begins(word: str) -> None:
    assert [word.startswith(beginning(one)) for one in stems(word)] == [True]
