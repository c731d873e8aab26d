"""JSON that is safe to print says the same as before."""

import json

from hypothesis import given
from hypothesis import strategies as st

from growth.text.clean import clean
from growth.text.json_escape import escaped


@given(st.text())
def test_it_says_the_same_and_steers_nothing(text: str) -> None:
    made = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(made) == text
    assert clean(made) == made


def test_a_sign_beyond_the_first_plane_is_a_pair() -> None:
    assert escaped('"\U000e0041"') == '"\\udb40\\udc41"'
