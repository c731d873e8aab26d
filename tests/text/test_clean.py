"""No character that could move, hide or command a terminal gets through; all others do."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.text.clean import clean, escaped, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – Grüße 日本 🙂", "plain – Grüße 日本 🙂"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x1b]8;;http://example.org\x1b\\x", "␛]8;;http://example.org␛\\x"),
        ("a\x00b\rc\x08d\x7f", "a␀b␍c␈d␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x85", "<U+0085>"),
        ("\u202eabc\u202c", "<U+202E>abc<U+202C>"),
        ("\u2066x\u2069\u200e\u200f\u061c", "<U+2066>x<U+2069><U+200E><U+200F><U+061C>"),
        ("\u2028\u2029\ufeff", "<U+2028><U+2029><U+FEFF>"),
        ("\ud800x\udfff", "<U+D800>x<U+DFFF>"),
        ("\U000e0041", "<U+E0041>"),
        ("\ufff9\ufffb", "<U+FFF9><U+FFFB>"),
    ],
)
def test_what_steers_is_made_visible(text: str, shown: str) -> None:
    assert clean(text) == shown


BIDI = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@given(st.text(st.characters(), max_size=40))
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = clean(text)
    for char in shown:
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(char) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )
    shown.encode("utf-8")
    assert clean(shown) == shown


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=40))
def test_letters_digits_and_signs_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


def test_on_one_line() -> None:
    assert one_line(" two\n  lines\tand\x1b[1m ") == "two lines and␛[1m"


@given(st.text())
def test_json_says_the_same_and_steers_nothing(text: str) -> None:
    made = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(made) == text
    assert clean(made) == made


def test_a_sign_beyond_the_first_plane_is_a_pair() -> None:
    assert escaped('"\U000e0041"') == '"\\udb40\\udc41"'
